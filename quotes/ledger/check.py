"""Putting a ledger together from its records, each checked against those before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from quotes.errors import LedgerError
from quotes.ledger.record import (
    ArticleRecord,
    Ledger,
    LedgerQuote,
    LocalSpeaker,
    Occurrence,
    SpeakerRecord,
)
from quotes.types import Span


class Assembly:
    """Takes articles, then speakers, then quotes; raises `LedgerError` where they do not fit."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._head: Ledger | None = None
        self._articles: dict[str, ArticleRecord] = {}
        self._speakers: dict[str, SpeakerRecord] = {}
        self._quotes: dict[str, LedgerQuote] = {}
        # Speakers of articles that a ledger without local speakers (the first draft of version 1) implies.
        self._implied: dict[str, dict[str, int]] = {}

    def begin(self, head: Ledger) -> None:
        """What stands before the lists."""
        self._head = head

    def add(self, name: str, number: int, record: Any) -> None:
        """A record of the list called ``name``."""
        known: dict[str, Any] = getattr(self, f"_{name}")
        place = f"{self._where}: {name}[{number}] ({record.id})"
        if record.id in known:
            raise LedgerError(f"{place}: this id stands twice; remove one of the two")
        if isinstance(record, LedgerQuote):
            record = self._quote(record, place)
        known[record.id] = record

    def ledger(self) -> Ledger:
        """The whole, once all records are in."""
        if self._head is None:
            raise LedgerError(f"{self._where}: no ledger of quotes")
        for number, article in enumerate(self._articles.values()):
            place = f"{self._where}: articles[{number}] ({article.id})"
            self._exists(article.copy_of, self._articles, f"{place}: copy_of")
            for local in article.speakers:
                self._exists(local.speaker, self._speakers, f"{place}: speaker")
        for number, quote in enumerate(self._quotes.values()):
            for link in quote.related:
                self._exists(link.quote, self._quotes, f"{self._where}: quotes[{number}] ({quote.id}): related")
        return replace(
            self._head,
            articles=tuple(self._completed(article) for article in self._articles.values()),
            speakers=tuple(self._speakers.values()),
            quotes=tuple(self._quotes.values()),
        )

    def _exists(self, name: str | None, known: dict[str, Any], place: str) -> None:
        if name is not None and name not in known:
            raise LedgerError(f"{place} {name} is not in the ledger")

    def _quote(self, quote: LedgerQuote, place: str) -> LedgerQuote:
        for name in (quote.speaker, *quote.with_, *quote.disputed):
            self._exists(name, self._speakers, f"{place}: speaker")
        checked = tuple(
            self._occurrence(one, f"{place}: occurrences[{at}]") for at, one in enumerate(quote.occurrences)
        )
        changed = any(a is not b for a, b in zip(checked, quote.occurrences, strict=True))
        return replace(quote, occurrences=checked) if changed else quote

    def _occurrence(self, one: Occurrence, place: str) -> Occurrence:
        article = self._articles.get(one.article)
        if article is None:
            raise LedgerError(f"{place}: article {one.article} is not in the ledger")
        for name in (one.speaker, one.relay, *one.with_):
            self._exists(name, self._speakers, f"{place}: speaker")
        for span in _spans(one):
            if span[1] > article.chars:
                raise LedgerError(
                    f"{place}: [{span[0]}, {span[1]}] is beyond the {article.chars} characters of the article"
                )
        if one.source is None and one.relay_source is None and not one.with_sources:
            return self._sourced(one) if one.speaker or one.relay or one.with_ else one
        pairs = [
            (one.source, one.speaker),
            (one.relay_source, one.relay),
            *zip(one.with_sources, one.with_, strict=False),
        ]
        if len(one.with_sources) != len(one.with_):
            raise LedgerError(f"{place}: with and with_sources are not of one length")
        for source, speaker in pairs:
            if source is not None and source >= len(article.speakers):
                raise LedgerError(f"{place}: source {source} is beyond the speakers of {one.article}")
            if (None if source is None else article.speakers[source].speaker) != speaker:
                raise LedgerError(
                    f"{place}: speaker {speaker} is not the one that source {source} of {one.article} names; "
                    "change who is who with --aliases"
                )
        return one

    def _sourced(self, one: Occurrence) -> Occurrence:
        implied = self._implied.setdefault(one.article, {})
        first = len(self._articles[one.article].speakers)

        def index(name: str) -> int:
            return implied.setdefault(name, first + len(implied))

        return replace(
            one,
            source=None if one.speaker is None else index(one.speaker),
            relay_source=None if one.relay is None else index(one.relay),
            with_sources=tuple(index(name) for name in one.with_),
        )

    def _completed(self, article: ArticleRecord) -> ArticleRecord:
        implied = self._implied.get(article.id)
        if not implied:
            return article
        return replace(article, speakers=(*article.speakers, *map(self._local, implied)))

    def _local(self, name: str) -> LocalSpeaker:
        one = self._speakers[name]
        return LocalSpeaker(one.name, one.kind, one.aliases, one.roles, one.gender, one.id)


def _spans(one: Occurrence) -> Iterable[Span]:
    yield from one.verbatim
    if one.content is not None:
        yield one.content
    if one.cue is not None:
        yield one.cue.start, one.cue.end
    if one.mention is not None:
        yield one.mention.start, one.mention.end
