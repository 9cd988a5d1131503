"""`quotes count`: whose voice is heard."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from quotes.cli.filters import filtering
from quotes.cli.given import read_ledger
from quotes.cli.group import say
from quotes.cli.plain import cut, plain

if TYPE_CHECKING:
    from quotes.ledger.count import Count
    from quotes.ledger.select import Selection

_WIDTH = 48


@click.command()
@click.argument("path", metavar="LEDGER")
@click.option(
    "--by",
    metavar="WHAT",
    default="speaker",
    show_default=True,
    help="gender, kind, speaker, outlet, month or type.",
)
@click.option("--words", is_flag=True, help="Count words in place of quotes.")
@click.option(
    "--copies",
    type=click.Choice(("once", "each")),
    default="once",
    show_default=True,
    help="An agency text that several outlets print counts once, or each time.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, for a spreadsheet or a program.")
@filtering
def count(path: str, by: str, words: bool, copies: str, as_csv: bool, asked: Selection) -> None:
    """Count whose voice is heard in a ledger.

    A line each: how many quotes (an utterance counts in every article that prints it), their share, and between
    which bounds the share lies with 95 % confidence, were other articles of the same kind drawn. With --by gender
    only persons are counted. ? is what is not known.

    \b
    quotes count ledger.json --by gender --words
    quotes count ledger.json --by speaker --since 2024 --csv > voices.csv
    """
    from quotes.ledger.count import count as counted
    from quotes.ledger.select import select

    ledger = read_ledger(path)
    articles = {one.id: one for one in ledger.articles}
    speakers = {one.id: one for one in ledger.speakers}
    chosen = select(ledger.quotes, asked, articles, speakers)
    counts = counted(chosen, by, articles, speakers, words=words, copies=copies == "each")
    if by == "speaker":
        counts = tuple(
            replace(one, value=speakers[one.value].name if one.value in speakers else one.value) for one in counts
        )
    unit = "words" if words else "quotes"
    click.echo(_csv(by, unit, counts) if as_csv else _table(by, unit, counts), nl=False)
    say(f"{sum(one.number for one in counts)} {unit}{' of persons' if by == 'gender' else ''}")


def _csv(by: str, unit: str, counts: tuple[Count, ...]) -> str:
    from quotes.ledger.cells import safe

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((by, unit, "share", "low", "high", "articles"))
    for one in counts:
        writer.writerow(
            (safe(plain(one.value)), one.number, *(f"{x:.4f}" for x in (one.share, one.low, one.high)), one.articles)
        )
    return text.getvalue()


def _table(by: str, unit: str, counts: tuple[Count, ...]) -> str:
    rows = [(by, unit, "share", "95 %", "articles")]
    for one in counts:
        bounds = f"{one.low:.1%} – {one.high:.1%}"
        rows.append((cut(one.value, _WIDTH), str(one.number), f"{one.share:.1%}", bounds, str(one.articles)))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = (
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in rows
    )
    return "".join("  ".join(line) + "\n" for line in lines)
