"""Entries that may say the same in other words: an indirect report of a quotation, a second translation.

They are linked for a person to review, never merged. Two entries are compared only where one speaker says
both, in one article or in one story. What counts is how much of the shorter one's weight the two share:
names and the words that the articles are about weigh little, verbs that every sentence has next to nothing,
and names alone never suffice. Nothing here depends on how frequent a word is in the whole ledger.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import exp

from rapidfuzz import fuzz

from quotes.ledger.canon import fold, is_content, stem, tokens
from quotes.ledger.guards import opposed
from quotes.ledger.record import LedgerQuote, Link, Occurrence
from quotes.ledger.stories import Stories
from quotes.ledger.tables import words

DAYS = 7
# The least score of a link: what is reported indirectly is put in other words; who is cited twice directly
# has most often said two things.
_LEAST = {0: 0.40, 1: 0.33, 2: 0.235, 3: 0.235}
_BESIDE = 0.15  # an indirect report and the quotation that it introduces
_GAP = 80  # characters between the two
_FLOOR = 3.0  # weight below which a text is too short to be covered
_LIKE = 85  # texts so alike were kept apart by a guard: they contradict each other
_LINKS = 8
_POSTINGS = 24
_WINDOW = 40

_LIGHT = words("light")
_NAME = re.compile(r"(?<=[\w,;’'«\"(] )[A-ZÀ-ÖØ-Þ][\w-]*|(?<=['’])[A-ZÀ-ÖØ-Þ][\w-]*|\b[A-ZÀ-ÖØ-Þ]{2,}\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry as this comparison sees it: its stems with their weights, names apart."""

    quote: LedgerQuote
    weights: Mapping[str, float]
    total: float
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    spoken: int  # 2 indirect, 1 mixed, 0 direct
    articles: tuple[int, ...]


def related(quotes: Sequence[LedgerQuote], stories: Stories, articles: Mapping[str, int]) -> tuple[LedgerQuote, ...]:
    """The entries with their links, best first. ``articles`` gives the index of an article's id."""
    speakers: dict[str, list[int]] = defaultdict(list)
    for at, quote in enumerate(quotes):
        for speaker in {o.speaker for o in quote.occurrences if o.speaker is not None}:
            speakers[speaker].append(at)
    links: dict[int, dict[int, tuple[float, bool]]] = defaultdict(dict)
    for speaker in sorted(speakers):
        group = speakers[speaker]
        if len(group) < 2:
            continue
        told = [_told(quotes[at], stories, articles) for at in group]
        for a, b in _pairs(told):
            one, two = told[a], told[b]
            score = _score(one, two, stories)
            if score is not None:
                report = (one.spoken == 2) != (two.spoken == 2)
                links[group[a]][group[b]] = links[group[b]][group[a]] = score, report
    return tuple(_linked(quote, links[at], quotes) if at in links else quote for at, quote in enumerate(quotes))


def _linked(quote: LedgerQuote, found: Mapping[int, tuple[float, bool]], quotes: Sequence[LedgerQuote]) -> LedgerQuote:
    best = [Link(quotes[at].id, "report" if report else "variant", score) for at, (score, report) in found.items()]
    best.sort(key=lambda link: (-link.score, link.quote))
    return replace(quote, related=tuple(best[:_LINKS]))


def _told(quote: LedgerQuote, stories: Stories, articles: Mapping[str, int]) -> _Told:
    where = tuple(sorted({articles[o.article] for o in quote.occurrences}))[:_LINKS]
    topics = frozenset[str]().union(*(stories.terms(at) for at in where))
    named = {fold(name) for match in _NAME.finditer(quote.text) for name in match[0].split("-")}
    weights: dict[str, float] = {}
    names: set[str] = set()
    words_ = frozenset(word for word in tokens(quote.text) if is_content(word))
    for word in words_:
        root = stem(word)[:6]
        if word in named:
            names.add(root)
        weight = 0.3 if root in _LIGHT else 0.5 if word in named or word in topics else 1.0
        weights[root] = min(weight, weights.get(root, 1.0))
    spoken = {"indirect": 2, "mixed": 1, "direct": 0}[quote.type]
    numbers = frozenset(root for root in weights if root[0].isdigit())
    return _Told(quote, weights, sum(weights.values()), words_, frozenset(names), numbers, spoken, where)


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: neighbours in one article, and entries that share two words."""
    seen: set[tuple[int, int]] = set()
    by_article: dict[int, list[int]] = defaultdict(list)
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for article in one.articles:
            by_article[article].append(at)
        for root in one.weights:
            by_stem[root].append(at)
    for _, group in sorted(by_article.items()):
        for place, at in enumerate(group):
            seen.update((at, other) for other in group[place + 1 : place + _WINDOW])
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for group in by_stem.values():
        if len(group) <= _POSTINGS:
            for pair in combinations(group, 2):
                shared[pair] += 1
    seen.update(pair for pair, count in shared.items() if count >= 2)
    yield from sorted(seen)


def _score(one: _Told, two: _Told, stories: Stories) -> float | None:
    """How likely the two say the same, None where that is too little."""
    common = one.weights.keys() & two.weights.keys()
    if not common:
        return None
    beside = one.spoken + two.spoken in (2, 3) and one.spoken != two.spoken and _beside(one.quote, two.quote)
    weight = sum(min(one.weights[root], two.weights[root]) for root in common)
    said = any(root not in one.names and one.weights[root] > 0.5 for root in common)
    if weight < 1 or not (said or beside):
        return None
    covered = weight / max(min(one.total, two.total), _FLOOR)
    score = covered * (1 - exp(-weight / 2)) + (_BESIDE if beside else 0.0)
    if score < _LEAST[min(3, one.spoken + two.spoken)]:
        return None
    if one.numbers and two.numbers and not one.numbers & two.numbers:
        return None
    if opposed(one.words - two.words, two.words - one.words):
        return None
    if not _together(one, two, stories) or fuzz.ratio(fold(one.quote.text), fold(two.quote.text)) >= _LIKE:
        return None
    return round(min(score, 1.0), 2)


def _together(one: _Told, two: _Told, stories: Stories) -> bool:
    """Do the two stand in one article, or in articles of one story?"""
    if set(one.articles) & set(two.articles):
        return True
    return any(
        stories.alike(a, b) and (stories.near(a, b, DAYS) or stories.roots[a] == stories.roots[b])
        for a in one.articles
        for b in two.articles
    )


def _beside(one: LedgerQuote, two: LedgerQuote) -> bool:
    """Is one the report that introduces the other: by the same cue, or just before it?"""
    return any(
        a.article == b.article and a.speaker == b.speaker and _introduces(a, b)
        for a in one.occurrences[:_LINKS]
        for b in two.occurrences[:_LINKS]
    )


def _introduces(a: Occurrence, b: Occurrence) -> bool:
    report, speech = (a, b) if a.type == "indirect" else (b, a)
    if report.type != "indirect" or speech.type == "indirect":
        return False
    same_cue = a.cue is not None and b.cue is not None and (a.cue.start, a.cue.end) == (b.cue.start, b.cue.end)
    return same_cue or 0 <= speech.start - report.end <= _GAP
