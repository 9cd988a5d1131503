"""Which file reads which format. A new format is one module with a `read` and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO, cast

from quotes.errors import ReadError
from quotes.types import Article

# An open file and its path as the user gave it → its articles.
Reader = Callable[[BinaryIO, str], Iterator[Article]]

# By extension, in lower case. Modules are named, not imported, so that a reader with heavy dependencies
# costs nothing to those who do not use it.
READERS: dict[str, str] = {
    "": "quotes.articles.text",  # no extension: a pipe, a note
    ".txt": "quotes.articles.text",
}


def reader(extension: str, path: str) -> Reader:
    """The reader of this extension; `ReadError` names the ones there are."""
    module = READERS.get(extension.lower())
    if module is None:
        known = ", ".join(sorted(filter(None, READERS)))
        raise ReadError(f"{path}: no reader for {extension} files; save it as one of {known}")
    return cast("Reader", import_module(module).read)
