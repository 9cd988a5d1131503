"""The cast: the entities of an article with what is asked of them for every record, each computed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes.entities.catalogue import Entity
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import is_finite
from quotes.types import Span

_LONGEST = 80  # characters of a mention


@dataclass(frozen=True)
class Cast:
    """The entities of an article with what is asked of them again and again, each computed once."""

    article: ParsedArticle
    entities: Sequence[Entity]
    phrases: Sequence[Sequence[Phrase]] = ()  # the source phrases of all candidates, by sentence

    @cached_property
    def places(self) -> tuple[tuple[int, int, int], ...]:
        """(start, end, entity) of every mention, in order."""
        return tuple(sorted((start, end, e.index) for e in self.entities for start, end in e.mentions))

    @cached_property
    def starts(self) -> list[int]:
        return [start for start, _, _ in self.places]

    @cached_property
    def begins(self) -> list[int]:
        return [sentence.start for sentence in self.article.sentences]

    def sentence_at(self, offset: int) -> int:
        """The sentence that an offset lies in."""
        return max(0, bisect_left(self.begins, offset + 1) - 1)

    @cached_property
    def where(self) -> Mapping[int, tuple[int, ...]]:
        """The sentences that name an entity, in order."""
        return {e.index: tuple(self.sentence_at(start) for start, _ in e.mentions) for e in self.entities}

    @cached_property
    def subjects(self) -> frozenset[tuple[int, int]]:
        """(sentence, entity) where the entity is the subject of a verb."""
        found = set()
        tokens = self.article.tokens
        for start, end, entity in self.places:
            for i in range(self.article.token_at(start), self.article.token_at(end)):
                head = tokens[i]
                if head.dep.startswith("flat") or head.dep == "appos":
                    head = tokens[head.head]
                if head.dep.startswith("nsubj"):
                    found.add((self.sentence_at(start), entity))
        return frozenset(found)

    def around(self, entity: int, sentence: int) -> list[Span]:
        """The mentions of an entity in a sentence, the one before it and the next."""
        where = self.where[entity]
        first, last = bisect_left(where, sentence - 1), bisect_right(where, sentence + 1)
        return list(self.entities[entity].mentions[first:last])

    @cached_property
    def reporting(self) -> frozenset[int]:
        """The tokens that may report."""
        return frozenset(self.article.reporting)

    @cached_property
    def _finite(self) -> list[int]:
        return [i for i in range(len(self.article.tokens)) if is_finite(self.article, i)]

    def finite_verbs(self, first: int, stop: int) -> int:
        """How many finite verbs stand among some tokens."""
        return max(0, bisect_left(self._finite, stop) - bisect_left(self._finite, first))

    def marks(self, start: int, end: int) -> int:
        """How many quotations begin in a stretch."""
        tops = self.article.tops
        return max(0, bisect_left(tops, (end, 0)) - bisect_left(tops, (start, 0)))

    @cached_property
    def nouns(self) -> Mapping[str, list[int]]:
        """Noun → the offsets where it stands, in order."""
        found: dict[str, list[int]] = {}
        for token, low in zip(self.article.tokens, self.article.lows, strict=True):
            if token.upos == "NOUN":
                found.setdefault(low, []).append(token.start)
        return found

    @cached_property
    def marked(self) -> frozenset[int]:
        """The entities that are named in marks alone."""
        tops = self.article.tops

        def inside(at: int) -> bool:
            k = bisect_right(tops, (at, len(self.article.view)))
            return k > 0 and tops[k - 1][0] <= at < tops[k - 1][1]

        return frozenset(e.index for e in self.entities if all(inside(start) for start, _ in e.mentions))

    @cached_property
    def rank(self) -> Mapping[int, int]:
        """The persons by how often they are named, the most named first."""
        people = sorted((e for e in self.entities if e.kind == "person"), key=lambda e: -len(e.mentions))
        return {e.index: n for n, e in enumerate(people)}

    @cached_property
    def sources(self) -> Mapping[int, tuple[int, ...]]:
        """Entity → the sentences in which a candidate's source phrase names it, in order."""
        found: dict[int, list[int]] = {}
        for sentence, phrases in enumerate(self.phrases):
            named = {e for p in phrases for _, _, e in self.between(p.start, p.end)}
            for entity in named:
                found.setdefault(entity, []).append(sentence)
        return {entity: tuple(where) for entity, where in found.items()}

    def touching(self, start: int, end: int) -> tuple[tuple[int, int, int], ...]:
        """The mentions that share a character with a stretch: *Mme Roy* with *Roy*."""
        return tuple(one for one in self.between(start - _LONGEST, end) if one[1] > start)

    def between(self, start: int, end: int) -> tuple[tuple[int, int, int], ...]:
        """The mentions that start in a stretch."""
        return self.places[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
