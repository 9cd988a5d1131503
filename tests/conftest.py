"""What all tests share: one loaded model, and the seeds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from quotes.pipeline import Extractor

ROOT = Path(__file__).resolve().parent.parent

# A shared machine is slow now and then: an example that takes long is no failure. `ci` draws the same examples each
# time; `pytest tests/laws --hypothesis-profile=night` draws a hundred times as many, others each time.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=100)
settings.register_profile("night", deadline=None, max_examples=10_000, print_blob=True)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def root() -> Path:
    """The clone."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The folder of the five articles."""
    return root / "seeds"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The real extractor with the default model, loaded once for all tests."""
    from quotes.pipeline import Extractor

    return Extractor()
