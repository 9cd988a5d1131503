"""Looked up by parts, nobody is missed whom a comparison with everybody finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes.speakers.names import acronym_of, fold, variant, words
from quotes.speakers.namesakes import Bodies, People, bare

PERSON = st.lists(
    st.sampled_from("Jean Paul Jean-Paul Marie J. J.-P. Roy ROY Le Pen de Villepin Ahoussou Zoé X M. Mme".split()),
    min_size=1,
    max_size=4,
).map(" ".join)
BODY = st.lists(
    st.sampled_from("la CGT Confédération générale du travail AFP Agence France-Presse ONU de l'État LE".split()),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(st.lists(PERSON, min_size=1, max_size=6), PERSON)
def test_people(others: list[str], name: str) -> None:
    if len(words(name)) > 1:  # full names are filed, and asked for, before the others
        others = [other for other in others if len(words(other)) > 1]
    people = People()
    for number, other in enumerate(others):
        people.file(other, number)
    meant = {i for i, other in enumerate(others) if variant(name, other) or variant(other, name)}
    assert meant <= set(people.find(name))


@given(st.lists(BODY, min_size=1, max_size=6), BODY)
def test_bodies(filed: list[str], name: str) -> None:
    bodies = Bodies()
    for number, one in enumerate(filed):
        bodies.file(one, number)
    meant = [
        i
        for i, one in enumerate(filed)
        if fold(one) == fold(name)
        or bare(fold(one)) == bare(fold(name))
        or acronym_of(one, name)
        or acronym_of(name, one)
    ]
    assert set(meant) <= set(bodies.find(name))
