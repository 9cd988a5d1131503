"""The algebra of names by example; `tests/laws/test_names.py` has its laws."""

from __future__ import annotations

import pytest

from quotes.entities.names import (
    acronym_of,
    fullness,
    given_gender,
    is_given,
    is_initial,
    same_given,
    title_gender,
    variant,
    words,
)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Dupont", "Jeanne Dupont"),
        ("Mme Dupont", "Jeanne Dupont"),
        ("JEANNE DUPONT", "Jeanne Dupont"),
        ("J. Dupont", "Jeanne Dupont"),
        ("J.-P. Roy", "Jean-Paul Roy"),
        ("Jean Paul Roy", "Jean-Paul Roy"),
        ("Jean Roy", "Jean-Paul Roy"),
        ("Jeanne", "Jeanne Dupont"),
        ("Villepin", "Dominique de Villepin"),
        ("Arvieux", "Luc d'Arvieux"),
        ("Le Pen", "Marine Le Pen"),
        ("Belkacem", "Najat Vallaud Belkacem"),
        ("Vallaud", "Najat Vallaud Belkacem"),
        ("Najat Belkacem", "Najat Vallaud Belkacem"),
        ("Najat Vallaud Belkacem", "Najat Belkacem"),
        ("Jean-Paul", "Jean Paul Roy"),
        ("Zorb", "Zorb Tchéko"),
        ("Dupont Jeanne", "Jeanne Dupont"),
        ("Éric Zola", "Eric Zola"),
    ],
)
def test_what_may_stand_for_a_name(short: str, full: str) -> None:
    assert variant(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Durand", "Jeanne Dupont"),
        ("Paul Dupont", "Jeanne Dupont"),
        ("P. Dupont", "Jeanne Dupont"),
        ("Jean-Luc Roy", "Jean-Paul Roy"),
        ("Jeanne", "Marie-Jeanne Dupont"),
        ("de", "Dominique de Villepin"),
        ("Paul", "Jeanne Dupont"),
        ("Jeanne Roy", "Jeanne Dupont"),
    ],
)
def test_what_may_not(short: str, full: str) -> None:
    assert not variant(short, full)


@pytest.mark.parametrize("word", ["Jeanne", "JEANNE", "Jean-Paul", "JEAN-PAUL", "Marie-Jeanne"])
def test_given_names(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize("word", ["Zwingli", "Jean-Zwingli", "Zwingli-Jean", "Zwingli-Xylo", "", "-"])
def test_other_words_are_none(word: str) -> None:
    assert not is_given(word)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Jeanne Dupont", "f"),
        ("JEANNE DUPONT", "f"),
        ("Jean-Xylo Dupont", "m"),
        ("Ahoussou Marie-Xylo", "f"),
        ("Zwingli Jeanne", "f"),
        ("Paul", "m"),
        ("Zwingli Xylo", None),
        ("", None),
    ],
)
def test_gender_by_the_given_name(name: str, gender: str | None) -> None:
    assert given_gender(name) == gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Mme Roy", "f"), ("M. Roy", "m"), ("Me Roy", None), ("Mme", None), ("Jeanne Roy", None), ("", None)],
)
def test_gender_by_the_title(name: str, gender: str | None) -> None:
    assert title_gender(name) == gender


@pytest.mark.parametrize("word", ["J.", "J.-M.", "J.-M.-P.", "J-M", "B.", "É.", "Th."])
def test_initials(word: str) -> None:
    assert is_initial(word)


@pytest.mark.parametrize("word", ["Jo", "ONU", "Roy.", "j.", "J.-M.-P.-Q.", ""])
def test_no_initials(word: str) -> None:
    assert not is_initial(word)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("jean", "paul"), ("jean-paul",), True),
        (("j.-p.",), ("jean-paul",), True),
        (("j.",), ("jean-paul",), True),
        (("j.", "p."), ("jean", "paul"), True),
        (("jean",), ("jean-paul",), True),
        (("jean-paul",), ("jean-luc",), False),
        (("p.",), ("jean-paul",), False),
        (("j.-p.",), ("jean-marc",), False),
        (("jo",), ("jean",), False),
        (("paul",), ("jean-paul",), False),
        ((), ("jean",), True),
    ],
)
def test_given_names_that_agree(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert same_given(one, other) is same_given(other, one) is same


@pytest.mark.parametrize(
    ("acronym", "full", "is_one"),
    [
        ("CGT", "Confédération générale du travail", True),
        ("C.G.T.", "Confédération générale du travail", True),
        ("HRW", "Human Rights Watch", True),
        ("UE", "Union européenne", True),
        ("CGDT", "Confédération générale du travail", True),
        ("AFP", "Agence France-Presse", True),
        ("CFT", "Confédération générale du travail", False),
        ("Cgt", "Confédération générale du travail", False),
        ("C", "Confédération", False),
    ],
)
def test_acronyms(acronym: str, full: str, is_one: bool) -> None:
    assert acronym_of(acronym, full) is is_one


def test_the_fuller_of_two_names() -> None:
    order = ["Roy", "J. Roy", "PAUL ROY", "Paul Roy", "Paul M. Roy", "Paul Marie Roy"]
    assert sorted(reversed([*order]), key=fullness) == order  # noqa: C414


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("M. Le Pen", ("Le", "Pen")),
        ("le Dr Ève Roy", ("Ève", "Roy")),
        ("de Villepin", ("de", "Villepin")),
        ("Roy (Ève)", ("Roy", "Ève")),
        ("M.", ("M.",)),
    ],
)
def test_the_words_of_a_name(name: str, parts: tuple[str, ...]) -> None:
    assert words(name) == parts


def test_a_surname_behind_a_particle_tells_no_gender() -> None:
    assert given_gender("Yseult Ben Salah") is None
    assert given_gender("Ahoussou Marie-Laure") == "f"


def test_marks_alone_are_nobodys_name() -> None:
    assert not variant("0", "´")
