"""The first entries of a ledger file, without reading the rest: what a person wants to see at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quotes.errors import LedgerError
from quotes.ledger.decode import Decoder, RowError
from quotes.ledger.json import LayoutError, bare_lines, parsed
from quotes.ledger.record import SCHEMA, Ledger, LedgerQuote


def glance(path: str | Path, number: int) -> Ledger | None:
    """The first ``number`` entries of a ledger with the articles of their first occurrences and their speakers.

    Lines before them are passed over unread, so this takes little time and memory whatever the ledger holds. None
    where there are not so many, or something is amiss: whoever reads the whole ledger will say what.
    """
    decoder = Decoder()
    found: list[LedgerQuote] = []
    try:
        for name, _, line in bare_lines(path):
            if name == "quotes":
                found.append(decoder.quote(parsed(line)))
                if len(found) == number:
                    return _with_names(path, decoder, found)
    except (LayoutError, LedgerError, RowError, OSError, ValueError, KeyError):
        pass
    return None


def _with_names(path: str | Path, decoder: Decoder, found: list[LedgerQuote]) -> Ledger | None:
    wanted = {one.speaker for one in found} | {one.occurrences[0].article for one in found}
    ids = {name.encode() for name in wanted if name is not None}
    articles, speakers = [], []
    head = None
    for name, _, line in bare_lines(path):
        if name == "":
            row = parsed(line)
            head = Ledger(generator=decoder.generator(row["generator"])) if row["schema"] == SCHEMA else None
        elif name == "quotes" or not ids:
            break
        elif (own := line[7:].partition(b'"')[0]) in ids:  # behind {"id":"
            ids.discard(own)
            if name == "articles":
                articles.append(decoder.article(parsed(line)))
            else:
                speakers.append(decoder.speaker(parsed(line)))
    if head is None or ids:
        return None
    return replace(head, articles=tuple(articles), speakers=tuple(speakers), quotes=tuple(found))
