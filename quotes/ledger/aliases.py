"""The aliases file: a person's word on who is who, above every rule.

TOML (a list of ``[[speaker]]`` tables) or CSV (``,`` or ``;``, a header): name, aliases, kind, role,
valid_from, valid_to, gender, wikidata. In CSV the aliases of a cell are separated by ``|``. The columns that
`quotes speakers` adds for the eye (id, use, why, was, roles, quotes, articles, review) may stay; a row whose ``use``
is *no* is skipped. Rows with one name are one speaker; the name that a row had (``was``) is an alias of its new one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from quotes.errors import AliasError
from quotes.ledger.canon import fold
from quotes.ledger.cells import unsafe
from quotes.ledger.names import thing_key
from quotes.ledger.record import Identity
from quotes.ledger.sheet import decoded, renamed, sheet
from quotes.types import SpeakerKind

COLUMNS = ("name", "aliases", "kind", "role", "valid_from", "valid_to", "gender", "wikidata")
FOR_THE_EYE = ("id", "use", "why", "was", "roles", "quotes", "articles", "review")
KINDS = ("person", "organisation", "group", "document", "unknown")
_GENDERS = {"female": "female", "male": "male", "f": "female", "m": "male"}
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Aliases:
    """Checked identities, sorted: nobody's name or alias is another's at the same time.

    ``notes`` say of rows that were left out what a person should know.
    """

    identities: tuple[Identity, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)


def load(path: str | Path) -> Aliases:
    """Read an aliases file. Raises `AliasError`, in one sentence, for a file that cannot be used."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise AliasError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    return parse(data, str(path))


def parse(data: bytes, where: str = "aliases") -> Aliases:
    """Read the bytes of an aliases file; ``where`` names it in errors and tells TOML (``.toml``) from CSV."""
    text = decoded(data, where)
    rows, notes = (_toml(text, where), ()) if where.lower().endswith(".toml") else sheet(text, where)
    return replace(check(_united(rows), where), notes=notes)


def _united(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Identity]:
    """The identities of the rows, those with one name at one time as one (`AliasError` where they differ)."""
    by_name: dict[tuple[str | None, ...], list[tuple[str, Identity, bool]]] = {}
    for place, row in rows:
        one, new = identity(row, place), bool(renamed(row))
        alike = by_name.setdefault((fold(one.name), one.valid_from, one.valid_to), [])
        for at, (before, other, other_new) in enumerate(alike):
            if _kinds(one, other) is not None:
                alike[at] = before, _one(other, one, f"{place} and {before}"), new or other_new
                break
            if new or other_new:
                raise AliasError(
                    f"{place} and {before}: {one.name!r} is {one.kind} here and {other.kind} there; "
                    "only rows of one kind are one speaker"
                )
        else:
            alike.append((place, one, new))
    return [one for alike in by_name.values() for _, one, _ in alike]


def _kinds(one: Identity, two: Identity) -> tuple[SpeakerKind | None] | None:
    """The kind of both in one, None where they are a person and a company of one name."""
    kinds = {one.kind, two.kind} - {None}
    kinds = kinds - {"unknown"} or kinds
    return None if len(kinds) > 1 else (next(iter(kinds), None),)


def _one(one: Identity, two: Identity, place: str) -> Identity:
    told: dict[str, Any] = {}
    for column in ("role", "gender", "wikidata"):
        values = {value for value in (getattr(one, column), getattr(two, column)) if value}
        if len(values) > 1:
            raise AliasError(f"{place}: {one.name!r} has two values of {column}; keep one of them")
        told[column] = next(iter(values), None)
    kind = _kinds(one, two)
    aliases = {two.name, *one.aliases, *two.aliases} - {one.name}
    return replace(one, kind=kind and kind[0], aliases=tuple(sorted(aliases)), **told)


def identity(row: Mapping[str, Any], place: str) -> Identity:
    """One line as a value; ``place`` is where it stands, for errors."""
    for column in row:
        if column not in COLUMNS and column not in FOR_THE_EYE:
            raise AliasError(f"{place}: no column is called {column!r}; use {', '.join(COLUMNS)}")
    name = _text(row, "name", place)
    if not name:
        raise AliasError(f"{place}: the name is missing")
    kind = _text(row, "kind", place)
    if kind and kind not in KINDS:
        raise AliasError(f"{place}: {kind!r} is no kind; use {', '.join(KINDS)}")
    gender = _text(row, "gender", place)
    if gender and gender.lower() not in _GENDERS:
        raise AliasError(f"{place}: {gender!r} is no gender; use female or male, or leave it empty")
    start, end = (_day(row, column, place) for column in ("valid_from", "valid_to"))
    if start and end and start > end:
        raise AliasError(f"{place}: valid_from {start} is after valid_to {end}")
    return Identity(
        name=name,
        aliases=tuple(sorted({alias for alias in (*_list(row, place), renamed(row)) if alias and alias != name})),
        kind=kind or None,  # type: ignore[arg-type]
        role=_text(row, "role", place) or None,
        valid_from=start,
        valid_to=end,
        gender=_GENDERS[gender.lower()] if gender else None,  # type: ignore[arg-type]
        wikidata=_text(row, "wikidata", place) or None,
    )


