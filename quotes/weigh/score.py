"""Weights: one table says what a feature is worth; here it is read, summed, and turned into probabilities.

A feature is a name that holds or does not (*construction: incise after the mark*, *words: 4-6*). A decision is
log-linear: the weights of the features that hold are added. *Speech* asks one candidate at a time (logistic),
*entity* asks which of several (softmax). What is right more or less often than its probability says is put right by a
line through the log odds (*confidence*). The table is `weights.tsv`, written by `benchmarks/fit.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from math import exp, log

BIAS = "always"

Table = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature that held where something was decided, and what it was worth."""

    feature: str
    weight: float


@dataclass(frozen=True)
class Weights:
    """The tables of the three decisions, by feature, and the line that makes a probability what it is worth."""

    marked: Table
    clause: Table
    entity: Table
    confidence: Table = field(default_factory=dict)

    @cached_property
    def beside(self) -> Mapping[str, Table]:
        """The entity features that hold beside another (*a name | spoke last*), by that other."""
        tables: dict[str, dict[str, float]] = {}
        for feature, weight in self.entity.items():
            kind, bar, rest = feature.partition(" | ")
            if bar:
                tables.setdefault(kind, {})[rest] = weight
        return tables


def sure(weights: Weights, probability: float) -> float:
    """How often what is held for so likely is right: Platt's line through the log odds, fitted on unseen articles."""
    if not weights.confidence or not 0.0 < probability < 1.0:
        return probability
    odds = log(probability / (1.0 - probability))
    return logistic(weights.confidence["slope"] * odds + weights.confidence["intercept"])


@cache
def fitted() -> Weights:
    """The weights that come with the package."""
    return parse(files("quotes.weigh").joinpath("weights.tsv").read_text(encoding="utf-8"))


def parse(tsv: str) -> Weights:
    """The weights of a table: a header, then *decision, feature, weight* a line, more columns ignored."""
    tables: dict[str, dict[str, float]] = {"marked": {}, "clause": {}, "entity": {}, "confidence": {}}
    for line in tsv.splitlines()[1:]:
        decision, feature, weight = line.split("\t")[:3]
        tables[decision][feature] = float(weight)
    return Weights(**tables)


def total(table: Table, features: Iterable[str]) -> float:
    """The weights of the features that hold, added; one that the table does not know weighs nothing."""
    get, whole = table.get, 0.0
    for feature in features:
        whole += get(feature, 0.0)
    return whole


def logistic(score: float) -> float:
    """A score as a probability."""
    if score < -30.0:
        return 0.0
    return 1.0 / (1.0 + exp(-score))


def softmax(scores: Sequence[float]) -> list[float]:
    """The scores of all candidates of one decision as probabilities that add up to one."""
    top = max(scores, default=0.0)
    raised = [exp(score - top) for score in scores]
    whole = sum(raised)
    return [one / whole for one in raised]


def reasons(table: Table, features: Iterable[str], most: int = 5) -> tuple[Reason, ...]:
    """The features that carried a decision, the heaviest first, whatever their sign."""
    held = (Reason(feature, table[feature]) for feature in features if table.get(feature))
    return tuple(sorted(held, key=lambda one: (-abs(one.weight), one.feature))[:most])
