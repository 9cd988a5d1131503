"""`quotes.testing` itself: good French, gold in the right place, examples that a person can read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from quotes.testing import (
    CONSTRUCTIONS,
    NOISES,
    STYLES,
    Drawn,
    Name,
    articles,
    marks,
    missing,
    names,
    speeches,
    surplus,
)
from quotes.testing.french import agree, capital, contract, definite, elide, inverted, regular, stressed
from quotes.types import Quote

PLAIN = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(
    ("got", "right"),
    [
        (elide("que", "elle"), "qu'elle"),
        (elide("que", "l'hôpital"), "que l'hôpital"),
        (elide("que", "Étienne"), "qu'Étienne"),
        (elide("de", "Hyères"), "d'Hyères"),
        (elide("se", "est"), "s'est"),
        (elide("se", "réjouit"), "se réjouit"),
        (contract("de", "le maire"), "du maire"),
        (contract("de", "les élus"), "des élus"),
        (contract("de", "la maire"), "de la maire"),
        (contract("de", "Albi"), "d'Albi"),
        (contract("à", "le maire"), "au maire"),
        (contract("à", "Albi"), "à Albi"),
        (definite("éleveuse", "f"), "l'éleveuse"),
        (definite("halle", "f"), "la halle"),
        (definite("préfet", "m"), "le préfet"),
        (agree("sera ouvert·", "f", True), "sera ouvertes"),
        (agree("sera ouvert·", "m"), "sera ouvert"),
        (stressed("m"), "lui"),
        (stressed("m", True), "eux"),
        (capital("à l'aube"), "À l'aube"),
        (inverted("a", "elle"), "-t-"),
        (inverted("dit", "il"), "-"),
        (inverted("ajoutent", "elles"), "-"),
        (regular("rappeler").conjugated("f", False, False), ("rappelle", "")),
        (regular("inquiéter", reflexive=True).conjugated("f", True, True), ("sont", "inquiétées")),
        (str(Name("Hélène", "de Kersauson", "f")), "Hélène de Kersauson"),
        (Name("Hélène", "de Kersauson", "f").titled, "Mme de Kersauson"),
        (Name("Anne", "d'Arvieux", "f").surname, "Arvieux"),
    ],
)
def test_grammar(got: object, right: object) -> None:
    assert got == right


WRONG = re.compile(
    r"\b(?:de le|de les|à le|à les|que (?:elle|il|on)|de [aeiouéèêh](?!uit|alle|angar|ausse)\w*|le [aeiouéè]\w+|se est)\b|·|  |,,| ,|\.\.",
)


@PLAIN
@given(articles(noise=()))
def test_no_elision_or_contraction_is_missed(drawn: Drawn) -> None:
    found = WRONG.search(drawn.text.replace("de La", "").replace("de huit", ""))
    assert found is None, found


@PLAIN
@given(articles())
def test_the_gold_lies_where_it_says(drawn: Drawn) -> None:
    for quote in drawn.quotes:
        spans = [quote.content] if quote.content else list(quote.verbatim)
        assert quote.text.split() == " ".join(drawn.text[a:b] for a, b in spans).split()
        for named in (quote.cue, quote.mention):
            assert named is None or drawn.text[named.start : named.end] == named.text
        assert quote.speaker is not None
        assert quote.why[0] in CONSTRUCTIONS


@PLAIN
@given(articles())
def test_the_drawn_answer_is_its_own_answer(drawn: Drawn) -> None:
    assert missing(drawn, drawn.quotes) == ()
    assert surplus(drawn, drawn.quotes) == ()
    assert missing(drawn, ()) == drawn.quotes


@PLAIN
@given(articles())
def test_it_prints_as_the_text_with_its_gold(drawn: Drawn) -> None:
    shown = str(drawn)
    bare = re.sub(r"</?(?:[vcm]|cue)\d+>", "", shown)
    assert bare.startswith(drawn.text)
    assert all(
        f"\n{n}. {q.type}, {q.why[0]}: {q.speaker.name}" in shown for n, q in enumerate(drawn.quotes, 1) if q.speaker
    )


def first(strategy: st.SearchStrategy[Drawn], condition: Callable[[Drawn], bool] = lambda _: True) -> Drawn:
    """The first example of a strategy is the plainest one; here the first that meets a condition."""
    once = settings(max_examples=300, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    return find(strategy, condition, settings=once)


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_the_plainest_example_of_each_construction_is_a_line_or_two(name: str) -> None:
    drawn = first(articles(constructions=[name]))
    assert len(drawn.text) < 260, drawn.text
    assert drawn.noise == ()
    assert {q.why[0] for q in drawn.quotes} == {name}


@pytest.mark.parametrize("name", NOISES)
def test_each_noise_can_be_asked_for(name: str) -> None:
    drawn = first(articles(noise=[name]), lambda d: name in d.noise)
    assert set(drawn.noise) == {name}


def test_unknown_names_are_refused_with_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"no construction is called 'x'; there are: « … », verb source"):
        first(articles(constructions=["x"]))
    with pytest.raises(ValueError, match="no style is called"):
        first(articles(styles=["x"]))
    with pytest.raises(ValueError, match="fits none of these styles"):
        first(articles(constructions=["interview"], styles=["group"]))


@PLAIN
@given(names(), names("f"), speeches(), marks())
def test_the_smaller_strategies(name: Name, woman: Name, speech: object, pair: object) -> None:
    assert woman.gender == "f"
    assert str(name).startswith(name.given)
    assert speech.whole.endswith((".", "!", "?", "…"))  # type: ignore[attr-defined]
    assert speech.whole[0].isupper()  # type: ignore[attr-defined]
    assert pair.around("oui")[0].startswith(("«", '"', "“", "„", "<"))  # type: ignore[attr-defined]


def test_a_wrong_speaker_a_wrong_type_and_a_wrong_stretch_are_missed() -> None:
    from dataclasses import replace

    drawn = first(articles(constructions=["« … », verb source"], styles=["name"], noise=()))
    (quote,) = drawn.quotes

    def lost(**changed: object) -> tuple[Quote, ...]:
        return missing(drawn, [replace(quote, **changed)])  # type: ignore[arg-type]

    assert quote.speaker is not None
    assert lost() == ()
    assert lost(speaker=replace(quote.speaker, name=quote.speaker.name.upper())) == ()
    assert lost(speaker=None) == (quote,)
    assert lost(speaker=replace(quote.speaker, name="Paul Vasseur")) == (quote,)
    assert lost(type="mixed") == (quote,)
    assert lost(verbatim=((quote.verbatim[0][0] + 1, quote.verbatim[0][1]),)) == (quote,)


@PLAIN
@given(st.data())
def test_any_mixture_of_constructions_styles_and_noise_is_written(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(CONSTRUCTIONS)), min_size=1, max_size=4, unique=True))
    styles = data.draw(st.lists(st.sampled_from(STYLES), max_size=3))
    drawn = data.draw(articles(constructions=chosen, styles=["name", *styles], max_passages=4))
    assert set(drawn.styles) <= {"name", *styles}
    assert set(drawn.constructions) <= set(chosen)
