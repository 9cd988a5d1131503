"""Pages that the Wayback Machine replayed: without its toolbar, and with their own addresses."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_WRAPPED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:)", re.IGNORECASE)
_TOOLBAR = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "wm-capinfo", "donato")


def original(url: str | None) -> str | None:
    """The address that was archived, of one that may be the archive's own."""
    return None if url is None else _WRAPPED.sub("", url) or None


def unwrap(tree: HtmlElement) -> None:
    """Take the toolbar out of the tree, and the archive's address off the page's own links and metadata."""
    for name in _TOOLBAR:
        for node in tree.xpath("//*[@id=$name]", name=name):
            node.drop_tree()
    for node in tree.iter("link", "meta", "base"):
        for key in ("href", "content"):
            value = node.get(key)
            if value and "web.archive.org" in value:
                node.set(key, original(value) or "")
