"""Turns: interviews and dialogues, where the layout and not a mark shows who speaks.

Three shapes are read: lines with a label (*Barnabé Lissouba : Par le boulanger.*), questions and answers
in blocks of their own, and dialogue dashes. Each asks for evidence from the whole page first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from quotes import lexicon
from quotes.text.incises import inner_incises
from quotes.text.pairing import laid_over
from quotes.types import Block, MarkedSpan, Span

_LABEL = re.compile(
    r"(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ ]+)?"  # *00:01:12 Anne Morel : …*
    r"((?:(?:M|Mme|Mlle|Dr|Me)\.?[ ])?(?:[A-ZÀ-Ý][\w'.À-ÿ-]*\.?|de|du|le|la|van|von|el|ben)(?:[ ](?:[A-ZÀ-Ý][\w'.À-ÿ-]*\.?|de|du|des|le|la|van|von|der|den|di|da|del|della|dos|el|al|ben|d'[A-Z][\w-]*)){0,4}|Q|R|Question|Réponse)"
    r"(?P<group>[ ]\([^()\n]{2,60}\))?[ ]?(?::|\.?[ ]?[—-])[ ]+(?=[^\s«\"“])"
)
_FIRST_PERSON = re.compile(r"\b(?:je|j'|nous|mon|ma|mes|me|m'|moi|on)\b", re.IGNORECASE)
_DASH = re.compile(r"(?:—|-)\s+")
_LONG_DASH = re.compile("— +")
_QUESTION_LENGTH = 320
_TURN_LENGTH = 500
_TURN_HEAD = 200


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice says in a turn: the words, and the label that names the voice, if any.

    ``block`` is its block; ``answer`` where it answers a question of the interviewer.
    """

    start: int
    end: int
    label: Span | None
    answer: bool
    block: int


def turns(view: str, blocks: Sequence[Block], spans: Sequence[MarkedSpan]) -> tuple[Turn, ...]:
    """The turns of a page in order; none where it shows no dialogue."""
    found = (
        _minutes(view, blocks) or _labelled(view, blocks) or _interview(view, blocks, spans) or _dashes(view, blocks)
    )
    return tuple(turn for turn in found if turn.start < turn.end)  # a dash alone says nothing


