"""Ledgers as bytes: written and read a record at a time.

The file is one JSON document with each article, speaker and entry on a line of its own: any JSON reader
loads it, two versions of it can be compared line by line, and a million occurrences are read without ever
holding the document in memory. JSON that is laid out otherwise is read too, all at once.
"""

from __future__ import annotations

import json as plain
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import orjson

from quotes.errors import LedgerError, kind_of
from quotes.ledger import encode
from quotes.ledger.check import Assembly
from quotes.ledger.decode import Decoder, RowError
from quotes.ledger.facts import Facts
from quotes.ledger.record import SCHEMA, Ledger, LedgerQuote

_LISTS = ("articles", "speakers", "quotes")
_NEXT = {"articles": b'],"speakers":[', "speakers": b'],"quotes":[', "quotes": b"]}"}
_SCHEMA = re.compile(r"quotes-ledger/(\d+)")
_VERSION = int(SCHEMA.rsplit("/", 1)[1])

# A list's name ("" for the head), the place of a row in the list, and the row.
_Rows = Iterator[tuple[str, int, Any]]


class LayoutError(Exception):
    """The bytes may be a ledger, but not one record a line."""


def dumps(ledger: Ledger, *, indent: bool = False) -> bytes:
    """The ledger as JSON, one record a line; ``indent`` spreads each over many lines for reading."""
    if indent:
        return _bytes(encode.whole(ledger), orjson.OPT_INDENT_2) + b"\n"
    return b"".join(lines(ledger))


def lines(ledger: Ledger) -> Iterator[bytes]:
    """The same bytes piece by piece, for ledgers that should not be in memory twice."""
    yield _bytes(encode.head(ledger))[:-1]
    yield b',"articles":['
    yield from _listed(encode.article(one) for one in ledger.articles)
    yield b'],"speakers":['
    yield from _listed(encode.speaker(one) for one in ledger.speakers)
    yield b'],"quotes":['
    yield from _listed(encode.quote(one) for one in ledger.quotes)
    yield b"]}\n"


def dump(ledger: Ledger, stream: IO[bytes]) -> None:
    """Write the ledger to a binary stream, piece by piece."""
    stream.writelines(lines(ledger))


def loads(data: bytes, where: str = "ledger") -> Ledger:
    """The ledger in these bytes. Raises `LedgerError` in one sentence that names the place.

    ``where`` is what errors call the bytes.
    """
    try:
        return _assembled(_by_line(BytesIO(data), where), where)
    except LayoutError:
        return _assembled(_at_once(data, where), where)


def load(path: str | Path) -> Ledger:
    """The ledger in a file. Raises `LedgerError` where it is none, naming the place."""
    try:
        with open(path, "rb") as file:
            try:
                return _assembled(_by_line(file, str(path)), str(path))
            except LayoutError:
                file.seek(0)
                return _assembled(_at_once(file.read(), str(path)), str(path))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()})") from error


def quotes(path: str | Path) -> Iterator[LedgerQuote]:
    """The entries of a ledger file, one at a time, in little memory. Only each entry itself is checked."""
    decoder = Decoder()
    try:
        with open(path, "rb") as file:
            for name, number, row in _by_line(file, str(path)):
                if name == "quotes":
                    yield _decoded(decoder, name, number, row, str(path))
    except LayoutError:
        yield from load(path).quotes
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()})") from error


def dump_facts(one: Facts) -> bytes:
    """The facts of one article as bytes, for whoever keeps them until there is a ledger to make."""
    return _bytes(
        {
            "article": encode.article(one.article),
            "occurrences": [encode.occurrence(place) for place in one.occurrences],
            "generator": encode.generator(one.generator),
        }
    )


def load_facts(data: bytes, decoder: Decoder) -> Facts:
    """The facts in these bytes. One ``decoder`` for many of them keeps equal strings once."""
    row = parsed(data)
    return Facts(
        decoder.article(row["article"]),
        tuple(map(decoder.occurrence, row["occurrences"])),
        decoder.generator(row["generator"]),
    )


def _assembled(rows: _Rows, where: str) -> Ledger:
    decoder = Decoder()
    assembly = Assembly(where)
    for name, number, row in rows:
        if name == "":
            assembly.begin(_head(decoder, row, where))
        else:
            assembly.add(name, number, _decoded(decoder, name, number, row, where))
    return assembly.ledger()


