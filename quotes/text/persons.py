"""Persons by the text alone: who is named in full behind a known given name, and where his surname stands again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quotes import lexicon
from quotes.lexicon.trie import one_of

PARTICLE = r"(?:de la|de|du|des|d'|di|da|dos|das|del|della|van der|van den|van|von|der|den|ter|ben|bin|ibn|el|al|ould|le|la|Le|La|De|Di|Du|Da|Dos|Van|Von|Ben|El|Al|M'|N'|O')"


# words with a capital that are no part of a name: they open a sentence
STOPWORDS = frozenset(
    "Le La Les L' Un Une Des De Du Ce Cette Ces Il Elle Ils Elles On Mais Et Ou Pour Par Dans Sur Selon Avec Sans Après Avant"
    " D'après Depuis Quand Si Comme Alors Ainsi Plus Tout Tous Toute Toutes Son Sa Ses Leur Leurs Nous Vous Je Tu En Au Aux À A"
    " Plusieurs Certains Certaines Beaucoup Aucun Aucune Chaque"
    " Interrogé Interrogée Quant Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Janvier Février Mars Avril Mai Juin"
    " Juillet Août Septembre Octobre Novembre Décembre C' S' Qu' Que Qui".split()
)


# not within a word, nor behind the apostrophe of one (*N'Guessan*): an elision may stand before it (*d'Anne Roy*)
_BEGINS = r"(?<![\w-])(?<![A-ZÀ-ÖØ-ÞŒ]')"


@cache
def given_pattern() -> re.Pattern[str]:
    """Given names of the lexicon (group 1) with the capitals behind them (group 2, up to three)."""
    alternatives = one_of(lexicon.first_names())
    return re.compile(
        rf"{_BEGINS}((?:{alternatives})(?:[- ](?:{alternatives})(?![\w]))*(?:-[A-ZÀ-Ý][\w]+)?(?:\s[A-Z]\.)?)"
        rf"((?:(?: \n|\s)(?:{PARTICLE}\s?){{0,3}}[A-ZÀ-ÖØ-ÞŒ][\w'À-ÿ]*(?:-[\wÀ-ÿ']+)*){{1,3}})"
    )


# the particle belongs to a surname behind a title: *M. de La Brosse*
_NOBLE = r"(?:(?:(?<=M\. )|(?<=Mme )|(?<=Mlle )|(?<=Me ))(?:de |du |des |d'))?"


@dataclass(frozen=True, slots=True)
class Person:
    """Where a person is named: the surname begins at ``family``, at ``start`` where it stands alone.

    ``gender`` is m or f by the given name, None where that tells nothing.
    """

    start: int
    family: int
    end: int
    gender: str | None


def persons(view: str) -> tuple[Person, ...]:
    """The persons that a text names in full, and their surnames wherever else they stand, in order.

    An initial before a surname belongs to it (*B. Obama*). A name over two lines is left out.
    """
    full = [person for match in given_pattern().finditer(view) for person in _in_full(view, match)]
    genders: dict[str, str | None] = {}
    for person in full:
        family = re.sub(r"^(?:de |du |des |d')", "", view[person.family : person.end])
        if len(family) > 3 and family[0].isupper():
            genders.setdefault(family, person.gender)
    full = [person for person in full if view[person.start : person.end] not in genders]  # *Ben Salah*
    return tuple(sorted([*full, *_again(view, full, genders)], key=lambda person: person.start))


def _in_full(view: str, match: re.Match[str]) -> Iterator[Person]:
    if (
        "\n" in match.group()
        or match.group(1) in _ALSO_PARTICLES
        and _CAPITAL.search(view, max(0, match.start() - 30), match.start())
    ):
        return
    given = match.group(1).split(" ")
    also_family = len(given) > 1 and given[-1] in _ALSO_PARTICLES
    behind = match.end(1) - len(given[-1]) if also_family else match.start(2)
    parts = list(_WORD.finditer(view, behind, match.end()))
    while parts and (parts[-1].group() in STOPWORDS or parts[-1].group().rstrip("'") + "'" in STOPWORDS):
        parts.pop()
    if parts:
        gender = lexicon.first_names().get(given[0].split("-")[0])
        yield Person(match.start(), parts[0].start(), parts[-1].end(), gender if gender in ("m", "f") else None)


_WORD = re.compile(r"\S+")
# *Ben* is a given name, but not behind one: *Samia Ben Salah*
_ALSO_PARTICLES = frozenset("Ben Al El Van Del".split())
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŒ][\w'-]+ $")
_INITIALS = re.compile(r"(?<![\w'.])(?:[A-ZÉ][a-z]?\.-?){1,3} $")


def _again(view: str, full: list[Person], genders: dict[str, str | None]) -> Iterator[Person]:
    """The surnames of persons outside their full names."""
    if not genders:
        return
    number = 0
    for match in re.compile(rf"{_BEGINS}{_NOBLE}({one_of(genders)})(?![\w'-])").finditer(view):
        while number < len(full) and full[number].end <= match.start():
            number += 1
        if number < len(full) and full[number].start < match.end():
            continue
        initials = _INITIALS.search(view, max(0, match.start() - 14), match.start())
        start = initials.start() if initials else match.start()
        yield Person(start, match.start(), match.end(), genders[match.group(1)])
