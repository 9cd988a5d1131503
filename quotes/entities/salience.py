"""Salience: who stands out at a place of the article, of those whose gender and number fit."""

from __future__ import annotations

from dataclasses import replace

from quotes.entities.context import Context
from quotes.entities.discourse import Discourse, Link, Seen, Standing
from quotes.entities.names import fold
from quotes.entities.query import Query, at_offset
from quotes.entities.via import Via

# what is left of a weight after a sentence, behind the end of a paragraph, where the gender is not known
_SENTENCE, _PARAGRAPH, _GENDER_UNKNOWN, _GENDER_KNOWN = 0.62, 0.85, 0.7, 1.15
# the only person of the sentence before, though not its subject
_LONE = 1.9
# a body may be what *elle* means, a text hardly
_BODY, _ACTING_BODY, _TEXT = 0.4, 0.7, 0.6
# what the lesser of two mentions adds
_AGAIN = 0.12
# who spoke last goes on speaking, less and less
_FLOOR, _FLOOR_FADES = 0.9, 0.7
# whom a page is about always counts, all the more who has died; in a paragraph where another acts, *elle* is that one
_PROTAGONIST, _OF_A_LIFE = 0.6, 2.4
# somebody of a clause that another reports (*dit qu'un homme pressé n'arrive nulle part*)
_FAINT = 0.6
# sentences
_REACH, _FLOOR_REACH = 6, 2

Ranked = list[tuple[float, Link]]


def ranked(query: Query, gender: str | None, plural: bool = False, people: bool = False) -> Ranked:
    """All who could be meant where a phrase begins, with their weight, the heaviest first.

    Only those whose number is the same and whose gender is not another one; with ``people`` only persons. Who is named
    in what is reported does not report it.
    """
    scores: dict[str, tuple[float, Link]] = {}
    only = lone(query, gender, plural)
    for one in query.discourse.seen:
        link = one.link
        if (
            one.at >= query.at
            or query.sentence - one.sentence > _REACH
            or plural != link.plural
            or people
            and link.kind != "person"
            or not _fits(link, gender)
            or _reported(query, one)
        ):
            continue
        key = fold(link.name)
        weight, total = _weight(query, one, gender, only), scores.get(key, (0.0, link))[0]
        scores[key] = (max(total, weight) + _AGAIN * min(total, weight), link)
    if not plural:
        _count_protagonist(query, gender, scores)
    _count_last_speaker(query, gender, plural, scores)
    return sorted(scores.values(), key=lambda s: -s[0])


def salient(
    query: Query, gender: str | None, plural: bool, via: Via, noun: str = "", people: bool = False
) -> Link | None:
    """Who stands out most."""
    found = ranked(query, gender, plural, people)
    if not found:
        return None
    best = found[0][1]
    return replace(best.by(via, noun), gender=best.gender or gender, others=())


def salient_person(context: Context, discourse: Discourse, sentence: int) -> Link | None:
    """The person whom the article speaks of in a sentence, None where nobody stands out."""
    query = at_offset(context, discourse, sentence, context.article.sentences[sentence].end + 1)
    found = ranked(query, None, people=True)
    named = [link for _, link in found if link.entity is not None] or [link for _, link in found]
    return named[0].by(Via.SPOKEN_OF) if named else None


def lone(query: Query, gender: str | None, plural: bool = False) -> Seen | None:
    """The last mention of the only person in the sentence before who fits, if he never acts there."""
    fits = {
        one.link.name: one
        for one in query.discourse.seen
        if one.sentence == query.sentence - 1
        and one.weight > _FAINT
        and one.link.kind == "person"
        and one.link.plural == plural
        and _fits(one.link, gender)
    }
    found = next(iter(fits.values())) if len(fits) == 1 else None
    return None if found is None or found.acts else found


def _fits(link: Link, gender: str | None) -> bool:
    return not (gender and link.gender and gender != link.gender)


def _reported(query: Query, one: Seen) -> bool:
    """Is somebody named in a clause of this sentence that is reported before the phrase?"""
    sentence, clauses = query.discourse.reported
    return sentence == query.sentence and any(a <= one.at < b <= query.at for a, b in clauses)


def _weight(query: Query, one: Seen, gender: str | None, only: Seen | None) -> float:
    """What a mention weighs at the phrase."""
    sentences, link = query.article.sentences, one.link
    distance = query.sentence - one.sentence
    here = sentences[one.sentence].block == sentences[query.sentence].block
    weight = _LONE if only is not None and distance == 1 and link.kind == "person" else one.weight
    weight *= _SENTENCE**distance
    if not here:
        weight *= _PARAGRAPH
    body = link.kind == "organisation"
    acted = body and here and distance == 1 and Standing.FUNCTION <= one.standing < Standing.SPOKE
    if gender and not (acted and link.gender is None):
        weight *= _GENDER_KNOWN if link.gender == gender else _GENDER_UNKNOWN
    if body:
        weight *= _ACTING_BODY if link.gender == gender or acted else _BODY
    elif link.kind == "document":
        weight *= _TEXT
    return weight


def _count_protagonist(query: Query, gender: str | None, scores: dict[str, tuple[float, Link]]) -> None:
    """Whom the page is about counts wherever he may be meant, once he has been named."""
    main = query.context.main
    if main is None or main.entity is None or not main.gender or gender not in (None, main.gender):
        return
    if query.context.entities[main.entity].mentions[0][0] >= query.at:
        return
    sentences = query.article.sentences
    block = sentences[query.sentence].block
    other = any(
        one.at < query.at
        and one.acts
        and sentences[one.sentence].block == block
        and one.link.kind == "person"
        and one.link.name != main.name
        and one.link.gender in (main.gender, None)
        for one in query.discourse.seen
    )
    always = _OF_A_LIFE if query.context.of_a_life and not other else _PROTAGONIST
    key = fold(main.name)
    scores[key] = (max(scores.get(key, (0.0, main))[0], always), main)


def _count_last_speaker(query: Query, gender: str | None, plural: bool, scores: dict[str, tuple[float, Link]]) -> None:
    """Who spoke last counts for more, unless another has become the subject since then."""
    last = query.discourse.last_speaker
    if last is None or query.sentence - last[1] > _FLOOR_REACH:
        return
    link, before = last
    key = fold(link.name)
    if key not in scores or plural != link.plural or not _fits(link, gender) or _floor_taken(query, link, before):
        return
    score, kept = scores[key]
    scores[key] = (score + _FLOOR * _FLOOR_FADES ** (query.sentence - before), kept)


def _floor_taken(query: Query, link: Link, before: int) -> bool:
    """Has another become the subject since somebody spoke in a sentence?

    In the sentence itself only one in the same clause. A body counts where it is named and has a gender.
    """
    return any(
        one.sentence > before
        and one.subject
        and one.link.name != link.name
        and (one.link.kind == "person" or one.standing == Standing.SUBJECT and bool(one.link.gender))
        and (one.sentence < query.sentence or one.at < query.at and ";" not in query.view[one.at : query.at])
        for one in query.discourse.seen
    )
