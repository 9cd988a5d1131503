"""How the benchmarks of speed take the time: texts, paired runs, growth."""

from __future__ import annotations

import json
import math
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def texts(paths: Sequence[Path] = ()) -> list[str]:
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


def paired(one: Callable[[], object], other: Callable[[], object], runs: int) -> list[tuple[float, float]]:
    """CPU seconds of both, run in turn (A B A B …); the first pair warms up and is not given."""
    return [(cpu(one), cpu(other)) for _ in range(runs + 1)][1:]


def ratio(pairs: Sequence[tuple[float, float]]) -> str:
    """The second of each pair by the first: median, least and most."""
    ratios = [b / a for a, b in pairs]
    return f"{statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})"


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of size with which time grows: the slope between logarithms (1 is linear, 2 the square)."""
    x, y = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    return statistics.linear_regression(x, y).slope


def press(read: Sequence[str], size: int) -> str:
    """One article of so many characters, of paragraphs of the press, in turn."""
    blocks = [block for text in read for block in text.split("\n") if block.strip()]
    out: list[str] = []
    length = 0
    for block in cycle(blocks):
        if length >= size:
            break
        out.append(block)
        length += len(block) + 2
    return "\n\n".join(out)[:size]


def many(read: Sequence[str], number: int) -> list[str]:
    """So many articles, the texts in turn, each told from the others by its last line."""
    return [f"{text}\n\nÉdition {at}." for at, text in enumerate(islice(cycle(read), number))]
