"""Pronouns: whom *il*, *elle*, *ils*, *celui-ci* and *on* stand for."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.entities.discourse import Link
from quotes.entities.nouns import latest, noun, pair
from quotes.entities.query import Query
from quotes.entities.salience import ranked, salient
from quotes.entities.via import Via
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import low

_PLURAL = frozenset("ils elles eux ceux-ci celles-ci".split())
_FEMININE = frozenset("elle elles celle-ci celles-ci".split())
_MASCULINE = frozenset("il ils lui eux celui-ci ceux-ci".split())
_SPEAKING = frozenset("je j' nous vous tu moi".split())
# a group that was just spoken of
_NEAR = 0.7
_THERE = re.compile(r"\by (?:\w+[- ](?:on[- ])?)*$|\bpeut-$|\by lit-$")
_PLACE = re.compile(
    r"(?:sur |dans |(?:en marge|au (?:dos|bas|bout|verso|recto|pied|début|milieu)|en (?:haut|bas|tête)) d(?:[eu] |'))",
    re.IGNORECASE,
)
_IS_READ = re.compile(r" (?:peut |pouvait |put |pourra )?(?:y )?(?:lit|lisait|lire|déchiffre|déchiffrait|déchiffrer)\b")


def pronoun(query: Query) -> Link | None:
    """Whom a pronoun stands for; nobody for *je* and *nous*. *On* is nobody, or a text (*sur l'affiche, on lit*)."""
    word = query.phrase.pronoun or ""
    if word == "on":
        text = _text_read(query)
        if text is None and _IS_READ.match(query.view, query.phrase.end):
            return None  # *en marge, on lit : « … »*: whoever wrote it, not whoever reads
        return text or Link("on", "unknown", None, None, False, Via.ON)
    if word in _SPEAKING:
        return None
    gender = "f" if word in _FEMININE else "m" if word in _MASCULINE else None
    if word.endswith("-ci"):
        return latest(query, gender, word in _PLURAL)
    if word in _PLURAL:
        return _several(query, gender, word)
    return salient(query, gender, False, Via.PRONOUN, word)


def _text_read(query: Query) -> Link | None:
    """*Sur la banderole, on lit*, *y lit-on*: the text that is read."""
    article = query.article
    start = article.sentences[query.sentence].start
    before = query.view[max(start, query.at - 12) : query.at]
    if _THERE.search(before.lower()):
        seen = query.discourse.seen
        texts = [s.link for s in seen if s.link.kind == "document" and query.sentence - s.sentence <= 2]
        return texts[-1].by(Via.READ_IN) if texts else None
    place = _PLACE.match(query.view, start)
    if place is None:
        return None
    found = phrase_from(article, article.token_at(place.end()), article.token_at(query.at))
    if found is None or found.head is None or low(article, found.head) not in lexicon.documents():
        return None
    return noun(query.about(found))


def _several(query: Query, gender: str | None, word: str) -> Link | None:
    """*ils*, *elles*: a group spoken of, else two persons whom a sentence before names together."""
    found = ranked(query, gender, plural=True)
    near = next((link for score, link in found if score > _NEAR), None)
    meant = near or pair(query) or (found[0][1] if found else None)
    return None if meant is None else meant.by(Via.PRONOUN, word)
