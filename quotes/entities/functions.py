"""Functions as sources: *le ministre*, *l'élue*, *son avocat*, *cette chercheuse*, and whom they mean here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.descriptions import described, taken_up
from quotes.entities.discourse import Link, linked
from quotes.entities.matching import LOOSE, OFFICES, RELATIONS, answering, asking, match_role
from quotes.entities.query import NounPhrase, Query
from quotes.entities.roles import Role, role
from quotes.entities.salience import ranked
from quotes.entities.via import Via
from quotes.entities.wording import DEMONSTRATIVES, INDEFINITE, POSSESSIVES, own_words

# *le même élu*, *l'ancien professeur*: somebody spoken of, by one more of his descriptions
_AGAIN = re.compile(r"(?:même|ancien|ancienne|ex-\w+)\b", re.IGNORECASE)
_OF_ANY = re.compile(r"\bd'une? ")
_ACTING = re.compile(r" qui (?:la |le |l'|lui )")


def person_by_function(said: NounPhrase, asked: Role) -> Link:
    """Whom a function means: who holds it, else who was spoken of and may hold it, else somebody without a name.

    A phrase with an indefinite article, or about *une entreprise* that has not been spoken of, brings somebody new.
    """
    query, phrase = said.query, said.wording
    gender = _gender(said)
    own = Link(own_words(phrase.text), "person", None, gender, False, Via.OWN_ROLE)
    if phrase.opener in INDEFINITE:
        return own.by(Via.UNNAMED)
    if _OF_ANY.search(phrase.bare):
        return own  # *la DRH d'une entreprise* was not spoken of before
    newcomer = _newcomer(said, gender)
    if newcomer is not None:
        return newcomer.by(Via.NEWCOMER, phrase.bare)
    if phrase.opener in DEMONSTRATIVES and asked.head in LOOSE:  # *ce responsable*: whoever was just spoken of
        near = taken_up(query, asked, gender, loose=True)
        if near is not None:
            return near
    related = phrase.opener in POSSESSIVES and asked.head in RELATIONS
    holder = _holder(query, asked, gender, related) or name_before(query, gender)
    if holder is not None:
        return linked(holder, Via.ROLE)
    if phrase.opener in POSSESSIVES or _ACTING.match(query.view, query.phrase.end):
        return own  # *l'aide-soignante qui la veillait* is another than the one spoken of
    return _spoken_of(said, asked, gender) or _headed(query, asked, gender) or _in_other_words(query, asked) or own


def name_before(query: Query, gender: str | None, bare: bool = False) -> Entity | None:
    """*Paul Roy, le candidat du parti à la mairie a dit*: the name that opens the sentence, before a comma.

    A phrase without determiner (``bare``: *Paul Roy, père de trois enfants*) goes with any name there.
    """
    article = query.article
    token = article.token_at(query.at)
    if token < 2 or article.tokens[token - 1].text != ",":
        return None
    lo, _ = article.range(article.sentence_of_token[token])
    name = article.tokens[token - 2]
    entity = query.context.entity_at(name.start, name.end)
    if entity is None or entity.kind != "person" or (gender and entity.gender and gender != entity.gender):
        return None
    opens = any(s == article.tokens[lo].start and e == name.end for s, e in entity.mentions)
    return entity if opens or bare else None


def _gender(said: NounPhrase) -> str | None:
    """By the noun itself (*la sentinelle* is anybody), else by the determiner."""
    bare = said.wording.bare.split()
    gender = lexicon.roles().get(bare[0].lower() if bare else "")
    return gender if gender in ("m", "f") else said.wording.gender()


def _spoken_of(said: NounPhrase, asked: Role, gender: str | None) -> Link | None:
    """Whoever was spoken of: he is known by this function from here on."""
    query, phrase = said.query, said.wording
    loose = phrase.opener in DEMONSTRATIVES or bool(_AGAIN.match(phrase.bare))
    found = (
        (taken_up(query, asked, gender, loose=True) if loose else None)
        or described(query, asked, gender)
        or taken_up(query, asked, gender)
    )
    return found if found is None or found.entity is None else replace(found, role=asked)


def _headed(query: Query, asked: Role, gender: str | None) -> Link | None:
    """At the head of a page, its protagonist, if the article ties no function to him."""
    main = query.context.main
    if query.sentence > 4 or main is None or main.via != Via.HEADING or main.gender != gender or asked.head in OFFICES:
        return None
    entity = query.entity(main)
    free = entity is not None and all(held.head in LOOSE for held in query.held(entity))
    return main.by(Via.HEADED, asked.text) if free else None


def _in_other_words(query: Query, asked: Role) -> Link | None:
    """*L'expert …, le praticien …, le médecin …*: one person without a name goes by his first function."""
    for seen in reversed(query.discourse.seen):
        one = seen.link
        if query.sentence - seen.sentence > 2 or seen.at >= query.at:
            continue
        spoken = one.entity is None and one.kind == "person" and one.via == Via.OWN_ROLE
        other = role(one.name) if spoken else None
        if other is None or other.head == asked.head or other.content or asked.content:
            continue
        if match_role(other, asked) or match_role(asked, other):
            return one.by(Via.OTHER_WORDS, asked.text)
    return None


