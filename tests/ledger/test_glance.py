"""The first entries of a ledger file are those that reading all of it gives."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import ledger, presses

from quotes.ledger import dumps
from quotes.ledger.glance import glance
from quotes.types import Extraction


@given(presses(), st.integers(1, 4))
def test_the_first_entries_with_their_names_and_articles(extractions: list[Extraction], number: int) -> None:
    whole = ledger(*extractions)
    with TemporaryDirectory() as folder:
        path = Path(folder, "ledger.json")
        path.write_bytes(dumps(whole))
        seen = glance(path, number)
    if len(whole.quotes) < number:
        assert seen is None
        return
    assert seen is not None
    assert seen.quotes == whole.quotes[:number]
    places, names = ({one.id: one for one in rows} for rows in (whole.articles, whole.speakers))
    assert set(seen.articles) == {places[one.occurrences[0].article] for one in seen.quotes}
    assert set(seen.speakers) == {names[one.speaker] for one in seen.quotes if one.speaker is not None}


@given(presses(), st.data())
def test_nothing_is_seen_of_what_is_no_ledger(extractions: list[Extraction], data: st.DataObject) -> None:
    """Cut anywhere, or another byte at any place: what is seen is right, or nothing is; nothing is raised."""
    whole = ledger(*extractions)
    written = dumps(whole)
    at = data.draw(st.integers(0, len(written) - 1))
    broken = data.draw(st.sampled_from([written[:at], written[:at] + b"\xff" + written[at + 1 :]]))
    with TemporaryDirectory() as folder:
        path = Path(folder, "ledger.json")
        path.write_bytes(broken)
        seen = glance(path, 1)
    assert seen is None or seen.quotes == whole.quotes[:1]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"schema":"quotes-ledger/99","articles":[\n],"speakers":[\n],"quotes":[\n']
)
def test_what_is_laid_out_otherwise(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "ledger.json").write_bytes(data)
    assert glance(tmp_path / "ledger.json", 1) is None
    assert glance(tmp_path / "nowhere.json", 1) is None
