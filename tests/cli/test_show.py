"""`quotes show`."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

Fails = Callable[..., str]


def test_the_table_has_speaker_quote_article_and_type(run: Run, ledger: Path) -> None:
    result = run("show", ledger)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].split() == ["speaker", "quote", "article", "type"]
    (row,) = [line for line in result.stdout.splitlines() if "Ce budget protège" in line]
    assert row.split("  ")[0].strip() == "Karim Benali"
    assert "conseil" in row
    assert row.rstrip().endswith("direct")


def test_the_talk_is_on_stderr(run: Run, ledger: Path) -> None:
    assert run("show", ledger).stderr.startswith("2 articles, ")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_are_as_wide_as_the_screen(run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert {len(line) for line in run("show", ledger).stdout.splitlines()} == {width}


def test_markup_and_escape_codes_are_only_text(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    text = "« [bold red]Non[/bold red] \x1b[31mjamais ça », a déclaré Karim Benali."
    path = tmp_path / "ledger.json"
    assert run("extract", "-", "-o", path, stdin=text.encode()).exit_code == 0
    shown = run("show", path).stdout
    assert "[bold red]Non[/bold red] \ufffd[31mjamais" in shown
    assert "\x1b" not in shown


def test_a_ledger_from_stdin(run: Run, ledger: Path) -> None:
    assert run("show", "-", stdin=ledger.read_bytes()).stdout == run("show", ledger).stdout


def test_an_utterance_without_speaker_is_shown(run: Run, ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    assert run("extract", "-", "-o", path, stdin="Puis : « On verra bien lundi matin. »\n".encode()).exit_code == 0
    quotes = json.loads(path.read_bytes())["quotes"]
    lines = [line for line in run("show", path).stdout.splitlines() if "On verra" in line]
    assert len(lines) == len(quotes)
    assert all(line.strip().startswith("?") for line in lines)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"schema": "quotes-ledger/1", "articles": [',
        b'{"schema": "quotes-ledger/99", "articles": [], "speakers": [], "quotes": []}',
        b'{"hello": "world"}',
        b"\x89PNG\r\n",
    ],
)
def test_a_broken_ledger_is_one_sentence(fails: Fails, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ledger.json"
    path.write_bytes(data)
    assert str(path) in fails(5, "show", path)


def test_a_ledger_cut_anywhere_is_one_sentence(fails: Fails, ledger: Path, tmp_path: Path) -> None:
    data = ledger.read_bytes()
    path = tmp_path / "ledger.json"
    for length in range(1, len(data) - 2, len(data) // 40):
        path.write_bytes(data[:length])
        fails(5, "show", path)


def test_a_missing_ledger(fails: Fails, tmp_path: Path) -> None:
    assert "no such file; check the path" in fails(2, "show", tmp_path / "nowhere.json")


def test_a_folder_is_no_ledger(fails: Fails, tmp_path: Path) -> None:
    assert "this is a folder" in fails(2, "show", tmp_path)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--speaker", "benali"], "protège"),
        (["--search", "DEUX MILLIONS"], "perdu deux millions"),
    ],
)
def test_only_what_is_asked_for(run: Run, ledger: Path, options: list[str], words: str) -> None:
    shown = run("show", ledger, *options).stdout
    assert words in shown
    assert "douze postes" not in shown


def test_a_quote_is_followed_to_its_line_and_column(run: Run, ledger: Path, articles: Path) -> None:
    shown = run("show", ledger, "--context", "--search", "protège").stdout.splitlines()
    where, line, column = shown[0].split("  ")[0].rsplit(":", 2)
    text = Path(where).read_text(encoding="utf-8").splitlines()
    assert text[int(line) - 1][int(column) - 1 :].startswith("Ce budget protège")
    assert shown[1].strip() == "« Ce budget protège les plus fragiles », a déclaré Karim Benali, adjoint aux finances."


def test_no_place_is_named_where_the_words_have_moved(run: Run, tmp_path: Path) -> None:
    note, path = tmp_path / "note.txt", tmp_path / "ledger.json"
    note.write_text("« Jamais la ville ne vendra », a déclaré Karim Benali.\n", encoding="utf-8")
    assert run("extract", note, "-o", path).exit_code == 0
    note.write_text("Brest. « Jamais la ville ne vendra », a déclaré Karim Benali.\n", encoding="utf-8")
    assert run("show", path, "--context").stdout.startswith(f"{note}  Karim Benali")


def test_json_is_an_object_an_occurrence(run: Run, ledger: Path) -> None:
    (row,) = map(json.loads, run("show", ledger, "--json", "--search", "protège").stdout.splitlines())
    assert row["speaker_name"] == "Karim Benali"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--since", "March"], "write 2024, 2024-03 or 2024-03-15"),
        (["--type", "ironic"], "ironic"),
        (["--context", "--json"], "give one of them"),
    ],
)
def test_what_cannot_be_asked(fails: Fails, ledger: Path, options: list[str], told: str) -> None:
    assert told in fails(2, "show", ledger, *options)


@pytest.mark.parametrize(("screen", "portion"), [(1, 1), (2, 1), (1, 2), (10_000, 1)])
def test_a_table_drawn_in_portions_is_one_table(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch, screen: int, portion: int
) -> None:
    whole = run("show", ledger).stdout
    page = importlib.import_module("quotes.cli.show")  # in `quotes.cli` the command hides it
    for name, value in (("_LARGE", 0), ("_SCREEN", screen), ("_PORTION", portion)):
        monkeypatch.setattr(page, name, value)
    assert run("show", ledger).stdout == whole
    assert len(whole.splitlines()) > 5


def test_of_a_large_ledger_that_is_cut_off_the_first_rows_are_no_answer(
    run: Run, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are on the screen already; that something is missing is told, with its exit code."""
    page = importlib.import_module("quotes.cli.show")
    monkeypatch.setattr(page, "_LARGE", 0)
    monkeypatch.setattr(page, "_SCREEN", 1)
    cut = tmp_path / "ledger.json"
    cut.write_bytes(ledger.read_bytes()[:-20])
    result = run("show", cut)
    assert (result.exit_code, len(result.stdout.splitlines())) == (5, 4)
    assert "cut off" in result.stderr
