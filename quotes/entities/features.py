"""What is seen of somebody who may be the source: each entity of the article, its own words, or nobody.

Each feature is a name that holds or not; what it is worth stands in `quotes/weigh/weights.tsv`. Names of people
are no features: who somebody is never counts, only where and how they stand (law 5).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Link, Seen, linked
from quotes.entities.matching import match_role
from quotes.entities.names import fold, words
from quotes.entities.roles import Role, role
from quotes.entities.via import Via
from quotes.entities.wording import own_words, wording
from quotes.speech.features import step
from quotes.syntax.animate import could_speak, nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.subjects import source_of
from quotes.types import Span, SpeakerKind

_FEMININE = frozenset("elle elles celle-ci celles-ci".split())
_MASCULINE = frozenset("il ils celui-ci ceux-ci lui eux".split())
_RANKS = ("most named", "second most named", "third most named", "less named")
_PLURAL = frozenset("ils elles eux ceux-ci celles-ci leurs".split())


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

    def between(self, start: int, end: int) -> tuple[tuple[int, int, int], ...]:
        """The mentions that start in a stretch."""
        return self.places[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who was found to be the source of an earlier record."""

    key: str
    link: Link
    sentence: int
    at: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A source phrase, how it was found, and whom it means by itself; ``own`` are its words as names of their own."""

    how: str
    phrase: Phrase
    link: Link | None
    own: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A record whose source is asked for: its words, and the source phrases that its candidates give.

    ``links`` says for each source phrase how it was found and whom it means by itself, ``ruled`` is the answer
    of the constructions.
    """

    sentence: int
    verbatim: tuple[Span, ...]
    content: Span | None
    construction: str
    source: Phrase | None
    links: tuple[Linked, ...]
    ruled: Link | None
    ruled_by: str

    @property
    def start(self) -> int:
        return self.verbatim[0][0] if self.verbatim else (self.content or (0, 0))[0]

    def holds(self, offset: int) -> bool:
        """Does an offset lie in the words? Who stands in them alone is not their source."""
        spans = [*self.verbatim, *([self.content] if self.content else [])]
        return any(start <= offset < end for start, end in spans)

    @property
    def end(self) -> int:
        return max([end for _, end in self.verbatim] + ([self.content[1]] if self.content else []))


def key_of(link: Link | None) -> str:
    """What two answers share that mean the same: the entity, else the words."""
    if link is None:
        return ""
    return f"#{link.entity}" if link.entity is not None else fold(link.name)


def own_links(article: ParsedArticle, phrase: Phrase, link: Link | None) -> tuple[Link, ...]:
    """The words of a source phrase as a name of their own: as it was read, and as the tree has it."""
    if phrase.pronoun is not None:
        return ()
    texts = [article.view[phrase.start : phrase.end]]
    if phrase.head is not None:
        grown = source_of(article, phrase.head)
        texts.append(article.view[grown.start : grown.end])
    found: dict[str, Link] = {}
    kind = _own_kind(article, phrase)
    for text in texts:
        name = own_words(text.replace("\n", " "))
        if any(c.isalnum() for c in name) and len(name) > 2:
            own = link if link is not None and link.entity is None and fold(link.name) == fold(name) else None
            plural = wording(text).plural
            found.setdefault(fold(name), own or Link(name, kind, None, wording(text).gender(), plural, Via.OWN_WORDS))
    return tuple(found.values())


def _own_kind(article: ParsedArticle, phrase: Phrase) -> SpeakerKind:
    """The kind of a source that has no name."""
    text = wording(article.view[phrase.start : phrase.end])
    noun = _noun_kind(article, phrase, text.bare)
    if text.plural:
        return "document" if noun == "a text" else "group"
    kinds: dict[str, SpeakerKind] = {"a function": "person", "a body": "organisation", "a text": "document"}
    return kinds.get(noun, "unknown")


def via_kind(via: str) -> str:
    """The kind of a link, without the words that it was made of (*role of X* → *role of*)."""
    return re.split(r"(?<= of) |: ", via, maxsplit=1)[0]


def source_kind(asked: Asked, cast: Cast) -> str:
    """What names the source: *no source*, *one pronoun*, *several*, *on*, *a name*, *a noun*, *nouns*."""
    source = asked.source
    if source is None:
        return "no source"
    if source.pronoun is not None:
        if source.pronoun == "on":
            return "on"
        return "several" if source.pronoun in _PLURAL else "one pronoun"
    if any(end <= source.end + 1 for _, end, _ in cast.between(source.start, source.end)):
        return "a name"
    return "nouns" if wording(cast.article.view[source.start : source.end]).plural else "a noun"


