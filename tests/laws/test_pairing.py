"""Law 2: spans are in bounds and ordered, and nest or are disjoint."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layers import ANY, MARKS, NOISY, TEXTS, Layer, bounded, well_nested


@settings(max_examples=300)
@given(ANY)
def test_pairs_of_any_text_nest(text: str) -> None:
    well_nested(Layer(text).marked, len(text))


@settings(max_examples=600)
@given(MARKS)
def test_pairs_of_nothing_but_marks_nest(text: str) -> None:
    well_nested(Layer(text).marked, len(text))


@settings(max_examples=400)
@given(NOISY)
def test_pairs_of_noisy_french_nest(text: str) -> None:
    layer = Layer(text)
    well_nested(layer.marked, len(text))
    well_nested(layer.spans, len(text))


@settings(max_examples=300)
@given(TEXTS)
def test_stretches_hold_no_blank_at_their_ends(text: str) -> None:
    layer = Layer(text)
    for span in layer.marked:
        words = layer.view[span.start : span.end]
        assert words == words.strip(" \n")
        # of words whose opening mark was lost only the closing one stands on the page
        assert span.mark == "»" or text[span.outer[0]] in '«“”„‟"<‹＂″《'


@settings(max_examples=300)
@given(TEXTS)
def test_blocks_are_ordered_and_disjoint_and_hold_every_word(text: str) -> None:
    layer = Layer(text)
    end = 0
    for block in layer.blocks:
        bounded((block.start, block.end), len(text))
        assert block.start >= end
        end = block.end
    inside = {i for b in layer.blocks for i in range(b.start, b.end)}
    outside = [c for i, c in enumerate(layer.view) if i not in inside]
    assert not any(c.isalnum() for c in outside)


@settings(max_examples=400)
@given(TEXTS)
def test_frames_are_ordered_and_hold_each_quotation_once(text: str) -> None:
    layer = Layer(text)
    end = 0
    held: list[int] = []
    for frame in layer.frames:
        bounded((frame.start, frame.end), len(text))
        assert frame.start >= end, "two frames overlap"
        end = frame.end
        assert 0 <= frame.block < len(layer.blocks)
        for index in frame.spans:
            assert layer.spans[index].depth == 0
            assert frame.start <= layer.spans[index].outer[0] < frame.end
        held.extend(frame.spans)
        at = frame.start
        for piece in frame.pieces:
            bounded(piece, len(text))
            assert piece[0] >= at, "two pieces overlap"
            at = piece[1]
        assert at <= frame.end
    assert held == sorted(set(held))


@settings(max_examples=300)
@given(TEXTS)
def test_incises_stand_inside_their_quotation(text: str) -> None:
    layer = Layer(text)
    for index, incises in layer.incises.items():
        end = layer.spans[index].start
        for incise in incises:
            bounded(incise, len(text))
            assert end <= incise[0] and incise[1] <= layer.spans[index].end
            end = incise[1]


@given(st.lists(st.sampled_from(["mot", "grand pas", "Oui.", "l'été"]), min_size=1, max_size=8))
@pytest.mark.parametrize(("opening", "closing"), [("« ", " »"), ("«", "»"), ("“", "”"), ('"', '"')])
def test_written_pairs_are_found(opening: str, closing: str, words: list[str]) -> None:
    text = "Avant " + " puis ".join(f"{opening}{w}{closing}" for w in words) + " après."
    spans = Layer(text).marked
    assert [text[s.start : s.end] for s in spans] == words
    assert all(s.closed and s.depth == 0 for s in spans)


@given(st.lists(st.sampled_from(["guillemets", "anglais"]), min_size=1, max_size=5))
def test_written_nesting_is_found(kinds: list[str]) -> None:
    text = "mot"
    for kind in kinds:
        text = f"« avant {text} après »" if kind == "guillemets" else f"“avant {text} après”"
    spans = Layer(f"Il a dit {text} hier.").marked
    assert [s.depth for s in spans] == list(range(len(kinds)))
    assert [s.parent for s in spans] == [None, *range(len(kinds) - 1)]
