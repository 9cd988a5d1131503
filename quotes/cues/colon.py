"""Clauses without marks behind a colon: *Le maire renchérit : il faut « renverser la table ».*"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.extent import clause_end, spans_inside
from quotes.cues.groups import VerbGroup
from quotes.cues.reading import Hit, Reading
from quotes.cues.speaking import speaks
from quotes.cues.verbs import verb_groups
from quotes.cues.words import is_finite


def after_colon(reading: Reading, frame: int) -> Iterator[Hit]:
    """*Le maire renchérit : il faut « renverser la table ».*: a clause without marks behind a colon."""
    _, stop = reading.range(frame)
    for group in verb_groups(reading, frame):
        if not {"i", "q"} <= set(group.frames) or group.passive or group.shape == "past" or not speaks(reading, group):
            continue
        colon, behind = _colon(reading, group, stop)
        if colon is None or colon + 2 >= stop:
            continue
        start = reading.tokens[colon + 1].start
        colon_end = reading.tokens[colon].end
        if any(
            reading.spans[k].outer[0] <= start and colon_end <= reading.spans[k].outer[1]
            for k in reading.frames[frame].spans
        ):
            continue
        if not any(is_finite(reading, j) for j in range(colon + 1, stop)):
            continue
        end = clause_end(reading, frame, group, colon + 1)
        source = find_subject(reading, group, colon, colon=behind)
        if source is None or not nameable(reading, source) or end <= start:
            continue
        yield Hit(
            "clause behind a colon",
            frame,
            group.cue(reading),
            source,
            spans_inside(reading, frame, start, end),
            (start, end),
            0.78,
        )


# verbs that name what they then tell: *explique son vote d'une voix blanche : il a reçu …*
_EXPLAINING = frozenset("expliquer justifier résumer raconter préciser".split())
_NEAR, _FAR = 4, 16  # tokens


def _colon(reading: Reading, group: VerbGroup, stop: int) -> tuple[int | None, bool]:
    """The colon behind a verb, and whether the subject may stand between them.

    It stands close by, behind what is explained, or behind who answers a word (*Faux, répond X : …*).
    """
    tokens = reading.tokens
    first, _ = reading.range(reading.frame_of_token[group.head])
    answers = 0 < group.first - first <= _NEAR and tokens[group.first - 1].text == ","
    for j in range(group.last, min(group.last + _FAR, stop)):
        if tokens[j].text == ":":
            far = j - group.last >= _NEAR
            known = not far or answers or group.lemma in _EXPLAINING
            return (j if known else None), not far or answers
        if is_finite(reading, j) or tokens[j].text == "," and not answers and j - group.last >= _NEAR:
            break
    return None, False
