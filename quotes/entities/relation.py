"""What is seen of a source phrase and somebody together: does it name, describe, fit them, is it their own words?"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.entities.asked import PLURAL, Linked, Scene, key_of, noun_kind, via_kind
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Link
from quotes.entities.matching import match_role
from quotes.entities.paths import Path
from quotes.entities.roles import Role, role
from quotes.entities.wording import wording
from quotes.speech.page import step
from quotes.syntax.animate import could_speak, nameable
from quotes.syntax.article import Phrase

_SMALL = frozenset("de du des d' à au aux par pour et que avec chez le la l' les".split())


def relation(scene: Scene, path: Path, link: Link | None) -> list[str]:
    """The features of somebody by a path."""
    one = path.linked
    if one is None:
        return [*_elsewhere(scene, link)]
    return [*_related(scene, path, one, link)]


def _elsewhere(scene: Scene, link: Link | None) -> Iterator[str]:
    """By no phrase: do phrases mean them all the same?"""
    key = key_of(link)
    count = sum(key_of(one.link) == key for one in scene.asked.links)
    if scene.asked.links:
        yield f"by none, though {step(count, (0, 1, 2))} phrases mean them"
    if link is not None and link.entity is None and _own_of(scene, key) is not None:
        yield "by none, though a phrase has these words"


def _own_of(scene: Scene, key: str) -> Linked | None:
    return next((one for one in scene.asked.links if any(key_of(own) == key for own in one.own)), None)


def _related(scene: Scene, path: Path, one: Linked, link: Link | None) -> Iterator[str]:
    key, meant = key_of(link), key_of(one.link)
    which = "first" if not path.place else "another"
    via = via_kind(one.link)
    if link is None:
        yield "nobody by a phrase"
        yield f"nobody by a phrase: {one.how}"
        yield f"nobody by a phrase that means {'nobody' if one.link is None else 'somebody'}"
        if one.phrase.pronoun:
            yield f"nobody by {one.phrase.pronoun}"
        return
    if key == meant:
        yield "whom the phrase means"
        yield f"whom the {which} phrase means: {via}"
        yield f"whom the {which} phrase means, {one.how}"
    elif one.link is not None:
        yield f"not whom the phrase means: {via}"
    else:
        yield "the phrase means nobody"
    own = any(key_of(own) == key for own in one.own)
    if link.entity is not None:
        yield from _in_source(scene, scene.cast.entities[link.entity], one.phrase)
    elif own:
        yield from _own_words(scene, path, one, link)
    elif key == meant:
        yield "a name of its own that the phrase means"
    else:
        yield "words of an earlier source"
    yield from _agreement(one.phrase, scene, link)
    yield from _again(scene, one, key)
    yield from _turning(scene, one, key)
    yield from _by_noun(scene, one, link, own)


def _again(scene: Scene, one: Linked, key: str) -> Iterator[str]:
    """Did the same phrase name the source of a record before?"""
    place = one.phrase.start, one.phrase.end
    led = next((earlier.key for earlier in reversed(scene.spoken) if earlier.phrase == place), None)
    if led is not None:
        yield "the phrase has led to them" if led == key else "the phrase has led to another"


def _turning(scene: Scene, one: Linked, key: str) -> Iterator[str]:
    """*ajoute*, *rétorque*: does the cue go with who spoke last?"""
    if one.cue is None or not scene.before:
        return
    last = "who spoke last" if scene.before[0] == key else "another than who spoke last"
    yield f"{one.cue.lemma}: {last}"
    found = scene.turning
    if found:
        yield f"{found}: {last}"


def _by_noun(scene: Scene, one: Linked, link: Link, own: bool) -> Iterator[str]:
    """Whom a noun means by itself: *l'avocate de X* goes by her own words more often than *le président*."""
    if one.phrase.pronoun is not None or one.phrase.head is None:
        return
    token = scene.cast.article.tokens[one.phrase.head]
    if token.upos != "NOUN":
        return
    whom = "its own words" if own else "an entity" if link.entity is not None else "others"
    before = scene.nouns_before(token.text.lower(), one.phrase.start)
    yield f"noun that stands {step(before, (0, 1, 2))} times before: {whom}"
    complement = scene.complement(one.phrase)
    yield f"noun with {complement}: {whom}"


