"""The values of a ledger: who said what, and every place where it is written.

All values are frozen and made of tuples; nothing here computes. Offsets are Unicode code points of the
article's text, end exclusive.

Some fields are *facts*, read in one article and true whatever else the ledger holds; the others are
*derived* from the facts of all articles together (ids of speakers and entries, ``copy_of``, ``related``,
``disputed``). Merging unites facts and derives the rest again, which is why its result cannot depend on
order or grouping.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from quotes.types import Cue, Gender, Mention, QuoteStatus, QuoteType, Span, SpeakerKind

SCHEMA = "quotes-ledger/1"
OFFSETS = "unicode code points"

Relation = Literal["report", "variant"]


@dataclass(frozen=True, slots=True, order=True)
class Generator:
    """What made a ledger. ``model`` is the name and version of the parser's model."""

    name: str = "quotes"
    version: str = "0"
    parser: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class LocalSpeaker:
    """A speaker as one article knows them; ``speaker`` is the ledger's id for them (derived)."""

    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article without its text.

    ``chars`` is the length of the text in code points, ``sha256`` the digest of its UTF-8 form.
    ``terms`` are the names and words it is about and ``sketch`` the digests of its sentences, with blanks
    between; they are kept so that stories and copies can be recognised without the text. ``copy_of`` is the
    article that this one repeats (derived). ``generator`` is set where it is not the ledger's own. ``reader``
    names what took the text out of its file (*trafilatura 2.3.1*), where that was not plain UTF-8: offsets count
    in the text that it gives.
    """

    id: str
    path: str | None
    title: str | None
    date: str | None
    url: str | None
    outlet: str | None
    chars: int
    sha256: str
    author: str | None = None
    terms: tuple[str, ...] = ()
    sketch: str = ""
    speakers: tuple[LocalSpeaker, ...] = ()
    copy_of: str | None = None
    generator: Generator | None = None
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where an utterance is written.

    ``source``, ``with_sources`` and ``relay_source`` are indices into the article's ``speakers``: the
    facts. ``speaker``, ``with_`` and ``relay`` are the ledger's ids of the same (derived). ``exact`` holds
    the words of each verbatim stretch, then of the content, where ``text`` is not just the one of them.
    ``status`` is how it was said, ``status_words`` what shows it where that is not plainly *asserted*.
    """

    article: str
    type: QuoteType
    text: str
    verbatim: tuple[Span, ...] = ()
    content: Span | None = None
    cue: Cue | None = None
    mention: Mention | None = None
    speaker: str | None = None
    with_: tuple[str, ...] = ()
    relay: str | None = None
    medium: str | None = None
    prefix: str = ""
    suffix: str = ""
    confidence: float = 0.0
    why: tuple[str, ...] = ()
    source: int | None = None
    with_sources: tuple[int, ...] = ()
    relay_source: int | None = None
    exact: tuple[str, ...] = ()
    status: QuoteStatus = "asserted"
    status_words: Mention | None = None

    @property
    def start(self) -> int:
        """The first code point that belongs to the words (0 where there are none)."""
        starts = [span[0] for span in self.verbatim]
        if self.content is not None:
            starts.append(self.content[0])
        return min(starts, default=0)

    @property
    def end(self) -> int:
        """One past the last code point that belongs to the words (0 where there are none)."""
        ends = [span[1] for span in self.verbatim]
        if self.content is not None:
            ends.append(self.content[1])
        return max(ends, default=0)


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """One person, organisation, group or document, across articles."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Another entry that says the same in other words: for a person to review, never merged.

    ``relation`` is ``report`` between indirect and direct speech, ``variant`` within one of them.
    ``score`` runs from 0 to 1.
    """

    quote: str
    relation: Relation
    score: float


@dataclass(frozen=True, slots=True)
class LedgerQuote:
    """One utterance. ``text`` and ``type`` are those of its longest variant.

    ``speaker`` is who most of its occurrences name; where they name several, ``disputed`` lists all.
    """

    id: str
    text: str
    type: QuoteType
    speaker: str | None
    with_: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    related: tuple[Link, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """One line of an aliases file: whom these names mean. Dates are ISO 8601 and inclusive."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: SpeakerKind | None = None
    role: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    gender: Gender | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All utterances of a set of articles. ``identities`` are the aliases that were given."""

    generator: Generator
    articles: tuple[ArticleRecord, ...] = ()
    speakers: tuple[SpeakerRecord, ...] = ()
    quotes: tuple[LedgerQuote, ...] = ()
    identities: tuple[Identity, ...] = ()
    schema: str = SCHEMA

    def _repr_html_(self) -> str:
        from quotes.notebook import ledger_html

        return ledger_html(self)

    def to_pandas(self) -> Any:
        """One flat row an occurrence, as a pandas `DataFrame` (extra ``pandas``)."""
        from quotes.export.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> Any:
        """The same as a polars `DataFrame` (extra ``polars``)."""
        from quotes.export.frames import to_polars

        return to_polars(self)

    def to_arrow(self) -> Any:
        """The same as a pyarrow `Table` (extra ``parquet``)."""
        from quotes.export.frames import to_arrow

        return to_arrow(self)
