"""HTML: pages, exports of press databases, and the cells of tables that hold markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from quotes.articles.encoding import decode
from quotes.articles.limits import whole
from quotes.articles.mend import mended
from quotes.articles.options import Options
from quotes.articles.text import named
from quotes.errors import ReadError
from quotes.types import Article

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_MARKUP = re.compile(
    r"<(?:!doctype|html|body|p|div|br|blockquote|q|h[1-6]|ul|ol|article|section|span|strong|em)\b[^<>]*>", re.I
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of this file: one of a page, many of a press database's export."""
    yield from read_bytes(whole(file, path), path, options)


def read_bytes(
    data: bytes, path: str, options: Options, *, url: str | None = None, charset: str | None = None
) -> Iterator[Article | ReadError]:
    """The articles of a page that came from ``url`` with this ``charset`` in its header, as far as they are known."""
    text, encoding = decode(data, path, options.encoding, charset or declared(data))
    text, mender = mended(text, options)
    yield from read_text(text, path, named(mender, None if encoding == "utf-8" else encoding), url=url)


def read_text(
    text: str, path: str, read_by: str | None = None, *, url: str | None = None
) -> Iterator[Article | ReadError]:
    """The articles of a page's source. ``read_by`` is who made the text of the bytes."""
    from quotes.articles.pages import europresse, factiva
    from quotes.articles.pages.page import page, parse

    tree = None if not text.strip() else parse(text, path)
    if tree is None:
        raise ReadError(path, "empty; put an article in it or leave it out", "empty")
    for database in (europresse, factiva):
        if database.exported(text):
            yield from database.articles(tree, path, read_by)
            return
    yield page(tree, path, url, read_by, fragment=_PAGE.search(text) is None)


def declared(data: bytes) -> str | None:
    """The charset that a page gives in its own head."""
    match = _DECLARED.search(data, 0, 4096)
    return None if match is None else (match[1] or match[2]).decode("ascii", "replace")


def markup(text: str) -> bool:
    """Is this text of a cell HTML, not prose that happens to hold a < ?"""
    return "<" in text and _MARKUP.search(text) is not None
