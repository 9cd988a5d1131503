"""A ledger as an SQLite database: foreign keys, indexes, and text found without accents."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from typing import IO, Any

from quotes.export.plain import encodable
from quotes.ledger.record import SCHEMA, Ledger, Occurrence

_TABLES = """
CREATE TABLE ledger (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE articles (
    id TEXT PRIMARY KEY, path TEXT, url TEXT, title TEXT, date TEXT, outlet TEXT, author TEXT,
    chars INTEGER NOT NULL, sha256 TEXT NOT NULL, copy_of TEXT REFERENCES articles(id)
);
CREATE TABLE speakers (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, gender TEXT, wikidata TEXT
);
CREATE TABLE speaker_names (
    speaker_id TEXT NOT NULL REFERENCES speakers(id), name TEXT NOT NULL, sort TEXT NOT NULL,
    PRIMARY KEY (speaker_id, sort, name)
);
CREATE TABLE quotes (
    id TEXT PRIMARY KEY, text TEXT NOT NULL, type TEXT NOT NULL, speaker_id TEXT REFERENCES speakers(id),
    speaker_name TEXT, disputed INTEGER NOT NULL, occurrences INTEGER NOT NULL, first_date TEXT
);
CREATE TABLE occurrences (
    id INTEGER PRIMARY KEY, quote_id TEXT NOT NULL REFERENCES quotes(id),
    article_id TEXT NOT NULL REFERENCES articles(id), type TEXT NOT NULL, text TEXT NOT NULL,
    speaker_id TEXT REFERENCES speakers(id), relay_id TEXT REFERENCES speakers(id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, mention TEXT, mention_start INTEGER, mention_end INTEGER,
    cue TEXT, cue_lemma TEXT, cue_start INTEGER, cue_end INTEGER, medium TEXT, prefix TEXT, suffix TEXT,
    confidence REAL NOT NULL, why TEXT, status TEXT NOT NULL, status_words TEXT
);
CREATE TABLE spans (
    occurrence_id INTEGER NOT NULL REFERENCES occurrences(id), sort TEXT NOT NULL, position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (occurrence_id, sort, position)
);
CREATE TABLE others (
    occurrence_id INTEGER NOT NULL REFERENCES occurrences(id), position INTEGER NOT NULL,
    speaker_id TEXT NOT NULL REFERENCES speakers(id), PRIMARY KEY (occurrence_id, position)
);
CREATE TABLE related (
    quote_id TEXT NOT NULL REFERENCES quotes(id), other_id TEXT NOT NULL REFERENCES quotes(id),
    relation TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (quote_id, other_id)
);
"""
_AFTER = """
CREATE INDEX articles_copy_of ON articles(copy_of);
CREATE INDEX articles_date ON articles(date);
CREATE INDEX speakers_name ON speakers(name);
CREATE INDEX quotes_speaker ON quotes(speaker_id);
CREATE INDEX occurrences_quote ON occurrences(quote_id);
CREATE INDEX occurrences_article ON occurrences(article_id);
CREATE INDEX occurrences_speaker ON occurrences(speaker_id);
CREATE INDEX occurrences_relay ON occurrences(relay_id);
CREATE INDEX others_speaker ON others(speaker_id);
CREATE INDEX related_other ON related(other_id);
CREATE VIEW flat AS
    SELECT o.id, o.quote_id, o.type, o.text, s.name AS speaker, s.kind, s.gender, o.mention, o.cue, o.start,
           o."end", a.path, a.url, a.title, a.date, a.outlet, o.confidence, q.disputed, q.text AS quote
    FROM occurrences o JOIN quotes q ON q.id = o.quote_id JOIN articles a ON a.id = o.article_id
    LEFT JOIN speakers s ON s.id = o.speaker_id;
CREATE VIRTUAL TABLE quotes_fts USING fts5(
    text, speaker_name, content="quotes", tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO quotes_fts(quotes_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE occurrences_fts USING fts5(
    text, content="occurrences", content_rowid="id", tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO occurrences_fts(occurrences_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE speakers_fts USING fts5(
    name, content="speakers", tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO speakers_fts(speakers_fts) VALUES ('rebuild');
"""


def write(ledger: Ledger, stream: IO[bytes]) -> None:
    """Write the database to a binary stream."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "ledger.db")
        with closing(sqlite3.connect(path)) as base:
            base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            base.executescript(_TABLES)
            base.execute("PRAGMA foreign_keys = OFF")  # an article may copy a later one
            _fill(base, ledger)
            base.commit()
            base.executescript(_AFTER)
            base.commit()
        with open(path, "rb") as file:
            shutil.copyfileobj(file, stream)


def _fill(base: sqlite3.Connection, ledger: Ledger) -> None:
    dates = {article.id: article.date for article in ledger.articles}
    names = {speaker.id: speaker.name for speaker in ledger.speakers}
    made = ledger.generator
    _insert(
        base,
        "ledger",
        2,
        [("schema", SCHEMA), ("generator", f"{made.name} {made.version}"), ("model", made.model)],
    )
    _insert(
        base,
        "articles",
        10,
        (
            (a.id, a.path, a.url, a.title, a.date, a.outlet, a.author, a.chars, a.sha256, a.copy_of)
            for a in ledger.articles
        ),
    )
    _insert(base, "speakers", 5, ((s.id, s.name, s.kind, s.gender, s.wikidata) for s in ledger.speakers))
    _insert(
        base,
        "speaker_names",
        3,
        ((s.id, n, sort) for s in ledger.speakers for sort, all_ in _names(s.aliases, s.roles) for n in all_),
    )
    _insert(
        base,
        "quotes",
        8,
        (
            (
                q.id,
                q.text,
                q.type,
                q.speaker,
                names.get(q.speaker or ""),
                int(bool(q.disputed)),
                len(q.occurrences),
                min((day for o in q.occurrences if (day := dates[o.article])), default=None),
            )
            for q in ledger.quotes
        ),
    )
    found = ((q.id, o) for q in ledger.quotes for o in q.occurrences)
    _insert(base, "occurrences", 23, (_occurrence(n, q, o) for n, (q, o) in enumerate(found, 1)))
    _insert(base, "spans", 5, _spans(ledger))
    _insert(
        base,
        "others",
        3,
        (
            (number, place, name)
            for number, o in enumerate((o for q in ledger.quotes for o in q.occurrences), 1)
            for place, name in enumerate(o.with_)
        ),
    )
    _insert(
        base,
        "related",
        4,
        ((q.id, link.quote, link.relation, link.score) for q in ledger.quotes for link in q.related),
    )


def _names(aliases: tuple[str, ...], roles: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("alias", aliases), ("role", roles)


def _occurrence(number: int, quote: str, one: Occurrence) -> tuple[Any, ...]:
    cue, mention = one.cue, one.mention
    return (
        number,
        quote,
        one.article,
        one.type,
        one.text,
        one.speaker,
        one.relay,
        one.start,
        one.end,
        *((None, None, None) if mention is None else (mention.text, mention.start, mention.end)),
        *((None, None, None, None) if cue is None else (cue.text, cue.lemma, cue.start, cue.end)),
        one.medium,
        one.prefix,
        one.suffix,
        one.confidence,
        "; ".join(one.why),
        one.status,
        one.status_words and one.status_words.text,
    )


def _spans(ledger: Ledger) -> Iterator[tuple[Any, ...]]:
    for number, one in enumerate((o for q in ledger.quotes for o in q.occurrences), 1):
        for place, (start, end) in enumerate(one.verbatim):
            yield number, "verbatim", place, start, end
        if one.content is not None:
            yield number, "content", 0, *one.content


def _insert(base: sqlite3.Connection, table: str, columns: int, rows: Any) -> None:
    marks = ", ".join("?" * columns)
    clean = (tuple(encodable(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
    base.executemany(f"INSERT INTO {table} VALUES ({marks})", clean)
