"""What the doors raise. Text never raises; only unreadable input, models, ledgers and options do.

Every message is one sentence that says what is wrong and what to do: the command line prints it as it is.
"""

from __future__ import annotations

import unicodedata


class QuotesError(Exception):
    """The root of all errors that `quotes` raises on purpose.

    A message may name what a broken file holds. It stays on one line and cannot steer a terminal: line ends, control
    characters and half surrogates are written as escapes.
    """

    def __init__(self, message: str = "") -> None:
        super().__init__("".join(_shown(c) for c in message))


class InputError(QuotesError):
    """A path that does not exist, a folder without articles, an option that cannot be met."""


class ReadError(QuotesError):
    """One article that cannot be read (bytes that are not UTF-8, no text); the others can be."""


class ModelError(QuotesError):
    """A parser or model that is unknown or not installed."""


class LedgerError(QuotesError):
    """A ledger that is broken: cut off, of a newer version, inconsistent, or not a ledger at all."""


class AliasError(QuotesError):
    """An alias file that contradicts itself or cannot be read."""


def _shown(character: str) -> str:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return character.encode("unicode_escape").decode("ascii") if hidden else character
