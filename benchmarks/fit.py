#!/usr/bin/env python3
"""Fit the weights of the decisions from gold, and measure them on articles that they were not fitted on.

python benchmarks/fit.py                write quotes/weigh/weights.tsv from all gold
python benchmarks/fit.py --cv           ten folds over articles: each fold scored with weights fitted on the others
python benchmarks/fit.py --cv --errors  and every error

*marked* is an L2-regularised logistic regression; *clause* and *entity* are conditional logits (softmax over all
extents of what a cue may report, over all who may be the source, "none" among them), by L-BFGS. *confidence* is a line
through the log odds of the records, fitted on the press by folds. Weights are rounded, so the same gold gives the same
bytes. While the sources of an article are read in order for fitting, earlier ones are gold's own first, then those of
the weights so far. Needs the gold beside the clone and scipy (`pip install -e '.[fit]'`); the package needs neither.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


from align import DRAWN_SET, FOLDS, Aligned, aligned, drawn_articles
from gold import GoldSet, gold_sets
from quotes.entities.asked import Scene, key_of
from quotes.entities.decide import Choice, heaviest, ways
from quotes.entities.discourse import Link
from quotes.ledger import Generator, build, dumps
from quotes.pipeline import article_of, read
from quotes.speech.extents import Extent, boundaries, extents, sites
from quotes.speech.features import marked
from quotes.speech.page import Page
from quotes.speech.propose import propose
from quotes.types import Extraction
from quotes.weigh.score import Table, Weights
from solve import Choices, Row, logistic_weights, softmax_weights, without
from sure import held, lined

# the strength of the prior
MARKED_L2, CLAUSE_L2, ENTITY_L2 = 3.0, 10.0, 10.0
# a clause is gold's by half of its extent; of several the best, and those close to it
HALF, CLOSE = 0.5, 0.08
# the first time earlier sources are gold's own, then those that the weights so far would give
ROUNDS = 2
WRITTEN = ROOT / "quotes" / "weigh" / "weights.tsv"


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
                stretches.add(one, [((marked(page, index),), label)])
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
    rows = [((extent.features,), right) for extent, right in zip(offered, near, strict=True)]
    clauses.add(one, [*rows, ((), best < HALF)])


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
                self._choices.add(self._one, rows_of(scene, links, right))
        if self._guess.entity:
            return guessed
        link = next((link for link, good in zip(links, right, strict=True) if good), scene.asked.ruled)
        means = (one.phrase for one in scene.asked.links if key_of(one.link) == key_of(link))
        return Choice(link, phrase=next(means, None))

    def _right(self, record: dict[str, Any], link: Link | None) -> bool:
        if record["speaker"] is None or link is None:
            return record["speaker"] is None and link is None
        return self._norm(link.name) in {self._norm(name) for name in [record["speaker"], *record["accept"]]}


def rows_of(scene: Scene, links: Sequence[Link | None], right: Sequence[bool]) -> list[tuple[Row, bool]]:
    """A row for every way to each of those who may be the source; lists that rows share are the same lists."""
    beside: dict[tuple[int, str], list[str]] = {}
    rows: list[tuple[Row, bool]] = []
    for way in ways(scene, links):
        kind = way.path.kind
        if (way.option, kind) not in beside:
            beside[way.option, kind] = [f"{kind} | {one}" for one in way.seen]
        under = [f"{kind} | {one}" for one in way.related]
        row = (way.seen, beside[way.option, kind], way.related, under, way.path.features)
        rows.append((row, right[way.option]))
    return rows


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
        Weights(
            logistic_weights("marked", without(stretches, k), MARKED_L2),
            softmax_weights("clause", without(clauses, k), CLAUSE_L2),
            {},
        )
        for k in folds
    ]
    for _ in range(ROUNDS):
        choices = entity_choices(articles, partly if len(partly) == FOLDS else partly * FOLDS, norm)
        partly = [
            Weights(one.marked, one.clause, softmax_weights("entity", without(choices, k), ENTITY_L2))
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
    return read_by(articles, fitted_weights(articles, sets[0].score.norm, list(range(FOLDS))))


def read_by(articles: Sequence[Aligned], weights: Sequence[Weights]) -> dict[str, list[Extraction]]:
    """Every article as it is read with the weights of its fold, by set."""
    found: dict[str, list[Extraction]] = defaultdict(list)
    for one in (one for one in articles if one.set != DRAWN_SET):
        found[one.set].append(Extraction(one.text.article, read(one.text, one.document, weights[one.fold])))
    return found


def scored(gold: GoldSet, extractions: Iterable[Extraction]) -> tuple[dict[str, Any], list[Any]]:
    """The figures of a set, and its errors."""
    ledger = json.loads(dumps(build(extractions, Generator("quotes", "0", "spacy", "fr"))))
    result: tuple[dict[str, Any], list[Any]] = gold.score.score(gold.articles, ledger, str(gold.texts))
    return result


def figures_by_folds(
    articles: Sequence[Aligned], sets: Sequence[GoldSet], weights: Sequence[Weights]
) -> dict[str, dict[str, Any]]:
    """The figures of each set, every article read with the weights of its fold."""
    found = read_by(articles, weights)
    return {gold.name: scored(gold, found[gold.name])[0] for gold in sets}


def show(sets: Sequence[GoldSet], errors: bool) -> None:
    """Print the figures of each set, every article read with the weights that were fitted without it."""
    found = by_folds(sets)
    for gold in sets:
        result, wrong = scored(gold, found[gold.name])
        print(gold.name)
        for name, figures in result.items():
            print(f"  {name:14}", " ".join(f"{k} {v}" for k, v in (figures or {}).items()))
        for name, track, what, text, wanted, got in wrong if errors else ():
            print(f"{name[:24]}  {track:8}  {what:13}  {wanted!s:.40} ← {got!s:.40}  {text[:110]!r}")


def written(weights: Weights) -> str:
    """The table as people read it: decision, feature, weight, heaviest first."""
    lines = ["decision\tfeature\tweight"]
    for decision in ("marked", "clause", "entity", "confidence"):
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
        show(sets, args.errors)
    else:
        articles, norm = [*aligned(sets), *drawn_articles()], sets[0].score.norm
        unseen = held(articles, fitted_weights(articles, norm, list(range(FOLDS))), norm)
        (weights,) = lined(fitted_weights(articles, norm, [None]), [None], unseen)
        WRITTEN.write_text(written(weights), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
