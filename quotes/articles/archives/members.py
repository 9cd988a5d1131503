"""One file of an archive → its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from quotes.articles.foreign import DOCUMENTS
from quotes.articles.options import Options
from quotes.articles.readers import ARCHIVES, extension, format_of, reader
from quotes.errors import ReadError
from quotes.types import Article


def member(name: str, opened: Callable[[str], BinaryIO], path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of the file ``name`` of the archive ``path``. What cannot be read is told, the rest goes on.

    Hidden files and formats without a reader are left out, as in a folder; so are archives in archives. A name that
    leads out of the archive is refused: nothing is ever unpacked under it, but whoever packed it so meant no good.
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    where = f"{path}#{name}"
    if not parts or any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts):
        return
    if name.startswith(("/", "\\")) or ".." in parts or (len(name) > 1 and name[1] == ":"):
        yield ReadError(where, "its name leads out of the archive; it is left out", "path")
        return
    found = format_of(name)
    if found is None and extension(name) not in DOCUMENTS:
        return
    if found in ARCHIVES and found != "gzip":
        yield ReadError(where, "an archive in an archive; unpack it first", "format")
        return
    try:
        read = reader(name, where)
        with opened(where) as file:
            yield from read(file, where, options)
    except ReadError as error:
        if error.where == path:
            raise  # the archive itself is broken: nothing follows
        yield error
