"""*On*: whose words it reports, read off the place beside it (*dit-on à la préfecture*, *Chez X, on assure que*)."""

from __future__ import annotations

import re

from quotes.cues.antecedents import antecedent
from quotes.cues.groups import VerbGroup
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Reading, Source
from quotes.cues.words import TIMES, low

_SIDE = r"(?:du côté|au sein|auprès) (?:de la |de l'|du |des |de |d')"
_BEHIND = re.compile(rf"(?:\w+ment )?(?:{_SIDE}|dans |sur |chez |à |aux? |de )")
_BEFORE = re.compile(rf"(?:mais |et |or )?(?:{_SIDE}|dans |sur |chez |à |aux? |côté )", re.IGNORECASE)


def for_whom(reading: Reading, group: VerbGroup, on: Source, stop: int) -> Source:
    """The body, the circle or the page for which *on* stands, *on* itself where none is named beside it.

    *Fait-on savoir au ministère*, *a-t-on appris de source policière*, *Dans son entourage, on assure*,
    *une pancarte où l'on pouvait lire*.
    """
    return _behind(reading, group, stop) or _before(reading, on) or on


def _behind(reading: Reading, group: VerbGroup, stop: int) -> Source | None:
    if group.last >= stop:
        return None
    match = _BEHIND.match(reading.view, reading.tokens[group.last].start)
    if not match:
        return None
    source = phrase_from(reading, reading.token_at(match.end()), stop)
    if source is None or source.pronoun is not None or low(reading, reading.token_at(source.start)) in TIMES:
        return None
    return source


def _before(reading: Reading, on: Source) -> Source | None:
    token = reading.token_at(on.start)
    frame = reading.frame_of_token[token] if token < len(reading.tokens) else 0
    first, _ = reading.range(frame)
    where = next((j for j in range(max(first, token - 3), token) if low(reading, j) == "où"), None)
    if where is not None:
        return antecedent(reading, where)
    match = _BEFORE.match(reading.view, reading.tokens[first].start)
    if not match or match.end() >= on.start:
        return None
    source = phrase_from(reading, reading.token_at(match.end()), token)
    if source is None or source.pronoun is not None or low(reading, reading.token_at(source.start)) in TIMES:
        return None
    return source if "," in reading.view[source.end : source.end + 2] else None
