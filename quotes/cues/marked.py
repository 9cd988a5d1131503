"""Marked words inside a sentence: *il a dénoncé « une honte »*, *qualifié de « … » par X*.

Whether such words are speech is decided here by what ties them to somebody: a verb that reports, of which
they are object or complement. Without such a tie they are a title, a term or irony, and no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.groups import VerbGroup
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.titles import title_like
from quotes.cues.verbs import unasserted, verb_groups
from quotes.cues.words import low

_NAMING = frozenset(
    "appeler qualifier surnommer baptiser nommer traiter taxer décrire dépeindre caractériser présenter"
    " désigner considérer juger définir intituler étiqueter titrer".split()
)
_LIKENING = frozenset("caractériser présenter désigner définir traiter qualifier taxer accuser".split())
_JUDGING = frozenset("juger trouver estimer considérer".split())
# verbs that name a thing without judging it
_NEUTRAL = frozenset(
    "évoquer annoncer saluer raconter décrire demander rejeter présenter proposer confirmer rappeler"
    " mentionner expliquer préciser détailler défendre citer réclamer".split()
) | {"se souvenir", "se rappeler"}
_NOT_SPEECH = frozenset("appeler nommer baptiser surnommer intituler".split())


def marked_words(reading: Reading, frame: int) -> Iterator[Hit]:
    """Quotations that are a part of their sentence's grammar, under a verb that reports."""
    held = reading.frames[frame].spans
    if not held:
        return
    groups = [g for g in verb_groups(reading, frame) if not unasserted(reading, g)]
    first, _ = reading.range(frame)
    last: Hit | None = None
    for n, index in enumerate(held):
        span = reading.spans[index]
        if last is not None and _joined(reading, held[n - 1], index):
            last = Hit(last.rule, frame, last.cue, last.source, (index,), None, last.strength)
            yield last
            continue
        last = None
        at = reading.token_at(span.outer[0])
        if title_like(reading, frame, index):
            continue
        group = _governor(reading, groups, first, at, span.outer[1])
        if group is None:
            continue
        hit = None if _remote(reading, group, at) else _hit(reading, frame, group, index, at)
        if hit is not None:
            last = hit
            yield hit


def _remote(reading: Reading, group: VerbGroup, at: int) -> bool:
    """*a salué la mémoire des « poilus »*, *va lancer des « paniers »*: a term in what is named, not what is said."""
    if group.lemma == "lancer" and low(reading, at - 1) in ("des", "ses", "son", "sa", "une"):
        return True
    j = at - 1
    if low(reading, j) in ("la", "l'", "un", "une"):
        j -= 1
    if group.lemma not in _NEUTRAL or low(reading, j) not in ("de", "d'", "du", "des") or j - 1 <= group.last:
        return False
    return reading.tokens[j - 1].upos in ("NOUN", "ADJ")


def _joined(reading: Reading, before: int, index: int) -> bool:
    """*« truffé d'incantations » et manquant « de courage »*: does one cue hold both?"""
    a, b = reading.spans[before].outer[1], reading.spans[index].outer[0]
    gap = reading.view[a:b].strip()
    if not gap.startswith((",", "et ", "ou ", "ni ", "puis ", "et\n")) and gap not in ("et", "ou", ",", "ni"):
        return False
    inner = range(reading.token_at(a), reading.token_at(b))
    return len(gap.split()) <= 5 and not any(
        "VerbForm=Fin" in reading.tokens[j].morph or low(reading, j) in ("que", "qu'", "qui", "mais") for j in inner
    )


