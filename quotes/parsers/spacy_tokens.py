"""spaCy's documents as plain values: what the adapter and the component read of a `Doc`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import add
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS

from quotes.parsers.surface import fit
from quotes.text.view import view as fold
from quotes.types import Document, NamedSpan, Region, Token

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc


class Strings(dict[int, str]):
    """The strings of a store by their keys, each decoded once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        text = self[key] = self._store[key]
        return text


def tokens_of(doc: Doc, starts: Sequence[int], base: int = 0, strings: Strings | None = None) -> Iterator[Token]:
    """Each token of a parsed `Doc` as a value. ``starts`` are their offsets, ``base`` the index of the first.

    ``strings`` is given where they are kept from one `Doc` to the next.
    """
    known = Strings(doc.vocab.strings) if strings is None else strings
    # One array is read for all: asking spaCy's tokens one by one takes longer than the rest of the adapter.
    columns = doc.to_array([ORTH, LEMMA, POS, MORPH, DEP, HEAD])
    words, lemmas, tags, morphs, labels = columns[:, :5].T.tolist()
    texts = [known[word] for word in words]
    featureless = doc.vocab.strings["_"]
    return map(
        Token,
        starts,
        map(add, starts, map(len, texts)),
        texts,
        [known[lemma] or text for lemma, text in zip(lemmas, texts, strict=True)],
        [known[tag] for tag in tags],
        ["" if morph == featureless else known[morph] for morph in morphs],
        (columns[:, 5].astype(np.int64) + np.arange(base, base + len(texts))).tolist(),
        [known[label] for label in labels],
    )


def entities_of(doc: Doc, starts: Sequence[int]) -> Iterator[NamedSpan]:
    """The entities of a `Doc`, whose tokens stand at ``starts``."""
    for ent in doc.ents:
        last = ent.end - 1
        yield NamedSpan(starts[ent.start], starts[last] + len(doc[last]), ent.label_)


class DocParser:
    """A `quotes.parsers.base.Parser` for one text that spaCy has read already: ``doc.text``.

    The `Doc` has the tokens, sentences and heads of its own pipeline, made without regard for quotations;
    `quotes.parsers.surface.fit` says what becomes of them. It must have heads, tags and lemmas.
    """

    name = "spacy"
    bound = True  # to the offsets of the doc: its text cannot be undressed

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.model = f"a Doc of {doc.lang_}"

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        """See `quotes.parsers.base.Parser`. The only article is the text of the `Doc`."""
        doc = self._doc
        starts = [token.idx for token in doc]
        # The rules read the view, where *l’* is *l'*; a lemma that keeps the text's own apostrophe would be no word.
        words = [replace(token, lemma=fold(token.lemma)) for token in tokens_of(doc, starts)]
        entities = list(entities_of(doc, starts)) if doc.has_annotation("ENT_IOB") else None
        for view, regions in articles:
            yield fit(words, entities, view, regions)
