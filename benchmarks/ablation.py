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

import quotes.assemble
import quotes.entities.functions
import quotes.entities.links
import quotes.entities.nouns
import quotes.pipeline
import quotes.speech.choose
from figures import figures_of
from gold import gold_sets, ledgers_in, write_ledgers
from quotes.pipeline import Extractor

WATCHED = ("verbatim", "verbatim+who", "content", "content+who")

# name → (module or class, attribute, what stands in for it)
RULES: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "cues behind the mark (a déclaré X)": (quotes.pipeline, "after_quotation", lambda *_: ()),
    "incises inside the marks": (quotes.pipeline, "inside_quotation", lambda *_: ()),
    "cues before the mark, colons": (quotes.pipeline, "before_quotation", lambda *_: ()),
    "colon, brackets, plain order behind the mark": (quotes.pipeline, "behind_quotation", lambda *_: ()),
    "que clauses and infinitives": (quotes.pipeline, "reported_clauses", lambda *_: ()),
    "nouns and adjectives that report": (quotes.pipeline, "nominal_clauses", lambda *_: ()),
    "incises without marks": (quotes.pipeline, "without_marks", lambda *_: ()),
    "selon X, pour X, d'après X": (quotes.pipeline, "according", lambda *_: ()),
    "marked words under a verb": (quotes.pipeline, "marked_words", lambda *_: ()),
    "sentences of their own in marks": (quotes.assemble, "free_speech", lambda *_: False),
    "title, term or speech": (quotes.speech.choose, "title_like", lambda *_: False),
    "quotations of headings": (quotes.assemble, "headlines", lambda _, kept: kept),
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
