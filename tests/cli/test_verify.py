"""`quotes verify`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ARTICLES, Run

Fails = Callable[..., str]


@pytest.fixture
def copies(articles: Path, tmp_path: Path) -> Path:
    """The articles again, to be changed."""
    return Path(shutil.copytree(articles, tmp_path / "copies"))


def _rows(stdout: str) -> list[list[str]]:
    return [line.split("\t") for line in stdout.splitlines()]


def test_untouched_articles_are_ok(run: Run, ledger: Path) -> None:
    result = run("verify", ledger)
    assert result.exit_code == 0
    count = sum(len(quote["occurrences"]) for quote in json.loads(ledger.read_bytes())["quotes"])
    assert [row[0] for row in _rows(result.stdout)] == ["ok"] * count
    assert result.stderr == f"{count} ok, 0 moved, 0 changed, 0 gone\n"
    assert run("verify", ledger, "-q").stdout == ""


def test_articles_that_went_to_another_folder(run: Run, ledger: Path, copies: Path) -> None:
    result = run("verify", ledger, copies)
    assert result.exit_code == 0
    assert {row[0] for row in _rows(result.stdout)} == {"ok"}


def test_words_that_moved_changed_or_went(run: Run, ledger: Path, copies: Path) -> None:
    brest, lyon = copies / "brest.txt", copies / "lyon" / "conseil.txt"
    text = ARTICLES["brest.txt"].replace("la ville devra supprimer douze postes", "rien ne change")
    brest.write_text("Par notre envoyée.\n" + text, encoding="utf-8")
    text = ARTICLES["lyon/conseil.txt"].replace("les plus fragiles", "les plus faibles")
    lyon.write_text(text, encoding="utf-8")
    result = run("verify", ledger, copies, "-q")
    assert result.exit_code == 4
    assert result.stderr == ""
    rows = {row[3]: row for row in _rows(result.stdout)}
    moved = rows["Nous avons perdu deux millions d'euros"]
    assert (moved[0], moved[4]) == ("moved", "the words stand 19 characters later")
    start, end = map(int, moved[2].split("-"))
    assert brest.read_text(encoding="utf-8")[start:end] == "Nous avons perdu deux millions d'euros"
    assert rows["Ce budget protège les plus fragiles"][0] == "changed"
    assert rows["la ville devra supprimer douze postes"][0] == "gone"


def test_an_article_that_is_not_there(run: Run, ledger: Path, copies: Path) -> None:
    result = run("verify", ledger, copies / "lyon", "-q")
    assert result.exit_code == 4
    assert {(row[0], row[4]) for row in _rows(result.stdout)} == {("gone", "the article cannot be found")}


def test_from_another_folder_it_says_how_to_give_the_place(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "ledger.json"
    monkeypatch.chdir(articles)
    assert run("extract", ".", "-o", ledger).exit_code == 0
    assert run("verify", ledger).stderr.count("\n") == 1
    monkeypatch.chdir(tmp_path)
    result = run("verify", ledger, "-q")
    assert result.exit_code == 4
    (told,) = result.stderr.splitlines()
    assert told.startswith(f"quotes: {tmp_path.as_posix()}: no article is where the ledger says; give the folder")
    assert run("verify", ledger, articles).exit_code == 0


def test_an_article_that_cannot_be_read_any_more(run: Run, ledger: Path, copies: Path) -> None:
    (copies / "brest.txt").write_bytes(b"%PDF-1.7")
    result = run("verify", ledger, copies)
    assert result.exit_code == 4
    assert "brest.txt: a PDF holds pages, not text" in result.stderr


def test_a_ledger_of_stdin_needs_the_text_again(run: Run, tmp_path: Path) -> None:
    path, text = tmp_path / "ledger.json", ARTICLES["brest.txt"].encode()
    assert run("extract", "-", "-o", path, stdin=text).exit_code == 0
    assert run("verify", path).exit_code == 4
    assert run("verify", path, "-", stdin=text).exit_code == 0


def test_a_path_that_does_not_exist(fails: Fails, ledger: Path, tmp_path: Path) -> None:
    assert "no such file or folder" in fails(2, "verify", ledger, tmp_path / "nowhere")


def test_a_broken_ledger(fails: Fails, tmp_path: Path) -> None:
    (tmp_path / "ledger.json").write_text("{}", encoding="utf-8")
    assert "ledger.json" in fails(5, "verify", tmp_path / "ledger.json")
