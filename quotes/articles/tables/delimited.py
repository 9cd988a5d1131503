"""CSV and TSV, as spreadsheets and databases write them: any delimiter, any encoding, rows that are broken."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import BinaryIO

from quotes.articles.encoding import decoded_lines
from quotes.articles.limits import WHOLE
from quotes.articles.options import Options
from quotes.articles.tables.cells import USUAL, Rows
from quotes.errors import ReadError
from quotes.types import Article

_DELIMITERS = ",;\t|"
_NONE = "\x1f"  # the sign that ASCII has for it and that no text holds
_EXCEL = re.compile(r"sep=(.)\s*$")
# A quotation mark that is never closed takes every row after it: a field of so many lines has none that closes it.
_LINES, _PATIENCE = 5000, 100
_USUAL = frozenset(name for names in USUAL.values() for name in names.split())


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of this file. The first row names the columns; a row that has not as many fields is told and
    passed over, and so is the line whose quotation marks are broken.
    """
    # The limit is the module's, not a reader's; articles are longer than its 128 kB.
    csv.field_size_limit(WHOLE)
    lines, encoding = decoded_lines(file, path, options.encoding)
    feed = _Feed(lines)
    header = next(feed, "")
    given = _EXCEL.match(header)
    if given:
        header = next(feed, "")
    if not header.strip():
        raise ReadError(path, "empty; put an article in it or leave it out", "empty")
    delimiter = given[1] if given else sniff(header)
    names = [name.strip().strip("\ufeff") for name in next(csv.reader([header], delimiter=delimiter))]
    rows = Rows(path, options, None if encoding == "utf-8" else encoding)
    rows.columns(names)
    number = 0
    for line, row in _records(feed, delimiter, path):
        if row is not None and not any(row):
            continue
        number += 1
        if row is None:
            told = f"a quotation mark of line {line} is not closed, or not doubled inside its field; mend the row"
        elif len(row) != len(names):
            told = f"{len(row)} fields in line {line} where the header has {len(names)}; quote the text or mend the row"
        else:
            yield from rows.articles(number, dict(zip(names, row, strict=True)))
            continue
        yield ReadError(f"{path}#{number}", told, "row")


def sniff(header: str) -> str:
    """The delimiter of a table by its first line: the one that makes the most usual names, then the most columns.

    A table of one column has none: commas are a part of its text.
    """

    def columns(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([header], delimiter=delimiter))
        return sum(name.strip().casefold() in _USUAL for name in names), len(names)

    best = max(_DELIMITERS, key=columns)
    return best if columns(best)[1] > 1 else _NONE


def _records(feed: _Feed, delimiter: str, path: str) -> Iterator[tuple[int, list[str] | None]]:
    """(line, fields) of each record; None for fields where its marks are broken: its first line alone is lost."""
    far = 0
    while True:
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        for row in _until_broken(reader, feed):
            yield feed.started, row
        if feed.left == 0:
            return
        yield feed.started, None
        # to read again what was read up to the end of the file is slow, and of no use the hundredth time
        far += feed.left > _LINES // 10
        if far == _PATIENCE:
            raise ReadError(path, f"{_PATIENCE} quotation marks that are never closed; is it a CSV file?", "row")
        feed.again()


def _until_broken(reader: Iterator[list[str]], feed: _Feed) -> Iterator[list[str]]:
    while True:
        feed.begin()
        try:
            row = next(reader)
        except StopIteration:
            feed.begin()
            return
        except (_UnclosedError, csv.Error):
            return
        yield row


class _UnclosedError(Exception):
    """A record has more lines than any."""


class _Feed:
    """The lines of a table, with those of the record that is being read, so that they can be read again."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._pushed: list[str] = []
        self._held: list[str] = []
        self._number = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if len(self._held) >= _LINES:
            raise _UnclosedError
        line = self._pushed.pop() if self._pushed else next(self._lines, None)
        if line is None:
            raise StopIteration
        self._number += 1
        self._held.append(line)
        return line

    @property
    def started(self) -> int:
        """The line (from 1) where the record begins."""
        return self._number - len(self._held) + 1

    @property
    def left(self) -> int:
        """How many lines the record has so far."""
        return len(self._held)

    def begin(self) -> None:
        """Whatever was read so far is done with."""
        self._held.clear()

    def again(self) -> None:
        """Read on after the first line of the record."""
        self._number -= len(self._held) - 1
        self._pushed.extend(reversed(self._held[1:]))
        self._held.clear()
