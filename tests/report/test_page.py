"""The page of a ledger as a text: whole, closed to the network, and without a way out of its data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.cli import cli
from quotes.ledger import Ledger, dumps
from quotes.report import page


class _Elements(HTMLParser):
    """The elements of a page, with the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.inside: str | None = None
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside = tag if tag in self.texts else None
        if self.inside:
            self.texts[tag].append("")
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action", "data")]

    def handle_endtag(self, tag: str) -> None:
        self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[self.inside][-1] += data


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_data_of_the_page_is_the_ledger(ledger: Ledger, texts: dict[str, str], language: str) -> None:
    found = _Elements(page(ledger, texts, language))
    data = json.loads(found.texts["script"][0])
    assert data["ledger"] == json.loads(dumps(ledger))
    assert data["texts"] == texts


def test_nothing_is_asked_of_the_network(ledger: Ledger) -> None:
    found = _Elements(page(ledger))
    assert all(address.startswith("#") for address in found.addresses)
    assert not {"link", "img", "iframe", "object"} & set(found.tags)


def test_the_policy_allows_this_style_and_script_alone(ledger: Ledger) -> None:
    text = page(ledger)
    found = _Elements(text)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    asked = policy.group(1).replace("&#39;", "'")
    assert asked.startswith("default-src 'none'")
    for element in (found.texts["style"][0], found.texts["script"][1]):
        digest = base64.b64encode(hashlib.sha256(element.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in asked.replace("&#43;", "+")


def test_no_text_leaves_its_element(ledger: Ledger, hostile: str) -> None:
    assert _Elements(hostile).tags == _Elements(page(ledger)).tags
    assert "{{ 7 * 7 }}" in hostile


def test_every_word_that_the_scripts_say_is_there_in_both_languages() -> None:
    folder = Path(__file__).resolve().parents[2] / "quotes" / "report" / "static"
    rows = [line.split("\t") for line in (folder / "words.tsv").read_text("utf-8").splitlines()[1:]]
    assert all(len(row) == 3 and all(row) for row in rows)
    asked = {name for file in folder.glob("*.js") for name in re.findall(r'say\("(\w+)"\)', file.read_text("utf-8"))}
    assert asked <= {row[0] for row in rows}


def test_the_command_writes_the_page_and_no_strangers_file(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "ledger.json").write_bytes(dumps(ledger))
    run = ["report", str(tmp_path / "ledger.json"), "-o", str(tmp_path / "report.html")]
    for _ in range(2):
        done = CliRunner().invoke(cli, run)
        assert done.exit_code == 0, done.output
    assert (tmp_path / "report.html").read_text("utf-8") == page(ledger)
    (tmp_path / "report.html").write_text("<!DOCTYPE html><p>Mon article</p>")
    assert CliRunner().invoke(cli, run).exit_code == 2
