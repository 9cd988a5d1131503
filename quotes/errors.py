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
    """One article, row or file that cannot be read; the others can be.

    ``where`` is its path as the ledger would have it, ``why`` a sentence that says what to do, ``what`` the kind of
    trouble in one or two words (*empty*, *row*, *cut off*, *language*), for programs that count them.
    """

    def __init__(self, where: str, why: str, what: str = "unreadable") -> None:
        super().__init__(f"{where}: {why}")
        self.where, self.why, self.what = where, why, what

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        # a worker's error crosses to its parent
        return type(self), (self.where, self.why, self.what)


class ModelError(QuotesError):
    """A parser or model that is unknown or not installed."""


class LedgerError(QuotesError):
    """A ledger that is broken: cut off, of a newer version, inconsistent, or not a ledger at all."""


class AliasError(QuotesError):
    """An alias file that contradicts itself or cannot be read."""


def kind_of(value: object) -> str:
    """What a value is, by the words of JSON (*null*, *a list*): a person reads it, who need not know Python."""
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return names.get(type(value), f"of type {type(value).__name__}")


def _shown(character: str) -> str:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return character.encode("unicode_escape").decode("ascii") if hidden else character
