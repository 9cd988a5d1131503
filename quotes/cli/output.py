"""Writing: to stdout, or to a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable

from quotes.articles.find import shown
from quotes.errors import InputError

STDOUT = "-"


def check_output(path: str | None) -> None:
    """Say now, not after an hour of work, that nothing can be written there."""
    if path is None or path == STDOUT:
        return
    folder = os.path.dirname(os.path.realpath(path))
    if os.path.isdir(path):
        raise InputError(f"{shown(path)}: this is a folder; name a file in it")
    if not os.path.isdir(folder):
        raise InputError(f"{shown(path)}: its folder does not exist; create it first")
    if not os.access(path if _special(path) else folder, os.W_OK):
        raise InputError(f"{shown(path)}: its folder cannot be written to; choose another")


def write(path: str | None, pieces: Iterable[bytes]) -> None:
    """To stdout without a path (or ``-``); else to the file, which holds its old bytes or all new ones."""
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
