"""The same words in any dress give the same records; offsets count in the text as it came."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.pipeline import Extractor
from quotes.text.dress import undressed

PLAIN = "« Nous irons jusqu'au bout », a affirmé Hélène Morel. Elle a confirmé que la piscine rouvrirait « dès l'été »."


@given(st.text(alphabet="aeé ﬁﬀ\u00ad\u200b\u0301'«».", max_size=40))
def test_the_way_back_is_in_bounds_and_in_order(text: str) -> None:
    found = undressed(text)
    if found is None:
        return
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)


@pytest.mark.parametrize(
    "dressed",
    [
        unicodedata.normalize("NFD", PLAIN),
        PLAIN.replace("ffi", "\ufb03").replace("fi", "\ufb01"),
        PLAIN.replace("affirmé", "affir\u00admé").replace("rouvrirait", "rou\u00advri\u00adrait"),
        PLAIN.replace("a affirmé", "a\u200b affirmé").replace("Morel", "Mo\u200drel"),
        PLAIN.replace("« Nous", "''Nous").replace("bout »", "bout''"),
    ],
    ids=["decomposed", "ligatures", "soft hyphens", "no width", "apostrophes for marks"],
)
def test_any_dress_gives_the_same_records(dressed: str, extractor: Extractor) -> None:
    def plain(text: str) -> str:
        found = undressed(text)
        return " ".join((text if found is None else found.text).split())

    def records(text: str) -> list[tuple[str, str, str | None]]:
        return [(q.type, plain(q.text), q.speaker.name if q.speaker else None) for q in extractor.extract(text).quotes]

    assert records(dressed) == records(PLAIN)
    for quote in extractor.extract(dressed).quotes:
        for start, end in quote.verbatim:
            assert plain(dressed[start:end]) in plain(dressed)
