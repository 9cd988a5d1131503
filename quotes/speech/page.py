"""The page: the article with its candidates, and what the features of all of them share, each read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes.speech.candidate import Candidate
from quotes.syntax.article import ParsedArticle

_WORD = re.compile(r"[\w'-]+")
_STEPS = (1, 2, 3, 4, 6, 9, 14, 24, 40)


def step(count: int, steps: Sequence[int] = _STEPS) -> str:
    """The step that a count lies on: *3*, *4-6*, *41+*."""
    below = 0
    for limit in steps:
        if count <= limit:
            return str(limit) if limit == below + 1 or limit == below else f"{below + 1}-{limit}"
        below = limit
    return f"{below + 1}+"


_SIGNS = frozenset(".,;:!?…«»“”\"'()[]-–—/%*•|#@")


def sign(char: str) -> str:
    """A character at an edge as the features name it: *a word* for a letter or digit, the sign itself, or neither."""
    if not char:
        return "nothing"
    return "a word" if char.isalnum() else char if char in _SIGNS else "another sign"


@dataclass(frozen=True)
class Page:
    """What the features of one article share, each read once."""

    article: ParsedArticle
    candidates: Sequence[Sequence[Candidate]]  # by sentence

    @cached_property
    def outside(self) -> str:
        """The words that stand in no marks, in small letters, each with a blank around it."""
        kept, at = [], 0
        for start, end in self.article.tops:
            kept.append(self.article.view[at:start])
            at = max(at, end)
        kept.append(self.article.view[at:])
        return " " + " ".join(_WORD.findall(" ".join(kept).lower())) + " "

    @cached_property
    def plain(self) -> Counter[tuple[str, ...]]:
        """How often each run of up to four words stands in no marks."""
        words = self.outside.split()
        return Counter(tuple(words[i : i + n]) for n in range(1, 5) for i in range(len(words) - n + 1))

    @cached_property
    def inside(self) -> Counter[str]:
        """How often the same words stand in marks of their own."""
        article = self.article
        return Counter(bare(article.view[s.start : s.end]) for s in article.spans)

    @cached_property
    def covering(self) -> Mapping[int, tuple[Candidate, ...]]:
        """The candidates that hold a marked stretch, the strongest first."""
        out: dict[int, list[Candidate]] = {}
        for group in self.candidates:
            for candidate in group:
                for index in candidate.spans:
                    out.setdefault(index, []).append(candidate)
        return {i: tuple(sorted(found, key=lambda c: -c.strength)) for i, found in out.items()}

    @cached_property
    def sentence_of(self) -> Mapping[int, int]:
        """The sentence that holds a marked stretch."""
        return {i: n for n, sentence in enumerate(self.article.sentences) for i in sentence.spans}


def bare(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


OPENERS = frozenset(
    "le la les l' un une des du de d' à au aux en pas plus très trop si tout tous on il elle ils elles je j'ai nous"
    " vous c'est ce ne et mais que qui pour sans non oui par dans avec".split()
)


CLOSED = frozenset(("DET", "ADP", "PRON", "CCONJ", "SCONJ", "ADV", "PUNCT", "AUX"))
