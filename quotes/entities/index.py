"""Index: the entities by what a phrase may ask for, so that nobody has to go through all of them.

A page of a few names needs none of this; a volume of debates has thousands, and is asked at every noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from quotes.entities.catalogue import Entity
from quotes.entities.matching import DESCRIPTIONS, RELATIONS, answering, asking
from quotes.entities.names import fold, is_given, variant, words
from quotes.entities.namesakes import People
from quotes.entities.roles import Role


def unsure(entity: Entity) -> bool:
    """A single word that only the tagger takes for a person."""
    if is_given(entity.name):
        return False
    return entity.kind == "person" and len(words(entity.name)) == 1 and entity.gender is None


# they go with a function
_TITLES = ("Me", "Maître", "Dr", "Pr", "Mgr", "Docteur")
# *une Italienne de 42 ans*
_ORIGIN = re.compile(r"(?:une? |le |la |l')?[A-ZÀ-Ý]")


class Index:
    """The entities of an article, found by gender, function, form or first word, in the catalogue's order."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        # who is surely a person, and the same with the most named first
        self.persons = tuple(f for f in entities if f.kind == "person" and not unsure(f))
        self.most_named = tuple(sorted(self.persons, key=lambda f: -len(f.mentions)))
        self._fitting: dict[str | None, tuple[Entity, ...]] = {}
        self._plain: dict[str | None, frozenset[int]] = {}
        self._functions: dict[str, set[int]] = {}
        for entity in entities:
            for word in {word for held in entity.roles for word in answering(held)}:
                self._functions.setdefault(word, set()).add(entity.index)

    # few pages ask for these
    @cached_property
    def _forms(self) -> dict[str, Entity]:
        found: dict[str, Entity] = {}
        for entity in self._entities:
            for form in entity.forms:
                found.setdefault(fold(form), entity)
        return found

    @cached_property
    def _names(self) -> People:
        found = People()
        for entity in self._entities:
            if entity.kind == "person":
                found.file(entity.name, entity.index)
        return found

    @cached_property
    def _initials(self) -> dict[tuple[str, ...], list[Entity]]:
        found: dict[tuple[str, ...], list[Entity]] = {}
        for entity in self._entities:
            if entity.kind == "person":
                found.setdefault(tuple(word[:1] for word in re.split(r"[ -]", entity.name)), []).append(entity)
        return found

    @cached_property
    def _bodies(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self._entities:
            if entity.kind == "organisation":
                found.setdefault(entity.name.lower().split(" ")[0], []).append(entity)
        return found

    def fitting(self, gender: str | None) -> tuple[Entity, ...]:
        """The persons who are or may be of a gender (m, f; None: all)."""
        if gender not in self._fitting:
            fits = (f for f in self.persons if not (gender and f.gender and gender != f.gender))
            self._fitting[gender] = tuple(fits)
        return self._fitting[gender]

    def plain(self, gender: str | None) -> frozenset[int]:
        """The indices of those who are or may be of a gender and have no title and no function."""
        if gender not in self._plain:
            self._plain[gender] = frozenset(f.index for f in self.fitting(gender) if _is_plain(f))
        return self._plain[gender]

    def candidates(self, asked: Role) -> set[int]:
        """Those of whom some function may answer to the one asked for; `matching.match_role` says which does."""
        return set().union(*(self._functions.get(word, ()) for word in asking(asked)))

    def named(self, text: str) -> Entity | None:
        """Whom a form names: the first that is written so, else the only person for whom it can stand."""
        entity = self._forms.get(fold(text))
        if entity is not None:
            return entity
        fits = [index for index in self._names.find(text) if variant(text, self._entities[index].name)]
        return self._entities[fits[0]] if len(fits) == 1 else None

    def initialled(self, letters: Sequence[str]) -> list[Entity]:
        """The persons whose name has these initials."""
        return self._initials.get(tuple(letters), [])

    def bodies(self, noun: str) -> list[Entity]:
        """The organisations whose name begins with these words (in small letters) and goes on."""
        return [f for f in self._bodies.get(noun.split(" ")[0], ()) if f.name.lower().startswith(noun + " ")]


def _is_plain(entity: Entity) -> bool:
    titled = any(form.split()[0] in _TITLES for form in entity.forms)
    roles = (r for r in entity.roles if r.head not in DESCRIPTIONS | RELATIONS)
    return not titled and all(_ORIGIN.match(r.text) for r in roles)
