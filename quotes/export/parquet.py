"""Flat rows as Parquet, in row groups, so that a million occurrences need little memory."""

from __future__ import annotations

from itertools import islice
from typing import IO, Any

from quotes.errors import InputError
from quotes.export.flat import COLUMNS, encoded, rows
from quotes.ledger.record import Ledger

_GROUP = 50_000


def write(ledger: Ledger, stream: IO[bytes]) -> None:
    """One row an occurrence. Raises `InputError` where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError("parquet needs pyarrow; install it with pip install 'french-quotes[parquet]'") from error
    types: dict[type, Any] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([pa.field(name, types[kind]) for name, kind in COLUMNS])
    found = (encoded(row) for row in rows(ledger))
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(found, _GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
