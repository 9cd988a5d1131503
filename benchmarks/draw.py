#!/usr/bin/env python3
"""Draw articles whose answer is known before their text is written, as gold that fitting reads beside the press.

python benchmarks/draw.py        write benchmarks/gold/drawn.jsonl

Real articles seldom hold the rarer constructions in their plain form (*La source, selon X, est tarie*); these hold
every construction of `quotes.testing` a few times. They are kept as a file, so that weights do not change with the
version of hypothesis that draws them. They count little beside real articles (`fit.py`), and never for accuracy.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from oracle import sample
from quotes.testing import CONSTRUCTIONS, Drawn, articles
from quotes.types import Quote

DRAWN = Path(__file__).resolve().parent / "gold" / "drawn.jsonl"
EACH = 8


def record(quote: Quote) -> dict[str, Any]:
    """A drawn quote as gold writes one."""
    speaker = quote.speaker
    return {
        "type": quote.type,
        "verbatim": [list(span) for span in quote.verbatim],
        "content": list(quote.content) if quote.content else None,
        "speaker": speaker.name if speaker else None,
        "accept": list(speaker.aliases) if speaker else [],
        "optional": False,
    }


def main() -> int:
    drawn: list[tuple[str, Drawn]] = [
        (name, one) for name in CONSTRUCTIONS for one in sample(articles(constructions=[name], noise=()), EACH)
    ]
    rows = [
        {
            "article": f"drawn-{number:04}",
            "construction": name,
            "text": one.text,
            "quotes": [record(q) for q in one.quotes],
        }
        for number, (name, one) in enumerate(drawn)
    ]
    DRAWN.parent.mkdir(exist_ok=True)
    DRAWN.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} articles in {DRAWN}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
