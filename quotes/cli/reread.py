"""The articles of a ledger, read once more."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from quotes.articles import PLAIN, STDIN, Options, Source, find, read_all, survey
from quotes.cli.group import say
from quotes.errors import InputError, ReadError
from quotes.types import Article


def rereader(paths: Iterable[str], options: Options = PLAIN) -> Callable[[str], Article | None]:
    """What finds an article by the path that a ledger has for it, None where it is not there.

    It looks among these paths, if there are any, else where the ledger says, from the current folder. ``options``
    say how to read, and must be those of the ledger's making. Ledgers list the articles of one file together:
    a file that holds many is read once for all of them.
    """
    found = survey(paths)
    for folder in found.unlisted:
        _told(folder)
    shelf = _Shelf(_among(found.sources) if found.sources else _from_where_it_was, options)
    return shelf.article


class _Shelf:
    """The texts of the file that was read last, on the disk: it may be an archive of any size."""

    def __init__(self, sought: Callable[[str], Source | None], options: Options) -> None:
        self._sought = sought
        # any article will do: the language was judged when the ledger was made
        self._options = replace(options, any_language=True)
        self._file: str | None = None
        import sqlite3

        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("CREATE TABLE texts (path TEXT PRIMARY KEY, text BLOB NOT NULL, reader TEXT)")

    def article(self, path: str) -> Article | None:
        """The article of this path."""
        for file in _files(path):
            if file != self._file:
                source = self._sought(file)
                if source is None:
                    continue
                self._fill(source, file)
            row = self._base.execute("SELECT text, reader FROM texts WHERE path = ?", (path,)).fetchone()
            return None if row is None else Article(row[0].decode("utf-8", "surrogatepass"), path, reader=row[1])
        return None

    def _fill(self, source: Source, file: str) -> None:
        self._file = file
        self._base.execute("DELETE FROM texts")
        self._base.execute("BEGIN")
        for article in read_all([source], _told, self._options):
            # under the name that the ledger has for the file, wherever it lies now
            path = file + (article.path or "").removeprefix(source.path)
            text = article.text.encode("utf-8", "surrogatepass")
            self._base.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (path, text, article.reader))
        self._base.execute("COMMIT")


def _files(path: str) -> Iterator[str]:
    """The files that a ledger's path may mean: itself, and what stands before each #, the longest first."""
    while path:
        yield path
        path, mark, _ = path.rpartition("#")
        if not mark:
            return


def _from_where_it_was(path: str) -> Source | None:
    """The source at the ledger's own path; None where it is not there any more (or came from a pipe)."""
    if path == STDIN or os.path.isdir(path):
        return None
    try:
        return find([path])[0]
    except InputError:
        return None


def _among(sources: tuple[Source, ...]) -> Callable[[str], Source | None]:
    """Finds a ledger's file among these sources: as it is, else by the file name if only one has it."""
    by_path = {source.path: source for source in sources}
    by_name: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_name[PurePosixPath(source.path).name].append(source)

    def sought(path: str) -> Source | None:
        named = by_name[PurePosixPath(path).name]
        return by_path.get(path) or (named[0] if len(named) == 1 else None)

    return sought


def _told(error: ReadError) -> None:
    say(f"quotes: {error}")
