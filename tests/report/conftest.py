"""A ledger of the seeds, and one full of what attacks a page, as pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.articles import find, read_all
from quotes.ledger import Generator, Ledger, build
from quotes.pipeline import Extractor
from quotes.report import page

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
HOSTILE = (
    "</script><script>document.title = 'owned'</script>",
    "<img src=x onerror=\"document.title = 'owned'\">",
    "]]>--><!--",
    "\u202egnirts a\u202c",
    "{{ 7 * 7 }}",
)


@pytest.fixture(scope="session")
def ledger(extractor: Extractor) -> Ledger:
    articles = read_all(find([str(SEEDS)]), _raised)
    return build(extractor.pipe(articles), Generator("quotes", "0", "spacy", "fr"))


@pytest.fixture(scope="session")
def texts(ledger: Ledger) -> dict[str, str]:
    return {one.id: (SEEDS / Path(one.path or "").name).read_text("utf-8") for one in ledger.articles}


@pytest.fixture(scope="session")
def hostile(ledger: Ledger) -> str:
    """The page of a ledger whose names, titles and words are attacks."""
    attack = " ".join(HOSTILE)
    articles = tuple(replace(one, title=attack, url="javascript:document.title='owned'") for one in ledger.articles)
    speakers = tuple(replace(one, name=f"{one.name} {attack}") for one in ledger.speakers)
    quotes = tuple(replace(one, text=f"{one.text} {attack}") for one in ledger.quotes)
    return page(replace(ledger, articles=articles, speakers=speakers, quotes=quotes), {}, "fr")


def _raised(error: Exception) -> None:
    raise error
