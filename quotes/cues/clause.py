"""Reported clauses: *affirme que …*, *promet de …*, *demande si …*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import lexicon
from quotes.cues.animate import could_speak, nameable
from quotes.cues.grammar import (
    AUXILIARIES,
    CLITICS,
    NEGATIONS,
    TIMES,
    VerbGroup,
    _adverb,
    inverted_pronoun,
    locution_to,
    low,
    read_verb,
    subject_of,
)
from quotes.cues.incise import find_subject
from quotes.cues.reading import Hit, Reading, Source
from quotes.types import Span

_QUESTION = frozenset("si s' comment pourquoi combien où quand quel quelle quels quelles".split())
_ASKING = frozenset(
    "demander se demander ignorer préciser expliquer rappeler raconter dire s'interroger indiquer révéler savoir détailler".split()
)
_FIRST = frozenset("je j' nous tu vous".split())
_STRONG = frozenset(
    "dire déclarer affirmer estimer assurer expliquer préciser ajouter raconter juger répondre confier rétorquer répliquer"
    " prétendre jurer promettre annoncer rappeler insister regretter déplorer avouer reconnaître".split()
)
_IMPERSONAL = frozenset("falloir convenir être pouvoir devoir".split())


def verb_groups(reading: Reading, frame: int) -> Iterator[VerbGroup]:
    """All groups of reporting verbs of a frame, with their auxiliaries, in order."""
    first, stop = reading.range(frame)
    tokens = reading.tokens
    held = [reading.spans[k].outer for k in reading.frames[frame].spans]
    inner = reading.incised
    for i in range(first, stop):
        form = low(reading, i)
        if any(a <= tokens[i].start < b for a, b in held) and not any(
            a <= tokens[i].start < b for a, b in inner
        ):
            continue
        readings = lexicon.verb_forms().get(form)
        if not readings:
            continue
        if i > first and (
            tokens[i - 1].upos == "DET"
            and low(reading, i - 1) not in ("l'", "le", "la", "les")
            or (form == "compris" and low(reading, i - 1) == "y")
        ):
            continue
        if tokens[i].upos not in ("VERB", "AUX"):
            before = low(reading, i - 1) if i > first else ""
            nominal = before in (
                "le",
                "la",
                "l'",
                "un",
                "une",
                "des",
                "les",
                "de",
                "du",
                "d'",
                "ce",
                "cette",
                "son",
                "sa",
                "au",
                "en",
                "par",
                "sans",
                "ces",
                "ses",
                "leur",
                "leurs",
                "à",
            )
            if nominal or tokens[i].text[0].isupper() or tokens[i].upos in ("PROPN", "ADP", "DET", "PRON"):
                continue
            if not any(shape in ("finite", "past") for _, shape in readings):
                continue
        yield from _grow(reading, first, stop, i)


def _grow(reading: Reading, first: int, stop: int, head: int) -> Iterator[VerbGroup]:
    j = head - 1
    auxiliary = -1
    reflexive = negated = passive = False
    start = head
    while j >= first:
        word = low(reading, j)
        if word in CLITICS:
            reflexive = reflexive or word in ("se", "s'")
            negated = negated or word in ("ne", "n'")
            start = j
        elif word == "été":
            passive = True
        elif word in AUXILIARIES and auxiliary < 0:
            auxiliary = start = j
        elif word in NEGATIONS:
            negated = True
        elif locution_to(reading, j) != j:
            j = locution_to(reading, j)
            continue
        elif not _adverb(reading, j) or word in ("plus",) and auxiliary < 0:
            break
        j -= 1
    shapes: tuple[str, ...]
    form = low(reading, head)
    verb_readings = [shape for _, shape in lexicon.verb_forms()[form]]
    if auxiliary >= 0 and "past" in verb_readings:
        shapes = ("past",)
        be = low(reading, auxiliary) in (
            "est",
            "sont",
            "était",
            "étaient",
            "sera",
            "fut",
            "furent",
            "être",
            "serait",
            "soit",
        )
        passive = passive or (be and not reflexive)
    elif "finite" in verb_readings and reading.tokens[head].upos in ("VERB", "AUX", "NOUN", "ADJ"):
        morph = reading.tokens[head].morph
        participle = "VerbForm=Part" in morph and "past" in verb_readings
        shapes = ("past",) if participle and not _has_subject(reading, head) else ("finite",)
    else:
        shapes = ("infinitive", "present", "past")
    if auxiliary < 0:
        start = head
        j = head - 1
        while j >= first and low(reading, j) in CLITICS:
            start = j
            j -= 1
    found = read_verb(reading, head, reflexive, shapes)
    if found is None and shapes == ("past",) and "finite" in verb_readings:
        found = read_verb(reading, head, reflexive, ("finite",))
        shapes = ("finite",)
    if found is None:
        return
    lemma, frames, extra = found
    last = head + 1 + extra
    pronoun: Source | None = None
    for verb in (auxiliary, head):
        if verb >= 0:
            inverted = inverted_pronoun(reading, verb)
            if inverted:
                pronoun = inverted[0]
                last = max(last, inverted[1])
    bare_participle = shapes == ("past",) and auxiliary < 0
    shape = (
        "past"
        if bare_participle
        else "finite"
        if auxiliary >= 0 or shapes == ("finite",)
        else (
            "present"
            if low(reading, head).endswith("ant")
            else "infinitive"
            if low(reading, head).endswith(("r", "re"))
            else "past"
        )
    )
    if auxiliary >= 0 and low(reading, auxiliary) in ("ayant", "avoir", "étant", "être"):
        shape = "infinitive"
    yield VerbGroup(start, last, head, lemma, frames, shape, pronoun, negated, passive, reflexive)


def _has_subject(reading: Reading, head: int) -> bool:
    return any(reading.tokens[c].dep.startswith("nsubj") for c in reading.children[head])


def reported_clauses(reading: Reading, frame: int) -> Iterator[Hit]:
    """*que* clauses, indirect questions and infinitives under a reporting verb."""
    groups = list(verb_groups(reading, frame))
    covered = -1
    for group in groups:
        if reading.tokens[group.head].start < covered:
            continue
        source_ok = _speaks(reading, group)
        if not source_ok:
            continue
        hit = _that(reading, frame, group) or _infinitive(reading, frame, group)
        if hit is None or hit.content is None:
            continue
        covered = hit.content[1]
        yield hit


def _speaks(reading: Reading, group: VerbGroup) -> bool:
    """Is the verb an act of speech of a third person: no *il faut dire que*, *on dirait*, *je pense*?"""
    if group.passive or group.shape == "past":
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
        if (
            "faut" in window
            or "fallait" in window
            or ("est" in window and "il" in window)
            or "convient" in window
        ):
            return False
    subject = [
        c for c in reading.children[group.head] if reading.tokens[c].dep.startswith(("nsubj", "expl:subj"))
    ]
    if any(low(reading, c) in _FIRST for c in subject):
        return False
    if i >= 0 and low(reading, i) in _FIRST | {"ça", "cela", "c'", "ce"}:
        return False
    if group.pronoun is not None and group.pronoun.pronoun in _FIRST:
        return False
    return True


def _that(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
    if not ("q" in group.frames or "w" in group.frames):
        return None
    _, stop = reading.range(frame)
    opener = _complementizer(reading, group, stop)
    if opener is None:
        return None
    content_token = opener + 1 if low(reading, opener) in ("que", "qu'") else opener
    if content_token >= stop and not reading.frames[frame].spans:
        return None
    start = _content_start(reading, opener, content_token, frame)
    end = clause_end(reading, frame, group, content_token)
    if end <= start:
        return None
    source = find_subject(reading, group, opener)
    if (
        source is None
        or not nameable(reading, source)
        and not (group.lemma in _STRONG and could_speak(reading, source))
    ):
        return None
    if source.pronoun == "il" and _impersonal(reading, group):
        return None
    marked_only = "q" not in group.frames
    rule = (
        "reported clause" if group.shape == "finite" else "reported clause after a participle or infinitive"
    )
    return Hit(
        rule,
        frame,
        group.cue(reading),
        source,
        _inside(reading, frame, start, end),
        (start, end),
        0.85,
        marked_only,
    )


def _impersonal(reading: Reading, group: VerbGroup) -> bool:
    return (
        group.passive
        or group.lemma in ("apprendre", "sembler", "paraître", "apparaître")
        and not group.reflexive
        and False
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
            if i > group.last and low(reading, i - 1) == "même" and low(reading, i - 3) != "tout":
                return None
            if (
                i > group.last
                and tokens[i].upos == "PRON"
                and tokens[i - 1].upos in ("NOUN", "PROPN")
                and not _parsed_as_clause(reading, group, i)
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
        if (
            group.lemma == "demander"
            and word in ("si", "s'")
            and i > group.last
            and low(reading, i - 1) != ","
        ):
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
        if tokens[i].upos in ("VERB", "AUX") and i > group.last and "VerbForm=Fin" in tokens[i].morph:
            return None
        i += 1
        gap += 1
    return None


def _parsed_as_clause(reading: Reading, group: VerbGroup, que: int) -> bool:
    clause = reading.tokens[que].head
    return reading.tokens[clause].head == group.head and reading.tokens[clause].dep in (
        "ccomp",
        "xcomp",
        "obj",
        "advcl",
    )


def _content_start(reading: Reading, opener: int, content_token: int, frame: int) -> int:
    after = reading.tokens[opener].end if content_token != opener else reading.tokens[opener].start
    end = reading.frames[frame].end
    view = reading.view
    while after < end and view[after] in " \n,":
        after += 1
    return after


def _inside(reading: Reading, frame: int, start: int, end: int) -> tuple[int, ...]:
    return tuple(i for i in reading.frames[frame].spans if start <= reading.spans[i].start < end)


def after_colon(reading: Reading, frame: int) -> Iterator[Hit]:
    """*Le maire renchérit : il faut « renverser la table ».*: a clause without marks behind a colon."""
    _, stop = reading.range(frame)
    for group in verb_groups(reading, frame):
        if (
            not {"i", "q"} <= set(group.frames)
            or group.passive
            or group.shape == "past"
            or not _speaks(reading, group)
        ):
            continue
        colon = next(
            (j for j in range(group.last, min(group.last + 4, stop)) if reading.tokens[j].text == ":"), None
        )
        if colon is None or colon + 2 >= stop:
            continue
        start = reading.tokens[colon + 1].start
        colon_end = reading.tokens[colon].end
        if any(
            reading.spans[k].outer[0] <= start and colon_end <= reading.spans[k].outer[1]
            for k in reading.frames[frame].spans
        ):
            continue
        if not any("VerbForm=Fin" in reading.tokens[j].morph for j in range(colon + 1, stop)):
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
            _inside(reading, frame, start, end),
            (start, end),
            0.78,
        )


def clause_end(reading: Reading, frame: int, group: VerbGroup, content_token: int) -> int:
    """Where the reported clause ends: the sentence's end, less what hangs on the reporting verb again."""
    first, stop = reading.range(frame)
    tokens = reading.tokens
    view = reading.view
    held = [reading.spans[i] for i in reading.frames[frame].spans]
    frame_end = reading.frames[frame].end
    end = frame_end
    for span in held:
        # a clause that is marked from its first word ends with its mark, when a comma follows
        if (
            content_token < stop
            and span.start == tokens[content_token].start
            and re.match(r"\s*[,;:.)]|\s*$", view[span.outer[1] : frame_end + 1])
        ):
            if len(view[span.start : span.end].split()) >= 3 and not view[span.outer[1] : frame_end].lstrip(
                " ,"
            ).startswith(("selon", "d'après", "et que", "et qu'")):
                return span.outer[1]
    for i in range(content_token + 1, stop):
        if any(s.outer[0] <= tokens[i].start < s.outer[1] for s in held):
            continue
        if _leaves(reading, group, content_token, i, stop):
            end = tokens[i].start
            break
    while end > tokens[group.head].end and view[end - 1] in " \n,;.!?…:—":
        if any(s.outer[1] == end or s.end == end for s in held):
            break
        end -= 1
    return end


