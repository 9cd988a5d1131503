"""Incises: *« … », a déclaré X*, *« …, a-t-elle ajouté, … »*, and clauses with an incise but no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import lexicon
from quotes.cues.adverbials import skip_adverbials
from quotes.cues.animate import nameable
from quotes.cues.groups import VerbGroup, group_at
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.words import TIMES, low
from quotes.types import Span

_TERMINAL = ".!?…"


def after_quotation(reading: Reading, frame: int) -> Iterator[Hit]:
    """A verb with its subject behind a closing mark."""
    held = reading.frames[frame].spans
    _, stop = reading.range(frame)
    for n, index in enumerate(held):
        span = reading.spans[index]
        limit = reading.token_at(reading.spans[held[n + 1]].outer[0]) if n + 1 < len(held) else stop
        i = reading.token_at(span.outer[1])
        comma = False
        while i < limit and reading.tokens[i].text in (",", "—", "-", "!", "?", "…", "...", "."):
            if reading.tokens[i].text == "." and reading.view[span.end - 1] not in _TERMINAL:
                break
            comma = comma or reading.tokens[i].text == ","
            i += 1
        if i < limit and low(reading, i) in ("comme", "ainsi"):
            i += 1
        if i < limit and low(reading, i) in ("puis", "et", "ensuite") and i + 1 < limit:
            i += 1
        if i >= limit:
            continue
        if not (reading.tokens[i].text[0].islower() or reading.tokens[i].text[0] in "-'"):
            continue
        group = group_at(reading, i, limit, any_verb=True)
        if group is None or not _incise_verb(group):
            continue
        source = incise_source(reading, group, limit)
        if source is None:
            continue
        if not comma and group.pronoun is None and not _like_speech(reading, span.start, span.end):
            continue
        rule = "incise after the mark" if group.pronoun is None else "incise with inversion after the mark"
        if not comma and group.pronoun is None and not nameable(reading, source):
            continue
        content, spans = _whole(reading, frame, n)
        yield Hit(rule, frame, group.cue(reading), source, spans, content, 0.95)


def _incise_verb(group: VerbGroup) -> bool:
    return "i" in group.frames or group.pronoun is not None


def _like_speech(reading: Reading, start: int, end: int) -> bool:
    words = reading.view[start:end].split()
    if len(words) >= 4 or words[-1][-1] in _TERMINAL:
        return True
    return (
        len(words) >= 2 and not any(w[0].isupper() for w in words[1:]) and words[0].lower() not in ("le", "la", "les")
    )


def _whole(reading: Reading, frame: int, n: int) -> tuple[Span | None, tuple[int, ...]]:
    """With words of the reporter before the mark, the whole sentence is the reported clause."""
    held = reading.frames[frame].spans
    first = reading.frames[frame].start
    span = reading.spans[held[n]]
    before = reading.view[first : reading.spans[held[0]].outer[0]].strip(" \n—-•")
    between = [reading.view[reading.spans[held[k]].outer[1] : reading.spans[held[k + 1]].outer[0]] for k in range(n)]
    if ":" in before or any(":" in gap or "." in gap for gap in between):
        return None, (held[n],)
    joined = any(len(gap.split()) > 2 for gap in between)
    if before and n == 0:
        if len(before.split()) < 2 and span.start - first < 12:
            return None, (held[n],)
        return (first, span.outer[1]), (held[n],)
    if n and (joined or before):
        return (first, span.outer[1]), tuple(held[: n + 1])
    return None, tuple(held[: n + 1]) if n and not joined else (held[n],)


def incise_source(reading: Reading, group: VerbGroup, stop: int) -> Source | None:
    """The subject behind an incise's verb; of *peut-on lire dans X* the text X."""
    if group.pronoun is not None:
        if group.pronoun.pronoun == "on":
            for j in range(group.last, min(group.last + 3, stop)):
                if low(reading, j) in ("dans", "sur", "de", "à", "auprès", "du", "chez"):
                    if low(reading, j) == "auprès":
                        j += 1
                    return phrase_from(reading, j + 1, stop)
        return group.pronoun
    i = skip_adverbials(reading, group.last, stop)
    i = _skip_insert(reading, i, stop)
    found = (
        phrase_from(reading, i, stop) if i < stop and low(reading, i) not in ("que", "qu'", "à", "de", "d'") else None
    )
    if found is None and i != group.last and low(reading, group.last) not in TIMES:
        found = phrase_from(reading, group.last, stop)
    return found


