"""The laws of the parsers: what `quotes.parsers.base.Parser` promises, as one check of one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotes.parsers.base import Parser
from quotes.types import Document, Region, Span

UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
LABELS = frozenset("PER ORG LOC MISC".split())


def check(view: str, regions: Sequence[Region], document: Document) -> None:
    """All laws for what was read of these regions."""
    asked = [pieces for region in regions for pieces in region.sentences]
    assert len(document.sentences) == len(asked), "one sentence for each that was asked for"
    end = 0
    for pieces, (first, last) in zip(asked, document.sentences, strict=True):
        assert first == end, "sentences follow each other"
        assert first <= last
        end = last
        _tokens(view, pieces, document, (first, last))
        _tree(document, (first, last))
    assert end == len(document.tokens), "every token is in a sentence"
    _entities(document)


def _tokens(view: str, pieces: Sequence[Span], document: Document, sentence: Span) -> None:
    """Ordered, disjoint, inside the pieces; what no token covers is blank."""
    tokens = document.tokens[slice(*sentence)]
    rest = iter(tokens)
    token = next(rest, None)
    for start, end in pieces:
        at = start
        while token is not None and token.start < end:
            assert at <= token.start < token.end <= end, (token, view[start:end])
            assert token.text == view[token.start : token.end]
            assert token.text == token.text.strip() != ""
            assert not view[at : token.start].strip(), "only blanks between tokens"
            assert token.lemma
            assert token.upos in UPOS, token
            assert all("=" in feature for feature in token.morph.split("|") if feature), token
            at = token.end
            token = next(rest, None)
        assert not view[at:end].strip(), f"read nothing of {view[at:end]!r}"
    assert token is None, "no token beyond the pieces"


def _tree(document: Document, sentence: Span) -> None:
    """One root; every other token hangs, in the end, on it."""
    tokens = document.tokens
    first, last = sentence
    roots = [i for i in range(first, last) if tokens[i].head == i]
    assert len(roots) == (first < last), [tokens[i] for i in roots]
    for i in range(first, last):
        assert first <= tokens[i].head < last, "heads stay in their sentence"
        assert (tokens[i].dep == "ROOT") == (tokens[i].head == i), tokens[i]
        seen = {i}
        while tokens[i].head != i:
            i = tokens[i].head
            assert i not in seen, "no cycles"
            seen.add(i)


def _entities(document: Document) -> None:
    """Ordered, disjoint, on the edges of tokens, each in one sentence."""
    starts = {token.start: i for i, token in enumerate(document.tokens)}
    ends = {token.end: i for i, token in enumerate(document.tokens)}
    sentence_of = {i: s for s, (a, b) in enumerate(document.sentences) for i in range(a, b)}
    before = 0
    for entity in document.entities:
        assert before <= entity.start < entity.end
        before = entity.end
        assert entity.label in LABELS, entity
        assert sentence_of[starts[entity.start]] == sentence_of[ends[entity.end]], entity


class Lawful:
    """A parser whose every document is checked on its way out."""

    def __init__(self, parser: Parser) -> None:
        self.name, self.model, self._parser = parser.name, parser.model, parser
        self.documents = 0

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        asked = list(articles)
        for (view, regions), document in zip(asked, self._parser.parse(asked), strict=True):
            check(view, regions, document)
            self.documents += 1
            yield document