def _decoded(decoder: Decoder, name: str, number: int, row: Any, where: str) -> Any:
    try:
        return getattr(decoder, name.removesuffix("s"))(row)
    except RowError as error:
        own = row.get("id") if isinstance(row, dict) else None
        shown = f" ({own})" if isinstance(own, str) else ""
        raise LedgerError(f"{where}: {name}[{number}]{shown}: {error}") from None


def _head(decoder: Decoder, row: dict[str, Any], where: str) -> Ledger:
    schema = row.get("schema")
    match = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if match is None:
        raise LedgerError(f"{where}: no ledger of quotes (its schema is {schema!r:.60}, not {SCHEMA!r})")
    if int(match[1]) > _VERSION:
        raise LedgerError(f"{where}: written by a newer version ({schema}; this one reads {SCHEMA}); update quotes")
    try:
        identities = row.get("identities", [])
        if not isinstance(identities, list):
            raise RowError("identities must be a list")
        return Ledger(
            generator=decoder.generator(row.get("generator")),
            identities=tuple(decoder.identity(one) for one in identities),
        )
    except RowError as error:
        raise LedgerError(f"{where}: {error}") from None


def _by_line(file: IO[bytes], where: str) -> _Rows:
    for number, (name, count, line) in enumerate(_lines(file, where), 1):
        yield name, count, _line(line, number + _LISTS.index(name or "articles"), where)


def bare_lines(path: str | Path) -> Iterator[tuple[str, int, bytes]]:
    """The lines of a ledger file, not read yet: the head (""), then each record under the name of its list.

    Raises `LayoutError` where it is laid out otherwise, `LedgerError` where it ends too soon.
    """
    with open(path, "rb") as file:
        yield from _lines(file, str(path))


def _lines(file: IO[bytes], where: str) -> Iterator[tuple[str, int, bytes]]:
    first = file.readline()
    if not (first.startswith(b'{"schema":') and first.endswith(b',"articles":[\n')):
        raise LayoutError
    yield "", 0, first[: -len(b',"articles":[\n')] + b"}"
    current, count, number = "articles", 0, 1
    for line in file:
        number += 1
        if current == "":
            if line.strip():
                raise LedgerError(f"{where}, line {number}: something stands after the end of the ledger")
            continue
        if line.startswith(b"]"):
            if line.rstrip(b"\r\n") != _NEXT[current]:
                if not line.endswith(b"\n"):
                    break
                raise LayoutError
            at = _LISTS.index(current) + 1
            current, count = (_LISTS[at] if at < len(_LISTS) else ""), 0
            continue
        if not line.endswith(b"\n"):
            break
        yield current, count, line.rstrip(b",\r\n")
        count += 1
    if current != "":
        raise LedgerError(f"{where}: cut off in line {number}, among the {current}; restore it or extract again")


def _line(data: bytes, number: int, where: str) -> Any:
    try:
        return parsed(data)
    except ValueError as error:
        raise LedgerError(f"{where}, line {number}: no valid JSON ({error})") from None


def _at_once(data: bytes, where: str) -> _Rows:
    if not data.strip():
        raise LedgerError(f"{where}: empty, not a ledger")
    try:
        document = parsed(data)
    except ValueError as error:
        raise LedgerError(f"{where}: no valid JSON, perhaps cut off ({error})") from None
    if not isinstance(document, dict):
        raise LedgerError(f"{where}: no ledger of quotes (the document is not an object)")
    yield "", 0, document
    for name in _LISTS:
        rows = document.get(name)
        if not isinstance(rows, list):
            raise LedgerError(f"{where}: {name} must be a list, not {kind_of(rows)}")
        for number, row in enumerate(rows):
            yield name, number, row


def _listed(rows: Iterable[Any]) -> Iterator[bytes]:
    separator = b"\n"
    for row in rows:
        yield separator + _bytes(row)
        separator = b",\n"
    yield b"\n"


def _bytes(row: Any, option: int = 0) -> bytes:
    try:
        return orjson.dumps(row, option=option)
    except TypeError:
        # A lone surrogate (half an emoji in a broken page) has no UTF-8: written as its escape.
        return plain.dumps(row, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def parsed(data: bytes) -> Any:
    """A row as JSON says it; `ValueError` where it is none, or where a key stands twice in one object."""
    try:
        row = orjson.loads(data)
    except ValueError as error:
        if b"\\ud" not in data.lower():
            raise
        try:
            return plain.loads(data, object_pairs_hook=_once)
        except plain.JSONDecodeError:
            raise error from None
    if _bytes(row) != data:  # not as we write it: orjson itself would take the last of two values without a word
        plain.loads(data, object_pairs_hook=_once)
    return row


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"{twice!r:.40} stands twice in one object")
    return row
