"""Cells of tables that spreadsheets open: text that cannot be run as a formula, and back."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would run it; the apostrophe is not shown.

    Blanks and marks without width in front are looked through, and a cell that begins with an apostrophe
    before such a sign gets another, so that `unsafe` gives every text back.
    """
    return f"'{cell}" if _runs(cell) else cell


def unsafe(cell: str) -> str:
    """The text that `safe` was given."""
    return cell[1:] if cell.startswith("'") and _runs(cell[1:]) else cell


def _runs(cell: str) -> bool:
    bare = cell.lstrip(" \u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\n")
    bare = bare.lstrip("'") if bare.startswith("'") else bare
    return bare.startswith(_FORMULA) or cell.startswith(_FORMULA)
