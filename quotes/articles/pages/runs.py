"""A page as runs: stretches of text that the browser would set as one block, in reading order.

The text of a run is what the page says, with blanks as HTML counts them and everything else kept: no-break blanks,
marks, and ``<q>`` as the marks that a browser would draw. A run remembers the nodes that it came from, so that
another program can be asked which of them belong to the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from quotes.types import BlockKind

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table"
    " tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "script style noscript template head title svg math button input select textarea iframe object embed audio video"
    " canvas map meta link base param source track datalist dialog".split()
)
# Text for screen readers and share buttons stands inside paragraphs, where nobody sees it.
_HIDDEN = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|visuallyhidden|u-visually-hidden)(?:\s|$)")
_UNDISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_QUOTING = ("«\u00a0", "\u00a0»"), ("“", "”")
_MARKS = '«»“”"'


@dataclass(slots=True, eq=False)
class Run:
    """One block of the page. ``block`` is the element that holds it, ``first`` and ``last`` the (element, "text" or
    "tail") where its text begins and ends.
    """

    block: HtmlElement
    kind: BlockKind
    text: str = ""
    first: tuple[HtmlElement, str] | None = None
    last: tuple[HtmlElement, str] | None = None
    cited: str | None = None
    linked: int = 0
    bold: bool = True
    pieces: list[str] = field(default_factory=list)


def runs(root: HtmlElement) -> list[Run]:
    """The runs of everything that a reader of the page sees, in order, without empty ones."""
    out: list[Run] = []
    for run in _Walk(root).runs():
        run.text = _tidy("".join(run.pieces))
        if run.first is not None and run.text.strip():
            if run.bold and run.kind == "paragraph" and len(run.text) <= 140 and run.text[-1] not in '.!?…:;,»”"':
                run.kind = "heading"
            out.append(run)
    return out


class _Walk:
    """Walks a tree without recursion: pages of a crawl nest deeper than Python does."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._containers: list[HtmlElement] = []
        self._run: Run | None = None
        self._links = self._quotes = self._strong = self._cites = 0

    def runs(self) -> Iterator[Run]:
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, node in walk:
            tag = node.tag
            if event == "start":
                if not isinstance(tag, str) or tag in _UNSEEN or _unseen(node):
                    walk.skip_subtree()
                    continue
                yield from self._start(node, tag)
            else:
                if isinstance(tag, str) and not (tag in _UNSEEN or _unseen(node)):
                    yield from self._end(node, tag)
                if node is not self._root and node.tail:
                    self._text(node, "tail", node.tail)
        yield from self._close()

    def _start(self, node: HtmlElement, tag: str) -> Iterator[Run]:
        if tag in _BLOCKS or not self._containers or (tag == "cite" and self._signs(node)):
            yield from self._close()
            self._containers.append(node)
        elif tag == "br":
            if self._run is not None and self._run.pieces and self._run.pieces[-1].endswith("\n"):
                yield from self._close()  # two line ends are what old pages have for a paragraph
            elif self._run is not None:
                self._run.pieces.append("\n")
        elif tag == "q":
            self._mark(node, opening=True)
            self._quotes += 1
        self._links += tag == "a"
        self._cites += tag == "cite"
        self._strong += tag in ("b", "strong")
        if node.text:
            self._text(node, "text", node.text)

    def _end(self, node: HtmlElement, tag: str) -> Iterator[Run]:
        if self._containers and self._containers[-1] is node:
            yield from self._close()
            self._containers.pop()
        elif tag == "q":
            self._quotes -= 1
            self._mark(node, opening=False)
        self._links -= tag == "a"
        self._cites -= tag == "cite"
        self._strong -= tag in ("b", "strong")

    def _signs(self, cite: HtmlElement) -> bool:
        """Is this the last thing in a block quote, after a whole sentence: who says it, not what it speaks of?"""
        if not _within(cite, "blockquote") or self._run is None:
            return False
        node = cite
        while node is not None and node is not self._containers[-1]:
            after = node.getnext()
            if (node.tail or "").strip() or (after is not None and after.tag != "br"):
                return False
            node = node.getparent()
        return "".join(self._run.pieces).rstrip(" \u00a0")[-1:] in '\n.!?…»”"—–-'

    def _close(self) -> Iterator[Run]:
        if self._run is not None:
            yield self._run
            self._run = None

    def _opened(self) -> Run:
        if self._run is None:
            self._run = Run(self._containers[-1], _kind(self._containers))
        return self._run

    def _text(self, node: HtmlElement, where: str, text: str) -> None:
        if not self._containers:
            return
        if self._containers[-1].tag != "pre":
            text = _SPACES.sub(" ", text)
        blank = not text.strip()
        if blank and self._run is None:
            return
        run = self._opened()
        run.pieces.append(text)
        if blank:
            return
        run.first = run.first or (node, where)
        run.last = (node, where)
        run.linked += len(text.strip()) if self._links else 0
        run.bold = run.bold and self._strong > 0
        if self._cites:
            run.cited = (run.cited or "") + text

    def _mark(self, node: HtmlElement, opening: bool) -> None:
        """The mark of a ``<q>``, unless its author has written marks too."""
        said = "".join(node.itertext()).strip()
        if said and self._containers and not (said[0] in _MARKS and said[-1] in _MARKS):
            self._opened().pieces.append(_QUOTING[min(self._quotes, 1)][0 if opening else 1])


def _unseen(node: HtmlElement) -> bool:
    get = node.get
    return (
        get("hidden") is not None
        or (get("aria-hidden") == "true" and node.tag not in _BLOCKS)
        or bool(_HIDDEN.search(get("class") or ""))
        or bool(_UNDISPLAYED.search(get("style") or ""))
    )


def _kind(containers: list[HtmlElement]) -> BlockKind:
    for node in reversed(containers):
        tag = node.tag
        if tag in _HEADINGS:
            return "heading"
        if tag == "li":
            return "blockquote" if any(one.tag == "blockquote" for one in containers) else "item"
        if tag == "cite":
            return "signature"
        if tag == "figcaption" or tag == "caption":
            return "signature" if _within(node, "blockquote") or _quoting_figure(node) else "caption"
        if tag == "footer" and _within(node, "blockquote"):
            return "signature"
        if tag == "blockquote":
            return "blockquote"
    return "paragraph"


def _quoting_figure(caption: HtmlElement) -> bool:
    """``<figure><blockquote>…</blockquote><figcaption>`` is how the standard signs a block quote."""
    figure = caption.getparent()
    return figure is not None and figure.tag == "figure" and figure.find("blockquote") is not None


def _within(node: HtmlElement, tag: str) -> bool:
    return next(node.iterancestors(tag), None) is not None


def _tidy(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
