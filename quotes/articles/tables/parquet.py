"""Parquet, a few hundred rows in memory at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotes.articles.limits import whole
from quotes.articles.options import Options
from quotes.articles.tables.cells import Rows
from quotes.errors import ReadError
from quotes.types import Article

_ROWS = 256


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of this file. Only the columns that are needed are read."""
    import pyarrow
    import pyarrow.parquet

    rows = Rows(path, options)
    source = file if file.seekable() else io.BytesIO(whole(file, path))
    number = 0
    try:
        table = pyarrow.parquet.ParquetFile(source)
        fields = rows.columns(table.schema_arrow.names)
        _check(table.schema_arrow.field(fields["text"]), path)
        for batch in table.iter_batches(batch_size=_ROWS, columns=sorted(fields.values())):
            for row in batch.to_pylist():
                number += 1
                yield from rows.articles(number, row)
    except (pyarrow.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0].rstrip(".").lower() if str(error) else type(error).__name__
        raise ReadError(path, f"no whole Parquet file ({reason:.100}); get it again", "cut off") from error


def _check(column: Any, path: str) -> None:
    import pyarrow

    kind = column.type.value_type if pyarrow.types.is_dictionary(column.type) else column.type
    if not (pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind) or pyarrow.types.is_string_view(kind)):
        raise ReadError(
            path, f"its column {column.name!r} is {kind}, not text; name another with --column text=NAME", "column"
        )
