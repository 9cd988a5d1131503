"""Sure: how often records are right that are held for so likely, and the line that makes the two agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.optimize import minimize

from align import Aligned, heard
from quotes.pipeline import read
from quotes.types import Quote
from quotes.weigh.score import Table, Weights

# the articles that nobody wrote rules on
UNSEEN = "press"
_LEAST = 1e-3

# (confidence, is it right in words and speaker, the fold of its article)
Held = tuple[float, bool, int]


def held(articles: Sequence[Aligned], weights: Sequence[Weights], norm: Any) -> list[Held]:
    """Every record of the unseen articles, each article read with the weights of its fold; optional ones left out."""
    out: list[Held] = []
    for one in (one for one in articles if one.set == UNSEEN):
        for quote in read(one.text, one.document, weights[one.fold]):
            content = None if quote.content is None else heard(one.text, quote.content)
            record = one.record_of([heard(one.text, span) for span in quote.verbatim], content)
            if record is None or not record["optional"]:
                right = record is not None and _right(quote, record, norm)
                out.append((quote.confidence, right, one.fold))
    return out


def lined(weights: Sequence[Weights], folds: Sequence[int | None], found: Sequence[Held]) -> list[Weights]:
    """The weights with their line, fitted without their fold."""
    return [
        replace(one, confidence=_line([row for row in found if row[2] != k]))
        for one, k in zip(weights, folds, strict=True)
    ]


def _line(found: Sequence[Held]) -> Table:
    """Slope and intercept of the log odds, by likelihood (Platt 1999)."""
    likely = np.clip([row[0] for row in found], _LEAST, 1 - _LEAST)
    odds, sign = np.log(likely / (1 - likely)), np.where([row[1] for row in found], 1.0, -1.0)

    def loss(line: Any) -> float:
        return float(np.logaddexp(0.0, -sign * (line[0] * odds + line[1])).sum())

    slope, intercept = minimize(loss, [1.0, 0.0]).x
    return {"slope": round(float(slope), 2), "intercept": round(float(intercept), 2)}


def _right(quote: Quote, record: dict[str, Any], norm: Any) -> bool:
    if quote.speaker is None or record["speaker"] is None:
        return quote.speaker is None and record["speaker"] is None
    return norm(quote.speaker.name) in {norm(name) for name in [record["speaker"], *record["accept"]]}
