"""A gzipped file: *articles.jsonl.gz* is what *articles.jsonl* is."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from quotes.articles.limits import unpacked
from quotes.articles.options import Options
from quotes.articles.readers import reader
from quotes.errors import ReadError
from quotes.types import Article

BROKEN = (gzip.BadGzipFile, EOFError, zlib.error, OSError)


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of the file inside, whose format its name tells. Those before a cut are read."""
    read_inside = reader(path[: -len(".gz")] if path.lower().endswith(".gz") else path, path)
    yield from read_inside(opened(file, path), path, options)


def opened(file: BinaryIO, path: str) -> BinaryIO:
    """What a gzipped file unpacks, behind a guard."""
    return unpacked(cast("BinaryIO", gzip.GzipFile(fileobj=file)), path, file.tell, BROKEN)