def options(asked: Asked, cast: Cast, seen: Sequence[Seen], spoken: Sequence[Spoken]) -> list[Link | None]:
    """All who may be the source, each once: whom the phrases mean, who is named near, who spoke; and nobody."""
    found: dict[str, Link | None] = {}
    for link in [asked.ruled, *(one.link for one in asked.links), *(own for one in asked.links for own in one.own)]:
        found.setdefault(key_of(link), link)
    for one in [*reversed(spoken[-6:])]:
        found.setdefault(one.key, one.link)
    near = {e for _, _, e in cast.between(*_near(asked, cast))}
    often = [e.index for e in cast.entities if cast.rank.get(e.index, 99) < 3 or e.mentions[0][0] < _lead(cast)]
    for index in sorted(near.union(often)):
        entity = cast.entities[index]
        found.setdefault(f"#{index}", linked(entity, Via.NAMED))
    for one_seen in seen[-30:]:
        lately = asked.sentence - one_seen.sentence <= 3 and one_seen.at < asked.end
        if lately and not asked.holds(one_seen.at):
            found.setdefault(key_of(one_seen.link), one_seen.link)
    found.setdefault("", None)
    return list(found.values())


def _lead(cast: Cast) -> int:
    """The end of what stands above the body: the first two blocks."""
    blocks = cast.article.blocks
    return blocks[min(1, len(blocks) - 1)].end if blocks else 0


def _near(asked: Asked, cast: Cast) -> Span:
    sentences = cast.article.sentences
    first = max(0, asked.sentence - 8)
    last = min(len(sentences) - 1, max(asked.sentence + 1, cast.sentence_at(asked.end)))
    return sentences[first].start, sentences[last].end


@dataclass(frozen=True)
class Scene:
    """What all options of one record share."""

    asked: Asked
    cast: Cast
    seen: Sequence[Seen]
    spoken: Sequence[Spoken]

    @cached_property
    def kind(self) -> str:
        return source_kind(self.asked, self.cast)

    @cached_property
    def block(self) -> int:
        return self.cast.article.sentences[self.asked.sentence].block

    @cached_property
    def before(self) -> tuple[str, ...]:
        """Who spoke before, the last first, each once."""
        return tuple(dict.fromkeys(one.key for one in reversed(self.spoken)))

    @cached_property
    def acting(self) -> Mapping[str, int]:
        """Who acts or was spoken of as subject lately: how many sentences ago."""
        found: dict[str, int] = {}
        for one in self.seen:
            if one.subject and one.at < self.asked.end:
                found[key_of(one.link)] = self.asked.sentence - one.sentence
        return found

    @cached_property
    def last_named(self) -> tuple[int, ...]:
        """The persons named before the words, the last first, each once."""
        people = [
            e
            for start, _, e in self.cast.between(max(0, self.asked.start - 3000), self.asked.start)
            if self.cast.entities[e].kind == "person"
        ]
        return tuple(dict.fromkeys(reversed(people)))

    @cached_property
    def gender(self) -> str | None:
        """The gender that the source phrase shows."""
        source = self.asked.source
        if source is None:
            return None
        if source.pronoun is not None:
            return "f" if source.pronoun in _FEMININE else "m" if source.pronoun in _MASCULINE else None
        head = source.head
        morph = self.cast.article.tokens[head].morph if head is not None else ""
        return wording(self.cast.article.view[source.start : source.end]).gender(morph)


def features(scene: Scene, link: Link | None) -> list[str]:
    """The features of one who may be the source, each also under what names the source."""
    plain = list(_features(scene, link))
    return plain + [f"{scene.kind} | {one}" for one in plain]


def _features(scene: Scene, link: Link | None) -> Iterator[str]:
    yield from _answers(scene, link)
    if link is None:
        yield "nobody"
        yield f"nobody, {scene.asked.construction}"
        return
    key = key_of(link)
    yield from _speaking(scene, key)
    if link.entity is None:
        yield from _own_words(scene, link)
    else:
        yield from _standing(scene, scene.cast.entities[link.entity], key)
    yield from _agreement(scene, link)


def _answers(scene: Scene, link: Link | None) -> Iterator[str]:
    """Whom the constructions and links mean."""
    asked, key = scene.asked, key_of(link)
    if key == key_of(asked.ruled):
        via = via_kind(asked.ruled.why) if asked.ruled is not None else "none"
        yield "answer of the rules"
        yield f"answer of the rules: {asked.ruled_by}, {via}"
        yield f"answer of the rules: {via}"
        yield f"answer of the rules by {asked.construction}"
    count = 0
    for place, one in enumerate(asked.links):
        if key_of(one.link) != key:
            continue
        count += 1
        via = via_kind(one.link.why) if one.link is not None else "none"
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
    if entity.mentions[0][0] < _lead(cast):
        yield "named in the lead"
    if entity.roles:
        yield "has a function"
    yield from _distance(scene, entity)
    yield from _subject(scene, entity, key)
    yield from _inside(asked, entity)
    yield from _named_source(scene, entity)
    if entity.index in scene.last_named[:2]:
        yield f"the {'last' if scene.last_named[0] == entity.index else 'last but one'} person named before"
    source = asked.source
    if source is not None and source.pronoun is None:
        yield from _in_source(scene, entity, source)