def _newcomer(said: NounPhrase, gender: str | None) -> Link | None:
    """*l'ancien ministre*: who acted just before, if the article says no function of his yet."""
    if not _AGAIN.match(said.wording.bare):
        return None
    query = said.query
    best = _without_function(query, gender)
    if best is None:
        return None
    return best if any(query.sentence - s.sentence <= 1 and s.acts for s in query.seen_before(best.name)) else None


def _without_function(query: Query, gender: str | None) -> Link | None:
    """Who stands out most, if it is an entity of which the article says no function."""
    found = ranked(query, gender, people=True)
    best = found[0][1] if found else None
    entity = query.entity(best) if best is not None else None
    return best if entity is not None and not query.held(entity) else None


def _holder(query: Query, asked: Role, gender: str | None, related: bool) -> Entity | None:
    """The entity that holds the function; of several the one that stands out or is nearest above."""
    holders = _holders(query, asked, gender, related)
    if not holders:
        return None
    top = max(score for score, _ in holders)
    best = [f for score, f in holders if score == top]
    actor = _free_actor(query, gender) if top == 6 and asked.head in OFFICES else None
    if actor is not None:
        return actor  # *le président de l'UDI* need not be *le président* of the page
    if top > 3 or (len(best) == 1 and top == 3):
        return _nearest(best, query.at)
    # a word for many functions: whoever of them is spoken of
    spoken_of = [link.entity for _, link in ranked(query, gender, people=True)]
    if top == 2:  # *le technicien rennais* is not the coach of another club when somebody else just came up
        spoken_of = spoken_of[:1]
    around = [f for index in spoken_of for f in best if f.index == index]
    return around[0] if around else _nearest(best, query.at) if top == 3 else None


def _holders(query: Query, asked: Role, gender: str | None, related: bool) -> list[tuple[int, Entity]]:
    """Who of a gender holds a function that answers to the one asked for, and how well it does."""
    wanted = asking(asked)
    learned = {one.entity for one in query.discourse.learned if not wanted.isdisjoint(answering(one.role))}
    holders: list[tuple[int, Entity]] = []
    for index in sorted(query.context.index.candidates(asked) | learned):
        entity = query.context.entities[index]
        if entity.kind != "person" or (gender and entity.gender and gender != entity.gender):
            continue
        held = [r for r in query.held(entity) if r in entity.roles or r.head not in LOOSE]
        score = max((match_role(asked, r) for r in held if r.of or not related), default=0)
        if score:
            holders.append((score, entity))
    return holders


def _free_actor(query: Query, gender: str | None) -> Entity | None:
    """Who stands out and acted just before, if the article says no function of his."""
    best = _without_function(query, gender)
    if best is None:
        return None
    acted = any(
        s.sentence >= query.sentence - 1 and s.subject and s.link.name == best.name for s in query.discourse.seen
    )
    return query.entity(best) if acted else None


def _nearest(entities: Sequence[Entity], at: int) -> Entity:
    """Who was named last before an offset."""

    def distance(entity: Entity) -> int:
        return min((at - s for s, _ in entity.mentions if s < at), default=10**9)

    return min(entities, key=distance)
