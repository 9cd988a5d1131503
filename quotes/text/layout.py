"""Layout: which stretches of a plain text are one unit of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.types import Block, BlockKind

BULLET = re.compile(r"[ ]*(?:[•·▪■●◦‣*►▶➢→»>]|-(?= ))[ ]*")
_ITEM = re.compile(r"[ ]*(?:[•·▪■●◦‣►▶➢→]|\*(?= )|»(?= [A-ZÀ-Ý]{2}))[ ]*")
_TERMINAL = re.compile(r"[.!?…:;,][\"»”)\] ]*$")
_HEADING_LENGTH = 140
_LINE = re.compile(r"[^\n]+")


def layout(view: str, declared: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of a text in order: one for each line, hard-wrapped lines joined.

    A line that starts with a small letter goes on from the line above it when that one ends without
    a full stop and no empty line stands between them (OCR and mail break lines so). Where a page has
    ``declared`` its blocks, they are kept, and only their lines are read off the text.
    """
    if declared:
        return tuple(line for block in declared for line in _lines(view, block))
    blocks: list[Block] = []
    width = _wrap_width(view)
    for match in _LINE.finditer(view):
        line = match.group()
        start = match.start() + (len(line) - len(line.lstrip()))
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        if blocks and (
            _continues(view, blocks[-1], start, line.lstrip()) or width and _wrapped(view, blocks[-1], start, width)
        ):
            blocks[-1] = Block(blocks[-1].start, end, blocks[-1].kind)
            continue
        blocks.append(Block(start, end, "paragraph"))
    return tuple(_kind(view, blocks, i) for i in range(len(blocks)))


def _lines(view: str, block: Block) -> Sequence[Block]:
    """A declared block as the blocks of its lines, of its own kind: a dialogue in one paragraph has many."""
    if "\n" not in view[block.start : block.end]:
        return (block,)
    return [
        Block(block.start + line.start, block.start + line.end, block.kind, block.source)
        for line in layout(view[block.start : block.end])
    ]


def _wrap_width(view: str) -> int:
    """The width of the lines of a text that a printer or a mail program broke, else 0."""
    lines = [line.strip() for line in view.split("\n") if line.strip()]
    if len(lines) < 8:
        return 0
    lengths = sorted(len(line) for line in lines)
    typical = lengths[len(lengths) * 3 // 4]
    open_ended = sum(line[-1] not in '.!?…:»"' for line in lines)
    near = sum(0.6 * typical <= len(line) <= 1.3 * typical for line in lines)
    return typical if 20 <= typical <= 90 and 2 * open_ended > len(lines) and 2 * near > len(lines) else 0


def _wrapped(view: str, before: Block, start: int, width: int) -> bool:
    """Does a broken line go on here: no empty line between, and the line above is full or unfinished?"""
    if view.count("\n", before.end, start) > 1 or BULLET.match(view, start) and view[start] != "»":
        return False
    last = (
        view[view.rfind("\n", before.start, before.end) + 1 : before.end]
        if "\n" in view[before.start : before.end]
        else view[before.start : before.end]
    )
    if view.startswith("— ", start) and last.rstrip()[-1] in ".!?…:»":
        return False  # a dialogue's dash, or the next item of the news
    return len(last) >= 0.7 * width or last.rstrip()[-1] not in ".!?…:»"


def _continues(view: str, before: Block, start: int, line: str) -> bool:
    if view.count("\n", before.end, start) > 1 or not line[0].islower():
        return False
    return not re.search(r"[.!?…:;][\"»”)\] ]*$", view[max(before.start, before.end - 6) : before.end])


def _kind(view: str, blocks: list[Block], index: int) -> Block:
    block = blocks[index]
    text = view[block.start : block.end]
    kind: BlockKind = "paragraph"
    bullet = _ITEM.match(text)
    if bullet and bullet.end() < len(text):
        return Block(block.start + bullet.end(), block.end, "item")
    if len(text) <= _HEADING_LENGTH and not _TERMINAL.search(text):
        kind = "heading"
    return Block(block.start, block.end, kind)
