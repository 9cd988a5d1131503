"""Extents: where a reported clause may begin and end, and what is seen of each place.

A clause is decided together with its extent: of all that a cue may report, from each place where it may begin to
each where it may end, the weights prefer one, or nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes import lexicon
from quotes.speech.candidate import Candidate
from quotes.speech.clauses import clause
from quotes.speech.extent import spans_inside
from quotes.speech.page import Page, sign, step
from quotes.speech.shape import shape
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import is_finite
from quotes.types import Span

_OPENS = frozenset(
    "et mais ou car alors tandis après avant sans selon ce qui dont où que qu' si quand lorsque lorsqu' pour".split()
)
_PUNCTUATION = frozenset(", ; : — – ( ) .".split())
_TRIMMED = " \n,;:.!?…—–-("
_NEAREST, _LAST = 7, 2
_PASSED = 12


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where a clause may end (``end``) or the next begin (``start``), and what stands there."""

    end: int
    start: int
    kind: str


@dataclass(frozen=True, slots=True)
class Extent:
    """A clause that may be reported: its candidate, with the features of its extent."""

    candidate: Candidate
    features: tuple[str, ...]


def boundaries(article: ParsedArticle, sentence: int) -> tuple[Boundary, ...]:
    """The places of a sentence in order: punctuation, conjunctions, marks; its beginning and its end left out."""
    whole = article.sentences[sentence]
    lo, hi = article.range(sentence)
    held = [article.spans[i].outer for i in whole.spans]
    found: dict[int, Boundary] = {}
    for i in range(lo + 1, hi):
        token, word = article.tokens[i], article.lows[i]
        if any(a < token.start < b - 1 for a, b in held):
            continue
        if word in _PUNCTUATION:
            following = f"{_kind(article, i + 1, hi)}"
            at = _trim(article.view, token.start)
            found.setdefault(at, Boundary(at, _skip(article.view, token.end, whole.end), f"{word} {following}"))
        elif word in _OPENS and token.upos in ("CCONJ", "SCONJ", "ADP", "PRON", "ADV"):
            at = _trim(article.view, token.start)
            found.setdefault(at, Boundary(at, token.start, f"{word} {_kind(article, i + 1, hi)}"))
    for start, end in held:
        before = _trim(article.view, start)
        found.setdefault(before, Boundary(before, start, "before marks"))
        found.setdefault(
            end,
            Boundary(
                end, _skip(article.view, end, whole.end), f"behind marks {_kind(article, article.token_at(end), hi)}"
            ),
        )
    return tuple(found[at] for at in sorted(found) if whole.start < at < whole.end)


def _kind(article: ParsedArticle, index: int, stop: int) -> str:
    if index >= stop:
        return "end"
    word, token = article.lows[index], article.tokens[index]
    if word in _OPENS or word in _PUNCTUATION:
        return word
    if token.upos in ("VERB", "AUX"):
        form = "participle" if word.endswith("ant") else "finite" if is_finite(article, index) else "verb"
        return f"{form}{' that reports' if word in lexicon.verb_forms() else ''}"
    return token.upos


def _trim(view: str, at: int) -> int:
    while at > 0 and view[at - 1] in " \n,;:—–(":
        at -= 1
    return at


def _skip(view: str, at: int, end: int) -> int:
    while at < end and view[at] in " \n,;:—–)":
        at += 1
    return at


def sites(page: Page, sentence: int) -> list[list[Candidate]]:
    """The candidates with a clause, those of one cue together, the strongest first."""
    found: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in page.candidates[sentence]:
        if candidate.content is None:
            continue
        cue = candidate.cue
        before = cue is not None and candidate.content[0] < cue.start
        key = (cue.end, before) if cue is not None else (-candidate.content[0], 0)
        found.setdefault(key, []).append(candidate)
    return [sorted(group, key=lambda c: -c.strength) for group in found.values()]


