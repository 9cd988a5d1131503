"""One source → its articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator

from quotes.articles.find import STDIN, Source
from quotes.articles.readers import reader
from quotes.errors import ReadError
from quotes.types import Article


def read(source: Source) -> Iterator[Article]:
    """The articles of one source, in order. `ReadError` says in one sentence why it cannot be read."""
    extension = "" if source.file == STDIN else os.path.splitext(source.file)[1]
    read_format = reader(extension, source.path)
    try:
        if source.file == STDIN:
            if sys.stdin is None:
                raise ReadError("-: standard input is closed; pipe an article into it or name a file")
            yield from read_format(sys.stdin.buffer, source.path)
        else:
            with open(source.file, "rb") as file:
                yield from read_format(file, source.path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadError(f"{source.path}: cannot be read ({reason}); check the file") from error


def read_all(sources: Iterable[Source], failed: Callable[[ReadError], None]) -> Iterator[Article]:
    """The articles of all sources. One that cannot be read is handed to ``failed``, and the rest go on."""
    for source in sources:
        try:
            yield from read(source)
        except ReadError as error:
            failed(error)
