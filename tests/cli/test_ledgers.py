"""`quotes merge`, `schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from jsonschema import Draft202012Validator

from .conftest import Run, texts

Fails = Callable[..., str]


def test_a_ledger_fits_the_schema(run: Run, ledger: Path) -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(ledger.read_bytes()))


def test_merging_in_any_order_or_twice_is_one_ledger(run: Run, articles: Path, ledger: Path, tmp_path: Path) -> None:
    parts = [tmp_path / "brest.json", tmp_path / "lyon.json"]
    for part, source in zip(parts, ("brest.txt", "lyon"), strict=True):
        assert run("extract", articles / source, "-o", part).exit_code == 0
    merged = run("merge", *parts)
    assert merged.exit_code == 0
    assert merged.stdout_bytes == ledger.read_bytes()
    assert run("merge", *reversed(parts), parts[0], ledger).stdout_bytes == ledger.read_bytes()
    whole = tmp_path / "whole.json"
    assert run("merge", *parts, "-o", whole).stdout == ""
    assert whole.read_bytes() == ledger.read_bytes()
    assert merged.stderr.startswith("2 articles, ")


def test_two_versions_of_an_article_need_a_decision(run: Run, fails: Fails, tmp_path: Path) -> None:
    note, one, two = tmp_path / "note.txt", tmp_path / "one.json", tmp_path / "two.json"
    for path, words in ((one, "Il pleut"), (two, "Il neige")):
        note.write_text(f"« {words} sur Brest », a dit Paul Morvan.", encoding="utf-8")
        assert run("extract", note, "-o", path).exit_code == 0
    target = tmp_path / "merged.json"
    assert "note.txt" in fails(5, "merge", one, two, "-o", target)
    assert not target.exists()
    merged = run("merge", one, two, "--newest")
    assert merged.exit_code == 0
    assert merged.stdout == run("merge", two, one, "--newest").stdout
    assert len(texts(merged.stdout)) == 1


def test_a_missing_ledger(fails: Fails, ledger: Path, tmp_path: Path) -> None:
    assert "nowhere.json: no such file" in fails(2, "merge", ledger, tmp_path / "nowhere.json")


def test_a_broken_ledger_among_good_ones(fails: Fails, ledger: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(ledger.read_bytes()[:200])
    target = tmp_path / "merged.json"
    assert "broken.json" in fails(5, "merge", ledger, broken, "-o", target)
    assert not target.exists()
