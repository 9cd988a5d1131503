"""Choose: of all cues of a sentence the one for each quotation, and what is no quotation at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.speech.candidate import Candidate
from quotes.speech.titles import title_like
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.types import QuoteType, Span

_TERMINAL = ".!?…"
_CONDITIONAL = re.compile(r"\w{2,}(?:rait|raient)\b")


@dataclass(frozen=True, slots=True)
class Record:
    candidate: Candidate
    type: QuoteType
    verbatim: tuple[Span, ...]
    content: Span | None


def choose(article: ParsedArticle, sentence: int, candidates: Sequence[Candidate]) -> tuple[Record, ...]:
    """The records of one sentence: every quotation to its strongest cue, clauses without overlap."""
    candidates = [h for h in _relay(article, candidates) if not _name_alone(article, sentence, h)]
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
        if candidate.marked_only and not any(not title_like(article, sentence, i) for i in own):
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


def _name_alone(article: ParsedArticle, sentence: int, candidate: Candidate) -> bool:
    """A title behind a colon without a verb that reports is no speech (*un film d'hiver : « Les Noces » commence*)."""
    return (
        candidate.cue is None
        and candidate.content is None
        and bool(candidate.spans)
        and candidate.sentence == sentence
        and all(title_like(article, sentence, i) for i in candidate.spans)
    )


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
    whole = any(
        article.spans[i].end - article.spans[i].start > 0.8 * (candidate.content[1] - candidate.content[0]) for i in own
    )
    speech = [i for i in own if whole or not title_like(article, candidate.sentence, i)]
    verbatim = tuple((article.spans[i].start, article.spans[i].end) for i in speech)
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


def free_speech(article: ParsedArticle, sentence: int, index: int) -> bool:
    """Does a quotation without a cue stand as speech of its own: a sentence that is nothing but it?"""
    span = article.spans[index]
    whole = article.sentences[sentence]
    words = article.view[span.start : span.end].split()
    gaps, at = [], whole.start
    for other in (article.spans[i] for i in whole.spans):
        gaps.append(article.view[at : other.outer[0]])
        at = other.outer[1]
    outside = " ".join([*gaps, article.view[at : whole.end]])
    starts = not article.view[whole.start : span.outer[0]].strip(" \n—-•")
    if re.search(r"[\wÀ-ÿ]", re.sub(r"\b(?:mais|et|puis|ou|car|enfin)\b", "", outside)):
        # *« J'ai fait le couillon » : la formule a fait sourire*: words in the first person speak for themselves
        return (
            starts
            and len(words) >= 5
            and bool(re.search(r"\b(?:je|j'ai|j'|nous)\b", article.view[span.start : span.end].lower()))
        )
    if article.blocks[whole.block].kind == "heading" and len(words) < 6:
        return False
    terminal = article.view[span.end - 1] in _TERMINAL
    return len(words) >= 4 or (terminal and len(words) >= 2)
