"""Factiva's HTML exports: a ``div.article`` for each article, in either of its two forms.

*Full article* has a headline (``div#hd``), lines for author, words, date and outlet, and paragraphs; *with
indexing* has a table whose rows are named by two letters: HD headline, BY author, PD date, SN outlet, LP and TD text,
AN number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from quotes.articles.dates import iso
from quotes.articles.pages.compose import compose
from quotes.articles.pages.europresse import headed, text_of
from quotes.articles.pages.page import LXML
from quotes.articles.pages.runs import Run, runs
from quotes.articles.text import named
from quotes.errors import ReadError
from quotes.types import Article

_ARTICLE = re.compile(r"<div[^>]+class\s*=\s*[\"']?article\s+[a-z]{2}Article\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p[^>]+articleParagraph|<b>\s*HD\s*</b>", re.IGNORECASE)
_NUMBER = re.compile(r"Do[ck]ument\w?\s+([A-Za-z0-9]{12,})\b")
_WORDS = re.compile(r"[\d\s.,]+\s*(?:mots|words|Wörter)", re.IGNORECASE)
_COUNTED = re.compile(r"\d+\)\s*")  # the place in a list of hits that a headline is saved with
_CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s*[AP]M)?", re.IGNORECASE)
_TAG = re.compile(r"[A-Z]{2}")


def exported(text: str) -> bool:
    """Is this source an export of Factiva?"""
    return _ARTICLE.search(text) is not None and _PARAGRAPH.search(text) is not None


def articles(tree: HtmlElement, path: str, read_by: str | None) -> Iterator[Article | ReadError]:
    """The articles of the export, each under its accession number. One without text is told and passed over."""
    taken: set[str] = set()
    at = 0
    for node in tree.iter("div"):
        names = (node.get("class") or "").split()
        if "article" not in names or not any(re.fullmatch(r"[a-z]{2}Article", name) for name in names):
            continue
        at += 1
        rows = _rows(node)
        number = _NUMBER.search(node.text_content())
        name = number[1] if number and number[1] not in taken else str(at)
        taken.add(name)
        yield (_indexed if "HD" in rows else _plain)(node, rows, f"{path}#{name}", read_by)


def _rows(node: HtmlElement) -> dict[str, HtmlElement]:
    """The cells of an indexed article by their two letters."""
    out: dict[str, HtmlElement] = {}
    for row in node.iter("tr"):
        cells = row.findall("td")
        if len(cells) == 2 and _TAG.fullmatch(tag := cells[0].text_content().strip()):
            out[tag] = cells[1]
    return out


def _indexed(node: HtmlElement, rows: dict[str, HtmlElement], path: str, read_by: str | None) -> Article | ReadError:
    said = {tag: " ".join(cell.text_content().split()) for tag, cell in rows.items()}
    body = [run for tag in ("LP", "TD") if tag in rows for run in runs(rows[tag])]
    return _made(node, path, read_by, said.get("HD"), iso(said.get("PD")), said.get("SN"), said.get("BY"), body)


def _plain(node: HtmlElement, rows: dict[str, HtmlElement], path: str, read_by: str | None) -> Article | ReadError:
    lines = [
        " ".join(one.text_content().split()) for one in node.iter("div") if one is not node and one.get("id") != "hd"
    ]
    author = text_of(node, "author")
    rest = [
        line for line in lines if line and line != author and not _WORDS.fullmatch(line) and not _CLOCK.fullmatch(line)
    ]
    dated = next((at for at, line in enumerate(rest) if iso(line)), None)
    heading = next((one for one in node.iter("div") if one.get("id") == "hd"), None)
    title = None if heading is None else _COUNTED.sub("", " ".join(heading.text_content().split()), count=1)
    body = [
        run
        for one in node.iter("p")
        if "articleParagraph" in (one.get("class") or "").split()
        for run in runs(one)
        if not _NUMBER.match(run.text)
    ]
    return _made(
        node,
        path,
        read_by,
        title,
        None if dated is None else iso(rest[dated]),
        None if dated is None or dated + 1 >= len(rest) else rest[dated + 1],
        author,
        body,
    )


def _made(
    node: HtmlElement,
    path: str,
    read_by: str | None,
    title: str | None,
    date: str | None,
    outlet: str | None,
    author: str | None,
    body: list[Run],
) -> Article | ReadError:
    if not body:
        return ReadError(path, "an article without text; export it as full article", "empty")
    text, blocks = compose(headed(node, title or None, body))
    return Article(
        text=text,
        path=path,
        title=title or None,
        date=date,
        outlet=outlet or None,
        author=author or None,
        blocks=blocks,
        reader=named("factiva", LXML, read_by),
    )
