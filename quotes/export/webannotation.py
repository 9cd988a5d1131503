"""W3C Web Annotation (JSON-LD): one annotation an occurrence, one target for each stretch of its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from urllib.parse import quote as percent

import orjson

from quotes.export.flat import encoded
from quotes.ledger.record import ArticleRecord, Ledger, LedgerQuote, Occurrence, SpeakerRecord
from quotes.types import Span

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(ledger: Ledger, stream: IO[bytes]) -> None:
    """Write an AnnotationPage, an annotation a line."""
    head = {"@context": _CONTEXT, "id": "urn:quotes:ledger", "type": "AnnotationPage"}
    stream.write(orjson.dumps(head)[:-1] + b',"items":[')
    separator = b"\n"
    for one in items(ledger):
        stream.write(separator + orjson.dumps(one))
        separator = b",\n"
    stream.write(b"\n]}\n")


def items(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The annotations, in the ledger's order. Positions are code points, as the standard has it."""
    articles = {article.id: article for article in ledger.articles}
    speakers = {speaker.id: speaker for speaker in ledger.speakers}
    for quote in ledger.quotes:
        for number, one in enumerate(quote.occurrences):
            yield {
                "@context": _CONTEXT,
                "id": f"urn:quotes:{quote.id}:{number}",
                "type": "Annotation",
                "motivation": "identifying",
                "body": _bodies(quote, one, speakers),
                "target": [_target(one, articles[one.article], *stretch) for stretch in stretches(one)],
            }


def stretches(one: Occurrence) -> list[tuple[Span, str]]:
    """The verbatim stretches with their words, or the content where there are none."""
    spans = [*one.verbatim, *((one.content,) if one.content else ())]
    words = one.exact if len(one.exact) == len(spans) else (one.text,) * len(spans)
    found = list(zip(spans, words, strict=True))
    return found[: len(one.verbatim)] or found


def _bodies(quote: LedgerQuote, one: Occurrence, speakers: dict[str, SpeakerRecord]) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    if one.speaker is not None:
        speaker = speakers[one.speaker]
        bodies.append(_body("identifying", speaker.name) | {"id": f"urn:quotes:{speaker.id}"})
    bodies.extend(_body("tagging", tag) for tag in (one.type, one.cue.lemma if one.cue else "") if tag)
    bodies.append({"type": "SpecificResource", "source": f"urn:quotes:{quote.id}", "purpose": "linking"})
    return bodies


def _body(purpose: str, value: str) -> dict[str, Any]:
    return encoded(
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "fr"}
    )


def _target(one: Occurrence, article: ArticleRecord, span: Span, words: str) -> dict[str, Any]:
    start, end = span
    exact = {
        "type": "TextQuoteSelector",
        "exact": words,
        "prefix": one.prefix if start == one.start else "",
        "suffix": one.suffix if end == one.end else "",
    }
    return {
        "source": _source(article),
        "selector": [encoded(exact), {"type": "TextPositionSelector", "start": start, "end": end}],
    }


def _source(article: ArticleRecord) -> str:
    """An IRI: the URL as it is, a path as a relative reference, the digest of the text without either."""
    if article.url:
        return percent(article.url.encode("utf-8", "replace"), safe=":/?#[]@!$&'()*+,;=%~")
    if article.path:
        # A first segment with a colon would be read as a scheme.
        path = percent(article.path.encode("utf-8", "replace"), safe="/~@!$&'()*+,;=#")
        return path if not path.startswith("#") else f"./{path}"
    return f"urn:sha256:{article.sha256}"
