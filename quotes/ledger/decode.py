"""JSON rows as ledger values, every one of them checked.

`RowError` says what is wrong with a row; the caller adds where it stands. Fields that the first version
of the ledger did not have may be missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Any, TypeVar

from quotes.errors import kind_of
from quotes.ledger.days import possible
from quotes.ledger.record import (
    ArticleRecord,
    Generator,
    Identity,
    LedgerQuote,
    Link,
    LocalSpeaker,
    Occurrence,
    Relation,
    SpeakerRecord,
)
from quotes.types import QUOTE_TYPES, STATUSES, Cue, Gender, Mention, Span, SpeakerKind

_KINDS: tuple[SpeakerKind, ...] = ("person", "organisation", "group", "document", "unknown")
_MAYBE_KINDS: tuple[SpeakerKind | None, ...] = (*_KINDS, None)
_GENDERS: tuple[Gender | None, ...] = ("female", "male", None)
_RELATIONS: tuple[Relation, ...] = ("report", "variant")
# what every JSON reader takes for a whole number
_LARGEST = 2**53 - 1
_T = TypeVar("_T")


class RowError(ValueError):
    """A row is not what it should be; the message names the field."""


class Decoder:
    """Decodes rows; equal strings (ids, verbs, reasons) are kept once."""

    def __init__(self) -> None:
        self._strings: dict[str, str] = {}
        self._tuples: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._locals: dict[LocalSpeaker, LocalSpeaker] = {}

    def generator(self, row: Any) -> Generator:
        """What made a ledger."""
        row = _object(row, "generator")
        return Generator(_text(row, "name"), _text(row, "version"), _maybe(row, "parser"), _maybe(row, "model"))

    def identity(self, row: Any) -> Identity:
        """An alias that was given."""
        row = _object(row, "an identity")
        return Identity(
            name=_name(row),
            aliases=_texts(row, "aliases"),
            kind=_choice(row, "kind", _MAYBE_KINDS),
            role=_maybe(row, "role"),
            valid_from=_day(row, "valid_from"),
            valid_to=_day(row, "valid_to"),
            gender=_choice(row, "gender", _GENDERS),
            wikidata=_maybe(row, "wikidata"),
        )

    def article(self, row: Any) -> ArticleRecord:
        """An article."""
        row = _object(row, "an article")
        locals_ = row.get("speakers", [])
        if not isinstance(locals_, list):
            raise RowError("speakers must be a list")
        chars = row.get("chars")
        if type(chars) is not int or not 0 <= chars <= _LARGEST:
            raise RowError(f"chars must be a number, not {chars!r}")
        made = row.get("generator")
        return ArticleRecord(
            id=self._kept(_text(row, "id")),
            path=_maybe(row, "path"),
            title=_maybe(row, "title"),
            date=_day(row, "date"),
            url=_maybe(row, "url"),
            outlet=_maybe(row, "outlet"),
            author=_maybe(row, "author"),
            chars=chars,
            sha256=_text(row, "sha256"),
            terms=tuple(self._kept(term) for term in _texts(row, "terms")),
            sketch=_maybe(row, "sketch") or "",
            speakers=tuple(self._local(one) for one in locals_),
            copy_of=_maybe(row, "copy_of"),
            generator=None if made is None else self.generator(made),
            reader=self._id(row, "reader"),
        )

    def _local(self, row: Any) -> LocalSpeaker:
        row = _object(row, "a speaker of the article")
        local = LocalSpeaker(
            self._kept(_name(row)),
            _choice(row, "kind", _KINDS),
            self._shared(_texts(row, "aliases")),
            self._shared(_texts(row, "roles")),
            _choice(row, "gender", _GENDERS),
            self._kept(_text(row, "speaker")),
        )
        return self._locals.setdefault(local, local)

    def speaker(self, row: Any) -> SpeakerRecord:
        """A speaker."""
        row = _object(row, "a speaker")
        return SpeakerRecord(
            self._kept(_text(row, "id")),
            _name(row),
            _choice(row, "kind", _KINDS),
            _texts(row, "aliases"),
            _texts(row, "roles"),
            _choice(row, "gender", _GENDERS),
            _maybe(row, "wikidata"),
        )

    def quote(self, row: Any) -> LedgerQuote:
        """An entry with its occurrences."""
        row = _object(row, "a quote")
        places = row.get("occurrences")
        if not isinstance(places, list) or not places:
            raise RowError("occurrences must be a list with at least one")
        links = row.get("related", [])
        if not isinstance(links, list):
            raise RowError("related must be a list")
        occurrences = tuple(self._occurrences(places))
        text = _text(row, "text")
        text = next((one.text for one in occurrences if one.text == text), text)
        return LedgerQuote(
            id=self._kept(_text(row, "id")),
            text=text,
            type=_choice(row, "type", QUOTE_TYPES),
            speaker=self._id(row, "speaker"),
            with_=self._shared(_texts(row, "with")),
            disputed=self._shared(_texts(row, "disputed")),
            related=tuple(self._link(one) for one in links),
            occurrences=occurrences,
        )

    def _occurrences(self, places: list[Any]) -> Iterable[Occurrence]:
        for number, place in enumerate(places):
            try:
                yield self.occurrence(place)
            except RowError as error:
                raise RowError(f"occurrences[{number}]: {error}") from None

    def _link(self, row: Any) -> Link:
        row = _object(row, "a link")
        score = row.get("score")
        if isinstance(score, bool) or not isinstance(score, (int, float)) or not isfinite(score):
            raise RowError(f"score must be a number, not {score!r}")
        return Link(self._kept(_text(row, "quote")), _choice(row, "relation", _RELATIONS), float(score))

    def occurrence(self, row: Any) -> Occurrence:
        """A place where an entry is written."""
        row = _object(row, "an occurrence")
        cue, mention, content = row.get("cue"), row.get("mention"), row.get("content")
        verbatim = row.get("verbatim")
        if not isinstance(verbatim, list):
            raise RowError("verbatim must be a list of [start, end]")
        confidence = row.get("confidence", 0.0)
        if isinstance(confidence, bool) or not isinstance(confidence, (int, float)) or not isfinite(confidence):
            raise RowError(f"confidence must be a number, not {confidence!r}")
        if not 0 <= confidence <= 1:
            raise RowError(f"confidence must lie between 0 and 1, not {confidence!r}")
        text = _text(row, "text")
        if not any(character.isalnum() for character in text):
            raise RowError("text holds no word")
        return Occurrence(
            article=self._kept(_text(row, "article")),
            type=_choice(row, "type", QUOTE_TYPES),
            text=text,
            verbatim=tuple(_span(span, "verbatim") for span in verbatim),
            content=None if content is None else _span(content, "content"),
            cue=None if cue is None else self._cue(cue),
            mention=None if mention is None else self._mention(mention),
            speaker=self._id(row, "speaker"),
            with_=self._shared(_texts(row, "with")),
            relay=self._id(row, "relay"),
            medium=_maybe(row, "medium"),
            prefix=_text(row, "prefix"),
            suffix=_text(row, "suffix"),
            confidence=float(confidence),
            why=self._shared(_texts(row, "why")),
            source=_index(row, "source"),
            with_sources=tuple(_indices(row, "with_sources")),
            relay_source=_index(row, "relay_source"),
            exact=_texts(row, "exact"),
            status=_choice(row, "status", STATUSES) if "status" in row else "asserted",
            status_words=None if row.get("status_words") is None else self._mention(row["status_words"]),
        )

    def _cue(self, row: Any) -> Cue:
        row = _object(row, "the cue")
        start, end = _span([row.get("start"), row.get("end")], "cue")
        return Cue(start, end, self._kept(_text(row, "text")), self._kept(_text(row, "lemma")))

    def _mention(self, row: Any) -> Mention:
        row = _object(row, "the mention")
        start, end = _span([row.get("start"), row.get("end")], "mention")
        return Mention(start, end, self._kept(_text(row, "text")))

    def _id(self, row: dict[str, Any], field: str) -> str | None:
        value = _maybe(row, field)
        return None if value is None else self._kept(value)

    def _kept(self, text: str) -> str:
        return self._strings.setdefault(text, text)

    def _shared(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return self._tuples.setdefault(texts, texts) if texts else ()


def _object(row: Any, what: str) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise RowError(f"{what} must be an object, not {kind_of(row)}")
    return row


def _text(row: dict[str, Any], field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str):
        raise RowError(f"{field} is missing" if value is None else f"{field} must be text, not {value!r:.40}")
    return value


def _name(row: dict[str, Any]) -> str:
    name = _text(row, "name")
    if not name.strip():
        raise RowError("name is empty")
    return name


def _maybe(row: dict[str, Any], field: str) -> str | None:
    value = row.get(field)
    if value is not None and not isinstance(value, str):
        raise RowError(f"{field} must be text or null, not {value!r:.40}")
    return value


def _day(row: dict[str, Any], field: str) -> str | None:
    value = _maybe(row, field)
    if not possible(value):
        raise RowError(f"{field} {value!r:.40} is no day of the calendar")
    return value


def _texts(row: dict[str, Any], field: str) -> tuple[str, ...]:
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RowError(f"{field} must be a list of text")
    return tuple(value)


def _choice(row: dict[str, Any], field: str, choices: tuple[_T, ...]) -> _T:
    value = row.get(field)
    if value not in choices:
        raise RowError(f"{field} must be one of {', '.join(str(c) for c in choices if c)}, not {value!r:.40}")
    return value


def _span(value: Any, field: str) -> Span:
    if not (isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value)):
        raise RowError(f"{field} must be [start, end], not {value!r:.40}")
    start, end = value
    if not 0 <= start <= end:
        raise RowError(f"{field} [{start}, {end}] is not a stretch of text")
    return start, end


def _index(row: dict[str, Any], field: str) -> int | None:
    value = row.get(field)
    if value is not None and (type(value) is not int or value < 0):
        raise RowError(f"{field} must be the number of a speaker of the article, not {value!r:.40}")
    return value


def _indices(row: dict[str, Any], field: str) -> Iterable[int]:
    value = row.get(field, [])
    if not isinstance(value, list):
        raise RowError(f"{field} must be a list of numbers")
    for item in value:
        if type(item) is not int or item < 0:
            raise RowError(f"{field} must be a list of numbers")
        yield item
