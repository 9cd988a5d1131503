"""Laws 4 and 5 on real text: what an article says does not hang on what stands around it or how it is typed.

On the seeds here; over the gold and the corpus `benchmarks/metamorphic.py` measures the same changes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from layers import consistent

from metamorphic import FLOORS, LAWS, Outcome, Said, outcomes, real_texts, share
from quotes.pipeline import Extractor
from quotes.types import Extraction


@pytest.fixture(scope="module")
def read(extractor: Extractor, seeds: Path) -> dict[str, Extraction]:
    texts = real_texts(seeds)
    return dict(zip(texts, extractor.pipe(texts.values()), strict=True))


def test_the_records_of_the_seeds_are_consistent(read: dict[str, Extraction]) -> None:
    for extraction in read.values():
        consistent(extraction)


# broken lines may part a name (measured, with a floor, in benchmarks/metamorphic.py)
@pytest.mark.parametrize("law", [law for law in LAWS if law != "lines broken"])
def test_the_seeds_say_the_same_under_the_change(law: str, extractor: Extractor, read: dict[str, Extraction]) -> None:
    for outcome in outcomes(extractor, read, law):
        assert (outcome.lost, outcome.come) == ((), ()), outcome.article


def test_the_share_falls_with_every_record_that_goes_or_comes() -> None:
    one: Said = ("direct", "oui", "Anne Morel")
    assert share([]) == 0.0
    assert share([Outcome("a", 3, (), ())]) == 1.0
    assert share([Outcome("a", 3, (one,), ())]) == share([Outcome("a", 3, (), (one,))]) == 0.75
    assert share([Outcome("a", 1, (one,), (one,))]) == 0.5


def test_every_change_has_a_floor() -> None:
    import json

    assert set(json.loads(FLOORS.read_text(encoding="utf-8"))) == set(LAWS)
