"""Words that a page sets apart: whose they are, and whether the author marks them, too."""

from __future__ import annotations

from quotes.text.pairing import pair
from quotes.text.setapart import SetApart, as_tops, set_apart
from quotes.types import Block, BlockKind


def found(*parts: tuple[BlockKind, str, str | None]) -> tuple[str, tuple[SetApart, ...]]:
    """The text of these blocks, and what stands apart in it."""
    text, blocks = "", []
    for kind, words, source in parts:
        blocks.append(Block(len(text), len(text) + len(words), kind, source))
        text += words + "\n\n"
    return text, set_apart(text, blocks, pair(text, blocks))


def test_a_block_quote_is_found_from_its_first_to_its_last_block() -> None:
    text, (one,) = found(
        ("paragraph", "Elle écrit :", None),
        ("blockquote", "La rivière déborde.", None),
        ("blockquote", "Elle débordera encore.", None),
        ("paragraph", "La mairie se tait.", None),
    )
    assert text[one.start : one.end] == "La rivière déborde.\n\nElle débordera encore."
    assert (one.source, one.name, one.marked) == (None, None, False)


def test_a_page_that_ends_with_one() -> None:
    text, (one,) = found(("paragraph", "Elle écrit :", None), ("blockquote", "La rivière déborde.", None))
    assert text[one.start : one.end] == "La rivière déborde."


def test_another_source_begins_another_one() -> None:
    text, both = found(("blockquote", "La rivière déborde.", "Ève Roy"), ("blockquote", "Elle baisse.", "Luc Blin"))
    assert [(text[one.start : one.end], one.source) for one in both] == [
        ("La rivière déborde.", "Ève Roy"),
        ("Elle baisse.", "Luc Blin"),
    ]


def test_the_signature_below_says_where_the_name_stands() -> None:
    text, (one,) = found(
        ("paragraph", "Ève Roy écrit à Ève Roy.", None),
        ("blockquote", "La rivière déborde.", "Ève Roy"),
        ("signature", "— Ève Roy, batelière", "Ève Roy"),
        ("paragraph", "Ève Roy se tait.", None),
    )
    assert one.name == (text.index("— Ève") + 2, text.index(", batelière"))


def test_a_signature_of_somebody_else_or_a_paragraph_is_no_place_of_the_name() -> None:
    _, (other,) = found(("blockquote", "La rivière déborde.", "Ève Roy"), ("signature", "— Luc Blin", "Luc Blin"))
    _, (below,) = found(("blockquote", "La rivière déborde.", "Ève Roy"), ("paragraph", "Ève Roy se tait.", None))
    _, (none,) = found(("blockquote", "La rivière déborde.", None), ("signature", "— Ève Roy", None))
    assert other.name is below.name is none.name is None


def test_words_that_are_marked_as_a_whole_are_a_quotation_already() -> None:
    text, (one,) = found(
        ("blockquote", "« La rivière déborde depuis hier soir. »", "Ève Roy"), ("signature", "Ève Roy", "Ève Roy")
    )
    assert one.marked and text[one.start : one.end] == "La rivière déborde depuis hier soir."
    assert one.source == "Ève Roy" and one.name is not None and text[slice(*one.name)] == "Ève Roy"
    assert as_tops([one]) == []


def test_marks_around_some_words_only() -> None:
    text, (signed,) = found(("blockquote", "La rivière « déborde » depuis hier soir.", "Ève Roy"))
    assert not signed.marked and text[signed.start : signed.end] == "La rivière « déborde » depuis hier soir."
    (top,) = as_tops([signed])
    assert (top.start, top.end, top.outer) == (signed.start, signed.end, (signed.start, signed.end))
    _, nothing = found(("blockquote", "La rivière « déborde » depuis hier soir.", None))
    assert nothing == ()  # a report in a box: its own rules read it


def test_marks_beside_it_are_not_its_own() -> None:
    _, (one,) = found(
        ("paragraph", "Elle dit « oui ».", None),
        ("blockquote", "La rivière déborde.", None),
        ("paragraph", "Elle dit « non ».", None),
    )
    assert not one.marked


def test_a_page_without_any() -> None:
    assert found(("heading", "Un titre", None), ("paragraph", "Une phrase.", None))[1] == ()
