"""Runs of a page → the text of an article, and the layout that the page declared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from quotes.articles.pages.runs import Run
from quotes.types import Block

_BETWEEN = "\n\n"
_DASH = re.compile(r"\s*[—–―-]+\s*(?=\S)")
_NAME_ENDS = re.compile(r"\s*(?:[,;:|(@\n]|\s[—–-]\s|\d)")


def compose(runs: Sequence[Run]) -> tuple[str, tuple[Block, ...]]:
    """The text, runs apart by an empty line, and a block for each. Offsets are code points of that text.

    A block quote that is signed has its ``source``: the name in the signature, without what follows it.
    """
    runs = _signatures(runs)
    blocks: list[Block] = []
    at = 0
    for run, source in zip(runs, _sources(runs), strict=True):
        # the dash before a signature is no part of it: lines with a dash are dialogue
        dash = _DASH.match(run.text) if run.kind == "signature" else None
        blocks.append(Block(at + (dash.end() if dash else 0), at + len(run.text), run.kind, source))
        at += len(run.text) + len(_BETWEEN)
    return _BETWEEN.join(run.text for run in runs), tuple(blocks)


def name_in(signature: str) -> str | None:
    """Who signs: *— Hélène Durand, professeure* → *Hélène Durand*."""
    text = _DASH.sub("", signature, count=1) if _DASH.match(signature) else signature
    end = _NAME_ENDS.search(text)
    name = text[: end.start()] if end else text
    return name.strip(" .\u00a0") or None


def _signatures(runs: Sequence[Run]) -> list[Run]:
    """Block quotes whose last line only says who speaks end with a signature."""
    for at, run in enumerate(runs):
        if run.kind != "blockquote":
            continue
        follows = at > 0 and runs[at - 1].kind == "blockquote"
        below = runs[at + 1] if at + 1 < len(runs) else None
        last = below is None or below.kind not in ("blockquote", "signature") or _quoting(below) is not _quoting(run)
        cited = run.cited is not None and len(run.cited.strip()) * 2 > len(run.text)
        if cited or (follows and last and len(run.text) < 120 and _DASH.match(run.text)):
            run.kind = "signature"
    return list(runs)


def _quoting(run: Run) -> HtmlElement | None:
    """The block quote that holds a run: of two in a row each has its own signature."""
    node = run.block
    return node if node.tag == "blockquote" else next(node.iterancestors("blockquote"), None)


def _sources(runs: Sequence[Run]) -> list[str | None]:
    """Who signs each run: its own name for a signature, the next signature's for the block quote right before it."""
    out: list[str | None] = []
    below: str | None = None
    for run in reversed(runs):
        if run.kind == "signature":
            below = name_in(run.cited or run.text)
        elif run.kind != "blockquote":
            below = None
        out.append(below)
    return out[::-1]
