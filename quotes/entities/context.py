"""Context: one article with its entities, and what is looked up in them again and again. Nothing in it changes."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile

from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Link, linked
from quotes.entities.find import Name
from quotes.entities.index import Index
from quotes.entities.names import words
from quotes.entities.via import Via
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.types import Span

# an entry of a live page: *21h40 : …*
STAMP = re.compile(r"\d{1,2} ?[h:] ?\d{2} ?(?::|-|–|—|\.|\n)")
# *entretien avec X*, *les bassins vus par X*: who answers in what follows
_RECEIVED = re.compile(r"\b(?:avec|vus? par|vues? par|rencontre :|entretien :|interview :|invitée? :) $", re.IGNORECASE)
_OF_A_LIFE = re.compile(r"\b(?:morte?|décès|décédée?|nécrologie|obsèques|hommage à)\b", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Context:
    """An article and its entities. ``quoted`` are the offsets of the names that stand inside quotations."""

    article: ParsedArticle
    entities: Sequence[Entity]
    quoted: frozenset[int] = frozenset()
    _called: dict[tuple[int, str], float] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def index(self) -> Index:
        return Index(self.entities)

    @cached_property
    def mentions(self) -> dict[int, tuple[Entity, int]]:
        """By the offset where a name begins: whose it is, and where it ends."""
        return {start: (entity, end) for entity in self.entities for start, end in entity.mentions}

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self.mentions)

    @cached_property
    def headings(self) -> frozenset[int]:
        """The sentences that are headings."""
        blocks = self.article.blocks
        return frozenset(i for i, s in enumerate(self.article.sentences) if blocks[s.block].kind == "heading")

    @cached_property
    def main(self) -> Link | None:
        """The person whom the page is about."""
        return protagonist(self)

    @cached_property
    def of_a_life(self) -> bool:
        """Is the page about somebody who has died?"""
        sentences = self.article.sentences
        return bool(sentences and _OF_A_LIFE.search(self.article.view, 0, sentences[0].end))

    def names_in(self, start: int, end: int) -> list[int]:
        """Where the names begin that begin in a stretch."""
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def entities_in(self, phrase: Phrase) -> list[Entity]:
        """Whom a phrase names, in order."""
        out: list[Entity] = []
        for start in self.names_in(max(0, phrase.start - 40), phrase.end):
            entity, end = self.mentions[start]
            if end > phrase.start and entity not in out:
                out.append(entity)
        return out

    def entity_at(self, start: int, end: int) -> Entity | None:
        """Whose name a stretch touches."""
        for at in self.names_in(max(0, start - 60), end):
            entity, stop = self.mentions[at]
            if start < stop:
                return entity
        return None

    def place_called(self, entity: int, noun: str) -> float:
        """Where the noun stands that the article first calls an entity by, infinity where there is none.

        *le groupe Dupraz*, *Terres vives, une ONG*.
        """
        if (entity, noun) not in self._called:
            self._called[entity, noun] = _place_called(self.article.view, self.entities[entity].mentions, noun)
        return self._called[entity, noun]


def context(article: ParsedArticle, entities: Sequence[Entity], names: Sequence[Name]) -> Context:
    """The context of an article, from its entities and the names that `quotes.entities.find.names` found."""
    return Context(article, entities, frozenset(name.start for name in names if name.quoted))


def mention_in(phrase: Phrase, entity: Entity) -> Span:
    """The mention of an entity that a phrase touches. Raises StopIteration where there is none."""
    return next((s, e) for s, e in entity.mentions if phrase.start < e and s < phrase.end)


def protagonist(context: Context, but: frozenset[str] = frozenset()) -> Link | None:
    """The person whom the page is about, named in its heading, or far more often than any other.

    Those whose names are in ``but`` are left out.
    """
    sentences, blocks = context.article.sentences, context.article.blocks
    first = sentences[0].end if sentences else 0
    if blocks and blocks[0].kind == "heading":
        first = max(first, blocks[0].end)
    # the entities stand in the order of their first mentions
    early = takewhile(lambda f: f.mentions[0][0] < first, context.index.persons)
    headed = [f for f in early if len(words(f.name)) > 1 and f.name not in but]
    received = [f for f in headed if _RECEIVED.search(context.article.view, 0, f.mentions[0][0])]
    headed = received if len(received) == 1 else headed
    if len(headed) == 1:
        return linked(headed[0], Via.HEADING)
    ranked = list(islice((f for f in context.index.most_named if f.name not in but), 2))
    if ranked and (len(ranked) == 1 or len(ranked[0].mentions) >= 2 * len(ranked[1].mentions)):
        return linked(ranked[0], Via.MOST_NAMED)
    return None


def _place_called(view: str, mentions: Sequence[Span], noun: str) -> float:
    before = re.compile(rf"\b{noun} (?:[\w'-]+ )?$")
    behind = re.compile(rf",? (?:\(|(?:une?|le|la|premi\w+|principal\w*) |l')(?:[\w'-]+ )?{noun}\b")
    for start, end in mentions:
        if called := before.search(view, max(0, start - 40), start):
            return called.start()
        if apposed := behind.match(view, end):
            return apposed.end() - len(noun)
    return math.inf
