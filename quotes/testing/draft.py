"""Drafts: French with its gold in place, so that no offset is ever searched for.

A draft is a tuple of strings and edges. An edge is where a part of a record begins or ends; noise
changes the strings, and only when the text is whole do the edges become offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from quotes.testing.french import capital
from quotes.types import Cue, Mention, Quote, QuoteType, Span, Speaker

Part = Literal["verbatim", "content", "cue", "mention"]


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a part of a record begins or ends. ``record`` counts from 0 within its passage."""

    part: Part
    record: int
    opens: bool


Draft = tuple[str | Edge, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What a passage says about one of its records: the answer, drawn before the text."""

    type: QuoteType
    construction: str
    speaker: Speaker | None
    others: tuple[Speaker, ...] = ()
    relay: Speaker | None = None
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A draft of one or more paragraphs, and the answers to its edges."""

    draft: Draft
    records: tuple[Record, ...] = ()


def line(*items: str | Draft) -> Draft:
    """Strings and drafts one after the other; empty strings fall out."""
    out: list[str | Edge] = []
    for item in items:
        out.extend((item,) if isinstance(item, str) else item)
    return tuple(item for item in out if item != "")


def part(name: Part, *items: str | Draft, record: int = 0) -> Draft:
    """A draft as one part of a record."""
    return (Edge(name, record, True), *line(*items), Edge(name, record, False))


def sentence(*items: str | Draft) -> Draft:
    """The draft with a capital at its first letter."""
    whole = line(*items)
    first = next(i for i, item in enumerate(whole) if isinstance(item, str))
    return tuple(capital(item) if i == first and isinstance(item, str) else item for i, item in enumerate(whole))


def mapped(draft: Draft, change: Callable[[str], str]) -> Draft:
    """The draft with its strings changed; edges keep their place between them."""
    return tuple(change(item) if isinstance(item, str) else item for item in draft)


def joined(passages: Iterable[Passage], between: str) -> Passage:
    """Passages one after the other, their records counted through."""
    draft: list[str | Edge] = []
    records: list[Record] = []
    for passage in passages:
        if draft:
            draft.append(between)
        base = len(records)
        draft.extend(e if isinstance(e, str) else replace(e, record=e.record + base) for e in passage.draft)
        records.extend(passage.records)
    return Passage(tuple(draft), tuple(records))


def written(passage: Passage) -> tuple[str, tuple[Quote, ...]]:
    """The text and its gold: one `Quote` a record, in order, with the construction as its reason."""
    text = ""
    opened: dict[tuple[Part, int], int] = {}
    spans: dict[tuple[Part, int], list[Span]] = {}
    for item in passage.draft:
        if isinstance(item, str):
            text += item
        elif item.opens:
            opened[item.part, item.record] = len(text)
        else:
            spans.setdefault((item.part, item.record), []).append((opened.pop((item.part, item.record)), len(text)))
    assert not opened, "a part that never ends"
    return text, tuple(_quote(text, number, record, spans) for number, record in enumerate(passage.records))


def _quote(text: str, number: int, record: Record, spans: dict[tuple[Part, int], list[Span]]) -> Quote:
    verbatim = tuple(spans.get(("verbatim", number), ()))
    content = next(iter(spans.get(("content", number), ())), None)
    cue = next(iter(spans.get(("cue", number), ())), None)
    mention = next(iter(spans.get(("mention", number), ())), None)
    said = (content,) if content else verbatim
    return Quote(
        record.type,
        " ".join(" ".join(text[a:b].split()) for a, b in said),
        verbatim,
        content,
        Cue(*cue, text[slice(*cue)], record.lemma) if cue else None,
        Mention(*mention, text[slice(*mention)]) if mention else None,
        record.speaker,
        record.others,
        record.relay,
        confidence=1.0,
        why=(record.construction,),
    )
