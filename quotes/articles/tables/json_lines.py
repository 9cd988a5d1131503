"""JSONL: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from quotes.articles.encoding import decoded_lines
from quotes.articles.options import Options
from quotes.articles.tables.cells import Rows
from quotes.errors import ReadError, kind_of
from quotes.types import Article


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Article | ReadError]:
    """The articles of this file; a line that is no object is told and passed over, empty lines are nothing.

    Records are numbered by line. A first object without a column of text ends the file: all others lack it too.
    """
    found, encoding = decoded_lines(file, path, options.encoding)
    rows = Rows(path, options, None if encoding == "utf-8" else encoding)
    first = True
    for number, line in enumerate(found, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            told = getattr(error, "msg", "nested too deep").lower()
            yield ReadError(f"{path}#{number}", f"line {number} is not JSON ({told}); mend or delete it", "row")
            continue
        if not isinstance(row, dict):
            yield ReadError(f"{path}#{number}", f"line {number} is no object but {kind_of(row)}", "row")
            continue
        if first:
            rows.columns(row)
            first = False
        yield from rows.articles(number, row)
