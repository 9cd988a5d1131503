"""What a page says of itself: title, date, address, outlet, author."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from quotes.articles.pages.wayback import original

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "date",
    "dc.date",
    "parsely-pub-date",
)
# htmldate refuses what lies in the future; an answer must not depend on the day it is asked.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


@dataclass(frozen=True, slots=True)
class About:
    """The metadata of a page; dates are ISO 8601, with the time where the page gives it."""

    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None


def about(tree: HtmlElement, url: str | None = None) -> About:
    """The metadata of this page, as trafilatura finds it; ``url`` is where the page came from, if that is known."""
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(tree, default_url=url, date_config=dict(_DATES))
    except Exception:  # as for the text: a page that no program foresees
        return About(url=original(url))
    return About(
        title=found.title or None,
        date=_published(tree, found.date) or found.date or None,
        url=original(url or found.url),
        outlet=found.sitename or None,
        author=found.author or None,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or None,
    )


def _published(tree: HtmlElement, day: str | None) -> str | None:
    """The moment of publication, where the page gives one of the day that was found."""
    for text in _moments(tree):
        try:
            moment = datetime.fromisoformat(text.strip())
        except ValueError:
            continue
        if len(text.strip()) > 10 and (day is None or moment.date().isoformat() == day):
            return moment.isoformat()
    return None


def _moments(tree: HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or meta.get("itemprop")) in _PUBLISHED and meta.get("content"):
            yield meta.get("content", "")
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            yield from _in_json(script.text)
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            yield time.get("datetime") or ""


def _in_json(text: str) -> Iterator[str]:
    try:
        stack: list[Any] = [json.loads(re.sub(r"[\x00-\x1f]", " ", text))]
    except ValueError:
        return
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                yield value["datePublished"]
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
