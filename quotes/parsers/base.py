"""The contract of the parsers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from quotes.types import Document, Region


class Parser(Protocol):
    """Regions of an article in, plain values out.

    ``name`` and ``model`` say what read the text, for the ledger's generator.
    """

    name: str
    model: str

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        """One document for each article, in order. They may be read together: the caller gives what fits in memory.

        An article is its view and the regions to read: sentences, each of one or more pieces of the view.
        What every parser promises, and `tests/contract` holds each of them to:

        - Every sentence asked for is one sentence of the document, empty where its pieces are blank.
        - Tokens are in order and disjoint, lie inside the pieces and slice the view; what no token of a
          piece covers is blank. Offsets are code points, end exclusive.
        - A sentence that is not empty has one root, whose ``dep`` is ``ROOT`` and whose head is itself; all
          other heads lead to it. Relations and tags are those of Universal Dependencies.
        - A word that is written as one is one token: a contraction (*du*, *aux*) has the features of the word
          in it whose head lies outside, which is its preposition; a name with hyphens is whole.
        - Entities begin and end with tokens, do not overlap, and do not run over the end of a sentence.

        No text raises; a parser or model that cannot be had is a `quotes.errors.ModelError` before any is read.
        """
        ...
