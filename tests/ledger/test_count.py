"""Whose voice is heard: shares, their bounds, copies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import InputError
from quotes.ledger import ArticleRecord, LedgerQuote, Occurrence, SpeakerRecord
from quotes.ledger.count import KEYS, count, interval

SPEAKERS = {
    "f": SpeakerRecord("f", "Anne Morel", "person", gender="female"),
    "m": SpeakerRecord("m", "Karim Benali", "person", gender="male"),
    "x": SpeakerRecord("x", "Dominique Le Bihan", "person"),
    "o": SpeakerRecord("o", "la mairie", "organisation"),
}


def _articles(copy: str | None = None) -> dict[str, ArticleRecord]:
    return {
        name: ArticleRecord(
            name, f"{name}.txt", None, f"2024-0{number}-01", None, None, 9, "", copy_of=copy if number == 3 else None
        )
        for number, name in enumerate("abc", 1)
    }


def _quotes(places: list[tuple[str, str | None, int]]) -> list[LedgerQuote]:
    return [
        LedgerQuote(
            str(i), "oui", "direct", who, occurrences=(Occurrence(article, "direct", "oui " * words, speaker=who),)
        )
        for i, (article, who, words) in enumerate(places)
    ]


placed = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([None, *SPEAKERS]), st.integers(1, 30)), min_size=1)


@given(placed, st.sampled_from(KEYS), st.booleans())
def test_shares_add_up_and_lie_within_their_bounds(
    places: list[tuple[str, str | None, int]], by: str, words: bool
) -> None:
    counts = count(_quotes(places), by, _articles(), SPEAKERS, words=words)
    assert not counts or sum(one.share for one in counts) == pytest.approx(1)
    assert all(0 <= one.low <= one.share <= one.high <= 1 for one in counts)
    if by != "gender":
        assert sum(one.number for one in counts) == sum(size if words else 1 for *_, size in places)


def test_gender_counts_persons_alone_and_leaves_the_unknown_unknown() -> None:
    places = [("a", "f", 1), ("a", "m", 1), ("b", "m", 1), ("b", "x", 1), ("c", "o", 1), ("c", None, 1)]
    counts = count(_quotes(places), "gender", _articles(), SPEAKERS)
    assert {one.value: one.number for one in counts} == {"male": 2, "female": 1, "?": 1}


def test_words_weigh_what_is_said() -> None:
    counts = count(_quotes([("a", "f", 30), ("b", "m", 10)]), "gender", _articles(), SPEAKERS, words=True)
    assert [(one.value, one.number, one.share) for one in counts] == [("female", 30, 0.75), ("male", 10, 0.25)]


@pytest.mark.parametrize(("copies", "number"), [(False, 2), (True, 3)])
def test_a_copy_counts_once_or_each_time(copies: bool, number: int) -> None:
    places = _quotes([(name, "f", 1) for name in "abc"])
    (one,) = count(places, "gender", _articles(copy="a"), SPEAKERS, copies=copies)
    assert one.number == number


def test_months_are_in_their_order() -> None:
    counts = count(_quotes([("c", "f", 1), ("c", "f", 1), ("a", "f", 1)]), "month", _articles(), SPEAKERS)
    assert [one.value for one in counts] == ["2024-01", "2024-03"]


def test_quotes_of_one_article_tell_less_than_quotes_of_many() -> None:
    apart = count(
        _quotes([("a", "f", 1), ("a", "m", 1), ("b", "f", 1), ("b", "m", 1), ("c", "f", 1)]),
        "gender",
        _articles(),
        SPEAKERS,
    )
    together = count(
        _quotes([("a", "f", 1), ("a", "f", 1), ("b", "m", 1), ("b", "m", 1), ("c", "f", 1)]),
        "gender",
        _articles(),
        SPEAKERS,
    )
    assert together[0].share == apart[0].share
    assert together[0].high - together[0].low > apart[0].high - apart[0].low


def test_wilsons_interval_as_it_is_published() -> None:
    # Newcombe 1998, table I: 81 of 263, and none of 20
    assert interval(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert interval(0.0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)


def test_an_unknown_question_is_one_sentence() -> None:
    with pytest.raises(InputError, match="use one of gender"):
        count([], "age", {}, {})
