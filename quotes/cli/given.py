"""Files that a command is given: there, or a usage error before any work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.articles.find import STDIN, shown
from quotes.errors import InputError

if TYPE_CHECKING:
    from quotes.jobs import Pool
    from quotes.ledger import Aliases, Generator, Ledger
    from quotes.pipeline import Extractor


_LISTED = 6  # names in one line


def check_file(path: str) -> str:
    """The path, if there is a file; a folder or nothing is an `InputError`."""
    if os.path.isdir(path):
        raise InputError(f"{shown(path)}: this is a folder; name a file in it")
    if not os.path.exists(path):
        raise InputError(f"{shown(path)}: no such file; check the path")
    return path


def read_ledger(path: str) -> Ledger:
    """The ledger of this file, or of standard input for ``-``. A broken one is a `LedgerError`."""
    from quotes.ledger import load, loads

    if path == STDIN:
        return loads(sys.stdin.buffer.read())
    return load(check_file(path))


def read_aliases(path: str | None) -> Aliases | None:
    """The names in this file; one that contradicts itself is an `AliasError`."""
    if path is None:
        return None
    from quotes.ledger import load_aliases

    return load_aliases(check_file(path))


def tell_aliases(path: str | None, aliases: Aliases | None, ledger: Ledger) -> Iterator[str]:
    """What a person should know of the names that they gave: rows that were not used, or name nobody here."""
    if path is None or aliases is None:
        return
    from quotes.ledger import idle

    yield from aliases.notes
    names = [one.name for one in idle(ledger.articles, aliases)]
    if names:
        listed = ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
        some = f"{_count(len(names), 'speaker')} of {len(aliases.identities)} without effect"
        yield f"{shown(path)}: {some}, as nobody here bears one of the names: {listed}"


def generator(extractor: Extractor | Pool) -> Generator:
    """What the ledger says of its making."""
    from quotes import __version__
    from quotes.ledger import Generator

    return Generator("quotes", __version__, extractor.parser.name, extractor.parser.model)


def summary(ledger: Ledger) -> str:
    """How much there is in it, in one line."""
    unattributed = sum(quote.speaker is None for quote in ledger.quotes)
    return (
        f"{_count(len(ledger.articles), 'article')}, {_count(len(ledger.quotes), 'quote')}, "
        f"{_count(len(ledger.speakers), 'speaker')}, {unattributed} unattributed"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
