"""The algebra of names: what is a form of a name, what is not, and which form is the fuller."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from texts import examples

from quotes.entities.names import (
    acronym_of,
    fold,
    fullness,
    given_gender,
    is_given,
    is_initial,
    same_given,
    split,
    title_gender,
    variant,
    words,
)
from quotes.testing import Name, names


@examples(200)
@given(names())
def test_every_form_stands_for_the_name(name: Name) -> None:
    full = str(name)
    for form in (full, full.upper(), name.family, name.titled, f"{name.given[0]}. {name.family}"):
        assert variant(form, full), form
    assert variant(name.surname, full)
    if is_given(name.given):
        assert variant(name.given, full)


@examples(200)
@given(names(), names())
def test_another_given_name_is_another_person(one: Name, two: Name) -> None:
    assume(fold(one.given).split("-")[0] != fold(two.given).split("-")[0])
    assert not variant(f"{two.given} {one.family}", str(one))


@examples(200)
@given(names(), names())
def test_another_surname_is_another_person(one: Name, two: Name) -> None:
    assume(not set(fold(one.family).split()) & set(fold(two.family).split()) - {"de", "la", "du", "le"})
    assume(fold(one.family).split()[-1] != fold(two.family).split()[-1])
    assert not variant(f"{one.given} {two.family}", str(one))
    assert not variant(two.titled, str(one))


@examples(200)
@given(names())
def test_the_whole_name_is_the_fullest_form(name: Name) -> None:
    full = str(name)
    for form in (name.surname, name.titled, f"{name.given[0]}. {name.family}", full.upper()):
        assert fullness(full) > fullness(form), form


@examples(200)
@given(names())
def test_titles_are_no_part_of_a_name_and_tell_the_gender(name: Name) -> None:
    assert words(name.titled) == words(name.family) == tuple(name.family.split())
    assert title_gender(name.titled) == name.gender
    assert title_gender(str(name)) is None
    # *Yseult Hubert* may be *Hubert Yseult* with the surname first, where the lexicon knows but one of both
    assert given_gender(str(name)) in (name.gender, None) or not is_given(name.given)


@examples(200)
@given(names())
def test_given_names_and_surname_make_the_name(name: Name) -> None:
    given_names, surname = split(str(name))
    assert " ".join((*given_names, *surname)) == fold(str(name))
    assert given_names == (fold(name.given),)
    assert surname == tuple(fold(name.family).split())


@examples(300)
@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text) == fold(text.replace("'", "\u2019"))


@examples(300)
@given(st.text(max_size=40), st.text(max_size=40))
def test_the_algebra_takes_any_text(one: str, two: str) -> None:
    assert variant(one, one)
    assert isinstance(variant(one, two), bool)
    assert isinstance(acronym_of(one, two), bool)
    assert same_given(split(one)[0], split(two)[0]) == same_given(split(two)[0], split(one)[0])
    assert fullness(one) == fullness(one)


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Le Pen", "Marine Le Pen", True),
        ("Pen", "Marine Le Pen", True),
        ("Marine", "Marine Le Pen", True),
        ("M. Le Pen", "Jean-Marie Le Pen", True),
        ("J.-M. Le Pen", "Jean-Marie Le Pen", True),
        ("J-M Le Pen", "Jean-Marie Le Pen", True),
        ("J. Le Pen", "Jean-Marie Le Pen", True),
        ("M.-J. Le Pen", "Jean-Marie Le Pen", False),
        ("Jean Le Pen", "Jean-Marie Le Pen", True),
        ("Jean-Luc Le Pen", "Jean-Marie Le Pen", False),
        ("Jean Marie Le Pen", "Jean-Marie Le Pen", True),
        ("LE PEN Marine", "Marine Le Pen", True),
        ("Marion Le Pen", "Marine Le Pen", False),
        ("Villepin", "Dominique de Villepin", True),
        ("de Villepin", "Dominique de Villepin", True),
        ("Estaing", "Valéry d'Estaing", True),
        ("Dominique", "Dominique de Villepin", True),
        ("Castaing", "Hélène Castaing-Roy", False),
        ("Zébulon", "Zébulon Castaing", True),  # a given name that the lexicon does not know
        ("de", "Dominique de Villepin", False),
        ("Garcia Marquez", "Gabriel Garcia Marquez", True),
        ("Garcia", "Gabriel Garcia Marquez", True),
        ("Márquez", "Gabriel Garcia Marquez", True),
        ("", "Marine Le Pen", False),
    ],
)
def test_forms_of_names(short: str, full: str, same: bool) -> None:
    assert variant(short, full) is same


@pytest.mark.parametrize(
    ("acronym", "full", "right"),
    [
        ("CGT", "Confédération générale du travail", True),
        ("HRW", "Human Rights Watch", True),
        ("SNCF", "Société nationale des chemins de fer français", True),
        ("ONU", "Organisation des Nations unies", True),
        ("CFDT", "Confédération générale du travail", False),
        ("cgt", "Confédération générale du travail", False),
        ("C", "Confédération générale", False),
        ("CGT", "Confédération", False),
        ("UFC", "Union fédérale des consommateurs – Que choisir", True),
        ("RDC", "République démocratique du Congo", True),
    ],
)
def test_acronyms(acronym: str, full: str, right: bool) -> None:
    assert acronym_of(acronym, full) is right


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("J.", True),
        ("J.-M.", True),
        ("J-M", True),
        ("B", True),
        ("Ph.", True),
        ("JM", False),
        ("ABCD", False),
        ("Jo", False),
    ],
)
def test_initials(word: str, right: bool) -> None:
    assert is_initial(word) is right
