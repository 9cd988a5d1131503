"""Law 6: the quotes whose answer was drawn before the text was written are found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes.entities.names import fold
from quotes.testing.articles import Drawn
from quotes.types import Quote, Span, Speaker

_DETERMINER = re.compile(r"^(?:l'|d'|(?:le|la|les|un|une|des|du) )")
_POINTS = " \r\n\t\u00a0\u202f,;:.!?…"


def missing(drawn: Drawn, found: Sequence[Quote]) -> tuple[Quote, ...]:
    """The drawn quotes that are not among ``found``, in order: none where all were found.

    A quote is found where another has its type, its verbatim stretches, its content but for the points at the
    edges, and its speaker (by a name or an alias) and the others, whose names are compared without case, accents and
    determiner.
    """
    answers = {_answer(quote, drawn.text) for quote in found}
    return tuple(
        quote
        for quote in drawn.quotes
        if not any(_answer(replace(quote, speaker=one), drawn.text) in answers for one in _named(quote.speaker))
    )


def surplus(drawn: Drawn, found: Sequence[Quote]) -> tuple[Quote, ...]:
    """The found quotes that share no word with any drawn one: what nobody said."""
    said = [span for quote in drawn.quotes for span in _spans(quote)]
    return tuple(quote for quote in found if not any(a < d and c < b for a, b in _spans(quote) for c, d in said))


def _spans(quote: Quote) -> tuple[Span, ...]:
    return (*quote.verbatim, *((quote.content,) if quote.content else ()))


def _answer(quote: Quote, text: str) -> tuple[object, ...]:
    content = _inside(text, quote.content) if quote.content else None
    verbatim = quote.verbatim if quote.type == "direct" else tuple(_inside(text, span) for span in quote.verbatim)
    return quote.type, verbatim, content, _name(quote.speaker), tuple(map(_name, quote.others))


def _inside(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _POINTS:
        start += 1
    while end > start and text[end - 1] in _POINTS:
        end -= 1
    return start, end


def _named(speaker: Speaker | None) -> tuple[Speaker | None, ...]:
    """The speaker under each of their names."""
    if speaker is None:
        return (None,)
    return tuple(replace(speaker, name=name) for name in (speaker.name, *speaker.aliases))


def _name(speaker: Speaker | None) -> str | None:
    return _DETERMINER.sub("", fold(speaker.name)) if speaker else None
