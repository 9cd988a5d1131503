"""Reported infinitives: *promet de venir*, *dit avoir vu*, *demande au gouvernement de céder*."""

from __future__ import annotations

from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.extent import clause_end, spans_inside
from quotes.cues.groups import VerbGroup
from quotes.cues.reading import Hit, Reading
from quotes.cues.words import CLITICS, TIMES, low


def reported_infinitive(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
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
        spans_inside(reading, frame, start, end),
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
