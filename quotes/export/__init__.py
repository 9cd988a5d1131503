"""A ledger in the forms that other programs read. One file here writes one form.

>>> export(ledger, "quotes.csv", "csv", delimiter=";")  # doctest: +SKIP

| form | for |
| --- | --- |
| jsonl, csv, parquet | pandas, polars, DuckDB, R, Excel: one flat row an occurrence |
| sqlite | Datasette, sqlite-utils: tables with foreign keys and full text |
| webannotation | W3C Web Annotation (JSON-LD) |
| tei | TEI P5: `<said who>` and `<listPerson>` |
| label-studio | tasks with the quotes as predictions; needs the articles (``read``) |
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from quotes.errors import InputError
from quotes.export import flat, label_studio, parquet, sqlite, tei, webannotation
from quotes.ledger.record import Ledger

Writer = Callable[..., None]

_WRITERS: Mapping[str, tuple[Writer, frozenset[str]]] = {
    "jsonl": (flat.write_jsonl, frozenset()),
    "csv": (flat.write_csv, frozenset({"delimiter"})),
    "parquet": (parquet.write, frozenset()),
    "sqlite": (sqlite.write, frozenset()),
    "webannotation": (webannotation.write, frozenset()),
    "tei": (tei.write, frozenset()),
    "label-studio": (label_studio.write, frozenset({"read"})),
}

FORMS: tuple[str, ...] = tuple(_WRITERS)


def export(ledger: Ledger, target: str | Path | IO[bytes], form: str, **options: Any) -> None:
    """Write the ledger in one of `FORMS` to a path (whole or not at all) or a binary stream.

    Options: ``delimiter`` for csv (one character), ``read`` for label-studio (path → `Article` or None).
    Raises `InputError` for an unknown form or option and where something that a form needs is missing.
    """
    if form not in _WRITERS:
        raise InputError(f"{form!r} is no form of export; use one of {', '.join(FORMS)}")
    writer, known = _WRITERS[form]
    for option in sorted(set(options) - known):
        raise InputError(f"{form} has no option {option!r}")
    if not isinstance(target, (str, Path)):
        writer(ledger, target, **options)
        return
    path = os.path.realpath(target)
    if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe is written to, never replaced
        with open(path, "wb") as stream:
            writer(ledger, stream, **options)
        return
    handle, temporary = tempfile.mkstemp(prefix=f".{os.path.basename(path)}.", dir=os.path.dirname(path))
    try:
        with open(handle, "wb") as stream:
            writer(ledger, stream, **options)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


__all__ = ["FORMS", "export"]
