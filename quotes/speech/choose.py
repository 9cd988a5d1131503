"""Choose: of all cues of a sentence the one for each quotation, and what is no quotation at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from quotes.speech.candidate import Candidate
from quotes.speech.echoes import echoes, heads, told
from quotes.speech.extents import Extent, boundaries, extents, sites
from quotes.speech.features import marked
from quotes.speech.page import Page
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.types import QuoteType, Span
from quotes.weigh.score import Weights, logistic, softmax, total

# from here on a stretch is speech, a clause reported: of clauses that are even as many are wrong as right
SURE = 0.6
EVEN = 0.5
_CONDITIONAL = re.compile(r"\w{2,}(?:rait|raient)\b")


# the words of a block quote, of a turn and of a sentence that is nothing but a quotation stand without a cue
BLOCK_QUOTE, TURN, FREE = "block quote", "turn", "free"


@dataclass(frozen=True, slots=True)
class Record:
    """Reported speech of one sentence: its words, and the candidate that offers them.

    ``probability`` is how likely the words are reported speech; ``features`` what carried that.
    """

    candidate: Candidate
    type: QuoteType
    verbatim: tuple[Span, ...]
    content: Span | None
    probability: float = 1.0
    features: tuple[str, ...] = ()


def choose(
    page: Page, weights: Weights, signed: Collection[int] = (), turns: Collection[int] = ()
) -> tuple[tuple[Record, ...], ...]:
    """What is speech, sentence by sentence, for the whole article.

    ``signed`` are the starts of block quotes that somebody signs: he says them, whatever stands around;
    ``turns`` the starts of turns of a dialogue.
    """
    probable = {i: logistic(total(weights.marked, marked(page, i))) for i in page.sentence_of}
    again = echoes(page)
    return tuple(
        tuple(
            _weighed(page, record, probable) for record in _all(page, sentence, probable, weights, signed, turns, again)
        )
        for sentence in range(len(page.article.sentences))
    )


def _all(
    page: Page,
    sentence: int,
    probable: Mapping[int, float],
    weights: Weights,
    signed: Collection[int],
    turns: Collection[int],
    again: Collection[int],
) -> list[Record]:
    """The records of a sentence, with those of stretches that no candidate holds. ``again`` repeat a quotation."""
    spans = page.article.spans
    found = [
        record
        for record in _by_cue(page, sentence, probable, weights)
        if not any(spans[i].start in signed for i in record.candidate.spans)
    ]
    covered = {i for record in found for i in record.candidate.spans}
    for index in page.article.sentences[sentence].spans:
        if index in covered or probable[index] < EVEN and index not in again:
            continue
        start, end = spans[index].start, spans[index].end
        alone = BLOCK_QUOTE if start in signed else TURN if start in turns else FREE
        if alone == FREE and index not in again and (told(page, index) or heads(page, index)):
            continue
        kind: QuoteType = "mixed" if alone == FREE and _fragment(page, sentence, index) else "direct"
        found.append(Record(Candidate(alone, sentence, None, None, (index,)), kind, ((start, end),), None))
    return found


def _fragment(page: Page, sentence: int, index: int) -> bool:
    """*Il veut « casser les codes » ici*: marked words that are a part of the reporter's own sentence."""
    article = page.article
    whole, span = article.sentences[sentence], article.spans[index]
    outside = article.view[whole.start : span.outer[0]] + article.view[span.outer[1] : whole.end]
    return article.view[span.start].islower() and any(c.isalpha() for c in outside)


def _weighed(page: Page, record: Record, probable: Mapping[int, float]) -> Record:
    """A record with how likely it is: by its stretches, else by its clause."""
    held = [i for i in record.candidate.spans if i in probable]
    if not record.verbatim or not held:
        return replace(record, probability=record.candidate.probability, features=record.candidate.seen)
    best = max(held, key=lambda i: probable[i])
    return replace(record, probability=probable[best], features=tuple(marked(page, best)))