def _governor(reading: Reading, groups: list[VerbGroup], first: int, at: int, outer_end: int) -> VerbGroup | None:
    """The reporting verb to the left that the marked words hang on."""
    tokens = reading.tokens
    left = [g for g in groups if g.head < at and set(g.frames) & set("oq")]
    if at and low(reading, at - 1) in ("d'après", "selon") or at > 1 and low(reading, at - 1) == "après":
        return None
    for group in reversed(left):
        if at - group.last > 25:
            return None
        if group.lemma in _LIKENING and not any(
            low(reading, j) in ("comme", "être", "de", "d'") for j in range(max(group.last, at - 3), at)
        ):
            continue
        between = range(group.last, at)
        finite = [
            j
            for j in between
            if tokens[j].upos in ("VERB", "AUX") and "VerbForm=Fin" in tokens[j].morph and tokens[j].head != group.head
        ]
        if any(tokens[j].text in (";", ":", "—") for j in between):
            return None
        if finite:
            continue
        commas = sum(tokens[j].text == "," for j in between)
        if commas > 2 and not _hangs(reading, at, group.head, outer_end):
            continue
        if "o" in group.frames:
            return group
        if at < len(tokens) and _hangs(reading, at, group.head, outer_end):
            return group
    return None


def _hangs(reading: Reading, at: int, head: int, outer_end: int) -> bool:
    tokens = reading.tokens
    for start in (at, at - 1):
        if not 0 <= start < len(tokens):
            continue
        j = start
        for _ in range(12):
            if j == head:
                return True
            if tokens[j].head == j:
                break
            j = tokens[j].head
    return False


def _agent(reading: Reading, index: int, stop: int) -> Source | None:
    """The phrase behind *par*, without what goes on with the marks (*par la gauche et de « … »*)."""
    found = phrase_from(reading, index, stop)
    if found is None:
        return None
    marks = [reading.spans[k].outer[0] for k in reading.frames[reading.frame_of_token[index]].spans]
    last = reading.token_at(min([found.end, *(m for m in marks if m > found.start)]))
    while last > index + 1 and low(reading, last - 1) in ("et", "ou", "de", "d'"):
        last -= 1
    return Source(found.start, reading.tokens[last - 1].end, found.head, found.pronoun)


def _proper(reading: Reading, group: VerbGroup, index: int, at: int) -> bool:
    """*baptisée « Arduinna » par l'équipe*, *baptisé le pont « pont Neuf »*: a name that sticks, no word of anybody's."""
    words = reading.view[reading.spans[index].start : reading.spans[index].end].split()
    if group.lemma in ("appeler", "surnommer"):
        return False
    name = words[1:] if words[0].lower() in ("le", "la", "les") else words
    return len(name) == 1 and name[0][0].isupper() or words[0].lower() in reading.lows[group.last : at]


def _hit(reading: Reading, frame: int, group: VerbGroup, index: int, at: int) -> Hit | None:
    span = reading.spans[index]
    _, stop = reading.range(frame)
    naming = group.lemma in _NAMING
    if group.lemma in _NOT_SPEECH and _proper(reading, group, index, at):
        return None
    if group.passive or group.shape == "past":
        after = reading.token_at(span.outer[1])
        agent: Source | None = None
        for j in [*range(after, min(after + 3, stop)), *range(group.last, at)]:
            if reading.tokens[j].text in (",", ";", "."):
                break
            if low(reading, j) in ("par",) and j + 1 < stop:
                agent = _agent(reading, j + 1, stop)
                break
        if agent is None or not nameable(reading, agent):
            return None
        return Hit("marked words, passive with an agent", frame, group.cue(reading), agent, (index,), None, 0.75)
    source = find_subject(reading, group, at)
    if source is None or not nameable(reading, source):
        return None
    if group.lemma in _NOT_SPEECH and source.pronoun == "on":
        return None
    if group.shape == "infinitive" and reading.tokens[group.head].end < source.start < span.start:
        return None  # *proposé de témoigner dans un livre sur les « visages de la ville »*
    rule = "naming verb" if naming else "marked words under a reporting verb"
    content = None
    if group.lemma in _JUDGING and group.last < at and reading.tokens[group.last].upos == "DET":
        content = (reading.tokens[group.last].start, span.outer[1])  # *juge la mesure « tardive »*
    return Hit(rule, frame, group.cue(reading), source, (index,), content, 0.75)
