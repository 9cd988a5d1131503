"""Every value that crosses from one room to another.

All values are frozen, slotted dataclasses of tuples; nothing here computes. Offsets are Unicode code
points of the article's text, end exclusive, so ``text[start:end]`` is always what a value says.

The flow: `Article` → `Block` and `MarkedSpan` (text alone) → `Document` (a parser) → `Cue` and
`Mention` → `Quote` (one occurrence, its speaker as this article names it) → `Ledger`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]

QuoteType = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organisation", "group", "document", "unknown"]
BlockKind = Literal["paragraph", "heading", "item", "blockquote", "signature", "turn", "caption"]
Gender = Literal["female", "male"]
QuoteStatus = Literal["asserted", "conditional", "denied", "asked", "future"]

QUOTE_TYPES: tuple[QuoteType, ...] = ("direct", "mixed", "indirect")
STATUSES: tuple[QuoteStatus, ...] = ("asserted", "conditional", "denied", "asked", "future")


# ── articles ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page that is one unit of layout, without the blanks around it.

    ``source`` is set where the page itself names who speaks (a ``<cite>``, a signature).
    """

    start: int
    end: int
    kind: BlockKind
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text and where it comes from. The text is never edited after reading.

    ``blocks`` is the layout that the source declared (HTML); empty for plain text, whose layout is
    read off the text itself. ``reader`` names what took the text out of the file, with its version
    (*trafilatura 2.3.1, cp1252*); None for plain UTF-8, which is taken as it is.
    """

    text: str
    path: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    blocks: tuple[Block, ...] = ()
    reader: str | None = None


# ── text layer ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A marked stretch: ``start``/``end`` inside the marks and blanks, ``outer`` with the marks.

    ``depth`` is 0 for a stretch inside no other, ``parent`` the index of the one around it.
    ``closed`` is False for a mark that its paragraph never closes. ``mark`` is the opening mark,
    ``"»"`` where that one is lost and only the closing mark stands, or ``"-"`` for a dialogue dash.
    """

    start: int
    end: int
    outer: Span
    mark: str
    depth: int = 0
    parent: int | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article that reports, with the quotations in it as units.

    A full stop inside a quotation ends no frame: *« Non. Jamais. », a dit le maire.* is one. ``spans``
    are the indices of its quotations (depth 0); ``pieces`` what a parser should read of it: marks and
    quotations that stand apart from the sentence's grammar are left out.
    """

    start: int
    end: int
    block: int
    spans: tuple[int, ...]
    pieces: tuple[Span, ...]


# ── parsers ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Region:
    """What a parser is to read together: sentences, each of one or more pieces of the text in order."""

    sentences: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A surface token. ``head`` is the index of its head in the document, its own for a root."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    morph: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name: ``start``/``end`` are code points; ``label`` is PER, ORG, LOC or MISC."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a parser read: tokens in order, sentences as token ranges (end exclusive), entities.

    There is one sentence for each sentence asked for, also an empty one.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    entities: tuple[NamedSpan, ...]


# ── speech ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report: *a déclaré*, *selon*, *a-t-il ajouté*."""

    start: int
    end: int
    text: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name the source next to the cue: *Nadella*, *il*, *le PDG de Microsoft*."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as one article knows them: the fullest name that it gives, and its other names.

    ``aliases`` are other names by which the article calls them (surname, acronym), ``roles`` the
    functions that it ties to them, both sorted and without duplicates.
    """

    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature that carried a decision (*speech*, *entity*), and its weight."""

    decision: str
    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Quote:
    """One act of reported speech in one article: the guidelines' record.

    ``verbatim`` are the stretches of the speaker's own words, ``content`` the reported clause of
    indirect or mixed speech. ``relay`` is who passed it on, ``medium`` where it was said (*Twitter*).
    ``why`` names the construction and how the speaker was found; ``speaker`` is None where no source could be
    found, and then the last of ``why`` says so. ``confidence`` is how likely the words are reported speech of this
    speaker (0 to 1). ``reasons`` are the heaviest features of both decisions, ``runner_up`` who else might speak.
    ``status`` is how it was said, and ``status_words`` shows it: *aurait déclaré* (conditional), *n'a pas dit que*,
    *nie avoir* (denied), *demande si* (asked), *devrait annoncer* (future).
    """

    type: QuoteType
    text: str
    verbatim: tuple[Span, ...] = ()
    content: Span | None = None
    cue: Cue | None = None
    mention: Mention | None = None
    speaker: Speaker | None = None
    others: tuple[Speaker, ...] = ()
    relay: Speaker | None = None
    medium: str | None = None
    confidence: float = 0.0
    why: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    runner_up: str | None = None
    status: QuoteStatus = "asserted"
    status_words: Mention | None = None

    def _repr_html_(self) -> str:
        from quotes.notebook import quote_html

        return quote_html(self)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All quotes of one article, in reading order."""

    article: Article
    quotes: tuple[Quote, ...] = field(default=())

    def _repr_html_(self) -> str:
        from quotes.notebook import extraction_html

        return extraction_html(self)
