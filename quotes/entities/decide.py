"""Decide: of all who may be the source of a record the one whom the weights prefer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from quotes.entities.asked import Scene
from quotes.entities.discourse import Link
from quotes.entities.features import features
from quotes.entities.paths import Path, leads_to, paths
from quotes.entities.relation import relation
from quotes.syntax.article import Phrase
from quotes.weigh.score import Table, Weights, softmax, total


@dataclass(frozen=True, slots=True)
class Choice:
    """Who was chosen of all who may be the source, how likely, what carried it, and who came next.

    ``phrase`` is the source phrase that leads to them most likely, None where none does.
    """

    link: Link | None
    probability: float = 1.0
    features: tuple[str, ...] = ()
    runner_up: str | None = None
    phrase: Phrase | None = None


Decide = Callable[[Scene, Sequence[Link | None]], Choice]


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody who may be the source, by one path: what is seen of them, of the path, and of both together."""

    option: int
    path: Path
    seen: Sequence[str]
    related: Sequence[str]


def ways(scene: Scene, links: Sequence[Link | None]) -> list[Way]:
    """Every way to each of those who may be the source."""
    seen = [features(scene, link) for link in links]
    return [
        Way(i, path, seen[i], relation(scene, path, link))
        for path in paths(scene)
        for i, link in enumerate(links)
        if leads_to(scene, path, link)
    ]


def heaviest(weights: Weights, scene: Scene, links: Sequence[Link | None]) -> Choice:
    """The answer of the weights; of equals the first. Somebody is as likely as all ways to them together."""
    found = ways(scene, links)
    known: dict[tuple[int, str], float] = {}
    scores = [_score(weights, way, known) for way in found]
    each = softmax(scores)
    shares = [0.0] * len(links)
    for way, share in zip(found, each, strict=True):
        shares[way.option] += share
    order = sorted(range(len(links)), key=lambda i: -shares[i])
    best = order[0]
    second = links[order[1]] if len(order) > 1 else None
    heavy = max((n for n, one in enumerate(found) if one.option == best), key=lambda n: each[n])
    return Choice(
        links[best],
        shares[best],
        carried(found[heavy]),
        second.name if second is not None else None,
        found[heavy].path.phrase,
    )


def by_weights(weights: Weights) -> Decide:
    """What decides by a table of weights."""
    return partial(heaviest, weights)


def carried(way: Way) -> tuple[str, ...]:
    """All features of a way by their names in the table: each also under the kind of the path."""
    plain = (*way.seen, *way.related)
    return (*plain, *way.path.features, *(f"{way.path.kind} | {one}" for one in plain))


def _score(weights: Weights, way: Way, known: dict[tuple[int, str], float]) -> float:
    """The weights of a way; what its person weighs under a kind of path is added up once."""
    beside: Table = weights.beside.get(way.path.kind, {})
    key = way.option, way.path.kind
    if key not in known:
        known[key] = total(weights.entity, way.seen) + total(beside, way.seen)
    return (
        known[key]
        + total(weights.entity, way.related)
        + total(beside, way.related)
        + total(weights.entity, way.path.features)
    )
