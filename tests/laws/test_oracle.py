"""Law 6, the oracle: the quotes of a generated article, whose answer was drawn before its text, are found.

The shares that hold for each construction, style and noise, with their floors: `benchmarks/oracle.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from layers import consistent
from texts import examples

from oracle import FLOORS as PLACE
from oracle import below, plain_shares
from quotes.pipeline import Extractor
from quotes.testing import CONSTRUCTIONS, Drawn, articles, missing, surplus

FLOORS = json.loads(PLACE.read_text(encoding="utf-8"))

# with one plain way to name the source, these hold in every article that was ever drawn
CERTAIN = [name for name, share in FLOORS["construction"].items() if share == 1.0]


def test_every_construction_has_a_floor() -> None:
    assert set(FLOORS["construction"]) == set(CONSTRUCTIONS)


@examples(200)
@given(drawn=articles(constructions=CERTAIN, styles=["name", "title and surname", "role before name"], noise=()))
def test_a_certain_construction_is_always_found(extractor: Extractor, drawn: Drawn) -> None:
    extraction = extractor.extract(drawn.text)
    consistent(extraction)
    assert not missing(drawn, extraction.quotes)


@examples(200)
@given(drawn=articles())
def test_nothing_is_found_where_nobody_speaks(extractor: Extractor, drawn: Drawn) -> None:
    assert not surplus(drawn, extractor.extract(drawn.text).quotes)


@pytest.mark.slow
def test_no_construction_falls_below_its_floor(extractor: Extractor) -> None:
    assert below(FLOORS, plain_shares(extractor)) == []
