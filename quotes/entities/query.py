"""Query: a phrase in a sentence of an article, after all that was said before it. What the rules of this room read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quotes.entities.catalogue import Entity
from quotes.entities.context import Context
from quotes.entities.discourse import Discourse, Link, Seen
from quotes.entities.roles import Role
from quotes.entities.wording import Wording, wording
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import low
from quotes.types import Token


@dataclass(frozen=True, slots=True)
class Query:
    """Whom does this phrase mean, here, after what was said so far?"""

    context: Context
    discourse: Discourse
    phrase: Phrase
    sentence: int

    @property
    def article(self) -> ParsedArticle:
        return self.context.article

    @property
    def view(self) -> str:
        return self.context.article.view

    @property
    def text(self) -> str:
        """The words of the phrase."""
        return self.view[self.phrase.start : self.phrase.end]

    @property
    def at(self) -> int:
        """Where the phrase begins: what stands behind it does not count."""
        return self.phrase.start

    def about(self, phrase: Phrase) -> Query:
        """The same question about another phrase of the sentence."""
        return replace(self, phrase=phrase)

    def entity(self, link: Link) -> Entity | None:
        """Who of the catalogue a link means."""
        return None if link.entity is None else self.context.entities[link.entity]

    def seen_before(self, name: str) -> list[Seen]:
        """Where somebody of this name was seen before the phrase."""
        return [s for s in self.discourse.seen if s.link.name == name and s.at < self.at]

    def held(self, entity: Entity) -> list[Role]:
        """The functions of an entity: beside its name, and those by which it was taken up before the phrase."""
        learned = self.discourse.learned
        return [*entity.roles, *(one.role for one in learned if one.entity == entity.index and one.at < self.at)]

    def just_spoke(self, link: Link) -> bool:
        """Did this one speak in the sentence before, in the same paragraph?"""
        last = self.discourse.last_speaker
        return last is not None and last[0].name == link.name and last[1] == self.sentence - 1 and self.goes_on

    @property
    def goes_on(self) -> bool:
        """Does the sentence before stand in the same paragraph?"""
        sentences = self.article.sentences
        return self.sentence > 0 and sentences[self.sentence - 1].block == sentences[self.sentence].block


def at_offset(context: Context, discourse: Discourse, sentence: int, offset: int) -> Query:
    """Who stands out at an offset, whatever words stand there."""
    return Query(context, discourse, Phrase(offset, offset, None), sentence)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The phrase of a query read as a noun phrase: its wording, whom it names, its head noun and its number."""

    query: Query
    wording: Wording
    entities: tuple[Entity, ...]
    words: tuple[str, ...]
    noun: str
    plural: bool

    @property
    def head(self) -> Token | None:
        head = self.query.phrase.head
        return None if head is None else self.query.article.tokens[head]

    def named(self, kind: str) -> list[Entity]:
        """Those of a kind whom the phrase names."""
        return [f for f in self.entities if f.kind == kind]


def noun_phrase(query: Query) -> NounPhrase:
    """Read the phrase of a query as a noun phrase."""
    read = wording(query.text.replace("\n", " "))
    entities = tuple(query.context.entities_in(query.phrase))
    words = tuple(re.findall(r"[\w-]+", read.bare.lower()))
    head = query.phrase.head
    plural = read.plural or bool(
        head is not None and "Number=Plur" in query.article.tokens[head].morph and not entities
    )
    noun = low(query.article, head) if head is not None else (words[0] if words else "")
    return NounPhrase(query, read, entities, words, noun, plural)
