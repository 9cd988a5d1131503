"""`quotes show`: the ledger as a table that a person likes to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from quotes.articles import Options
from quotes.articles.find import STDIN
from quotes.cli.filters import filtering
from quotes.cli.given import read_ledger, summary
from quotes.cli.group import Sectioned, say
from quotes.cli.plain import plain
from quotes.cli.reading import reading_options

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from quotes.ledger import ArticleRecord, Ledger, LedgerQuote
    from quotes.ledger.select import Selection

# Where stdout is a file or a pipe it has no width of its own.
_PIPED_WIDTH = 120
_SCREEN, _PORTION = 100, 1_000  # rows that are drawn first, and then together
_LARGE = 1_000_000  # bytes of a ledger that takes longer to read than a person likes to wait
_COLOURS = {"direct": "green", "mixed": "yellow", "indirect": "cyan"}


@click.command(
    cls=Sectioned,
    sections={
        "What is shown": ("speaker", "types", "outlet", "since", "until", "search", "min_confidence", "unattributed"),
        "How": ("context", "as_json"),
        "Articles for --context": ("columns", "form", "encoding", "repair", "any_language"),
    },
)
@click.argument("path", metavar="LEDGER")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@filtering
@click.option("--context", is_flag=True, help="Each place with path:line:column and the sentence around it.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line and an occurrence, as export --to jsonl.")
@reading_options
def show(path: str, paths: tuple[str, ...], asked: Selection, context: bool, as_json: bool, reading: Options) -> None:
    """Print a ledger, or what is asked of it, as a table.

    The columns are speaker, quote (cut to the width), article and type. An utterance is one line, in the
    ledger's order; one that stands in several places says how many more. With --context the articles are read
    again, from where the ledger says or from PATH....

    \b
    quotes show ledger.json --speaker Nadella --type direct
    quotes show ledger.json --search "pouvoir d'achat" --since 2024-03 --context
    """
    from quotes.ledger.select import EVERYTHING, select

    if context and as_json:
        raise click.UsageError("--context and --json are two ways to print; give one of them")
    quick = asked == EVERYTHING and not (context or as_json)
    start = _glance(path) if quick else None
    drawn = Drawn()
    if start is not None:  # of a large ledger the first rows at once, before all of it is read
        drawn.print(table(start))
    ledger = read_ledger(path)
    if asked != EVERYTHING:
        articles = {one.id: one for one in ledger.articles}
        chosen = select(ledger.quotes, asked, articles, {one.id: one for one in ledger.speakers})
        ledger = replace(ledger, quotes=tuple(chosen))
    if as_json:
        from quotes.export import export

        sys.stdout.flush()
        export(ledger, sys.stdout.buffer, "jsonl")
    elif context:
        _in_context(ledger, paths, reading)
    else:
        for rows in batched(ledger, len(start.quotes) if start is not None else 0):
            drawn.print(table(rows))
        drawn.end()
    say(summary(ledger) if asked == EVERYTHING else f"{len(ledger.quotes)} quotes are as asked")


def print_table(drawn: Table) -> None:
    """The table on stdout, as wide as the screen."""
    out = Drawn()
    out.print(drawn)
    out.end()


class Drawn:
    """A table that is drawn on stdout a portion of its rows at a time."""

    def __init__(self) -> None:
        self._edge: str | None = None  # what stands below all rows, once there are any

    def print(self, portion: Table) -> None:
        """Print the rows of a table of the same columns below those that are there."""
        first = self._edge is None
        portion.show_header = first
        console = screen()
        # Captured, so that a pipe that closes early is ours to handle: rich would leave with 1.
        with console.capture() as captured:
            console.print(portion)
        lines = captured.get().splitlines(keepends=True)
        self._edge = lines.pop()
        self._echo(console, "".join(lines[0 if first else 1 :]))

    def end(self) -> None:
        """Print what stands below the last row."""
        self._echo(screen(), self._edge or "")

    def _echo(self, console: Console, text: str) -> None:
        click.echo(text, nl=False, color=True if console.is_terminal else None)


def batched(ledger: Ledger, done: int) -> Iterator[Ledger]:
    """The ledger in portions of its quotes, but for those that are done; one at least, where none is done."""
    rest = ledger.quotes[done:]
    for at in range(0, max(len(rest), 0 if done else 1), _PORTION):
        yield replace(ledger, quotes=rest[at : at + _PORTION])


def _glance(path: str) -> Ledger | None:
    """The first rows of a large ledger; None where the whole is there as soon, or must be read first."""
    if path == STDIN or not os.path.isfile(path) or os.path.getsize(path) < _LARGE:
        return None
    from quotes.ledger.glance import glance

    return glance(path, _SCREEN)


def screen() -> Console:
    """Where tables are drawn. A file or a pipe gets no colour and a width of its own."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False)


def table(ledger: Ledger) -> Table:
    """The rows as rich draws them. Cells are text, never markup: an article may hold brackets."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    names = {speaker.id: speaker.name for speaker in ledger.speakers}
    articles = {article.id: article for article in ledger.articles}
    drawn = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for head, ratio in (("speaker", 3), ("quote", 8), ("article", 3)):
        drawn.add_column(head, ratio=ratio, no_wrap=True, overflow="ellipsis")
    drawn.add_column("type", no_wrap=True, width=max(map(len, _COLOURS)))
    for quote in ledger.quotes:
        kind = Text(quote.type, style=_COLOURS[quote.type])
        drawn.add_row(_speaker(quote, names), Text(plain(quote.text)), Text(_place(quote, articles)), kind)
    return drawn


def whole_words(ledger: Ledger) -> Table:
    """The quotes in full, wrapped, in the order of the articles, each with how sure it is."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    names = {speaker.id: speaker.name for speaker in ledger.speakers}
    order = {article.id: number for number, article in enumerate(ledger.articles)}
    drawn = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, show_lines=False)
    drawn.add_column("speaker", ratio=2, overflow="fold")
    drawn.add_column("words", ratio=7, overflow="fold")
    drawn.add_column("type", no_wrap=True)
    drawn.add_column("sure", no_wrap=True, justify="right")
    for quote in sorted(ledger.quotes, key=lambda q: (order[q.occurrences[0].article], q.occurrences[0].start)):
        kind = Text(quote.type, style=_COLOURS[quote.type])
        sure = Text(f"{max(one.confidence for one in quote.occurrences):.0%}")
        drawn.add_row(_speaker(quote, names), Text(plain(quote.text)), kind, sure)
    return drawn


def _in_context(ledger: Ledger, paths: tuple[str, ...], reading: Options) -> None:
    from quotes.cli.around import in_context
    from quotes.cli.reread import rereader

    names = {speaker.id: speaker.name for speaker in ledger.speakers}
    articles = {article.id: article for article in ledger.articles}
    for line in in_context(ledger.quotes, articles, names, rereader(paths, reading)):
        click.echo(line)


def _speaker(quote: LedgerQuote, names: Mapping[str, str]) -> Text:
    from rich.text import Text

    return Text("?", style="dim") if quote.speaker is None else Text(plain(names[quote.speaker]), style="bold")


def _place(quote: LedgerQuote, articles: Mapping[str, ArticleRecord]) -> str:
    """The first article of the utterance, and how many other occurrences there are."""
    article = articles[quote.occurrences[0].article]
    name = article.title or (PurePosixPath(article.path).stem if article.path else article.id)
    more = len(quote.occurrences) - 1
    return plain(name) + (f" +{more}" if more else "")
