"""What is light while a spaCy pipeline is loaded: half of its time goes into what no component asks for.

The words of its vectors (half a million) are asked for by nobody: each component names its own labels, and the
vectors are found by the hash of a word. The tables of lemmas are made of keys that are hashes already, and
spaCy puts them in one by one as if they were words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from spacy import lookups
from spacy.strings import get_string_id

# Components of which it is known that they bring all the words they need.
_SELF_CONTAINED = {"attribute_ruler", "lemmatizer", "morphologizer", "ner", "parser", "senter", "tagger", "tok2vec"}


def needless(meta: Mapping[str, Any]) -> list[str]:
    """Parts of its vocabulary that a pipeline, by what it says of itself, never asks for; for `spacy.load`."""
    return ["strings"] if _SELF_CONTAINED.issuperset(meta.get("components", ["?"])) else []


@contextmanager
def quick_tables() -> Iterator[None]:
    """While it lasts, tables of lookups that come from the disk stay as they were read."""
    own: Any = lookups.Table
    vars(lookups)["Table"] = partial(_table, own)
    try:
        yield
    finally:
        vars(lookups)["Table"] = own


def _table(own: Any, name: str | None = None, data: dict[Any, Any] | None = None) -> Any:
    return Hashed(name, data) if data and all(type(key) is int for key in data) else own(name, data)


class Hashed(MutableMapping[Any, Any]):
    """A table of lookups over a dict whose keys are hashes of words. A word is asked for as such or by its hash."""

    def __init__(self, name: str | None, data: dict[int, Any]) -> None:
        self.name = name
        self._data = data

    def __getitem__(self, key: str | int) -> Any:
        return self._data[get_string_id(key)]

    def __setitem__(self, key: str | int, value: Any) -> None:
        self._data[get_string_id(key)] = value

    def __delitem__(self, key: str | int) -> None:
        del self._data[get_string_id(key)]

    def __iter__(self) -> Iterator[int]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def get(self, key: str | int, default: Any = None) -> Any:
        """The value of a word; ``default`` where it has none."""
        return self._data.get(get_string_id(key), default)
