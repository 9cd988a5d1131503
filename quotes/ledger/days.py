"""Days that a calendar has."""

from __future__ import annotations

import re
from datetime import datetime

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def possible(text: str | None) -> bool:
    """Is this no impossible day? What is not written as ISO 8601 writes days (*mars 2024*) is not judged."""
    if text is None or not _DATED.match(text):
        return True
    try:
        datetime.fromisoformat(text[:10])
    except ValueError:
        return False
    return True
