"""What the user typed → the files to read, checked before any work is done."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.articles.readers import READERS
from quotes.errors import InputError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: ``path`` as the ledger will name it, ``file`` as the system knows it."""

    path: str
    file: str


def find(paths: Iterable[str]) -> tuple[Source, ...]:
    """The sources behind these paths: files as they are, folders with all they hold, ``-`` for stdin.

    Folders are read whole and in sorted order; hidden files and folders, and files of formats that have
    no reader, are left out. A file that is reached twice is read once. A path that does not exist, or a
    folder without an article, is an `InputError`.
    """
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources(path):
            key = STDIN if source.file == STDIN else os.path.realpath(source.file)
            found.setdefault(key, source)
    return tuple(found.values())


def _sources(path: str) -> Iterator[Source]:
    if path == STDIN:
        yield Source(STDIN, STDIN)
    elif os.path.isdir(path):
        files = sorted(_walk(path), key=lambda file: Path(file).parts)
        if not files:
            known = ", ".join(sorted(filter(None, READERS)))
            raise InputError(f"{shown(path)}: no article in this folder; give one that holds {known} files")
        yield from (Source(shown(file), file) for file in files)
    elif os.path.exists(path):
        yield Source(shown(path), path)
    else:
        raise InputError(f"{shown(path)}: no such file or folder; check the path")


def _walk(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = os.path.join(root, name)
            extension = os.path.splitext(name)[1].lower()
            # A broken link is kept, so that reading it names it; a pipe or socket would block.
            ordinary = os.path.isfile(file) or not os.path.exists(file)
            if extension and extension in READERS and not name.startswith(".") and ordinary:
                yield file


def shown(path: str) -> str:
    """The path as text that can be printed and written: the same on every system, no lone surrogates."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
