"""Law 4: a neutral paragraph in front only shifts, and typography changes no record and no speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layers import consistent
from texts import examples

from quotes.pipeline import Extractor
from quotes.testing import NOISES, Drawn, articles
from quotes.types import Extraction, Quote, Span

Row = tuple[str, tuple[Span, ...], Span | None, str | None, tuple[str, ...], str | None]
Said = tuple[str, str, str | None]

NEUTRAL = (
    "Il pleut depuis ce matin sur la vallée, et la rivière monte encore.\n\n",
    "Le marché ouvre à huit heures sur la place, comme chaque semaine depuis un siècle.\n\n",
    "La route départementale longe le canal jusqu'au pont. Elle est bordée de platanes.\n\n",
)


def rows(extraction: Extraction, shift: int = 0) -> list[Row]:
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


def said(quotes: tuple[Quote, ...], text: str) -> list[Said]:
    """The records without their places: the words between the marks, in one typography."""
    return [(q.type, plain(" ".join(text[a:b] for a, b in (*q.verbatim, q.content or (0, 0)))), who(q)) for q in quotes]


def who(quote: Quote) -> str | None:
    return plain(quote.speaker.name) if quote.speaker else None


def plain(words: str) -> str:
    for mark in "«»“”„<>":
        words = words.replace(mark, '"')
    return " ".join(words.replace("’", "'").replace("\u02bc", "'").replace('"', " ").replace("-\n", "-").split())


# straight marks have no direction, so nothing may stand inside them that has
DIRECTED = [("« ", " »"), ("«", "»"), ("«\u00a0", "\u00a0»"), ("«\u2009", "\u2009»"), ("<< ", " >>")]


@examples(60)
@given(drawn=articles(noise=()), pair=st.sampled_from(DIRECTED))
def test_other_blanks_in_guillemets_change_nothing(extractor: Extractor, drawn: Drawn, pair: tuple[str, str]) -> None:
    plain_text, other_text = drawn.text, drawn.text
    for opening, closing in (*DIRECTED[::-1], ("<<", ">>")):
        plain_text = plain_text.replace(opening, "«").replace(closing, "»")
    other_text = plain_text.replace("«", pair[0]).replace("»", pair[1])
    other = extractor.extract(other_text)
    consistent(other)
    assert said(other.quotes, other_text) == said(extractor.extract(plain_text).quotes, plain_text)


@pytest.mark.parametrize("apostrophe", ["’", "\u02bc"], ids=["curly", "modifier"])
@examples(40)
@given(drawn=articles(noise=()))
def test_other_apostrophes_change_nothing(extractor: Extractor, drawn: Drawn, apostrophe: str) -> None:
    other = extractor.extract(drawn.text.replace("'", apostrophe))
    consistent(other)
    assert [(*r[:3], r[3] and plain(r[3])) for r in rows(other)] == [
        (*r[:3], r[3] and plain(r[3])) for r in rows(extractor.extract(drawn.text))
    ]


@pytest.mark.parametrize("end", ["\r\n", "\u2028", "\r"], ids=["windows", "line separator", "old mac"])
@examples(30)
@given(drawn=articles(noise=()))
def test_other_line_ends_change_nothing(extractor: Extractor, drawn: Drawn, end: str) -> None:
    text = drawn.text.replace("\n", end)
    other = extractor.extract(text)
    consistent(other)
    assert said(other.quotes, text) == said(extractor.extract(drawn.text).quotes, drawn.text)


@examples(40)
@given(drawn=articles(noise=()))
def test_blanks_around_change_nothing(extractor: Extractor, drawn: Drawn) -> None:
    """Blank lines in front and behind, and a blank at the end of each line."""
    text = "\n\n" + drawn.text.replace("\n", " \n") + "\n \n"
    other = extractor.extract(text)
    assert said(other.quotes, text) == said(extractor.extract(drawn.text).quotes, drawn.text)


# how a page is wrapped is told from its lines, and one more line may tell it: words broken by a scan are left out
UNBROKEN = tuple(noise for noise in NOISES if noise != "hyphens of OCR")


@examples(60)
@given(drawn=articles(noise=UNBROKEN), paragraph=st.sampled_from(NEUTRAL))
def test_a_neutral_paragraph_in_front_only_shifts(extractor: Extractor, drawn: Drawn, paragraph: str) -> None:
    other = extractor.extract(paragraph + drawn.text)
    consistent(other)
    assert rows(other) == rows(extractor.extract(drawn.text), shift=len(paragraph))
