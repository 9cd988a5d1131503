"""spaCy's French, imported in a third of the time.

Its tokenizer has one expression in which two sets of letters stand hundreds of times, and Python's compiler works
out each of them anew: more than half of what a start costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def import_french() -> None:
    """Import ``spacy.lang.fr``; what is compiled is what would have been compiled."""
    with sets_worked_out_once():
        import spacy.lang.fr  # noqa: F401


@contextmanager
def sets_worked_out_once() -> Iterator[None]:
    """While it lasts, `re` works out each set of letters once, however often it stands in what is compiled."""
    compiler: Any = getattr(re, "_compiler", None)
    work_out = getattr(compiler, "_optimize_charset", None)
    if work_out is None:  # another Python, which may do it in another way
        yield
        return
    known: dict[tuple[object, ...], tuple[list[object], bool]] = {}

    def once(charset: list[object], *how: object) -> tuple[list[object], bool]:
        key = (tuple(charset), *map(id, how))  # functions and tables of a module: they stay
        if key not in known:
            known[key] = work_out(charset, *how)
        found, cased = known[key]
        return [*found], cased

    compiler._optimize_charset = once
    try:
        yield
    finally:
        compiler._optimize_charset = work_out
