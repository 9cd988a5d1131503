"""Pronouns: whom *il*, *elle*, *ils*, *celui-ci* and *on* stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from quotes import lexicon
from quotes.entities.discourse import Link
from quotes.entities.nouns import Nouns
from quotes.syntax.article import Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import low

_PLURAL = frozenset("ils elles eux ceux-ci celles-ci".split())
_FEMININE = frozenset("elle elles celle-ci celles-ci".split())
_MASCULINE = frozenset("il ils lui eux celui-ci ceux-ci".split())
_THERE = re.compile(r"\by (?:\w+[- ](?:on[- ])?)*$|\bpeut-$|\by lit-$")


_PLACE = re.compile(
    r"(?:sur |dans |(?:en marge|au (?:dos|bas|bout|verso|recto|pied|début|milieu)|en (?:haut|bas|tête)) d(?:[eu] |'))",
    re.IGNORECASE,
)
_IS_READ = re.compile(r" (?:peut |pouvait |put |pourra )?(?:y )?(?:lit|lisait|lire|déchiffre|déchiffrait|déchiffrer)\b")


class Pronouns(Nouns):
    """Reads the pronouns that name a source."""

    def _pronoun(self, source: Phrase, sentence: int) -> Link | None:
        pronoun = source.pronoun or ""
        if pronoun == "on":
            text = self._on(source, sentence)
            if text is None and _IS_READ.match(self._article.view, source.end):
                return None  # *en marge, on lit : « … »*: whoever wrote it, not whoever reads
            return text or Link("on", "unknown", None, None, False, "on")
        if pronoun in ("je", "j'", "nous", "vous", "tu", "moi"):
            return None
        gender = "f" if pronoun in _FEMININE else "m" if pronoun in _MASCULINE else None
        if pronoun.endswith("-ci"):
            return self._latest(source.start, gender, pronoun.startswith("ceu") or pronoun == "celles-ci", sentence)
        if pronoun in _PLURAL:
            return self._several(source, sentence, gender, pronoun)
        return self._salient(sentence, source.start, gender, False, f"pronoun {pronoun}")

    def _on(self, source: Phrase, sentence: int) -> Link | None:
        """*Sur la banderole, on lit*, *y lit-on*: the text that is read."""
        article = self._article
        before = article.view[max(article.sentences[sentence].start, source.start - 12) : source.start]
        if _THERE.search(before.lower()):
            texts = [s.identity for s in self._seen if s.identity.kind == "document" and sentence - s.sentence <= 2]
            return replace(texts[-1], via="the text it is read in") if texts else None
        place = _PLACE.match(article.view, article.sentences[sentence].start)
        if place is None:
            return None
        found = phrase_from(article, article.token_at(place.end()), article.token_at(source.start))
        if found is None or found.head is None or low(article, found.head) not in lexicon.documents():
            return None
        return self._noun(found, sentence)

    def _several(self, source: Phrase, sentence: int, gender: str | None, pronoun: str) -> Link | None:
        """*ils*, *elles*: a group spoken of, else two persons whom a sentence before names together."""
        ranked = self._ranked(sentence, source.start, gender, True)
        near = [i for score, i in ranked if score > 0.7]
        pair = None if near else self._pair(sentence, source.start)
        found = near[0] if near else pair or (ranked[0][1] if ranked else None)
        return None if found is None else replace(found, via=f"pronoun {pronoun}")
