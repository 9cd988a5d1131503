#!/usr/bin/env python3
"""Fit the weights of the decisions from gold, and measure them on articles that they were not fitted on.

python benchmarks/fit.py                write quotes/weigh/weights.tsv from all gold
python benchmarks/fit.py --cv           ten folds over articles: each fold scored with weights fitted on the others
python benchmarks/fit.py --cv --errors  and every error

*marked* is an L2-regularised logistic regression; *clause* and *entity* are conditional logits (softmax over all
extents of what a cue may report, over all who may be the source, "none" among them), by L-BFGS. Weights are rounded,
so the same gold gives the same bytes. While the sources of an article are read in order for fitting, earlier ones are
gold's own first, then those of the weights so far. Needs the gold
beside the clone and scipy (`pip install -e '.[fit]'`); the package itself needs neither.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from align import DRAWN_SET, FOLDS, Aligned, aligned, drawn_articles
from gold import GoldSet, gold_sets
from quotes.entities.discourse import Link
from quotes.entities.features import Scene, features
from quotes.entities.resolve import Choice, heaviest
from quotes.ledger import Generator, build, dumps
from quotes.pipeline import article_of, read
from quotes.speech.extents import Extent, boundaries, extents, sites
from quotes.speech.features import Page, marked
from quotes.speech.propose import propose
from quotes.types import Extraction
from quotes.weigh.score import Table, Weights

# how often a feature must hold to be given a weight, and the strength of the prior
RARE = 3
MARKED_L2, CLAUSE_L2, ENTITY_L2 = 3.0, 10.0, 10.0
# a clause is gold's by half of its extent; of several the best, and those close to it
HALF, CLOSE = 0.5, 0.08
# before gold is seen the constructions are right: what a weight is drawn to, in place of nothing
PRIOR = {
    "answer of the rules": 3.0,
    "ends as the construction says": 3.0,
    "begins as the construction says": 2.0,
    "goes on behind the cue as the construction says": 2.0,
    "stops before the cue": -1.0,
    "loose: incise: 0 finite verbs inside": -2.0,
    "incise: 0 finite verbs inside": -2.0,
    "loose: selon: 0 finite verbs inside": -1.0,
    "named in the source behind de": -2.0,  # *le directeur de cabinet de X* is not X
    "named in the source behind du": -2.0,
    "offered loosely": -1.0,
    "mark: -": 4.0,  # the layout has asked the whole page for evidence
    "words inside hang behind": -1.0,
    "the verb of its que stands behind its end": -1.5,
    "what the cue hangs on stands inside": -1.0,
}
# what one article of a set counts: little if it was drawn, more if it is the project's own example
WORTH = {DRAWN_SET: 0.3, "seeds": 4.0, "estrep": 1.5, "wikinews": 1.5}
# the first time earlier sources are gold's own, then those that the weights so far would give
ROUNDS = 2
WRITTEN = ROOT / "quotes" / "weigh" / "weights.tsv"


@dataclass
class Choices:
    """Decisions as rows: the features of each option, which options are right, which rows belong together."""

    rows: list[list[str]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)
    worths: list[float] = field(default_factory=list)
    count: int = 0

    def add(self, one: Aligned, options: Iterable[tuple[list[str], bool]]) -> None:
        for names, right in options:
            self.rows.append(names)
            self.right.append(right)
            self.groups.append(self.count)
            self.folds.append(one.fold)
            self.worths.append(WORTH.get(one.set, 1.0))
        self.count += 1


def matrix(rows: Sequence[Sequence[str]]) -> tuple[csr_matrix, list[str]]:
    """One column a feature that holds often enough, by name."""
    often = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, count in often.items() if count >= RARE)
    column = {name: i for i, name in enumerate(names)}
    indices: list[int] = []
    ends = [0]
    for row in rows:
        indices += sorted({column[name] for name in row if name in column})
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), len(names))), names


def logistic_weights(choices: Choices, l2: float) -> Table:
    """Each row decided for itself."""
    found, names = matrix(choices.rows)
    drawn = np.array([PRIOR.get(name, 0.0) for name in names])
    worth = np.array(choices.worths)
    sign = np.where(np.array(choices.right), 1.0, -1.0)

    def loss(weights: Any) -> tuple[float, Any]:
        margin = sign * (found @ weights)
        off = weights - drawn
        lost = worth @ np.logaddexp(0.0, -margin) + 0.5 * l2 * off @ off
        slope = -sign * worth / (1.0 + np.exp(np.clip(margin, -500, 500)))
        return float(lost), found.T @ slope + l2 * off

    return _least(loss, names)


def softmax_weights(choices: Choices, l2: float) -> Table:
    """One right answer, or several as good, among the rows of a group."""
    found, names = matrix(choices.rows)
    drawn = np.array([PRIOR.get(name, 0.0) for name in names])
    worth = np.array(choices.worths)
    group, right = np.array(choices.groups), np.array(choices.right)

    def loss(weights: Any) -> tuple[float, Any]:
        score = found @ weights
        score = score - np.maximum.reduceat(score, _begins(group))[_place(group)]
        raised = np.exp(score)
        whole = np.bincount(_place(group), raised)[_place(group)]
        good = np.bincount(_place(group), raised * right)[_place(group)]
        share, best = raised / whole, np.where(right, raised / good, 0.0)
        off = weights - drawn
        lost = -(worth * np.log(good / whole))[_begins(group)].sum() + 0.5 * l2 * off @ off
        return float(lost), found.T @ (worth * (share - best)) + l2 * off

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


def speech_choices(articles: Sequence[Aligned]) -> tuple[Choices, Choices]:
    """Every marked stretch and every clause of the gold's articles, with what gold says of each."""
    stretches, clauses = Choices(), Choices()
    for one in articles:
        article = article_of(one.text, one.document)
        page = Page(article, propose(article))
        for index in page.sentence_of:
            span = article.spans[index]
            label = one.marked((span.start, span.end))
            if label is not None:
                stretches.add(one, [(marked(page, index), label)])
        for sentence in range(len(article.sentences)):
            places = boundaries(article, sentence)
            for group in sites(page, sentence):
                _add_clause(one, extents(page, group, places), clauses)
    return stretches, clauses


