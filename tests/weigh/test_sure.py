"""What a probability is worth: the line that was fitted on unseen articles keeps the order and the bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes.weigh.score import Weights, fitted, sure

_SHARES = st.floats(0.0, 1.0)


@given(one=_SHARES, other=_SHARES)
def test_what_is_likelier_is_surer(one: float, other: float) -> None:
    least, most = sorted((one, other))
    assert 0.0 <= sure(fitted(), least) <= sure(fitted(), most) <= 1.0


@given(share=_SHARES)
def test_without_a_line_a_probability_is_itself(share: float) -> None:
    assert sure(Weights({}, {}, {}), share) == share


def test_the_line_tells_of_doubt() -> None:
    assert 0.4 < sure(fitted(), 0.5) < 0.5
