"""Filters of a ledger: what passes is what was asked for, and asking twice or in two steps is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.ledger import ArticleRecord, Generator, Ledger, LedgerQuote, Occurrence, SpeakerRecord
from quotes.ledger.select import EVERYTHING, Selection, select

ARTICLES = {
    "a": ArticleRecord("a", "a.txt", None, "2024-03-31", None, "Le Télégramme", 100, ""),
    "b": ArticleRecord("b", "b.txt", None, "2024-04-01", None, "Ouest-France", 100, ""),
    "c": ArticleRecord("c", "c.txt", None, None, None, None, 100, ""),
}
SPEAKERS = {
    "s1": SpeakerRecord("s1", "Éloïse Guérin", "person", ("Guérin",), ("maire de Brest",)),
    "s2": SpeakerRecord("s2", "Force ouvrière", "organisation", ("FO",)),
}
QUOTES = (
    LedgerQuote(
        "q1",
        "L’eau monte",
        "direct",
        "s1",
        occurrences=(
            Occurrence("a", "direct", "L’eau monte", speaker="s1", confidence=0.9),
            Occurrence("b", "indirect", "que l'eau monte", speaker="s1", confidence=0.4),
        ),
    ),
    LedgerQuote(
        "q2", "douze postes", "mixed", "s2", occurrences=(Occurrence("b", "mixed", "douze postes", confidence=0.6),)
    ),
    LedgerQuote("q3", "On verra", "direct", None, occurrences=(Occurrence("c", "direct", "On verra", confidence=0.2),)),
)
LEDGER = Ledger(Generator(), tuple(ARTICLES.values()), tuple(SPEAKERS.values()), QUOTES)

selections = st.builds(
    Selection,
    st.sampled_from([None, "guérin", "FO"]),
    st.sampled_from([(), ("direct",), ("mixed", "indirect")]),
    st.sampled_from([None, "ouest"]),
    st.sampled_from([None, "2024-04"]),
    st.sampled_from([None, "2024-03"]),
    st.sampled_from([None, "l'eau"]),
    st.sampled_from([0.0, 0.5]),
    st.booleans(),
)


def _select(asked: Selection, quotes: tuple[LedgerQuote, ...] = QUOTES) -> tuple[LedgerQuote, ...]:
    return tuple(select(quotes, asked, ARTICLES, SPEAKERS))


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (EVERYTHING, "q1 q2 q3"),
        (Selection(speaker="guerin"), "q1"),
        (Selection(speaker="Maire de BREST"), "q1"),
        (Selection(speaker="fo"), "q2"),
        (Selection(speaker="nobody"), ""),
        (Selection(types=("indirect",)), "q1"),
        (Selection(outlet="telegramme"), "q1"),
        (Selection(since="2024-04"), "q1 q2"),
        (Selection(until="2024-03"), "q1"),
        (Selection(since="2024", until="2024"), "q1 q2"),
        (Selection(search="l'EAU  monte"), "q1"),
        (Selection(min_confidence=0.6), "q1 q2"),
        (Selection(unattributed=True), "q3"),
    ],
)
def test_what_passes(asked: Selection, ids: str) -> None:
    assert [one.id for one in _select(asked)] == ids.split()


def test_an_entry_comes_with_the_places_asked_for() -> None:
    (quote,) = _select(Selection(outlet="Télégramme"))
    assert [one.article for one in quote.occurrences] == ["a"]


@given(selections)
def test_asking_twice_gives_the_same(asked: Selection) -> None:
    once = _select(asked)
    assert _select(asked, once) == once


@given(selections)
def test_every_place_that_passes_was_there(asked: Selection) -> None:
    there = {(quote.id, one) for quote in QUOTES for one in quote.occurrences}
    assert {(quote.id, one) for quote in _select(asked) for one in quote.occurrences} <= there


def test_entries_are_read_one_at_a_time() -> None:
    def endless():  # type: ignore[no-untyped-def]
        while True:
            yield QUOTES[0]

    assert next(select(endless(), Selection(speaker="guérin"), ARTICLES, SPEAKERS)).id == "q1"
