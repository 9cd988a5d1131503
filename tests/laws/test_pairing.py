"""Law 2: spans are in bounds and ordered, and nest or are disjoint."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layers import Layer, lawful
from texts import ANY, MARKS, examples, torn

from quotes.testing import Drawn, Marks, Speech, articles, marks, speeches


@examples(300)
@given(ANY)
def test_any_text_is_read_by_the_laws(text: str) -> None:
    lawful(Layer(text))


@examples(1000)
@given(MARKS)
def test_nothing_but_marks_is_read_by_the_laws(text: str) -> None:
    lawful(Layer(text))


@examples(400)
@given(torn())
def test_torn_french_is_read_by_the_laws(text: str) -> None:
    lawful(Layer(text))


def test_the_seeds_are_read_by_the_laws(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        lawful(Layer(path.read_text(encoding="utf-8")))


@examples(200)
@given(articles(noise=()))
def test_every_drawn_stretch_is_found(drawn: Drawn) -> None:
    layer = Layer(drawn.text)
    assert all(span.closed for span in layer.marked)
    written = [span for quote in drawn.quotes for span in quote.verbatim]
    found = {(span.start, span.end) for span in layer.spans}
    signed = {words for words, _ in layer.signed}
    inner = {piece for index, cuts in layer.incises.items() for piece in _around(layer, index, cuts)}
    assert set(written) <= found | signed | inner


def _around(layer: Layer, index: int, cuts: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """What incises leave of a stretch, without commas and blanks."""
    span = layer.spans[index]
    edges = [span.start, *(edge for cut in cuts for edge in cut), span.end]
    pieces = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        while start < end and layer.view[start] in ", .\n":
            start += 1
        while end > start and layer.view[end - 1] in ", \n":
            end -= 1
        pieces.append((start, end))
    return pieces


@examples(100)
@given(marks(), st.lists(speeches(), min_size=1, max_size=5))
def test_written_pairs_are_found(pair: Marks, said: list[Speech]) -> None:
    text = "Avant " + " puis ".join(f"{pair.opening}{s.whole}{pair.closing}" for s in said) + " après."
    spans = Layer(text).marked
    assert [text[s.start : s.end] for s in spans] == [s.whole for s in said]
    assert all(s.closed and s.depth == 0 for s in spans)


@examples(100)
@given(st.lists(st.sampled_from(["guillemets", "anglais"]), min_size=1, max_size=8))
def test_written_nesting_is_found(kinds: list[str]) -> None:
    text = "mot"
    for kind in kinds:
        text = f"« avant {text} après »" if kind == "guillemets" else f"“avant {text} après”"
    spans = Layer(f"Il a dit {text} hier.").marked
    assert [s.depth for s in spans] == list(range(len(kinds)))
    assert [s.parent for s in spans] == [None, *range(len(kinds) - 1)]


@pytest.mark.parametrize("depth", [9, 12, 40])
def test_marks_beyond_a_depth_of_eight_are_noise(depth: int) -> None:
    spans = Layer("« a " * depth + "mot" + " b »" * depth).marked
    assert max(s.depth for s in spans) == 7
