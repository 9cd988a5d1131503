#!/usr/bin/env python3
"""Does a change of the code change what comes out? The ledgers of all gold and corpus articles, byte for byte.

python benchmarks/same.py --save DIR          write the ledgers of this checkout
python benchmarks/same.py --against DIR       compare with ledgers written before, with and without `why`

Every record that differs is named. Read are the gold sets, corpus/news.jsonl and the first 400 articles of
corpus/press.jsonl, all beside the clone in ../shared; without them there is nothing to do. Exit 1 where a record
differs in anything but its reasons, 0 otherwise.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quotes import Article, Extractor, __version__
from quotes.ledger import Generator, build, dumps

GOLD = ("seeds", "wikinews", "estrep", "press")
CORPUS = {"news": None, "press": 400}


def articles_of(shared: Path, name: str) -> Iterator[Article]:
    """The articles of a set: *gold-press*, *corpus-news*."""
    kind, _, part = name.partition("-")
    if kind == "gold":
        folder = shared / "seeds" if part == "seeds" else shared / "gold" / part
        for path in sorted(folder.glob("*.txt")):
            yield Article(path.read_text(encoding="utf-8"), path=path.name)
        return
    lines = (shared / "corpus" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()[: CORPUS[part]]
    for row in map(json.loads, lines):
        yield Article(row["text"], path=row["id"])


def write(shared: Path, folder: Path) -> None:
    """One ledger a set."""
    folder.mkdir(parents=True, exist_ok=True)
    pipe = Extractor().pipe
    for name in [*(f"gold-{part}" for part in GOLD), *(f"corpus-{part}" for part in CORPUS)]:
        ledger = build(pipe(articles_of(shared, name)), Generator("quotes", __version__, "spacy", "fr"))
        (folder / f"{name}.json").write_bytes(dumps(ledger))


def records_of(path: Path, why: bool) -> dict[str, str]:
    """Each occurrence as one line, under the place where it stands."""
    ledger = json.loads(path.read_bytes())
    names = {speaker["id"]: speaker["name"] for speaker in ledger["speakers"]}
    places = {article["id"]: article["path"] for article in ledger["articles"]}
    out: dict[str, str] = {}
    for quote in ledger["quotes"]:
        for occurrence in quote["occurrences"]:
            row: dict[str, Any] = dict(occurrence, speaker=names.get(occurrence["speaker"]))
            row["with"] = [names.get(one) for one in occurrence.get("with") or ()]
            row["relay"] = names.get(occurrence.get("relay"))
            if not why:
                row.pop("why", None)
                row.pop("confidence", None)
            key = f"{places[occurrence['article']]} {occurrence['verbatim'] or occurrence['content']}"
            out[key] = json.dumps(row, ensure_ascii=False, sort_keys=True)
    return out


def compare(before: Path, after: Path) -> int:
    """Print what differs; how many records differ in more than their reasons."""
    changed = 0
    for path in sorted(after.glob("*.json")):
        same = (before / path.name).read_bytes() == path.read_bytes()
        old, new = (records_of(folder / path.name, why=False) for folder in (before, after))
        keys = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
        reasons = sum(a != b for a, b in _pairs(before / path.name, path)) - len(keys)
        changed += len(keys)
        said = "the same bytes" if same else f"{len(keys)} differ, {reasons} more in their reasons alone"
        print(f"{path.stem}: {len(new)} records, {said}")
        for key in keys:
            print(f"  {key}\n    - {old.get(key, 'none')[:300]}\n    + {new.get(key, 'none')[:300]}")
    return changed


def _pairs(before: Path, after: Path) -> Iterator[tuple[str | None, str | None]]:
    old, new = records_of(before, why=True), records_of(after, why=True)
    yield from ((old.get(key), new.get(key)) for key in old.keys() | new.keys())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where gold/ and corpus/ lie")
    parser.add_argument("--save", type=Path, metavar="DIR", help="write the ledgers here")
    parser.add_argument("--against", type=Path, metavar="DIR", help="compare with those that were saved here")
    args = parser.parse_args()
    if not args.shared.is_dir():
        print(f"same: no articles at {args.shared}; nothing is compared (give --shared DIR)")
        return 0
    target = args.save or Path.cwd() / ".pytest_cache" / "same"
    write(args.shared, target)
    return min(1, compare(args.against, target)) if args.against else 0


if __name__ == "__main__":
    raise SystemExit(main())
