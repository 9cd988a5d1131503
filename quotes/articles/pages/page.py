"""One page of HTML → one article."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from quotes.articles.pages.about import About, about
from quotes.articles.pages.compose import compose
from quotes.articles.pages.main import article_runs
from quotes.articles.pages.runs import runs
from quotes.articles.pages.wayback import unwrap
from quotes.articles.text import named
from quotes.errors import ReadError
from quotes.types import Article

_ATTRIBUTES = 500  # of one element
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}>")
_ATTRIBUTE = re.compile(r"""(?<=[\s"'])[^\s"'=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?""")
LXML = f"lxml {etree.__version__}"


def parse(text: str, path: str) -> HtmlElement:
    """The tree of this source, comments left out. lxml mends what is broken; what it cannot is a `ReadError`."""
    # Bytes, so that an encoding which the source declares (and is not in any more) is of no account.
    data = _LONG_TAG.sub(_fewer, text.replace("\x00", "")).encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    try:
        tree = document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(path, f"no HTML ({str(error).lower()}); save the page again", "format") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(path, "elements nested thousands deep, which hide the rest; save the page again", "too large")
    return tree


def _fewer(tag: re.Match[str]) -> str:
    """A start tag with its first attributes alone: libxml2 compares each with all before it."""
    found = list(islice(_ATTRIBUTE.finditer(tag[0]), _ATTRIBUTES + 1))
    return tag[0] if len(found) <= _ATTRIBUTES else f"{tag[0][: found[-1].start()]}>"


def page(tree: HtmlElement, path: str, url: str | None, read_by: str | None, *, fragment: bool = False) -> Article:
    """The article of a page, with what the page says of it; a `ReadError` where it holds no text.

    A ``fragment`` (a cell, a piece of a page) is article from end to end. The tree is used up.
    """
    unwrap(tree)
    known = About() if fragment else about(tree, url)
    found = runs(tree if tree.tag == "body" or (body := tree.find("body")) is None else body)
    kept, chosen = article_runs(tree, found, known.title, fragment=fragment)
    text, blocks = compose(kept)
    if not text.strip():
        raise ReadError(path, "a page without text; save it from a browser once it has loaded", "empty")
    return Article(
        text=text,
        path=path,
        title=known.title,
        date=known.date,
        url=known.url or url,
        outlet=known.outlet,
        author=known.author,
        blocks=blocks,
        reader=named(_trafilatura() if chosen else LXML, read_by),
    )


@lru_cache(maxsize=1)
def _trafilatura() -> str:
    import trafilatura

    return f"trafilatura {trafilatura.__version__}"
