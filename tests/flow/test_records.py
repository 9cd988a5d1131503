"""What a record says besides words and speaker: type, kind, others, relay, cue and mention, roles, names."""

from __future__ import annotations

import pytest

from quotes.pipeline import Extractor
from quotes.types import Extraction, Quote, Speaker


def _one(extraction: Extraction) -> Quote:
    assert len(extraction.quotes) == 1, [q.text for q in extraction.quotes]
    return extraction.quotes[0]


def _speaker(quote: Quote) -> Speaker:
    assert quote.speaker is not None
    return quote.speaker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Odile Garrigue a dit : « La halle brûle. »", "direct"),
        ("« La halle brûle », a dit Odile Garrigue.", "direct"),
        ("Selon Odile Garrigue, « la halle brûle encore ».", "direct"),
        ("Odile Garrigue a dénoncé « une honte ».", "mixed"),
        ("Odile Garrigue affirme que la halle est « perdue ».", "mixed"),
        ("Odile Garrigue affirme que « la halle est perdue ».", "mixed"),
        ("Odile Garrigue affirme que la halle est perdue.", "indirect"),
        ("La halle est perdue, affirme Odile Garrigue.", "indirect"),
        ("Selon Odile Garrigue, la halle est perdue.", "indirect"),
        ("Odile Garrigue promet de rebâtir la halle.", "indirect"),
    ],
)
def test_types(text: str, kind: str, extractor: Extractor) -> None:
    assert _one(extractor.extract(text)).type == kind


def test_a_clause_marked_from_end_to_end_has_its_words_as_content(extractor: Extractor) -> None:
    quote = _one(extractor.extract("Odile Garrigue affirme que « la halle est perdue »."))
    assert quote.content == quote.verbatim[0]


def test_marked_words_of_a_phrase_have_no_content(extractor: Extractor) -> None:
    assert _one(extractor.extract("Odile Garrigue a dénoncé « une honte ».")).content is None


def test_several_marked_stretches_of_a_clause_are_one_record(extractor: Extractor) -> None:
    text = "Odile Garrigue affirme que la halle est « perdue » et que la ville est « coupable »."
    quote = _one(extractor.extract(text))
    assert [text[a:b] for a, b in quote.verbatim] == ["perdue", "coupable"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("« La halle brûle », a dit Odile Garrigue.", "person"),
        ("« La halle brûle », a dit une voisine.", "person"),
        ("« La halle brûle », a indiqué la préfecture.", "organisation"),
        ("La Croix-Rouge affirme que la halle est perdue.", "organisation"),
        ("« La halle brûle », ont crié les forains.", "group"),
        ("Le rapport affirme que la halle est perdue.", "document"),
    ],
)
def test_kinds(text: str, kind: str, extractor: Extractor) -> None:
    assert _speaker(_one(extractor.extract(text))).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "« La halle brûle », ont dit Odile Garrigue et Fernand Peyrac.",
        "Odile Garrigue et Fernand Peyrac affirment que la halle est perdue.",
        "Odile Garrigue et Fernand Peyrac ont déclaré : « La halle brûle. »",
        "Selon Odile Garrigue et Fernand Peyrac, la halle est perdue.",
    ],
)
def test_two_speakers_at_once(text: str, extractor: Extractor) -> None:
    quote = _one(extractor.extract(text))
    assert _speaker(quote).name == "Odile Garrigue"
    assert [other.name for other in quote.others] == ["Fernand Peyrac"]


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        ("Selon Radio Quercy, Odile Garrigue a dit que la halle était perdue.", "Odile Garrigue", "Radio Quercy"),
        ("Selon Le Monde, Odile Garrigue affirme que la halle est perdue.", "Odile Garrigue", "Le Monde"),
        ("D'après Radio Quercy, Odile Garrigue a annoncé que la halle rouvrirait.", "Odile Garrigue", "Radio Quercy"),
        (
            "Selon Radio Quercy, Odile Garrigue, secrétaire générale du parti, déclare que la halle est à vendre.",
            "Odile Garrigue",
            "Radio Quercy",
        ),
        (
            "Selon le quotidien L'Écho d'Albi, la préfecture rappelle que la route est fermée.",
            "la préfecture",
            "L'Écho d'Albi",
        ),
    ],
)
def test_the_passer_on_is_no_speaker(text: str, speaker: str, relay: str, extractor: Extractor) -> None:
    quote = _one(extractor.extract(text))
    assert _speaker(quote).name == speaker
    assert quote.relay is not None
    assert quote.relay.name == relay


def test_cue_and_mention_are_the_words_of_the_text(extractor: Extractor) -> None:
    text = "Odile Garrigue tient la halle. « Elle brûle », a-t-elle crié."
    quote = _one(extractor.extract(text))
    assert quote.cue is not None
    assert quote.mention is not None
    assert "crié" in text[quote.cue.start : quote.cue.end]
    assert quote.cue.lemma == "crier"
    assert text[quote.mention.start : quote.mention.end] == "elle"


def test_a_speaker_has_the_roles_and_names_of_the_article(extractor: Extractor) -> None:
    text = (
        "Odile Garrigue, directrice de la halle, est inquiète. "
        "« Le toit cède », a prévenu Mme Garrigue. « Il pleut dedans », a dit Garrigue."
    )
    first, second = extractor.extract(text).quotes
    assert _speaker(first) == _speaker(second)
    assert _speaker(first).name == "Odile Garrigue"
    assert any("directrice de la halle" in role for role in _speaker(first).roles)
    assert "Garrigue" in _speaker(first).aliases
    assert _speaker(first).gender == "female"


def test_no_source_is_a_record_with_a_reason(extractor: Extractor) -> None:
    quote = _one(extractor.extract("« La halle brûle depuis minuit et personne ne vient. »"))
    assert quote.speaker is None
    assert quote.mention is None
    assert quote.why


def test_the_wanted_types_alone_are_kept(extractor: Extractor) -> None:
    text = "« La halle brûle », a dit Odile Garrigue. Elle affirme que le toit cède."
    only = Extractor(parser=extractor.parser, types=["indirect"])
    assert [q.type for q in only.extract(text).quotes] == ["indirect"]


def test_an_article_keeps_its_text_and_a_stream_its_order(extractor: Extractor) -> None:
    texts = ["« Un », a dit Odile Garrigue.", "", "« Deux », a dit Fernand Peyrac."]
    read = list(extractor.pipe(texts))
    assert [e.article.text for e in read] == texts
    assert [len(e.quotes) for e in read] == [1, 0, 1]