def _by_cue(page: Page, sentence: int, probable: Mapping[int, float], weights: Weights) -> tuple[Record, ...]:
    """The records that a cue reports: every quotation to its strongest cue, clauses without overlap."""
    article = page.article
    found = _settled(page, sentence, weights)
    kept = (_speaking(candidate, probable) for candidate in _relay(article, found))
    candidates = [candidate for candidate in kept if candidate is not None]
    taken: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=lambda h: -h.strength):
        if candidate.content is not None and not candidate.spans and candidate.marked_only:
            continue
        for index in candidate.spans:
            taken.setdefault(index, candidate)
    records: list[Record] = []
    contents: list[Span] = []
    for candidate in sorted(candidates, key=lambda h: -h.strength):
        own = tuple(i for i in candidate.spans if taken.get(i) is candidate)
        if candidate.spans and not own:
            trimmed = (
                _before_foreign(article, candidate, taken)
                if candidate.content is not None and not candidate.marked_only
                else None
            )
            if trimmed is None:
                continue
            candidate = trimmed
        if not candidate.spans and candidate.content is None:
            continue
        if candidate.content is not None:
            if any(_overlap(candidate.content, other) for other in contents):
                if not own:
                    continue
                records.extend(_single(article, candidate, i) for i in own)
                continue
            if not own and any(
                _overlap(candidate.content, article.spans[i].outer) and _direct(taken[i]) for i in taken
            ):
                continue
        if candidate.content is None:
            records.extend(_single(article, candidate, i) for i in own) if not candidate.verbatim else records.append(
                Record(candidate, "direct", candidate.verbatim, None)
            )
            continue
        records.append(_clause(article, candidate, own))
        if records[-1].content is not None:
            contents.append(candidate.content)
    return tuple(sorted(records, key=lambda r: (r.verbatim or (r.content,))[0] or (0, 0)))


def _settled(page: Page, sentence: int, weights: Weights) -> list[Candidate]:
    """The candidates of a sentence, the clause of each cue settled: as far as the weights say, or none."""
    out = [c for c in page.candidates[sentence] if c.content is None and not c.sourced_only]
    places = boundaries(page.article, sentence)
    for group in sites(page, sentence):
        offered = extents(page, group, places)
        scores = [total(weights.clause, one.features) for one in offered]
        shares = softmax([*scores, 0.0])
        if shares[-1] < 1 - SURE:
            best = _likeliest(offered, shares)
            out.append(replace(best.candidate, marked_only=False, probability=1 - shares[-1], seen=best.features))
        elif group[0].spans and not group[0].marked_only and not group[0].loose:
            out.append(replace(group[0], content=None))
    return out


def _likeliest(offered: Sequence[Extent], shares: Sequence[float]) -> Extent:
    """The extent that shares most with what is right: of many that differ by a word none is likely by itself."""

    def shared(one: Extent) -> float:
        own = one.candidate.content
        return sum(share * _common(own, other.candidate.content) for other, share in zip(offered, shares, strict=False))

    return max(offered, key=shared)


def _common(one: Span | None, other: Span | None) -> float:
    """Intersection over union."""
    assert one is not None
    assert other is not None
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def _before_foreign(article: ParsedArticle, candidate: Candidate, taken: dict[int, Candidate]) -> Candidate | None:
    """The clause up to the quotations in it that another cue holds."""
    assert candidate.content is not None
    others = [taken[i] for i in candidate.spans if i in taken]
    starts = [article.spans[i].outer[0] for i in candidate.spans]
    starts += [h.cue.start for h in others if h.cue is not None] + [
        h.source.start for h in others if h.source is not None
    ]
    limit = min(s for s in starts if s > candidate.content[0]) if any(s > candidate.content[0] for s in starts) else 0
    comma = article.view.rfind(",", candidate.content[0], limit)
    if comma < 0 or len(article.view[candidate.content[0] : comma].split()) < 3:
        return None
    return replace(candidate, spans=(), content=(candidate.content[0], comma))