def _distance(scene: Scene, entity: Entity) -> Iterator[str]:
    asked, cast = scene.asked, scene.cast
    before = [n for (start, _), n in zip(entity.mentions, cast.where[entity.index], strict=True) if start < asked.start]
    within = [start for start, _ in entity.mentions if asked.end <= start < cast.article.sentences[asked.sentence].end]
    if within:
        yield "named behind the words in the sentence"
    if before:
        ago = max(0, asked.sentence - before[-1])
        yield f"named {step(ago, (0, 1, 2, 3, 5, 8))} sentences ago"
        if cast.article.sentences[before[-1]].block == scene.block:
            yield "named before in this paragraph"
    else:
        yield "not named before"
        behind = [n for n in cast.where[entity.index] if n > asked.sentence]
        if behind:
            yield f"named {step(behind[0] - asked.sentence, (1, 2, 4))} sentences on"
    block = cast.article.blocks[scene.block]
    if sum(block.start <= start < block.end for start, _ in entity.mentions) > 1:
        yield "named more than once in this paragraph"


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
    held = [any(a <= start < b for a, b in spans) for start, _ in entity.mentions]
    if any(held):
        yield "named inside the words"
        if all(held):
            yield "named inside the words alone"


def _in_source(scene: Scene, entity: Entity, source: Phrase) -> Iterator[str]:
    """A source of words: is the entity named in it, do its functions answer to the noun?"""
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


_SMALL = frozenset("de du des d' à au aux par pour et que avec chez le la l' les".split())


def _own_words(scene: Scene, link: Link) -> Iterator[str]:
    """A source by its own words: which phrase it is, of what kind, and whom else that phrase may mean."""
    yield f"own words: {link.kind}"
    key = key_of(link)
    place, one = next(
        ((n, one) for n, one in enumerate(scene.asked.links) if any(key_of(own) == key for own in one.own)), (-1, None)
    )
    if one is None:
        yield "own words of an earlier source"
        return
    which = (
        "the first source"
        if not place
        else f"another source, {one.how}"
        if one.how.startswith("near")
        else "another source"
    )
    yield f"own words of {which}"
    article = scene.cast.article
    animate = (
        "could be named"
        if nameable(article, one.phrase)
        else "could speak"
        if could_speak(article, one.phrase)
        else "a thing"
    )
    yield f"own words: {animate}"
    yield f"own words of {which}: {animate}"
    if key_of(one.own[0]) != key:
        yield "own words by the tree"
    phrase = wording(scene.cast.article.view[one.phrase.start : one.phrase.end])
    opener = phrase.opener or "no determiner"
    kind = _noun_kind(scene.cast.article, one.phrase, phrase.bare)
    yield f"own words of {which}: {opener}"
    yield f"own words: {kind}"
    yield f"own words: {opener}, {kind}"
    yield f"own words: {step(len(phrase.bare.split()), (1, 2, 4))} words"
    meant = "nobody" if one.link is None else "the same" if key_of(one.link) == key else via_kind(one.link.why)
    yield f"own words, by its link: {meant}"
    yield f"own words: {opener}, by its link: {meant}"
    if any(
        one.phrase.start <= start < one.phrase.end
        for start, _, _ in scene.cast.between(one.phrase.start, one.phrase.end)
    ):
        yield "own words with a name in them"
    if any(earlier.key == key for earlier in scene.spoken):
        yield "own words that spoke before"


def _noun_kind(article: ParsedArticle, phrase: Phrase, bare: str) -> str:
    """What the head noun of a phrase names."""
    head = article.lows[phrase.head] if phrase.head is not None else bare.split(" ", 1)[0].lower()
    for known, name in (
        (lexicon.roles(), "a function"),
        (lexicon.organisations(), "a body"),
        (lexicon.documents(), "a text"),
        (lexicon.source_nouns(), "people"),
    ):
        if head in known or head.rstrip("s") in known:
            return name
    return "a name" if head[:1].isupper() else "another noun"


def _agreement(scene: Scene, link: Link) -> Iterator[str]:
    """Number and gender of the source phrase beside those of who is meant."""
    source = scene.asked.source
    if source is None:
        return
    if scene.gender is not None:
        shown = link.gender
        yield "gender not known" if shown is None else "gender agrees" if shown == scene.gender else "gender differs"
    several = source.pronoun in _PLURAL
    if source.pronoun is not None:
        yield "number agrees" if several == link.plural else "number differs"
