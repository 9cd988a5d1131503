"""Which articles are copies of one dispatch, and which tell one story.

Both are read off the facts that the ledger keeps of an article: digests of its sentences and the terms it
is about. No statistics of the whole ledger are used, so adding an article cannot change what two others
have to do with each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from quotes.ledger.record import ArticleRecord
from quotes.ledger.tables import words

DAYS_OF_STORY = 14
_TERMS_OF_STORY = 3
_SENTENCES_OF_COPY = 3
_SHARE_OF_COPY = 0.6
_LOOKED_UP = 64
_NEIGHBOURS = 8
_INDEX_BITS = 24
_HEXADECIMAL = re.compile("[0-9a-f]{10}")

# Names and words that half of the French press shares: they do not tell one story from another.
_COMMONPLACE = words("topic")


def day(text: str | None) -> int | None:
    """The day of an ISO date or timestamp as an ordinal, None where there is none."""
    if text is None or len(text) < 10:
        return None
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


class Stories:
    """The articles of a ledger, by index. ``roots[i]`` is the article that ``i`` copies, or ``i`` itself."""

    def __init__(self, articles: Sequence[ArticleRecord]) -> None:
        self.days = [day(article.date) for article in articles]
        # Tuples as the articles hold them: a set for each would be the largest thing in memory.
        self._terms = [article.terms for article in articles]
        self.roots = _copies(articles)

    def terms(self, article: int) -> frozenset[str]:
        """What an article is about, without the words that half of the press shares."""
        return frozenset(self._terms[article]) - _COMMONPLACE

    def alike(self, one: int, two: int, apart_from: frozenset[str] = frozenset()) -> bool:
        """Do the articles tell one story? ``apart_from`` are terms that do not count (the name at stake)."""
        if self.roots[one] == self.roots[two]:
            return True
        return self.near(one, two) and self._shared(one, two, apart_from)

    def near(self, one: int, two: int, days: int = DAYS_OF_STORY) -> bool:
        """Are they at most so many days apart, as far as both are dated?"""
        a, b = self.days[one], self.days[two]
        return a is None or b is None or abs(a - b) <= days

    def _shared(self, one: int, two: int, apart_from: frozenset[str]) -> bool:
        return len((self.terms(one) & self.terms(two)) - apart_from) >= _TERMS_OF_STORY


class Company:
    """The articles in which somebody is named: finds those of one story without comparing all pairs."""

    def __init__(self, stories: Stories, articles: Iterable[int], apart_from: frozenset[str]) -> None:
        self._stories = stories
        self._articles = sorted(set(articles))
        self._apart_from = apart_from
        self._postings: dict[str, list[int]] | None = None

    def __contains__(self, article: int) -> bool:
        """Does the article tell the story of one of them?"""
        return any(True for _ in self.of(article))

    def of(self, article: int) -> Iterable[int]:
        """Those of them that tell its story."""
        if len(self._articles) <= _LOOKED_UP:
            for other in self._articles:
                if self._stories.alike(article, other, self._apart_from):
                    yield other
            return
        counts: Counter[int] = Counter()
        index = self._index()
        for term in self._stories.terms(article) - self._apart_from:
            counts.update(index.get(term, ()))
        counts.update(dict.fromkeys(index.get(f"={self._stories.roots[article]}", ()), _TERMS_OF_STORY))
        for other, shared in sorted(counts.items()):
            if shared >= _TERMS_OF_STORY and self._stories.alike(article, other, self._apart_from):
                yield other

    def _index(self) -> dict[str, list[int]]:
        if self._postings is None:
            self._postings = defaultdict(list)
            for other in self._articles:
                for term in self._stories.terms(other):
                    self._postings[term].append(other)
                self._postings[f"={self._stories.roots[other]}"].append(other)
        return self._postings


def _copies(articles: Sequence[ArticleRecord]) -> list[int]:
    """For each article the index of the one it copies: the earliest of its group, else the first by id.

    Articles are copies where they share three sentences or more and most of the shorter one's.
    """
    parents = list(range(len(articles)))

    def find(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for left, right in _meetings(articles):
        if find(left) != find(right) and _copy(articles[left], articles[right]):
            parents[find(left)] = find(right)
    best: dict[int, int] = {}
    for at, article in enumerate(articles):
        root = find(at)
        key = (article.date or "9999", article.id)
        held = best.get(root)
        if held is None or key < (articles[held].date or "9999", articles[held].id):
            best[root] = at
    return [best[find(at)] for at in range(len(articles))]


def _meetings(articles: Sequence[ArticleRecord]) -> Iterable[tuple[int, int]]:
    """Pairs of articles that share a sentence. Of many that do, neighbours and the first stand for all."""
    entries = np.fromiter(
        (
            int(name[:10], 16) << _INDEX_BITS | at
            for at, article in enumerate(articles)
            for name in (*article.sketch.split(), article.sha256)
            if _HEXADECIMAL.match(name)
        ),
        dtype=np.uint64,
    )
    entries.sort()
    names = entries >> np.uint64(_INDEX_BITS)
    twice = np.flatnonzero(names[1:] == names[:-1])
    mask = (1 << _INDEX_BITS) - 1
    start = -1
    for at in twice.tolist():
        if start < 0 or names[start] != names[at]:
            start = at
        right = int(entries[at + 1]) & mask
        for place in {start, *range(max(start, at - _NEIGHBOURS + 1), at + 1)}:
            yield int(entries[place]) & mask, right


def _copy(one: ArticleRecord, two: ArticleRecord) -> bool:
    if one.sha256 == two.sha256:
        return one.chars > 0
    a, b = set(one.sketch.split()), set(two.sketch.split())
    shared = len(a & b)
    return shared >= _SENTENCES_OF_COPY and shared >= _SHARE_OF_COPY * min(len(a), len(b))
