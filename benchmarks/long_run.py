#!/usr/bin/env python3
"""A long run: memory of ten thousand articles from one JSONL, and what the way around the parser costs.

usage: python benchmarks/long_run.py [--primed] [--articles N] [--cut N] [--sample N] [--runs N]

Two measurements. The first runs `quotes extract` in a process of its own over N articles of one table, with
``--state``, and prints its peak memory. To parse ten thousand articles takes a quarter of an hour and more: with
``--primed`` the state holds beforehand what the texts say, but for a few, so that the run reads all, parses some, and
makes the whole ledger. The second runs, in turn (A B A B …) in one process, the extractor over a
sample of these texts in memory, and the whole way: table, language, state, facts; and prints the median ratio of
CPU time. Texts: `seeds/`, and the gold and corpus beside the project where they are there, each made another by a
number and names of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from quotes.types import Article

LIMIT_MB = 1500


def articles(count: int, cut: int | None) -> Iterator[dict[str, str]]:
    """Rows of a table of articles, each of at most ``cut`` characters of a text: no two are the same."""
    from timing import texts

    for number, text in enumerate(islice(cycle(texts([])), count)):
        yield {
            "id": f"n{number}",
            "titre": f"Article {number}",
            "texte": f"{text[:cut].rstrip()}\n\nDossier numéro {number}.\n",
            "date": f"20{number % 24:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            "url": f"https://presse.example/{number}",
            "journal": f"Journal {number % 40}",
        }


def table(path: Path, count: int, cut: int | None = None) -> int:
    """Write such a table; the number of its characters."""
    characters = 0
    with path.open("w", encoding="utf-8") as file:
        for row in articles(count, cut):
            characters += len(row["texte"])
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return characters


def prime(path: Path, state: Path, cut: int | None) -> None:
    """Fill a state with what the articles of this table say, but for every five-hundredth."""
    from quotes import Extractor
    from quotes.articles import find, read_all
    from quotes.cli.given import generator
    from quotes.state import State
    from quotes.types import QUOTE_TYPES, Extraction
    from timing import texts

    extractor = Extractor()
    found = [extraction.quotes for extraction in extractor.pipe(text[:cut] for text in texts([]))]

    def known(rows: Iterable[Article]) -> Iterator[Extraction]:
        # the line that makes a text another one stands at its end and says nothing
        for row in rows:
            yield Extraction(row, found[_number(row) % len(found)])

    rows = (row for row in read_all(find([str(path)]), print) if _number(row) % 500)
    with State(str(state), generator(extractor), ",".join(sorted(QUOTE_TYPES))) as base:
        for _ in base.read(rows, known):
            pass


def _number(row: Article) -> int:
    return int((row.path or "").rsplit("#n", 1)[1])


def peak(path: Path, folder: Path) -> float:
    """The peak memory in MB of the command over this table."""
    options = ["-o", str(folder / "ledger.json"), "--state", str(folder / "run.db"), "--resume", "-q"]
    command = [sys.executable, "-m", "quotes", "extract", str(path), *options]
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"long_run: the run ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_maxrss / 1024


def ratios(path: Path, folder: Path, runs: int) -> list[float]:
    """CPU time of the whole way over that of the extractor alone, run in turn."""
    from quotes import Extractor
    from quotes.articles import find, read_all
    from quotes.cli.given import generator
    from quotes.state import State

    extractor = Extractor()
    sources = find([str(path)])
    held = list(read_all(sources, print))
    out: list[float] = []
    for number in range(runs + 1):
        started = time.process_time()
        for _ in extractor.pipe(held):
            pass
        between = time.process_time()
        with State(str(folder / f"{number}.db"), generator(extractor)) as state:
            for _ in state.read(read_all(sources, print), extractor.pipe):
                pass
        out.append((time.process_time() - between) / (between - started))
    return out[1:]


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--primed", action="store_true", help="parse only a few of the articles")
    parser.add_argument("--prime", nargs=2, type=Path, metavar=("TABLE", "STATE"), help=argparse.SUPPRESS)
    parser.add_argument("--cut", type=int, help="read only so many characters of each text (whole texts take long)")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    if args.prime:
        table_of_run, state = args.prime
        prime(table_of_run, state, args.cut)
        return 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        characters = table(folder / "articles.jsonl", args.articles, args.cut)
        if args.primed:  # in a process of its own, whose memory is not counted
            more = ["--cut", str(args.cut)] if args.cut else []
            primer = ["--prime", str(folder / "articles.jsonl"), str(folder / "run.db")]
            subprocess.run([sys.executable, __file__, *primer, *more], check=True)
        megabytes = peak(folder / "articles.jsonl", folder)
        print(f"{args.articles} articles, {characters} characters: peak {megabytes:.0f} MB")
        sizes = {path.name: path.stat().st_size / 1e6 for path in folder.iterdir() if path.is_file()}
        print(", ".join(f"{file} {size:.1f} MB" for file, size in sorted(sizes.items())))
        table(folder / "sample.jsonl", args.sample)
        found = ratios(folder / "sample.jsonl", folder, args.runs)
        print(
            f"{args.sample} articles, {args.runs} runs: the whole way takes {statistics.median(found):.3f} times "
            f"the CPU time of the extractor (from {min(found):.3f} to {max(found):.3f})"
        )
    if megabytes > LIMIT_MB:
        print(f"long_run: more than {LIMIT_MB} MB")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
