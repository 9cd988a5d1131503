"""Frames: sentences cut with the quotations in mind.

The parsers' own sentence splitters never saw a guillemet in training; so the text layer decides where
a sentence ends, and a quotation counts as one unit of the sentence around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from quotes.types import Block, MarkedSpan, Sentence, Span

# a blank may be lost behind a full stop (*nos prévisions.Des sacs*)
_END = re.compile(r"[.!?…]+[)\]]*(?=[\s«“\"—]|$)|(?:(?<=[a-zà-ÿ]{3})|(?<=[»”\"\d)]))[.!?…]+(?=[A-ZÀ-Ý][a-zà-ÿ'])")
# an initial too, but for the network's: *dans un message sur X. Les billets …*
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Mr|Dr|Pr|Me|Mgr|St|Ste|cf|env|ex|art|al|av|bd|vol|chap|fig|hab|tél|tel|no|n°|p|pp|op|éd"
    r"|[A-WYZÉÈ]|(?<!sur )(?<!via )X|[A-Z]-[A-Z]|J\.-[A-Z]))\.$"
)
_STARTS = re.compile(r"[A-ZÀ-ÖØ-ÞŒ0-9«“\"—\-•(\[…]")
_GLUED = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ']")
_LONGEST = 4000  # characters, and
_MOST = 60  # quotations in one sentence
_WORD = re.compile(r"[\w'’-]+")
_GOES_ON = re.compile(
    r"(?:qu'|que|d'|de|du|des|un|une|le|la|les|l'|à|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs|en|par|pour|et|ou|est|sont"
    r"|était|comme|jusqu'|plus|très|dit|si|dans|sur|avec|sans|entre|nos|notre|cette|qui|où|ni)$",
    re.IGNORECASE,
)


def sentences(
    view: str, blocks: Sequence[Block], spans: Sequence[MarkedSpan], incises: Mapping[int, Sequence[Span]]
) -> tuple[Sentence, ...]:
    """The sentences of a view in order. A quotation that runs over several blocks joins them.

    ``incises`` gives for the index of a span the incises inside it: they belong to the sentence.
    """
    tops = [i for i, span in enumerate(spans) if span.depth == 0]
    out: list[Sentence] = []
    position = next_top = 0
    for number, block in enumerate(blocks):
        start = max(block.start, position)
        if start >= block.end:
            continue
        inside: list[int] = []
        end = block.end
        while next_top < len(tops) and spans[tops[next_top]].outer[0] < end:
            inside.append(tops[next_top])
            outer_end = spans[tops[next_top]].outer[1]
            if outer_end > end:
                end = max(outer_end, _last_block(blocks, number, outer_end))
            next_top += 1
        position = end
        begins = [spans[i].outer[0] for i in inside]
        for first, last in _cut(view, start, end, [spans[i] for i in inside]):
            held = tuple(inside[bisect_left(begins, first) : bisect_left(begins, last)])
            pieces = _pieces(view, first, last, [(spans[i], incises.get(i, ())) for i in held])
            out.append(Sentence(first, last, number, held, pieces))
    return tuple(out)


def _last_block(blocks: Sequence[Block], number: int, limit: int) -> int:
    """The end of the last block that starts before a limit."""
    while number + 1 < len(blocks) and blocks[number + 1].start < limit:
        number += 1
    return blocks[number].end


def sentence_ends(view: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of a stretch without quotations end (the last one's end left out)."""
    for match in _END.finditer(view, start, end):
        after = match.end()
        while after < end and view[after] in " \n":
            after += 1
        if after >= end:
            return
        if view[match.start()] == "." and match.group() == ".":
            if _ABBREVIATION.search(view[max(start, match.start() - 5) : match.end()]):
                continue
            if not _STARTS.match(view, after):
                continue
        elif not _STARTS.match(view, after):
            continue
        yield match.end()


