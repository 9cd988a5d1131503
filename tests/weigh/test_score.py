"""Weights: the table is read as people read it, and sums become probabilities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.pipeline import Extractor
from quotes.weigh.score import BIAS, Reason, fitted, logistic, parse, reasons, softmax, total

TABLE = "decision\tfeature\tweight\nmarked\talways\t-1.00\nmarked\twords: 1\t0.50\nentity\tspoke last\t2.00\n"


def test_a_table_is_read_by_decision() -> None:
    weights = parse(TABLE)
    assert weights.marked == {BIAS: -1.0, "words: 1": 0.5}
    assert weights.entity == {"spoke last": 2.0}
    assert weights.clause == {}


def test_what_the_table_does_not_know_weighs_nothing() -> None:
    assert total(parse(TABLE).marked, [BIAS, "words: 1", "never seen"]) == -0.5


def test_the_heaviest_reasons_come_first_whatever_their_sign() -> None:
    assert reasons(parse(TABLE).marked, [BIAS, "words: 1", "never seen"]) == (
        Reason(BIAS, -1.0),
        Reason("words: 1", 0.5),
    )


@given(st.lists(st.floats(-800, 800), min_size=1, max_size=9))
def test_probabilities_add_up_and_keep_the_order(scores: list[float]) -> None:
    shares = softmax(scores)
    assert sum(shares) == pytest.approx(1.0)
    assert shares.index(max(shares)) == scores.index(max(scores)) or max(shares) == shares[scores.index(max(scores))]


@given(st.floats(-1e6, 1e6))
def test_a_score_is_a_probability(score: float) -> None:
    assert 0.0 <= logistic(score) <= 1.0


def test_the_fitted_table_weighs_every_decision_in_few_signs() -> None:
    weights = fitted()
    for table in (weights.marked, weights.clause, weights.entity):
        assert len(table) > 100
        assert all(feature == feature.strip() and feature.isprintable() for feature in table)


def test_signs_that_are_known() -> None:
    weights = fitted()
    assert weights.marked["stands in marks again: 3+, few words"] < 0
    assert weights.marked["words of a clause inside"] > 0
    assert weights.clause["ends as the construction says"] > 0
    assert weights.entity["answer of the rules"] > 0
    assert weights.entity["gender differs"] < 0 < weights.entity["gender agrees"]


def test_a_quote_says_how_sure_it_is_and_why(extractor: Extractor) -> None:
    (quote,) = extractor.extract("« La digue tiendra jusqu'au printemps », a déclaré Yvonne Castel.").quotes
    assert 0.5 < quote.confidence <= 1.0
    assert {reason.decision for reason in quote.reasons} == {"speech", "entity"}


def test_less_sure_quotes_can_be_left_out() -> None:
    text = "« La digue tiendra jusqu'au printemps », a déclaré Yvonne Castel. Les « casseurs » sont partis."
    sure = Extractor(min_confidence=0.5).extract(text).quotes
    assert [quote.text for quote in sure] == ["La digue tiendra jusqu'au printemps"]
    with pytest.raises(ValueError, match="0 to 1"):
        Extractor(min_confidence=1.5)
