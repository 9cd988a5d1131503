"""`quotes show`: the ledger as a table that a person likes to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from quotes.cli.given import read_ledger, summary
from quotes.cli.group import say
from quotes.cli.plain import plain

if TYPE_CHECKING:
    from rich.table import Table

    from quotes.ledger import ArticleRecord, Ledger, LedgerQuote

# Where stdout is a file or a pipe it has no width of its own.
_PIPED_WIDTH = 120


@click.command()
@click.argument("path", metavar="LEDGER")
def show(path: str) -> None:
    """Print a ledger as a table.

    The columns are speaker, quote (cut to the width), article and type. An utterance is one line, in the
    ledger's order; one that stands in several places says how many more.
    """
    from rich.console import Console

    ledger = read_ledger(path)
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    console = Console(file=sys.stdout, width=width, highlight=False)
    # Captured, so that a pipe that closes early is ours to handle: rich would leave with 1.
    with console.capture() as drawn:
        console.print(table(ledger))
    click.echo(drawn.get(), nl=False)
    say(summary(ledger))


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
    drawn.add_column("type", no_wrap=True)
    for quote in ledger.quotes:
        speaker = Text("?", style="dim") if quote.speaker is None else Text(plain(names[quote.speaker]))
        drawn.add_row(speaker, Text(plain(quote.text)), Text(_place(quote, articles)), Text(quote.type))
    return drawn


def _place(quote: LedgerQuote, articles: Mapping[str, ArticleRecord]) -> str:
    """The first article of the utterance, and how many other occurrences there are."""
    article = articles[quote.occurrences[0].article]
    name = article.title or (PurePosixPath(article.path).stem if article.path else article.id)
    more = len(quote.occurrences) - 1
    return plain(name) + (f" +{more}" if more else "")
