"""Cues before the mark: a colon, a verb right before it, *dans un communiqué :* on the line above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes import lexicon
from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.groups import VerbGroup
from quotes.cues.incise import incise_source
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.subjects import phrase_before, subject_of
from quotes.cues.titles import names_work
from quotes.cues.verbs import verb_groups
from quotes.cues.words import low
from quotes.types import Cue


def before_quotation(reading: Reading, frame: int) -> Iterator[Hit]:
    """Cues in the words before a quotation of a frame, or at the end of the frame before it."""
    held = reading.frames[frame].spans
    first, _stop = reading.range(frame)
    carried: Hit | None = None
    for n, index in enumerate(held):
        span = reading.spans[index]
        if span.mark == "-":
            continue  # a turn of a dialogue has its voice from elsewhere
        left = reading.frames[frame].start if n == 0 else reading.spans[held[n - 1]].outer[1]
        text = reading.view[left : span.outer[0]].strip(" \n—-•*")
        lo, hi = max(first, reading.token_at(left)), reading.token_at(span.outer[0])
        if (
            text in ("et", "ou", "puis", ",", ", puis", "puis,", "et,", "; et", ";", "/", "…", "...")
            and carried is not None
        ):
            carried = Hit(carried.rule, frame, carried.cue, carried.source, (index,), None, carried.strength - 0.02)
            yield carried
            continue
        hit: Hit | None = None
        if text.endswith(":"):
            hit = _colon(reading, frame, lo, hi, index)
        elif not text and n + 1 < len(held) and _caption(reading, index, held[n + 1]):
            following = reading.spans[held[n + 1]]
            hit = _verbless(
                reading, frame, reading.token_at(span.outer[1]), reading.token_at(following.outer[0]), index
            )
        elif not text and n == 0:
            above = _line_above(reading, frame)
            if above is not None:
                lo_, hi_ = reading.range(above)
                hit = _colon(reading, above, lo_, hi_, index)
        elif text and reading.tokens and lo < hi:
            hit = _verb_right_before(reading, frame, lo, hi, index)
        if hit is not None:
            carried = hit
            yield hit


def _caption(reading: Reading, index: int, following: int) -> bool:
    """*« Tout a bougé » Benoit Gaillot : « … »*: a title in marks before the name of who speaks."""
    between = reading.view[reading.spans[index].outer[1] : reading.spans[following].outer[0]].strip()
    return between.endswith(":") and 1 <= len(between[:-1].split()) <= 8 and between[0].isupper()


def _line_above(reading: Reading, frame: int) -> int | None:
    """The frame above whose colon announces this one; items of one list share it."""
    block = reading.frames[frame].block
    i = frame - 1
    while i >= 0 and reading.frames[i].block == block:
        return None
    if i < 0:
        return None
    view = reading.view
    while i >= 0:
        above = reading.frames[i]
        if view[above.start : above.end].rstrip().endswith(":"):
            return i
        # items of one list, or a quotation of its own line, between the colon and this one
        only = len(above.spans) >= 1 and reading.spans[above.spans[0]].outer[0] - above.start <= 3
        if not only or above.end - reading.spans[above.spans[-1]].outer[1] > 3:
            return None
        i -= 1
    return None


def _colon(reading: Reading, frame: int, lo: int, hi: int, index: int) -> Hit | None:
    groups = [g for g in verb_groups(reading, frame) if lo <= g.head < hi]
    according = _according_before(reading, lo, hi)
    if according is not None:
        cue, source = according
        return Hit("according before a colon", frame, cue, source, (index,), None, 0.9)
    candidates = [g for g in groups if not g.passive and g.shape != "past" and set(g.frames) & set("iqo")]
    if not candidates:
        # *Nadella posté sur X :* where the auxiliary is lost
        candidates = [
            g
            for g in groups
            if g.shape == "past" and not g.passive and g.first > lo and reading.tokens[g.first - 1].upos == "PROPN"
        ]
    free = [g for g in candidates if not _reported(reading, candidates, g, hi)]
    for group in [*reversed(free), *(g for g in reversed(candidates) if g not in free)]:
        found = (
            find_subject(reading, group, hi, colon=True)
            if group.shape != "past"
            else phrase_before(reading, group.first)
        )
        if found is not None and nameable(reading, found):
            return Hit("verb before a colon", frame, group.cue(reading), found, (index,), None, 0.9)
    if candidates:
        return Hit("verb before a colon", frame, candidates[-1].cue(reading), None, (index,), None, 0.6)
    if lo == hi:
        return Hit("colon", frame, None, None, (index,), None, 0.45)  # all before it stands in marks that never close
    return _verbless(reading, frame, lo, hi, index) or _any_verb(reading, frame, lo, hi, index)


def _reported(reading: Reading, candidates: Sequence[VerbGroup], group: VerbGroup, hi: int) -> bool:
    """*a demandé que la Confédération continue …:* the verb inside what another one reports comes last."""
    if group.last >= hi - 1:
        return False
    return any(
        other.first < group.first and any(low(reading, j) in ("que", "qu'") for j in range(other.last, group.first))
        for other in candidates
    )


def _according_before(reading: Reading, lo: int, hi: int) -> tuple[Cue, Source] | None:
    for i in range(lo, hi):
        if low(reading, i) in ("selon", "d'après") or (low(reading, i) == "pour" and i <= lo + 1):
            source = phrase_from(reading, i + 1, hi)
            if source is not None and nameable(reading, source):
                token = reading.tokens[i]
                rest = reading.token_at(source.end)
                if any(
                    reading.tokens[j].upos in ("VERB", "AUX") and "Fin" in reading.tokens[j].morph
                    for j in range(rest, hi)
                ):
                    return None
                return Cue(token.start, token.end, token.text, low(reading, i)), source
    return None


def _verbless(reading: Reading, frame: int, lo: int, hi: int, index: int) -> Hit | None:
    """*Roxane Herbrecht et Nicolas Burcey : « … »*, *Extrait de la lettre :*, *Le maire : « … »*."""
    if any(
        reading.tokens[j].upos in ("VERB", "AUX")
        and "Fin" in reading.tokens[j].morph
        and low(reading, j) not in lexicon.documents()
        for j in range(lo, hi)
    ):
        return None
    i = lo
    while i < hi and reading.tokens[i].upos == "PUNCT":
        i += 1
    source = phrase_from(reading, i, hi)
    if source is None or not nameable(reading, source):
        return None
    if any(
        e.label == "LOC" and e.start <= source.start and source.end <= e.end
        for e in reading.entities_near(source.start, source.end)
    ):
        return None  # *Saint-Denis : « … »* is a place line
    return Hit("name before a colon", frame, None, source, (index,), None, 0.85)


def _any_verb(reading: Reading, frame: int, lo: int, hi: int, index: int) -> Hit | None:
    """*Jean-Louis Fretti lève les yeux au ciel : « … »*: the subject of any verb before the colon."""
    verbs = [j for j in range(lo, hi) if reading.tokens[j].upos in ("VERB", "AUX") and "Fin" in reading.tokens[j].morph]
    roots = [j for j in range(lo, hi) if reading.tokens[j].dep == "ROOT"] + verbs
    for j in roots:
        source = subject_of(reading, j)
        if source is not None and source.end <= reading.tokens[hi - 1].end and nameable(reading, source):
            if source.head is not None and not _person_like(reading, source):
                continue
            return Hit("subject before a colon", frame, None, source, (index,), None, 0.6)
    entities = [
        e
        for e in reading.entities_near(reading.tokens[lo].start, reading.tokens[hi - 1].end)
        if e.label == "PER" and reading.tokens[lo].start <= e.start < reading.tokens[hi - 1].end
    ]
    if entities:
        last = entities[-1]
        near = Source(last.start, last.end, reading.token_at(last.start))
        return Hit("person named before a colon", frame, None, near, (index,), None, 0.5)
    return Hit("colon", frame, None, None, (index,), None, 0.45)


def _person_like(reading: Reading, source: Source) -> bool:
    if source.pronoun is not None:
        return True
    for entity in reading.entities_near(source.start, source.end):
        if entity.label in ("PER", "ORG") and entity.start < source.end and source.start < entity.end:
            return True
    words = [low(reading, i) for i in range(reading.token_at(source.start), reading.token_at(source.end))]
    known = lexicon.nouns()
    return any(w in known or w.rstrip("s") in known for w in words)


def _verb_right_before(reading: Reading, frame: int, lo: int, hi: int, index: int) -> Hit | None:
    """*avant de poursuivre « … »*, *lance-t-il « … »*, *en ces termes « … »*."""
    span = reading.spans[index]
    speech = len(reading.view[span.start : span.end].split()) >= 3 or reading.view[span.end - 1] in ".!?…"
    for group in verb_groups(reading, frame):
        if not (lo <= group.head < hi) or group.passive:
            continue
        if group.first > lo and low(reading, group.first - 1) == "comme" and reading.tokens[hi - 1].text == ",":
            source = incise_source(reading, group, hi)  # *comme le rappelle HRW, « … »*
            if source is not None and nameable(reading, source) and reading.token_at(source.end) >= hi - 1:
                return Hit(
                    "incise with comme before the mark",
                    frame,
                    group.cue(reading),
                    source,
                    (index,),
                    None,
                    0.9,
                )
        works = names_work(reading, frame, group, index)
        if group.last == hi and "i" in group.frames and speech and reading.view[span.start].isupper() and not works:
            source = _subject(reading, group, hi)
            if source is not None and nameable(reading, source):
                return Hit("verb before the mark", frame, group.cue(reading), source, (index,), None, 0.85)
    return None


def _subject(reading: Reading, group: VerbGroup, stop: int) -> Source | None:
    return find_subject(reading, group, stop)
