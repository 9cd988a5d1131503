"""`quotes speakers`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

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


def test_a_delimiter_is_one_character(fails: Fails, ledger: Path) -> None:
    assert "give one character" in fails(2, "speakers", ledger, "--delimiter", ";;")


def test_a_broken_aliases_file_changes_nothing(fails: Fails, ledger: Path, tmp_path: Path) -> None:
    path, merged = tmp_path / "aliases.csv", tmp_path / "merged.json"
    path.write_text("name,aliases\nA,X\nB,X\n", encoding="utf-8")
    assert "aliases.csv" in fails(5, "merge", ledger, "--aliases", path, "-o", merged)
    assert not merged.exists()
