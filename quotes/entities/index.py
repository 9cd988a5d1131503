"""The company: the cast by what a phrase may ask for, so that nobody has to go through all of it.

A page of a few names needs none of this; a volume of debates has thousands, and is asked at every noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from quotes.entities.catalogue import Entity
from quotes.entities.matching import answering, asking
from quotes.entities.names import fold, is_given, variant, words
from quotes.entities.namesakes import People
from quotes.entities.roles import Role


def unsure(entity: Entity) -> bool:
    """A single word that only the tagger takes for a person."""
    if is_given(entity.name):
        return False
    return entity.kind == "person" and len(words(entity.name)) == 1 and entity.gender is None


class Index:
    """The entities of an article, found by gender, function, form or first word; all answers in the cast's order."""

    def __init__(self, cast: Sequence[Entity]) -> None:
        self._cast = cast
        # who is surely a person, and the same with the most named first
        self.persons = tuple(f for f in cast if f.kind == "person" and not unsure(f))
        self.most_named = tuple(sorted(self.persons, key=lambda f: -len(f.mentions)))
        self._fitting: dict[str | None, tuple[Entity, ...]] = {}
        self._learned: dict[int, list[Role]] = {}
        self._functions: dict[str, set[int]] = {}
        for entity in cast:
            for held in entity.roles:
                self._file(entity, held)

    # few pages ask for these
    @cached_property
    def _forms(self) -> dict[str, Entity]:
        found: dict[str, Entity] = {}
        for entity in self._cast:
            for form in entity.forms:
                found.setdefault(fold(form), entity)
        return found

    @cached_property
    def _names(self) -> People:
        found = People()
        for entity in self._cast:
            if entity.kind == "person":
                found.file(entity.name, entity.index)
        return found

    @cached_property
    def _initials(self) -> dict[tuple[str, ...], list[Entity]]:
        found: dict[tuple[str, ...], list[Entity]] = {}
        for entity in self._cast:
            if entity.kind == "person":
                found.setdefault(tuple(word[:1] for word in re.split(r"[ -]", entity.name)), []).append(entity)
        return found

    @cached_property
    def _bodies(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self._cast:
            if entity.kind == "organisation":
                found.setdefault(entity.name.lower().split(" ")[0], []).append(entity)
        return found

    def _file(self, entity: Entity, held: Role) -> None:
        for word in answering(held):
            self._functions.setdefault(word, set()).add(entity.index)

    def fitting(self, gender: str | None) -> tuple[Entity, ...]:
        """The persons who are or may be of a gender (m, f; None: all)."""
        if gender not in self._fitting:
            fits = (f for f in self.persons if not (gender and f.gender and gender != f.gender))
            self._fitting[gender] = tuple(fits)
        return self._fitting[gender]

    def learn(self, entity: Entity, held: Role) -> None:
        """The article takes this entity up by one more function."""
        learned = self._learned.setdefault(entity.index, [])
        if held not in learned:
            learned.append(held)
            self._file(entity, held)

    def held(self, entity: Entity) -> list[Role]:
        """The functions of a entity: beside the name, and those that were learned."""
        return [*entity.roles, *self._learned.get(entity.index, ())]

    def candidates(self, asked: Role) -> list[Entity]:
        """Those of whom some function may answer to the one asked for; `matching.match_role` says which does."""
        found: set[int] = set()
        for word in asking(asked):
            found |= self._functions.get(word, set())
        return [self._cast[index] for index in sorted(found)]

    def named(self, text: str) -> Entity | None:
        """Whom a form names: the first that is written so, else the only person for whom it can stand."""
        entity = self._forms.get(fold(text))
        if entity is not None:
            return entity
        fits = [index for index in self._names.find(text) if variant(text, self._cast[index].name)]
        return self._cast[fits[0]] if len(fits) == 1 else None

    def initialled(self, letters: Sequence[str]) -> list[Entity]:
        """The persons whose name has these initials."""
        return self._initials.get(tuple(letters), [])

    def bodies(self, noun: str) -> list[Entity]:
        """The organisations whose name begins with these words (in small letters) and goes on."""
        return [f for f in self._bodies.get(noun.split(" ")[0], ()) if f.name.lower().startswith(noun + " ")]
