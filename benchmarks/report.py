#!/usr/bin/env python3
"""What the press says of the weights: what they are offered, how sure they may be, and what more gold would bring.

python benchmarks/report.py offered        is the right answer among those that are weighed?
python benchmarks/report.py calibration    is what is 0.9 sure right nine times in ten? by folds
python benchmarks/report.py curve          the figures by folds with 25, 50, 75, 100 % of the articles

All on gold of the press beside the clone (../shared/gold), by the folds of `fit.py`; needs the extra ``fit``.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from align import FOLDS, Aligned, aligned, drawn_articles, overlap
from fit import fitted_weights
from gold import GoldSet, gold_sets
from quotes.pipeline import article_of
from quotes.speech.extents import boundaries, extents, sites
from quotes.speech.page import Page
from quotes.speech.propose import propose
from quotes.types import Span
from quotes.weigh.score import Weights
from sure import UNSEEN, held, lined

STRETCH, CLAUSE = 0.8, 0.5
TENTHS = 10
QUARTERS = (25, 50, 75, 100)


def offered(articles: Sequence[Aligned], score: Any) -> None:
    """Of the marked stretches and the clauses of gold, how many are among the candidates."""
    for kind, threshold in (("verbatim", STRETCH), ("content", CLAUSE)):
        asked = found = 0
        for one in (one for one in articles if one.set == UNSEEN):
            candidates = list(_candidates(one, kind))
            for span in _wanted(one, kind):
                asked += 1
                wanted = score.trim(one.text.view, span)
                found += any(overlap(wanted, score.trim(one.text.view, c)) >= threshold for c in candidates)
        print(f"{kind:10} {found} of {asked} offered: {found / asked:.3f}")
    print("sources: see what fitting says (right one not offered)")


def _wanted(one: Aligned, kind: str) -> Iterator[Span]:
    for record in (record for record in one.records if not record["optional"]):
        if kind == "verbatim":
            yield from (tuple(span) for span in record["verbatim"])
        elif record["content"] and not any(overlap(v, record["content"]) >= STRETCH for v in record["verbatim"]):
            yield tuple(record["content"])


def _candidates(one: Aligned, kind: str) -> Iterator[Span]:
    article = article_of(one.text, one.document)
    if kind == "verbatim":
        for index, span in enumerate(article.spans):
            edges = [span.start, *(at for incise in article.incises.get(index, ()) for at in incise), span.end]
            yield span.start, span.end
            yield from zip(edges[::2], edges[1::2], strict=True)
        return
    page = Page(article, propose(article))
    for sentence in range(len(article.sentences)):
        places = boundaries(article, sentence)
        for group in sites(page, sentence):
            yield from (e.candidate.content for e in extents(page, group, places) if e.candidate.content)


def calibration(articles: Sequence[Aligned], weights: Sequence[Weights], norm: Any) -> None:
    """Records by how sure they are, and how many of them are right in words and speaker."""
    once = held(articles, weights, norm)
    rows = [row[:2] for row in held(articles, lined(weights, range(FOLDS), once), norm)]
    rows.sort()
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for row in rows:
        bins[min(TENTHS - 1, int(row[0] * TENTHS))].append(row)
    error = 0.0
    print("| sure | records | mean | right |\n| --- | ---: | ---: | ---: |")
    for tenth, group in sorted(bins.items()):
        mean, right = (sum(row[i] for row in group) / len(group) for i in (0, 1))
        error += abs(mean - right) * len(group) / len(rows)
        print(f"| {tenth / TENTHS:.1f} to {(tenth + 1) / TENTHS:.1f} | {len(group)} | {mean:.2f} | {right:.2f} |")
    surer = rows[len(rows) // 2 :]
    print(f"\nexpected calibration error {error:.3f}; right {sum(r for _, r in rows) / len(rows):.3f}")
    print(f"the surer half (from {surer[0][0]:.2f}): right {sum(r for _, r in surer) / len(surer):.3f}")


def curve(articles: Sequence[Aligned], sets: Sequence[GoldSet]) -> None:
    """The figures of the press by folds, the weights fitted on a part of the other articles."""
    from fit import figures_by_folds

    for share in QUARTERS:
        kept = [one for one in articles if one.set != UNSEEN or _quarter(one.name) < share]
        figures = figures_by_folds(articles, sets, fitted_weights(kept, sets[0].score.norm, list(range(FOLDS))))
        row = figures[UNSEEN]
        print(share, "%", *(f"{name} {row[name]['F1']:.3f}" for name in row if "F1" in (row[name] or {})), flush=True)


def _quarter(name: str) -> int:
    """Where an article stands from 0 to 99, independent of its fold."""
    return int(hashlib.sha256(f"curve {name}".encode()).hexdigest(), 16) % 100


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("offered", "calibration", "curve"))
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="its folder")
    args = parser.parse_args()
    if not args.gold.is_dir():
        print(f"report: no gold at {args.gold}; nothing is measured (give --gold DIR)")
        return 0
    sets = gold_sets(args.gold)
    articles = [*aligned(sets), *drawn_articles()]
    norm = sets[0].score.norm
    if args.what == "offered":
        offered(articles, sets[0].score)
    elif args.what == "calibration":
        calibration(articles, fitted_weights(articles, norm, list(range(FOLDS))), norm)
    else:
        curve(articles, sets)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
