"""A candidate: what may be reported speech, by which source phrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.syntax.article import Phrase
from quotes.types import Cue, Span

LOOSE = "loose: "
_NAMES = {"turn": "turn of a dialogue", "free": "a sentence of its own in marks"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with what it reports: quotations (indices of spans) or a clause, and its source.

    ``strength`` orders candidates that want the same quotation; ``construction`` is the name for ``why``.
    ``seen`` is what its proposer saw of the cue and its source, for the features; ``probability``
    how likely its clause is, once that is weighed.
    ``verbatim`` replaces the extents of the spans where an incise splits one.
    """

    construction: str
    sentence: int
    cue: Cue | None
    source: Phrase | None
    spans: tuple[int, ...] = ()
    content: Span | None = None
    strength: float = 0.5
    marked_only: bool = False
    relay: Phrase | None = None
    verbatim: tuple[Span, ...] = field(default=())
    seen: tuple[str, ...] = ()
    probability: float = 1.0

    @property
    def loose(self) -> bool:
        """Was it offered without a construction that asks for more?"""
        return self.construction.startswith(LOOSE)

    @property
    def sourced_only(self) -> bool:
        """Does it only say who may have said marked words, not that anybody did?"""
        return self.loose and self.content is None

    @property
    def name(self) -> str:
        """What `why` calls it."""
        return _NAMES.get(self.construction, self.construction.removeprefix(LOOSE))
