"""spaCy's words, with the tokenizer asked once for each stretch of text, not once for each place of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from spacy.tokenizer import Tokenizer as SpacyTokenizer

from quotes.parsers.surface import rejoin
from quotes.types import Span

if TYPE_CHECKING:
    from spacy.language import Language

_STRETCH = re.compile(r"\S+")
_PIECE = re.compile(r".+", re.DOTALL)
_LONGEST = 64  # code points of a stretch that is remembered: longer ones hardly come again
_KEPT = 20_000  # stretches that are remembered; then all are forgotten, so that memory stays flat


class Words(NamedTuple):
    """Words with the offset of each and whether something stands between it and the next (so for the last)."""

    texts: Sequence[str]
    starts: Sequence[int]
    spaces: Sequence[bool]


class Tokenizer:
    """Cuts pieces of a text into words, as the pipeline's tokenizer cuts each piece by itself."""

    def __init__(self, nlp: Language) -> None:
        self._tokenizer = cast(Any, nlp.tokenizer)
        # spaCy's own tokenizer cuts at blanks first, then each stretch by itself, but for rules that hold a blank.
        own = type(self._tokenizer) is SpacyTokenizer
        self._stretch = _STRETCH if own and not any(r.split()[1:] for r in self._tokenizer.rules) else _PIECE
        self._inner: dict[str, Words] = {}
        self._last: dict[str, Words] = {}

    def words(self, view: str, pieces: Sequence[Span]) -> Words:
        """The words of the pieces in order, with offsets of the view."""
        texts: list[str] = []
        starts: list[int] = []
        spaces: list[bool] = []
        for start, end in pieces:
            found = [(m.start(), m.group()) for m in self._stretch.finditer(view, start, end)]
            # The last of a piece is remembered apart from the others: an elision is joined there (see `rejoin`).
            for number, (at, stretch) in enumerate(found, 1):
                known = self._last if number == len(found) else self._inner
                words = known.get(stretch) or self._cut(stretch, known)
                texts.extend(words.texts)
                starts.extend([at + offset for offset in words.starts])
                spaces.extend(words.spaces)
        return Words(texts, starts, spaces)

    def _cut(self, stretch: str, known: dict[str, Words]) -> Words:
        read = [(t.text, t.idx) for t in self._tokenizer(stretch) if not t.is_space]
        read = rejoin(read, whole=known is self._last)
        texts = tuple(text for text, _ in read)
        starts = tuple(at for _, at in read)
        ends = [at + len(text) for text, at in read]
        spaces = tuple(at > end for at, end in zip(starts[1:], ends, strict=False))
        words = Words(texts, starts, (*spaces, True) if texts else ())
        if len(stretch) <= _LONGEST:
            if len(known) >= _KEPT:
                known.clear()
            known[stretch] = words
        return words
