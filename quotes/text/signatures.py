"""Signed stretches: text set apart and signed, without marks (*- Ilya Sutskever (@ilyasut) 20 novembre 2023*)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotes.text.persons import PARTICLE
from quotes.types import Block, MarkedSpan, Span

_NAME = rf"[A-ZÀ-ÖØ-ÞŒ][\w'.-]*(?:\s(?:{PARTICLE}\s?){{0,3}}[A-ZÀ-ÖØ-ÞŒ][\w'.-]*){{0,3}}"
_SIGNATURE = re.compile(rf"(?:—|-)\s*({_NAME})\s*(?:\(@\w+\)|@\w+)?(?:[,\s]+[^.!?«»]{{0,60}})?\.?$")
# a citation set apart, its source on the line below (*Mathilde Grenon, directrice de l'Association …*)
_CREDIT = re.compile(rf"({_NAME}),\s(?=[a-zà-ÿ])[^.!?«»:;]{{4,90}}$")
_BYLINE = re.compile(
    r"\b(?:journaliste|envoyée? spéciale?|correspondante?|photographe|photo|rédact|texte|stagiaire|avec l'AFP)",
    re.IGNORECASE,
)
_TRAILING = re.compile(rf"[^—]*[^—\s]\s+—\s*({_NAME})\.?$")


def signed(view: str, blocks: Sequence[Block], spans: Sequence[MarkedSpan]) -> tuple[tuple[Span, Span], ...]:
    """(words, name) of every stretch that a signature closes: candidates, to be held against the cast."""
    out: list[tuple[Span, Span]] = []
    marked = sorted(s.outer for s in spans)
    for number, block in enumerate(blocks):
        text = view[block.start : block.end]
        credit = _credit(view, blocks, number) if not marked or not _holds_mark(marked, block) else None
        if credit is not None and not _holds_mark(marked, blocks[number - 1]):
            out.append(credit)
            continue
        if "—" not in text and "-" not in text:
            continue
        match = _SIGNATURE.match(text) if len(text) < 120 else None
        if match and number and len(match.group(1).split()) >= 2:
            above = blocks[number - 1]
            # a handle signs few words too
            long = above.end - above.start >= 20 or "@" in text
            if not _holds_mark(marked, above) and long and above.kind != "item":
                name = (block.start + match.start(1), block.start + match.end(1))
                out.append(((above.start, above.end), name))
            continue
        match = _TRAILING.match(text) if len(text) < 600 else None
        if match and not _holds_mark(marked, block):
            name = (block.start + match.start(1), block.start + match.end(1))
            end = view.rindex("—", block.start, name[0])
            while end > block.start and view[end - 1] in " \n":
                end -= 1
            if len(view[block.start : end].split()) >= 4 and len(match.group(1).split()) >= 2:
                out.append(((block.start, end), name))
    return tuple(out)


def _credit(view: str, blocks: Sequence[Block], number: int) -> tuple[Span, Span] | None:
    """A short paragraph of whole sentences and, below it, the name and function of who says it."""
    block = blocks[number]
    match = _CREDIT.match(view[block.start : block.end])
    if not match or not 0 < number < len(blocks) - 1 or len(match.group(1).split()) < 2:
        return None
    above = blocks[number - 1]
    said = view[above.start : above.end]
    if _BYLINE.search(match.group()) or said[-1] not in ".!?…" or not 6 <= len(said.split()) <= 60:
        return None
    if match.group(1).split()[-1] in said:
        return None  # a caption below what tells of the person
    return (above.start, above.end), (block.start + match.start(1), block.start + match.end(1))


def _holds_mark(marked: Sequence[Span], block: Block) -> bool:
    # sorted by start, and nested or disjoint: only a quotation that starts in the block or just before can reach it
    at = bisect_left(marked, (block.start, 0))
    return any(a < block.end and block.start < b for a, b in marked[max(0, at - 9) : at + 1])
