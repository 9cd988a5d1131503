"""Which module reads which format. A new format is one module with a `read` and one line here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import BinaryIO, cast

from quotes.articles.foreign import advice
from quotes.articles.options import Options
from quotes.errors import InputError, ReadError
from quotes.types import Article

# An open file, its path as the user gave it, how to read → its articles. A `ReadError` among them is one article
# that cannot be read, and the rest follows; one that is raised ends the file.
Reader = Callable[[BinaryIO, str, Options], Iterator[Article | ReadError]]


@dataclass(frozen=True, slots=True)
class Format:
    """Extensions in lower case; the module is named, not imported, so that one with heavy dependencies costs nothing
    to those who do not use it. ``needs`` is a package that an ``extra`` of this one brings.
    """

    module: str
    extensions: tuple[str, ...]
    needs: str | None = None
    extra: str | None = None


FORMATS = {
    "text": Format("quotes.articles.text", (".txt",)),
    "html": Format("quotes.articles.pages", (".html", ".htm", ".xhtml")),
    "jsonl": Format("quotes.articles.tables.json_lines", (".jsonl", ".ndjson")),
    "json": Format("quotes.articles.tables.json_array", (".json",)),
    "csv": Format("quotes.articles.tables.delimited", (".csv", ".tsv", ".tab")),
    "parquet": Format("quotes.articles.tables.parquet", (".parquet", ".pq"), "pyarrow", "parquet"),
    "warc": Format("quotes.articles.archives.warc", (".warc", ".warc.gz"), "fastwarc", "warc"),
    "zip": Format("quotes.articles.archives.zip", (".zip",)),
    "tar": Format("quotes.articles.archives.tar", (".tar", ".tar.gz", ".tgz")),
    "gzip": Format("quotes.articles.archives.gzip", (".gz",)),
}
READERS = {extension: name for name, one in FORMATS.items() for extension in one.extensions}
ARCHIVES = frozenset(("zip", "tar", "gzip"))


def extension(name: str) -> str:
    """The extension of a file name in lower case, ``.warc.gz`` and ``.tar.gz`` whole; empty where there is none."""
    base = os.path.basename(name.replace("\\", "/")).lower()
    double = "".join(f".{part}" for part in base.rsplit(".", 2)[1:])
    return double if double in READERS else os.path.splitext(base)[1]


def format_of(name: str) -> str | None:
    """The format of a file name, None where none reads it. A .gz is what is packed in it, and must be readable too."""
    found = READERS.get(extension(name))
    if found == "gzip" and READERS.get(extension(name[: -len(".gz")])) in (None, *ARCHIVES):
        return None
    return found


def reader(name: str, path: str, wanted: str | None = None) -> Reader:
    """The reader of a file name, or of the format ``wanted`` where one is; `ReadError` names the ones there are.

    A name without extension (a pipe, a note) is plain text.
    """
    found = wanted or format_of(name) or ("text" if not extension(name) else None)
    if found is None:
        told = advice(extension(name)) or f"no reader for {extension(name)} files; give {known()}"
        if extension(name) == ".gz":
            told = "its name does not say what is packed in it; name it as in articles.jsonl.gz"
        raise ReadError(path, told, "format")
    if (lacking := missing(found)) is not None:
        raise ReadError(path, lacking, "extra")
    return cast("Reader", import_module(FORMATS[found].module).read)


def missing(name: str) -> str | None:
    """What to install before this format can be read, None where all is there."""
    one = FORMATS[name]
    if one.needs is None or find_spec(one.needs) is not None:
        return None
    return f"{name} files need {one.needs}; pip install 'french-quotes[{one.extra}]'"


def check(names: list[str]) -> None:
    """`InputError` where one of these files needs a package that is not installed: told before any work."""
    for found in {format_of(name): name for name in names}.items():
        if found[0] is not None and (lacking := missing(found[0])) is not None:
            raise InputError(f"{found[1]}: {lacking}")


def known() -> str:
    """What is read, for errors."""
    return "text, HTML, JSON, CSV, Parquet, WARC, zip or tar (quotes extract --help lists them)"