def _leaves(reading: Reading, group: VerbGroup, content_token: int, i: int, stop: int) -> bool:
    """Does the sentence leave the reported clause at this token?"""
    tokens = reading.tokens
    word = low(reading, i)
    text = tokens[i].text
    if text == ";":
        return (
            i + 1 < stop
            and low(reading, i + 1) not in ("que", "qu'")
            and not (i + 2 < stop and low(reading, i + 2) in ("que", "qu'"))
        )
    if text == ":":
        return True
    if text == ",":
        nxt = i + 1
        if (
            nxt >= stop
            or low(reading, nxt) == "et"
            and nxt + 1 < stop
            and low(reading, nxt + 1) in ("ce", "cela")
        ):
            return True
        if low(reading, nxt) in ("mais", "et", "puis", "tandis", "alors"):
            return _matrix_conjunct(reading, group, nxt + 1, stop) or _new_clause(reading, nxt + 1, stop)
        if low(reading, nxt) == "en" and nxt + 1 < stop:
            nxt += 1
        if low(reading, nxt) in ("avant",) and nxt + 1 < stop:
            j = nxt + 2
            return j < stop and read_verb(reading, j, False, ("infinitive",)) is not None
        form = low(reading, nxt)
        if form.endswith("ant") and any(
            shape == "present" for _, shape in lexicon.verb_forms().get(form, ())
        ):
            return True
        return False
    form = word
    if (
        form.endswith("ant")
        and i > content_token + 1
        and low(reading, i - 1) != "en"
        and any(
            shape == "present" and "q" in lexicon.verbs().get(lemma, _NO_VERB).frames
            for lemma, shape in lexicon.verb_forms().get(form, ())
        )
        and tokens[i].upos == "VERB"
        and any(
            s.outer[1] <= tokens[i].start <= s.outer[1] + 2
            for s in map(reading.spans.__getitem__, reading.frames[reading.frame_of_token[i]].spans)
        )
    ):
        return True
    if word in ("et", "mais", "puis"):
        return _matrix_conjunct(reading, group, i + 1, stop)
    if word in ("avant",) and i + 2 < stop:
        return read_verb(reading, i + 2, False, ("infinitive",)) is not None
    if word == "en" and i + 1 < stop and low(reading, i + 1).endswith("ant"):
        form = low(reading, i + 1)
        return any(shape == "present" for _, shape in lexicon.verb_forms().get(form, ()))
    return False


