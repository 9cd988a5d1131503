"""Law 4: a neutral paragraph in front only shifts, and typography changes no speaker."""

from __future__ import annotations

from functools import lru_cache

import pytest
from layers import consistent
from press import NEUTRAL, PRESS, Piece

from quotes.pipeline import Extractor
from quotes.types import Extraction, Span

Row = tuple[str, tuple[Span, ...], Span | None, str | None, tuple[str, ...], str | None]
Said = tuple[str, str, str | None]

IDS = [piece.key for piece in PRESS]


@lru_cache(maxsize=64)
def _read(extractor: Extractor, text: str) -> Extraction:
    return extractor.extract(text)


def _rows(extraction: Extraction, shift: int = 0) -> list[Row]:
    """The records without their texts: type, stretches, content, speaker, the others, relay."""

    def moved(span: Span) -> Span:
        return span[0] + shift, span[1] + shift

    return [
        (
            quote.type,
            tuple(moved(v) for v in quote.verbatim),
            moved(quote.content) if quote.content else None,
            quote.speaker.name if quote.speaker else None,
            tuple(other.name for other in quote.others),
            quote.relay.name if quote.relay else None,
        )
        for quote in extraction.quotes
    ]


def _plain(words: str) -> str:
    """Words without what the swaps touch."""
    for mark in '«»“”"':
        words = words.replace(mark, "")
    return " ".join(words.replace("’", "'").split())


def _said(extraction: Extraction) -> list[Said]:
    return [(q.type, _plain(q.text), q.speaker.name if q.speaker else None) for q in extraction.quotes]


@pytest.mark.parametrize("piece", PRESS, ids=IDS)
def test_each_article_speaks_and_names_its_people(piece: Piece, extractor: Extractor) -> None:
    """The laws below would hold for a program that finds nothing."""
    extraction = _read(extractor, piece.text)
    consistent(extraction)
    assert len(extraction.quotes) >= 3
    spoke = {q.speaker.name for q in extraction.quotes if q.speaker}
    assert spoke == {f"{given} {family}" for given, family, _ in piece.people}


@pytest.mark.parametrize("front", NEUTRAL, ids=["rain", "market", "heading", "one line end"])
@pytest.mark.parametrize("piece", PRESS, ids=IDS)
def test_a_neutral_paragraph_in_front_only_shifts(piece: Piece, front: str, extractor: Extractor) -> None:
    shifted = extractor.extract(front + piece.text)
    consistent(shifted)
    assert _rows(shifted) == _rows(_read(extractor, piece.text), len(front))


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ("«", "»"),
        ("« ", " »"),
        ("«\u202f", "\u202f»"),
        ('"', '"'),
    ],
    ids=["curly", "no blank", "space", "narrow blank", "straight"],
)
@pytest.mark.parametrize("piece", PRESS, ids=IDS)
def test_other_marks_change_nothing(piece: Piece, opening: str, closing: str, extractor: Extractor) -> None:
    other = extractor.extract(piece.text.replace("«\u00a0", opening).replace("\u00a0»", closing))
    consistent(other)
    assert _said(other) == _said(_read(extractor, piece.text))


@pytest.mark.parametrize("apostrophe", ["’", "\u02bc"], ids=["curly", "modifier"])
@pytest.mark.parametrize("piece", PRESS, ids=IDS)
def test_other_apostrophes_change_nothing(piece: Piece, apostrophe: str, extractor: Extractor) -> None:
    other = extractor.extract(piece.text.replace("'", apostrophe))
    consistent(other)
    assert _rows(other) == _rows(_read(extractor, piece.text))


@pytest.mark.parametrize("end", ["\r\n", "\u2028"], ids=["windows", "line separator"])
@pytest.mark.parametrize("piece", PRESS, ids=IDS)
def test_other_line_ends_change_nothing(piece: Piece, end: str, extractor: Extractor) -> None:
    other = extractor.extract(piece.text.replace("\n", end))
    consistent(other)
    assert _said(other) == _said(_read(extractor, piece.text))


@pytest.mark.parametrize("piece", PRESS, ids=IDS)
def test_blanks_around_change_nothing(piece: Piece, extractor: Extractor) -> None:
    """A blank line in front, and a blank at the end of each line."""
    other = extractor.extract("\n\n" + piece.text.replace("\n\n", " \n\n"))
    assert _said(other) == _said(_read(extractor, piece.text))
