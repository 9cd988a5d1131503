"""Whose voice is heard: shares of quotes or of their words, with how far chance may have moved them.

The unit is an occurrence: an utterance in an article. Articles are what is drawn from the press, and quotes of one
article go together (one person speaks three times), so the interval is that of articles drawn, not of quotes: the
variance of a ratio over articles gives the number of independent quotes that would tell as much, and Wilson's interval
is taken for so many. Where no variance can be had (one article, or a share of 0 or 1) that number is that of articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from quotes.errors import InputError
from quotes.ledger.record import ArticleRecord, LedgerQuote, Occurrence, SpeakerRecord

_Z = 1.959964  # 95 %, both sides
UNKNOWN = "?"

# What an occurrence counts as; None where the question is not about it (the gender of a ministry).
_Key = Callable[[Occurrence, ArticleRecord, SpeakerRecord | None], str | None]

_KEYS: Mapping[str, _Key] = {
    "gender": lambda one, article, who: (who.gender or UNKNOWN) if who is not None and who.kind == "person" else None,
    "kind": lambda one, article, who: UNKNOWN if who is None else who.kind,
    "speaker": lambda one, article, who: UNKNOWN if who is None else who.id,
    "outlet": lambda one, article, who: article.outlet or UNKNOWN,
    "month": lambda one, article, who: (article.date or UNKNOWN)[:7],
    "type": lambda one, article, who: one.type,
}
KEYS: tuple[str, ...] = tuple(_KEYS)


@dataclass(frozen=True, slots=True)
class Count:
    """A line of the answer. ``number`` are quotes or words; ``low`` and ``high`` bound ``share`` at 95 %."""

    value: str
    number: int
    share: float
    low: float
    high: float
    articles: int


def count(
    quotes: Iterable[LedgerQuote],
    by: str,
    articles: Mapping[str, ArticleRecord],
    speakers: Mapping[str, SpeakerRecord],
    *,
    words: bool = False,
    copies: bool = False,
) -> tuple[Count, ...]:
    """How much falls to each value of ``by`` (one of `KEYS`), most first; months in their order.

    ``words`` counts words in place of quotes. An article that repeats another (*copy_of*) counts only with
    ``copies``. ``gender`` counts persons alone. Raises `InputError` for an unknown ``by``.
    """
    if by not in _KEYS:
        raise InputError(f"{by!r} cannot be counted by; use one of {', '.join(KEYS)}")
    key = _KEYS[by]
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))  # value → article → number
    sizes: dict[str, int] = defaultdict(int)
    places = 0
    for quote in quotes:
        for one in quote.occurrences:
            article = articles[one.article]
            who = None if one.speaker is None else speakers[one.speaker]
            value = key(one, article, who)
            if value is None or (article.copy_of is not None and not copies):
                continue
            number = len(one.text.split()) if words else 1
            places += 1
            found[value][article.id] += number
            sizes[article.id] += number
    counts = [_count(value, numbers, sizes, places) for value, numbers in found.items()]
    if by == "month":
        return tuple(sorted(counts, key=lambda one: one.value))
    return tuple(sorted(counts, key=lambda one: (-one.number, one.value)))


def _count(value: str, numbers: Mapping[str, int], sizes: Mapping[str, int], places: int) -> Count:
    number, total = sum(numbers.values()), sum(sizes.values())
    share = number / total if total else 0.0
    low, high = interval(share, _independent(share, numbers, sizes, places))
    return Count(value, number, share, low, high, len(numbers))


def _independent(share: float, numbers: Mapping[str, int], sizes: Mapping[str, int], places: int) -> float:
    """How many independent quotes would tell as much as these articles do; never more than there are."""
    drawn = len(sizes)
    spread = sum((numbers.get(article, 0) - share * size) ** 2 for article, size in sizes.items())
    if drawn < 2 or not spread or not 0 < share < 1:
        return drawn
    variance = drawn / (drawn - 1) * spread / sum(sizes.values()) ** 2
    return min(max(share * (1 - share) / variance, 1.0), places)


def interval(share: float, number: float) -> tuple[float, float]:
    """Wilson's 95 % interval of a share seen among so many."""
    if number <= 0:
        return 0.0, 1.0
    shrunk = 1 + _Z**2 / number
    centre = (share + _Z**2 / (2 * number)) / shrunk
    half = _Z / shrunk * sqrt(share * (1 - share) / number + _Z**2 / (4 * number**2))
    return min(share, max(0.0, centre - half)), max(share, min(1.0, centre + half))
