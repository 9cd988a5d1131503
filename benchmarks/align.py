"""Gold beside candidates: each article of the gold read up to where decisions are made, and what gold says of each.

Labels: True where gold has it, False where it has not, None where careful readers disagree (optional records).
Parses are kept under .pytest_cache/align, by text and model, since they change with neither rules nor weights.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from gold import GoldSet, articles_of
from quotes.parsers import open_parser
from quotes.parsers.base import Parser
from quotes.pipeline import Text, together
from quotes.types import Article, Document, Span

KEPT = Path(__file__).resolve().parent.parent / ".pytest_cache" / "align"
FOLDS = 10
# articles that `draw.py` has written
DRAWN_SET = "drawn"
DRAWN = Path(__file__).resolve().parent / "gold" / "drawn.jsonl"


@dataclass(frozen=True)
class Aligned:
    """One article of the gold: its text layer, its parse, its records."""

    set: str
    name: str
    text: Text
    document: Document
    records: list[dict[str, Any]]

    @cached_property
    def fold(self) -> int:
        """Fixed by the article's name, so that no article is ever both fitted on and tested."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % FOLDS

    def marked(self, span: Span) -> bool | None:
        """Does gold hold a marked stretch for its source's own words?"""
        best, label = 0.0, False
        optional = False
        for record in self.records:
            covered = sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in record["verbatim"])
            if covered > best:
                best, optional = covered, record["optional"]
        label = best >= 0.6 * (span[1] - span[0])
        return None if label and optional else label

    def clause(self, content: Span) -> tuple[float, bool]:
        """How much of a clause gold holds for reported (intersection over union), and whether that is optional."""
        best, optional = 0.0, False
        for record in self.records:
            spans = [record["content"]] if record["content"] else []
            for held in spans + [v for v in record["verbatim"] if overlap(v, content) >= 0.8]:
                if overlap(held, content) > best:
                    best, optional = overlap(held, content), record["optional"]
        return best, optional

    def record_of(self, verbatim: Sequence[Span], content: Span | None) -> dict[str, Any] | None:
        """The record of the gold that these words belong to: the one that shares most of them."""
        best, found = 0.0, None
        for record in self.records:
            shared = max((overlap(v, w) for v in verbatim for w in record["verbatim"]), default=0.0)
            within = [cover(v, w) for v in verbatim for w in record["verbatim"]]
            shared = max([shared, *(0.9 * one for one in within if one > 0.7)])
            if content and record["content"]:
                shared = max(shared, overlap(content, record["content"]))
            if shared > best:
                best, found = shared, record
        return found if best >= 0.5 else None


def overlap(a: Sequence[int], b: Sequence[int]) -> float:
    """Intersection over union."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def cover(a: Sequence[int], b: Sequence[int]) -> float:
    """How much of the shorter one is shared."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / max(1, min(a[1] - a[0], b[1] - b[0])) if shared > 0 else 0.0


def aligned(sets: Sequence[GoldSet]) -> Iterator[Aligned]:
    """All articles of the sets, parsed."""
    parser = open_parser("spacy", None, None, True)
    for gold in sets:
        records = {article["article"]: article["quotes"] for article in gold.articles}
        for batch in together(articles_of(gold)):
            texts = [Text(article) for article in batch]
            for text, document in zip(texts, _parsed(parser, texts), strict=True):
                name = Path(text.article.path or "").name
                yield Aligned(gold.name, name, text, document, [_read(text, record) for record in records[name]])


def heard(text: Text, span: Sequence[int]) -> Span:
    """Where a stretch of the article's own text stands in what is read of it."""
    start, end = span
    return (start, end) if text.plain is None else text.plain.forth((start, end))


def _read(text: Text, record: dict[str, Any]) -> dict[str, Any]:
    """A record of the gold, by the offsets of what is read."""
    content = record["content"]
    return {
        **record,
        "verbatim": [heard(text, span) for span in record["verbatim"]],
        "content": None if content is None else heard(text, content),
    }


def drawn_articles() -> Iterator[Aligned]:
    """The articles that were drawn with their answer, parsed."""
    parser = open_parser("spacy", None, None, True)
    rows = [json.loads(line) for line in DRAWN.read_text(encoding="utf-8").splitlines()]
    texts = [Text(Article(row["text"], path=row["article"])) for row in rows]
    for row, text, document in zip(rows, texts, _parsed(parser, texts), strict=True):
        yield Aligned(DRAWN_SET, row["article"], text, document, row["quotes"])


def _parsed(parser: Parser, texts: Sequence[Text]) -> list[Document]:
    asked = [(text.view, text.regions()) for text in texts]
    key = hashlib.sha256(repr((parser.name, parser.model, asked)).encode()).hexdigest()
    path = KEPT / f"{key}.pickle"
    if path.exists():
        found: list[Document] = pickle.loads(path.read_bytes())
        return found
    documents = list(parser.parse(asked))
    KEPT.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(documents))
    return documents
