"""Headings: marked words above the body belong to whoever says them in the body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from quotes.entities.names import fold
from quotes.syntax.article import ParsedArticle
from quotes.types import Quote, QuoteType, Span


def headlines(article: ParsedArticle, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes with those of headings given their speakers, and marked words of headings that the body quotes too."""
    body = _Body(article, [q for q in quotes if q.speaker is not None and not _headed(article, _start(q))])
    out = [_said_below(article, quote, body) for quote in quotes]
    taken = {v for q in out for v in q.verbatim}
    titles = _titles(article, taken)
    for span in article.spans:
        if span.depth or (span.start, span.end) in taken or not _headed(article, span.start):
            continue
        words = fold(article.view[span.start : span.end])
        said = words.strip(" .!?…")
        found = body.holding(said) if len(said) >= 8 and words not in titles else None
        if found is None:
            continue
        kind: QuoteType = "direct" if article.view[span.start].isupper() else "mixed"
        out.append(
            Quote(
                kind,
                " ".join(article.view[span.start : span.end].split()),
                ((span.start, span.end),),
                speaker=found.speaker,
                others=found.others,
                confidence=found.confidence,
                why=("words of a heading", "said in the body"),
            )
        )
    return out


class _Body:
    """The quotes of the body by their words, folded; all headings ask the same ones."""

    def __init__(self, article: ParsedArticle, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        texts = [fold(q.text) for q in quotes]
        self._words = "\n".join(texts)  # a folded text has no line end
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        self._stretches: dict[str, Quote] = {}
        for quote in quotes:
            for start, end in quote.verbatim:
                self._stretches.setdefault(fold(article.view[start:end]).strip(" .!?…"), quote)

    def holding(self, said: str) -> Quote | None:
        """The first quote in which these words stand."""
        at = self._words.find(said)
        return self._quotes[bisect_right(self._starts, at) - 1] if at >= 0 and self._quotes else None

    def saying(self, said: str) -> Quote | None:
        """The first quote that holds these words of a heading; one or two only as a stretch of their own."""
        if len(said.split()) > 2:
            return self.holding(said)
        return self._stretches.get(said) if len(said) >= 5 else None


def _said_below(article: ParsedArticle, quote: Quote, body: _Body) -> Quote:
    """A quote of a heading with the speaker that the body gives its words."""
    if not quote.verbatim or not _headed(article, _start(quote)) or _has_source(article, quote):
        return quote
    said = fold(" ".join(article.view[a:b] for a, b in quote.verbatim)).strip(" .!?…")
    found = body.saying(said)
    if found is None or found.speaker is None or quote.speaker is not None and quote.speaker.name == found.speaker.name:
        return quote
    return replace(quote, speaker=found.speaker, others=found.others, why=(*quote.why, "said in the body"))


def _has_source(article: ParsedArticle, quote: Quote) -> bool:
    """Does the quote name who speaks, or say so by a cue of the first paragraph, which is no heading proper?

    Whoever goes on speaking there has been named there (*« … », déclare Anne Morel. « … »*).
    """
    block = article.block_at(_start(quote))
    paragraph = block is None or block.kind != "heading"
    if quote.speaker is None or quote.mention is None:
        return paragraph and "the speaker goes on" in quote.why
    return paragraph or quote.speaker.name in quote.mention.text


def _titles(article: ParsedArticle, taken: set[Span]) -> frozenset[str]:
    """Words in marks of their own below the headings that nobody says there, folded: titles, terms."""
    below = [s for s in article.spans if not _headed(article, s.start)]
    said = {fold(article.view[s.start : s.end]) for s in below if (s.start, s.end) in taken}
    return frozenset(fold(article.view[s.start : s.end]) for s in below) - said


def _headed(article: ParsedArticle, at: int) -> bool:
    """Does an offset lie in a heading or in the first block of the page?"""
    block = article.block_at(at)
    return block is not None and (block.kind == "heading" or block is article.blocks[0])


def _start(quote: Quote) -> int:
    return (quote.verbatim or ((quote.content or (0, 0)),))[0][0]
