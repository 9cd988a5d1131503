"""`quotes export`. What the forms hold is tested with the exports themselves."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.export import FORMS

from .conftest import Run

Fails = Callable[..., str]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written(run: Run, ledger: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out"
    result = run("export", ledger, "--to", form, "-o", path)
    assert result.exit_code == 0, result.stderr
    assert (result.stdout, result.stderr) == ("", "")
    assert path.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", FORMS)
def test_the_help_names_every_form(run: Run, form: str) -> None:
    assert form in run("export", "--help").stdout


def test_csv_for_a_french_spreadsheet(run: Run, ledger: Path) -> None:
    result = run("export", ledger, "--to", "csv", "--delimiter", ";")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig")), delimiter=";"))
    assert "Ce budget protège les plus fragiles" in {row["text"] for row in rows}


def test_sqlite_can_be_opened(run: Run, ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    assert run("export", ledger, "--to", "sqlite", "-o", path).exit_code == 0
    with sqlite3.connect(path) as database:
        (count,) = database.execute("select count(*) from quotes").fetchone()
    assert count == len(json.loads(ledger.read_bytes())["quotes"])


def test_label_studio_reads_the_articles_again(run: Run, ledger: Path, articles: Path) -> None:
    result = run("export", ledger, articles, "--to", "label-studio")
    assert result.exit_code == 0
    assert "tarifs de la cantine" in result.stdout


def test_an_unknown_form(fails: Fails, ledger: Path, tmp_path: Path) -> None:
    told = fails(2, "export", ledger, "--to", "excel", "-o", tmp_path / "quotes.xls")
    assert "excel" in told
    assert "csv" in told
    assert list(tmp_path.iterdir()) == []


def test_an_option_of_another_form(fails: Fails, ledger: Path) -> None:
    assert "delimiter" in fails(2, "export", ledger, "--to", "jsonl", "--delimiter", ";")


def test_no_form(fails: Fails, ledger: Path) -> None:
    assert "missing option '--to'" in fails(2, "export", ledger)


def test_a_broken_ledger_writes_nothing(fails: Fails, tmp_path: Path) -> None:
    broken = tmp_path / "ledger.json"
    broken.write_bytes(b"{")
    fails(5, "export", broken, "--to", "csv", "-o", tmp_path / "quotes.csv")
    assert list(tmp_path.iterdir()) == [broken]


def test_the_labelling_configuration_is_printed_without_a_ledger(run: Run) -> None:
    from xml.etree import ElementTree

    result = run("export", "--labelling")
    assert result.exit_code == 0
    labels = {one.attrib["value"] for one in ElementTree.fromstring(result.stdout).iter("Label")}
    assert labels == {"Verbatim", "Content", "Cue", "Source"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_a_pipe_is_written_to_and_not_replaced(run: Run, ledger: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("export", ledger, "--to", "csv", "-o", pipe).exit_code == 0
        assert os.read(reader, 1 << 20)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(reader)
