"""Dress: what a text wears that changes no word, taken off before it is read, with the way back to its offsets.

Composed and decomposed letters (*é* as *e* + accent), ligatures of print (*ﬁ*), soft hyphens and other signs without
width, two apostrophes for a mark (*''Nous irons''*): the same words in any dress give the same records. Offsets
always count in the text as it came.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from quotes.types import Span

_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ACCENTS = "\u0300-\u036f"
_LIGATURES = "\ufb00-\ufb06"
_OPENING = r"(?<!\w)(?:''|``|‘‘|’’|,,)(?=\w)"
_CLOSING = r"(?<=[\w.!?…,])(?:''|``|’’|‘‘)(?!\w)"
_WORN = re.compile(f"[{_HIDDEN}]|[{_LIGATURES}]|.[{_ACCENTS}]+|{_OPENING}|{_CLOSING}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Undressed:
    """A text without its dress. Its character ``i`` stands at ``starts[i]`` to ``ends[i]`` of the text as it came."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """Where a stretch of it stands in the text as it came."""
        start, end = span
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def forth(self, span: Span) -> Span:
        """Where a stretch of the text as it came stands in this one."""
        return bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])


def undressed(text: str) -> Undressed | None:
    """The text without its dress, None where it wears none."""
    if _WORN.search(text) is None:
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _WORN.finditer(text):
        parts.append(text[at : match.start()])
        starts.extend(range(at, match.start()))
        ends.extend(range(at + 1, match.start() + 1))
        plain = _plain(match.group())
        parts.append(plain)
        starts.extend([match.start()] * len(plain))
        ends.extend([match.end()] * len(plain))
        at = match.end()
    parts.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Undressed("".join(parts), tuple(starts), tuple(ends))


def _plain(worn: str) -> str:
    """*ﬁ* as *fi*, *e* and its accent as *é*, two apostrophes as a mark, a soft hyphen as nothing."""
    if worn in _HIDDEN:
        return ""
    if len(worn) == 2 and not worn[0].isalpha() and not unicodedata.combining(worn[1]):
        return '"'
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", worn) if "\ufb00" <= worn <= "\ufb06" else worn)
