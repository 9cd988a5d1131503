"""A run that is killed ends, once it is taken up, with the bytes of one that never was."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import ARTICLES, Run

Fails = Callable[..., str]
COUNT = 900
QUOTES = [sys.executable, "-m", "quotes"]
NAMES = "Paul Morvan,Léa Roux,Nolwenn Le Goff,Karim Benali,Hélène Caradec,Étienne Vasseur".split(",")


def _articles(count: int) -> bytes:
    rows = []
    for n in range(count):
        name, other = NAMES[n % 6], NAMES[n * 7 % 5]
        text = (
            f"Le conseil a étudié lundi le dossier numéro {n} de la séance. « Nous voterons les {n + 3} articles du texte », a "
            f"déclaré {name}, qui présidait. {other} a précisé que le rapport de {n + 20} pages serait publié jeudi."
        )
        rows.append(json.dumps({"id": n, "texte": text, "date": f"2024-01-{n % 28 + 1:02d}"}, ensure_ascii=False))
    # one that cannot be read, one that comes twice
    return "\n".join([*rows, "{", rows[3].replace('"id": 3', '"id": "again"'), ""]).encode()


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table of articles."""
    folder = tmp_path_factory.mktemp("press")
    (folder / "a.jsonl").write_bytes(_articles(COUNT))
    return folder