def _matrix_conjunct(reading: Reading, group: VerbGroup, start: int, stop: int) -> bool:
    """Is what follows *et*, *mais* joined to the reporting verb and not to the clause?"""
    tokens = reading.tokens
    if start >= stop or low(reading, start) in ("que", "qu'"):
        return False
    for i in range(start, min(start + 14, stop)):
        if low(reading, i) in ("que", "qu'", "qui", "dont"):
            return False
        if tokens[i].upos in ("VERB", "AUX") and (
            "VerbForm=Fin" in tokens[i].morph or tokens[i].upos == "AUX"
        ):
            j = i
            for _ in range(4):
                if tokens[j].head == group.head:
                    return tokens[j].dep in ("conj", "parataxis", "advcl")
                if tokens[j].head == j or tokens[j].dep not in (
                    "aux:tense",
                    "aux",
                    "aux:pass",
                    "cop",
                    "conj",
                ):
                    return False
                j = tokens[j].head
            return False
    return False


def _new_clause(reading: Reading, start: int, stop: int) -> bool:
    """*…, mais il a …*: behind a comma a subject and its verb without *que* leave the reported clause."""
    if start >= stop or low(reading, start - 1) != "mais":
        return False
    if low(reading, start) not in ("il", "elle", "ils", "elles") and reading.tokens[start].upos not in (
        "DET",
        "PROPN",
    ):
        return False
    return any("VerbForm=Fin" in reading.tokens[j].morph for j in range(start, min(start + 8, stop)))


