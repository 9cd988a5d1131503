"""Law 3: nothing raises on any text, and extracting twice gives the same."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from layers import Layer, consistent, lawful
from texts import TEXTS, examples, torn

from quotes.ledger import Generator, build, dumps, loads, merge
from quotes.pipeline import Extractor

BLANKS = tuple(c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace() or c in "\u200b\u2060\ufeff\u180e")

ODD = {
    "a clause that ends in a dash": "La gare a été payée par la région pend— , déclare Anne Morel.",
    "a dash above its turn": "— \nui va payer ? dit Anne Morel.\n— Qui va payer ? demande Claire Vasseur.",
    "a colon in marks": "«Anne Morel, maire de Tarbes, déclare :\n\n  • « Où sont passés les crédits ? »",
    "a mark behind a verb": "» LIRE AUSSI : la halle a cent ans\n\n«Qui va payer ?», assurent« Anne Morel et Claire Vasseur.",
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
    "every blank": "".join(f"«{b}Oui{b}»{b}, a dit Paul Martin.\n" for b in BLANKS),
    "soft hyphens": "« Nous ir\u00adons », a dé\u00adcla\u00adré Paul Mar\u00adtin.",
    "combining marks alone": "« \u0301\u0308\u20dd », a dit \u0301Paul.",
    "signature alone": "- Paul Martin (@paul) 3 mai 2019",
}
SURROGATES = {
    "high alone": "\ud83d« Oui », a dit Paul Martin.",
    "low alone": "« Oui \udc00 », a dit Paul Martin.",
    "as a word": "Le maire \ud800 a dit « oui » à \udfff hier.",
}


@examples(400)
@given(TEXTS)
def test_the_text_layer_reads_any_text_twice_the_same(text: str) -> None:
    assert Layer(text).values() == Layer(text).values()


@pytest.mark.parametrize("name", [*ODD, *SURROGATES])
def test_the_text_layer_reads_odd_texts(name: str) -> None:
    lawful(Layer({**ODD, **SURROGATES}[name]))


@pytest.mark.parametrize("name", ODD)
def test_the_flow_reads_odd_texts(name: str, extractor: Extractor) -> None:
    text = ODD[name]
    first = extractor.extract(text)
    assert first.article.text == text
    consistent(first)
    assert extractor.extract(text) == first


@pytest.mark.parametrize("name", SURROGATES)
def test_the_flow_reads_lone_surrogates(name: str, extractor: Extractor) -> None:
    first = extractor.extract(SURROGATES[name])
    consistent(first)
    assert extractor.extract(SURROGATES[name]) == first


@examples(60)
@given(text=TEXTS)
def test_the_flow_never_raises_and_its_offsets_are_right(extractor: Extractor, text: str) -> None:
    first = extractor.extract(text)
    assert first.article.text == text
    consistent(first)
    assert extractor.extract(text) == first


@examples(60)
@given(text=torn())
def test_the_flow_reads_torn_french(extractor: Extractor, text: str) -> None:
    consistent(extractor.extract(text))


@examples(30)
@given(text=torn())
def test_the_ledger_of_any_text_is_written_and_read_back(extractor: Extractor, text: str) -> None:
    """Law 3 and 7: the same bytes twice, and they are the ledger."""
    generator = Generator("quotes", "0")
    made = build([extractor.extract(text)], generator)
    assert dumps(made) == dumps(build([extractor.extract(text)], generator))
    assert loads(dumps(made)) == made
    assert merge(made, made) == made


def test_a_stream_gives_what_single_articles_give(extractor: Extractor) -> None:
    texts = [*ODD.values(), "« Nous partons », a dit Paul Martin."]
    assert list(extractor.pipe(texts)) == [extractor.extract(t) for t in texts]