def _kept(state: Path) -> int:
    with closing(sqlite3.connect(state)) as base:
        return int(base.execute("SELECT count(*) FROM texts").fetchone()[0])


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
def test_a_run_killed_again_and_again_ends_with_the_same_bytes(press: Path) -> None:
    def command(ledger: str, *more: str) -> list[str]:
        return [*QUOTES, "extract", "a.jsonl", "-o", ledger, "--errors", f"{ledger}.errors", "-q", *more]

    never = subprocess.run(command("never.json"), cwd=press, capture_output=True, check=False)
    assert never.returncode == 3, never.stderr
    kept = [0]
    wal = press / "run.db-wal"
    for _ in range(2):
        before = wal.stat().st_size if wal.exists() else 0
        with subprocess.Popen(command("killed.json", "--state", "run.db", "--resume"), cwd=press) as process:
            limit = time.monotonic() + 120
            while process.poll() is None and time.monotonic() < limit:
                # the write-ahead log grows with each commit, and begins anew with each run
                if wal.exists() and wal.stat().st_size not in (before, 0) and wal.stat().st_size > 30_000:
                    break
                time.sleep(0.01)
            time.sleep(0.13 * len(kept))
            process.send_signal(signal.SIGKILL)
        assert not (press / "killed.json").exists() or process.returncode == 3
        kept.append(_kept(press / "run.db"))
        assert kept[-1] >= kept[-2]
    assert 0 < kept[1] < COUNT, kept
    last = subprocess.run(
        command("killed.json", "--state", "run.db", "--resume"), cwd=press, capture_output=True, check=False
    )
    assert last.returncode == 3, last.stderr
    assert (press / "killed.json").read_bytes() == (press / "never.json").read_bytes()
    assert (press / "killed.json.errors").read_bytes() == (press / "never.json.errors").read_bytes()
    assert _kept(press / "run.db") == COUNT  # the text that comes twice is parsed once
    assert not [path.name for path in press.iterdir() if path.suffix == ".part"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
def test_an_interrupt_says_how_to_go_on(press: Path, tmp_path: Path) -> None:
    state = tmp_path / "run.db"
    command = [*QUOTES, "extract", str(press / "a.jsonl"), "-o", str(tmp_path / "l.json"), "--state", str(state)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        limit = time.monotonic() + 120
        wal = tmp_path / "run.db-wal"
        while time.monotonic() < limit and not (wal.exists() and wal.stat().st_size > 30_000):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=120)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert "interrupted; what was read is in" in told.decode()
    assert not (tmp_path / "l.json").exists()
    assert _kept(state) > 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of file sizes as Linux has them")
@pytest.mark.parametrize("options", [(), ("--state", "run.db")])
def test_a_full_disk_leaves_the_ledger_as_it_was(articles: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    path = tmp_path / "ledger.json"
    old = b'{"schema":"quotes-ledger/1","old":true}'
    path.write_bytes(old)
    code = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from quotes.cli import main\n"
        "main()\n"
    )
    command = [sys.executable, "-B", "-c", code, "extract", str(articles), "-o", "ledger.json", *options]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    (told,) = done.stderr.decode().splitlines()
    assert told.startswith("quotes: run.db: no space left" if options else "quotes: ledger.json: file too large")
    assert path.read_bytes() == old
    assert not list(tmp_path.glob("*.part"))


def test_a_state_is_not_taken_up_unasked(fails: Fails, run: Run, articles: Path, tmp_path: Path) -> None:
    state = tmp_path / "run.db"
    assert run("extract", articles, "--state", state).exit_code == 0
    assert "a run is kept here already; go on with it (--resume)" in fails(2, "extract", articles, "--state", state)


def test_a_resumed_run_parses_nothing_twice(
    run: Run, articles: Path, tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "run.db"
    options = ("--state", state, "--resume")
    assert run("extract", articles / "brest.txt", *options).exit_code == 0
    assert run("extract", articles, *options).stdout_bytes == ledger.read_bytes()

    def nothing(self: object, articles: Iterable[object], on_error: object) -> Iterator[object]:
        assert list(articles) == []
        yield from ()

    monkeypatch.setattr("quotes.pipeline.Extractor.pipe", nothing)
    assert run("extract", articles, *options).stdout_bytes == ledger.read_bytes()


def test_other_options_are_another_run(run: Run, articles: Path, tmp_path: Path) -> None:
    options = ("--state", tmp_path / "run.db", "--resume")
    everything = json.loads(run("extract", articles, *options).stdout)
    direct = json.loads(run("extract", articles, *options, "--types", "direct").stdout)
    assert {quote["type"] for quote in direct["quotes"]} == {"direct"}
    assert json.loads(run("extract", articles, *options).stdout) == everything


def test_an_article_that_changed_is_read_again(run: Run, tmp_path: Path) -> None:
    path, options = tmp_path / "a.txt", ("--state", tmp_path / "run.db", "--resume")
    for words in ("Il pleut sur Brest", "Il neige sur Brest"):
        path.write_text(f"« {words} », a dit Paul Morvan.", encoding="utf-8")
        assert [q["text"] for q in json.loads(run("extract", path, *options).stdout)["quotes"]] == [words]


def test_two_runs_do_not_write_one_state(fails: Fails, run: Run, articles: Path, tmp_path: Path) -> None:
    state = tmp_path / "run.db"
    assert run("extract", articles, "--state", state).exit_code == 0
    with closing(sqlite3.connect(state)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "another run is writing this state" in fails(2, "extract", articles, "--state", state, "--resume")


@pytest.mark.parametrize("data", [b"no database at all" * 99, None])
def test_what_is_no_state_is_left_alone(fails: Fails, articles: Path, tmp_path: Path, data: bytes | None) -> None:
    state = tmp_path / "other.db"
    if data is None:
        with closing(sqlite3.connect(state)) as base:
            base.execute("CREATE TABLE recettes (nom TEXT)")
    else:
        state.write_bytes(data)
    before = state.read_bytes()
    assert "name another file" in fails(2, "extract", articles, "--state", state, "--resume")
    assert state.read_bytes() == before


def test_a_text_that_comes_twice_is_two_articles(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLES["brest.txt"], encoding="utf-8")
    options = ("--state", tmp_path / "run.db", "--resume")
    apart = run("extract", tmp_path / "a.txt", tmp_path / "b.txt").stdout_bytes
    assert run("extract", tmp_path / "a.txt", tmp_path / "b.txt", *options).stdout_bytes == apart
    assert _kept(tmp_path / "run.db") == 1
    assert len(json.loads(apart)["articles"]) == 2
