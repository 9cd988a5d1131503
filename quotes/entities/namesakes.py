"""Who may share a name, looked up by parts: comparing each name of an article with each takes the square of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotes.entities.names import acronyms, fold, words

_WORD = re.compile(r"[\s-]+")


class Namesakes:
    """Numbers by the names filed under them; what is asked for comes in order, and may hold some too many."""

    def __init__(self) -> None:
        self._filed: dict[tuple[str, str], set[int]] = {}

    def _file(self, keys: Iterable[tuple[str, str]], number: int) -> None:
        for key in keys:
            self._filed.setdefault(key, set()).add(number)

    def _find(self, keys: Iterable[tuple[str, str]]) -> list[int]:
        return sorted(set().union(*(self._filed.get(key, ()) for key in keys)))


class People(Namesakes):
    """Persons by the words of their names: all that `quotes.entities.names.variant` can hold for one are found."""

    def file(self, name: str, number: int) -> None:
        """Put a person under one more name. Names of several words come before those of one."""
        self._file((("word", part) for part in _parts(words(name))), number)

    def find(self, name: str) -> list[int]:
        """Whom the name may mean. Two names of several words share more than the first (*Jean X*, *Jean Y*)."""
        own = words(name)
        return self._find(("word", part) for part in _parts(own[1:] or own))

    def with_word(self, word: str) -> list[int]:
        """Who has this word in their name."""
        return self._find(("word", part) for part in _parts((word,)))


def _parts(named: Iterable[str]) -> list[str]:
    """The words of a name, folded; *d'Arvieux* is filed as *Arvieux*, which may stand for it."""
    return [part.removeprefix("d'") for word in named for part in _WORD.split(fold(word)) if part]


class Bodies(Namesakes):
    """Organisations by their names, their initials, and the capitals that stand for them."""

    def file(self, name: str, number: int) -> None:
        """Put an organisation under one more name."""
        own = bare(fold(name))
        self._file([("name", own), *(("initials", i) for i in acronyms(name)), ("letters", _letters(name))], number)
        if name.isupper():
            self._file([("capitals", own)], number)
        self._file((("word", word) for word in _WORD.split(own)), number)

    def find(self, name: str) -> list[int]:
        """Which ones the name may mean."""
        own = bare(fold(name))
        keys = [("name", own), ("initials", _letters(name)), *(("letters", i) for i in acronyms(name))]
        keys += [("capitals", word) for word in _WORD.split(own)]
        if name.isupper():
            keys.append(("word", own))
        return self._find(keys)


def bare(folded: str) -> str:
    """A folded name without its article."""
    return re.sub(r"^(?:le |la |les |l')", "", folded).replace("-", " ")


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))