def _add_clause(one: Aligned, offered: Sequence[Extent], clauses: Choices) -> None:
    """The extents of one cue, the best of them right, or nothing right."""
    if not offered:
        return
    shares = [one.clause(extent.candidate.content or (0, 0)) for extent in offered]
    best, optional = max(shares)
    if best >= HALF and optional:
        return
    near = [best >= HALF and share >= max(HALF, best - CLOSE) for share, _ in shares]
    rows = [(list(extent.features), right) for extent, right in zip(offered, near, strict=True)]
    clauses.add(one, [*rows, ([], best < HALF)])


class Oracle:
    """Answers with gold's own source, where it is among those that may be, and notes what could be chosen."""

    def __init__(
        self, one: Aligned, norm: Callable[[str | None], str | None], choices: Choices, guess: Weights
    ) -> None:
        self._one, self._norm, self._choices, self._guess = one, norm, choices, guess
        self.asked = self.missing = self.hit = 0

    def __call__(self, scene: Scene, links: Sequence[Link | None]) -> Choice:
        record = self._one.record_of(scene.asked.verbatim, scene.asked.content)
        guessed = heaviest(self._guess, scene, links) if self._guess.entity else Choice(scene.asked.ruled)
        if record is None:
            return guessed
        right = [self._right(record, link) for link in links]
        if not record["optional"]:
            self.asked += 1
            self.missing += not any(right)
            self.hit += bool(self._guess.entity) and self._right(record, guessed.link)
            if any(right):
                rows = [(features(scene, link), good) for link, good in zip(links, right, strict=True)]
                self._choices.add(self._one, rows)
        if self._guess.entity:
            return guessed
        return Choice(next((link for link, good in zip(links, right, strict=True) if good), scene.asked.ruled))

    def _right(self, record: dict[str, Any], link: Link | None) -> bool:
        if record["speaker"] is None or link is None:
            return record["speaker"] is None and link is None
        return self._norm(link.name) in {self._norm(name) for name in [record["speaker"], *record["accept"]]}


