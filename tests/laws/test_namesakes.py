"""Looked up by parts, nobody is missed whom a comparison with everybody finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.index import Index
from quotes.entities.matching import match_role
from quotes.entities.names import acronym_of, fold, variant, words
from quotes.entities.namesakes import Bodies, People, bare
from quotes.entities.roles import role

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

FUNCTION = st.tuples(
    st.sampled_from(sorted(lexicon.roles())),
    st.sampled_from(["", " de Lyon", " de la fédération", " socialiste", " chargé de l'eau"]),
).map("".join)


def entity(index: int, name: str, *functions: str) -> Entity:
    roles = tuple(held for held in map(role, functions) if held is not None)
    return Entity(index, name, "person", (name,), roles, None, ((index, index + 1),))


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


@given(st.lists(st.lists(FUNCTION, max_size=2), min_size=1, max_size=5), FUNCTION)
def test_functions(held: list[list[str]], asked: str) -> None:
    entities = [entity(i, f"Paul Roy{i}", *functions) for i, functions in enumerate(held)]
    wanted = role(asked)
    if wanted is not None:
        answer = {e.index for e in entities if any(match_role(wanted, one) for one in e.roles)}
        assert answer <= Index(entities).candidates(wanted)


@given(st.lists(PERSON, min_size=1, max_size=6), PERSON)
def test_whom_a_label_names(names: list[str], label: str) -> None:
    cast = [entity(i, name) for i, name in enumerate(names)]
    written = next((f for f in cast if fold(f.name) == fold(label)), None)
    fits = [f for f in cast if variant(label, f.name)]
    meant = written or (fits[0] if len(fits) == 1 else None)
    assert Index(cast).named(label) == meant
