"""Reported clauses: *affirme que …*, *promet de …*, *demande si …*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues.adverbials import skip_adverbials
from quotes.cues.agents import find_subject
from quotes.cues.animate import could_speak, nameable
from quotes.cues.extent import clause_end, content_start, spans_inside
from quotes.cues.groups import VerbGroup, read_verb
from quotes.cues.infinitive import reported_infinitive
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.verbs import unasserted, verb_groups
from quotes.cues.words import is_adverb, is_finite, low

_QUESTION = frozenset("si s' comment pourquoi combien où quand quel quelle quels quelles".split())


_ASKING = frozenset(
    "demander se demander ignorer préciser expliquer rappeler raconter dire s'interroger indiquer révéler"
    " savoir détailler".split()
)


_FIRST = frozenset("je j' nous tu vous".split())


_STRONG = frozenset(
    "dire déclarer affirmer estimer assurer expliquer préciser ajouter raconter juger répondre confier"
    " rétorquer répliquer prétendre jurer promettre annoncer insister regretter déplorer avouer"
    " reconnaître".split()
)


def reported_clauses(reading: Reading, frame: int) -> Iterator[Hit]:
    """*que* clauses, indirect questions and infinitives under a reporting verb."""
    groups = list(verb_groups(reading, frame))
    covered = -1
    for group in groups:
        if reading.tokens[group.head].start < covered:
            continue
        source_ok = speaks(reading, group)
        if not source_ok:
            continue
        told = reported_infinitive(reading, frame, group)
        hit = told if told is not None and _begins(reading, group, told) else _that(reading, frame, group) or told
        if hit is None or hit.content is None:
            continue
        covered = hit.content[1]
        yield hit


def _begins(reading: Reading, group: VerbGroup, told: Hit) -> bool:
    """*affirme avoir reçu la mère et proposé un changement qu'elle a refusé*: does the infinitive follow the verb?"""
    if told.content is None:
        return False
    between = reading.view[reading.tokens[group.last - 1].end : told.content[0]].split()
    return not between


def speaks(reading: Reading, group: VerbGroup) -> bool:
    """Is the verb an act of speech of a third person: no *il faut dire que*, *on dirait*, *je pense*?"""
    if group.passive or group.shape == "past" or unasserted(reading, group) or _idle(reading, group):
        return False
    i = group.first - 1
    if group.shape == "infinitive":
        parent = reading.tokens[group.head].head
        if parent != group.head:
            lemma = reading.tokens[parent].lemma
            if lemma in ("falloir",) or low(reading, parent) in (
                "faut",
                "bon",
                "important",
                "nécessaire",
                "difficile",
                "possible",
                "facile",
                "utile",
            ):
                return False
        window = [low(reading, j) for j in range(max(0, group.first - 4), group.first)]
        if "faut" in window or "fallait" in window or ("est" in window and "il" in window) or "convient" in window:
            return False
    if any(low(reading, j) in _FIRST and _subject_form(reading, group, j) for j in range(max(0, i), group.head)):
        return False
    if i >= 0 and low(reading, i) in ("ça", "cela", "c'", "ce"):
        return False
    return not (group.pronoun is not None and group.pronoun.pronoun in _FIRST)


def _idle(reading: Reading, group: VerbGroup) -> bool:
    """Locutions that say nothing, and verbs that hear: *il va sans dire que*, *la question de savoir si*."""
    before = low(reading, group.first - 1) if group.first else ""
    own = {before, *(low(reading, j) for j in range(group.first, group.head))}
    if group.lemma == "dire" and own & _EMPTY or group.lemma == "savoir" and group.shape == "infinitive":
        return True
    if group.lemma == "apprendre":  # *a appris que* heard it, *leur a appris que* said it
        told = any(low(reading, j) in _TOLD for j in range(group.first, group.head))
        return not told and low(reading, min(group.last, len(reading.tokens) - 1)) not in ("à", "au", "aux")
    near = {low(reading, j) for j in range(max(0, group.first - 4), group.first)}
    supposed = group.shape == "infinitive" and (own & _SUPPOSING or near & _REFUSING or {"on", "peut"} <= near)
    future = group.lemma == "proposer" and "Tense=Fut" in reading.tokens[group.head].morph
    if supposed or future:
        return True  # *aurait pu se demander*, *devrait annoncer*, *a refusé de dire*: nobody has said it
    asked = any(low(reading, j) in ("quand", "lorsqu'") for j in range(max(0, group.first - 2), group.first))
    return asked and before == "on"  # *quand on lui demande*: an interviewer's question


_REFUSING = frozenset("refusé refuse refusent refusait refusant évité évite abstenu abstient garde gardé".split())
_SUPPOSING = frozenset("pu dû pourrait pourraient devrait devraient".split())
_EMPTY = frozenset("sans ainsi veut veulent voulait voulaient autant".split())
_TOLD = frozenset("lui leur nous vous m' t'".split())


