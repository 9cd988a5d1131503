"""What a notebook shows of a quote, an extraction and a ledger: HTML that a page of any theme can hold.

Every text is escaped: an article may hold markup, and a notebook runs what it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quotes.export.plain import closed, encodable, xml

if TYPE_CHECKING:
    from quotes.ledger.record import Ledger
    from quotes.types import Extraction, Quote, Span

_ROWS = 50
_COLOURS = {"direct": "#8fd19e", "mixed": "#f0d58c", "indirect": "#9fd0e6"}


def quote_html(quote: Quote) -> str:
    """*« words » – who (type)*."""
    who = "?" if quote.speaker is None else quote.speaker.name
    return f"<p>{_mark(quote.text, quote.type)} – <b>{_text(who)}</b> <small>({quote.type})</small></p>"


def extraction_html(extraction: Extraction) -> str:
    """The article with its quotes marked; who speaks shows where the pointer rests."""
    text = extraction.article.text
    pieces, at = [], 0
    for (start, end), quote in _apart(extraction.quotes):
        who = "?" if quote.speaker is None else quote.speaker.name
        pieces.append(_text(text[at:start]) + _mark(text[start:end], quote.type, who))
        at = end
    pieces.append(_text(text[at:]))
    return f'<div style="white-space: pre-wrap">{"".join(pieces)}</div>'


def ledger_html(ledger: Ledger) -> str:
    """A table of the first entries, and how many there are."""
    names = {speaker.id: speaker.name for speaker in ledger.speakers}
    body = "".join(
        f"<tr><td>{_text(names.get(one.speaker or '', '?'))}</td><td>{_text(one.text)}</td><td>{one.type}</td>"
        f"<td>{len(one.occurrences)}</td></tr>"
        for one in ledger.quotes[:_ROWS]
    )
    more = f"{min(_ROWS, len(ledger.quotes))} of {len(ledger.quotes)} quotes, {len(ledger.articles)} articles"
    head = "<tr><th>speaker</th><th>quote</th><th>type</th><th>places</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table><p><small>{more}</small></p>"


def _apart(quotes: Iterable[Quote]) -> Sequence[tuple[Span, Quote]]:
    """The stretches of all quotes in order; one that begins inside another is part of it."""
    found = sorted(
        ((span, quote) for quote in quotes for span in (quote.verbatim if not quote.content else (quote.content,))),
        key=lambda one: (one[0][0], -one[0][1]),
    )
    out: list[tuple[Span, Quote]] = []
    for span, quote in found:
        if not out or span[0] >= out[-1][0][1]:
            out.append((span, quote))
    return out


def _mark(text: str, kind: str, title: str | None = None) -> str:
    shown = "" if title is None else f' title="{_text(title)}"'
    return f'<mark style="background: {_COLOURS[kind]}; color: #111"{shown}>{_text(text)}</mark>'


def _text(text: str) -> str:
    return xml(closed(encodable(text)))
