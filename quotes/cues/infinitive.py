"""Reported infinitives: *promet de venir*, *dit avoir vu*, *demande au gouvernement de céder*."""

from __future__ import annotations

import re

from quotes.cues.adverbials import skip_adverbials
from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.extent import clause_end, spans_inside
from quotes.cues.groups import VerbGroup
from quotes.cues.reading import Hit, Reading
from quotes.cues.words import CLITICS, TIMES, is_finite, low


def reported_infinitive(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
    if not set(group.frames) & set("fq") or group.negated and "n" not in group.frames:
        return None
    _, stop = reading.range(frame)
    tokens = reading.tokens
    i = skip_adverbials(reading, group.last, stop)
    while i > group.last and low(reading, i - 1) in _DENIAL:
        i -= 1  # *dit ne pas avoir reçu*: the negation is said too
    i = i + 1 if i < stop and tokens[i].text == "," and i > group.last else i
    i = _past_behind_insert(reading, group, stop) or i
    begin = i if i < stop and (_is_infinitive(reading, i) or low(reading, i) in ("de", "d'", "à")) else group.last
    i = begin
    gap = 0
    while i < stop and gap < 12:
        if tokens[i].text == "," and group.lemma in _OBJECT_CONTROL:
            i = _behind_insert(reading, i, stop)
        if tokens[i].text in (".", ";", ":", "?", "!", ",", "—", "("):
            return None
        if low(reading, i) in ("qui", "dont") and group.lemma in _OBJECT_CONTROL:
            i = _behind_relative(reading, i, stop)
            gap = 0
        if low(reading, i) in ("que", "qu'", "qui", "dont", "où"):
            return None
        if _is_infinitive(reading, i):
            break
        if is_finite(reading, i):
            return None
        i += 1
        gap += 1
    else:
        return None
    if i >= stop:
        return None
    mark = low(reading, i - 1)
    k = i - 1
    while k >= begin and (
        low(reading, k) in CLITICS or low(reading, k) in _DENIAL or low(reading, k) in TIMES or tokens[k].upos == "ADV"
    ):
        k -= 1
        mark = low(reading, k)
    direct = k < begin
    if not direct and mark not in ("de", "d'", "à"):
        return None
    denied = any(low(reading, j) == "ne" for j in range(begin, i))
    if direct and not (group.lemma in _DIRECT or "q" in group.frames and (_is_past(reading, i) or denied)):
        return None
    if not direct and "f" not in group.frames:
        return None
    if not direct and mark == "à" and group.lemma in _NEVER_TO:
        return None
    head_of = tokens[i].head
    loose = group.lemma in _OBJECT_CONTROL or direct
    if not loose and gap > 1 and head_of != group.head:
        if tokens[i].dep not in ("xcomp", "ccomp", "obj", "advcl", "obl:arg", "obl"):
            return None
        if gap > 2 and tokens[head_of].upos == "NOUN" and tokens[i].dep.startswith("acl"):
            return None
    start = tokens[min(k + 1, i)].start if k >= begin or mark in ("de", "d'", "à") else tokens[i].start
    if direct:
        start = tokens[begin].start
    end = clause_end(reading, frame, group, i)
    if _ANONYMOUS.search(reading.view, start, end):
        return None
    source = find_subject(reading, group, k)
    if source is None or not nameable(reading, source) or end <= start:
        return None
    if source.pronoun == "on" and group.lemma in _OBJECT_CONTROL:
        return None  # *on lui a proposé de partir*: the sentence is about who was asked
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


def _past_behind_insert(reading: Reading, group: VerbGroup, stop: int) -> int | None:
    """*a annoncé mardi, dans un bref message, avoir été*: a past infinitive behind a comma that closes an insert."""
    for j in range(group.last, min(group.last + 18, stop - 1)):
        if is_finite(reading, j) or low(reading, j) in ("que", "qu'", ":", ";"):
            return None
        if reading.tokens[j].text == "," and low(reading, j + 1) in ("avoir", "être"):
            return j + 1
    return None


def _behind_insert(reading: Reading, comma: int, stop: int) -> int:
    """*accuse Luc, un voisin, d'avoir*: the *de* behind what stands between commas, else the comma."""
    for j in range(comma + 1, min(comma + 14, stop - 1)):
        if is_finite(reading, j):
            break
        if reading.tokens[j].text == "," and low(reading, j + 1) in ("de", "d'"):
            return j + 1
    return comma


def _behind_relative(reading: Reading, index: int, stop: int) -> int:
    """*invite ceux qui en ont acheté à ne pas les consommer*: the preposition behind the clause, else its *qui*."""
    said = False
    governed = index
    for j in range(index + 1, min(index + 24, stop - 1)):
        if reading.tokens[j].text in (".", ";", ":", "?", "!"):
            break
        if said and low(reading, j) in ("à", "de", "d'"):
            k = j + 1
            while k < stop - 1 and low(reading, k) in CLITICS | _DENIAL:
                k += 1
            if "VerbForm=Inf" in reading.tokens[k].morph and not is_finite(reading, j - 1):
                return j
            if "VerbForm=Inf" in reading.tokens[k].morph and governed == index:
                governed = j  # *ceux qui refusent de partir de …*: of the clause, unless nothing follows
        said = said or is_finite(reading, j)
    return governed


# terms of an interview, no statement: *qui demande à rester anonyme*
_ANONYMOUS = re.compile(
    r"\b(?:anonymat|anonymes?|ne pas (?:être|voir|divulguer|donner) (?:\w+ ){0,3}"
    r"(?:nommée?s?|citée?s?|identifiée?s?|publiée?s?|noms?))\b"
)


_DENIAL = frozenset("ne n' pas plus jamais rien".split())
_OBJECT_CONTROL = frozenset(
    "demander accuser appeler inviter exhorter sommer conseiller ordonner proposer prier suggérer recommander"
    " conjurer enjoindre intimer supplier implorer presser soupçonner reprocher menacer".split()
)


# verbs whose infinitive stands without a preposition (*affirme vouloir céder*)
_DIRECT = frozenset(
    "dire affirmer assurer déclarer prétendre reconnaître admettre avouer nier confirmer jurer certifier"
    " raconter confesser démentir soutenir estimer indiquer annoncer expliquer préciser contester confier".split()
)


_NEVER_TO = frozenset(
    "reconnaître dire affirmer annoncer préciser expliquer estimer indiquer confirmer espérer souhaiter"
    " raconter s'étonner rappeler répéter".split()
)


_WEAK = frozenset("espérer souhaiter penser croire solliciter convenir soupçonner rappeler".split())


def _is_past(reading: Reading, index: int) -> bool:
    """*avoir invité*, *être venu*, *s'être trompé*."""
    return (
        low(reading, index) in ("avoir", "être")
        and index + 1 < len(reading.tokens)
        and ("VerbForm=Part" in reading.tokens[index + 1].morph or low(reading, index + 1) in ("été", "pas", "déjà"))
    )


def _is_infinitive(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.upos in ("VERB", "AUX") and "VerbForm=Inf" in token.morph:
        return True
    # the tagger takes some for nouns: *recommande de vacciner les enfants*
    follows = reading.tokens[index + 1].upos if index + 1 < len(reading.tokens) else ""
    return (
        token.upos == "NOUN"
        and token.text.endswith(("er", "ir"))
        and index > 0
        and low(reading, index - 1) in ("de", "d'", "à", "ne", "pas", "se", "s'")
        and (follows in ("DET", "PRON", "ADV") or token.dep in ("xcomp", "ccomp"))
    )
