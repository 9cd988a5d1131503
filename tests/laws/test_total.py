"""Law 3: nothing raises on any text, and extracting twice gives the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from layers import ANY, MARKS, NOISY, TEXTS, Layer, consistent, well_nested

from quotes.pipeline import Extractor

WHOLE = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))

ODD = {
    "nothing": "",
    "a blank": " ",
    "line ends": "\n\r\n\r\u2028\u2029\x85\x0b\x0c",
    "nulls": "\x00\x00« \x00 », a dit \x00.",
    "controls": "".join(map(chr, range(32))) + "« Oui », a dit Paul." + "".join(map(chr, range(127, 160))),
    "marks alone": '«»“”""»«”“"',
    "only opening": "«" * 60,
    "only closing": "»" * 60,
    "empty pairs": '«» « » “” "" « \u00a0 »',
    "one letter": "« A »",
    "marks at the ends": "»Oui«",
    "bidirectional": "\u202e« Oui »\u202c, a dit \u2066Paul\u2069.",
    "byte order mark": "\ufeff« Oui », a dit Paul Martin.",
    "combining": "« E\u0301te\u0301 », a dit He\u0301le\u0300ne Castaing.",
    "emoji": "« 👩‍👩‍👧 oui 🙂 », a dit Paul Martin 🎉.",
    "other scripts": "« Нет », 言った «はい» قال «نعم»",
    "one long word": "« " + "a" * 5000 + " », a dit Paul.",
    "dashes": "— \n— \n— Oui, dit-il.\n— ",
    "incise alone": ", dit-il.",
    "cue alone": "selon : a déclaré que « »",
    "colons": ":::::« : » : « :",
    "signature alone": "- Paul Martin (@paul) 3 mai 2019",
}
SURROGATES = {
    "high alone": "\ud83d« Oui », a dit Paul Martin.",
    "low alone": "« Oui \udc00 », a dit Paul Martin.",
    "as a word": "Le maire \ud800 a dit « oui » à \udfff hier.",
}
# they have their own test, so that the properties of the flow go on to hold for all other texts
WITHOUT_SURROGATES = TEXTS.map(lambda text: re.sub("[\ud800-\udfff]", "\ufffd", text))


@settings(max_examples=400)
@given(ANY)
def test_the_text_layer_reads_any_text_twice_the_same(text: str) -> None:
    assert Layer(text).values() == Layer(text).values()


@settings(max_examples=500)
@given(MARKS)
def test_the_text_layer_reads_marks_twice_the_same(text: str) -> None:
    assert Layer(text).values() == Layer(text).values()


@settings(max_examples=400)
@given(NOISY)
def test_the_text_layer_reads_noise_twice_the_same(text: str) -> None:
    layer = Layer(text)
    assert layer.values() == Layer(text).values()
    well_nested(layer.spans, len(text))


@pytest.mark.parametrize("name", [*ODD, *SURROGATES])
def test_the_text_layer_reads_odd_texts(name: str) -> None:
    Layer({**ODD, **SURROGATES}[name])


@pytest.mark.parametrize("name", ODD)
def test_the_flow_reads_odd_texts(name: str, extractor: Extractor) -> None:
    text = ODD[name]
    first = extractor.extract(text)
    assert first.article.text == text
    consistent(first)
    assert extractor.extract(text) == first


@pytest.mark.parametrize(
    "name",
    [
        "high alone",
        "low alone",
        "as a word",
    ],
)
def test_the_flow_reads_lone_surrogates(name: str, extractor: Extractor) -> None:
    first = extractor.extract(SURROGATES[name])
    consistent(first)
    assert extractor.extract(SURROGATES[name]) == first


@WHOLE
@given(text=WITHOUT_SURROGATES)
def test_the_flow_never_raises_and_its_offsets_are_right(extractor: Extractor, text: str) -> None:
    first = extractor.extract(text)
    assert first.article.text == text
    consistent(first)
    assert extractor.extract(text) == first


@WHOLE
@given(text=NOISY.map(lambda text: text.replace("\ud800", "")))
def test_the_flow_never_raises_on_noisy_french(extractor: Extractor, text: str) -> None:
    consistent(extractor.extract(text))


def test_a_stream_gives_what_single_articles_give(extractor: Extractor) -> None:
    texts = [*ODD.values(), "« Nous partons », a dit Paul Martin."]
    assert list(extractor.pipe(texts)) == [extractor.extract(t) for t in texts]
