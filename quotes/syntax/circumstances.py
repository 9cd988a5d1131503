"""Circumstances: what stands behind a source and says how or where it speaks (*la ministre en séance plénière*)."""

from __future__ import annotations

from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import low

# *en* opens an occasion or a state with these; *le capitaine en chef*, *le policier en exercice* are descriptions
_OCCASIONS = frozenset(
    "conférence séance réunion plénière commission marge direct privé public aparté interview ouverture préambule"
    " introduction conclusion guise réponse substance colère larmes sanglots français"
    " anglais allemand arabe espagnol italien visio visioconférence audience assemblée début fin off coulisses".split()
)
# *d'une voix blanche*, *d'un ton sec*
_MANNERS = frozenset(
    "voix ton air écriture trait plume sourire geste mot phrase traite formule souffle revers haussement clin signe"
    " hochement regard accent timbre main œil".split()
)
_GOES_ON = frozenset("de du des d' à au aux chez".split())


def circumstance(article: ParsedArticle, index: int, stop: int) -> bool:
    """Does a circumstance of the speech start at this token, behind the noun phrase that speaks?"""
    word = low(article, index)
    nxt = low(article, index + 1) if index + 1 < stop else ""
    if word == "en":
        return nxt in _OCCASIONS
    if word in ("d'", "de"):
        manner = low(article, index + 2) if index + 2 < stop else ""
        return nxt in ("un", "une") and manner in _MANNERS
    return _cut_participle(article, index, stop)


def _cut_participle(article: ParsedArticle, index: int, stop: int) -> bool:
    """*une aide-soignante employée pendant six ans*: a participle whose complement the phrase does not reach."""
    token, before = article.tokens[index], article.tokens[index - 1]
    if token.upos != "VERB" or "VerbForm=Part" not in token.morph or before.upos not in ("NOUN", "ADJ"):
        return False
    behind = article.tokens[index + 1] if index + 1 < stop else None
    return token.dep.startswith("acl") and behind is not None and behind.upos == "ADP" and behind.text not in _GOES_ON
