"""`quotes speakers`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

Fails = Callable[..., str]


def _rows(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=delimiter))


def test_the_list_names_who_speaks_with_counts(run: Run, ledger: Path) -> None:
    result = run("speakers", ledger)
    assert result.exit_code == 0
    rows = {row["name"]: row for row in _rows(result.stdout_bytes)}
    names = {speaker["name"] for speaker in json.loads(ledger.read_bytes())["speakers"]}
    assert rows.keys() == names
    assert int(rows["Nolwenn Le Goff"]["quotes"]) >= 1
    assert rows["Nolwenn Le Goff"]["articles"] == "1"


def test_the_list_edited_is_an_aliases_file(run: Run, ledger: Path, tmp_path: Path) -> None:
    path, merged = tmp_path / "speakers.csv", tmp_path / "merged.json"
    assert run("speakers", ledger, "-o", path, "--delimiter", ";").exit_code == 0
    rows = _rows(path.read_bytes(), ";")
    for row in rows:
        if row["name"] == "Karim Benali":
            row["name"], row["aliases"] = "Karim Ben Ali", "Karim Benali"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    result = run("merge", ledger, "--aliases", path, "-o", merged)
    assert result.exit_code == 0, result.stderr
    names = {speaker["name"] for speaker in json.loads(merged.read_bytes())["speakers"]}
    assert "Karim Ben Ali" in names
    assert "Karim Benali" not in names


def _spreadsheet(rows: list[dict[str, str]], dialect: str) -> bytes:
    """The table as a spreadsheet saves it."""
    form = {
        "excel": {"delimiter": ";", "lineterminator": "\r\n"},
        "excel, unicode text": {"delimiter": "\t", "lineterminator": "\r\n"},
        "excel, mac": {"delimiter": ",", "lineterminator": "\r"},
        "libreoffice": {"delimiter": ",", "lineterminator": "\n"},
        "libreoffice, all in marks": {"delimiter": ";", "lineterminator": "\n", "quoting": csv.QUOTE_ALL},
    }[dialect]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, **form)
    empty = ["", ""] if dialect.startswith("excel") else []
    writer.writerows([[*rows[0], *empty], *([*row.values(), *empty] for row in rows), [""] * 16])
    return stream.getvalue().encode({"excel": "utf-8-sig", "excel, unicode text": "utf-16"}.get(dialect, "utf-8"))


@pytest.mark.parametrize(
    "dialect",
    ["excel", "excel, unicode text", "excel, mac", "libreoffice", "libreoffice, all in marks"],
)
def test_a_name_that_was_changed_merges_whatever_saved_the_list(
    run: Run, ledger: Path, tmp_path: Path, dialect: str
) -> None:
    path, merged = tmp_path / "speakers.csv", tmp_path / "merged.json"
    rows = _rows(run("speakers", ledger).stdout_bytes)
    people = [row for row in rows if row["kind"] == "person" and row["use"] == "yes"]
    people[0]["name"], people[0]["gender"] = people[1]["name"], people[1]["gender"]
    path.write_bytes(_spreadsheet(rows, dialect))
    result = run("merge", ledger, "--aliases", path, "-o", merged)
    assert result.exit_code == 0, result.stderr
    assert "without effect" not in result.stderr
    speakers = {one["name"]: one for one in json.loads(merged.read_bytes())["speakers"]}
    assert people[0]["was"] not in speakers
    assert people[0]["was"] in speakers[people[1]["name"]]["aliases"]
    assert len(speakers) == len(rows) - 1


def test_the_list_says_why_a_row_is_not_used_and_a_changed_one_is_told(run: Run, tmp_path: Path) -> None:
    path, ledger = tmp_path / "speakers.csv", tmp_path / "ledger.json"
    text = "« Il pleut sur Brest », a dit le préfet. « Il neige sur Brest », a dit Paul Morvan."
    assert run("extract", "-", "-o", ledger, stdin=text.encode()).exit_code == 0
    rows = _rows(run("speakers", ledger).stdout_bytes)
    (role,) = [row for row in rows if row["use"] == "no"]
    assert role["why"].startswith("no: a surname or a role alone")
    role["name"] = "Anne Roux"
    path.write_bytes(_spreadsheet(rows, "excel"))
    told = run("merge", ledger, "--aliases", path, "-o", tmp_path / "merged.json").stderr
    assert "'Anne Roux' has no effect, as use is no; write yes to use the row" in told
    role["use"] = "yes"
    path.write_bytes(_spreadsheet(rows, "excel"))
    assert run("merge", ledger, "--aliases", path, "-o", tmp_path / "merged.json").stderr.count("\n") == 1
    assert "Anne Roux" in {one["name"] for one in json.loads((tmp_path / "merged.json").read_bytes())["speakers"]}


def test_names_that_nobody_bears_are_told(run: Run, ledger: Path, articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    path.write_text("name;aliases;valid_from\nKarim Benali;;\nZoé Nulle;Part;14/05/2017\n", encoding="utf-8")
    for result in (
        run("merge", ledger, "--aliases", path, "-o", tmp_path / "one.json"),
        run("extract", articles, "--aliases", path, "-o", tmp_path / "two.json"),
    ):
        assert (
            "aliases.csv: 1 speaker of 2 without effect, as nobody here bears one of the names: Zoé Nulle"
            in result.stderr
        )


def test_a_delimiter_is_one_character(fails: Fails, ledger: Path) -> None:
    assert "give one character" in fails(2, "speakers", ledger, "--delimiter", ";;")


def test_a_broken_aliases_file_changes_nothing(fails: Fails, ledger: Path, tmp_path: Path) -> None:
    path, merged = tmp_path / "aliases.csv", tmp_path / "merged.json"
    path.write_text("name,aliases\nA,X\nB,X\n", encoding="utf-8")
    assert "aliases.csv" in fails(5, "merge", ledger, "--aliases", path, "-o", merged)
    assert not merged.exists()