def _skip_insert(reading: Reading, index: int, stop: int) -> int:
    """*admet, beau joueur, le syndicaliste*: behind a short insert between commas."""
    if index + 2 < stop and reading.tokens[index].text == ",":
        for j in range(index + 1, min(index + 6, stop)):
            if reading.tokens[j].text == ",":
                return j + 1 if j > index + 1 else index
    return index


def inside_quotation(reading: Reading, frame: int) -> Iterator[Hit]:
    """An incise inside the marks: it splits the stretch."""
    for index in reading.frames[frame].spans:
        inner = reading.incises.get(index, ())
        if not inner:
            continue
        span = reading.spans[index]
        pieces: list[Span] = []
        position = span.start
        first: tuple[VerbGroup, Source] | None = None
        for start, end in inner:
            i, stop = reading.token_at(start), reading.token_at(end)
            group = group_at(reading, i, stop, any_verb=True)
            source = incise_source(reading, group, stop) if group is not None else None
            if group is None or source is None:
                continue
            first = first or (group, source)
            pieces.append((position, _back(reading.view, position, start)))
            position = _forth(reading.view, end, span.end)
        if first is None:
            continue
        if position < span.end:
            pieces.append((position, span.end))
        verbatim = tuple(p for p in pieces if p[0] < p[1])
        yield Hit(
            "incise inside the marks",
            frame,
            first[0].cue(reading),
            first[1],
            (index,),
            None,
            0.93,
            verbatim=verbatim,
        )


def _back(view: str, start: int, at: int) -> int:
    while at > start and view[at - 1] in " ,\n":
        at -= 1
    return at


def _forth(view: str, at: int, end: int) -> int:
    while at < end and view[at] in " ,.;:!?\n":
        at += 1
    return at


def without_marks(reading: Reading, frame: int) -> Iterator[Hit]:
    """*Sutskever ne partira pas, a annoncé Nadella.*: the clause before the comma is reported."""
    first, stop = reading.range(frame)
    tokens = reading.tokens
    whole_start = reading.frames[frame].start
    held = [reading.spans[i] for i in reading.frames[frame].spans]
    verb_seen = finite_seen = False
    found: Hit | None = None
    for i in range(first, stop):
        if tokens[i].upos in ("VERB", "AUX"):
            verb_seen = True
            finite_seen = finite_seen or "VerbForm=Fin" in tokens[i].morph
        if tokens[i].text not in (",", "—") or i + 1 >= stop:
            continue
        if any(span.outer[1] <= tokens[i].start <= span.outer[1] + 2 for span in held):
            continue
        opener = i + 2 if low(reading, i + 1) == "comme" else i + 1
        group = group_at(reading, opener, stop)
        if group is None or not {"i", "q"} <= set(group.frames):
            continue
        if not verb_seen and group.pronoun is None:
            continue
        bare = group.pronoun is None and group.first == group.head
        before_phrase = group.last < stop and tokens[group.last].upos in ("DET", "PROPN")
        if tokens[group.head].upos not in ("VERB", "AUX") and bare and not before_phrase:
            continue
        source = incise_source(reading, group, stop)
        if source is None or not nameable(reading, source):
            continue
        closes = reading.token_at(source.end) >= stop - 1
        after = reading.token_at(source.end)
        if (
            group.pronoun is None
            and not finite_seen
            and not closes
            and not (after < stop and tokens[after].text == ",")
        ):
            continue
        if group.pronoun is None and not closes and _has_subject_before(reading, group, i):
            continue
        if group.pronoun is not None and group.pronoun.pronoun in ("je", "nous", "vous", "tu", "on"):
            continue
        tail = max(reading.token_at(source.end), group.last)
        while tail < stop and tokens[tail].text not in (",", ".", ":", ";", "?", "!", "…"):
            if tokens[tail].upos in ("VERB", "AUX") and "VerbForm=Fin" in tokens[tail].morph:
                break
            tail += 1
        if tail < stop and tokens[tail].upos in ("VERB", "AUX"):
            continue
        if found is not None:
            if found.relay is None and found.source is not None:
                found = Hit(
                    found.rule,
                    frame,
                    found.cue,
                    found.source,
                    (),
                    found.content,
                    found.strength,
                    relay=source,
                )
            continue
        end = tokens[i].start
        colon = max(reading.view.rfind(": ", whole_start, end), reading.view.rfind("; ", whole_start, end))
        start_of_clause = colon + 2 if colon >= 0 and len(reading.view[colon + 2 : end].split()) >= 2 else whole_start
        rest = [t for t in tokens[tail:stop] if t.upos in ("VERB", "AUX")]
        second = group_at(reading, tail + 1, stop) if tail + 1 < stop and tokens[tail].text == "," else None
        if second is not None and "i" in second.frames:
            rest = []
        inserted = group.pronoun is not None and tail < stop and tokens[tail].text == ","
        if rest and tail < stop and tokens[tail].text == "," and (inserted or not _tail_of_incise(reading, tail, stop)):
            end = _clause_end(reading, stop)
        elif (
            tail < stop
            and tokens[tail].text == ","
            and second is None
            and (inserted or _goes_on(reading, frame, tail, stop))
        ):
            end = _clause_end(reading, stop) if len(tokens[tail:stop]) > 2 else end
        if len(reading.view[start_of_clause:end].split()) < 3:
            continue
        inside = tuple(
            k
            for k in reading.frames[frame].spans
            if start_of_clause <= reading.spans[k].outer[0] and reading.spans[k].outer[0] < end
        )
        if end != tokens[i].start:
            end = max([end] + [reading.spans[k].outer[1] for k in inside])
        found = Hit(
            "incise without marks",
            frame,
            group.cue(reading),
            source,
            inside,
            (start_of_clause, end),
            0.8 if inside else 0.7,
        )
    if found is not None:
        yield found


