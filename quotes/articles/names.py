"""Paths of the articles in a file that holds many: ``file#record``."""

from __future__ import annotations


class Names:
    """Gives every record of a file a name that no other has: its own id, else its number."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._taken: set[str] = set()

    def name(self, number: int, own: str | None = None) -> str:
        """The path of the record with this number (from 1) and this id; a second one of the same name gets ``~2``."""
        wanted = own or str(number)
        name, again = wanted, 1
        while name in self._taken:
            again += 1
            name = f"{wanted}~{again}"
        self._taken.add(name)
        return f"{self._path}#{name}"
