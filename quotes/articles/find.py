"""What the user typed → the files to read, checked before any work is done."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.articles.foreign import DOCUMENTS, advice
from quotes.articles.readers import check, extension, format_of, known
from quotes.errors import InputError, ReadError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: ``path`` as the ledger will name it, ``file`` as the system knows it."""

    path: str
    file: str


@dataclass(frozen=True, slots=True)
class Found:
    """The sources, how many files of which extension were passed over in folders, and folders that gave no list."""

    sources: tuple[Source, ...]
    left_out: Counter[str]
    unlisted: tuple[ReadError, ...] = ()


def find(paths: Iterable[str], but: Iterable[str] = ()) -> tuple[Source, ...]:
    """The sources behind these paths: files as they are, folders with all they hold, ``-`` for stdin.

    Folders are read whole and in sorted order, linked folders too, each once; hidden files and folders, and files of
    formats that have no reader, are left out, but for documents (PDF, Word), which reading then names. A file that is
    reached twice is read once; ``but`` are files that a run writes itself. Folders that cannot be listed are named by
    `survey`. A path that does not exist, a folder
    without an article, or a format that needs a package which is not installed is an `InputError`.
    """
    return survey(paths, but).sources


def survey(paths: Iterable[str], but: Iterable[str] = ()) -> Found:
    """What `find` finds, with a count of what it leaves out."""
    found: dict[str, Source] = {}
    left_out: Counter[str] = Counter()
    unlisted: list[ReadError] = []
    own = {os.path.realpath(path) for path in but}
    for path in paths:
        for source in _sources(path, left_out, unlisted):
            key = STDIN if source.file == STDIN else os.path.realpath(source.file)
            if key not in own:
                found.setdefault(key, source)
    check([source.file for source in found.values() if source.file != STDIN])
    return Found(tuple(found.values()), left_out, tuple(unlisted))


def _sources(path: str, left_out: Counter[str], unlisted: list[ReadError]) -> Iterator[Source]:
    if path == STDIN:
        yield Source(STDIN, STDIN)
    elif os.path.isdir(path):
        files = sorted(_walk(path, left_out, unlisted), key=lambda file: Path(file).parts)
        if not files and unlisted:
            raise InputError(str(unlisted[0]))
        if not files:
            raise InputError(f"{shown(path)}: no article in this folder{_instead(left_out)}")
        yield from (Source(shown(file), file) for file in files)
    elif os.path.exists(path):
        yield Source(shown(path), path)
    else:
        raise InputError(f"{shown(path)}: no such file or folder; check the path")


def _instead(left_out: Counter[str]) -> str:
    """What there is in place of articles, and what to do with it."""
    told = [(kind, what) for kind, _ in left_out.most_common() if (what := advice(kind)) is not None]
    if told:
        return f" ({left_out[told[0][0]]} {told[0][0]}: {told[0][1]})"
    return f"; give one that holds {known()}"


def _walk(folder: str, left_out: Counter[str], unlisted: list[ReadError]) -> Iterator[str]:
    seen = {os.path.realpath(folder)}
    for root, folders, files in os.walk(folder, followlinks=True, onerror=lambda error: _untold(error, unlisted)):
        kept = []
        for name in sorted(folders):
            real = os.path.realpath(os.path.join(root, name))
            # A link may lead back to where it hangs, or to a folder that has been read.
            if not name.startswith(".") and real not in seen:
                seen.add(real)
                kept.append(name)
        folders[:] = kept
        for name in files:
            file = os.path.join(root, name)
            kind = extension(name)
            # A broken link is kept, so that reading it names it; a pipe or socket would block.
            ordinary = os.path.isfile(file) or not os.path.exists(file)
            if name.startswith(".") or not kind or not ordinary:
                continue
            if format_of(name) is not None or kind in DOCUMENTS:
                yield file
            else:
                left_out[kind] += 1


def _untold(error: OSError, unlisted: list[ReadError]) -> None:
    reason = (error.strerror or str(error)).lower()
    why = f"this folder cannot be listed ({reason}), nothing in it was read; check its permissions"
    unlisted.append(ReadError(shown(str(error.filename)), why, "folder"))


def shown(path: str) -> str:
    """The path as text that can be printed and written: the same on every system, no lone surrogates."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
