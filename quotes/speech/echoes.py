"""Echoes: words set apart that repeat words of the body: of somebody's quotation, or the reporter's own.

A pull quote or a heading in marks is one more occurrence of what it repeats, and its speaker the same: *« La digue a
cédé »* above, *« La digue a cédé vers minuit », raconte Anne Morel* below. What repeats no marks but the body's own
words is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from quotes.speech.page import Page, bare
from quotes.syntax.words import is_finite

_LEAST = 3  # words; fewer return by chance
_COMPARED = 20  # stretches that share the first words
_FEW = 6  # words of a heading
_LONG = 6  # words that make a stretch worth comparing loosely
_SHARE = 0.6  # of its pairs of words


def echoes(page: Page) -> Mapping[int, int]:
    """A marked stretch → the one whose words it repeats, for those that are a block of their own."""
    words = {i: bare(page.article.view[slice(*_span(page, i))]) for i in page.sentence_of}
    blocks = {i for i in words if _a_block(page, i)}
    by_run: dict[tuple[str, ...], list[int]] = {}
    for i, said in words.items():
        for run in _runs(said.split(), _LEAST) if i not in blocks else ():
            by_run.setdefault(run, []).append(i)
    found: dict[int, int] = {}
    for index in blocks:
        first = tuple(words[index].split()[:_LEAST])
        fuller = (i for i in by_run.get(first, ())[:_COMPARED] if f" {words[index]} " in f" {words[i]} ")
        whole = next(fuller, None)
        if whole is not None:
            found[index] = whole
    return found


def told(page: Page, index: int) -> bool:
    """Does a stretch that is a block of its own repeat what the body says without marks?"""
    words = bare(page.article.view[slice(*_span(page, index))]).split()
    if len(words) < _LONG or not _a_block(page, index):
        return False
    pairs = list(pairwise(words))
    return sum(page.plain[pair] > 0 for pair in pairs) >= _SHARE * len(pairs) and _closely(page, words)


def heads(page: Page, index: int) -> bool:
    """*Trois enquêtes en cours*, set as a block quote without marks: few words without a verb are a heading."""
    article, span = page.article, page.article.spans[index]
    if span.mark or not _a_block(page, index) or len(article.view[span.start : span.end].split()) > _FEW:
        return False
    first, last = article.token_at(span.start), article.token_at(span.end)
    return article.view[span.end - 1].isalnum() and not any(is_finite(article, i) for i in range(first, last))


def _closely(page: Page, words: list[str]) -> bool:
    """Do runs of four of the words stand in the body, not only pairs that any text has?"""
    runs = list(_runs(words, 4))
    return sum(page.plain[run] > 0 for run in runs) * 3 >= len(runs)


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _a_block(page: Page, index: int) -> bool:
    article, (start, end) = page.article, page.article.spans[index].outer
    block = article.blocks[article.sentences[page.sentence_of[index]].block]
    return not any(c.isalnum() for c in article.view[block.start : start] + article.view[end : block.end])


def _span(page: Page, index: int) -> tuple[int, int]:
    span = page.article.spans[index]
    return span.start, span.end
