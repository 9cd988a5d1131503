"""JSON: an array of objects, read one after the other, or a single object."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotes.articles.limits import WHOLE
from quotes.articles.options import Options
from quotes.articles.tables.cells import Rows
from quotes.errors import ReadError, kind_of
from quotes.types import Article

_CHUNK = 1 << 20
_BLANK = " \t\r\n"


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of this file, in memory that does not grow with it. JSON is Unicode, by its own law.

    Also one object, and objects one after the other (JSONL under another name). What is no JSON ends the file.
    """
    rows = Rows(path, options)
    first = True
    for number, row in enumerate(_values(_chunks(file, path), path), 1):
        if not isinstance(row, dict):
            yield ReadError(f"{path}#{number}", f"record {number} is no object but {kind_of(row)}", "row")
            continue
        if first and str(row.get("schema", "")).startswith("quotes-ledger/"):
            raise ReadError(path, "a ledger, not articles; quotes show reads it", "format")
        if first:
            rows.columns(row)
            first = False
        yield from rows.articles(number, row)


def _chunks(file: BinaryIO, path: str) -> Iterator[str]:
    head = file.read(4)
    file_encoding = json.detect_encoding(head)
    decoder = codecs.getincrementaldecoder(file_encoding)("strict")
    data = head
    try:
        while data:
            yield decoder.decode(data)
            data = file.read(_CHUNK)
        yield decoder.decode(b"", True)
    except UnicodeDecodeError:
        raise ReadError(path, f"JSON that is not {file_encoding}; save it as UTF-8", "encoding") from None


def _values(chunks: Iterator[str], path: str) -> Iterator[Any]:
    """The elements of the array, or the values that follow each other, each decoded as soon as it is whole."""
    decode = json.JSONDecoder().raw_decode
    text, at, inside, ended = "", 0, False, False
    begun = False
    for chunk in chunks:
        text, at = text[at:] + chunk, 0
        if len(text) > WHOLE:
            raise ReadError(path, f"a record of more than {WHOLE >> 20} MB; split it", "too large")
        while True:
            while at < len(text) and (text[at] in _BLANK or (begun and text[at] == ",")):
                at += 1
            if at == len(text):
                break
            if not begun:
                begun, inside = True, text[at] == "["
                at += inside
                continue
            if ended:
                raise ReadError(path, "something stands after the end of the array; mend it", "row")
            if inside and text[at] == "]":
                ended, at = True, at + 1
                continue
            try:
                value, end = decode(text, at)
            except (ValueError, RecursionError):
                break  # cut by the chunk, or broken: the next chunk tells
            yield value
            at = end
    left = text[at:].strip(_BLANK)
    if left or (inside and not ended):
        raise ReadError(path, f"cut off or no JSON at {left[:20]!r}; get it again", "cut off")
    if not begun:
        raise ReadError(path, "empty; put an article in it or leave it out", "empty")
