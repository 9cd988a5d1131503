"""How it was said: the words that show it, and what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicon
from quotes.pipeline import Extractor
from quotes.types import STATUSES

TABLE = [
    ("Le ministre aurait déclaré que la ligne fermerait en mars.", "conditional", "aurait"),
    ("Selon la police, l'homme aurait pris la fuite à pied.", "conditional", "aurait"),
    ("Selon la police, l'homme a pris la fuite à pied.", "asserted", None),
    ("Anne Morel n'a pas dit que la gare fermerait.", "denied", "n'a pas"),
    ("Anne Morel n'a jamais affirmé que la gare fermerait.", "denied", "n'a jamais"),
    ("Gaëlle Morvan n'a pas caché que le phare fermerait en octobre.", "asserted", None),
    ("Khadija Le Goff nie avoir poussé son collègue dans l'escalier.", "denied", "nie"),
    ("« Je n'ai poussé personne dans l'escalier », dément Khadija Le Goff.", "asserted", None),
    ("Antoine Bouvier demande si les caméras seront retirées du parc.", "asked", "demande"),
    ("Antoine Bouvier demande que les caméras soient retirées du parc.", "asserted", None),
    ("« Où est passé l'argent de la commune ? », se demande Marc Lemaire.", "asked", "se demande"),
    ("Selon la police, l'homme pourrait revenir sur les lieux.", "asserted", None),
    ("Anne Morel souhaiterait que la gare rouvre en mars.", "asserted", None),
    ("Anne Morel annoncera demain que le musée rouvrira en septembre.", "future", "annoncera"),
    ("« Tout ira bien pour les enfants », dira Anne Morel aux juges.", "asserted", None),
    ("Anne Morel va annoncer que le musée rouvrira en septembre.", "future", "va"),
    ("Anne Morel a annoncé que le musée rouvrirait en septembre.", "asserted", None),
    ("« Le musée rouvrira en septembre », a annoncé Anne Morel.", "asserted", None),
]


@pytest.mark.parametrize(("text", "status", "words"), TABLE, ids=[text for text, *_ in TABLE])
def test_how_it_was_said(extractor: Extractor, text: str, status: str, words: str | None) -> None:
    quotes = extractor.extract(text).quotes
    assert quotes
    assert {(one.status, one.status_words and one.status_words.text) for one in quotes} == {(status, words)}


def test_the_examples_of_the_lexicon(extractor: Extractor) -> None:
    for lemma, status, example in lexicon.rows("manners"):
        assert status in STATUSES
        assert {one.status for one in extractor.extract(example).quotes} == {status}, lemma


@given(st.lists(st.sampled_from([text for text, *_ in TABLE]), min_size=1, max_size=5))
def test_the_words_stand_where_the_record_says(extractor: Extractor, sentences: list[str]) -> None:
    text = "\n".join(sentences).replace("'", "’")
    for one in extractor.extract(text).quotes:
        assert (one.status == "asserted") == (one.status_words is None)
        if one.status_words is not None:
            assert text[one.status_words.start : one.status_words.end] == one.status_words.text
