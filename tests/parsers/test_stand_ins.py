"""Names as spaCy reads them: one stand-in for all, and the text's own words and offsets behind it."""

from __future__ import annotations

import pytest

from quotes.parsers.spacy import SpacyParser
from quotes.text.persons import persons
from quotes.types import Document, Region

NAMES = ("Paul Petit", "Olaf Van der Meer", "Gilles Du Tertre", "Jean Marc Ben Salah", "Yves d'Arvieux", "Loïc N'Diaye")
SENTENCE = "Le conseil a reçu {}, préfet du Jura."


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def parse(parser: SpacyParser, text: str) -> Document:
    return next(parser.parse([(text, [Region((((0, len(text)),),))])]))


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_around_a_name_is_the_same_whoever_is_named(name: str, parser: SpacyParser) -> None:
    text = SENTENCE.format(name)
    document = parse(parser, text)
    start, end = text.index(name), text.index(name) + len(name)
    inside = [i for i, t in enumerate(document.tokens) if start <= t.start < end]
    around = [
        (t.text, t.upos, "a name" if t.head in inside else document.tokens[t.head].text, t.dep)
        for i, t in enumerate(document.tokens)
        if i not in inside
    ]
    plain = parse(parser, SENTENCE.format("Paul Morel")).tokens
    names = ("Paul", "Morel")
    assert around == [
        (t.text, t.upos, "a name" if plain[t.head].text in names else plain[t.head].text, t.dep)
        for t in plain
        if t.text not in names
    ]


@pytest.mark.parametrize("name", NAMES)
def test_tokens_and_entities_slice_the_text(name: str, parser: SpacyParser) -> None:
    text = SENTENCE.format(name)
    document = parse(parser, text)
    assert [text[t.start : t.end] for t in document.tokens] == [t.text for t in document.tokens]
    assert "".join(t.text for t in document.tokens) == text.replace(" ", "")
    assert name in [text[e.start : e.end] for e in document.entities if e.label == "PER"]


def named(text: str) -> list[tuple[str, str | None]]:
    return [(text[p.start : p.end], p.gender) for p in persons(text)]


def test_surnames_are_found_again_with_their_initial_and_behind_a_title_with_their_particle() -> None:
    text = "Anne de La Brosse a répondu à Mme de La Brosse, puis à A. La Brosse. La maison de La Brosse est vide."
    assert named(text) == [
        ("Anne de La Brosse", "f"),
        ("de La Brosse", "f"),
        ("A. La Brosse", "f"),
        ("La Brosse", "f"),
    ]


def test_a_name_may_stand_behind_an_elision() -> None:
    assert named("De l'aveu d'Aïcha Petit, qu'Étienne Roy contredit.") == [("Aïcha Petit", "f"), ("Étienne Roy", "m")]


def test_a_given_name_that_is_also_a_particle_opens_no_name_behind_another() -> None:
    assert named("Nadia Ben Salah est là. Ben Salah parle.") == [("Nadia Ben Salah", "f"), ("Ben Salah", "f")]
    assert [name for name, _ in named("Brimborine Ben Salah est là.")] == []


def test_a_person_ends_where_the_name_ends(parser: SpacyParser) -> None:
    text = (
        "Barack Obama est élu. Mitt Romney doit gagner l'Ohio s'il souhaite déloger B. Obama de la Maison Blanche lors "
        "de l'élection de mardi."
    )
    assert "B. Obama" in [text[e.start : e.end] for e in parse(parser, text).entities if e.label == "PER"]
