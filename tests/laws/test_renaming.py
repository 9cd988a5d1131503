"""Law 5: renaming a speaker everywhere renames that speaker and nobody else."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layers import consistent
from press import PRESS, SPARE, Piece

from quotes.pipeline import Extractor
from quotes.types import Extraction, Quote

IDS = [piece.key for piece in PRESS]
Said = tuple[str, str, str | None]


@lru_cache(maxsize=64)
def _read(extractor: Extractor, text: str) -> Extraction:
    return extractor.extract(text)


def rename(text: str, old: tuple[str, str], new: tuple[str, str]) -> str:
    """Another name for somebody, wherever given name or family name stand."""
    for before, after in zip(old, new, strict=True):
        text = re.sub(rf"\b{before}\b", after, text)
    return text


def _said(quotes: tuple[Quote, ...]) -> list[Said]:
    return [(q.type, " ".join(q.text.split()), q.speaker.name if q.speaker else None) for q in quotes]


def _check(extractor: Extractor, piece: Piece, names: dict[int, tuple[str, str]]) -> None:
    text = piece.text
    expected = _said(_read(extractor, text).quotes)
    for index, new in names.items():
        given_name, family, _ = piece.people[index]
        old = (given_name, family)
        text = rename(text, old, new)
        expected = [
            (kind, rename(words, old, new), rename(name, old, new) if name else None) for kind, words, name in expected
        ]
    other = extractor.extract(text)
    consistent(other)
    assert _said(other.quotes) == expected


@pytest.mark.parametrize("index", [0, 1])
@pytest.mark.parametrize("piece", PRESS, ids=IDS)
def test_renaming_one_renames_only_that_one(piece: Piece, index: int, extractor: Extractor) -> None:
    _check(extractor, piece, {index: SPARE[piece.people[index][2]][0]})


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_renaming_any_of_them(extractor: Extractor, data: st.DataObject) -> None:
    piece = data.draw(st.sampled_from(PRESS))
    chosen = data.draw(st.sets(st.sampled_from(range(len(piece.people))), min_size=1))
    names: dict[int, tuple[str, str]] = {}
    for index in sorted(chosen):
        spare = [n for n in SPARE[piece.people[index][2]] if n not in names.values()]
        names[index] = data.draw(st.sampled_from(spare))
    _check(extractor, piece, names)


# where genders differ, pronouns and functions tell the two apart
SAME_GENDER = [piece for piece in PRESS if len({gender for _, _, gender in piece.people}) == 1]


@pytest.mark.parametrize("piece", SAME_GENDER, ids=[piece.key for piece in SAME_GENDER])
def test_swapping_the_two_names_swaps_the_two_speakers(piece: Piece, extractor: Extractor) -> None:
    first, second = ((given_name, family) for given_name, family, _ in piece.people)
    text = rename(piece.text, first, ("Premier", "Nommé"))
    text = rename(rename(text, second, first), ("Premier", "Nommé"), second)
    swap = {" ".join(first): " ".join(second), " ".join(second): " ".join(first)}
    expected = [(k, w, swap.get(n or "", n)) for k, w, n in _said(_read(extractor, piece.text).quotes)]
    assert _said(extractor.extract(text).quotes) == expected
