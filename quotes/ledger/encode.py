"""Ledger values as plain JSON rows: the one place that knows how a ledger is spelled.

Fields that most rows leave empty (``exact``, ``with_sources``, ``relay_source``, an article's ``generator`` and
``reader``, a speaker's ``wikidata``) are written only where they say something; the others always are.
"""

from __future__ import annotations

from typing import Any

from quotes.ledger.record import (
    OFFSETS,
    ArticleRecord,
    Generator,
    Identity,
    Ledger,
    LedgerQuote,
    LocalSpeaker,
    Occurrence,
    SpeakerRecord,
)

Row = dict[str, Any]


def head(ledger: Ledger) -> Row:
    """What stands before the lists."""
    row: Row = {"schema": ledger.schema, "offsets": OFFSETS, "generator": generator(ledger.generator)}
    if ledger.identities:
        row["identities"] = [identity(one) for one in ledger.identities]
    return row


def whole(ledger: Ledger) -> Row:
    """The whole ledger as one row."""
    return {
        **head(ledger),
        "articles": [article(one) for one in ledger.articles],
        "speakers": [speaker(one) for one in ledger.speakers],
        "quotes": [quote(one) for one in ledger.quotes],
    }


def generator(one: Generator) -> Row:
    """What made a ledger."""
    return {"name": one.name, "version": one.version, "parser": one.parser, "model": one.model}


def identity(one: Identity) -> Row:
    """An alias that was given."""
    return {
        "name": one.name,
        "aliases": list(one.aliases),
        "kind": one.kind,
        "role": one.role,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "gender": one.gender,
        "wikidata": one.wikidata,
    }


def article(one: ArticleRecord) -> Row:
    """An article."""
    row: Row = {
        "id": one.id,
        "path": one.path,
        "title": one.title,
        "date": one.date,
        "url": one.url,
        "outlet": one.outlet,
        "author": one.author,
        "chars": one.chars,
        "sha256": one.sha256,
        "copy_of": one.copy_of,
        "speakers": [local(speaker) for speaker in one.speakers],
        "terms": list(one.terms),
        "sketch": one.sketch,
    }
    if one.generator is not None:
        row["generator"] = generator(one.generator)
    if one.reader is not None:
        row["reader"] = one.reader
    return row


def local(one: LocalSpeaker) -> Row:
    """A speaker as an article knows them."""
    return {
        "name": one.name,
        "kind": one.kind,
        "aliases": list(one.aliases),
        "roles": list(one.roles),
        "gender": one.gender,
        "speaker": one.speaker,
    }


def speaker(one: SpeakerRecord) -> Row:
    """A speaker."""
    row: Row = {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "aliases": list(one.aliases),
        "roles": list(one.roles),
        "gender": one.gender,
    }
    if one.wikidata is not None:
        row["wikidata"] = one.wikidata
    return row


def quote(one: LedgerQuote) -> Row:
    """An entry with its occurrences."""
    return {
        "id": one.id,
        "text": one.text,
        "type": one.type,
        "speaker": one.speaker,
        "with": list(one.with_),
        "disputed": list(one.disputed),
        "related": [{"quote": x.quote, "relation": x.relation, "score": x.score} for x in one.related],
        "occurrences": [occurrence(x) for x in one.occurrences],
    }


def occurrence(one: Occurrence) -> Row:
    """An occurrence."""
    cue, mention = one.cue, one.mention
    row: Row = {
        "article": one.article,
        "type": one.type,
        "text": one.text,
        "verbatim": [list(span) for span in one.verbatim],
        "content": None if one.content is None else list(one.content),
        "cue": None if cue is None else {"text": cue.text, "start": cue.start, "end": cue.end, "lemma": cue.lemma},
        "mention": None if mention is None else {"text": mention.text, "start": mention.start, "end": mention.end},
        "speaker": one.speaker,
        "with": list(one.with_),
        "relay": one.relay,
        "medium": one.medium,
        "prefix": one.prefix,
        "suffix": one.suffix,
        "confidence": one.confidence,
        "why": list(one.why),
        "source": one.source,
    }
    if one.with_sources:
        row["with_sources"] = list(one.with_sources)
    if one.relay_source is not None:
        row["relay_source"] = one.relay_source
    if one.exact:
        row["exact"] = list(one.exact)
    if one.status != "asserted":
        row["status"] = one.status
    if one.status_words is not None:
        words = one.status_words
        row["status_words"] = {"text": words.text, "start": words.start, "end": words.end}
    return row
