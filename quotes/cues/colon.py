"""Clauses without marks behind a colon: *Le maire renchérit : il faut « renverser la table ».*"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.extent import clause_end, spans_inside
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
        colon = next((j for j in range(group.last, min(group.last + 4, stop)) if reading.tokens[j].text == ":"), None)
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
        source = find_subject(reading, group, colon, colon=True)
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
