"""What is seen of somebody who may be the source: each entity of the article, its own words, or nobody.

Each feature is a name that holds or not; what it is worth stands in `quotes/weigh/weights.tsv`. Names of people
are no features: who somebody is never counts, only where and how they stand (law 5).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from quotes.entities.asked import (
    Asked,
    Scene,
    key_of,
    lead,
    via_kind,
)
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Link
from quotes.entities.names import words
from quotes.speech.page import step

PREPOSITIONS = frozenset("de d' du des à au aux chez par pour selon avec contre que qu' et sur entre envers".split())
_RANKS = ("most named", "second most named", "third most named", "less named")


def features(scene: Scene, link: Link | None) -> list[str]:
    """The features of one who may be the source, by whatever path."""
    return list(_features(scene, link))


def _features(scene: Scene, link: Link | None) -> Iterator[str]:
    yield from _answers(scene, link)
    if link is None:
        yield "nobody"
        yield f"nobody, {scene.asked.construction}"
        return
    key = key_of(link)
    yield from _speaking(scene, key)
    if link.entity is None:
        yield f"no name: {link.kind}"
    else:
        yield from _standing(scene, scene.cast.entities[link.entity], key)


def _answers(scene: Scene, link: Link | None) -> Iterator[str]:
    """Whom the constructions and links mean."""
    asked, key = scene.asked, key_of(link)
    if key == key_of(asked.ruled):
        via = via_kind(asked.ruled)
        yield "answer of the rules"
        yield f"answer of the rules: {asked.ruled_by}, {via}"
        yield f"answer of the rules: {via}"
        yield f"answer of the rules by {asked.construction}"
    count = 0
    for place, one in enumerate(asked.links):
        if key_of(one.link) != key:
            continue
        count += 1
        via = via_kind(one.link)
        yield f"{'first' if not place else 'another'} source: {via}"
        yield f"{'first' if not place else 'another'} source, {one.how}"
    yield f"meant by {step(count, (0, 1, 2))} sources of {step(len(asked.links), (0, 1, 2))}"


def _speaking(scene: Scene, key: str) -> Iterator[str]:
    """Did they speak before?"""
    asked = scene.asked
    if key not in scene.before:
        yield "has not spoken"
        return
    place = scene.before.index(key)
    yield f"spoke {('last', 'last but one', 'before')[min(place, 2)]}"
    last = next(one for one in reversed(scene.spoken) if one.key == key)
    ago = asked.sentence - last.sentence
    yield f"spoke {step(max(0, ago), (0, 1, 2, 4, 8))} sentences ago"
    if scene.cast.article.sentences[last.sentence].block == scene.block:
        yield "spoke in this paragraph"
        if not place:
            yield "spoke last in this paragraph"
    elif scene.cast.article.sentences[last.sentence].block == scene.block - 1:
        yield f"spoke in the paragraph before{', last' if not place else ''}"
    times = sum(one.key == key for one in scene.spoken)
    yield f"spoke {step(times, (1, 2, 4))} times"


def _standing(scene: Scene, entity: Entity, key: str) -> Iterator[str]:
    """Where and how an entity is named."""
    asked, cast = scene.asked, scene.cast
    yield f"{entity.kind}"
    yield f"{entity.kind}, {'a full name' if len(words(entity.name)) > 1 else 'one word'}"
    yield f"named {step(len(entity.mentions), (1, 2, 4, 8))} times"
    if entity.kind == "person":
        yield f"the {_RANKS[min(cast.rank[entity.index], 3)]}"
    if entity.mentions[0][0] < lead(cast):
        yield "named in the lead"
    if entity.roles:
        yield "has a function"
    if entity.index in cast.marked:
        yield "named in marks alone"
    yield from _distance(scene, entity)
    yield from _subject(scene, entity, key)
    yield from _inside(asked, entity)
    yield from _named_source(scene, entity)
    if entity.index in scene.last_named[:2]:
        yield f"the {'last' if scene.last_named[0] == entity.index else 'last but one'} person named before"


def _distance(scene: Scene, entity: Entity) -> Iterator[str]:
    asked, cast = scene.asked, scene.cast
    where = cast.where[entity.index]
    before = _named(entity, 0, asked.start).stop
    if _named(entity, asked.end, cast.article.sentences[asked.sentence].end):
        yield "named behind the words in the sentence"
    if before:
        ago = max(0, asked.sentence - where[before - 1])
        yield f"named {step(ago, (0, 1, 2, 3, 5, 8))} sentences ago"
        if cast.article.sentences[where[before - 1]].block == scene.block:
            yield "named before in this paragraph"
    else:
        yield "not named before"
        behind = bisect_right(where, asked.sentence)
        if behind < len(where):
            yield f"named {step(where[behind] - asked.sentence, (1, 2, 4))} sentences on"
    yield from _mentioned(scene, entity)
    block = cast.article.blocks[scene.block]
    if len(_named(entity, block.start, block.end)) > 1:
        yield "named more than once in this paragraph"


_PLACES = {0: "here", 1: "in the sentence before", -1: "in the next sentence"}


def _mentioned(scene: Scene, entity: Entity) -> Iterator[str]:
    """As what an entity is named in the sentence of the words and those beside it: *chez X*, *le père de X*."""
    cast, asked = scene.cast, scene.asked
    article = cast.article
    seen: set[str] = set()
    for start, _ in cast.around(entity.index, asked.sentence):
        if asked.holds(start):
            continue
        where = _PLACES[asked.sentence - cast.sentence_at(start)]
        if where == "here":
            where = "here before" if start < asked.start else "here behind"
        token = article.token_at(start)
        if token >= len(article.tokens):
            continue
        dep, before = article.tokens[token].dep, article.lows[token - 1] if token else ""
        seen.add(f"named {where} as {dep}")
        if before in PREPOSITIONS:
            seen.add(f"named {where} by {before}")
        elif token and article.tokens[token - 1].upos == "NOUN":
            seen.add(f"named {where} by a noun")
        if where.startswith("here"):
            rivals = cast.between(min(start, asked.end), max(start, asked.start))
            seen.add(f"named {where} with {step(max(0, len(rivals) - 1), (0, 1, 2))} names between")
    yield from sorted(seen)


def _named(entity: Entity, start: int, end: int) -> range:
    """Which of its mentions, which stand in order, start in a stretch."""
    return range(bisect_left(entity.mentions, (start, 0)), bisect_left(entity.mentions, (end, 0)))


def _subject(scene: Scene, entity: Entity, key: str) -> Iterator[str]:
    sentence = scene.asked.sentence
    for ago, said in ((0, "this sentence"), (1, "the sentence before"), (2, "two sentences before")):
        if (sentence - ago, entity.index) in scene.cast.subjects:
            yield f"subject in {said}"
    if (sentence + 1, entity.index) in scene.cast.subjects:
        yield "subject in the next sentence"
    if key in scene.acting:
        yield f"acted {step(max(0, scene.acting[key]), (0, 1, 2, 4))} sentences ago"


def _named_source(scene: Scene, entity: Entity) -> Iterator[str]:
    """Is it named as a source, before or behind?"""
    cast, sentence = scene.cast, scene.asked.sentence
    where = cast.sources.get(entity.index, ())
    if not where:
        yield "never a named source"
        return
    yield f"a named source {step(len(where), (1, 2, 4))} times"
    if len(cast.sources) == 1:
        yield "the only named source"
    place = bisect_left(where, sentence)
    blocks = cast.article.sentences
    if place < len(where) and where[place] == sentence:
        yield "a named source in this sentence"
    if place:
        before = where[place - 1]
        yield f"a named source {step(sentence - before, (1, 2, 4, 8))} sentences before"
        if blocks[before].block == scene.block:
            yield "a named source before in this paragraph"
        if before == max(
            (w[bisect_left(w, sentence) - 1] for w in cast.sources.values() if w[0] < sentence), default=-1
        ):
            yield "the last named source"
    behind = [n for n in where[place : place + 2] if n > sentence]
    if behind:
        yield f"a named source {step(behind[0] - sentence, (1, 2, 4))} sentences behind"
        if blocks[behind[0]].block == scene.block:
            yield "a named source behind in this paragraph"
        elif blocks[behind[0]].block == scene.block + 1:
            yield "a named source in the next paragraph"


def _inside(asked: Asked, entity: Entity) -> Iterator[str]:
    spans = [*asked.verbatim, *([asked.content] if asked.content else [])]
    held = {at for start, end in spans for at in _named(entity, start, end)}
    if held:
        yield "named inside the words"
        if len(held) == len(entity.mentions):
            yield "named inside the words alone"
