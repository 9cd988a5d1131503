"""WARC, the archive of web crawls: each page that was answered, with its address and the day it was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from quotes.articles.archives.gzip import opened
from quotes.articles.limits import WHOLE
from quotes.articles.options import Options
from quotes.articles.pages import read_bytes
from quotes.errors import ReadError
from quotes.types import Article

_HTML = ("text/html", "application/xhtml+xml")
_PACKED = frozenset(("content-encoding", "transfer-encoding"))
_LEAST = 500  # bytes: redirections and errors that call themselves a page


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of all responses of status 200 that are HTML, each under the id of its record.

    The address is the one that was asked for; the date is the page's own, or where it gives none, that of the crawl.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream = _Forward(opened(file, path) if path.lower().endswith(".gz") else file)
    try:
        for record in ArchiveIterator(
            cast("BinaryIO", stream), record_types=WarcRecordType.response, parse_http=False, stream_detect=False
        ):
            yield from _response(record, path, options)
    except OSError as error:
        raise ReadError(
            path, f"the archive is cut off or no WARC ({_reason(error)}); get it again", "cut off"
        ) from error


def _response(record: Any, path: str, options: Options) -> Iterator[Article | ReadError]:
    where = f"{path}#{record.record_id.strip('<>')}"
    try:
        record.parse_http(auto_decode="all")
        if record.http_headers is None or record.http_headers.status_code != 200:
            return
        if record.http_content_type not in _HTML:
            return
        data = record.reader.read(WHOLE + 1)
        packed = {name.lower() for name, _ in record.http_headers.items()} & _PACKED
    except (OSError, ValueError) as error:
        yield ReadError(where, f"a response that cannot be unpacked ({_reason(error)}); it is left out", "cut off")
        return
    if not packed and len(data) < record.content_length:
        raise ReadError(path, "the archive is cut off in the middle of a page; get it again", "cut off")
    if len(data) < _LEAST:
        return
    if len(data) > WHOLE:
        yield ReadError(where, f"a page of more than {WHOLE >> 20} MB; it is left out", "too large")
        return
    fetched = record.record_date.date().isoformat() if record.record_date is not None else None
    url = record.headers.get("WARC-Target-URI")
    try:
        for article in read_bytes(data, where, options, url=url, charset=record.http_charset):
            if not isinstance(article, ReadError) and article.date is None:
                article = replace(article, date=fetched)
            yield article
    except ReadError as error:
        yield error


def _reason(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".").lower()


class _Forward:
    """A stream that is only read: all that FastWARC asks for, and it takes anything more for granted."""

    def __init__(self, file: BinaryIO) -> None:
        # one step at a time where there are steps: what stands before a cut is not lost with it
        self._read = getattr(file, "read1", file.read)
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at