def _labelled(view: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    found: list[tuple[int, re.Match[str]]] = []
    for number, block in enumerate(blocks):
        match = _LABEL.match(view, block.start, block.end)
        if match and match.group(1).lower() not in lexicon.fields():
            found.append((number, match))
    labels = Counter(m.group(1) for _, m in found)
    formal = sum(bool(m.group("group")) for _, m in found) >= 2  # *M. Roy (LR, Orne). – …* in a debate
    if not formal and (len(found) < 3 or len(labels) == len(found)):
        return ()
    # the interviewer is the voice whose turns end with a question mark
    asked = Counter(m.group(1) for n, m in found if view[blocks[n].end - 1] == "?")
    asking = {label for label in labels if asked[label] * 2 > labels[label] or label in ("Q", "Question")}
    span = range(found[0][0], found[-1][0] + 1)
    if len(found) * 2 < len(span) and not formal:
        return ()
    if formal:
        found = [(n, m) for n, m in found if m.group("group")]
    return tuple(
        Turn(m.end(), blocks[n].end, m.span(1), m.group(1) not in asking, n)
        for n, m in found
        if m.group(1) not in asking or len(asking) == len(labels)
    )


_SITTING = re.compile(
    r"(?P<name>(?:M\.|Mme|Mlle|Me)[ ](?:[A-ZÀ-Ý][\w'-]*|de|du|des|d'[A-ZÀ-Ý][\w'-]*|le|la)(?:[ ](?:[A-ZÀ-Ý][\w'-]*|de|du|des|le|la|d'[A-ZÀ-Ý][\w'-]*)){0,4}"
    r"|(?:M\.|Mme)[ ](?:le|la)[ ](?:vice-)?présidente?)"
    r"(?:[ ]?\([^()\n]{2,60}\))?(?:,[ ][a-zà-ÿ][^.:!?«»\n]{3,120})?\.[ ]+(?:—[ ]+)?(?=[A-ZÀ-Ý«])"
)
_CHAIR = re.compile(r"(?:M\.|Mme) (?:le|la) (?:vice-)?présidente?")


def _minutes(view: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The minutes of an assembly: *M. Paul Girard, ministre des sports. Madame la députée, …*, voice by voice.

    The chair gives the floor and takes it: what it says is procedure.
    """
    heads = [(n, m) for n, b in enumerate(blocks) if (m := _SITTING.match(view, b.start, b.end)) and m.end() < b.end]
    voices = {m.group("name") for _, m in heads}
    if len(heads) < 3 or len(voices) < 2 or 2 * len(heads) < heads[-1][0] - heads[0][0] + 1:
        return ()
    return tuple(
        Turn(m.end(), blocks[n].end, m.span("name"), False, n)
        for n, m in heads
        if not _CHAIR.fullmatch(m.group("name"))
    )


def _interview(view: str, blocks: Sequence[Block], spans: Sequence[MarkedSpan]) -> tuple[Turn, ...]:
    """Blocks that ask and blocks that answer in the first person."""
    asks = [n for n, b in enumerate(blocks) if n and _asks(view, b)]
    asked = set(asks)
    # next to real questions, short blocks that trail off or speak to *vous* ask as well
    softer = [
        n
        for n, b in enumerate(blocks)
        if n
        and n not in asked
        and b.end - b.start <= 200
        and _PROMPT.search(view, b.start, b.end)
        and not _OWN.search(view, b.start, b.end)
    ]
    if len(asks) + len(softer) < 2 or not asks:
        return ()
    asks = sorted([*asks, *softer])
    dashes = [n for n, b in enumerate(blocks) if _DASH.match(view, b.start)]
    dashed = len(dashes) >= 4
    out: list[Turn] = []
    questions = set(asks)
    if dashed:
        # between dashes question and answer take turns
        first = next(i for i, n in enumerate(dashes) if n in questions) if any(n in questions for n in dashes) else 0
        for i, n in enumerate(dashes):
            if (i - first) % 2 == 1:
                match = _DASH.match(view, blocks[n].start)
                assert match is not None
                out.append(Turn(match.end(), blocks[n].end, None, True, n))
    else:
        tops = [s for s in spans if s.depth == 0]
        # from each stretch on, how long the longest is
        longest = list(accumulate((s.outer[1] - s.outer[0] for s in reversed(tops)), max))[::-1]
        begins = [s.outer[0] for s in tops]
        for position, n in enumerate(asks):
            last = asks[position + 1] if position + 1 < len(asks) else len(blocks)
            for m in range(n + 1, last):
                block = blocks[m]
                own = m == n + 1 or position + 1 < len(asks) or _FIRST_PERSON.search(view, block.start, block.end)
                if not own or block.kind == "heading" and m != n + 1:
                    break
                after = bisect_left(begins, block.start)
                if after < len(tops) and 2 * longest[after] > block.end - block.start:
                    break
                out.append(Turn(block.start, block.end, None, True, m))
    if not out:
        return ()
    spoken = sum(bool(_FIRST_PERSON.search(view, t.start, t.end)) for t in out)
    if not _addressed(view, blocks, asks, out):
        return ()
    return tuple(out) if spoken * 2 >= len(out) and len(out) >= 2 else ()


def _addressed(view: str, blocks: Sequence[Block], asks: Sequence[int], answers: Sequence[Turn]) -> bool:
    """Does a question say *vous*, or an answer *je*? An essay asks too: *Mais peut-on s'en passer ?*"""
    asked = any(_PROMPT.search(view, blocks[n].start, blocks[n].end) for n in asks)
    return asked or any(_SELF.search(view, one.start, one.end) for one in answers)


_SELF = re.compile(r"\b(?:je|j'|moi|mon|ma|mes)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:je|j'|mon|ma|mes|nous|notre|nos)\b", re.IGNORECASE)
_PROMPT = re.compile(r"…\s*$|\b(?:vous|votre|vos)\b", re.IGNORECASE)


def _asks(view: str, block: Block) -> bool:
    text = view[block.start : block.end]
    if len(text) > _QUESTION_LENGTH or not text.rstrip(' »”"').endswith("?") or text.startswith(("«", "“", '"')):
        return False
    # an answer may end with a question too, and speaks of itself: *Je n'en sais rien. Qui le saurait ?*
    return not (_OWN.search(text) and re.search(r"[.!…] ", text)) or bool(_PROMPT.search(text))


def _dashes(view: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """Long dashes at the head of lines: those that hold an incise, and the others of a page where one does."""
    heads = ((n, _LONG_DASH.match(view, b.start)) for n, b in enumerate(blocks))
    # items of news open with a dash too, but run on
    dashes = {n: m.end() for n, m in heads if m and blocks[n].end - blocks[n].start <= _TURN_LENGTH}
    spoken = [n for n, start in dashes.items() if _spoken(view, start, blocks[n].end)]
    # questions and answers of a hearing need no incise
    asked = [n for n in dashes if n + 1 in dashes and view[blocks[n].end - 1] == "?"]
    if 3 * max(len(spoken), 2 * len(asked)) < len(dashes) or not (spoken or asked):
        return ()
    return tuple(Turn(start, blocks[n].end, None, False, n) for n, start in dashes.items())


def _spoken(view: str, start: int, end: int) -> bool:
    """Does an incise stand near the head of these words?"""
    found = inner_incises(view, MarkedSpan(start, end, (start, end), "-"))
    return bool(found) and found[0][0] - start <= _TURN_HEAD


def as_spans(found: Sequence[Turn], spans: Sequence[MarkedSpan]) -> tuple[MarkedSpan, ...]:
    """Turns as stretches without marks; the marked stretches inside them become nested ones."""
    return laid_over([MarkedSpan(t.start, t.end, (t.start, t.end), "-") for t in found], spans)
