"""Writing: to stdout, or to a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager

from quotes.articles.find import shown
from quotes.errors import InputError

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]

STDOUT = "-"


# how what quotes writes begins: a ledger, its rows, a database, a table, a page, a list of what could not be read
_OURS = (
    b'{"schema":"quotes-ledger/',
    b'{"what":',
    b"SQLite format 3\x00",
    b"PAR1",
    b"<!DOCTYPE html><!-- quotes report -->",
)
_LOOKED_AT = 64


def check_output(path: str | None, force: bool = True, inputs: Collection[str] = ()) -> None:
    """Say now, not after an hour of work, that nothing can be written there.

    A file that is read in the same run is never written over, and without ``force`` none that quotes has not written.
    """
    if path is None or path == STDOUT:
        return
    if any(os.path.exists(one) and os.path.exists(path) and os.path.samefile(one, path) for one in inputs):
        raise InputError(f"{shown(path)}: this file is read here; name another one to write")
    if not force and _foreign(path):
        raise InputError(
            f"{shown(path)}: this file is there already and is no output of quotes; --force writes over it"
        )
    folder = os.path.dirname(os.path.realpath(path))
    if os.path.isdir(path):
        raise InputError(f"{shown(path)}: this is a folder; name a file in it")
    if not os.path.isdir(folder):
        raise InputError(f"{shown(path)}: its folder does not exist; create it first")
    if not os.access(path if _special(path) else folder, os.W_OK):
        raise InputError(f"{shown(path)}: its folder cannot be written to; choose another")


def _foreign(path: str) -> bool:
    """Is there a file with something in it that quotes did not write?"""
    if not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        head = file.read(_LOOKED_AT)
    return bool(head.strip()) and not head.lstrip().startswith(_OURS)


@contextmanager
def held(path: str | None, tell: Callable[[str], None]) -> Iterator[None]:
    """Nobody else adds to this file meanwhile: who comes second waits, and is told so.

    The lock is a file beside it (``.NAME.lock``), released when the process ends, however it ends.
    """
    if path is None or fcntl is None or _special(path):
        yield
        return
    folder, name = os.path.split(os.path.realpath(path))
    with open(os.path.join(folder, f".{name}.lock"), "wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            tell(f"quotes: {shown(path)} is being written by another run; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def naming(path: str | None) -> Iterator[None]:
    """Trouble of the disk says which file it met: Python names none where a write fails."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = "standard output" if path is None or path == STDOUT else shown(path)
        raise


def write(path: str | None, pieces: Iterable[bytes]) -> None:
    """To stdout without a path (or ``-``); else to the file, which holds its old bytes or all new ones."""
    with naming(path):
        _write(path, pieces)


def _write(path: str | None, pieces: Iterable[bytes]) -> None:
    if path is None or path == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
    elif _special(path):
        with open(path, "wb") as file:
            file.writelines(pieces)
    else:
        _replace(os.path.realpath(path), pieces)


def _special(path: str) -> bool:
    """A device or pipe (``/dev/null``) must be written to, not replaced."""
    return os.path.exists(path) and not os.path.isfile(path)


def _replace(path: str, pieces: Iterable[bytes]) -> None:
    folder, name = os.path.split(path)
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    try:
        with open(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    _sync_folder(folder)


def _mode(path: str) -> int:
    """The mode of the file that is replaced, or what a new file gets here (mkstemp makes it private)."""
    try:
        return os.stat(path).st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _sync_folder(folder: str) -> None:
    """Make the new name survive a power cut, where the system can open folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
