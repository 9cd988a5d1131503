"""Label Studio tasks: one an article, the ledger's occurrences as predictions to correct.

A stretch is a region of its own; relations tie the stretches of one occurrence to their cue and source.
Offsets are code points. `labelling` is the configuration that the project needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import IO, Any

import orjson

from quotes.errors import InputError
from quotes.export.flat import encoded
from quotes.export.plain import encodable
from quotes.export.webannotation import stretches
from quotes.ledger.canon import digest
from quotes.ledger.record import ArticleRecord, Ledger, Occurrence
from quotes.types import Article, Span

Read = Callable[[str], Article | None]

_LABELS = {"Verbatim": "#2f7d32", "Content": "#1565c0", "Cue": "#ef6c00", "Source": "#6a1b9a"}


def labelling() -> str:
    """The labelling configuration (XML) that the tasks are made for."""
    labels = "".join(f'<Label value="{label}" background="{colour}"/>' for label, colour in _LABELS.items())
    return (
        '<View><Relations><Relation value="source"/><Relation value="cue"/><Relation value="same"/>'
        "</Relations>"
        f'<Labels name="label" toName="text">{labels}</Labels><Text name="text" value="$text"/></View>'
    )


def write(ledger: Ledger, stream: IO[bytes], read: Read | None = None) -> None:
    """Write the tasks as one JSON list. ``read`` gives the article of a path, whose text a ledger lacks."""
    if read is None:
        raise InputError("label-studio tasks hold the articles' text, which a ledger lacks; give the articles too")
    stream.write(b"[")
    separator = b"\n"
    for task in tasks(ledger, read):
        stream.write(separator + orjson.dumps(task))
        separator = b",\n"
    stream.write(b"\n]\n")


def tasks(ledger: Ledger, read: Read) -> Iterator[dict[str, Any]]:
    """A task for each article; raises `InputError` for one that is gone or has changed."""
    names = {speaker.id: speaker.name for speaker in ledger.speakers}
    found: dict[str, list[tuple[str, Occurrence]]] = defaultdict(list)
    for quote in ledger.quotes:
        for occurrence in quote.occurrences:
            found[occurrence.article].append((quote.id, occurrence))
    for record in ledger.articles:
        where = record.path or record.url or record.id
        article = read(where)
        if article is None:
            raise InputError(f"{where}: the article cannot be found, and its text is needed")
        if len(article.text) != record.chars:
            raise InputError(f"{where}: the article has changed; extract it again")
        occurrences = sorted(found[record.id], key=lambda pair: (pair[1].start, pair[1].end, pair[0]))
        yield _task(ledger, record, article, occurrences, names)


def _task(
    ledger: Ledger,
    record: ArticleRecord,
    article: Article,
    occurrences: list[tuple[str, Occurrence]],
    names: dict[str, str],
) -> dict[str, Any]:
    result = [part for quote, one in occurrences for part in _regions(article.text, quote, one, names)]
    scores = [one.confidence for _, one in occurrences]
    made = ledger.generator
    return {
        "data": encoded({"text": article.text, "article": record.id, "path": record.path, "title": record.title}),
        "predictions": [
            {
                "model_version": f"{made.name} {made.version}",
                "score": round(sum(scores) / len(scores), 4) if scores else 0.0,
                "result": result,
            }
        ],
    }


def _regions(text: str, quote: str, one: Occurrence, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    label = "Verbatim" if one.verbatim else "Content"
    spans = [(label, span) for span, _ in stretches(one)]
    if one.verbatim and one.content is not None:
        spans.append(("Content", one.content))
    head = None
    for label, span in spans:
        region = _region(text, quote, one, label, span)
        region["meta"] = {"text": [encodable(names[one.speaker])]} if one.speaker else {}
        yield region
        if head is not None:
            yield _relation(head, region["id"], "same")
        head = head or region["id"]
    for label, mark in (("Cue", one.cue), ("Source", one.mention)):
        if mark is not None:
            region = _region(text, quote, one, label, (mark.start, mark.end))
            yield region
            if head is not None:
                yield _relation(head, region["id"], label.lower())


def _region(text: str, quote: str, one: Occurrence, label: str, span: Span) -> dict[str, Any]:
    start, end = span
    return {
        "id": digest(quote, one.article, str(one.start), one.type, label, str(start), str(end), size=6),
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": start, "end": end, "text": encodable(text[start:end]), "labels": [label]},
    }


def _relation(start: str, end: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [label]}
