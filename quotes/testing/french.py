"""French as the generators write it: elision, contraction, agreement, inversion. Strings only."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

Gender = Literal["f", "m"]

# words of this vocabulary whose *h* or first vowel allows no elision
_ASPIRATED = ("hausse", "haut", "halle", "hangar", "huit", "onze", "oui", "yaourt")
_VOWELS = frozenset("aeiouyhœæ")
_CONTRACTED = {"de": {"le": "du", "les": "des"}, "à": {"le": "au", "les": "aux"}}


def elides(words: str) -> bool:
    """Does a word before these lose its last vowel (*l'hôpital*, not *la halle*)?"""
    plain = unicodedata.normalize("NFD", words.casefold())
    return plain[:1] in _VOWELS and not plain.startswith(_ASPIRATED)


def elide(word: str, words: str) -> str:
    """*que* before *elle* → *qu'elle*; *de* before *Lyon* → *de Lyon*."""
    return f"{word[:-1]}'{words}" if elides(words) else f"{word} {words}"


def contract(word: Literal["de", "à"], words: str) -> str:
    """*de* before *le maire* → *du maire*; before *Albi* → *d'Albi*; *à* before *les élus* → *aux élus*."""
    first, _, rest = words.partition(" ")
    if first in _CONTRACTED[word] and rest:
        return f"{_CONTRACTED[word][first]} {rest}"
    return elide(word, words) if word == "de" else f"{word} {words}"


def agree(words: str, gender: Gender, plural: bool = False) -> str:
    """*ouvert·* → *ouverte*, *ouverts*: each point is the ending of a past participle or adjective."""
    return words.replace("·", ("e" if gender == "f" else "") + ("s" if plural else ""))


def definite(noun: str, gender: Gender) -> str:
    """*le maire*, *la préfète*, *l'éleveuse*."""
    return f"l'{noun}" if elides(noun) else f"{'la' if gender == 'f' else 'le'} {noun}"


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]


def pronoun(gender: Gender, plural: bool = False) -> str:
    """*elle*, *ils*: as the subject of a verb."""
    return ("elle" if gender == "f" else "il") + ("s" if plural else "")


def stressed(gender: Gender, plural: bool = False) -> str:
    """*elle*, *lui*, *eux*: after a preposition."""
    if gender == "f":
        return "elles" if plural else "elle"
    return "eux" if plural else "lui"


def inverted(form: str, subject: str) -> str:
    """What stands between verb and pronoun: *a-t-elle*, *dit-il*, *ajoutent-elles*."""
    return "-t-" if form[-1] in "aeoc" and not subject.endswith("s") else "-"


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb that reports: third persons of the present, and the past participle.

    ``reflexive`` verbs take *être* in the past, and their participle agrees.
    """

    infinitive: str
    singular: str
    plural: str
    participle: str
    reflexive: bool = False

    def conjugated(self, gender: Gender, plural: bool, past: bool) -> tuple[str, str]:
        """The form that agrees with the subject, and what follows it: *a* and *déclaré*, *assure* and nothing."""
        if not past:
            return (self.plural if plural else self.singular), ""
        if self.reflexive:
            return ("sont" if plural else "est"), agree(self.participle + "·", gender, plural)
        return ("ont" if plural else "a"), self.participle


def regular(infinitive: str, reflexive: bool = False) -> Verb:
    """A verb in *-er* (*annoncer*, *répéter*, *rappeler* and *déplorer* alike)."""
    stem = infinitive[:-2]
    heavy = _HEAVY.get(infinitive, stem)
    return Verb(infinitive, heavy + "e", heavy + "ent", stem + "é", reflexive)


# stems that change where their ending is mute
_HEAVY = {
    "rappeler": "rappell",
    "répéter": "répèt",
    "révéler": "révèl",
    "inquiéter": "inquièt",
    "considérer": "considèr",
}
