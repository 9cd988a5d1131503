"""The helpers beside this page can be imported by name (pytest's importlib mode leaves paths alone)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
