"""Articles of the files beside this page, all written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.articles import PLAIN, Options, Source, read_all
from quotes.errors import ReadError
from quotes.types import Article

FILES = Path(__file__).parent / "files"

Read = Callable[..., tuple[list[Article], list[ReadError]]]


@pytest.fixture(scope="session")
def read() -> Read:
    """`read(path)` → the articles of a file, and what could not be read in it. Names are of files beside this page."""

    def articles(path: str | Path, options: Options = PLAIN) -> tuple[list[Article], list[ReadError]]:
        file = FILES / path if isinstance(path, str) else path
        told: list[ReadError] = []
        return list(read_all([Source(file.name, str(file))], told.append, options)), told

    return articles


@pytest.fixture(scope="session")
def page(read: Read) -> Callable[..., Article]:
    """`page(name)` → the one article of a file, which must be read without trouble."""

    def one(path: str | Path) -> Article:
        (article,), told = read(path)
        assert told == []
        return article

    return one


@pytest.fixture
def source(tmp_path: Path, page: Callable[..., Article]) -> Callable[[str], Article]:
    """`source(html)` → the article of this source."""

    def one(html: str) -> Article:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        return page(path)

    return one


def lines(article: Article) -> list[tuple[str, str]]:
    """(kind, text) of every block."""
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
