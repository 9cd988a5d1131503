"""The rows of an aliases file that is a table, as spreadsheets write them.

Excel and LibreOffice write commas, semicolons or tabs, with or without a BOM, UTF-8 or (Excel's *Unicode text*)
UTF-16, all cells in marks or none, empty columns and rows at the end, and dates as they are shown (14/05/2017).
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quotes.errors import AliasError
from quotes.ledger.canon import fold
from quotes.ledger.cells import unsafe

_NO = frozenset({"no", "non", "n", "0", "false", "faux"})


class Sheet(NamedTuple):
    """The rows to use, each with its place, and what a person should know of the others."""

    rows: list[tuple[str, Mapping[str, Any]]]
    notes: tuple[str, ...]


def decoded(data: bytes, where: str) -> str:
    """The text of an aliases file; one that is neither UTF-8 nor UTF-16 with its BOM is an `AliasError`."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AliasError(f"{where}: not UTF-8 at byte {error.start}; save it as UTF-8") from error


def sheet(text: str, where: str) -> Sheet:
    """The rows of a table. Rows whose ``use`` is *no* are left out; those of them that were renamed are told."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[tuple[str, Mapping[str, Any]]] = []
    notes: list[str] = []
    try:
        columns = _columns(next(reader, []), where)
        for cells in reader:
            # the first line of the row: a cell may hold line ends
            place = f"{where}, line {reader.line_num - sum(cell.count(chr(10)) for cell in cells)}"
            if not any(cell.strip() for cell in cells):
                continue
            if any(cell.strip() for cell in cells[len(columns) :]):
                raise AliasError(f"{place}: {len(cells)} cells under {len(columns)} columns; quote the delimiter")
            row = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
            if row.get("use", "").strip().lower() not in _NO:
                rows.append((place, row))
            elif renamed(row):
                notes.append(f"{place}: {row['name']!r} has no effect, as use is no; write yes to use the row")
    except csv.Error as error:
        raise AliasError(f"{where}, line {reader.line_num}: no valid CSV: {error}") from error
    return Sheet(rows, tuple(notes))


def renamed(row: Mapping[str, Any]) -> str:
    """The name that the ledger had where the row gives another one, else nothing."""
    was = row.get("was")
    old = unsafe(was.strip()) if isinstance(was, str) else ""
    return old if old and fold(old) != fold(unsafe(str(row.get("name", "")).strip())) else ""


def _delimiter(text: str) -> str:
    return max(",;\t", key=text.split("\n", 1)[0].count)


def _columns(cells: Sequence[str], where: str) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    if "name" not in columns:
        raise AliasError(f"{where}: the first line must name the columns, one of them name")
    named = [column for column in columns if column]
    if len(set(named)) < len(named):
        raise AliasError(f"{where}: a column stands twice in the first line")
    return columns[: len(columns) - next(at for at, column in enumerate(reversed(columns)) if column)]
