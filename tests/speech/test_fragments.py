"""Marked words in the reporter's own clause: which source phrases the grammar offers for them."""

from __future__ import annotations

import pytest

from quotes.pipeline import Extractor, Text, article_of
from quotes.speech.fragments import fragments
from quotes.speech.propose import propose
from quotes.types import Article

# a sentence, the marked words, how a source is offered, its words
CASES = [
    (
        "La paroisse attend un « sursaut collectif » de la part des élus.",
        "sursaut collectif",
        "subject of a verb, finite",
        "La paroisse",
    ),
    (
        "Un tiers des pêcheurs déplore la « paperasse sans fin » du port.",
        "paperasse sans fin",
        "subject of a verb that reports, finite",
        "Un tiers des pêcheurs",
    ),
    (
        "« C'est trop long », commentait un élu, en moquant « la lenteur » du préfet.",
        "la lenteur",
        "subject of the main verb",
        "un élu",
    ),
    ("Le projet, jugé « trop cher » par les riverains, est suspendu.", "trop cher", "par behind", "les riverains"),
    ("La promesse du maire d'une « ville apaisée » a surpris.", "ville apaisée", "whose noun it is", "maire"),
    (
        "Le ministre, qui condamne « une dérive », sera reçu lundi.",
        "une dérive",
        "subject of a verb that reports, finite",
        "Le ministre",
    ),
]


@pytest.mark.parametrize(("text", "words", "how", "source"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_source_is_offered(text: str, words: str, how: str, source: str, extractor: Extractor) -> None:
    read = Text(Article(text))
    (document,) = extractor.parser.parse([(read.view, read.regions())])
    article = article_of(read, document)
    offered = {
        (
            text[article.spans[c.spans[0]].start : article.spans[c.spans[0]].end],
            c.name,
            text[c.source.start : c.source.end],
        )
        for c in fragments(article, 0)
        if c.source is not None
    }
    assert (words, how, source) in offered


def test_no_source_stands_inside_its_own_words(extractor: Extractor) -> None:
    text = "« Le maire Paul Roy ment », a lancé Anne Morel, avant de parler d'« une honte pour le préfet »."
    read = Text(Article(text))
    (document,) = extractor.parser.parse([(read.view, read.regions())])
    article = article_of(read, document)
    for candidate in (c for group in propose(article) for c in group if c.sourced_only):
        assert candidate.source is not None
        assert all(not a.start <= candidate.source.start < a.end for a in (article.spans[i] for i in candidate.spans))
