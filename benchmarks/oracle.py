#!/usr/bin/env python3
"""Law 6 in figures: how many drawn quotes are found, for each construction, way to name a source, and noise.

python benchmarks/oracle.py                 the shares, and what fell below `oracle.json`
python benchmarks/oracle.py --markdown      the table as the README has it
python benchmarks/oracle.py --misses NAME   the articles of a construction whose quotes are not all found
python benchmarks/oracle.py --update        raise the floors to what was reached (never lower them)

The articles of the first two tables hold one construction and no noise, those of the last one noise at a time. The
same are drawn each time, while hypothesis and the generators stay the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# This clone is measured, not a version of the package that happens to be installed.
sys.path.insert(0, str(ROOT))

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from quotes.pipeline import Extractor
from quotes.testing import CONSTRUCTIONS, NOISES, STYLES, Drawn, articles, missing, surplus
from quotes.types import Quote

FLOORS = Path(__file__).resolve().parent / "oracle.json"
# a version of hypothesis draws other articles than the next: less than this is not a fall
TOLERANCE = 0.03
COUNT = 20

Shares = dict[str, dict[str, float]]
Tally = dict[tuple[str, str], list[bool]]
Read = list[tuple[Drawn, tuple[Quote, ...]]]


def sample(strategy: st.SearchStrategy[Drawn], count: int, number: int = 0) -> list[Drawn]:
    """What so many draws give without those that came before, the same each time."""
    found: dict[str, Drawn] = {}

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(drawn: Drawn) -> None:
        found.setdefault(drawn.text, drawn)

    collect()
    return list(found.values())


def read(extractor: Extractor, drawn: list[Drawn]) -> Read:
    """The articles, each with what the parser finds in it."""
    return [
        (one, extraction.quotes) for one, extraction in zip(drawn, extractor.pipe(d.text for d in drawn), strict=True)
    ]


def plain(extractor: Extractor, name: str, count: int) -> Read:
    """Articles of one construction alone, others for each."""
    strategy = articles(constructions=[name], noise=(), max_passages=1)
    return read(extractor, sample(strategy, count, list(CONSTRUCTIONS).index(name)))


def plain_shares(extractor: Extractor, count: int = COUNT) -> Shares:
    """The share of the drawn quotes that are found, for each construction and each way to name a source."""
    tally: Tally = defaultdict(list)
    for name in CONSTRUCTIONS:
        for drawn, quotes in plain(extractor, name, count):
            lost = missing(drawn, quotes)
            for quote in drawn.quotes:
                tally["construction", name].append(quote not in lost)
                tally["style", drawn.styles[0]].append(quote not in lost)
    return _shares(tally)


def noisy_shares(extractor: Extractor, count: int = COUNT) -> Shares:
    """For each noise alone the share that is found, and of articles in which nothing else is."""
    tally: Tally = defaultdict(list)
    for noise in NOISES:
        strategy = articles(noise=[noise], max_passages=2)
        for drawn, quotes in read(extractor, sample(strategy, 2 * count, NOISES.index(noise))):
            if noise in drawn.noise:
                lost = missing(drawn, quotes)
                tally["noise", noise].extend(quote not in lost for quote in drawn.quotes)
                tally["nothing said", noise].append(not surplus(drawn, quotes))
    return _shares(tally)


def _shares(tally: Tally) -> Shares:
    shares: Shares = defaultdict(dict)
    for (table, name), hits in tally.items():
        shares[table][name] = sum(hits) / len(hits)
    return dict(shares)


def below(floors: Shares, shares: Shares) -> list[str]:
    """One line for each share that fell, in the tables that were measured."""
    return [
        f"{table}, {name}: fell from {least:.3f} to {rows.get(name, 0.0):.3f}"
        for table, rows in shares.items()
        for name, least in floors.get(table, {}).items()
        if rows.get(name, 0.0) < least - TOLERANCE
    ]


def _table(shares: Shares) -> Iterator[str]:
    yield "| construction | found |"
    yield "| --- | ---: |"
    for name in CONSTRUCTIONS:
        yield f"| {name} | {shares['construction'][name]:.2f} |"
    yield ""
    yield "| source named by | found |"
    yield "| --- | ---: |"
    for name in STYLES:
        yield f"| {name} | {shares['style'][name]:.2f} |"
    yield ""
    yield "| noise | found | nothing else found |"
    yield "| --- | ---: | ---: |"
    for name in NOISES:
        yield f"| {name} | {shares['noise'][name]:.2f} | {shares['nothing said'][name]:.2f} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT, help=f"draws for each construction (default: {COUNT})")
    parser.add_argument("--markdown", action="store_true", help="only the tables")
    parser.add_argument("--misses", metavar="NAME", help="show what is not found of a construction")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    args = parser.parse_args()
    extractor = Extractor()
    if args.misses:
        for drawn, quotes in plain(extractor, args.misses, args.count):
            if missing(drawn, quotes):
                print(f"{drawn}\n  found:")
                for quote in quotes:
                    print(
                        f"    {quote.type} {quote.text!r} {quote.speaker.name if quote.speaker else None} {quote.why}"
                    )
        return 0
    shares = {**plain_shares(extractor, args.count), **noisy_shares(extractor, args.count)}
    print("\n".join(_table(shares)))
    floors: Shares = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if args.update:
        raised = {
            table: {name: round(max(share, floors.get(table, {}).get(name, 0.0)), 4) for name, share in rows.items()}
            for table, rows in shares.items()
        }
        FLOORS.write_text(json.dumps(raised, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    if args.markdown:
        return 0
    wrong = below(floors, shares)
    for line in wrong:
        print(f"oracle: {line}")
    print("oracle: failed" if wrong else f"oracle: {sum(map(len, floors.values()))} shares hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