_NO_VERB = lexicon.Verb("", "", False)


def _infinitive(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
    if "f" not in group.frames or group.negated:
        return None
    _, stop = reading.range(frame)
    tokens = reading.tokens
    i = group.last
    gap = 0
    while i < stop and gap < 12:
        if tokens[i].text in (".", ";", ":", "?", "!", ",", "—", "("):
            return None
        if low(reading, i) in ("que", "qu'", "qui", "dont", "où"):
            return None
        if _is_infinitive(reading, i):
            break
        if tokens[i].upos in ("VERB", "AUX") and "VerbForm=Fin" in tokens[i].morph:
            return None
        i += 1
        gap += 1
    else:
        return None
    if i >= stop:
        return None
    mark = low(reading, i - 1)
    k = i - 1
    while k > group.head and (
        low(reading, k) in CLITICS
        or low(reading, k) in ("pas", "plus", "jamais")
        or low(reading, k) in TIMES
        or tokens[k].upos == "ADV"
    ):
        k -= 1
        mark = low(reading, k)
    direct = k < group.last
    if not direct and mark not in ("de", "d'", "à"):
        return None
    if direct and group.lemma not in (
        "dire",
        "affirmer",
        "assurer",
        "déclarer",
        "prétendre",
        "reconnaître",
        "admettre",
        "avouer",
        "nier",
        "confirmer",
        "jurer",
        "certifier",
        "raconter",
        "confesser",
        "démentir",
        "soutenir",
        "estimer",
        "indiquer",
        "annoncer",
        "expliquer",
        "préciser",
        "espérer",
        "souhaiter",
    ):
        return None
    if direct and group.lemma in ("espérer", "souhaiter"):
        return None
    if (
        k >= group.last
        and group.lemma
        in (
            "reconnaître",
            "dire",
            "affirmer",
            "annoncer",
            "préciser",
            "expliquer",
            "estimer",
            "indiquer",
            "confirmer",
            "espérer",
            "souhaiter",
            "raconter",
            "s'étonner",
            "rappeler",
            "répéter",
        )
        and mark == "à"
    ):
        return None
    head_of = tokens[i].head
    loose = group.lemma in _OBJECT_CONTROL or direct
    if not loose and gap > 1 and head_of != group.head:
        if tokens[i].dep not in ("xcomp", "ccomp", "obj", "advcl", "obl:arg", "obl"):
            return None
        if gap > 2 and tokens[head_of].upos == "NOUN" and tokens[i].dep.startswith("acl"):
            return None
    start = tokens[min(k + 1, i)].start if k >= group.last or mark in ("de", "d'", "à") else tokens[i].start
    if direct:
        start = tokens[group.last].start
    end = clause_end(reading, frame, group, i)
    source = find_subject(reading, group, k)
    if source is None or not nameable(reading, source) or end <= start:
        return None
    return Hit(
        "reported infinitive",
        frame,
        group.cue(reading),
        source,
        _inside(reading, frame, start, end),
        (start, end),
        0.8,
        group.lemma in _WEAK,
    )


_OBJECT_CONTROL = frozenset(
    "demander accuser appeler inviter exhorter sommer conseiller ordonner proposer prier suggérer recommander conjurer"
    " enjoindre intimer supplier implorer presser soupçonner reprocher menacer".split()
)
_WEAK = frozenset(
    "espérer souhaiter regretter s'étonner penser croire solliciter s'engager convenir soupçonner rappeler se_féliciter".split()
)


def _is_infinitive(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.upos in ("VERB", "AUX") and "VerbForm=Inf" in token.morph:
        return True
    # the tagger takes some for nouns: *recommande de vacciner*
    return (
        token.upos == "NOUN"
        and token.text.endswith(("er", "ir"))
        and index > 0
        and low(reading, index - 1) in ("de", "d'", "à", "ne", "pas", "se", "s'")
    )


def sub_span(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


__all__ = ["clause_end", "reported_clauses", "sub_span", "subject_of", "verb_groups"]
