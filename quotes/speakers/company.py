"""The company: the cast by what a phrase may ask for, so that nobody has to go through all of it.

A page of a few names needs none of this; a volume of debates has thousands, and is asked at every noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from quotes.speakers.cast import Figure
from quotes.speakers.matching import answering, asking
from quotes.speakers.names import fold, is_given, variant, words
from quotes.speakers.namesakes import People
from quotes.speakers.roles import Role


def unsure(figure: Figure) -> bool:
    """A single word that only the tagger takes for a person."""
    if is_given(figure.name):
        return False
    return figure.kind == "person" and len(words(figure.name)) == 1 and figure.gender is None


class Company:
    """The figures of an article, found by gender, function, form or first word; all answers in the cast's order."""

    def __init__(self, cast: Sequence[Figure]) -> None:
        self._cast = cast
        # who is surely a person, and the same with the most named first
        self.persons = tuple(f for f in cast if f.kind == "person" and not unsure(f))
        self.most_named = tuple(sorted(self.persons, key=lambda f: -len(f.mentions)))
        self._fitting: dict[str | None, tuple[Figure, ...]] = {}
        self._learned: dict[int, list[Role]] = {}
        self._functions: dict[str, set[int]] = {}
        for figure in cast:
            for held in figure.roles:
                self._file(figure, held)

    # few pages ask for these
    @cached_property
    def _forms(self) -> dict[str, Figure]:
        found: dict[str, Figure] = {}
        for figure in self._cast:
            for form in figure.forms:
                found.setdefault(fold(form), figure)
        return found

    @cached_property
    def _names(self) -> People:
        found = People()
        for figure in self._cast:
            if figure.kind == "person":
                found.file(figure.name, figure.index)
        return found

    @cached_property
    def _initials(self) -> dict[tuple[str, ...], list[Figure]]:
        found: dict[tuple[str, ...], list[Figure]] = {}
        for figure in self._cast:
            if figure.kind == "person":
                found.setdefault(tuple(word[:1] for word in re.split(r"[ -]", figure.name)), []).append(figure)
        return found

    @cached_property
    def _bodies(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = {}
        for figure in self._cast:
            if figure.kind == "organisation":
                found.setdefault(figure.name.lower().split(" ")[0], []).append(figure)
        return found

    def _file(self, figure: Figure, held: Role) -> None:
        for word in answering(held):
            self._functions.setdefault(word, set()).add(figure.index)

    def fitting(self, gender: str | None) -> tuple[Figure, ...]:
        """The persons who are or may be of a gender (m, f; None: all)."""
        if gender not in self._fitting:
            fits = (f for f in self.persons if not (gender and f.gender and gender != f.gender))
            self._fitting[gender] = tuple(fits)
        return self._fitting[gender]

    def learn(self, figure: Figure, held: Role) -> None:
        """The article takes this figure up by one more function."""
        learned = self._learned.setdefault(figure.index, [])
        if held not in learned:
            learned.append(held)
            self._file(figure, held)

    def held(self, figure: Figure) -> list[Role]:
        """The functions of a figure: beside the name, and those that were learned."""
        return [*figure.roles, *self._learned.get(figure.index, ())]

    def candidates(self, asked: Role) -> list[Figure]:
        """Those of whom some function may answer to the one asked for; `matching.match_role` says which does."""
        found: set[int] = set()
        for word in asking(asked):
            found |= self._functions.get(word, set())
        return [self._cast[index] for index in sorted(found)]

    def named(self, text: str) -> Figure | None:
        """Whom a form names: the first that is written so, else the only person for whom it can stand."""
        figure = self._forms.get(fold(text))
        if figure is not None:
            return figure
        fits = [index for index in self._names.find(text) if variant(text, self._cast[index].name)]
        return self._cast[fits[0]] if len(fits) == 1 else None

    def initialled(self, letters: Sequence[str]) -> list[Figure]:
        """The persons whose name has these initials."""
        return self._initials.get(tuple(letters), [])

    def bodies(self, noun: str) -> list[Figure]:
        """The organisations whose name begins with these words (in small letters) and goes on."""
        return [f for f in self._bodies.get(noun.split(" ")[0], ()) if f.name.lower().startswith(noun + " ")]
