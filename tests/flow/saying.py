"""Who says what in a text, in the plainest form: what the examples of this folder are compared in."""

from __future__ import annotations

import re

from quotes.pipeline import Extractor
from quotes.types import Extraction, Quote

# (words, speaker): stretches of one record are joined by " | "; a clause stands for its marked words
Said = tuple[str, str | None]
Case = tuple[str, str, str | None]

_DETERMINER = re.compile(r"^(?:l['’]|le |la |les |un |une |des |du |d['’])", re.IGNORECASE)
_LOOSE = " \n\u00a0\u202f,;:"


def words(quote: Quote, text: str) -> str:
    """What a record says, as the article writes it."""
    spans = [quote.content] if quote.content else quote.verbatim
    said = " | ".join(" ".join(text[a:b].split()) for a, b in spans)
    # a full stop belongs to a direct quotation alone
    return said if quote.type == "direct" else said.rstrip(_LOOSE + ".")


def who(name: str | None) -> str | None:
    """A name without its determiner: *le syndicat* and *syndicat* are one answer."""
    return _DETERMINER.sub("", name) if name else None


def said(extraction: Extraction) -> list[Said]:
    """All records of an article in order of reading."""
    return [(words(q, extraction.article.text), who(q.speaker.name if q.speaker else None)) for q in extraction.quotes]


def check(extractor: Extractor, text: str, *expected: Said) -> None:
    """These and no other records are in a text."""
    assert said(extractor.extract(text)) == [(w, who(s)) for w, s in expected]


def check_case(extractor: Extractor, case: Case) -> None:
    """A text with one record."""
    check(extractor, case[0], (case[1], case[2]))
