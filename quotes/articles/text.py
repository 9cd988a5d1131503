"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quotes.articles.encoding import decode
from quotes.articles.limits import whole
from quotes.articles.mend import mended
from quotes.articles.options import Options
from quotes.errors import ReadError
from quotes.types import Article


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article]:
    """The one article of this file; `ReadError` where it holds no text.

    Of a UTF-8 file this is the text that Python's ``open(path)`` gives, so that a reader of the ledger who opens the
    file in the ordinary way finds every word where its offsets say.
    """
    text, encoding = decode(whole(file, path), path, options.encoding)
    if not text.strip():
        raise ReadError(path, "empty; put an article in it or leave it out", "empty")
    text, mender = mended(text, options)
    yield Article(text=text, path=path, reader=named(mender, None if encoding == "utf-8" else encoding))


def named(*makers: str | None) -> str | None:
    """What an article says of its reading: those of these that had a hand in it."""
    return ", ".join(filter(None, makers)) or None
