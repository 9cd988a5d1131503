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
        """One document for each article, in order.

        An article is its view and the regions to read. Tokens are ordered and disjoint and slice
        the view; every sentence asked for is one sentence of the document (empty where it holds no
        token) with one root; heads stay inside their sentence.
        """
        ...