def _subject_form(reading: Reading, group: VerbGroup, index: int) -> bool:
    """*nous affirmons*, not *nous a affirmé*: is the pronoun the subject, by the ending of the verb?"""
    word = low(reading, index)
    if word not in ("nous", "vous"):
        return True
    endings = ("ons", "mes") if word == "nous" else ("ez", "tes")
    return any(low(reading, j).endswith(endings) for j in range(index + 1, group.head + 1))


def _that(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
    _, stop = reading.range(frame)
    opener = _complementizer(reading, group, stop)
    if opener is None or not set(group.frames) & set("qw") and low(reading, opener - 1) != "ce":
        return None
    content_token = opener + 1 if low(reading, opener) in ("que", "qu'") else opener
    if content_token >= stop and not reading.frames[frame].spans:
        return None
    start = content_start(reading, opener, content_token, frame)
    end = clause_end(reading, frame, group, content_token)
    if end <= start or reading.view[start:end].lower() in ("oui", "non", "si"):
        return None
    source = find_subject(reading, group, opener)
    if source is not None and start <= source.start < end or source is None and _fragment(reading, frame, group, end):
        # *Avant de concéder que le texte est perfectible.*: whoever spoke before
        cue = group.cue(reading)
        source = Source(cue.start, cue.end, None, "ses")
    if (
        source is None
        or not nameable(reading, source)
        and not (group.lemma in _STRONG and could_speak(reading, source))
    ):
        return None
    marked_only = "q" not in group.frames and low(reading, opener - 1) != "ce"
    rule = "reported clause" if group.shape == "finite" else "reported clause after a participle or infinitive"
    return Hit(
        rule,
        frame,
        group.cue(reading),
        source,
        spans_inside(reading, frame, start, end),
        (start, end),
        0.85,
        marked_only,
    )


def _fragment(reading: Reading, frame: int, group: VerbGroup, end: int) -> bool:
    """Is the infinitive with its clause the whole sentence (*Avant d'admettre que le mur est fissuré.*)?"""
    first, _ = reading.range(frame)
    opens = low(reading, first) in ("avant", "quitte", "sans", "façon", "histoire")
    return group.shape == "infinitive" and opens and group.first <= first + 3 and end >= reading.frames[frame].end - 2


def _complementizer(reading: Reading, group: VerbGroup, stop: int) -> int | None:
    """The *que* (or question word) that opens the clause of a verb."""
    tokens = reading.tokens
    i = group.last
    gap = 0
    asks = group.lemma in _ASKING
    while i < stop and gap < 30:
        word = low(reading, i)
        if word in ("que", "qu'"):
            if i > group.last + 1 and low(reading, i - 1) == "ce" and low(reading, i - 2) == "à":
                return i if "f" in group.frames else None  # *s'engage à ce que*
            if i > group.last and _reports_that(reading, group.last, i - 1):
                return None
            if i > group.last and low(reading, i - 1) == "même" and low(reading, i - 3) != "tout":
                return None
            if (
                i > group.last
                and tokens[i].upos == "PRON"
                and tokens[i - 1].upos in ("NOUN", "PROPN")
                and not _parsed_as_clause(reading, group, i)
                and skip_adverbials(reading, group.last, stop) != i
            ):
                return None
            if i > group.last and low(reading, i - 1) in (
                "ne",
                "autre",
                "ce",
                "et",
                "ou",
                "plus",
                "moins",
                "tandis",
                "alors",
                "ainsi",
                "bien",
                "pour",
                "afin",
                "avant",
                "après",
                "dès",
                "lors",
                "parce",
                "sans",
                "tel",
                "telle",
            ):
                return None
            return i
        if group.lemma == "demander" and word in ("si", "s'") and i > group.last and low(reading, i - 1) != ",":
            return i
        if (
            asks
            and i == group.last
            and (
                word in _QUESTION
                or (
                    word in ("de", "à", "dans")
                    and i + 1 < stop
                    and low(reading, i + 1) in ("quelle", "quel", "quels", "quelles")
                )
            )
        ):
            if word in ("si", "s'") and group.lemma not in (
                "demander",
                "se demander",
                "s'interroger",
                "ignorer",
                "savoir",
            ):
                return None
            return i
        if tokens[i].text in (".", ";", ":", "?", "!", "(", ")", "—"):
            return None
        if i > group.last and is_finite(reading, i):
            return None
        i += 1
        gap += 1
    return None


def _reports_that(reading: Reading, first: int, index: int) -> bool:
    """*a reconnu avoir affirmé que*, *a nié, et assuré que*: the *que* is of the nearer verb."""
    while index > first and is_adverb(reading, index):
        index -= 1
    if index < first:
        return False
    found = read_verb(reading, index, False, ("finite", "past", "infinitive")) if _is_verb(reading, index) else None
    return found is not None and "q" in found[1]


def _is_verb(reading: Reading, index: int) -> bool:
    return reading.tokens[index].upos in ("VERB", "AUX")


def _parsed_as_clause(reading: Reading, group: VerbGroup, que: int) -> bool:
    clause = reading.tokens[que].head
    return reading.tokens[clause].head == group.head and reading.tokens[clause].dep in (
        "ccomp",
        "xcomp",
        "obj",
        "advcl",
    )
