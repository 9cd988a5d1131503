"""Plain text: one file, one article, UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from quotes.errors import ReadError
from quotes.types import Article

_FOREIGN_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read(file: BinaryIO, path: str) -> Iterator[Article]:
    """The one article of this file; `ReadError` where it is not UTF-8 or holds no text."""
    text = decode(file.read(), path)
    if not text.strip():
        raise ReadError(f"{path}: empty; put an article in it or leave it out")
    yield Article(text=text, path=path)


def decode(data: bytes, path: str) -> str:
    """The text of these bytes: no byte order mark, line ends as ``\\n``.

    This is the text that Python's ``open(path)`` gives, so that a reader of the ledger who opens the file in
    the ordinary way finds every word where its offsets say.
    """
    for bom, name in _FOREIGN_BOMS:
        if data.startswith(bom):
            raise ReadError(f"{path}: the file is {name}, not UTF-8; try iconv -f {name} -t UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        raise ReadError(
            f"{path}: the file is not UTF-8 (byte 0x{data[at]:02X} at {at}); "
            "convert it, for example with iconv -f WINDOWS-1252 -t UTF-8"
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