def extents(page: Page, group: Sequence[Candidate], places: Sequence[Boundary]) -> list[Extent]:
    """All extents of what one cue may report."""
    article = page.article
    best = group[0]
    sentence = article.sentences[best.sentence]
    found: dict[Span, Candidate] = {}
    for candidate in group:
        assert candidate.content is not None
        for start, end in _grown(article, candidate, places, sentence.end):
            found.setdefault((start, _trim_end(article.view, start, end)), candidate)
    out = []
    for content, candidate in found.items():
        start, end = content
        if end - start < 6 or _cuts(article, best.sentence, content):
            continue
        spans = spans_inside(article, best.sentence, start, end)
        own = candidate.content is not None and abs(candidate.content[1] - end) <= 2 and candidate.content[0] == start
        kept = candidate.spans if own else spans
        one = replace(candidate, content=content, spans=kept)
        out.append(Extent(one, tuple(_features(page, one, group, places, spans))))
    return out


def _grown(article: ParsedArticle, candidate: Candidate, places: Sequence[Boundary], last: int) -> Iterator[Span]:
    assert candidate.content is not None
    start, end = candidate.content
    yield candidate.content
    cue = candidate.cue
    final = _trim_end(article.view, start, last)
    if cue is None or start >= cue.start:
        first = bisect_right(places, start + 5, key=_end)
        near = places[first : first + _NEAREST]
        far = places[max(first, len(places) - _LAST) :]
        ends = [*(b.end for b in (*near, *far)), final]
        begins = [start, *_later(candidate, near)]
        yield from ((begin, at) for begin in begins for at in ends if at > begin)
        return
    last = bisect_left(places, end - 5, key=_start)
    before = [b.start for b in (*places[: min(_LAST, last)], *places[max(0, last - _NEAREST) : last])]
    for at in before:
        yield at, end
    behind = bisect_right(places, cue.end, key=_end)
    for at in (*(b.end for b in places[behind + 1 : behind + 3]), final):
        if at > end:
            for begin in (start, *before[-3:]):
                yield begin, at


def _later(candidate: Candidate, near: Sequence[Boundary]) -> list[int]:
    """*Selon X, très remontée, la piscine rouvrira*: behind what else is said of a source a clause may begin later."""
    if "selon" not in candidate.construction and "d'après" not in candidate.construction:
        return []
    return [place.start for place in near if place.kind.startswith(",")][:2]


def _end(place: Boundary) -> int:
    return place.end


def _start(place: Boundary) -> int:
    return place.start


def _trim_end(view: str, start: int, end: int) -> int:
    while end > start and view[end - 1] in _TRIMMED:
        end -= 1
    return end


def _cuts(article: ParsedArticle, sentence: int, content: Span) -> bool:
    """Does an extent cut a marked stretch in two?"""
    spans = (article.spans[i].outer for i in article.sentences[sentence].spans)
    return any(a < content[0] < b - 1 and b < content[1] or a < content[1] < b - 1 and content[0] < a for a, b in spans)


