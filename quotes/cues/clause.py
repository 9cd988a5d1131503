"""Reported clauses: *affirme que …*, *promet de …*, *demande si …*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues.adverbials import skip_adverbials
from quotes.cues.agents import find_subject
from quotes.cues.animate import could_speak, nameable
from quotes.cues.extent import clause_end, content_start, spans_inside
from quotes.cues.groups import VerbGroup, read_verb
from quotes.cues.incise import incise_source
from quotes.cues.infinitive import reported_infinitive
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.speaking import speaks
from quotes.cues.verbs import verb_groups
from quotes.cues.words import AUXILIARIES, CLITICS, is_adverb, is_finite, low

_QUESTION = frozenset("si s' comment pourquoi combien où quand quel quelle quels quelles".split())


_ASKING = frozenset(
    "demander se demander ignorer préciser expliquer rappeler raconter dire s'interroger indiquer révéler"
    " savoir détailler".split()
)


_STRONG = frozenset(
    "dire déclarer affirmer estimer assurer expliquer préciser ajouter raconter juger répondre confier"
    " rétorquer répliquer prétendre jurer promettre annoncer insister regretter déplorer avouer"
    " reconnaître".split()
) | {"faire valoir", "faire savoir", "faire remarquer", "faire observer"}


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


# with *que* another conjunction: *plus que*, *ainsi que*, *vu que*
_JOINS_QUE = frozenset(
    "ne autre ce et ou plus moins tandis alors ainsi bien pour afin avant après dès lors parce sans tel vu"
    " attendu pourvu hormis sauf depuis donné telle".split()
)


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
            if i > group.last + 1 and tokens[i - 1].text == "," and _behind_subject(reading, group, i - 1):
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
            if i > group.last and low(reading, i - 1) in _JOINS_QUE:
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


_CAUSING = frozenset("fait font faisait firent laisse laissent laissé".split())


def _behind_subject(reading: Reading, group: VerbGroup, comma: int) -> bool:
    """*…, a ironisé Roy, que ses amis …*: does the subject of an incise stand before the comma?"""
    first, _ = reading.range(reading.frame_of_token[group.head])
    begin = group.first
    while begin > first and low(reading, begin - 1) in _CAUSING | CLITICS | AUXILIARIES:
        begin -= 1  # *lui a fait remarquer Roy*
    if begin > first and reading.tokens[begin - 1].text not in (",", "—"):
        opening = reading.tokens[begin].start
        held = reading.frames[reading.frame_of_token[group.head]].spans
        if not any(0 <= opening - reading.spans[k].outer[1] <= 2 for k in held):
            return False
    source = incise_source(reading, group, comma + 1) if "i" in group.frames else None
    return source is not None and reading.token_at(source.end) == comma and nameable(reading, source)


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
