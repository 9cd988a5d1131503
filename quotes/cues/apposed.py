"""Marked words beside the grammar of their sentence: *X, « choquée », est partie*, *aux cris de « … »*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.groups import VerbGroup
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.subjects import phrase_before
from quotes.cues.titles import title_like
from quotes.cues.words import is_finite, low
from quotes.types import Cue

_CRIES = re.compile(
    r"\b(?:aux?|sous (?:les|des)) (?:cris?|slogans?|appels?|chants?) (?:de |d'|des? )\s*$", re.IGNORECASE
)
# how the parser hangs an adjective that stands before its subject
_LOOSE = ("advcl", "acl", "amod", "xcomp")
_ADJECTIVE = re.compile(r"(?:é|i|u|is|us|ée|ie|ue|eux|euse|ifs?|ive|able|ible)s?$")
_SUBJECTS = frozenset("il elle ils elles on".split())


def beside(reading: Reading, frame: int) -> Iterator[Hit]:
    """Marked words apposed to who says them, and what is shouted."""
    for index in reading.frames[frame].spans:
        hit = _cried(reading, frame, index) or _apposed(reading, frame, index) or _opening(reading, frame, index)
        if hit is not None:
            yield hit


def _cried(reading: Reading, frame: int, index: int) -> Hit | None:
    """*Aux cris de « … », les manifestants ont défilé*: the subject of the sentence shouts."""
    span = reading.spans[index]
    whole = reading.frames[frame]
    match = _CRIES.search(reading.view, max(whole.start, span.outer[0] - 30), span.outer[0])
    if match is None:
        return None
    cue = Cue(match.start(), match.end(), reading.view[match.start() : match.end()].strip(), "cri")
    source = _main_subject(reading, frame, reading.token_at(span.outer[1]))
    if source is None or not nameable(reading, source):
        return None
    return Hit("shouted", frame, cue, source, (index,), None, 0.8)


def _main_subject(reading: Reading, frame: int, behind: int) -> Source | None:
    """Who the sentence is about: its subject before the marks, else the one that opens behind them."""
    first, stop = reading.range(frame)
    verb = next((j for j in range(first, stop) if is_finite(reading, j)), None)
    if verb is None:
        return None
    if verb >= behind:
        i = behind + 1 if behind < stop and reading.tokens[behind].text == "," else behind
        opened = phrase_from(reading, i, stop)
        if opened is not None:
            return opened
    return find_subject(reading, VerbGroup(verb, verb + 1, verb, reading.tokens[verb].lemma, "", "finite"), stop)


def _apposed(reading: Reading, frame: int, index: int) -> Hit | None:
    """*X, « profondément choquée », a quitté la salle*: words between commas behind a subject are the subject's."""
    span = reading.spans[index]
    first, stop = reading.range(frame)
    before, after = reading.token_at(span.outer[0]) - 1, reading.token_at(span.outer[1])
    if before <= first or after + 1 >= stop:
        return None
    # *X, « consterné » par l'annonce, a …*: what hangs on the words stands before the comma
    after = next((j for j in range(after, min(after + 9, stop - 1)) if reading.tokens[j].text == ","), after)
    if reading.tokens[before].text != "," or reading.tokens[after].text != ",":
        return None
    if any(is_finite(reading, j) for j in range(reading.token_at(span.outer[1]), after)):
        return None
    text = reading.view[span.start : span.end]
    if not text[0].islower() or title_like(reading, frame, index):
        return None
    source = phrase_before(reading, before)
    if source is None or not nameable(reading, source) or reading.token_at(source.end) != before:
        return None
    opens = reading.tokens[reading.token_at(source.start)].text
    main = next((j for j in range(after + 1, min(after + 6, stop)) if is_finite(reading, j)), None)
    if main is None or any(low(reading, j) in _SUBJECTS for j in range(after + 1, main)):
        return None
    if any(is_finite(reading, j) for j in range(first, before)) or reading.token_at(source.start) > first + 2:
        return None  # not the subject of the sentence
    cue = Cue(source.start, source.end, opens, "apposition")
    return Hit("marked words beside their source", frame, cue, source, (index,), None, 0.7)


def _opening(reading: Reading, frame: int, index: int) -> Hit | None:
    """*« Fier » de son équipe, Paul Roy a …*: an adjective in marks at the head of the sentence, of its subject."""
    span = reading.spans[index]
    if reading.view[reading.frames[frame].start : span.outer[0]].strip(" \n—-•"):
        return None
    _, stop = reading.range(frame)
    inside = reading.tokens[reading.token_at(span.start) : reading.token_at(span.end)]
    after = reading.token_at(span.outer[1])
    adjectives = [
        t
        for t in inside
        if t.upos == "ADJ" or "VerbForm=Part" in t.morph or t.dep in _LOOSE or _ADJECTIVE.search(t.text)
    ]
    if not adjectives or len(inside) > 5 or any(t.upos in ("DET", "PRON", "PUNCT") for t in inside):
        return None
    comma = next((j for j in range(after, min(after + 12, stop)) if reading.tokens[j].text == ","), None)
    if comma is None or any(is_finite(reading, j) for j in range(after, comma)):
        return None
    source = phrase_from(reading, comma + 1, stop)
    if source is None or not nameable(reading, source):
        return None
    main = reading.token_at(source.end)
    if not any(is_finite(reading, j) for j in range(main, min(main + 4, stop))):
        return None
    cue = Cue(source.start, source.end, reading.view[source.start : source.end], "apposition")
    return Hit("marked words beside their source", frame, cue, source, (index,), None, 0.7)
