"""Resolve: of all who may be the source of a record the one whom the weights prefer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotes.entities.discourse import Link
from quotes.entities.features import Scene, features
from quotes.weigh.score import Weights, total

Decide = Callable[[Scene, Sequence[Link | None]], Link | None]


def heaviest(weights: Weights, scene: Scene, links: Sequence[Link | None]) -> Link | None:
    """The answer of the weights; of equals the first."""
    return max(links, key=lambda link: total(weights.entity, features(scene, link)))
