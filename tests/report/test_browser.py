"""The page in a browser: it draws, filters, opens entries, and shows attacks as text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.ledger import Ledger
from quotes.report import page

CHROMIUM = shutil.which("chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[page]'")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=[*options, "--disable-sync"])
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A tab in which an error of a script, or a request, fails the test."""
    context = browser.new_context()
    opened, trouble = context.new_page(), []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("request", lambda asked: None if asked.url.startswith("file:") else trouble.append(asked.url))
    yield opened
    context.close()
    assert not trouble


@pytest.fixture
def seeds(tmp_path: Path, ledger: Ledger, texts: dict[str, str]) -> str:
    return _written(tmp_path, page(ledger, texts))


def _written(folder: Path, text: str) -> str:
    path = folder / "report.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def test_the_overview_counts_what_the_ledger_holds(tab: Any, seeds: str, ledger: Ledger) -> None:
    tab.goto(seeds)
    figures = tab.locator(".numbers strong").all_inner_texts()
    assert figures[:2] == [str(len(ledger.articles)), str(len(ledger.quotes))]
    assert tab.locator("tbody th", has_text="Satya Nadella").count() == 1


def test_a_filter_narrows_the_list_and_stays_in_the_address(tab: Any, seeds: str) -> None:
    tab.goto(seeds + "#/quotes")
    every = tab.locator("ol.quotes > li").count()
    tab.fill("#f-search", "regrette profondement")
    assert 0 < tab.locator("ol.quotes > li").count() < every
    assert "search=regrette" in tab.url
    tab.reload()
    assert tab.input_value("#f-search") == "regrette profondement"


def test_an_entry_opens_by_keyboard_and_leads_to_its_article(tab: Any, seeds: str) -> None:
    tab.goto(seeds + "#/quotes?search=regrette")
    tab.locator("ol.quotes > li a").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector("blockquote")
    tab.locator("ol.quotes a[href^='#/article']").first.click()
    tab.wait_for_selector(".text mark")
    assert "Ilya Sutskever" in tab.locator(".text mark .label").all_inner_texts()


def test_attacks_are_text(tab: Any, tmp_path: Path, hostile: str, ledger: Ledger) -> None:
    address = _written(tmp_path, hostile)
    for view in ("", "quotes", f"quote?id={ledger.quotes[0].id}", "articles", f"speaker?id={ledger.speakers[0].id}"):
        tab.goto(f"{address}#/{view}")
        assert tab.title() == "Qui dit quoi"
        assert tab.locator("main img, main script").count() == 0
        assert not [
            href for href in tab.eval_on_selector_all("a", "all => all.map(a => a.protocol)") if "script" in href
        ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(browser: Any, seeds: str, ledger: Ledger, scheme: str) -> None:
    """axe-core finds nothing, and nothing is wider than a telephone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 800})
    tab = context.new_page()
    for view in ("", "quotes", f"quote?id={ledger.quotes[0].id}", "articles", f"article?id={ledger.articles[0].id}"):
        tab.goto(f"{seeds}#/{view}")
        assert [one["id"] for one in axe.run(tab).response["violations"]] == []
        assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