def _in_source(scene: Scene, entity: Entity, source: Phrase) -> Iterator[str]:
    """Is the entity named in the phrase, do its functions answer to the noun?"""
    if source.pronoun is not None:
        return
    view = scene.cast.article.view
    at = next((s for s, e in entity.mentions if s < source.end and source.start < e), None)
    if at is not None:
        before = view[source.start : max(source.start, at)].rstrip()
        last = before.split()[-1].lower() if before else ""
        yield "named in the source"
        yield (
            f"named in the source behind {last if last in _SMALL else 'a comma' if last.endswith(',') else 'a word'}"
            if last
            else "opens the source"
        )
        return
    phrase = wording(view[source.start : source.end].replace("\n", " "))
    asked = role(phrase.bare)
    if asked is None:
        return
    best = _answering(asked, entity)
    fit = step(best, (0, 3, 5, 9))
    yield f"function answers: {fit}"
    if phrase.opener:
        yield f"function answers: {fit}, {phrase.opener}"
    if best:
        others = [_answering(asked, e) for e in scene.cast.entities if e is not entity and e.roles]
        rivals = sum(other >= best for other in others)
        yield f"function answers: {fit}, as well as {step(rivals, (0, 1))} others"
    elif not entity.roles and entity.kind == "person":
        yield "no function known"


def _answering(asked: Role, entity: Entity) -> int:
    return max((match_role(asked, held) for held in entity.roles), default=0)


def _own_words(scene: Scene, path: Path, one: Linked, link: Link) -> Iterator[str]:
    """A source by its own words: of what kind the phrase is, and whom else it may mean."""
    article, key = scene.cast.article, key_of(link)
    which = "another source" if path.place else "the first source"
    if one.how.startswith("near"):
        which = f"{which}, {one.how}"
    yield "own words"
    yield f"own words of {which}"
    can = (
        "could be named"
        if nameable(article, one.phrase)
        else "could speak"
        if could_speak(article, one.phrase)
        else "a thing"
    )
    yield f"own words: {can}"
    yield f"own words of {which}: {can}"
    place = next(n for n, own in enumerate(one.own) if key_of(own) == key)
    if place:
        yield f"own words by reading {place}"
    phrase = wording(article.view[one.phrase.start : one.phrase.end])
    opener = phrase.opener or "no determiner"
    kind = noun_kind(article, one.phrase, phrase.bare)
    yield f"own words of {which}: {opener}"
    yield f"own words: {kind}"
    yield f"own words: {opener}, {kind}"
    yield f"own words: {step(len(phrase.bare.split()), (1, 2, 4))} words"
    meant = "nobody" if one.link is None else "the same" if key_of(one.link) == key else via_kind(one.link)
    yield f"own words, by its link: {meant}"
    yield f"own words: {opener}, by its link: {meant}"
    if scene.cast.between(one.phrase.start, one.phrase.end):
        yield "own words with a name in them"
    if any(earlier.key == key for earlier in scene.spoken):
        yield "own words that spoke before"
    if "," in article.view[one.phrase.start : one.phrase.end]:
        yield "own words with a comma"


def _agreement(source: Phrase, scene: Scene, link: Link) -> Iterator[str]:
    """Number and gender of the phrase beside those of who is meant."""
    gender = scene.gender_of(source)
    if gender is not None:
        shown = link.gender
        yield "gender not known" if shown is None else "gender agrees" if shown == gender else "gender differs"
    if source.pronoun is not None:
        several = source.pronoun in PLURAL
        yield "number agrees" if several == link.plural else "number differs"
