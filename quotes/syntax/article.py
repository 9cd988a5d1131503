"""What the cue families read: text, quotations, sentences and tokens of one article, with their joins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from quotes import lexicon
from quotes.types import Block, Document, MarkedSpan, NamedSpan, Sentence, Span, Token

_INVERTED = ("il", "elle", "ils", "elles", "on")


@dataclass(frozen=True)
class ParsedArticle:
    """One article, read. ``sentences[i]`` is read by the tokens ``document.sentences[i]``.

    ``incises`` gives for the index of a span the incises inside its marks.
    """

    view: str
    blocks: tuple[Block, ...]
    spans: tuple[MarkedSpan, ...]
    sentences: tuple[Sentence, ...]
    document: Document
    incises: Mapping[int, Sequence[Span]] = field(default_factory=dict)

    @cached_property
    def _incised(self) -> list[Span]:
        return sorted(span for spans in self.incises.values() for span in spans)

    def incised_in(self, sentence: Sentence) -> Sequence[Span]:
        """The incises that stand inside marks of a sentence."""
        found = self._incised
        return found[bisect_left(found, (sentence.start, 0)) : bisect_left(found, (sentence.end, 0))]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self.document.tokens

    @cached_property
    def lows(self) -> list[str]:
        """The tokens in small letters."""
        return [token.text.lower() for token in self.document.tokens]

    @cached_property
    def finite(self) -> list[bool]:
        """Which tokens are finite verbs, each asked once."""
        return [_finite(self.tokens, i) for i in range(len(self.tokens))]

    @cached_property
    def reporting(self) -> list[int]:
        """The tokens that may be forms of reporting verbs, in order."""
        forms = lexicon.verb_forms()
        return [i for i, low in enumerate(self.lows) if low in forms]

    @cached_property
    def inverted(self) -> list[int]:
        """The tokens that are subjects behind their verbs (*-t-il*), in order."""
        return [i for i, token in enumerate(self.tokens) if token.text[0] == "-" and token.text.endswith(_INVERTED)]

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.document.tokens]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        out: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                out[token.head].append(i)
        return tuple(tuple(c) for c in out)

    @cached_property
    def sentence_of_token(self) -> list[int]:
        out = [0] * len(self.tokens)
        for number, (first, last) in enumerate(self.document.sentences):
            for i in range(first, last):
                out[i] = number
        return out

    @cached_property
    def families(self) -> frozenset[str]:
        """The surnames of persons that the tagger found named in full, with and without their particles."""
        found = (self.view[e.start : e.end].split() for e in self.document.entities if e.label == "PER")
        named = [words for words in found if len(words) > 1]
        return frozenset(" ".join(words[i:]) for words in named for i in range(1, len(words)))

    @cached_property
    def tops(self) -> list[Span]:
        """The stretches that stand inside no other, in order."""
        return [(s.start, s.end) for s in self.spans if s.depth == 0]

    def in_marks(self, offset: int) -> bool:
        """Does an offset lie in a marked stretch?"""
        at = bisect_left(self.tops, (offset + 1, 0)) - 1
        return at >= 0 and offset < self.tops[at][1]

    def block_at(self, offset: int) -> Block | None:
        """The block that an offset lies in."""
        at = bisect_left(self.blocks, offset + 1, key=lambda block: block.start) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None

    @cached_property
    def _names(self) -> tuple[list[int], list[int]]:
        """Where the entities start, and how far those up to each reach."""
        entities = self.document.entities
        return [e.start for e in entities], list(accumulate((e.end for e in entities), max))

    def entities_near(self, start: int, end: int) -> tuple[NamedSpan, ...]:
        """The entities that touch a stretch, or stand at most three characters off."""
        starts, reach = self._names
        return self.document.entities[bisect_left(reach, start - 3) : bisect_left(starts, end + 4)]

    @cached_property
    def announced(self) -> list[int | None]:
        """For each sentence itself where it ends with a colon; for an item of a list, or a quotation of its own line,
        the sentence above with whose colon the list begins.
        """
        out: list[int | None] = []
        for i, one in enumerate(self.sentences):
            if self.view[one.start : one.end].rstrip().endswith(":"):
                out.append(i)
                continue
            item = len(one.spans) >= 1 and self.spans[one.spans[0]].outer[0] - one.start <= 3
            item = item and one.end - self.spans[one.spans[-1]].outer[1] <= 3
            out.append(out[-1] if item and out else None)
        return out

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def text(self, span: Span) -> str:
        return self.view[span[0] : span[1]]

    def range(self, sentence: int) -> Span:
        """The tokens of a sentence, end exclusive."""
        return self.document.sentences[sentence]

    def subtree(self, head: int) -> Span:
        """First token and end of the unbroken stretch of tokens around a head that hang on it."""
        first, last = self.range(self.sentence_of_token[head])
        inside = {head}
        stack = [head]
        while stack:
            for child in self.children[stack.pop()]:
                if child not in inside:
                    inside.add(child)
                    stack.append(child)
        low = high = head
        while low - 1 >= first and low - 1 in inside:
            low -= 1
        while high + 1 < last and high + 1 in inside:
            high += 1
        return low, high + 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where a source stands: code points, and the token that heads it (None where none was read)."""

    start: int
    end: int
    head: int | None
    pronoun: str | None = None


_ENDING = re.compile(r"[a-zéèêâîôû]{2,}r(?:a|as|ont|ait|aient|ons|ez|ions|iez)$")


def _finite(tokens: Sequence[Token], index: int) -> bool:
    """By the tagger, or a future or conditional by its ending, which it often takes for a participle."""
    token = tokens[index]
    if token.upos not in ("VERB", "AUX"):
        return False
    if token.text[0].isupper() and index and tokens[index - 1].text[0].isalnum():
        return False  # *sur France Inter*: a name that the tagger mistook
    return "VerbForm=Fin" in token.morph or (
        "VerbForm=Part" in token.morph and bool(_ENDING.fullmatch(token.text.lower()))
    )
