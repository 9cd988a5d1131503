"""Sources behind a quotation without an incise: *« … » : X n'en démord pas*, *« … » (X)*, *« … », dixit X*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues.adverbials import skip_adverbials
from quotes.cues.animate import nameable
from quotes.cues.groups import VerbGroup, group_at
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.subjects import subject_of
from quotes.cues.titles import title_like
from quotes.cues.words import low
from quotes.types import Cue

# verbs that close a sentence in plain order, as translated texts have it; *…, le ministère dément* is another thought
_SAYING = frozenset(
    "dire déclarer affirmer annoncer confirmer rapporter ajouter expliquer préciser indiquer assurer écrire"
    " noter répéter souligner prévenir".split()
)
_DIXIT = frozenset("dixit sic".split())


def behind_quotation(reading: Reading, frame: int) -> Iterator[Hit]:
    """Who is named behind a closing mark by a colon, in brackets or with *dixit*."""
    held = reading.frames[frame].spans
    _, stop = reading.range(frame)
    if not held:
        return
    last = reading.spans[held[-1]]
    i = reading.token_at(last.outer[1])
    if i >= stop:
        return
    view = reading.view[last.outer[1] : reading.frames[frame].end]
    if view.lstrip(" ,.").startswith("("):
        yield from _bracketed(reading, frame, i, stop)
    elif view.lstrip().startswith(":"):
        yield from _colon(reading, frame, i, stop)
    else:
        yield from _dixit(reading, frame, i, stop)
        alone = not reading.view[reading.frames[frame].start : reading.spans[held[0]].outer[0]].strip(" \n—-•")
        told = plain_order(reading, i, stop) if alone and reading.tokens[i].text == "," else None
        if told is not None:
            yield Hit("subject and verb after the mark", frame, told[0].cue(reading), told[1], (held[-1],), None, 0.8)


def _bracketed(reading: Reading, frame: int, i: int, stop: int) -> Iterator[Hit]:
    """*« Il faut tenir » (Paul Roy, maire).*: a person's name opens the brackets."""
    bracket = next((j for j in range(i, min(i + 3, stop)) if reading.tokens[j].text == "("), None)
    if bracket is None:
        return
    source = phrase_from(reading, bracket + 1, stop)
    if source is None or not _person(reading, source):
        return
    yield Hit("name in brackets", frame, None, source, (reading.frames[frame].spans[-1],), None, 0.7)


def _colon(reading: Reading, frame: int, i: int, stop: int) -> Iterator[Hit]:
    """*« Scandaleux » : les riverains ne décolèrent pas.*: the subject of the sentence that the marks announce."""
    held = reading.frames[frame].spans
    if reading.view[reading.frames[frame].start : reading.spans[held[0]].outer[0]].strip(" \n—-•"):
        return
    verb = next(
        (j for j in range(i, stop) if reading.tokens[j].upos in ("VERB", "AUX") and "Fin" in reading.tokens[j].morph),
        None,
    )
    source = phrase_from(reading, i + 1, verb) if verb is not None and i + 1 < verb else None
    if source is None or not nameable(reading, source):
        source = subject_of(reading, verb) if verb is not None else None
    if source is None or source.start < reading.tokens[i].start or not nameable(reading, source):
        return
    for index in held:
        if title_like(reading, frame, index):
            continue  # *« Les Noces » : un film de X*
        yield Hit("subject behind a colon", frame, None, source, (index,), None, 0.6)


def _dixit(reading: Reading, frame: int, i: int, stop: int) -> Iterator[Hit]:
    j = i + 1 if reading.tokens[i].text == "," else i
    if j + 1 >= stop or low(reading, j) not in _DIXIT:
        return
    source = phrase_from(reading, j + 1, stop)
    if source is None or not nameable(reading, source):
        return
    token = reading.tokens[j]
    cue = Cue(token.start, token.end, token.text, "dire")
    yield Hit("incise after the mark", frame, cue, source, (reading.frames[frame].spans[-1],), None, 0.9)


def plain_order(reading: Reading, comma: int, stop: int) -> tuple[VerbGroup, Source] | None:
    """*…, la société a confirmé jeudi.*: behind a comma a subject and a verb of saying that say nothing further."""
    source = phrase_from(reading, comma + 1, stop)
    if source is None or not nameable(reading, source):
        return None
    verb = reading.token_at(source.end)
    group = group_at(reading, verb, stop)
    if group is None or group.lemma not in _SAYING or group.pronoun is not None or group.negated:
        return None
    behind = skip_adverbials(reading, group.last, stop)
    return (group, source) if behind >= stop - 1 and reading.tokens[stop - 1].text in ".!?…" else None


def _person(reading: Reading, source: Source) -> bool:
    return any(
        e.label == "PER" and e.start < source.end and source.start < e.end
        for e in reading.entities_near(source.start, source.end)
    )
