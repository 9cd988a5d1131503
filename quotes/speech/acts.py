"""Acts of speech: is a reporting verb one of a third person, asserted and by somebody?"""

from __future__ import annotations

from quotes.syntax.article import ParsedArticle
from quotes.syntax.groups import VerbGroup
from quotes.syntax.verbs import supposed, unasserted
from quotes.syntax.words import AUXILIARIES, CLITICS, DETERMINERS, is_adverb, is_finite, low

_FIRST = frozenset("je j' nous tu vous".split())


def speaks(article: ParsedArticle, group: VerbGroup) -> bool:
    """Is the verb an act of speech of a third person: no *il faut dire que*, *on dirait*, *je pense*?"""
    if group.passive or group.shape == "past" or unasserted(article, group) or supposed(article, group):
        return False
    if _idle(article, group):
        return False
    if _nobody(article, group):
        return False
    i = group.first - 1
    if group.shape == "infinitive":
        parent = article.tokens[group.head].head
        if parent != group.head:
            lemma = article.tokens[parent].lemma
            if lemma in ("falloir",) or low(article, parent) in (
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
        window = [low(article, j) for j in range(max(0, group.first - 4), group.first)]
        if "faut" in window or "fallait" in window or ("est" in window and "il" in window) or "convient" in window:
            return False
    if any(low(article, j) in _FIRST and _subject_form(article, group, j) for j in range(max(0, i), group.head)):
        return False
    if i >= 0 and low(article, i) in ("ça", "cela", "c'", "ce"):
        return False
    return not (group.pronoun is not None and group.pronoun.pronoun in _FIRST)


def _idle(article: ParsedArticle, group: VerbGroup) -> bool:
    """Locutions that say nothing, and verbs that hear: *il va sans dire que*, *la question de savoir si*."""
    before = low(article, group.first - 1) if group.first else ""
    own = {before, *(low(article, j) for j in range(group.first, group.head))}
    if group.lemma == "dire" and own & _EMPTY or group.lemma == "savoir" and group.shape == "infinitive":
        return True
    if group.lemma == "apprendre":  # *a appris que* heard it, *leur a appris que* said it
        told = any(low(article, j) in _TOLD for j in range(group.first, group.head))
        return not told and low(article, min(group.last, len(article.tokens) - 1)) not in ("à", "au", "aux")
    near = {low(article, j) for j in range(max(0, group.first - 4), group.first)}
    supposed = group.shape == "infinitive" and (own & _SUPPOSING or near & _REFUSING or {"on", "peut"} <= near)
    future = group.lemma == "proposer" and "Tense=Fut" in article.tokens[group.head].morph
    if supposed or future:
        return True  # *aurait pu se demander*, *devrait annoncer*, *a refusé de dire*: nobody has said it
    asked = any(low(article, j) in ("quand", "lorsqu'") for j in range(max(0, group.first - 2), group.first))
    return asked and before == "on"  # *quand on lui demande*: an interviewer's question


_NOBODY = frozenset("personne nul nulle aucun aucune".split())
_MODALS = frozenset("su pu voulu osé souhaité peut peuvent pouvait veut voulait sait savait ose osait".split())


def _nobody(article: ParsedArticle, group: VerbGroup) -> bool:
    """*personne, jeudi, n'a su dire quand …*, *aucun élu n'a précisé que …*: a subject that is nobody says nothing."""
    first, _ = article.range(article.sentence_of_token[group.head])
    j = group.head - 1
    while j > first and low(article, j) not in ("ne", "n'"):
        word = low(article, j)
        if word not in CLITICS | AUXILIARIES | _MODALS and not is_adverb(article, j):
            return False
        j -= 1
    for k in range(j - 1, max(first - 1, j - 12), -1):
        if low(article, k) in ("un", "une") and low(article, k - 1) == "pas":
            return True
        if low(article, k) in _NOBODY:
            return k == first or low(article, k - 1) not in DETERMINERS
        if is_finite(article, k) or low(article, k) in ("que", "qu'", "qui", "mais", "et", ";", ":"):
            return False
    return False


_REFUSING = frozenset("refusé refuse refusent refusait refusant évité évite abstenu abstient garde gardé".split())
_SUPPOSING = frozenset("pu dû pourrait pourraient devrait devraient".split())
_EMPTY = frozenset("sans ainsi veut veulent voulait voulaient autant".split())
_TOLD = frozenset("lui leur nous vous m' t'".split())


def _subject_form(article: ParsedArticle, group: VerbGroup, index: int) -> bool:
    """*nous affirmons*, not *nous a affirmé*: is the pronoun the subject, by the ending of the verb?"""
    word = low(article, index)
    if word not in ("nous", "vous"):
        return True
    endings = ("ons", "mes") if word == "nous" else ("ez", "tes")
    return any(low(article, j).endswith(endings) for j in range(index + 1, group.head + 1))
