"""The Stanza adapter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from quotes.parsers.stanza_models import load
from quotes.parsers.surface import ROOT, fit
from quotes.types import Document, NamedSpan, Region, Span, Token

Tokenizer = Callable[[str], Iterable[Span]]
"""Text of a sentence in, the extents of its tokens out: in order, disjoint, without blanks at their edges."""

_BATCH = 16  # articles that go through the pipeline together


class StanzaParser:
    """Reads regions with a French Stanza pipeline that is on the disk; it never downloads anything.

    ``folder`` is where `stanza.download` put the models (default: Stanza's own place), ``package`` one of
    the packages in it. Sentences are given to the pipeline as the text layer cut them; their tokens too
    where there is a ``tokenize`` (Stanza then expands no *du* or *aux*). Where the package has no entities,
    names are read off tags and capitals. `ModelError` where Stanza or the models are not there.
    """

    name = "stanza"

    def __init__(self, folder: str | None = None, package: str = "default", tokenize: Tokenizer | None = None) -> None:
        self._tokenize = tokenize
        self._pipeline, models, version = load(folder, package, fed=tokenize is not None)
        self._entities = "ner" in models
        self.model = f"fr_{models['depparse']} (stanza {version})"

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        """See `quotes.parsers.base.Parser`."""
        rest = iter(articles)
        while batch := list(islice(rest, _BATCH)):
            sheets = [_Sheet(view, regions) for view, regions in batch]
            read = self._read([sheet for sheet in sheets if sheet.text])
            for sheet, (view, regions) in zip(sheets, batch, strict=True):
                words, entities = sheet.values(next(read)) if sheet.text else ([], [])
                yield fit(words, entities if self._entities else None, view, regions)

    def _read(self, sheets: Sequence[_Sheet]) -> Iterator[Any]:
        """One Stanza document for each sheet."""
        if not sheets:
            return iter(())
        with _one_thread():
            if self._tokenize is None:
                return iter(self._pipeline.bulk_process([sheet.text for sheet in sheets]))
            return iter(self._pipeline.bulk_process([sheet.fed(self._tokenize) for sheet in sheets]))


class _Sheet:
    """The sentences of an article as Stanza gets them: one text, a blank line between two of them.

    Its text is made of pieces of the view, so every offset in it has one in the view.
    """

    def __init__(self, view: str, regions: Iterable[Region]) -> None:
        self.sentences: list[str] = []
        self._at: list[int] = []  # where pieces begin in the text
        self._view: list[int] = []  # where the same pieces begin in the view
        length = 0
        for sentence in chain.from_iterable(region.sentences for region in regions):
            pieces = [(start, end) for start, end in sentence if view[start:end].strip()]
            if not pieces:
                continue
            for start, end in pieces:
                self._at.append(length)
                self._view.append(start)
                length += end - start + 1  # and the blank, or the first line end, behind it
            length += 1
            self.sentences.append(" ".join(view[start:end] for start, end in pieces).translate(_PLAIN))
        self.text = "\n\n".join(self.sentences)

    def fed(self, tokenize: Tokenizer) -> Any:
        """A Stanza document whose tokens are given."""
        from stanza.models.common.doc import Document as StanzaDocument

        rows: list[list[dict[str, Any]]] = []
        start = 0
        for text in self.sentences:
            extents = list(tokenize(text))
            rows.append(
                [
                    {"id": (i,), "text": text[a:b], "start_char": start + a, "end_char": start + b}
                    for i, (a, b) in enumerate(extents, 1)
                ]
            )
            start += len(text) + 2
        return StanzaDocument(rows, self.text)

    def values(self, read: Any) -> tuple[list[Token], list[NamedSpan]]:
        """Words and entities of the Stanza document of this text, with the offsets of the view."""
        words = [
            replace(word, start=start, end=end)
            for word in words_of(read)
            for start, end in [self._extent(word.start, word.end)]
        ]
        return words, [NamedSpan(*self._extent(ent.start_char, ent.end_char), ent.type) for ent in read.ents]

    def _extent(self, start: int, end: int) -> Span:
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, at: int) -> int:
        piece = bisect_right(self._at, at) - 1
        return self._view[piece] + at - self._at[piece]


# Stanza takes these for blanks and would leave them out; a line end would end the sentence.
_PLAIN = {ord("\n"): " ", **dict.fromkeys(range(0x80, 0xA0), "\ufffd")}


def words_of(read: Any) -> Iterator[Token]:
    """The words of a Stanza document as values; those of one multiword token (*de*, *le*) have its extent, *du*."""
    base = 0
    for sentence in read.sentences:
        for token in sentence.tokens:
            for word in token.words:
                own = base + word.id - 1
                yield Token(
                    token.start_char,
                    token.end_char,
                    token.text,
                    word.lemma or "",
                    word.upos or "X",
                    word.feats or "",
                    base + word.head - 1 if word.head else own,
                    word.deprel if word.head else ROOT,
                )
        base += len(sentence.words)


@contextmanager
def _one_thread() -> Iterator[None]:
    """One thread while Stanza reads: more make several workers slower than one, and one worker little faster."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
