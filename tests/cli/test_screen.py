"""On a terminal `quotes extract` is read by a person: a table, and how to get the ledger. Needs a pseudo-terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

TEXT = "« Ce budget protège [vraiment] les plus fragiles », a déclaré Karim Benali, adjoint aux finances.\n"


def _on_screen(width: int, *args: str, typed: bytes | None = None) -> str:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(width), "TERM": "xterm-256color", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "quotes", *args]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment):
        os.close(theirs)
        if typed is not None:
            os.write(ours, typed + b"\x04")
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # Linux: the other side has closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


@pytest.mark.parametrize("width", [80, 160])
def test_a_terminal_shows_a_table_and_how_to_get_the_ledger(tmp_path: Path, width: int) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = _on_screen(width, "extract", str(path))
    words = " ".join(shown.split())
    assert "Karim Benali" in words
    assert "protège [vraiment]" in words
    assert "-o ledger.json" in words
    assert '"schema"' not in words
    rows = shown[shown.index("speaker") :].splitlines()
    assert all(len(row) <= width for row in rows)


def test_pasted_text_is_waited_for_aloud() -> None:
    shown = _on_screen(100, "extract", "-", typed=TEXT.encode())
    assert "Ctrl-D" in shown
    assert "Karim Benali" in shown
