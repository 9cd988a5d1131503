"""The helpers beside this page can be imported by name (pytest's importlib mode leaves paths alone).

`weighed.txt` names the invented cases that the weights decide otherwise: gold of real press holds more against what
the case asks for than for it, or says nothing of it. They may come right with more gold, so none is held strictly.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

_WEIGHED = frozenset(Path(__file__).with_name("weighed.txt").read_text(encoding="utf-8").splitlines())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the cases of `weighed.txt` to fail."""
    for item in items:
        if item.nodeid.rpartition("flow/")[2] in _WEIGHED:
            item.add_marker(pytest.mark.xfail(reason="the weights decide otherwise", strict=False))
