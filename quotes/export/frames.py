"""A ledger as a table in memory: one flat row an occurrence, with the columns of `quotes.export.flat`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotes.errors import InputError
from quotes.export.flat import COLUMNS, encoded, rows

if TYPE_CHECKING:
    from quotes.ledger.record import Ledger


def to_pandas(ledger: Ledger) -> Any:
    """A pandas `DataFrame`; whole numbers that may lack are ``Int64``. Raises `InputError` without pandas."""
    pandas = _library("pandas")
    kinds = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}
    return pandas.DataFrame({name: pandas.array(cells, dtype=kinds[kind]) for name, kind, cells in _columns(ledger)})


def to_polars(ledger: Ledger) -> Any:
    """A polars `DataFrame`. Raises `InputError` without polars."""
    polars = _library("polars")
    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    return polars.DataFrame([polars.Series(name, cells, dtype=kinds[kind]) for name, kind, cells in _columns(ledger)])


def to_arrow(ledger: Ledger) -> Any:
    """A pyarrow `Table`. Raises `InputError` without pyarrow."""
    arrow = _library("pyarrow", "parquet")
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    return arrow.table({name: arrow.array(cells, kinds[kind]) for name, kind, cells in _columns(ledger)})


def _columns(ledger: Ledger) -> Iterator[tuple[str, type, list[Any]]]:
    held = [encoded(row) for row in rows(ledger)]
    for name, kind in COLUMNS:
        yield name, kind, [row[name] for row in held]


def _library(name: str, extra: str | None = None) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(f"{name} is not installed; pip install 'french-quotes[{extra or name}]'") from error
