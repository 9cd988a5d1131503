"""Gold records as extractions, so that the ledger can be measured without the extractor."""

from __future__ import annotations

import json
from pathlib import Path

from quotes.types import Article, Cue, Extraction, Mention, Quote, Speaker


def extractions(gold: Path, articles: Path) -> list[Extraction]:
    """What a perfect extractor would hand over: the records of a gold file, speakers as each article has them."""
    out = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (articles / row["article"]).read_text(encoding="utf-8")
        quotes = tuple(_quote(record, text) for record in row["quotes"])
        out.append(Extraction(Article(text, path=row["article"]), quotes))
    return out


def _quote(row: dict, text: str) -> Quote:
    verbatim = tuple((a, b) for a, b in row["verbatim"])
    content = tuple(row["content"]) if row["content"] else None
    said = text[content[0] : content[1]] if content else " ".join(text[a:b] for a, b in verbatim)
    return Quote(
        type=row["type"],
        text=said,
        verbatim=verbatim,
        content=content,
        cue=Cue(*row["cue"], text[row["cue"][0] : row["cue"][1]], "dire") if row["cue"] else None,
        mention=Mention(*row["mention"], text[row["mention"][0] : row["mention"][1]]) if row["mention"] else None,
        speaker=Speaker(row["speaker"], row["kind"]) if row["speaker"] else None,
        others=tuple(Speaker(name, "unknown") for name in row["with"]),
        relay=Speaker(row["relay"], "organisation") if row["relay"] else None,
        confidence=1.0,
        why=("gold",),
    )
