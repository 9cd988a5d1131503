"""Paths: by what a record may lead to its source: each phrase that may name it, or none.

Which phrase names the source is not known before it is known who that is: both are weighed together.
*Le maire a dit à Anne Morel qu'il « refuse »*: by *le maire*, by *il*, or by no phrase.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.entities.asked import Linked, Scene, key_of, phrase_kind
from quotes.entities.discourse import Link
from quotes.entities.phrased import phrased, unphrased
from quotes.speech.choose import BLOCK_QUOTE, FREE, TURN
from quotes.syntax.article import Phrase

# phrases that are weighed, in the order in which they are offered
_MOST = 7


@dataclass(frozen=True, slots=True)
class Path:
    """A source phrase or none (``linked``), the kind of what it is, and its features."""

    place: int
    linked: Linked | None
    kind: str
    features: tuple[str, ...]

    @property
    def phrase(self) -> Phrase | None:
        return None if self.linked is None else self.linked.phrase


def paths(scene: Scene) -> list[Path]:
    """The paths of a record: its phrases as they are offered, and none."""
    found = [
        Path(place, one, phrase_kind(one.phrase, scene.cast), tuple(phrased(scene, place, one)))
        for place, one in enumerate(scene.asked.links[:_MOST])
    ]
    return [*found, Path(-1, None, _without(scene), tuple(unphrased(scene)))]


def _without(scene: Scene) -> str:
    """The kind of a record whose source no phrase names: a line, a sentence, or a part of one."""
    asked, article = scene.asked, scene.cast.article
    if asked.construction in (TURN, BLOCK_QUOTE):
        return "no source: a line"
    if asked.construction != FREE:
        return "no source: reported"
    sentence = article.sentences[asked.sentence]
    block = article.blocks[sentence.block]
    if block.kind == "heading":
        return "no source: a heading"
    if asked.start - block.start <= 3 and block.end - asked.end <= 3:
        return "no source: a line"
    outside = article.view[sentence.start : asked.start] + article.view[asked.end : sentence.end]
    return "no source: a part" if any(c.isalpha() for c in outside) else "no source: a sentence"


def leads_to(scene: Scene, path: Path, link: Link | None) -> bool:
    """May a path lead to somebody? A name leads to whom it names, a noun never to the own words of another phrase."""
    one = path.linked
    if one is None:
        return True
    key = key_of(link)
    if key == key_of(one.link) or any(key_of(own) == key for own in one.own):
        return True
    if path.kind == "a name":
        return link is not None and link.entity is not None and link.entity in _named(scene, one.phrase)
    if link is None:
        return True
    return link.entity is not None or not any(
        key_of(own) == key for other in scene.asked.links if other is not one for own in other.own
    )


def _named(scene: Scene, phrase: Phrase) -> set[int]:
    return {entity for _, _, entity in scene.cast.touching(phrase.start, phrase.end)}
