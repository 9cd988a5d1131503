"""The gold sets, and the ledgers that are scored against them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotes.types import Article, Extraction

    Pipe = Callable[[Iterable[Article]], Iterable[Extraction]]

Json = dict[str, Any]
NAMES = ("press", "wikinews", "estrep", "seeds")
PARTS = ("all", "seen", "unseen")


@dataclass(frozen=True)
class GoldSet:
    """One file of gold: its records, its texts, its hash, and the scorer that belongs to it."""

    name: str
    articles: list[Json]
    texts: Path
    sha256: str
    score: ModuleType


def gold_sets(folder: Path, part: str = "all") -> list[GoldSet]:
    """All sets of this folder; of ``unseen`` every third article, of ``seen`` the others."""
    score = _module(folder / "score.py")
    sets = []
    for name in NAMES:
        data = (folder / f"{name}.gold.jsonl").read_bytes()
        articles = [json.loads(line) for line in data.decode("utf-8").splitlines()]
        kept = [a for i, a in enumerate(articles) if part == "all" or (i % 3 == 2) == (part == "unseen")]
        sets.append(GoldSet(name, kept, _texts(folder, name), hashlib.sha256(data).hexdigest(), score))
    return sets


def _texts(folder: Path, name: str) -> Path:
    """The seeds' texts are the project's own; the other sets bring theirs."""
    return folder.parent / "seeds" if name == "seeds" else folder / name


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"gate: {path} is not there; the gold is not whole")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_ledgers(sets: list[GoldSet], folder: Path, pipe: Pipe) -> None:
    """One ledger per set, as `quotes extract` writes it. ``pipe`` is what extracts: `Extractor.pipe`."""
    from quotes import __version__
    from quotes.ledger import Generator, build, dumps

    folder.mkdir(parents=True, exist_ok=True)
    for gold in sets:
        ledger = build(pipe(articles_of(gold)), Generator("quotes", __version__, "spacy", "fr"))
        (folder / f"{gold.name}.json").write_bytes(dumps(ledger))


def articles_of(gold: GoldSet) -> Iterator[Article]:
    """The articles of a set, read as `quotes extract` reads them."""
    from quotes.articles import find, read_all

    yield from read_all(find(str(gold.texts / article["article"]) for article in gold.articles), _unread)


def _unread(error: Exception) -> None:
    raise SystemExit(f"gate: {error}")


def ledgers_in(folder: Path, gold: GoldSet) -> Json:
    """The ledger of this set, as JSON: what other projects see is what is scored."""
    ledger: Json = json.loads((folder / f"{gold.name}.json").read_bytes())
    return ledger
