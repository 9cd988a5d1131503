"""Pronouns: whom *il*, *elle*, *ils*, *celui-ci* and *on* stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from quotes import lexicon
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Source
from quotes.cues.words import low
from quotes.speakers.nouns import Nouns
from quotes.speakers.stage import Identity

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

    def _pronoun(self, source: Source, frame: int) -> Identity | None:
        pronoun = source.pronoun or ""
        if pronoun == "on":
            text = self._on(source, frame)
            if text is None and _IS_READ.match(self._reading.view, source.end):
                return None  # *en marge, on lit : « … »*: whoever wrote it, not whoever reads
            return text or Identity("on", "unknown", None, None, False, "on")
        if pronoun in ("je", "j'", "nous", "vous", "tu", "moi"):
            return None
        gender = "f" if pronoun in _FEMININE else "m" if pronoun in _MASCULINE else None
        if pronoun.endswith("-ci"):
            return self._latest(source.start, gender, pronoun.startswith("ceu") or pronoun == "celles-ci", frame)
        if pronoun in _PLURAL:
            return self._several(source, frame, gender, pronoun)
        return self._salient(frame, source.start, gender, False, f"pronoun {pronoun}")

    def _on(self, source: Source, frame: int) -> Identity | None:
        """*Sur la banderole, on lit*, *y lit-on*: the text that is read."""
        reading = self._reading
        before = reading.view[max(reading.frames[frame].start, source.start - 12) : source.start]
        if _THERE.search(before.lower()):
            texts = [s.identity for s in self._seen if s.identity.kind == "document" and frame - s.frame <= 2]
            return replace(texts[-1], rule="the text it is read in") if texts else None
        place = _PLACE.match(reading.view, reading.frames[frame].start)
        if place is None:
            return None
        found = phrase_from(reading, reading.token_at(place.end()), reading.token_at(source.start))
        if found is None or found.head is None or low(reading, found.head) not in lexicon.documents():
            return None
        return self._noun(found, frame)

    def _several(self, source: Source, frame: int, gender: str | None, pronoun: str) -> Identity | None:
        """*ils*, *elles*: a group spoken of, else two persons whom a sentence before names together."""
        ranked = self._ranked(frame, source.start, gender, True)
        near = [i for score, i in ranked if score > 0.7]
        pair = None if near else self._pair(frame, source.start)
        found = near[0] if near else pair or (ranked[0][1] if ranked else None)
        return None if found is None else replace(found, rule=f"pronoun {pronoun}")
