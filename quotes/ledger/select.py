"""Some entries of a ledger: those that a reader asks for.

An entry passes with those of its occurrences that pass: whoever asks for one outlet sees no other's. What is asked of
the utterance itself (speaker, words, no speaker) looks at the whole entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from quotes.ledger.canon import fold
from quotes.ledger.record import ArticleRecord, LedgerQuote, Occurrence, SpeakerRecord
from quotes.types import QuoteType


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty field asks for nothing, and all that are set must hold.

    ``speaker`` is a part of a name, alias or role, ``outlet`` a part of the outlet's name, ``search`` a part of the
    words; case, accents and the shape of apostrophes do not count in them. ``since`` and ``until`` are ISO 8601 dates
    or their beginnings (*2024*, *2024-03*), both inclusive; an article without a date is in no period.
    """

    speaker: str | None = None
    types: tuple[QuoteType, ...] = ()
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    search: str | None = None
    min_confidence: float = 0.0
    unattributed: bool = False


EVERYTHING = Selection()


def select(
    quotes: Iterable[LedgerQuote],
    asked: Selection,
    articles: Mapping[str, ArticleRecord],
    speakers: Mapping[str, SpeakerRecord],
) -> Iterator[LedgerQuote]:
    """The entries that pass, in their order, each with its occurrences that pass. Reads one at a time."""
    if asked == EVERYTHING:
        yield from quotes
        return
    meets_entry, meets_place = _of_entries(asked, speakers), _of_places(asked, articles)
    for quote in quotes:
        if meets_entry(quote):
            places = tuple(filter(meets_place, quote.occurrences))
            if places:
                yield quote if len(places) == len(quote.occurrences) else replace(quote, occurrences=places)


def _of_entries(asked: Selection, speakers: Mapping[str, SpeakerRecord]) -> Callable[[LedgerQuote], bool]:
    named = None if asked.speaker is None else _named(asked.speaker, speakers.values())
    words = None if asked.search is None else _plain(asked.search)

    def meets(quote: LedgerQuote) -> bool:
        if asked.unattributed and quote.speaker is not None:
            return False
        if named is not None and named.isdisjoint((quote.speaker, *quote.with_, *quote.disputed)):
            return False
        return words is None or any(words in _plain(text) for text in _texts(quote))

    return meets


def _of_places(asked: Selection, articles: Mapping[str, ArticleRecord]) -> Callable[[Occurrence], bool]:
    outlet = None if asked.outlet is None else _plain(asked.outlet)

    def meets(one: Occurrence) -> bool:
        article = articles[one.article]
        if asked.types and one.type not in asked.types:
            return False
        if one.confidence < asked.min_confidence:
            return False
        if outlet is not None and outlet not in _plain(article.outlet or ""):
            return False
        return _within(article.date, asked.since, asked.until)

    return meets


def _named(name: str, speakers: Iterable[SpeakerRecord]) -> frozenset[str]:
    part = _plain(name)
    return frozenset(
        one.id for one in speakers if any(part in _plain(known) for known in (one.name, *one.aliases, *one.roles))
    )


def _texts(quote: LedgerQuote) -> Iterator[str]:
    yield quote.text
    yield from (one.text for one in quote.occurrences if one.text != quote.text)


def _within(date: str | None, since: str | None, until: str | None) -> bool:
    """ISO dates compare as text; of a shorter bound only so much of the date counts (*2024-03* ends with March)."""
    if since is None and until is None:
        return True
    if date is None:
        return False
    return (since is None or date >= since) and (until is None or date[: len(until)] <= until)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