def _goes_on(reading: Reading, frame: int, tail: int, stop: int) -> bool:
    """*…, a demandé la famille, mais « des algues »*: does the clause go on behind the incise?"""
    rest = reading.tokens[tail].start
    return tail + 1 < stop and (
        low(reading, tail + 1) in ("mais", "ou", "ni")
        or any(reading.spans[k].outer[0] > rest for k in reading.frames[frame].spans)
    )


def _has_subject_before(reading: Reading, group: VerbGroup, comma: int) -> bool:
    """*Le maire, dit la ville, est parti* is an incise; *Le maire, arrivé hier, dit…* is none."""
    children = [c for c in reading.children[group.head] if c < comma and reading.tokens[c].dep.startswith("nsubj")]
    after = [c for c in reading.children[group.head] if c > group.head and reading.tokens[c].dep.startswith("nsubj")]
    return bool(children) and not after


def _tail_of_incise(reading: Reading, tail: int, stop: int) -> bool:
    nxt = tail + 1
    if nxt >= stop:
        return True
    if low(reading, nxt) in (
        "qui",
        "dont",
        "où",
        "lors",
        "dans",
        "à",
        "en",
        "devant",
        "avant",
        "alors",
        "cité",
        "citée",
        "au",
        "sur",
    ):
        return True
    role = low(reading, nxt) in lexicon.roles() or any(
        low(reading, j) in lexicon.roles() for j in range(nxt, min(nxt + 4, stop))
    )
    verbs = [
        j
        for j in range(nxt, stop)
        if reading.tokens[j].upos in ("VERB", "AUX") and "VerbForm=Fin" in reading.tokens[j].morph
    ]
    return role and not verbs


def _clause_end(reading: Reading, stop: int) -> int:
    end = reading.tokens[stop - 1].end
    if reading.tokens[stop - 1].text in (".", "!", "?", "…", "..."):
        end = reading.tokens[stop - 2].end if stop >= 2 else end
    return end


def pointing_back(reading: Reading, frame: int) -> Iterator[Hit]:
    """*… C'est ce qu'a annoncé jeudi la mairie.*: the sentence before is what was said."""
    if frame == 0:
        return
    whole, before = reading.frames[frame], reading.frames[frame - 1]
    match = _POINTER.match(reading.view, whole.start)
    if not match or before.spans or before.block not in (whole.block, whole.block - 1):
        return
    _first, stop = reading.range(frame)
    i = reading.token_at(match.end())
    group = group_at(reading, i, stop)
    source = incise_source(reading, group, stop) if group is not None else None
    if group is None or source is None or "q" not in group.frames or not nameable(reading, source):
        return
    end = before.end
    while end > before.start and reading.view[end - 1] in " .!?…":
        end -= 1
    yield Hit("pointed back to", frame, group.cue(reading), source, (), (before.start, end), 0.7)


_POINTER = re.compile(r"C'est (?:du moins |en tout cas )?ce (?:que |qu')")
