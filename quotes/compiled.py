"""Long regular expressions, compiled once for a machine and kept in the user's cache folder.

spaCy's French has one of a million characters, our lexicon a dozen of ten thousand: to compile them takes longer
than to read five articles. What Python's own compiler made of each is kept, in a folder for these versions of
Python and of this format. What is kept is checked twice: by its digest here, and as code by Python's `re` itself.
A file that is broken is made anew, and a folder that cannot be written changes nothing.
"""

from __future__ import annotations

import os
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple
from unicodedata import unidata_version

import orjson

_FORMAT = 1
_LONG = 2_000  # characters of a pattern: what is made for one article is shorter
_MOST = 64  # files in the folder; what comes then is compiled each time
_DIGEST = 16
_inside = False


class _Code(NamedTuple):
    """What `re` makes of a pattern: all that its matcher asks for."""

    flags: int
    words: list[int]
    groups: int
    names: dict[str, int]

    def pattern(self, source: str) -> Any:
        order: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            order[number] = name
        compiler: Any = re._compiler  # type: ignore[attr-defined]
        return compiler._sre.compile(source, self.flags, self.words, self.groups, self.names, tuple(order))


@contextmanager
def remembered() -> Iterator[None]:
    """While it lasts, long patterns are taken from the cache folder, and kept there where they are new."""
    global _inside
    compiler: Any = getattr(re, "_compiler", None)
    own = getattr(compiler, "compile", None)
    if _inside or own is None or not all(hasattr(compiler, name) for name in ("_code", "_parser", "_sre")):
        yield  # remembered already, or another Python, which may compile in another way
        return
    _inside = True
    folder = _folder()

    def known(source: Any, flags: int = 0) -> Any:
        if not isinstance(source, str) or len(source) < _LONG or flags & re.DEBUG:
            return own(source, flags)
        return _taken(folder, source, int(flags)) or own(source, flags)

    compiler.compile = known
    try:
        yield
    finally:
        compiler.compile = own
        _inside = False


def _taken(folder: Path, source: str, flags: int) -> Any:
    """The pattern from the cache, or compiled and kept; None where Python must do it alone."""
    key = blake2b(f"{flags} {source}".encode("utf-8", "surrogatepass"), digest_size=_DIGEST)
    path = folder / key.hexdigest()
    try:
        code = _read(path)
        if code is not None:
            return code.pattern(source)
    except Exception:  # not what `_write` writes, or no code for this `re`: it is written over
        pass
    try:
        code = _compiled(source, flags)
        _write(path, code)
        return code.pattern(source)
    except re.error:
        raise
    except Exception:
        return None


def _compiled(source: str, flags: int) -> _Code:
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    parsed = compiler._parser.parse(source, flags)
    words = compiler._code(parsed, flags)
    state = parsed.state
    return _Code(int(flags | state.flags), list(map(int, words)), state.groups - 1, dict(state.groupdict))


def _read(path: Path) -> _Code | None:
    """What is kept under a path; None where there is nothing whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    head, _, rest = data[_DIGEST:].partition(b"\n")
    if blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
        return None
    flags, groups, names = orjson.loads(head)
    words = array("I")
    words.frombytes(rest)
    return _Code(flags, words.tolist(), groups, names)


def _write(path: Path, code: _Code) -> None:
    """Keep a pattern, whole or not at all."""
    head = orjson.dumps([code.flags, code.groups, code.names])
    data = head + b"\n" + array("I", code.words).tobytes()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if len(os.listdir(path.parent)) >= _MOST:
            return
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(blake2b(data, digest_size=_DIGEST).digest() + data)
        os.replace(file.name, path)


def _folder() -> Path:
    """The folder for what this Python compiles."""
    from platformdirs import user_cache_path

    compiler: Any = re._compiler  # type: ignore[attr-defined]
    made = (sys.version, sys.byteorder, unidata_version, compiler.MAGIC, compiler._sre.CODESIZE, array("I").itemsize)
    name = blake2b(repr((_FORMAT, made)).encode(), digest_size=8).hexdigest()
    return user_cache_path("quotes", appauthor=False) / f"patterns-{name}"
