"""The clause around a source by preposition: *Selon X, qui préside le club, …*, *…, d'après X.*"""

from __future__ import annotations

import re

from quotes.cues.extent import remarked
from quotes.cues.reading import Reading, Source
from quotes.cues.words import AUXILIARIES, low
from quotes.types import Cue, Span

# what stands before a source whose clause only comes: *…, mais selon X il pleut*
_JOINED = (" que", " qu'", "que,", ":", ";", ", mais", ", et", ", car", ", or")


def clause_around(reading: Reading, frame: int, cue: Cue, source: Source) -> Span | None:
    """The clause that a source by preposition stands for: the rest of its sentence."""
    view, whole = reading.view, reading.frames[frame]
    begin = _clause_start(view, whole.start, cue.start)
    head = view[begin : cue.start].strip(" \n,—-•")
    split = _splits_verb(reading, reading.token_at(cue.start))
    tail_start = source.end if split else _past_description(reading, source)
    while tail_start < whole.end and view[tail_start] in " ,:\n)":
        tail_start += 1
    end = whole_clause_end(reading, frame, reading.token_at(max(tail_start, cue.end)))
    while end > tail_start and view[end - 1] in " \n.!?…;:,":
        end -= 1
    tail = view[tail_start:end].strip()
    if (
        head.endswith((" que", " qu'", "que,", ":", ";", ", mais", ", et", ", car", ", or"))
        or len(head.split()) <= 2
        and "»" not in head
        and not split
    ):
        return (tail_start, end) if len(tail.split()) >= 2 else None
    whole_head = _finite(reading, reading.token_at(begin), reading.token_at(cue.start)) and tail_start > source.end + 3
    if not split and (
        whole_head
        or len(tail.split()) <= 2
        or not _clausal(reading, reading.token_at(tail_start), reading.token_at(end))
    ):
        stop = cue.start
        while stop > begin and view[stop - 1] in " ,\n(—":
            stop -= 1
        return begin, stop
    return begin, end


def _splits_verb(reading: Reading, cue: int) -> bool:
    """*Le pont avait, d'après un voisin, cédé*: does the source part an auxiliary from its participle?"""
    return cue > 1 and reading.tokens[cue - 1].text == "," and low(reading, cue - 2) in AUXILIARIES


def _clause_start(view: str, start: int, cue: int) -> int:
    """The clause before a cue starts behind a semicolon or colon: *une « reculade », pour A ; un répit, selon B*."""
    cut = max(view.rfind("; ", start, cue), view.rfind(": ", start, cue)) + 2
    return cut if cut > start + 2 and len(view[cut:cue].split()) >= 2 else start


# another source behind a semicolon, or behind a colon an incise of the same one
_NEXT = re.compile(
    r"\s?;\s(?=(?:mais |et )?(?:selon|d'après|pour (?:l'|le |la |les |M|[A-ZÀ-Ý])|à en croire)\b)"
    r"|\s?:\s(?=[^«“\":.]*, (?:\w+['\s]){0,3}\w+-(?:t-)?(?:il|elle|ils|elles)\b)"
)


def whole_clause_end(reading: Reading, frame: int, first: int) -> int:
    """Where the clause of a source by preposition ends: with the sentence, or before what another has to say of it."""
    stop = reading.range(frame)[1]
    held = [reading.spans[k].outer for k in reading.frames[frame].spans]
    ends = [reading.frames[frame].end]
    if first >= stop:
        return ends[0]
    cut = _NEXT.search(reading.view, reading.tokens[first].start, ends[0])
    if cut is not None:
        ends.append(cut.start())
    ends += [reading.tokens[j].start for j in range(first + 1, stop - 1) if remarked(reading, j, stop)][:1]
    return min(end for end in ends if not any(a < end < b for a, b in held))


def _past_description(reading: Reading, source: Source) -> int:
    """Behind what describes the source and is no part of the clause: *qui préside le club*, *publiée jeudi*."""
    end, at = source.end, reading.token_at(source.end)
    while at < len(reading.tokens):
        after = _past_one(reading, source, at)
        if after is None:
            break
        end = after
        at = reading.token_at(end) - 1  # the comma that closes one may open the next
        if reading.tokens[at].text != ",":
            break
    return end


def _past_one(reading: Reading, source: Source, i: int) -> int | None:
    """Where a description ends that starts at a token or behind its comma, None where none stands there."""
    tokens = reading.tokens
    stop = reading.range(reading.frame_of_token[i])[1]
    opens = i + 1 if tokens[i].text == "," else i
    if opens >= stop:
        return None
    word, token = low(reading, opens), tokens[opens]
    bare = opens > i and token.upos == "NOUN" and token.text[0].islower() and _named(reading, source)
    described = (
        word in ("que", "qu'")
        and _named(reading, source)
        or word in ("qui", "dont", "où", "lequel", "laquelle", "interrogé", "interrogée")
        or (token.upos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph)
        or (token.text.isdigit() and opens + 1 < stop and low(reading, opens + 1) == "ans")
        or bare
    )
    if not described:
        return None
    comma = next((j for j in range(opens + 1, stop) if tokens[j].text in (",", ":")), None)
    held = reading.frames[reading.frame_of_token[i]].spans
    rest = comma is not None and (
        _finite(reading, comma + 1, stop) or any(reading.spans[k].outer[0] > tokens[comma].start for k in held)
    )
    if bare and (comma is None or not rest or _finite(reading, opens, comma)):
        return None
    return tokens[comma].end if comma is not None and rest else tokens[stop - 1].end


def _named(reading: Reading, source: Source) -> bool:
    """Does the source end with a name (*le professeur Armand Teyssier*)?"""
    last = reading.tokens[reading.token_at(source.end) - 1]
    return last.text[0].isupper() and source.pronoun is None


def _clausal(reading: Reading, first: int, last: int) -> bool:
    return any(reading.tokens[j].upos in ("VERB", "AUX") for j in range(first, min(last, len(reading.tokens))))


def _finite(reading: Reading, first: int, last: int) -> bool:
    return any("VerbForm=Fin" in reading.tokens[j].morph for j in range(first, last))
