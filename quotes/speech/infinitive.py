"""Reported infinitives: *promet de venir*, *dit avoir vu*, *demande au gouvernement de céder*."""

from __future__ import annotations

import re

from quotes.speech.candidate import Candidate
from quotes.speech.extent import clause_end, spans_inside
from quotes.syntax.adjuncts import skip_adverbials
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle
from quotes.syntax.groups import VerbGroup
from quotes.syntax.words import CLITICS, TIMES, is_finite, low


def reported_infinitive(article: ParsedArticle, sentence: int, group: VerbGroup) -> Candidate | None:
    if not set(group.frames) & set("fq") or group.negated and "n" not in group.frames:
        return None
    _, stop = article.range(sentence)
    tokens = article.tokens
    i = skip_adverbials(article, group.last, stop)
    while i > group.last and low(article, i - 1) in _DENIAL:
        i -= 1  # *dit ne pas avoir reçu*: the negation is said too
    i = i + 1 if i < stop and tokens[i].text == "," and i > group.last else i
    i = _past_behind_insert(article, group, stop) or i
    begin = i if i < stop and (_is_infinitive(article, i) or low(article, i) in ("de", "d'", "à")) else group.last
    i = begin
    gap = 0
    while i < stop and gap < 12:
        if tokens[i].text == "," and group.lemma in _OBJECT_CONTROL:
            i = _behind_insert(article, i, stop)
        if tokens[i].text in (".", ";", ":", "?", "!", ",", "—", "("):
            return None
        if low(article, i) in ("qui", "dont") and group.lemma in _OBJECT_CONTROL:
            i = _behind_relative(article, i, stop)
            gap = 0
        if low(article, i) in ("que", "qu'", "qui", "dont", "où"):
            return None
        if _is_infinitive(article, i):
            break
        if is_finite(article, i):
            return None
        i += 1
        gap += 1
    else:
        return None
    if i >= stop:
        return None
    mark = low(article, i - 1)
    k = i - 1
    while k >= begin and (
        low(article, k) in CLITICS or low(article, k) in _DENIAL or low(article, k) in TIMES or tokens[k].upos == "ADV"
    ):
        k -= 1
        mark = low(article, k)
    direct = k < begin
    if not direct and mark not in ("de", "d'", "à"):
        return None
    denied = any(low(article, j) == "ne" for j in range(begin, i))
    if direct and not (group.lemma in _DIRECT or "q" in group.frames and (_is_past(article, i) or denied)):
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
    end = clause_end(article, sentence, group, i)
    if _ANONYMOUS.search(article.view, start, end):
        return None
    source = find_subject(article, group, k)
    if source is None or not nameable(article, source) or end <= start:
        return None
    if source.pronoun == "on" and group.lemma in _OBJECT_CONTROL:
        return None  # *on lui a proposé de partir*: the sentence is about who was asked
    return Candidate(
        "reported infinitive",
        sentence,
        group.cue(article),
        source,
        spans_inside(article, sentence, start, end),
        (start, end),
        0.8,
        group.lemma in _WEAK,
    )


def _past_behind_insert(article: ParsedArticle, group: VerbGroup, stop: int) -> int | None:
    """*a annoncé mardi, dans un bref message, avoir été*: a past infinitive behind a comma that closes an insert."""
    for j in range(group.last, min(group.last + 18, stop - 1)):
        if is_finite(article, j) or low(article, j) in ("que", "qu'", ":", ";"):
            return None
        if article.tokens[j].text == "," and low(article, j + 1) in ("avoir", "être"):
            return j + 1
    return None


def _behind_insert(article: ParsedArticle, comma: int, stop: int) -> int:
    """*accuse Luc, un voisin, d'avoir*: the *de* behind what stands between commas, else the comma."""
    for j in range(comma + 1, min(comma + 14, stop - 1)):
        if is_finite(article, j):
            break
        if article.tokens[j].text == "," and low(article, j + 1) in ("de", "d'"):
            return j + 1
    return comma


def _behind_relative(article: ParsedArticle, index: int, stop: int) -> int:
    """*invite ceux qui en ont acheté à ne pas les consommer*: the preposition behind the clause, else its *qui*."""
    said = False
    governed = index
    for j in range(index + 1, min(index + 24, stop - 1)):
        if article.tokens[j].text in (".", ";", ":", "?", "!"):
            break
        if said and low(article, j) in ("à", "de", "d'"):
            k = j + 1
            while k < stop - 1 and low(article, k) in CLITICS | _DENIAL:
                k += 1
            if "VerbForm=Inf" in article.tokens[k].morph and not is_finite(article, j - 1):
                return j
            if "VerbForm=Inf" in article.tokens[k].morph and governed == index:
                governed = j  # *ceux qui refusent de partir de …*: of the clause, unless nothing follows
        said = said or is_finite(article, j)
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
    " raconter s'étonner rappeler répéter proposer promettre suggérer recommander".split()
)


_WEAK = frozenset("espérer souhaiter penser croire solliciter convenir soupçonner rappeler".split())


def _is_past(article: ParsedArticle, index: int) -> bool:
    """*avoir invité*, *être venu*, *s'être trompé*."""
    return (
        low(article, index) in ("avoir", "être")
        and index + 1 < len(article.tokens)
        and ("VerbForm=Part" in article.tokens[index + 1].morph or low(article, index + 1) in ("été", "pas", "déjà"))
    )


def _is_infinitive(article: ParsedArticle, index: int) -> bool:
    token = article.tokens[index]
    if token.upos in ("VERB", "AUX") and "VerbForm=Inf" in token.morph:
        return True
    # the tagger takes some for nouns: *recommande de vacciner les enfants*
    follows = article.tokens[index + 1].upos if index + 1 < len(article.tokens) else ""
    return (
        token.upos == "NOUN"
        and token.text.endswith(("er", "ir"))
        and index > 0
        and low(article, index - 1) in ("de", "d'", "à", "ne", "pas", "se", "s'")
        and (follows in ("DET", "PRON", "ADV") or token.dep in ("xcomp", "ccomp"))
    )
