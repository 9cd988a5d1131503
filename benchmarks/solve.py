"""Solve: weights from decisions, by L2-regularised likelihood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from align import DRAWN_SET, Aligned
from quotes.weigh.score import Table

# how often a feature must hold to be given a weight
RARE = 3
# before gold is seen the constructions are right: what a weight is drawn to, in place of nothing
PRIOR: dict[str, dict[str, float]] = {
    "marked": {
        # a turn or a block quote: the layout has asked the page for evidence
        "mark: -": 6.0,
        "mark: none": 6.0,
    },
    "clause": {
        "ends as the construction says": 3.0,
        "begins as the construction says": 2.0,
        "goes on behind the cue as the construction says": 2.0,
        "stops before the cue": -1.0,
        "loose: incise: 0 finite verbs inside": -2.0,
        "incise: 0 finite verbs inside": -2.0,
        "loose: selon: 0 finite verbs inside": -1.0,
        "offered loosely": -1.0,
        "words inside hang behind": -1.0,
        "the verb of its que stands behind its end": -1.5,
        "what the cue hangs on stands inside": -1.0,
    },
    "entity": {
        "answer of the rules": 2.0,
        # *la présidente Roy*: a name goes before the words around it
        "a name of its own that the phrase means": 2.0,
        # *le directeur de cabinet de X* is not X
        "named in the source behind de": -2.0,
        "named in the source behind du": -2.0,
    },
}
# what one article of a set counts: little if it was drawn, more if it is the project's own example
WORTH = {DRAWN_SET: 0.3, "seeds": 4.0, "estrep": 1.5, "wikinews": 1.5}


Row = tuple[Sequence[str], ...]


@dataclass
class Choices:
    """Decisions as rows: the features of each option, which options are right, which rows belong together.

    The features of an option are one list or several; lists that options share are kept and counted once.
    """

    rows: list[Row] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)
    worths: list[float] = field(default_factory=list)
    count: int = 0

    def add(self, one: Aligned, options: Iterable[tuple[Row, bool]]) -> None:
        for names, right in options:
            self.rows.append(names)
            self.right.append(right)
            self.groups.append(self.count)
            self.folds.append(one.fold)
            self.worths.append(WORTH.get(one.set, 1.0))
        self.count += 1


@dataclass(frozen=True)
class Matrix:
    """Rows as sums of the lists they are made of: no list is multiplied twice."""

    rows: csr_matrix  # rows by lists
    lists: csr_matrix  # lists by features

    def scores(self, weights: Any) -> Any:
        return self.rows @ (self.lists @ weights)

    def slope(self, errors: Any) -> Any:
        return self.lists.T @ (self.rows.T @ errors)


def matrix(rows: Sequence[Row], known: Iterable[str]) -> tuple[Matrix, list[str]]:
    """One column a feature that holds in often enough lists, or that is known before, by name."""
    place: dict[int, int] = {}
    lists: list[Sequence[str]] = []
    made = []
    for row in rows:
        for one in row:
            if id(one) not in place:
                place[id(one)] = len(lists)
                lists.append(one)
        made.append([place[id(one)] for one in row])
    often = Counter(name for one in lists for name in set(one))
    names = sorted({*known, *(name for name, count in often.items() if count >= RARE)})
    column = {name: i for i, name in enumerate(names)}
    held = [sorted({column[name] for name in one if name in column}) for one in lists]
    return Matrix(_sparse(made, len(lists)), _sparse(held, len(names))), names


def _sparse(rows: Sequence[Sequence[int]], columns: int) -> csr_matrix:
    ends = np.concatenate(([0], np.cumsum([len(row) for row in rows]))).astype(int)
    indices = np.fromiter((i for row in rows for i in row), dtype=np.int64, count=int(ends[-1]))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), columns))


def logistic_weights(decision: str, choices: Choices, l2: float) -> Table:
    """Each row decided for itself."""
    prior = PRIOR[decision]
    found, names = matrix(choices.rows, prior)
    drawn = np.array([prior.get(name, 0.0) for name in names])
    worth = np.array(choices.worths)
    sign = np.where(np.array(choices.right), 1.0, -1.0)

    def loss(weights: Any) -> tuple[float, Any]:
        margin = sign * found.scores(weights)
        off = weights - drawn
        lost = worth @ np.logaddexp(0.0, -margin) + 0.5 * l2 * off @ off
        slope = -sign * worth / (1.0 + np.exp(np.clip(margin, -500, 500)))
        return float(lost), found.slope(slope) + l2 * off

    return _least(loss, names)


def strength(name: str) -> float:
    """How much stronger than others a feature is drawn to its prior."""
    return 1.0


def softmax_weights(decision: str, choices: Choices, l2: float) -> Table:
    """One right answer, or several as good, among the rows of a group."""
    prior = PRIOR[decision]
    found, names = matrix(choices.rows, prior)
    drawn = np.array([prior.get(name, 0.0) for name in names])
    held = l2 * np.array([strength(name) for name in names])
    worth = np.array(choices.worths)
    group, right = np.array(choices.groups), np.array(choices.right)

    def loss(weights: Any) -> tuple[float, Any]:
        score = found.scores(weights)
        score = score - np.maximum.reduceat(score, _begins(group))[_place(group)]
        raised = np.exp(score)
        whole = np.bincount(_place(group), raised)[_place(group)]
        good = np.bincount(_place(group), raised * right)[_place(group)]
        share, best = raised / whole, np.where(right, raised / good, 0.0)
        off = weights - drawn
        lost = -(worth * np.log(good / whole))[_begins(group)].sum() + 0.5 * (held * off) @ off
        return float(lost), found.slope(worth * (share - best)) + held * off

    return _least(loss, names)


def _begins(group: Any) -> Any:
    return np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1])))


def _place(group: Any) -> Any:
    return np.cumsum(np.concatenate(([0], (group[1:] != group[:-1]).astype(int))))


def _least(loss: Callable[[Any], tuple[float, Any]], names: list[str]) -> Table:
    answer = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return {name: round(float(weight), 2) for name, weight in zip(names, answer.x, strict=True) if abs(weight) >= 0.005}


def without(choices: Choices, fold: int | None) -> Choices:
    """The decisions of all articles but those of a fold."""
    kept = Choices()
    for i, own in enumerate(choices.folds):
        if own != fold:
            kept.rows.append(choices.rows[i])
            kept.right.append(choices.right[i])
            kept.groups.append(choices.groups[i])
            kept.folds.append(own)
            kept.worths.append(choices.worths[i])
    return kept
