#!/usr/bin/env python3
"""Score every gold set, and fail when a figure falls.

python benchmarks/gate.py                     figures, gains and losses against the last commit
python benchmarks/gate.py --update            raise the floors to what was reached (never lower them)
python benchmarks/gate.py --errors            every error, by kind
python benchmarks/gate.py --part unseen       only every third article, unseen while rules were written
python benchmarks/gate.py --model fr_core_news_sm
python benchmarks/gate.py --save DIR          keep the ledgers; --against DIR compares with kept ones

The gold lies beside the clone, in ../shared/gold; without it there is nothing to do. The press is measured by folds
over its articles: each is read with weights that were fitted without it (`fit.py`; needs the extra ``fit``). The other
sets are those that the rules were written on: their figures say that nothing broke, not how good the program is.
`floors.json` holds the figures that must not fall and the hash of the gold they were reached on, `errors.tsv` the
errors of the last commit (of the sets whose texts are free), so that every gain and loss of a record has a name.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
# This clone is measured, not a version of the package that happens to be installed.
sys.path.insert(0, str(ROOT))

from figures import FIGURES, Figures, figures_of, markdown, table
from floors import below, read_floors, read_state, update_floors, write_state
from gold import PARTS, GoldSet, gold_sets, ledgers_in, write_ledgers
from kinds import Mistake, by_kind, changes, mistakes
from quotes import Extractor

# the set that is measured by folds; no text of it is kept
UNSEEN = "press"
HERE = Path(__file__).resolve().parent
FLOORS, STATE = HERE / "floors.json", HERE / "errors.tsv"


def main() -> int:
    args = _arguments()
    if not args.gold.is_dir():
        print(f"gate: no gold at {args.gold}; nothing is measured (give --gold DIR)")
        return 0
    sets = gold_sets(args.gold, args.part)
    if args.part != "all" or args.model:
        sets = [gold for gold in sets if gold.name != UNSEEN]
    with TemporaryDirectory() as folder:
        ledgers_dir = args.save or Path(folder)
        started = time.perf_counter()
        _write(sets, ledgers_dir, args)
        seconds = time.perf_counter() - started
        measured = _measure(sets, ledgers_dir, args.errors)
        before = _measure(gold_sets(args.gold, args.part), args.against)[1] if args.against else None
    figures, found = measured
    print(markdown(figures) if args.markdown else table(figures))
    print(f"\n{sum(len(s.articles) for s in sets)} articles, model loaded and read in {seconds:.1f} s")
    _report(found, before, args)
    # A part of the gold, or another model, has figures of its own: the floors are not theirs.
    if args.part != "all" or args.model:
        return 0
    return _judge(sets, figures, found, args)


def _write(sets: list[GoldSet], folder: Path, args: argparse.Namespace) -> None:
    """The ledgers of all sets; that of the press by folds."""
    write_ledgers([gold for gold in sets if gold.name != UNSEEN], folder, Extractor(args.model).pipe)
    press = [gold for gold in sets if gold.name == UNSEEN]
    if press:
        from fit import by_folds

        found = by_folds(sets)[UNSEEN]
        write_ledgers(press, folder, lambda _: found)


def _measure(sets: list[GoldSet], folder: Path, keep: bool = False) -> tuple[Figures, list[Mistake]]:
    figures: Figures = {}
    found: list[Mistake] = []
    for gold in sets:
        ledger = ledgers_in(folder, gold)
        result, _ = gold.score.score(gold.articles, ledger, str(gold.texts))
        figures[gold.name] = figures_of(result)
        if gold.name != UNSEEN or keep:
            found.extend(mistakes(gold, ledger))
    return figures, found


def _report(found: list[Mistake], before: list[Mistake] | None, args: argparse.Namespace) -> None:
    print("\nerrors by kind")
    for kind, group in by_kind(found):
        print(f"  {len(group):4}  {kind}")
        if args.errors:
            for mistake in group:
                print(f"        {mistake.line()}")
    if before is None and (args.part != "all" or args.model):
        return
    if before is None and not STATE.exists():
        print("\nno errors.tsv to compare with; --update writes one")
        return
    old = read_state(STATE) if before is None else before
    gains, losses = changes(old, found)
    print(f"\nsince {'the last commit' if before is None else args.against}: ", end="")
    print(f"{len(gains)} gained, {len(losses)} lost")
    for sign, group in (("+", gains), ("-", losses)):
        for mistake in group:
            print(f"  {sign} {mistake.line()}")


def _judge(sets: list[GoldSet], figures: Figures, found: list[Mistake], args: argparse.Namespace) -> int:
    floors = read_floors(FLOORS)
    hashes = {gold.name: gold.sha256 for gold in sets}
    if args.update:
        refused = update_floors(FLOORS, floors, figures, hashes, force=args.force)
        if not refused:
            write_state(STATE, found)
        for line in refused:
            print(f"gate: {line}; the floors stay (lower them with --update --force, and say why)")
        return 1 if refused else 0
    wrong = below(floors, figures, hashes)
    for line in wrong:
        print(f"gate: {line}")
    print("gate: failed" if wrong else f"gate: all {len(FIGURES)} figures of {len(sets)} sets hold")
    return 1 if wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="its folder")
    parser.add_argument("--part", choices=PARTS, default="all", help="unseen: every third article")
    parser.add_argument("--model", help="another spaCy package; the floors are then not compared")
    parser.add_argument("--sm", dest="model", action="store_const", const="fr_core_news_sm", help="the small model")
    parser.add_argument("--errors", action="store_true", help="print every error under its kind")
    parser.add_argument("--markdown", action="store_true", help="the table as the README has it")
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep the ledgers here")
    parser.add_argument("--against", type=Path, metavar="DIR", help="compare with ledgers kept before")
    parser.add_argument("--update", action="store_true", help="raise the floors, write errors.tsv")
    parser.add_argument("--force", action="store_true", help="with --update: lower floors too")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