def _speaking(candidate: Candidate, probable: Mapping[int, float]) -> Candidate | None:
    """A candidate with those of its stretches that are speech, None where nothing is left to report."""
    spans = tuple(i for i in candidate.spans if probable.get(i, 0.0) >= EVEN)
    if not spans and (candidate.content is None or candidate.marked_only):
        return None
    return candidate if spans == candidate.spans else replace(candidate, spans=spans)


def _direct(candidate: Candidate) -> bool:
    return candidate.content is None


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _relay(article: ParsedArticle, candidates: Sequence[Candidate]) -> list[Candidate]:
    """*Selon X, Y a dit que …*: X passes on what Y said."""
    out = list(candidates)
    for outer in candidates:
        if outer.content is None or outer.cue is None or outer.cue.lemma not in ("selon", "d'après"):
            continue
        inner = [
            h
            for h in out
            if h is not outer
            and h.cue is not None
            and outer.content[0] <= h.cue.start < outer.content[1]
            and h.cue.lemma not in ("selon", "d'après", "pour")
            and h.source is not None
            and (h.content is None or _overlap(h.content, outer.content))
            and h.strength >= 0.7
            and not h.cue.text.lower().startswith(("ne ", "n'"))
        ]
        # *Selon X, Y aurait demandé à partir*: the conditional leaves it to X
        hearsay = [
            h for h in inner if h.construction == "reported infinitive" and h.cue and _CONDITIONAL.search(h.cue.text)
        ]
        if hearsay and len(hearsay) == len(inner):
            out = [h for h in out if h not in hearsay]
        elif inner:
            out.remove(outer)
            for h in inner:
                out[out.index(h)] = replace(h, relay=_short_of(article, outer.source, h.source))
    return out


def _short_of(article: ParsedArticle, outer: Phrase | None, inner: Phrase | None) -> Phrase | None:
    """*Selon Radio Quercy, Claire Hubert, …, déclare que*: who speaks is no apposition of who passes it on."""
    if outer is None or inner is None or not outer.start < inner.start < outer.end:
        return outer
    end = outer.start + len(article.view[outer.start : inner.start].rstrip(" ,"))
    return replace(outer, end=end) if article.view[end : end + 1] == "," else outer


def _single(article: ParsedArticle, candidate: Candidate, index: int) -> Record:
    span = article.spans[index]
    kind: QuoteType = "mixed" if candidate.construction.startswith(("marked", "naming", "in their")) else "direct"
    return Record(candidate, kind, ((span.start, span.end),), None)


def _clause(article: ParsedArticle, candidate: Candidate, own: tuple[int, ...]) -> Record:
    assert candidate.content is not None
    verbatim = tuple((article.spans[i].start, article.spans[i].end) for i in own)
    content: Span | None = candidate.content
    if len(own) == 1:
        span = article.spans[own[0]]
        inside = article.view[candidate.content[0] : candidate.content[1]].strip(' \n.,;:!?…«»“”"')
        marked = article.view[span.start : span.end].strip(' \n.,;:!?…«»“”"')
        if len(marked) >= 0.95 * len(inside):
            if (
                candidate.cue is not None
                and candidate.cue.lemma in ("selon", "d'après", "pour")
                or candidate.construction.startswith("incise")
            ):
                return Record(candidate, "direct", verbatim, None)
            content = verbatim[0]
        before = article.view[candidate.content[0] : span.outer[0]].strip().lower()
        if before in ("un", "une", "des", "le", "la", "les", "l'") and span.outer[1] >= candidate.content[1]:
            content = None  # a noun phrase whose noun is marked (*une « reculade », pour X*) is no clause
    return Record(candidate, "mixed" if verbatim else "indirect", verbatim, content)
