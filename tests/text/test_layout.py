"""Lines that a printer or a mail program broke, and blocks that a page declares."""

from __future__ import annotations

import pytest

from quotes.text.layout import layout
from quotes.types import Block, BlockKind

# Eight lines of about one width, most of which end in the middle of a sentence.
COLUMN = (
    "Le conseil municipal s'est réuni hier",
    "soir pour voter le budget de la commune",
    "et les travaux de l'école, attendus de",
    "longue date par les parents d'élèves.",
    "Le maire a rappelé que les écoles sont",
    "anciennes et que la charpente menace",
    "de céder. Les élus ont ensuite parlé",
    "de la salle des fêtes de Montclar.",
)


def shown(text: str) -> list[str]:
    return [text[block.start : block.end].replace("\n", " / ") for block in layout(text)]


def page(*more: str, between: str = "\n") -> str:
    return "\n".join(COLUMN) + between + "\n".join(more)


def test_a_column_of_broken_lines_is_one_block() -> None:
    assert len(shown(page())) == 1
    assert len(shown(page("Un autre sujet a occupé la soirée"))) == 1


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ("— Une autre nouvelle du canton", "— Une autre nouvelle du canton"),
        ("• Une liste de points", "Une liste de points"),
        ("- un point de la liste", "- un point de la liste"),
    ],
)
def test_what_opens_something_new_goes_on_from_no_line(more: str, last: str) -> None:
    assert shown(page(more))[-1] == last


def test_a_closing_mark_is_no_bullet() -> None:
    assert len(shown(page("» a conclu le maire de la commune"))) == 1


def test_an_empty_line_ends_a_column() -> None:
    assert shown(page("Un autre sujet a occupé la soirée", between="\n\n"))[-1] == "Un autre sujet a occupé la soirée"


def test_a_short_line_with_its_full_stop_ends_a_paragraph() -> None:
    found = shown(page("La séance est levée.", "Le public a ensuite quitté la salle en"))
    assert found[-1] == "Le public a ensuite quitté la salle en"
    assert found[-2].endswith("La séance est levée.")


def test_a_dash_goes_on_behind_an_unfinished_line() -> None:
    found = shown(page("Le public, venu nombreux malgré l'heure", "— et le froid — a quitté la salle"))
    assert len(found) == 1


@pytest.mark.parametrize(
    "lines",
    [
        COLUMN[:7],  # too few to tell
        tuple(f"{line}." for line in COLUMN),  # each line a sentence
        tuple(line * 4 for line in COLUMN),  # too long to be broken
        tuple(line[: 3 * i + 3] for i, line in enumerate(COLUMN)),  # no common width
    ],
)
def test_other_pages_are_not_taken_for_columns(lines: tuple[str, ...]) -> None:
    text = "\n".join(line[0].upper() + line[1:] for line in lines)
    assert len(shown(text)) == len(lines)


@pytest.mark.parametrize(
    ("ending", "blocks"), [("", 1), (",", 1), (".", 2), (" »", 1), (". »", 2), (" :", 2), ("…", 2)]
)
def test_a_small_letter_goes_on_from_an_unfinished_line(ending: str, blocks: int) -> None:
    assert len(shown(f"Le maire a parlé{ending}\nde la salle des fêtes")) == blocks


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le budget de l'école divise", "heading"),
        ("Le budget de l'école divise.", "paragraph"),
        ("Il a dit : « Oui. »", "paragraph"),
        ("Le budget " * 14, "heading"),
        ("Le budget " * 15, "paragraph"),
    ],
)
def test_short_lines_without_a_full_stop_are_headings(text: str, kind: BlockKind) -> None:
    assert [block.kind for block in layout(text)] == [kind]


def test_a_declared_block_keeps_its_kind_and_gives_its_lines() -> None:
    text = "Un titre\n\n— Oui.\n— Non.\nUne phrase"
    declared = [Block(0, 8, "heading"), Block(10, 23, "blockquote", "Ève Roy"), Block(24, 34, "paragraph")]
    found = layout(text, declared)
    assert [text[b.start : b.end] for b in found] == ["Un titre", "— Oui.", "— Non.", "Une phrase"]
    assert [b.kind for b in found] == ["heading", "blockquote", "blockquote", "paragraph"]
    assert [b.source for b in found] == [None, "Ève Roy", "Ève Roy", None]