def check(identities: Iterable[Identity], where: str = "aliases") -> Aliases:
    """Sort identities and refuse cycles and names that mean two at a time (`AliasError`)."""
    known = tuple(sorted(set(identities), key=order))
    for one in known:
        path = _cycle(one, known)
        if path:
            raise AliasError(f"{where}: the aliases go in a circle: {' → '.join(path)}; keep one name for them")
    holders: dict[str, list[Identity]] = {}
    for one in known:
        for name in {fold(name) for name in (one.name, *one.aliases)}:
            for other in holders.setdefault(name, []):
                if _overlap(one, other):
                    raise AliasError(
                        f"{where}: {name!r} means both {other.name!r} and {one.name!r}; "
                        "take it from one of them, or give both valid_from and valid_to"
                    )
            holders[name].append(one)
    return Aliases(known)


def order(one: Identity) -> tuple[str, ...]:
    """For sorting identities, the same on every machine."""
    parts = (
        one.kind,
        one.valid_from,
        one.valid_to,
        one.wikidata,
        one.role,
        one.gender,
        "|".join(one.aliases),
    )
    return (one.name, *(part or "" for part in parts))


def _cycle(start: Identity, known: tuple[Identity, ...]) -> list[str]:
    """Names from one identity over its aliases back to itself, empty where there is no such way."""
    by_name: dict[str, Identity] = {fold(one.name): one for one in known}
    way, seen = [start.name], {fold(start.name)}
    stack = [(start, way)]
    while stack:
        one, way = stack.pop()
        for alias in one.aliases:
            if fold(alias) == fold(start.name) and one is not start:
                return [*way, alias]
            after = by_name.get(fold(alias))
            if after is not None and fold(alias) not in seen:
                seen.add(fold(alias))
                stack.append((after, [*way, alias]))
    return []


def _overlap(one: Identity, two: Identity) -> bool:
    if one.kind and two.kind and one.kind != two.kind:
        return False  # a person and a company of one name
    starts = max(one.valid_from or "", two.valid_from or "")
    ends = min(one.valid_to or "9999", two.valid_to or "9999")
    return starts <= ends


def _toml(text: str, where: str) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AliasError(f"{where}: no valid TOML: {error}") from error
    rows = document.pop("speaker", [])
    if document or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise AliasError(f"{where}: give one [[speaker]] table for each speaker, and nothing else")
    return [(f"{where}, speaker {number}", row) for number, row in enumerate(rows, 1)]


def _text(row: Mapping[str, Any], column: str, place: str) -> str:
    value = row.get(column)
    if isinstance(value, date):
        value = value.isoformat()
    if value is not None and not isinstance(value, str):
        raise AliasError(f"{place}: {column} must be text")
    return unsafe((value or "").strip())


def _list(row: Mapping[str, Any], place: str) -> list[str]:
    value = row.get("aliases")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        items = value
    elif value is None or isinstance(value, str):
        items = unsafe(value or "").split("|")
    else:
        raise AliasError(f"{place}: aliases must be a list of names")
    return [item.strip() for item in items if item.strip()]


def _day(row: Mapping[str, Any], column: str, place: str) -> str | None:
    text = _text(row, column, place)
    if not text:
        return None
    french = _FRENCH_DAY.fullmatch(text)
    try:
        if french is not None:  # as a French spreadsheet shows and saves a date
            return date(int(french[3]), int(french[2]), int(french[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise AliasError(f"{place}: {column} {text!r} is no date; write 2017-05-14") from error


def find(aliases: Aliases) -> dict[str, tuple[Identity, ...]]:
    """Folded name or alias → whom it may mean."""
    out: dict[str, tuple[Identity, ...]] = {}
    for one in aliases.identities:
        for name in sorted({key for n in (one.name, *one.aliases) for key in (fold(n), thing_key(n))}):
            out[name] = (*out.get(name, ()), one)
    return out
