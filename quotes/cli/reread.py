"""The articles of a ledger, read once more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from quotes.articles import STDIN, Source, find, read
from quotes.cli.group import say
from quotes.errors import InputError, ReadError

if TYPE_CHECKING:
    from quotes.types import Article


def rereader(paths: Iterable[str]) -> Callable[[str], Article | None]:
    """What finds an article by the path that a ledger has for it, None where it is not there.

    It looks among these paths, if there are any, else where the ledger says, from the current folder.
    """
    sources = find(paths)
    return _among(sources) if sources else _from_where_it_was


def _from_where_it_was(path: str) -> Article | None:
    """The article at the ledger's own path; None where it is not there any more (or came from a pipe)."""
    if path == STDIN:
        return None
    try:
        sources = find([path])
    except InputError:
        return None
    return _read(sources)


def _among(sources: tuple[Source, ...]) -> Callable[[str], Article | None]:
    """Finds a ledger's path among these sources: as it is, else by the file name if only one has it."""
    by_path = {source.path: source for source in sources}
    by_name: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_name[PurePosixPath(source.path).name].append(source)

    def again(path: str) -> Article | None:
        named = by_name[PurePosixPath(path).name]
        if path in by_path:
            return _read([by_path[path]])
        return _read(named) if len(named) == 1 else None

    return again


def _read(sources: Iterable[Source]) -> Article | None:
    try:
        return next((article for source in sources for article in read(source)), None)
    except ReadError as error:
        say(f"quotes: {error}")
        return None
