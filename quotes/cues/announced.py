"""Clauses behind a colon that a noun or an adjective announces: *Le message du préfet est clair : …*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.extent import clause_end, spans_inside
from quotes.cues.groups import VerbGroup
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.words import is_finite, low
from quotes.types import Cue

# what is said, by its noun, and how somebody says it
_MESSAGES = frozenset(
    "formule réponse message constat consigne verdict argument promesse avertissement credo explication conclusion"
    " diagnostic avis".split()
)
_FRANK = frozenset(
    "formel formelle formels catégorique catégoriques affirmatif affirmative rassurant rassurante rassurants clair"
    " claire ferme fermes intransigeant intransigeante unanime unanimes optimiste sceptique péremptoire"
    " lapidaire".split()
)
_BEING = frozenset("être montrer vouloir rester demeurer dire".split())


def announced(reading: Reading, frame: int) -> Iterator[Hit]:
    """The clause without marks behind the first colon of a frame, where its words before announce speech."""
    first, stop = reading.range(frame)
    colon = next((j for j in range(first + 2, stop - 2) if reading.tokens[j].text == ":"), None)
    if colon is None or _opens_mark(reading, frame, colon):
        return
    verb = next((j for j in range(first, colon) if is_finite(reading, j)), None)
    if verb is None or not any(is_finite(reading, j) for j in range(colon + 1, stop)):
        return
    word = _announcer(reading, verb, first, colon)
    source = None if word is None else _source(reading, first, verb, word, colon)
    if word is None or source is None or not nameable(reading, source):
        return
    token = reading.tokens[word]
    group = VerbGroup(word, word + 1, word, low(reading, word), "q", "finite")
    start, end = reading.tokens[colon + 1].start, clause_end(reading, frame, group, colon + 1)
    if end <= start:
        return
    cue = Cue(token.start, token.end, token.text, low(reading, word))
    yield Hit(
        "announced behind a colon", frame, cue, source, spans_inside(reading, frame, start, end), (start, end), 0.78
    )


def _opens_mark(reading: Reading, frame: int, colon: int) -> bool:
    a, b = reading.tokens[colon].end, reading.tokens[colon + 1].start
    held = [reading.spans[k].outer for k in reading.frames[frame].spans]
    return any(a <= start <= b or start <= a < end for start, end in held)


def _announcer(reading: Reading, verb: int, first: int, colon: int) -> int | None:
    """The noun or adjective that announces: right before the colon, or the subject of *est clair*."""
    being = any(reading.tokens[j].lemma.lower() in _BEING for j in range(verb, min(verb + 3, colon)))
    for j in range(first, min(first + 4, colon)):
        if low(reading, j) in _MESSAGES and j < verb and being:
            return j
    if being and low(reading, colon - 1) in _FRANK:
        return colon - 1
    for j in range(max(verb + 1, colon - 4), colon):
        if low(reading, j) in _MESSAGES:
            return j
    return None


def _source(reading: Reading, first: int, verb: int, word: int, colon: int) -> Source | None:
    """Whose message it is: the complement of the noun that is the subject, else the subject of the sentence."""
    if word < verb:
        i = word + 1
        while i < verb and reading.tokens[i].upos == "ADJ":
            i += 1
        if low(reading, i) not in ("de", "d'", "du", "des"):
            return None
        found = phrase_from(reading, i + 1, verb)
        if found is None and reading.tokens[i + 1].upos == "NOUN":
            found = Source(reading.tokens[i + 1].start, reading.tokens[verb - 1].end, i + 1)
        return found
    token = reading.tokens[verb]
    head = token.head if token.dep.startswith(("aux", "cop")) and token.head > verb else verb
    return find_subject(reading, VerbGroup(verb, head + 1, head, token.lemma, "", "finite"), colon)
