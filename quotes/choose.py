"""Choose: of all cues of a frame the one for each quotation, and what is no quotation at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.titles import title_like
from quotes.types import QuoteType, Span

_TERMINAL = ".!?…"
_CONDITIONAL = re.compile(r"\w{2,}(?:rait|raient)\b")


@dataclass(frozen=True, slots=True)
class Record:
    hit: Hit
    type: QuoteType
    verbatim: tuple[Span, ...]
    content: Span | None


def choose(reading: Reading, frame: int, hits: Sequence[Hit]) -> tuple[Record, ...]:
    """The records of one frame: every quotation to its strongest cue, clauses without overlap."""
    hits = [h for h in _relay(reading, hits) if not _name_alone(reading, frame, h)]
    taken: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda h: -h.strength):
        if hit.content is not None and not hit.spans and hit.marked_only:
            continue
        for index in hit.spans:
            taken.setdefault(index, hit)
    records: list[Record] = []
    contents: list[Span] = []
    for hit in sorted(hits, key=lambda h: -h.strength):
        own = tuple(i for i in hit.spans if taken.get(i) is hit)
        if hit.spans and not own:
            trimmed = _before_foreign(reading, hit, taken) if hit.content is not None and not hit.marked_only else None
            if trimmed is None:
                continue
            hit = trimmed
        if not hit.spans and hit.content is None:
            continue
        if hit.marked_only and not any(not title_like(reading, frame, i) for i in own):
            continue
        if hit.content is not None:
            if any(_overlap(hit.content, other) for other in contents):
                if not own:
                    continue
                records.extend(_single(reading, hit, i) for i in own)
                continue
            if not own and any(_overlap(hit.content, reading.spans[i].outer) and _direct(taken[i]) for i in taken):
                continue
        if hit.content is None:
            records.extend(_single(reading, hit, i) for i in own) if not hit.verbatim else records.append(
                Record(hit, "direct", hit.verbatim, None)
            )
            continue
        records.append(_clause(reading, hit, own))
        if records[-1].content is not None:
            contents.append(hit.content)
    return tuple(sorted(records, key=lambda r: (r.verbatim or (r.content,))[0] or (0, 0)))


def _before_foreign(reading: Reading, hit: Hit, taken: dict[int, Hit]) -> Hit | None:
    """The clause up to the quotations in it that another cue holds."""
    assert hit.content is not None
    others = [taken[i] for i in hit.spans if i in taken]
    starts = [reading.spans[i].outer[0] for i in hit.spans]
    starts += [h.cue.start for h in others if h.cue is not None] + [
        h.source.start for h in others if h.source is not None
    ]
    limit = min(s for s in starts if s > hit.content[0]) if any(s > hit.content[0] for s in starts) else 0
    comma = reading.view.rfind(",", hit.content[0], limit)
    if comma < 0 or len(reading.view[hit.content[0] : comma].split()) < 3:
        return None
    return replace(hit, spans=(), content=(hit.content[0], comma))


def _name_alone(reading: Reading, frame: int, hit: Hit) -> bool:
    """A title behind a colon without a verb that reports is no speech (*un film d'hiver : « Les Noces » commence*)."""
    return (
        hit.cue is None
        and hit.content is None
        and bool(hit.spans)
        and hit.frame == frame
        and all(title_like(reading, frame, i) for i in hit.spans)
    )


def _direct(hit: Hit) -> bool:
    return hit.content is None


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _relay(reading: Reading, hits: Sequence[Hit]) -> list[Hit]:
    """*Selon X, Y a dit que …*: X passes on what Y said."""
    out = list(hits)
    for outer in hits:
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
        hearsay = [h for h in inner if h.rule == "reported infinitive" and h.cue and _CONDITIONAL.search(h.cue.text)]
        if hearsay and len(hearsay) == len(inner):
            out = [h for h in out if h not in hearsay]
        elif inner:
            out.remove(outer)
            for h in inner:
                out[out.index(h)] = replace(h, relay=_short_of(reading, outer.source, h.source))
    return out


def _short_of(reading: Reading, outer: Source | None, inner: Source | None) -> Source | None:
    """*Selon Radio Quercy, Claire Hubert, …, déclare que*: who speaks is no apposition of who passes it on."""
    if outer is None or inner is None or not outer.start < inner.start < outer.end:
        return outer
    end = outer.start + len(reading.view[outer.start : inner.start].rstrip(" ,"))
    return replace(outer, end=end) if reading.view[end : end + 1] == "," else outer


def _single(reading: Reading, hit: Hit, index: int) -> Record:
    span = reading.spans[index]
    kind: QuoteType = "mixed" if hit.rule.startswith(("marked", "naming", "in their")) else "direct"
    return Record(hit, kind, ((span.start, span.end),), None)


def _clause(reading: Reading, hit: Hit, own: tuple[int, ...]) -> Record:
    assert hit.content is not None
    whole = any(reading.spans[i].end - reading.spans[i].start > 0.8 * (hit.content[1] - hit.content[0]) for i in own)
    speech = [i for i in own if whole or not title_like(reading, hit.frame, i)]
    verbatim = tuple((reading.spans[i].start, reading.spans[i].end) for i in speech)
    content: Span | None = hit.content
    if len(own) == 1:
        span = reading.spans[own[0]]
        inside = reading.view[hit.content[0] : hit.content[1]].strip(' \n.,;:!?…«»“”"')
        marked = reading.view[span.start : span.end].strip(' \n.,;:!?…«»“”"')
        if len(marked) >= 0.95 * len(inside):
            if hit.cue is not None and hit.cue.lemma in ("selon", "d'après", "pour") or hit.rule.startswith("incise"):
                return Record(hit, "direct", verbatim, None)
            content = verbatim[0]
        before = reading.view[hit.content[0] : span.outer[0]].strip().lower()
        if before in ("un", "une", "des", "le", "la", "les", "l'") and span.outer[1] >= hit.content[1]:
            content = None  # a noun phrase whose noun is marked (*une « reculade », pour X*) is no clause
    return Record(hit, "mixed" if verbatim else "indirect", verbatim, content)


def free_speech(reading: Reading, frame: int, index: int) -> bool:
    """Does a quotation without a cue stand as speech of its own: a sentence that is nothing but it?"""
    span = reading.spans[index]
    whole = reading.frames[frame]
    words = reading.view[span.start : span.end].split()
    gaps, at = [], whole.start
    for other in (reading.spans[i] for i in whole.spans):
        gaps.append(reading.view[at : other.outer[0]])
        at = other.outer[1]
    outside = " ".join([*gaps, reading.view[at : whole.end]])
    starts = not reading.view[whole.start : span.outer[0]].strip(" \n—-•")
    if re.search(r"[\wÀ-ÿ]", re.sub(r"\b(?:mais|et|puis|ou|car|enfin)\b", "", outside)):
        # *« J'ai fait le couillon » : la formule a fait sourire*: words in the first person speak for themselves
        return (
            starts
            and len(words) >= 5
            and bool(re.search(r"\b(?:je|j'ai|j'|nous)\b", reading.view[span.start : span.end].lower()))
        )
    if reading.blocks[whole.block].kind == "heading" and len(words) < 6:
        return False
    terminal = reading.view[span.end - 1] in _TERMINAL
    return len(words) >= 4 or (terminal and len(words) >= 2)
