"""What the doors raise. Text never raises; only unreadable input, models, ledgers and options do.

Every message is one sentence that says what is wrong and what to do: the command line prints it as it is.
"""

from __future__ import annotations


class QuotesError(Exception):
    """The root of all errors that `quotes` raises on purpose."""


class InputError(QuotesError):
    """A path that does not exist, a folder without articles, an option that cannot be met."""


class ReadError(QuotesError):
    """One article, row or file that cannot be read; the others can be.

    ``where`` is its path as the ledger would have it, ``why`` a sentence that says what to do, ``what`` the kind of
    trouble in one or two words (*empty*, *row*, *cut off*, *language*), for programs that count them.
    """

    def __init__(self, where: str, why: str, what: str = "unreadable") -> None:
        super().__init__(where, why, what)
        self.where, self.why, self.what = where, why, what

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


class ModelError(QuotesError):
    """A parser or model that is unknown or not installed."""


class LedgerError(QuotesError):
    """A ledger that is broken: cut off, of a newer version, inconsistent, or not a ledger at all."""


class AliasError(QuotesError):
    """An alias file that contradicts itself or cannot be read."""
