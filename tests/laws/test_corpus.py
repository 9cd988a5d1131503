"""What coverage-guided fuzzing found worth keeping (`fuzz.py`), read again: the laws hold, and nothing else is raised."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import CORPUS, TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_of_the_fuzzer_break_no_law(target: str) -> None:
    found = sorted((CORPUS / target).iterdir())
    assert found
    for path in found:
        try:
            TARGETS[target](path.read_bytes())
        except Exception as error:
            error.add_note(f"the seed is {path.relative_to(Path(__file__).parent)}")
            raise
