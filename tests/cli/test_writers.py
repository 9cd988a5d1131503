"""Two runs never lose each other's articles, and nothing of the user's is written over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.cli.output import check_output, held
from quotes.errors import InputError

FIRST = "« Le pont ferme », a dit Anne Morel."
SECOND = "« La gare rouvre », a dit Paul Girard."


def _adding(article: Path, ledger: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "quotes", "extract", str(article), "--into", str(ledger)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUTF8": "1"})


@pytest.mark.slow
def test_two_runs_into_one_ledger_keep_both(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.json"
    runs = []
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        runs.append(_adding(tmp_path / name, ledger))
    assert [run.wait() for run in runs] == [0, 0], [run.stderr.read() for run in runs if run.stderr]
    assert len(json.loads(ledger.read_bytes())["articles"]) == 2


def test_who_comes_second_waits_and_is_told(tmp_path: Path) -> None:
    said: list[str] = []
    ledger = tmp_path / "ledger.json"
    with held(str(ledger), said.append):
        code = f"from quotes.cli.output import held\nwith held({str(ledger)!r}, print): print('in', flush=True)"
        waiting = subprocess.Popen([sys.executable, "-u", "-c", code], stdout=subprocess.PIPE, text=True)
        assert waiting.stdout is not None
        assert "waiting for it" in waiting.stdout.readline()
    assert waiting.stdout.readline() == "in\n"
    assert waiting.wait() == 0
    assert not said


@pytest.mark.parametrize("force", [False, True])
def test_an_article_is_never_written_over(tmp_path: Path, force: bool) -> None:
    article = tmp_path / "a.txt"
    article.write_text(FIRST, encoding="utf-8")
    with pytest.raises(InputError, match="is read here"):
        check_output(str(article), force, [str(article)])
    assert article.read_text(encoding="utf-8") == FIRST


def test_a_file_of_somebody_elses_asks_for_force(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("à garder", encoding="utf-8")
    with pytest.raises(InputError, match="--force"):
        check_output(str(notes), False)
    check_output(str(notes), True)
    ledger = tmp_path / "ledger.json"
    ledger.write_bytes(b'{"schema":"quotes-ledger/1"}')
    check_output(str(ledger), False)
