"""What the text layer and the flow return, and what must be true of all of it."""

from __future__ import annotations

from quotes.text.dialogue import Turn, as_spans, turns
from quotes.text.incises import inner_incises
from quotes.text.layout import layout
from quotes.text.pairing import pair
from quotes.text.sentences import sentences
from quotes.text.signatures import signed
from quotes.text.view import view
from quotes.types import Block, Extraction, MarkedSpan, Quote, Sentence, Span


class Layer:
    """What the text layer reads of a text, before any parser: the calls of the pipeline in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.view: str = view(text)
        self.blocks: tuple[Block, ...] = tuple(layout(self.view))
        self.marked: tuple[MarkedSpan, ...] = tuple(pair(self.view, self.blocks))
        self.turns: tuple[Turn, ...] = tuple(turns(self.view, self.blocks, self.marked))
        self.spans: tuple[MarkedSpan, ...] = tuple(as_spans(self.turns, self.marked))
        found = {i: tuple(inner_incises(self.view, s)) for i, s in enumerate(self.spans) if s.depth == 0}
        self.incises: dict[int, tuple[Span, ...]] = {i: s for i, s in found.items() if s}
        self.sentences: tuple[Sentence, ...] = tuple(sentences(self.view, self.blocks, self.spans, self.incises))
        self.signed: tuple[tuple[Span, Span], ...] = tuple(signed(self.view, self.blocks, self.spans))

    def values(self) -> tuple[object, ...]:
        """All of it, to be compared."""
        return (self.view, self.blocks, self.spans, self.turns, self.incises, self.sentences, self.signed)


def bounded(span: Span, size: int) -> None:
    """A stretch inside the text that holds something."""
    assert 0 <= span[0] < span[1] <= size, span


def well_nested(spans: tuple[MarkedSpan, ...], size: int) -> None:
    """Law 2: in bounds, ordered, and any two nest or are disjoint."""
    path: list[int] = []
    for i, span in enumerate(spans):
        bounded((span.start, span.end), size)
        bounded(span.outer, size)
        assert span.outer[0] <= span.start and span.end <= span.outer[1], span
        if i:
            assert spans[i - 1].outer[0] <= span.outer[0], "out of order"
        while path and spans[path[-1]].outer[1] <= span.outer[0]:
            path.pop()
        if path:
            around = spans[path[-1]]
            assert around.start <= span.start and span.end <= around.end, "one crosses the stretch around it"
        assert span.parent == (path[-1] if path else None)
        assert span.depth == len(path)
        path.append(i)


def lawful(layer: Layer) -> None:
    """Laws 1 and 2 for all that the text layer returns."""
    size = len(layer.text)
    assert len(layer.view) == size
    well_nested(layer.marked, size)
    well_nested(layer.spans, size)
    for span in layer.marked:
        words = layer.view[span.start : span.end]
        assert words == words.strip(" \n"), "blanks at the ends of a stretch"
        # of words whose opening mark was lost only the closing one stands on the page
        assert span.mark == "»" or layer.view[span.outer[0]] in '«“”"<', "a stretch that no mark opens"
    _blocks_in_order(layer)
    _sentences_in_order(layer)
    for index, incises in layer.incises.items():
        _in_order(incises, layer.spans[index].start, layer.spans[index].end)
    for words_, name in layer.signed:
        bounded(words_, size)
        bounded(name, size)
        assert words_[1] <= name[0], "a signature before what it signs"


def _in_order(spans: tuple[Span, ...], start: int, end: int) -> None:
    """Stretches one after the other between two places."""
    for span in spans:
        bounded(span, end)
        assert span[0] >= start, "two stretches overlap"
        start = span[1]


def _blocks_in_order(layer: Layer) -> None:
    _in_order(tuple((b.start, b.end) for b in layer.blocks), 0, len(layer.text))
    gaps = zip((0, *(b.end for b in layer.blocks)), (*(b.start for b in layer.blocks), len(layer.text)), strict=True)
    assert not any(c.isalnum() for a, b in gaps for c in layer.view[a:b]), "a word outside all blocks"


def _sentences_in_order(layer: Layer) -> None:
    _in_order(tuple((f.start, f.end) for f in layer.sentences), 0, len(layer.text))
    held: list[int] = []
    for sentence in layer.sentences:
        assert 0 <= sentence.block < len(layer.blocks)
        _in_order(sentence.pieces, sentence.start, sentence.end)
        for index in sentence.spans:
            assert layer.spans[index].depth == 0
            assert sentence.start <= layer.spans[index].outer[0] < sentence.end
        held.extend(sentence.spans)
    assert held == sorted(set(held)), "a quotation in two sentences"


def consistent(extraction: Extraction) -> None:
    """Law 2 for records: every offset of a record slices what the record says."""
    text = extraction.article.text
    for quote in extraction.quotes:
        _consistent(quote, text)


def _consistent(quote: Quote, text: str) -> None:
    shown = text
    assert quote.verbatim or quote.content, "a record without words"
    for a, b in zip(quote.verbatim, quote.verbatim[1:], strict=False):
        assert a[1] <= b[0], "stretches of one record overlap"
    for span in (*quote.verbatim, *([quote.content] if quote.content else [])):
        bounded(span, len(text))
        words = text[span[0] : span[1]]
        assert words.strip() and words == words.strip(" \n\t\u00a0\u202f"), repr(words)
    assert (quote.type == "indirect") == (not quote.verbatim)
    assert quote.type != "direct" or quote.content is None
    pieces = (quote.content,) if quote.content else quote.verbatim
    assert quote.text.split() == " ".join(shown[a:b] for a, b in pieces).split()
    for named in (quote.cue, quote.mention):
        if named is not None:
            bounded((named.start, named.end), len(text))
            assert named.text.split() == shown[named.start : named.end].split() or named.text.split() == (
                text[named.start : named.end].split()
            )
    assert 0.0 <= quote.confidence <= 1.0
    assert quote.why
    assert quote.speaker is None or quote.speaker.name.strip()