def _cut(view: str, start: int, end: int, spans: Sequence[MarkedSpan]) -> Iterator[Span]:
    """Cut a block into sentences, its quotations being units."""
    cuts: list[int] = []
    gap_start = start
    for span in spans:
        cuts.extend(sentence_ends(view, gap_start, span.outer[0]))
        before = view[gap_start : span.outer[0]].rstrip()
        if before and before[-1] in ".!?…" and not _ABBREVIATION.search(before[-6:]):
            cuts.append(gap_start + len(before))
        sentence_start = cuts[-1] if cuts else start
        if _ends_sentence(view, span, end, sentence_start):
            cuts.append(span.outer[1])
        gap_start = span.outer[1]
    cuts.extend(sentence_ends(view, gap_start, end))
    position = start
    for cut in _no_longer(view, start, [*sorted(set(cuts)), end], spans):
        first, last = position, cut
        # closing points after a mark (« … ». Next) belong to the sentence that they end
        while first < last and view[first] in " \n":
            first += 1
        position = cut
        if first < last and view[first:last].strip(" \n.,;:!?…)]"):
            yield first, last


def _no_longer(view: str, start: int, cuts: Sequence[int], spans: Sequence[MarkedSpan]) -> Iterator[int]:
    """The cuts, and more of them where a sentence is too long to be one (a page on one line): at blanks, or behind
    a quotation where it holds too many of them.
    """
    tops = [span.outer for span in spans]
    next_top = 0
    position = start
    for cut in cuts:
        quotations = 0
        while cut - position > _LONGEST or quotations:
            limit = position + _LONGEST
            while next_top < len(tops) and tops[next_top][1] <= position:
                next_top += 1
            if next_top < len(tops) and tops[next_top][0] < min(limit, cut):
                position = max(tops[next_top][1], position + 1)  # a quotation is one unit
                next_top += 1
                quotations += 1
                if quotations == _MOST and position < cut:
                    yield position
                    quotations = 0
                continue
            if cut <= limit:
                break
            blank = max(view.rfind(" ", position, limit), view.rfind("\n", position, limit))
            position = blank if blank > position else limit
            quotations = 0
            yield position
        yield cut
        position = cut


def _ends_sentence(view: str, span: MarkedSpan, end: int, sentence_start: int) -> bool:
    after = span.outer[1]
    while after < end and view[after] in " \n":
        after += 1
    if after >= end:
        return False
    if view[after] in '«“"' and view[span.end - 1] in ".!?…":
        return True
    if after == span.outer[1] and _GLUED.match(view, after):
        return True  # *« C'est fini »Le maire est parti*: the next sentence, glued to the mark
    if not re.match(r"[A-ZÀ-ÖØ-ÞŒ•—]", view[after]):
        return False
    if view[span.end - 1] in ".!?…":
        return True
    if "\n" in view[span.outer[1] : after]:
        return True
    alone = not view[max(sentence_start, span.outer[0] - 200) : span.outer[0]].strip(" \n—-•") or view[
        max(sentence_start, span.outer[0] - 40) : span.outer[0]
    ].rstrip().endswith(":")
    return alone and len(_WORD.findall(view, span.start, span.end)) >= 8


def _pieces(view: str, start: int, end: int, held: Sequence[tuple[MarkedSpan, Sequence[Span]]]) -> tuple[Span, ...]:
    pieces: list[Span] = []
    position = start
    for span, inner in held:
        if position < span.outer[0]:
            pieces.append((position, span.outer[0]))
        if inner:
            # with the points around it; two incises may share a comma, and the last may end the page
            for a, b in inner:
                pieces.append((max(a - 2, pieces[-1][1] if pieces else start), min(b + 1, end)))
        elif integrated(view, start, span):
            stop = min(next(sentence_ends(view, span.start, span.end), span.end), span.start + _LONGEST)
            at = span.start
            for match in re.finditer(r'[«»“”"]', view[at:stop]):
                if at < span.start + match.start():
                    pieces.append((at, span.start + match.start()))
                at = span.start + match.end()
            if at < stop:
                pieces.append((at, stop))
        position = span.outer[1]
    if position < end:
        pieces.append((position, end))
    return tuple((a, b) for a, b in pieces if view[a:b].strip())


def integrated(view: str, start: int, span: MarkedSpan) -> bool:
    """Is the quotation a part of its sentence's grammar (*un « triste rappel » du fait que*)?"""
    before = view[start : span.outer[0]].rstrip(" \n")
    words = len(_WORD.findall(view, span.start, span.end))
    capital = view[span.start].isupper()
    if not before.strip(" —-•\n"):
        after = view[span.outer[1] : span.outer[1] + 2].lstrip()
        return words <= 3 and not after.startswith(",")
    if before[-1] == ":":
        return False
    if before[-1] in ",;—)":
        return not capital and words <= 5
    if _GOES_ON.search(before[-12:]):
        return True
    return not capital or words <= 3
