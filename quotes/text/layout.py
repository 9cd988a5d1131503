"""Layout: which stretches of a plain text are one unit of the page."""

from __future__ import annotations

import re

from quotes.types import Block, BlockKind

BULLET = re.compile(r"[ ]*(?:[•·▪■●◦‣*►▶➢→»>]|-(?= ))[ ]*")
_ITEM = re.compile(r"[ ]*(?:[•·▪■●◦‣►▶➢→]|\*(?= )|»(?= [A-ZÀ-Ý]{2}))[ ]*")
_TERMINAL = re.compile(r"[.!?…:;,][\"»”)\] ]*$")
_HEADING_LENGTH = 140
_LINE = re.compile(r"[^\n]+")


def layout(view: str) -> tuple[Block, ...]:
    """The blocks of a plain text in order: one for each line, hard-wrapped lines joined.

    A line that starts with a small letter goes on from the line above it when that one ends without
    a full stop and no empty line stands between them (OCR and mail break lines so).
    """
    blocks: list[Block] = []
    for match in _LINE.finditer(view):
        line = match.group()
        start = match.start() + (len(line) - len(line.lstrip()))
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        if blocks and _continues(view, blocks[-1], start, line.lstrip()):
            blocks[-1] = Block(blocks[-1].start, end, blocks[-1].kind)
            continue
        blocks.append(Block(start, end, "paragraph"))
    return tuple(_kind(view, blocks, i) for i in range(len(blocks)))


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
    isolated = index == 0 or index + 1 == len(blocks) or len(blocks[index + 1 :]) > 0
    if len(text) <= _HEADING_LENGTH and not _TERMINAL.search(text) and isolated:
        kind = "heading"
    return Block(block.start, block.end, kind)
