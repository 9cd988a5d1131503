"""`quotes count`."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.ledger.count import KEYS

from .conftest import Run


def test_the_help_names_every_way_to_count(run: Run) -> None:
    shown = run("count", "--help").stdout
    assert all(by in shown for by in KEYS)


@pytest.mark.parametrize("by", KEYS)
def test_every_way_to_count_prints_a_table(run: Run, ledger: Path, by: str) -> None:
    result = run("count", ledger, "--by", by)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[0].split() == [by, "quotes", "share", "95", "%", "articles"]


def test_speakers_are_named(run: Run, ledger: Path) -> None:
    assert "Karim Benali" in run("count", ledger).stdout


def test_csv_is_the_same_answer(run: Run, ledger: Path) -> None:
    rows = list(csv.DictReader(run("count", ledger, "--by", "type", "--csv", "--words").stdout.splitlines()))
    assert {row["type"] for row in rows} <= {"direct", "mixed", "indirect"}
    assert sum(float(row["share"]) for row in rows) == pytest.approx(1, abs=0.001)
    assert sum(int(row["words"]) for row in rows) > len(rows)


def test_filters_hold_here_too(run: Run, ledger: Path) -> None:
    result = run("count", ledger, "--speaker", "benali")
    assert [line.split("  ")[0] for line in result.stdout.splitlines()[1:]] == ["Karim Benali"]


def test_an_unknown_way_to_count(fails: Callable[..., str], ledger: Path) -> None:
    assert "gender" in fails(2, "count", ledger, "--by", "age")