def entity_choices(articles: Sequence[Aligned], weights: Sequence[Weights], norm: Any) -> Choices:
    """Every record that is found, with all who may be its source; how many were asked and had no right answer."""
    choices = Choices()
    asked = missing = hit = 0
    for one in articles:
        oracle = Oracle(one, norm, choices, weights[one.fold])
        read(one.text, one.document, weights[one.fold], oracle)
        asked += oracle.asked
        missing += oracle.missing
        hit += oracle.hit
    told(f"{asked} sources asked for, right one not offered {missing}, right by the weights so far {hit}")
    return choices


def fitted_weights(articles: Sequence[Aligned], norm: Any, folds: Sequence[int | None]) -> list[Weights]:
    """Weights fitted without each of these folds (None: on all)."""
    stretches, clauses = speech_choices(articles)
    partly = [
        Weights(logistic_weights(without(stretches, k), MARKED_L2), softmax_weights(without(clauses, k), CLAUSE_L2), {})
        for k in folds
    ]
    for _ in range(ROUNDS):
        choices = entity_choices(articles, partly if len(partly) == FOLDS else partly * FOLDS, norm)
        partly = [
            Weights(one.marked, one.clause, softmax_weights(without(choices, k), ENTITY_L2))
            for one, k in zip(partly, folds, strict=True)
        ]
    told(f"{stretches.count} stretches, {clauses.count} clauses")
    return partly


def told(line: str) -> None:
    """Talk goes to stderr."""
    print(line, file=sys.stderr)


def by_folds(sets: Sequence[GoldSet]) -> dict[str, list[Extraction]]:
    """Every article of the gold as it is read with weights that were fitted without its fold, by set."""
    articles = [*aligned(sets), *drawn_articles()]
    weights = fitted_weights(articles, sets[0].score.norm, list(range(FOLDS)))
    found: dict[str, list[Extraction]] = defaultdict(list)
    for one in (one for one in articles if one.set != DRAWN_SET):
        found[one.set].append(Extraction(one.text.article, read(one.text, one.document, weights[one.fold])))
    return found


def scored(sets: Sequence[GoldSet], errors: bool) -> None:
    """Print the figures of each set, every article read with the weights that were fitted without it."""
    found = by_folds(sets)
    for gold in sets:
        ledger = json.loads(dumps(build(found[gold.name], Generator("quotes", "0", "spacy", "fr"))))
        result, wrong = gold.score.score(gold.articles, ledger, str(gold.texts))
        print(gold.name)
        for name, figures in result.items():
            print(f"  {name:14}", " ".join(f"{k} {v}" for k, v in (figures or {}).items()))
        for name, track, what, text, wanted, got in wrong if errors else ():
            print(f"{name[:24]}  {track:8}  {what:13}  {wanted!s:.40} ← {got!s:.40}  {text[:110]!r}")


def written(weights: Weights) -> str:
    """The table as people read it: decision, feature, weight, heaviest first."""
    lines = ["decision\tfeature\tweight"]
    for decision in ("marked", "clause", "entity"):
        table: Table = getattr(weights, decision)
        lines += [f"{decision}\t{n}\t{w:.2f}" for n, w in sorted(table.items(), key=lambda r: (-abs(r[1]), r[0]))]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="its folder")
    parser.add_argument("--cv", action="store_true", help="score ten folds instead of writing the weights")
    parser.add_argument("--errors", action="store_true", help="with --cv: list every error")
    args = parser.parse_args()
    if not args.gold.is_dir():
        print(f"fit: no gold at {args.gold}; nothing is fitted (give --gold DIR)")
        return 0
    sets = gold_sets(args.gold)
    if args.cv:
        scored(sets, args.errors)
    else:
        (weights,) = fitted_weights([*aligned(sets), *drawn_articles()], sets[0].score.norm, [None])
        WRITTEN.write_text(written(weights), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