def _features(
    page: Page, one: Candidate, group: Sequence[Candidate], places: Sequence[Boundary], spans: Sequence[int]
) -> Iterator[str]:
    article = page.article
    assert one.content is not None
    start, end = one.content
    yield from clause(page, one)
    for name in sorted({name for c in group for name in c.seen}):
        yield name
        yield f"{group[-1].construction}: {name}"
    yield from _around(article, one)
    constructions = sorted({c.construction for c in group})
    yield f"offered by {' + '.join(constructions)}"
    strict = [c for c in group if not c.loose]
    yield "offered by a construction" if strict else "offered loosely"
    if strict:
        same = any(c.content is not None and abs(c.content[1] - end) <= 2 for c in strict)
        yield "ends as the construction says" if same else "ends elsewhere than the construction says"
        same = any(c.content is not None and abs(c.content[0] - start) <= 2 for c in strict)
        over = any(_goes_on(c) for c in strict)
        if over and one.cue is not None and start < one.cue.start:
            yield "goes on behind the cue as the construction says" if end > one.cue.end else "stops before the cue"
        yield "begins as the construction says" if same else "begins elsewhere than the construction says"
    yield from _others(page, one)
    at = bisect_left(places, end - 1, key=_end)
    here = places[at] if at < len(places) and abs(places[at].end - end) <= 1 else None
    family = one.construction.split(",")[0] if one.loose else one.construction.split(" ")[0]
    direction = "before the cue" if one.cue is not None and start < one.cue.start else "behind the cue"
    yield f"{direction}: ends at {here.kind if here else 'the end'}"
    yield f"{direction}: ends at {here.kind.split(' ')[0] if here else 'the end'}"
    first = bisect_left(places, start + 6, key=_end)
    if direction == "behind the cue":
        yield f"passes {step(max(0, at - first), (0, 1, 2, 3, 5))} places"
        hangs = _hangs(article, one)
        for passed in places[first : min(at, first + _PASSED)]:
            yield f"passes {passed.kind}"
            yield f"passes {passed.kind.split(' ')[0]}"
            yield f"{hangs}: passes {passed.kind}"
        yield f"{hangs}: ends at {here.kind if here else 'the end'}"
    else:
        opens = bisect_left(places, start, key=_start)
        begins = places[opens] if opens < len(places) and places[opens].start == start else None
        yield f"begins at {begins.kind if begins else 'the beginning'}"
        later = bisect_left(places, end, key=_start) - bisect_right(places, start, key=_start)
        yield f"begins {step(later, (0, 1, 2, 4))} places before its end"
        if one.cue is not None and end > one.cue.end:
            yield "goes on behind the cue"
    tree = list(shape(article, one))
    yield from tree
    yield from (f"{family}: {name}" for name in tree)
    yield f"{family}: {step(len(article.view[start:end].split()))} words"


def _others(page: Page, one: Candidate) -> Iterator[str]:
    """The cues and sources of other candidates: in the clause, or right behind it."""
    assert one.content is not None
    start, end = one.content
    seen: set[str] = set()
    for other in page.candidates[one.sentence]:
        if other.cue is None or one.cue is not None and other.cue.start == one.cue.start or other.loose:
            continue
        if start <= other.cue.start < end:
            seen.add("another cue inside")
            if other.content is not None and not start <= other.content[0] < end:
                seen.add("another cue inside, what it reports outside")
        elif end <= other.cue.start <= end + 40:
            seen.add("another cue right behind")
            seen.add(f"another cue right behind: {other.construction}")
        if other.source is not None and end <= other.source.start <= end + 5:
            seen.add("another source right behind")
    yield from sorted(seen)


def _goes_on(candidate: Candidate) -> bool:
    """*La source sera, selon X, tarie*: does a construction take the words on both sides of its cue for one clause?"""
    cue, content = candidate.cue, candidate.content
    return cue is not None and content is not None and content[0] < cue.start and content[1] > cue.end


def _hangs(article: ParsedArticle, one: Candidate) -> str:
    """How the cue hangs in its sentence, by its last token: *ROOT*, *advcl*, *acl:relcl*."""
    if one.cue is None:
        return "no cue"
    last = article.token_at(one.cue.end) - 1
    return article.tokens[max(0, min(last, len(article.tokens) - 1))].dep if article.tokens else "no cue"


def _around(article: ParsedArticle, one: Candidate) -> Iterator[str]:
    """The characters at the edges of a clause, its first words, and the other cues in it and between it and its own."""
    assert one.content is not None
    start, end = one.content
    before, behind = article.view[:start].rstrip(" \n")[-1:], article.view[end : end + 3].lstrip(" \n")[:1]
    yield f"begins behind {sign(before)}"
    yield f"ends before {sign(behind)}"
    first = article.token_at(start)
    if first < len(article.tokens):
        yield f"first token: {article.tokens[first].upos}"
    if one.source is not None and start <= one.source.start < end:
        yield "source inside the clause"
    cue = one.cue
    if cue is None:
        return
    low, high = (cue.end, start) if start >= cue.end else (end, cue.start)
    reporting = article.reporting
    inside = bisect_left(reporting, article.token_at(end)) - bisect_left(reporting, first)
    between = bisect_left(reporting, article.token_at(high)) - bisect_left(reporting, article.token_at(low))
    yield f"{step(inside, (0, 1, 2))} reporting forms inside"
    yield f"{step(max(0, between), (0, 1))} reporting forms between"
