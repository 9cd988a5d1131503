"""Incises beside and inside marks: *« … », a déclaré X*, *« …, a-t-elle ajouté, … »*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import lexicon
from quotes.cues.adverbials import date_end, skip_adverbials
from quotes.cues.animate import nameable
from quotes.cues.groups import VerbGroup, group_at
from quotes.cues.impersonal import for_whom
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.words import DETERMINERS, STOPS, TIMES, is_adverb, low
from quotes.types import QuoteSpan, Span

_TERMINAL = ".!?…"
_CONJUNCTIONS = re.compile(r"[,;]|\b(?:et|ou|mais|puis|ni|donc|car)\b")


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
        goes_on = i + 1 < limit and low(reading, i) in ("puis", "et", "ensuite")
        if goes_on:
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
        # *« … », et nie l'existence de quotas*: behind *et* the verb may go on with the subject before the marks
        if (goes_on or not comma) and group.pronoun is None and not nameable(reading, source):
            continue
        content, spans = _whole(reading, frame, n)
        if (
            content is None
            and n + 1 < len(held)
            and spans == (index,)
            and _reopened(reading, span, source, group, held[n + 1])
        ):
            spans = (index, held[n + 1])
            again = reading.spans[held[n + 1]]
            pieces = ((span.start, span.end), (again.start, again.end))
            yield Hit(rule, frame, group.cue(reading), source, spans, None, 0.95, verbatim=pieces)
            continue
        yield Hit(rule, frame, group.cue(reading), source, spans, content, 0.95)


def _reopened(reading: Reading, span: QuoteSpan, source: Source, group: VerbGroup, following: int) -> bool:
    """*« Le pain », dit X, « augmentera »*: do the next marks go on with the sentence, only the incise between them?"""
    after = reading.spans[following]
    end = max(source.end, reading.tokens[group.last - 1].end)
    gap = reading.view[end : after.outer[0]]
    return (
        reading.view[span.end - 1] not in _TERMINAL
        and gap.strip().endswith(",")
        and not any(mark in gap for mark in ".:;")
        and reading.view[after.start].islower()
    )


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
    joined = any(len(_CONJUNCTIONS.sub(" ", gap).split()) > 1 for gap in between)
    if before and n == 0:
        if before.endswith(",") and _only_adverbial(reading, frame, span.outer[0]):
            return None, (held[n],)  # *Quant à la dette, « … », dit-elle*
        if len(before.split()) < 2 and span.start - first < 12:
            return None, (held[n],)
        return (first, span.outer[1]), (held[n],)
    if n and (joined or before):
        return (first, span.outer[1]), tuple(held[: n + 1])
    return None, tuple(held[: n + 1]) if n and not joined else (held[n],)


def _only_adverbial(reading: Reading, frame: int, end: int) -> bool:
    """Is what stands before the mark an adverbial, without a subject that the marked words would go on with?"""
    first, _ = reading.range(frame)
    before = range(first, reading.token_at(end))
    if not before:
        return False
    opens = reading.tokens[first].upos in ("ADP", "ADV", "CCONJ", "SCONJ") or low(reading, first) == "quant"
    return opens and not any("VerbForm=Fin" in reading.tokens[j].morph for j in before)


def incise_source(reading: Reading, group: VerbGroup, stop: int) -> Source | None:
    """The subject behind an incise's verb; of *peut-on lire dans X* the text X."""
    if group.pronoun is not None:
        on = group.pronoun.pronoun == "on"
        return for_whom(reading, group, group.pronoun, stop) if on else group.pronoun
    behind = _behind_circumstance(reading, group.last, stop)
    if behind is not None:
        return behind
    i = skip_adverbials(reading, group.last, stop)
    for at in (i, _skip_insert(reading, i, stop), _skip_insert(reading, group.last, stop)):
        if at < stop and date_end(reading, at, stop) == at and low(reading, at) not in ("que", "qu'", "à", "de", "d'"):
            found = phrase_from(reading, at, stop)
            if found is not None:
                return found
    if group.last >= stop or low(reading, group.last) in TIMES:
        return None
    return phrase_from(reading, group.last, stop)


_FAR = 14  # tokens


def _behind_circumstance(reading: Reading, index: int, stop: int) -> Source | None:
    """*annonce en poinçonnant les billets Anne Roy*, *soupire assise au soleil Anne Roy*: the name before the comma."""
    tokens = reading.tokens
    i = index
    while i < stop and is_adverb(reading, i) and low(reading, i) not in ("sans", "tout"):
        i += 1
    if i + 1 >= stop or not (
        low(reading, i) == "en"
        and low(reading, i + 1).endswith("ant")
        or low(reading, i) == "sans"
        and "VerbForm=Inf" in tokens[i + 1].morph
        or low(reading, i) == "tout"
        and tokens[i + 1].upos in ("NOUN", "ADJ")
        or low(reading, i) == "les"
        and {"à", "au", "aux", "en"} & set(reading.lows[i + 2 : i + 4])
        or tokens[i].text[0].islower()
        and ("VerbForm=Part" in tokens[i].morph or tokens[i].upos == "ADJ")
    ):
        return None
    end = next((j for j in range(i, min(i + _FAR, stop)) if tokens[j].text in STOPS), min(i + _FAR, stop))
    named = [e for e in reading.entities_near(tokens[i].start, tokens[end - 1].end) if e.label == "PER"]
    people = [reading.token_at(e.start) for e in named if reading.token_at(e.end) >= end]
    known = lexicon.sources()
    nouns = [
        j
        for j in range(i + 1, end)
        if low(reading, j) in DETERMINERS and known & set(reading.lows[j + 1 : min(j + 4, end)])
    ]
    for j in sorted({*(j for j in people if j > i), *nouns}):
        found = phrase_from(reading, j, stop)
        if found is not None and reading.token_at(found.end) >= end:
            return found
    return None


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
