"""The table of mutants fits the code: `python tests/mutants/run.py` would apply every one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from mutants import MUTANTS, Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=[m.name for m in MUTANTS])
def test_its_place_stands_once_in_its_file(mutant: Mutant, root: Path) -> None:
    source = (root / mutant.file).read_text(encoding="utf-8")
    assert source.count(mutant.old) == 1
    compile(source.replace(mutant.old, mutant.new), mutant.file, "exec")
    assert all((root / tests).exists() for tests in mutant.tests)


def test_names_are_not_given_twice() -> None:
    assert len({m.name for m in MUTANTS}) == len(MUTANTS)
