"""spaCy's documents as plain values: what the adapter and the component read of a `Doc`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.parsers.surface import fit
from quotes.text.view import view as fold
from quotes.types import Document, Entity, Region, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc


def tokens_of(doc: Doc, starts: Sequence[int], base: int = 0) -> Iterator[Token]:
    """Each token of a parsed `Doc` as a value. ``starts`` are their offsets, ``base`` the index of the first."""
    for token in doc:
        start = starts[token.i]
        yield Token(
            start,
            start + len(token.text),
            token.text,
            token.lemma_ or token.text,
            token.pos_,
            str(token.morph),
            base + token.head.i,
            token.dep_,
        )


def entities_of(doc: Doc, starts: Sequence[int]) -> Iterator[Entity]:
    """The entities of a `Doc`, whose tokens stand at ``starts``."""
    for ent in doc.ents:
        last = ent.end - 1
        yield Entity(starts[ent.start], starts[last] + len(doc[last]), ent.label_)


class DocParser:
    """A `quotes.parsers.base.Parser` for one text that spaCy has read already: ``doc.text``.

    The `Doc` has the tokens, sentences and heads of its own pipeline, made without regard for quotations;
    `quotes.parsers.surface.fit` says what becomes of them. It must have heads, tags and lemmas.
    """

    name = "spacy"

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
