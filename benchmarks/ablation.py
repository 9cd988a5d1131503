"""What each family of rules is worth: the gold's figures without it, as differences to the whole.

usage: python benchmarks/ablation.py [--set NAME …]

A family is switched off by putting an answer that says nothing in its place; nothing else changes. Needs the
gold beside the clone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import quotes.entities.functions
import quotes.entities.links
import quotes.entities.nouns
import quotes.speech.propose
from figures import figures_of
from gold import gold_sets, ledgers_in, write_ledgers
from quotes.pipeline import Extractor

WATCHED = ("verbatim", "verbatim+who", "content", "content+who")

# name → (module, attribute, what stands in for it)
RULES: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    name: (quotes.speech.propose, construction, lambda *_: ())
    for name, construction in (
        ("cues behind the mark (a déclaré X)", "after_quotation"),
        ("incises inside the marks", "inside_quotation"),
        ("cues before the mark, colons", "before_quotation"),
        ("colon, brackets, plain order behind the mark", "behind_quotation"),
        ("que clauses and infinitives", "reported_clauses"),
        ("nouns and adjectives that report", "nominal_clauses"),
        ("clauses that a colon announces", "announced"),
        ("clauses behind a colon", "after_colon"),
        ("incises without marks", "without_marks"),
        ("clauses pointed back to", "pointing_back"),
        ("selon X, pour X, d'après X", "according"),
        ("marked words under a verb", "marked_words"),
        ("marked words beside the grammar", "beside"),
        ("loose candidates", "loosely"),
    )
}
RULES |= {
    "pronouns": (quotes.entities.links, "pronoun", lambda *_: None),
    "functions and their holders": (quotes.entities.nouns, "_names_function", lambda *_: False),
    "what a function takes up": (quotes.entities.functions, "_spoken_of", lambda *_: None),
}


@contextmanager
def without(rule: str | None) -> Iterator[None]:
    """One rule switched off for a while; None switches off nothing."""
    if rule is None:
        yield
        return
    place, name, nothing = RULES[rule]
    kept = getattr(place, name)
    setattr(place, name, property(nothing) if isinstance(kept, property) else nothing)
    try:
        yield
    finally:
        setattr(place, name, kept)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--set", action="append", default=[], help="a set of the gold; all but the seeds without it")
    args = parser.parse_args()
    folder = Path(__file__).resolve().parents[2] / "shared" / "gold"
    if not folder.is_dir():
        print(f"ablation: skipped, no gold at {folder}", file=sys.stderr)
        return 0
    sets = [s for s in gold_sets(folder) if s.name in (args.set or ("wikinews", "estrep"))]
    extractor = Extractor()
    whole: dict[str, dict[str, float]] = {}
    print(f"{'':46}" + "".join(f"{gold.name:^30}" for gold in sets))
    print(
        f"{'without':46}"
        + "".join(
            "".join(f"{w.replace('content', 'c').replace('verbatim', 'v'):>7}" for w in WATCHED) + "  " for _ in sets
        )
    )
    for rule in (None, *RULES):
        with tempfile.TemporaryDirectory() as ledgers, without(rule):
            write_ledgers(sets, Path(ledgers), extractor.pipe)
            cells = []
            for gold in sets:
                result, _ = gold.score.score(gold.articles, ledgers_in(Path(ledgers), gold), gold.texts)
                figures = figures_of(result)
                if rule is None:
                    whole[gold.name] = figures
                    cells += ["".join(f"{figures[w]:7.3f}" for w in WATCHED) + "  "]
                else:
                    cells += ["".join(f"{figures[w] - whole[gold.name][w]:+7.3f}" for w in WATCHED) + "  "]
        print(f"{rule or '(nothing: the whole)':46}" + "".join(cells), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
