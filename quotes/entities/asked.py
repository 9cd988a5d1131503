"""What is asked of a record: its words, the phrases that may name its source, and all who may be meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quotes import lexicon
from quotes.entities.cast import Cast
from quotes.entities.discourse import Link, Seen, linked
from quotes.entities.names import fold, words
from quotes.entities.via import Via
from quotes.entities.wording import own_words, wording
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.core import core
from quotes.syntax.subjects import source_of
from quotes.types import Cue, Span, SpeakerKind

_FEMININE = frozenset("elle elles celle-ci celles-ci".split())
_MASCULINE = frozenset("il ils celui-ci ceux-ci lui eux".split())
_TURNS = re.compile(
    r"\b(?:de (?:son|leur) côté|pour (?:sa|leur) part|à (?:son|leur) tour|quant à|(?:lui|elle|eux) aussi|aussi"
    r"|également|encore|enfin|par ailleurs|en outre|de même|même|toujours|toutefois|mais|puis|ensuite|avant de)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:de la |de l'|du |des |de |d')")
PLURAL = frozenset("ils elles eux ceux-ci celles-ci leurs".split())


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who was found to be the source of an earlier record."""

    key: str
    link: Link
    sentence: int
    at: int
    phrase: Span | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A source phrase, how it was found, and whom it means by itself; ``own`` are its words as names of their own.

    ``further`` is how else the same phrase was found.
    """

    how: str
    phrase: Phrase
    link: Link | None
    own: tuple[Link, ...] = ()
    cue: Cue | None = None
    further: tuple[str, ...] = ()


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
    """The words of a source phrase as a name of their own: as it was read, as the tree has it, and its core."""
    if phrase.pronoun is not None:
        return ()
    texts = [article.view[phrase.start : phrase.end]]
    if phrase.head is not None:
        grown = source_of(article, phrase.head)
        texts.append(article.view[grown.start : grown.end])
    inner = core(article, phrase)
    if inner is not None:
        texts.append(article.view[inner.start : inner.end])
    found: dict[str, Link] = {}
    kind = _own_kind(article, phrase)
    for text in texts:
        name = own_words(text.replace("\n", " "))
        if link is not None and link.entity is not None and set(words(fold(name))) <= set(words(fold(link.name))):
            continue  # *Roy* is Anne Roy, and nobody else
        if link is not None and link.via == Via.BESIDE_FUNCTION and fold(link.name) in fold(name):
            continue  # *la présidente Roy* is Roy
        if any(c.isalnum() for c in name) and len(name) > 2:
            own = link if link is not None and link.entity is None and fold(link.name) == fold(name) else None
            plural = wording(text).plural
            found.setdefault(fold(name), own or Link(name, kind, None, wording(text).gender(), plural, Via.OWN_WORDS))
    return tuple(found.values())


def once(found: Sequence[Linked]) -> tuple[Linked, ...]:
    """Each phrase once, as it was found first, with how else it was found."""
    kept: dict[Span, Linked] = {}
    for one in found:
        place = one.phrase.start, one.phrase.end
        first = kept.get(place)
        kept[place] = one if first is None else replace(first, further=(*first.further, one.how))
    return tuple(kept.values())


def _own_kind(article: ParsedArticle, phrase: Phrase) -> SpeakerKind:
    """The kind of a source that has no name."""
    text = wording(article.view[phrase.start : phrase.end])
    noun = noun_kind(article, phrase, text.bare)
    if text.plural:
        return "document" if noun == "a text" else "group"
    kinds: dict[str, SpeakerKind] = {"a function": "person", "a body": "organisation", "a text": "document"}
    return kinds.get(noun, "unknown")


def via_kind(link: Link | None) -> str:
    """The rule of a link, without the names and nouns that it was made of (*role of …*, *…: the person spoken of*)."""
    return "none" if link is None else link.via.told("…", "…")


def phrase_kind(source: Phrase, cast: Cast) -> str:
    """What names the source: *one pronoun*, *several*, *on*, *a name*, *a noun*, *nouns*."""
    if source.pronoun is not None:
        if source.pronoun == "on":
            return "on"
        return "several" if source.pronoun in PLURAL else "one pronoun"
    if any(end <= source.end + 1 for _, end, _ in cast.touching(source.start, source.end)):
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
    often = [e.index for e in cast.entities if cast.rank.get(e.index, 99) < 3 or e.mentions[0][0] < lead(cast)]
    for index in sorted(near.union(often)):
        entity = cast.entities[index]
        found.setdefault(f"#{index}", linked(entity, Via.NAMED))
    for one_seen in seen[-30:]:
        lately = asked.sentence - one_seen.sentence <= 3 and one_seen.at < asked.end
        if lately and not asked.holds(one_seen.at):
            found.setdefault(key_of(one_seen.link), one_seen.link)
    found.setdefault("", None)
    return list(found.values())


def lead(cast: Cast) -> int:
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
        end = self.asked.end
        for one in self.seen:
            if one.subject and one.at < end:
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
    def turning(self) -> str:
        """*de son côté*, *en outre*: words of the sentence that say that another speaks now, or the same."""
        sentence = self.cast.article.sentences[self.asked.sentence]
        held = [self.cast.article.spans[i].outer for i in sentence.spans]
        for found in _TURNS.finditer(self.cast.article.view, sentence.start, sentence.end):
            if not any(start <= found.start() < end for start, end in held):
                return found.group().lower()
        return ""

    def nouns_before(self, noun: str, at: int) -> int:
        """How often a noun stands before an offset."""
        return bisect_left(self.cast.nouns.get(noun, ()), at)

    def complement(self, phrase: Phrase) -> str:
        """What *de* ties to the noun of a phrase: *a name*, *a noun*, *nothing*."""
        text = self.cast.article.view[phrase.start : phrase.end]
        found = _OF.search(text)
        if found is None:
            return "nothing"
        at = phrase.start + found.end()
        return "a name" if self.cast.article.view[at : at + 1].isupper() else "a noun"

    @cached_property
    def governor(self) -> int | None:
        """The token that the words hang on, None where nothing outside of them does."""
        article, asked = self.cast.article, self.asked
        first, last = article.range(asked.sentence)
        for i in range(max(first, article.token_at(asked.start)), last):
            token = article.tokens[i]
            if token.start >= asked.end:
                break
            over = article.tokens[token.head].start
            if asked.holds(token.start) and not asked.holds(over):
                return token.head
        return None

    def gender_of(self, source: Phrase) -> str | None:
        """The gender that a source phrase shows."""
        if source.pronoun is not None:
            return "f" if source.pronoun in _FEMININE else "m" if source.pronoun in _MASCULINE else None
        morph = self.cast.article.tokens[source.head].morph if source.head is not None else ""
        return wording(self.cast.article.view[source.start : source.end]).gender(morph)


def noun_kind(article: ParsedArticle, phrase: Phrase, bare: str) -> str:
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
