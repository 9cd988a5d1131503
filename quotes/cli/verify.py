"""`quotes verify`: do the words still stand where the ledger says?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from quotes.articles import STDIN, Source, find, read
from quotes.cli.given import read_ledger
from quotes.cli.group import MOVED, say
from quotes.cli.plain import cut, plain
from quotes.errors import InputError, ReadError

if TYPE_CHECKING:
    from quotes.ledger import Check
    from quotes.types import Article

STATUSES = ("ok", "moved", "changed", "gone")


@click.command()
@click.argument("path", metavar="LEDGER")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("-q", "--quiet", is_flag=True, help="Only what is not as the ledger says.")
@click.pass_context
def verify(ctx: click.Context, path: str, paths: tuple[str, ...], quiet: bool) -> None:
    """Check that a ledger's words stand in its articles.

    The articles are read again from where the ledger says (relative to the current folder), or from
    PATH..., where they are found by path and then by file name. Each occurrence is one line on stdout,
    separated by tabs: ok, moved, changed or gone; article; offsets now; words; what happened.
    """
    from quotes.ledger import verify as checks

    ledger = read_ledger(path)
    again = _reader(find(paths)) if paths else _from_where_it_was
    found = checks(ledger, again)
    texts = {quote.id: [occurrence.text for occurrence in quote.occurrences] for quote in ledger.quotes}
    for check in found:
        if check.status != "ok" or not quiet:
            click.echo(_line(check, texts[check.quote][check.number]))
    counts = Counter[str](check.status for check in found)
    if not quiet:
        say(", ".join(f"{counts[status]} {status}" for status in STATUSES))
    if counts["ok"] < len(found):
        ctx.exit(MOVED)


def _line(check: Check, text: str) -> str:
    spans = " ".join(f"{start}-{end}" for start, end in check.spans)
    return "\t".join(
        (check.status, plain(check.path or check.article), spans, cut(text, 80), plain(check.why))
    )


def _from_where_it_was(path: str) -> Article | None:
    """The article at the ledger's own path; None where it is not there any more (or came from a pipe)."""
    if path == STDIN:
        return None
    try:
        sources = find([path])
    except InputError:
        return None
    return _read(sources)


def _reader(sources: tuple[Source, ...]) -> Callable[[str], Article | None]:
    """Finds a ledger's path among these sources: as it is, else by the file name if only one has it."""
    by_path = {source.path: source for source in sources}
    by_name: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_name[PurePosixPath(source.path).name].append(source)

    def again(path: str) -> Article | None:
        named = by_name[PurePosixPath(path).name]
        if path in by_path:
            return _read([by_path[path]])
        return _read(named) if len(named) == 1 else None

    return again


def _read(sources: Iterable[Source]) -> Article | None:
    try:
        return next((article for source in sources for article in read(source)), None)
    except ReadError as error:
        say(f"quotes: {error}")
        return None
