"""The gate: floors only go up, and every gain and loss has a name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from figures import figures_of, markdown, table
from floors import below, read_floors, read_state, update_floors, write_state
from kinds import Mistake, by_kind, changes

HASHES = {"presse": "abc"}


def _mistake(text: str, kind: str = "pronoun", what: str = "wrong speaker") -> Mistake:
    return Mistake("presse", "a.txt", "verbatim", what, kind, "Anne Hidalgo", "Rachida Dati", text)


def test_floors_rise_and_refuse_to_fall(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert update_floors(path, {}, {"presse": {"verbatim": 0.9, "who": 0.8}}, HASHES) == []
    assert update_floors(path, read_floors(path), {"presse": {"verbatim": 0.95, "who": 0.799}}, HASHES) == []
    floors = read_floors(path)
    assert floors["presse"]["figures"] == {"verbatim": 0.95, "who": 0.8}
    refused = update_floors(path, floors, {"presse": {"verbatim": 0.7, "who": 0.8}}, HASHES)
    assert refused == ["presse: verbatim fell from 0.9500 to 0.7000"]
    assert read_floors(path) == floors


def test_floors_fall_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    update_floors(path, {}, {"presse": {"verbatim": 0.9}}, HASHES)
    assert update_floors(path, read_floors(path), {"presse": {"verbatim": 0.7}}, HASHES, force=True) == []
    assert read_floors(path)["presse"]["figures"] == {"verbatim": 0.7}


def test_a_figure_below_its_floor_fails(tmp_path: Path) -> None:
    floors = {"presse": {"sha256": "abc", "figures": {"verbatim": 0.9, "who": 0.8}}}
    assert below(floors, {"presse": {"verbatim": 0.8985, "who": 0.8}}, HASHES) == []
    assert below(floors, {"presse": {"verbatim": 0.897, "who": 0.8}}, HASHES) == [
        "presse: verbatim fell from 0.9000 to 0.8970"
    ]


def test_a_figure_that_is_gone_fails() -> None:
    floors = {"presse": {"sha256": "abc", "figures": {"speaker ids": 0.9}}}
    assert below(floors, {"presse": {}}, HASHES) == ["presse: speaker ids fell from 0.9000 to 0.0000"]


def test_other_gold_is_told_and_can_be_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = {"presse": {"sha256": "old", "figures": {"verbatim": 0.9}}}
    (line,) = below(floors, {"presse": {"verbatim": 0.95}}, HASHES)
    assert "the gold of presse changed since its floors were set" in line
    assert update_floors(path, floors, {"presse": {"verbatim": 0.5}}, HASHES) == []
    assert read_floors(path)["presse"] == {"sha256": "abc", "figures": {"verbatim": 0.5}}


def test_gains_and_losses_have_names(tmp_path: Path) -> None:
    path = tmp_path / "errors.tsv"
    fixed, kept, new = _mistake("C'est fini."), _mistake("On verra."), _mistake("Jamais.")
    write_state(path, [kept, fixed])
    gains, losses = changes(read_state(path), [kept._replace(got="Anne"), new])
    assert (gains, losses) == ([fixed], [new])


def test_no_state_yet_is_no_mistakes(tmp_path: Path) -> None:
    assert read_state(tmp_path / "errors.tsv") == []


def test_the_most_frequent_kind_comes_first() -> None:
    found = [_mistake("a", "role"), _mistake("b", "boundary"), _mistake("c", "boundary")]
    assert [(kind, len(group)) for kind, group in by_kind(found)] == [("boundary", 2), ("role", 1)]


def test_what_could_not_be_measured_is_a_dash() -> None:
    count = {"P": 1.0, "R": 0.5, "F1": 0.6667}
    result = dict.fromkeys(("verbatim", "verbatim+who", "content", "content+who", "same", "related"), count)
    result |= {"who": {"share": 0.75}, "full name": {"share": 1.0}, "speaker ids": None}
    figures = {"presse": figures_of(result)}
    assert figures["presse"]["who"] == 0.75
    assert "speaker ids" not in figures["presse"]
    assert "| speaker ids | – |" in markdown(figures)
    assert table(figures).splitlines()[1].split() == ["verbatim", "0.667"]


def test_the_committed_floors_can_be_read(root: Path) -> None:
    path = root / "benchmarks" / "floors.json"
    if not path.exists():
        pytest.skip("no floors yet")
    assert all(len(row["sha256"]) == 64 for row in json.loads(path.read_text(encoding="utf-8")).values())
    assert all(mistake.article for mistake in read_state(root / "benchmarks" / "errors.tsv"))


def test_without_gold_there_is_nothing_to_do(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(root / "benchmarks" / "gate.py"), "--gold", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert "nothing is measured" in done.stdout
