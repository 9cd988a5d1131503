"""Facts about French words that the ledger needs, as data: the TSV files beside this page.

`words.tsv` holds lists of words, `opposites.tsv` and `synonyms.tsv` one fact a line with an example. The
words of the lists are folded (small letters, no accents), but for ``function``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a table as tuples of cells, its header left out."""
    text = files("quotes.ledger").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:] if line)


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of `words.tsv`."""
    return frozenset(word for row in rows("words") if row[0] == name for word in row[1].split())
