"""Law 6, the oracle: the quotes of a generated article, whose answer was drawn before its text, are found.

The shares that hold for each construction, style and noise, with their floors: `benchmarks/oracle.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from hypothesis import given

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from layers import consistent
from texts import examples

from oracle import FLOORS as PLACE
from oracle import below, plain_shares
from quotes.pipeline import Extractor
from quotes.testing import CONSTRUCTIONS, Drawn, articles, surplus

FLOORS = json.loads(PLACE.read_text(encoding="utf-8"))


def test_every_construction_has_a_floor() -> None:
    assert set(FLOORS["construction"]) == set(CONSTRUCTIONS)


@examples(200)
@given(drawn=articles())
def test_nothing_is_found_where_nobody_speaks(extractor: Extractor, drawn: Drawn) -> None:
    extraction = extractor.extract(drawn.text)
    consistent(extraction)
    assert not surplus(drawn, extraction.quotes)


def test_no_construction_falls_below_its_floor(extractor: Extractor) -> None:
    assert below(FLOORS, plain_shares(extractor)) == []
