"""One BLAS thread while a parser reads, and the process's own number before and after."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import ThreadpoolController

from quotes.parsers import spacy as adapter
from quotes.parsers.one_thread import one_thread
from quotes.parsers.spacy import SpacyParser
from quotes.types import Region


def _threads() -> set[int]:
    assert np.__version__
    return {one["num_threads"] for one in ThreadpoolController().select(user_api="blas").info()}


@pytest.fixture(scope="module", autouse=True)
def _three() -> Iterator[None]:
    """A process whose owner set three threads."""
    with ThreadpoolController().limit(limits=3, user_api="blas"):
        if _threads() != {3}:
            pytest.skip("this numpy's BLAS takes no number of threads")
        yield


@given(st.lists(st.booleans(), max_size=12))
def test_whoever_leaves_last_gives_the_number_back(steps: list[bool]) -> None:
    """Readers come (True) and go (False), the oldest first: one is inside, or it is as its owner set it."""
    inside: list[ExitStack] = []
    for comes in steps:
        if comes:
            inside.append(ExitStack())
            inside[-1].enter_context(one_thread())
        elif inside:
            inside.pop(0).close()
        assert _threads() == ({1} if inside else {3})
    for one in inside:
        one.close()
    assert _threads() == {3}


def test_given_back_where_reading_fails() -> None:
    with pytest.raises(RuntimeError), one_thread():
        raise RuntimeError
    assert _threads() == {3}


def test_a_parser_reads_in_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = SpacyParser()
    seen: list[set[int]] = []
    groups = adapter._groups
    monkeypatch.setattr(adapter, "_groups", lambda docs: [seen.append(_threads()), *groups(docs)][1:])
    assert list(parser.parse([("Le maire a parlé.", [Region((((0, 17),),))])]))
    assert seen == [{1}]
    assert _threads() == {3}
