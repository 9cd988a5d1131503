"""Descriptions: *le prévenu*, *la jeune femme*, *l'officier*: who was spoken of, taken up by a noun."""

from __future__ import annotations

from dataclasses import replace

from quotes.entities.context import protagonist
from quotes.entities.discourse import Link, linked
from quotes.entities.matching import DESCRIPTIONS, FAMILIAR, LOOSE, OFFICES, heads_of, kin, match_role
from quotes.entities.query import Query
from quotes.entities.roles import Role, role
from quotes.entities.salience import lone, ranked
from quotes.entities.via import Via

_ACCUSED = heads_of("prévenu,accusé,suspect,condamné,détenu,mis en cause,mis en examen")
# whoever stands out, also one with a function
_ANYBODY = heads_of("homme,femme,trentenaire,quadragénaire,quinquagénaire,sexagénaire,septuagénaire,octogénaire")
_INTERESTED = heads_of("intéressé")

# how much of the weight of the one ahead makes another an equal
_AS_GOOD, _NEARLY = 0.75, 0.6

# what may be meant: weight, who, and whether his own functions speak against it
_Ranked = tuple[float, Link, bool]


def described(query: Query, asked: Role, gender: str | None) -> Link | None:
    """*le prévenu*, *le jeune homme*, *le Suisse*: the only person of the page without title or function."""
    if asked.head in _INTERESTED:
        return _concerned(query, gender)
    origin = asked.text[:1].isupper() and asked.head not in OFFICES  # *le Suisse*
    if asked.head not in DESCRIPTIONS and not origin:
        return None
    plain = query.context.index.plain(gender)
    found = ranked(query, gender, people=True)
    if asked.head in _ANYBODY and found and found[0][0] > 0.6:
        return found[0][1].by(Via.TAKEN_UP, asked.text)
    if asked.head not in _ACCUSED:  # *la jeune femme* is whoever stands out, *le prévenu* only one on trial
        for score, link in found:
            if link.entity is None and query.just_spoke(link):
                return link.by(Via.JUST_SPOKE, asked.text)
            if score > 0.5 and link.entity in plain:
                return link.by(Via.TAKEN_UP, asked.text)
    if len(plain) == 1:
        return linked(query.context.entities[next(iter(plain))], Via.NO_FUNCTION, asked.text)
    main = protagonist(query.context)
    return main if main is not None and main.entity in plain else None


def taken_up(query: Query, asked: Role, gender: str | None, loose: bool = False) -> Link | None:
    """A function that no name carries: the one spoken of, unless his own functions forbid it.

    A demonstrative (``loose``: *cette chercheuse*) takes up whoever stands out, a noun that describes anybody
    (*la responsable*) or stands alone (*l'officier*) too; an office (*le Premier ministre*) and a function with
    a complement (*le secrétaire de la CGT*) only somebody who just spoke or acted and has no other function.
    """
    alone = not asked.content and asked.head not in OFFICES
    general = loose or alone or asked.head in LOOSE
    found = _who_may_be(query, asked, gender, loose, 3 if general else 2 if asked.content else 4)
    if isinstance(found, Link):
        return found
    first = found[0] if found else None
    taken = asked.head in OFFICES and first is not None and first[2]  # another office than his own
    if not general and first is not None and not taken and query.just_spoke(first[1]):
        return replace(first[1].by(Via.JUST_SPOKE, asked.text), gender=gender)
    if alone and not loose and asked.head not in LOOSE and first is not None and first[2] and _presented(query):
        return None
    free = [one for one in found if not one[2]]
    if not general or first is not None and free and free[0][0] > _NEARLY * first[0]:
        found = free
    if not found:
        return _only(query, asked, gender) if asked.head not in OFFICES else None
    if len(found) > 1 and not general and found[1][0] > _AS_GOOD * found[0][0]:
        return None
    best = found[0][1]
    return replace(best.by(Via.TAKEN_UP, asked.text), gender=best.gender or gender)


def _who_may_be(query: Query, asked: Role, gender: str | None, loose: bool, reach: int) -> Link | list[_Ranked]:
    """Those who acted in the last sentences, or were alone there; one without a name whose function it is, at once."""
    out: list[_Ranked] = []
    bare = replace(asked, content=frozenset())
    for score, link in ranked(query, gender, people=True):
        entity = query.entity(link)
        seen = query.seen_before(link.name)
        if not seen or query.sentence - max(s.sentence for s in seen) > reach:
            continue
        if not any(s.acts for s in seen) and not _alone(query, link, gender):
            continue
        if entity is None:
            known = role(link.name)
            if loose:
                far = known is not None and known.head not in LOOSE and not kin(asked.head, known.head)
                out.append((score, link, far and asked.head not in LOOSE))
            elif known is not None and any(s.spoke for s in seen) and match_role(bare, known):
                return link
            continue
        if any(query.at <= s < query.phrase.end for s, _ in entity.mentions):
            continue
        held = [r.head for r in query.held(entity)]
        other = (
            bool(held)
            if asked.head in OFFICES
            else any(head not in LOOSE | FAMILIAR and not kin(asked.head, head) for head in held)
        )
        out.append((score, link, other))
    return out


def _concerned(query: Query, gender: str | None) -> Link | None:
    """*l'intéressé*: whom the last speaker spoke of, else the last speaker."""
    found = ranked(query, gender, people=True)
    last = query.discourse.last_speaker
    name = last[0].name if last is not None else ""
    others = [(score, one) for score, one in found if one.name != name and one.entity is not None and score > 0.25]
    return (others or found)[0][1].by(Via.CONCERNED) if found else None


def _presented(query: Query) -> bool:
    """*La patronne, qui refuse qu'on la paie, …*: does the page tell who she is, whom it has not named?"""
    end = query.phrase.end
    return query.view[end : end + 8].startswith((", qui ", ", dont "))


def _alone(query: Query, link: Link, gender: str | None) -> bool:
    """Is it the only person whom the sentence before names, in the same paragraph?"""
    before = query.sentence - 1
    return (
        query.goes_on
        and lone(query, gender) is not None
        and any(s.sentence == before and s.link.name == link.name for s in query.discourse.seen)
    )


def _only(query: Query, asked: Role, gender: str | None) -> Link | None:
    """The only man or woman of the page, who spoke before and has no other function."""
    fits = query.context.index.fitting(gender)
    if gender is None or len(fits) != 1 or any(r.head not in LOOSE for r in fits[0].roles):
        return None
    if not any(s.link.entity == fits[0].index and s.spoke for s in query.discourse.seen):
        return None
    return linked(fits[0], Via.ONLY_ONE, asked.text)
