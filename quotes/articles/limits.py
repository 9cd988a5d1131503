"""No input may fill the memory: what is read whole has a greatest size, what is unpacked a greatest ratio."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import IO, BinaryIO, cast

from quotes.errors import ReadError

# An article, a page, a line of a table: the longest of a century of newspapers is a thousandth of this.
WHOLE = 64 << 20
# Text packs ten to one, pages of tables fifty to one; a bomb a thousand to one. Small files may do as they like.
RATIO, FREE = 200, 8 << 20


def whole(file: BinaryIO, path: str, limit: int = WHOLE) -> bytes:
    """All bytes of a file; a `ReadError` where there are more than ``limit``."""
    data = file.read(limit + 1)
    if len(data) > limit:
        raise ReadError(path, f"more than {limit >> 20} MB in one piece; split it into articles", "too large")
    return data


def lines(file: BinaryIO, path: str) -> Iterator[bytes]:
    """The lines of a file with their ends; a `ReadError` where one is longer than any article."""
    while line := file.readline(WHOLE + 1):
        if len(line) > WHOLE:
            raise ReadError(path, f"a line of more than {WHOLE >> 20} MB; split it into articles", "too large")
        yield line


class Unpacked(io.RawIOBase):
    """What an archive unpacks, read as a stream, with an end to it where the ratio is a bomb's.

    ``packed`` says how many packed bytes it came from so far. Trouble of the packer becomes a `ReadError`.
    """

    def __init__(
        self, stream: IO[bytes], path: str, packed: Callable[[], int], broken: tuple[type[Exception], ...]
    ) -> None:
        self._stream = cast("io.BufferedIOBase", stream)
        self._path, self._packed, self._broken = path, packed, broken
        self._unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            # at most one step of the packer, so that what stands before a cut is not lost with it
            data = self._stream.read1(min(len(buffer), 1 << 20))
        except self._broken as error:
            reason = str(error).lower() or type(error).__name__
            raise ReadError(
                self._path, f"the archive is cut off or damaged ({reason}); get it again", "cut off"
            ) from error
        self._unpacked += len(data)
        if self._unpacked > FREE and self._unpacked > RATIO * max(self._packed(), 1):
            raise ReadError(
                self._path,
                f"unpacks to more than {RATIO} times its size; unpack it by hand if you trust it",
                "too large",
            )
        buffer[: len(data)] = data
        return len(data)


def unpacked(stream: IO[bytes], path: str, packed: Callable[[], int], broken: tuple[type[Exception], ...]) -> BinaryIO:
    """The stream behind a guard (see `Unpacked`)."""
    return io.BufferedReader(Unpacked(stream, path, packed, broken), 1 << 16)
