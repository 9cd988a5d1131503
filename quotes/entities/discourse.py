"""Discourse: who has been named, has acted and has spoken up to a place in the article.

A `Discourse` is a value. Asking it changes nothing; only `spoke` and `quotes.entities.observe.observe` make the next
one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from quotes.entities.catalogue import Entity
from quotes.entities.roles import Role
from quotes.entities.via import Via
from quotes.types import Span, SpeakerKind

# how many mentions, and functions learned, are remembered
_KEPT = 60


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a phrase means: an entity of the catalogue (its index), or somebody who goes by his own words.

    ``via`` is the rule, ``noun`` the words that it names; ``others`` are entities that speak along. ``role`` is set
    where the phrase takes somebody up by a function that the article did not tie to him before.
    """

    name: str
    kind: SpeakerKind
    entity: int | None
    gender: str | None
    plural: bool
    via: Via
    noun: str = ""
    others: tuple[int, ...] = ()
    role: Role | None = None

    @property
    def why(self) -> str:
        """The rule, as the ledger says it."""
        return self.via.told(self.name, self.noun)

    def by(self, via: Via, noun: str = "") -> Link:
        """The same one, meant by another rule."""
        return replace(self, via=via, noun=noun, role=None)


def linked(entity: Entity, via: Via, noun: str = "", others: tuple[int, ...] = ()) -> Link:
    """The link to an entity of the catalogue."""
    return Link(entity.name, entity.kind, entity.index, entity.gender, False, via, noun, others)


class Standing(IntEnum):
    """How far in front somebody stands where a sentence names him, the last first."""

    BACKGROUND = 0  # in a heading, in a clause that somebody reports, or only the tagger takes it for a person
    COMPLEMENT = 1  # *la sœur de* X, *a reçu le maire*
    NAMED = 2  # anywhere else
    CITED = 3  # *selon* X
    FIRST = 4  # the sentence begins with X, or X is apposed to what is no subject
    ROOT = 5  # the head of a sentence without verb
    FUNCTION = 6  # the subject, named by function: *le maire* a souri
    PRONOUN = 7  # the subject, named by a pronoun: *elle* a souri
    VOICED = 8  # *chez* X, *on* refuse
    APPOSED = 9  # *le maire,* X, a souri
    SUBJECT = 10  # X a souri
    SPOKE = 11  # « … », a dit X


_WEIGHTS = {
    Standing.COMPLEMENT: 0.8,
    Standing.NAMED: 1.0,
    Standing.CITED: 1.0,
    Standing.FIRST: 1.2,
    Standing.ROOT: 1.8,
    Standing.FUNCTION: 1.9,
    Standing.PRONOUN: 2.0,
    Standing.VOICED: 2.0,
    Standing.APPOSED: 2.1,
    Standing.SUBJECT: 2.2,
    Standing.SPOKE: 2.6,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody named: who, where, in which sentence, how far in front, and what that weighs there."""

    link: Link
    at: int
    sentence: int
    standing: Standing
    weight: float

    @property
    def acts(self) -> bool:
        """Is it he whom the sentence is about?"""
        return self.standing >= Standing.ROOT

    @property
    def subject(self) -> bool:
        """Is he its subject, whatever he is called by?"""
        return self.standing >= Standing.FUNCTION

    @property
    def spoke(self) -> bool:
        """Did he speak there?"""
        return self.standing == Standing.SPOKE


def seen(link: Link, at: int, sentence: int, standing: Standing, shades: Sequence[float] = ()) -> Seen:
    """Somebody named at an offset. Each of ``shades`` leaves a part of the weight; any puts him in the background."""
    weight = _WEIGHTS[standing]
    for shade in shades:
        weight *= shade
    return Seen(link, at, sentence, Standing.BACKGROUND if shades else standing, weight)


@dataclass(frozen=True, slots=True)
class Learned:
    """A function by which a phrase at an offset has taken an entity up: behind it he goes by that function too."""

    entity: int
    role: Role
    at: int


@dataclass(frozen=True, slots=True)
class Discourse:
    """What the article has said so far.

    ``last_speaker`` is who spoke last and in which sentence; ``reported`` the sentence observed last with the clauses
    in it that somebody reports. All of it is bounded, so that the next one is made in constant time.
    """

    seen: tuple[Seen, ...] = ()
    last_speaker: tuple[Link, int] | None = None
    reported: tuple[int, tuple[Span, ...]] = (0, ())
    learned: tuple[Learned, ...] = ()

    def with_seen(self, new: Seen) -> Discourse:
        """The discourse behind one more mention; what it calls somebody is known from there on."""
        link, learned = new.link, self.learned
        if link.entity is not None and link.role is not None:
            known = any(one.entity == link.entity and one.role == link.role for one in learned)
            learned = learned if known else (*learned, Learned(link.entity, link.role, new.at))[-_KEPT:]
        return replace(self, seen=(*self.seen, new), learned=learned)

    def shortened(self) -> Discourse:
        """Without what lies too far behind."""
        return self if len(self.seen) <= _KEPT else replace(self, seen=self.seen[-_KEPT:])


def spoke(discourse: Discourse, link: Link, at: int, sentence: int, floor: bool = True) -> Discourse:
    """The discourse after somebody spoke at an offset.

    Without the ``floor`` somebody was only cited (*selon l'Insee*), and who spoke last stays. *On* is nobody.
    """
    if link.kind == "unknown" and link.via == Via.ON:
        return discourse
    if not floor:
        return discourse.with_seen(seen(link, at, sentence, Standing.CITED))
    return replace(discourse.with_seen(seen(link, at, sentence, Standing.SPOKE)), last_speaker=(link, sentence))
