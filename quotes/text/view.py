"""The view: the article's text with look-alikes folded, code point by code point.

Rules read the view and offsets stay those of the article, because the view has the same length for
every text there is.
"""

from __future__ import annotations

import re

_BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\u2060\ufeff"
_LINES = "\u0085\u000b\u000c\u2028\u2029"
_APOSTROPHES = "\u2019\u02bc\u02b9\uff07\u2032\u00b4`\u201b"
_DASHES = "\u2013\u2015\u2212\u2e3a"
_HYPHENS = "\u2010\u2011"

_FOLD: dict[int, str] = {
    **{ord(c): " " for c in _BLANKS},
    **{ord(c): "\n" for c in _LINES},
    **{ord(c): "'" for c in _APOSTROPHES},
    **{ord(c): "\u2014" for c in _DASHES},
    **{ord(c): "-" for c in _HYPHENS},
    ord("\u201f"): "\u201c",
    ord("\u201e"): "\u201c",
    ord("\u2033"): '"',
    ord("\uff02"): '"',
    ord("\u2039"): "\u00ab",
    ord("\u203a"): "\u00bb",
    ord("\u300a"): "\u00ab",
    ord("\u300b"): "\u00bb",
    ord("\r"): " ",
    # half a surrogate pair is no character, and no parser takes it
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_LONE_RETURN = re.compile("\r(?!\n)")


def view(text: str) -> str:
    """Fold blanks, line ends, apostrophes, dashes and marks of one meaning to one sign each.

    ``<<`` and ``>>`` become a mark and a blank, so that no rule needs to know them. ``len(view(text)) == len(text)``,
    and every code point keeps its place.
    """
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    if "<<" in text or ">>" in text:
        text = text.replace("<<", "« ").replace(">>", " »")  # typed on a keyboard without guillemets
    return text.translate(_FOLD)
