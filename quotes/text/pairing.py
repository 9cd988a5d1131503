"""Pairing: which quotation marks belong together. One pass with a stack, linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotes.types import Block, MarkedSpan, Span

# single < and > count where a scan has misread a guillemet: apart from their words as those are in print
_MARK = re.compile(r'[«»“”"]|(?<![^\s\n])<(?=\s?\w)|(?<=[\w.,!?…]\s)>(?=[\s.,;:]|$)')
_GUILLEMET = re.compile(r"[«»]|(?<=[\w.,!?…]\s)>(?=[\s.,;:]|$)|<")
_OPENING_BEFORE = frozenset(" \n([{«“'—-/:")
_CLOSING_AFTER = frozenset(" \n)]}.,;:!?…»”-—/")
# one » may close two quotations that end together: what follows it then is the sentence around them
_SHARED = re.compile(r"[ ]*(?:[,.;)]|$)", re.MULTILINE)
_TURNED = re.compile(r" ?[,.;)]")
_MEASURE = re.compile(r"\d ?$")


_POINTS = re.compile(r"[ \n\t.!?…]*")
_BLANK = " \n\t"
_WORD = re.compile(r"[ \t]*[^\W\d_]")
_BULLETS = "•·▪■●◦‣►▶➢*"
# how far a quotation may run over line ends before its mark counts as never closed
_REACH = 6000


class _Open:
    __slots__ = ("at", "block", "mark")

    def __init__(self, at: int, mark: str, block: int) -> None:
        self.at, self.mark, self.block = at, mark, block


def pair(view: str, blocks: Sequence[Block]) -> tuple[MarkedSpan, ...]:
    """The marked stretches of a view, by start; two of them nest or are disjoint.

    A mark that is never closed ends with its block. A closing mark without an opening one is no
    quotation (» stands as a bullet too). At depths beyond 8 the marks are read as noise.
    """
    found: list[tuple[int, int, int, int, str, bool]] = []
    stack: list[_Open] = []
    ends = [block.end for block in blocks]
    block = 0
    nesting_of, nested = -1, False
    balanced = view.count("«") == view.count("»")

    def close(open_: _Open, inner_end: int, outer_end: int, closed: bool) -> None:
        start, end = _trim(view, open_.at + 1, inner_end)
        if start < end:
            found.append((start, end, open_.at, outer_end, open_.mark, closed))

    def abandon(keep: int) -> None:
        """Give up the marks above ``keep``: the lowest ends with its block, inner ones are noise."""
        while len(stack) > keep:
            open_ = stack.pop()
            if len(stack) == keep or open_.mark == "«":
                limit = ends[open_.block] if open_.block < len(ends) else len(view)
                inner = found[-1][3] if found and open_.at < found[-1][2] and found[-1][3] <= limit else None
                if inner is not None and _SHARED.match(view, inner):
                    limit = inner
                close(open_, limit, limit, False)

    for match in _MARK.finditer(view):
        at, raw = match.start(), match.group()
        mark = {"<": "«", ">": "»"}.get(raw, raw)
        if raw in "<>" and not _misread(view, at, raw, stack):
            continue
        while block < len(ends) and ends[block] <= at:
            block += 1
        over = False
        if stack:
            bottom = stack[0]
            crossed = bottom.block != block
            over = crossed and raw == bottom.mark == '"' and _spans(view, bottom, at, blocks, block)
            if crossed and (_leads(view, at, blocks, block) or at - bottom.at > _REACH):
                abandon(0)
            elif crossed and (bottom.mark == '"' and not over or (mark in "«“" and not balanced)):
                # a straight mark pairs inside its block, or the next; one that opens says: the first never closed
                abandon(0)
        if mark == '"' and nesting_of != block:
            nesting_of = block
            nested = block < len(blocks) and _nested_straight(view, blocks[block].start, blocks[block].end)
        if mark == "»" and stack and stack[0].block != block and _goes_on(view, at, blocks, block):
            continue
        role = _role(view, at, mark, stack, nested)
        if role == "open":
            if len(stack) < 8:
                stack.append(_Open(at, mark, block))
        elif role == "close":
            partner = _partner(mark, stack)
            if partner is None:
                lost = _lost_opening(view, at, blocks, block, found) if mark == "»" and not stack else None
                if lost is not None:
                    start, end = _trim(view, lost, at)
                    if start < end:
                        found.append((start, end, start, at + 1, mark, True))
                continue
            if mark == '"' and stack[partner].block != block and not over:
                abandon(0)
                continue
            del stack[partner + 1 :]
            close(stack.pop(), at, at + 1, True)
    abandon(0)
    return _nest(found)


def _misread(view: str, at: int, raw: str, stack: Sequence[_Open]) -> bool:
    """Is a single < or > a guillemet misread: does a whole one stand at the other end?"""
    if raw == ">":
        return any(o.mark == "«" for o in stack)
    following = _GUILLEMET.search(view, at + 1, at + _REACH)
    return following is not None and following.group() == "»"


def _lost_opening(
    view: str, at: int, blocks: Sequence[Block], block: int, found: Sequence[tuple[int, int, int, int, str, bool]]
) -> int | None:
    """Where the words begin that a lone » at the end of its paragraph closes: behind a colon, else with their sentence."""
    if block >= len(blocks) or not _POINTS.fullmatch(view, at + 1, blocks[block].end):
        return None
    begin = max([blocks[block].start] + [f[3] for f in found[-1:]])
    said = view[begin:at]
    colon = said.find(": ")
    if colon >= 0:
        return begin + colon + 2
    ends = [m.end() for m in re.finditer(r"[.!?…] +(?=[A-ZÀ-Ý])", said[:-1])]
    start = begin + (ends[-1] if ends else 0)
    return start if len(view[start:at].split()) >= 4 and (ends or begin == blocks[block].start) else None


def _leads(view: str, at: int, blocks: Sequence[Block], block: int) -> bool:
    """Does an opening mark stand at the head of its block (a new quotation, or « at each paragraph)?"""
    if block >= len(blocks) or view[at] not in '«“"':
        return False
    return not view[blocks[block].start : at].strip(_BLANK + _BULLETS + "—-")


def _spans(view: str, open_: _Open, at: int, blocks: Sequence[Block], block: int) -> bool:
    """Do two straight marks hold two paragraphs: one that only opens, one that only closes and stands alone there?"""
    if block >= len(blocks) or block - open_.block > 2:
        return False
    if view.count('"', blocks[block].start, blocks[block].end) > 1:
        return False
    return _sides(view, open_.at) == (True, False) and _sides(view, at) == (False, True)


def _sides(view: str, at: int) -> tuple[bool, bool]:
    """May the mark at an offset open, may it close, by the characters beside it?"""
    before = view[at - 1] if at else "\n"
    after = view[at + 1] if at + 1 < len(view) else "\n"
    opens = before in _OPENING_BEFORE and after not in _BLANK
    return opens, before not in _BLANK and after in _CLOSING_AFTER


def _goes_on(view: str, at: int, blocks: Sequence[Block], block: int) -> bool:
    """Does a closing mark open the next paragraph of a quotation (*»Je ne dis pas …*), as some papers print it?

    Apart from the word behind it, it does so where the paragraph closes more marks than it opens, or the next is opened alike.
    """
    if block >= len(blocks) or view[blocks[block].start : at].strip(_BLANK):
        return False
    end = blocks[block].end
    word = _WORD.match(view, at + 1, end)
    if word is None or view[at + 1].isalpha():
        return word is not None
    alike = block + 1 < len(blocks) and view.startswith("»", blocks[block + 1].start)
    return alike or view.count("»", at + 1, end) > view.count("«", at + 1, end)


def _role(view: str, at: int, mark: str, stack: Sequence[_Open], nested: bool) -> str:
    before = view[at - 1] if at else "\n"
    after = view[at + 1] if at + 1 < len(view) else "\n"
    if mark == "«":
        turned = stack and stack[-1].mark == "«" and before in _BLANK and _TURNED.match(view, at + 1)
        return "close" if turned else "open"  # *« Personne n'y gagne « , a-t-il dit*
    if mark == "»":
        return "close"
    if mark == "”":
        opened = any(o.mark in "“”" for o in stack)
        return "close" if opened or before not in _OPENING_BEFORE else "open"
    if mark == "“":
        opened = any(o.mark == "“" for o in stack)
        closing = opened and before not in _OPENING_BEFORE and after in _CLOSING_AFTER
        return "close" if closing else "open"
    opened = any(o.mark == '"' for o in stack)
    if not opened and _MEASURE.search(view, max(0, at - 3), at) and not after.isalpha():
        return "none"  # *une vis de 5"*, *en 2'24 "*
    opens, closes = _sides(view, at)
    if opens and not closes:
        return "open" if not opened or nested or (stack and stack[-1].mark != '"') else "close"
    return "close" if opened else "open"


def _nested_straight(view: str, start: int, end: int) -> bool:
    """Do the straight marks of a block nest by their blanks alone, every one opening or closing?"""
    depth = deepest = 0
    at = view.find('"', start, end)
    while at >= 0:
        opens, closes = _sides(view, at)
        if opens == closes:
            return False
        depth += 1 if opens else -1
        deepest = max(deepest, depth)
        if depth < 0:
            return False
        at = view.find('"', at + 1, end)
    return depth == 0 and deepest > 1


def _partner(mark: str, stack: Sequence[_Open]) -> int | None:
    wanted = {"»": "«", "«": "«", "”": "“”", "“": "“", '"': '"'}[mark]
    for i in range(len(stack) - 1, -1, -1):
        if stack[i].mark in wanted:
            return i
    return None


def _trim(view: str, start: int, end: int) -> tuple[int, int]:
    while start < end and view[start] in _BLANK:
        start += 1
    while end > start and view[end - 1] in _BLANK:
        end -= 1
    return start, end


def _nest(found: list[tuple[int, int, int, int, str, bool]]) -> tuple[MarkedSpan, ...]:
    spans: list[MarkedSpan] = []
    path: list[int] = []
    for start, end, outer_start, outer_end, mark, closed in sorted(found, key=lambda f: (f[2], -f[3])):
        while path and spans[path[-1]].outer[1] <= outer_start:
            path.pop()
        if path and outer_end > spans[path[-1]].outer[1]:
            continue  # crosses its neighbour: noise
        if path and end > spans[path[-1]].end:
            end = spans[path[-1]].end
            if start >= end:
                continue
        parent = path[-1] if path else None
        spans.append(MarkedSpan(start, end, (outer_start, outer_end), mark, len(path), parent, closed))
        path.append(len(spans) - 1)
    return tuple(spans)


def laid_over(tops: Sequence[MarkedSpan], spans: Sequence[MarkedSpan]) -> tuple[MarkedSpan, ...]:
    """Stretches that the layout shows laid over marked ones, which become nested; one that crosses a mark is dropped."""
    if not tops:
        return tuple(spans)
    marked = [span.outer for span in spans if span.depth == 0]
    kept = [top for top in tops if not _cut(top, marked)]
    merged: list[MarkedSpan] = []
    index: list[int] = []
    for _, span in sorted(
        [*((0, top) for top in kept), *((1, span) for span in spans)],
        key=lambda s: (s[1].outer[0], -s[1].outer[1], s[0]),
    ):
        while index and merged[index[-1]].outer[1] <= span.outer[0]:
            index.pop()
        parent = index[-1] if index else None
        merged.append(MarkedSpan(span.start, span.end, span.outer, span.mark, len(index), parent, span.closed))
        index.append(len(merged) - 1)
    return tuple(merged)


def _cut(top: MarkedSpan, marked: Sequence[Span]) -> bool:
    """Does one of the marked stretches, which are disjoint and in order, cross an edge of this one or hold it?"""
    first = bisect_right(marked, top.start, key=lambda outer: outer[1])
    last = bisect_left(marked, top.end, key=lambda outer: outer[0]) - 1
    return first <= last and (marked[first][0] < top.start or marked[last][1] > top.end)
