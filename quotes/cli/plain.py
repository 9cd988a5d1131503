"""Text of articles, made safe for a terminal."""

from __future__ import annotations

import unicodedata

# Marks that turn the direction of what follows: a quote must not be able to rewrite the line it is in.
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """One line, without control characters (an article may hold escape codes) and lone surrogates."""
    return " ".join("".join(_safe(char) for char in text).split())


def cut(text: str, width: int) -> str:
    """``plain`` text of at most ``width`` characters, with an ellipsis where it was cut."""
    text = plain(text)
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _safe(char: str) -> str:
    if char.isprintable():
        return char
    if char.isspace():
        return " "
    return "\ufffd" if char in _BIDI or unicodedata.category(char) in ("Cc", "Cs") else char
