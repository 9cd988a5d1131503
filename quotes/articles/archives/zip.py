"""ZIP archives of articles."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from quotes.articles.archives.members import member
from quotes.articles.limits import unpacked, whole
from quotes.articles.options import Options
from quotes.errors import ReadError
from quotes.types import Article

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of all files in this archive, in the order of its table of contents."""
    source = file if file.seekable() else io.BytesIO(whole(file, path))
    try:
        archive = zipfile.ZipFile(source)
    except BROKEN as error:
        raise ReadError(
            path, f"the archive is cut off or no ZIP ({str(error).lower()}); get it again", "cut off"
        ) from error
    with archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield from member(info.filename, partial(_opened, archive, info), path, options)


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> BinaryIO:
    if info.flag_bits & 1:
        raise ReadError(where, "locked with a password; unpack it first", "format")
    try:
        stream = archive.open(info)
    except BROKEN as error:
        raise ReadError(where, f"cannot be unpacked ({str(error).lower()}); unpack it first", "cut off") from error
    return unpacked(stream, where, lambda: info.compress_size, BROKEN)
