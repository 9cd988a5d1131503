"""Several processes: the answers of one, in its order, and no process left behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.cli import cli
from quotes.errors import ModelError
from quotes.jobs import Pool
from quotes.pipeline import Extractor

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

pytestmark = pytest.mark.slow


def test_the_same_extractions_in_the_same_order() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SEEDS] * 3
    extractor = Extractor()
    with Pool(2) as pool:
        assert (pool.parser.name, pool.parser.model) == (extractor.parser.name, extractor.parser.model)
        assert list(pool.pipe(texts)) == list(extractor.pipe(texts))
        assert list(pool.pipe([])) == []


def test_what_cannot_be_loaded_is_told_as_by_one() -> None:
    with pytest.raises(ModelError, match="no spaCy model 'nusquam'"):
        Pool(2, model="nusquam")


def test_the_ledger_is_the_same_bytes(tmp_path: Path) -> None:
    ledgers = []
    for jobs in ("1", "3"):
        output = tmp_path / f"{jobs}.json"
        run = CliRunner().invoke(cli, ["extract", *map(str, SEEDS), "--jobs", jobs, "-q", "-o", str(output)])
        assert run.exit_code == 0, run.output
        ledgers.append(output.read_bytes())
    assert ledgers[0] == ledgers[1]
    assert json.loads(ledgers[0])["quotes"]
