"""The contract of the ledger as JSON Schema 2020-12."""

from __future__ import annotations

from typing import Any

from quotes.ledger.record import OFFSETS, SCHEMA
from quotes.types import STATUSES

_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string"}
_MAYBE: _Schema = {"type": ["string", "null"]}
_TEXTS: _Schema = {"type": "array", "items": _TEXT}
_NUMBER: _Schema = {"type": "integer", "minimum": 0}
_SHARE: _Schema = {"type": "number", "minimum": 0, "maximum": 1}
_SPAN: _Schema = {
    "type": "array",
    "prefixItems": [_NUMBER, _NUMBER],
    "items": False,
    "minItems": 2,
    "description": f"[start, end] in {OFFSETS} of the article's text, end exclusive",
}
_TYPE: _Schema = {"enum": ["direct", "mixed", "indirect"]}
_KIND: _Schema = {"enum": ["person", "organisation", "group", "document", "unknown"]}
_GENDER: _Schema = {"enum": ["female", "male", None]}


def _id(letter: str) -> _Schema:
    return {"type": "string", "pattern": f"^{letter}-.+"}


def _or_null(schema: _Schema) -> _Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(required: _Schema, optional: _Schema | None = None, about: str = "") -> _Schema:
    out: _Schema = {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
    }
    return {"description": about, **out} if about else out


def _list(items: _Schema, about: str = "") -> _Schema:
    out: _Schema = {"type": "array", "items": items}
    return {"description": about, **out} if about else out


def _generator() -> _Schema:
    return _object({"name": _TEXT, "version": _TEXT}, {"parser": _MAYBE, "model": _MAYBE})


def _article() -> _Schema:
    local = _object(
        {"name": _TEXT, "kind": _KIND, "aliases": _TEXTS, "roles": _TEXTS, "speaker": _id("s")},
        {"gender": _GENDER},
        "a speaker as this article names them; speaker is the ledger's id for them",
    )
    return _object(
        {
            "id": _id("a"),
            "path": _MAYBE,
            "title": _MAYBE,
            "date": _MAYBE,
            "url": _MAYBE,
            "outlet": _MAYBE,
            "chars": {**_NUMBER, "description": f"length of the text in {OFFSETS}"},
            "sha256": {"type": "string", "description": "of the text in UTF-8"},
        },
        {
            "author": _MAYBE,
            "copy_of": _or_null(_id("a")),
            "speakers": _list(local),
            "terms": {**_TEXTS, "description": "names and words that the article is about"},
            "sketch": {"type": "string", "description": "digests of its sentences, for recognising copies"},
            "generator": _generator(),
            "reader": {"type": "string", "description": "what took the text out of its file, if not plain UTF-8"},
        },
    )


def _occurrence() -> _Schema:
    cue = _object({"text": _TEXT, "start": _NUMBER, "end": _NUMBER, "lemma": _TEXT})
    mention = _object({"text": _TEXT, "start": _NUMBER, "end": _NUMBER})
    return _object(
        {
            "article": _id("a"),
            "type": _TYPE,
            "text": _TEXT,
            "verbatim": _list(_SPAN, "stretches of the speaker's own words"),
            "content": _or_null(_SPAN),
            "cue": _or_null(cue),
            "mention": _or_null(mention),
            "speaker": _or_null(_id("s")),
            "with": _list(_id("s")),
            "relay": _or_null(_id("s")),
            "medium": _MAYBE,
            "prefix": _TEXT,
            "suffix": _TEXT,
            "confidence": _SHARE,
            "why": _TEXTS,
        },
        {
            "source": {
                "type": ["integer", "null"],
                "minimum": 0,
                "description": "index into the article's speakers",
            },
            "with_sources": _list(_NUMBER),
            "relay_source": {"type": ["integer", "null"], "minimum": 0},
            "exact": {
                **_TEXTS,
                "description": "words of each verbatim stretch, then of the content, unless text says it",
            },
            "status": {"enum": list(STATUSES), "description": "how it was said; asserted where it is absent"},
            "status_words": _or_null(mention),
        },
    )


def _quote() -> _Schema:
    link = _object({"quote": _id("q"), "relation": {"enum": ["report", "variant"]}, "score": _SHARE})
    return _object(
        {
            "id": _id("q"),
            "text": {"type": "string", "description": "the longest variant"},
            "type": _TYPE,
            "speaker": _or_null(_id("s")),
            "with": _list(_id("s")),
            "related": _list(link, "the same statement in other words, for a person to review"),
            "occurrences": {**_list(_occurrence()), "minItems": 1},
        },
        {"disputed": _list(_id("s"), "all speakers, where articles name several for the same words")},
    )


def schema() -> _Schema:
    """The JSON Schema (2020-12) of a ledger. Fields may be added in later versions, never renamed."""
    speaker = _object(
        {"id": _id("s"), "name": _TEXT, "kind": _KIND, "aliases": _TEXTS, "roles": _TEXTS},
        {"gender": _GENDER, "wikidata": _MAYBE},
    )
    identity = _object(
        {"name": _TEXT, "aliases": _TEXTS},
        {
            "kind": _or_null(_KIND),
            "role": _MAYBE,
            "valid_from": _MAYBE,
            "valid_to": _MAYBE,
            "gender": _GENDER,
            "wikidata": _MAYBE,
        },
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A ledger of quotations: each utterance once, with every place where it is written",
        **_object(
            {
                "schema": {"const": SCHEMA},
                "generator": _generator(),
                "articles": _list(_article()),
                "speakers": _list(speaker),
                "quotes": _list(_quote()),
            },
            {"offsets": {"const": OFFSETS}, "identities": _list(identity, "the aliases that were given")},
        ),
    }
