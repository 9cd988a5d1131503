"""Block quotes: a page sets words apart as somebody's own, with or without marks, and often signs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.types import Block, MarkedSpan, Span

_WHOLE = 0.9


@dataclass(frozen=True, slots=True)
class SetApart:
    """The words of one block quote. ``source`` is who signs it, ``name`` where that name stands in the text.

    ``marked`` where the author has written marks around the whole of it, too: it is a quotation already.
    """

    start: int
    end: int
    source: str | None
    name: Span | None
    marked: bool


def set_apart(view: str, blocks: Sequence[Block], spans: Sequence[MarkedSpan]) -> tuple[SetApart, ...]:
    """The block quotes of a page, each from its first to its last block.

    One without a source in which quotations stand next to other words is a report: its own rules read it.
    """
    return tuple(found for first, last in _groups(blocks) if (found := _found(view, blocks, first, last, spans)))


def as_tops(found: Sequence[SetApart]) -> list[MarkedSpan]:
    """Block quotes without marks as stretches."""
    return [MarkedSpan(one.start, one.end, (one.start, one.end), "") for one in found if not one.marked]


def _groups(blocks: Sequence[Block]) -> Iterator[Span]:
    """(first, last) of each run of blocks that one block quote holds."""
    first: int | None = None
    for number, block in enumerate(blocks):
        if first is not None and (block.kind != "blockquote" or block.source != blocks[first].source):
            yield first, number - 1
            first = None
        if first is None and block.kind == "blockquote":
            first = number
    if first is not None:
        yield first, len(blocks) - 1


def _found(view: str, blocks: Sequence[Block], first: int, last: int, spans: Sequence[MarkedSpan]) -> SetApart | None:
    start, end, source = blocks[first].start, blocks[last].end, blocks[first].source
    inside = [s for s in spans if s.depth == 0 and s.outer[0] < end and start < s.outer[1]]
    name = None
    if source is not None and last + 1 < len(blocks) and blocks[last + 1].kind == "signature":
        at = view.find(source, blocks[last + 1].start, blocks[last + 1].end)
        name = (at, at + len(source)) if at >= 0 else None
    if len(inside) == 1 and inside[0].end - inside[0].start >= _WHOLE * (end - start - 4):
        return SetApart(inside[0].start, inside[0].end, source, name, True)
    if inside and source is None:
        return None
    return SetApart(start, end, source, name, False)
