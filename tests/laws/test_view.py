"""Law 1: the view keeps the length, for every code point there is."""

from __future__ import annotations

import sys

from hypothesis import given
from texts import TEXTS, examples

from quotes.text.view import view


def test_every_code_point_keeps_its_place() -> None:
    # a line end between two of them, so that no two code points could be folded together
    for first in range(0, sys.maxunicode + 1, 4096):
        points = range(first, min(first + 4096, sys.maxunicode + 1))
        text = "a".join(map(chr, points))
        shown = view(text)
        assert len(shown) == len(text)
        assert all(shown[i] == "a" for i in range(1, len(shown), 2))


def test_every_code_point_alone_is_one_code_point() -> None:
    assert all(len(view(chr(point))) == 1 for point in range(sys.maxunicode + 1))


@examples(150)
@given(TEXTS)
def test_the_view_keeps_the_length_of_any_text(text: str) -> None:
    assert len(view(text)) == len(text)


@examples(150)
@given(TEXTS)
def test_the_view_of_a_view_is_itself(text: str) -> None:
    assert view(view(text)) == view(text)


@examples(150)
@given(TEXTS)
def test_letters_and_digits_are_never_touched(text: str) -> None:
    for before, after in zip(text, view(text), strict=True):
        assert before == after or not (before.isalpha() and before.isascii()) and not before.isdigit()


def test_no_half_of_a_surrogate_pair_is_shown_to_a_parser() -> None:
    shown = view("".join(map(chr, range(0xD800, 0xE000))))
    assert shown.encode("utf-8")
