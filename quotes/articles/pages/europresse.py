"""Europresse's HTML export: one file, an ``<article>`` for each article of the basket.

Read off the classes of its exports (2019 to 2024): ``DocPublicationName``, ``DocHeader``, ``titreArticle``,
``docAuthors``, ``docOcurrContainer`` or ``DocText``; the number of the document stands at the foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from quotes.articles.dates import iso
from quotes.articles.pages.compose import compose
from quotes.articles.pages.page import LXML
from quotes.articles.pages.runs import Run, runs
from quotes.articles.text import named
from quotes.errors import ReadError
from quotes.types import Article

_NUMBER = re.compile(r"\b[a-z]+·\d{8}·\S+")
_ISSUE = re.compile(r"\s*(?:,?\s+n[o°]\.?\s*[\w-]+.*|\s{3,}.*|\n.*)", re.DOTALL | re.IGNORECASE)


def exported(text: str) -> bool:
    """Is this source an export of Europresse?"""
    return "DocPublicationName" in text and ("<article" in text or "TitreArticleVisu" in text)


def articles(tree: HtmlElement, path: str, read_by: str | None) -> Iterator[Article | ReadError]:
    """The articles of the export, each under its document number. One without text is told and passed over."""
    taken: set[str] = set()
    old = tree.find(".//article") is None
    for at, node in enumerate(_cells(tree) if old else tree.iter("article"), 1):
        number = _NUMBER.search(node.text_content())
        name = number[0].rstrip(".,;") if number and number[0] not in taken else str(at)
        taken.add(name)
        yield (_old_article if old else _article)(node, f"{path}#{name}", name, read_by)


def _article(node: HtmlElement, path: str, number: str, read_by: str | None) -> Article | ReadError:
    title = text_of(node, "titreArticle", "rdp__articletitle", "titreArticleVisu")
    body = first(node, "docOcurrContainer", "DocText")
    if body is None:
        body = node.find("section")
    url = None if body is None else _address(body)
    found = [] if body is None else runs(body)
    if not found:
        return ReadError(
            path, "an article without text (a title alone was exported?); export it with its text", "empty"
        )
    text, blocks = compose(headed(node, title, found))
    stamp = re.search(r"·(\d{8})·", number)
    return Article(
        text=text,
        path=path,
        title=title,
        date=iso(text_of(node, "DocHeader")) or iso(stamp[1] if stamp else None),
        url=url,
        outlet=_ISSUE.sub("", text_of(node, "DocPublicationName") or "") or None,
        author=text_of(node, "docAuthors", "sm-margin-bottomNews"),
        blocks=blocks,
        reader=named("europresse", LXML, read_by),
    )


def _cells(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The cell of each article of an export before 2014: the widest one that names a single publication."""
    for name in [one for one in tree.iter("span") if one.get("class") == "DocPublicationName"]:
        cell = name
        for above in name.iterancestors():
            if sum(one.get("class") == "DocPublicationName" for one in above.iter("span")) > 1 or above.tag == "body":
                break
            cell = above
        yield cell


def _old_article(node: HtmlElement, path: str, number: str, read_by: str | None) -> Article | ReadError:
    """Publication, headers, title and text one after the other in a cell, up to the notice of rights."""
    title = text_of(node, "TitreArticleVisu")
    lines = [Run(run.block, run.kind, run.text) for run in runs(node)]
    begin = next((i + 1 for i, run in enumerate(lines) if title and " ".join(run.text.split()).endswith(title)), 0)
    end = next((i for i, run in enumerate(lines) if i >= begin and _FOOT.match(run.text)), len(lines))
    found = lines[begin:end]
    author = found[0].text if found and _AUTHOR.fullmatch(found[0].text) else None
    found = found[1:] if author else found
    if not found:
        return ReadError(path, "an article without text; export it with its text", "empty")
    text, blocks = compose(headed(node, title, found))
    said = " ".join(one.text_content() for one in node.iter("span") if one.get("class") == "DocHeader")
    stamp = re.search(r"·(\d{8})·", number)
    return Article(
        text=text,
        path=path,
        title=title,
        date=iso(stamp[1] if stamp else None) or iso(said),
        outlet=text_of(node, "DocPublicationName"),
        author=author,
        blocks=blocks,
        reader=named("europresse", LXML, read_by),
    )


_FOOT = re.compile(r"©|Numéro de document|news·|Tous droits réservés|Ce certificat")
_AUTHOR = re.compile(r"[A-ZÀ-Ý][\w'-]+(?: (?:de |du |le )?[A-ZÀ-Ý][\w'.-]+){1,3}")


def _address(body: HtmlElement) -> str | None:
    """Where the article stands on the web, which a line of its own says under the text; the line is taken out."""
    for link in body.iter("a"):
        if "Cet article est paru dans" in link.text_content():
            address: str | None = link.get("href")
            link.drop_tree()
            return address
    return None


def first(node: HtmlElement, *names: str) -> HtmlElement | None:
    """The first element below that has the first of these classes; else of the next one."""
    for name in names:
        for one in node.iter():
            if isinstance(one.tag, str) and name in (one.get("class") or "").split():
                return one
    return None


def text_of(node: HtmlElement, *names: str) -> str | None:
    """The text of that element on one line, None where there is none."""
    found = first(node, *names)
    return None if found is None else " ".join(found.text_content().split()) or None


def headed(node: HtmlElement, title: str | None, body: list[Run]) -> list[Run]:
    """The runs of the body under their headline, as a page has it."""
    return body if title is None else [Run(node, "heading", title), *body]
