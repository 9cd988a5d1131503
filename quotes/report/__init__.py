"""Report: a ledger as one page that opens from disk: who speaks, what they said, where, and why the program says so."""

from quotes.report.build import page

__all__ = ["page"]
