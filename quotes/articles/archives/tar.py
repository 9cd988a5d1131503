"""Tar archives of articles, plain or gzipped, read once from front to back."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from quotes.articles.archives.gzip import BROKEN, opened
from quotes.articles.archives.members import member
from quotes.articles.limits import unpacked
from quotes.articles.options import Options
from quotes.errors import ReadError
from quotes.types import Article


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of all ordinary files in this archive: links and devices are not followed."""
    zipped = path.lower().endswith((".tgz", ".gz"))
    stream = _Ending(opened(file, path) if zipped else file)
    try:
        with tarfile.open(fileobj=cast("BinaryIO", stream), mode="r|") as archive:
            for info in archive:
                if info.isreg() and not info.issparse():
                    yield from member(info.name, partial(_opened, archive, info), path, options)
    except (tarfile.TarError, *BROKEN) as error:
        reason = str(error).lower() or type(error).__name__
        raise ReadError(path, f"the archive is cut off or no tar ({reason}); get it again", "cut off") from error
    if not stream.ended:
        raise ReadError(path, "the archive is cut off (its end mark is missing); get it again", "cut off")


def _opened(archive: tarfile.TarFile, info: tarfile.TarInfo, where: str) -> BinaryIO:
    stream = archive.extractfile(info)
    assert stream is not None
    return unpacked(stream, where, lambda: info.size, (tarfile.TarError, EOFError))


class _Ending:
    """A stream that remembers its end: a whole tar has an empty block there, and `tarfile` does not miss it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._tail = b""

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self._tail = (self._tail + data)[-tarfile.BLOCKSIZE :] if data else self._tail
        return data

    @property
    def ended(self) -> bool:
        """Did it end with an empty block?"""
        return self._tail == bytes(tarfile.BLOCKSIZE)
