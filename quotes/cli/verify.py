"""`quotes verify`: do the words still stand where the ledger says?"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import click

from quotes.articles import Options
from quotes.articles.find import shown
from quotes.cli.given import read_ledger
from quotes.cli.group import MOVED, say
from quotes.cli.plain import cut, plain
from quotes.cli.reading import reading_options
from quotes.cli.reread import rereader

if TYPE_CHECKING:
    from quotes.ledger import Check

STATUSES = ("ok", "moved", "changed", "gone")


@click.command()
@click.argument("path", metavar="LEDGER")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@reading_options
@click.option("-q", "--quiet", is_flag=True, help="Only what is not as the ledger says.")
@click.pass_context
def verify(ctx: click.Context, path: str, paths: tuple[str, ...], reading: Options, quiet: bool) -> None:
    """Check that a ledger's words stand in its articles.

    The articles are read again from where the ledger says (relative to the current folder), or from
    PATH..., where they are found by path and then by file name, and in the same way: give the options of
    reading (--column, --encoding, --repair) that the ledger was made with. Each occurrence is one line on stdout,
    separated by tabs: ok, moved, changed or gone; article; offsets now; words; what happened.
    """
    from quotes.ledger import verify as checks
    from quotes.ledger.verify import NOT_FOUND

    ledger = read_ledger(path)
    found = checks(ledger, rereader(paths, reading))
    texts = {quote.id: [occurrence.text for occurrence in quote.occurrences] for quote in ledger.quotes}
    for check in found:
        if check.status != "ok" or not quiet:
            click.echo(_line(check, texts[check.quote][check.number]))
    counts = Counter[str](check.status for check in found)
    if not quiet:
        say(", ".join(f"{counts[status]} {status}" for status in STATUSES))
    if found and all(check.why == NOT_FOUND for check in found):
        place = " ".join(map(shown, paths)) or shown(os.getcwd())
        say(
            f"quotes: {place}: no article is where the ledger says; "
            "give the folder that holds them (quotes verify LEDGER FOLDER) or go to where the ledger was made"
        )
    if counts["ok"] < len(found):
        ctx.exit(MOVED)


def _line(check: Check, text: str) -> str:
    spans = " ".join(f"{start}-{end}" for start, end in check.spans)
    return "\t".join((check.status, plain(check.path or check.article), spans, cut(text, 80), plain(check.why)))
