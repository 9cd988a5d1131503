"""One flat row an occurrence: what pandas, polars, DuckDB and spreadsheets read without unnesting."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO, Any

import orjson

from quotes.errors import InputError
from quotes.export.plain import closed, encodable
from quotes.ledger.cells import safe
from quotes.ledger.record import ArticleRecord, Ledger, LedgerQuote, Occurrence, SpeakerRecord

# Name and type of each column, in order. Columns may be added at the end, never moved or renamed.
COLUMNS: tuple[tuple[str, type], ...] = (
    ("quote_id", str),
    ("occurrence", int),
    ("type", str),
    ("text", str),
    ("speaker_id", str),
    ("speaker_name", str),
    ("speaker_kind", str),
    ("speaker_gender", str),
    ("speaker_roles", str),
    ("mention", str),
    ("mention_start", int),
    ("mention_end", int),
    ("cue", str),
    ("cue_lemma", str),
    ("cue_start", int),
    ("cue_end", int),
    ("start", int),
    ("end", int),
    ("verbatim", str),
    ("content_start", int),
    ("content_end", int),
    ("with_names", str),
    ("relay_id", str),
    ("relay_name", str),
    ("medium", str),
    ("prefix", str),
    ("suffix", str),
    ("confidence", float),
    ("why", str),
    ("quote_text", str),
    ("quote_speaker_id", str),
    ("quote_speaker_name", str),
    ("quote_occurrences", int),
    ("disputed", bool),
    ("article_id", str),
    ("article_path", str),
    ("article_url", str),
    ("article_title", str),
    ("article_date", str),
    ("article_outlet", str),
    ("article_author", str),
    ("article_copy_of", str),
    ("status", str),
    ("status_words", str),
)
NAMES = tuple(name for name, _ in COLUMNS)

Row = dict[str, Any]


def rows(ledger: Ledger) -> Iterator[Row]:
    """A row for each occurrence, in the ledger's order; every row has all of `COLUMNS`, in their order."""
    articles = {article.id: article for article in ledger.articles}
    speakers = {speaker.id: speaker for speaker in ledger.speakers}
    for quote in ledger.quotes:
        for number, occurrence in enumerate(quote.occurrences):
            yield _row(quote, number, occurrence, articles[occurrence.article], speakers)


def _row(
    quote: LedgerQuote,
    number: int,
    one: Occurrence,
    article: ArticleRecord,
    speakers: dict[str, SpeakerRecord],
) -> Row:
    speaker = speakers.get(one.speaker or "")
    relay = speakers.get(one.relay or "")
    main = speakers.get(quote.speaker or "")
    mention, cue, content = one.mention, one.cue, one.content
    return {
        "quote_id": quote.id,
        "occurrence": number,
        "type": one.type,
        "text": one.text,
        "speaker_id": one.speaker,
        "speaker_name": speaker and speaker.name,
        "speaker_kind": speaker and speaker.kind,
        "speaker_gender": speaker and speaker.gender,
        "speaker_roles": "|".join(speaker.roles) if speaker else None,
        "mention": mention and mention.text,
        "mention_start": mention and mention.start,
        "mention_end": mention and mention.end,
        "cue": cue and cue.text,
        "cue_lemma": cue and cue.lemma,
        "cue_start": cue and cue.start,
        "cue_end": cue and cue.end,
        "start": one.start,
        "end": one.end,
        "verbatim": " ".join(f"{start}-{end}" for start, end in one.verbatim),
        "content_start": content and content[0],
        "content_end": content and content[1],
        "with_names": "|".join(speakers[name].name for name in one.with_),
        "relay_id": one.relay,
        "relay_name": relay and relay.name,
        "medium": one.medium,
        "prefix": one.prefix,
        "suffix": one.suffix,
        "confidence": one.confidence,
        "why": "|".join(one.why),
        "quote_text": quote.text,
        "quote_speaker_id": quote.speaker,
        "quote_speaker_name": main and main.name,
        "quote_occurrences": len(quote.occurrences),
        "disputed": bool(quote.disputed),
        "article_id": article.id,
        "article_path": article.path,
        "article_url": article.url,
        "article_title": article.title,
        "article_date": article.date,
        "article_outlet": article.outlet,
        "article_author": article.author,
        "article_copy_of": article.copy_of,
        "status": one.status,
        "status_words": one.status_words and one.status_words.text,
    }


def encoded(row: Row) -> Row:
    """The row with every text fit for UTF-8."""
    return {name: encodable(cell) if isinstance(cell, str) else cell for name, cell in row.items()}


def write_jsonl(ledger: Ledger, stream: IO[bytes]) -> None:
    """One JSON object a line."""
    for row in rows(ledger):
        stream.write(orjson.dumps(encoded(row), option=orjson.OPT_APPEND_NEWLINE))


def write_csv(ledger: Ledger, stream: IO[bytes], delimiter: str = ",") -> None:
    """CSV in UTF-8 with BOM, that spreadsheets open as it is: no cell is run as a formula or turns the line.

    An apostrophe stands before text that a spreadsheet would run; `quotes.ledger.cells.unsafe` takes it away.
    """
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise InputError(f"{delimiter!r} cannot separate the cells of a CSV file; use one character, such as ;")
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(NAMES)
        for row in rows(ledger):
            writer.writerow([_cell(cell) for cell in row.values()])
        text.flush()
    finally:
        text.detach()


def _cell(cell: Any) -> Any:
    if isinstance(cell, str):
        return safe(closed(encodable(cell)).replace("\0", "\ufffd"))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else cell
