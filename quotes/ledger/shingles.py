"""Which longer texts could hold a text: an index of three-word shingles, asked by the rarest ones.

All shingles of a truncated text stand in the whole one, so its rarest shared shingle leads there; an edit
breaks three shingles for each word, so some more are asked. The index is a sorted array of numbers, 8 bytes
for each shingle that two texts share: a million quotations fit in a few hundred megabytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quotes.ledger.canon import GAP

_ASKED = 8  # shingles of a text that are looked up
_READ = 256  # texts read of one shingle's list, the longest first
_KEPT = 24  # candidates given back
_SHARE = 0.34  # of the shingles that are looked up: fewer are a stock phrase
_ID_BITS = 24
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)

_Numbers: TypeAlias = NDArray[np.uint64]


def candidates(keys: Sequence[str]) -> Iterator[list[tuple[int, float]]]:
    """For each text, in order, earlier texts that share rare shingles with it, and what share: most first.

    ``keys`` are texts as `canon.tokens` joined by blanks, the longest first; at most 2^24 of them.
    """
    if len(keys) >= 1 << _ID_BITS:
        raise ValueError(f"{len(keys)} texts are more than the index can hold")
    entries = _shared(keys)
    ids = (entries & np.uint64((1 << _ID_BITS) - 1)).astype(np.int64)
    starts, sizes = _runs(entries >> np.uint64(_ID_BITS))
    run_of = np.repeat(np.arange(len(starts)), sizes)
    # Each text's entries, its rarest shingles first; ties by the shingle itself, which is content.
    order = np.lexsort((run_of, sizes[run_of] if len(run_of) else run_of, ids))
    bounds = np.searchsorted(ids[order], np.arange(len(keys) + 1))
    asked = run_of[order]
    for text in range(len(keys)):
        first, last = int(bounds[text]), int(bounds[text + 1])
        if first == last:
            yield []
            continue
        hits: dict[int, int] = {}
        for run in asked[first : min(last, first + _ASKED)].tolist():
            start = int(starts[run])
            for other in ids[start : start + min(int(sizes[run]), _READ)].tolist():
                if other >= text:
                    break
                hits[other] = hits.get(other, 0) + 1
        count = min(last - first, _ASKED)
        best = sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:_KEPT]
        yield [(other, found / count) for other, found in best if found / count >= _SHARE]


def _shared(keys: Sequence[str]) -> _Numbers:
    """Sorted numbers ``shingle << 24 | text`` of all shingles that stand in two texts or more."""
    numbers: dict[str, int] = {}
    parts: list[_Numbers] = []
    for start in range(0, len(keys), 50_000):
        parts.append(_entries(keys[start : start + 50_000], start, numbers))
    if not parts:
        return np.zeros(0, dtype=np.uint64)
    entries = np.concatenate(parts)
    parts.clear()
    entries.sort()
    entries = entries[np.append(True, entries[1:] != entries[:-1])] if len(entries) else entries
    shingles = entries >> np.uint64(_ID_BITS)
    same = shingles[1:] == shingles[:-1]
    del shingles
    return entries[np.append(same, False) | np.append(False, same)] if len(entries) else entries


def _entries(keys: Sequence[str], first: int, numbers: dict[str, int]) -> _Numbers:
    """The entries of some texts; ``numbers`` keeps the number of every word seen."""
    flat: list[int] = []
    sizes: list[int] = []
    for key in keys:
        words = key.split()
        sizes.append(len(words))
        for word in words:
            number = numbers.get(word)
            if number is None:
                number = numbers[word] = _number(word)
            flat.append(number)
    words_ = np.array(flat, dtype=np.uint64)
    texts = np.repeat(np.arange(first, first + len(sizes), dtype=np.uint64), sizes)
    if len(words_) < 3:
        return np.zeros(0, dtype=np.uint64)
    a, b, c = (np.uint64(factor) for factor in _FACTORS)
    with np.errstate(over="ignore"):
        mixed: Any = words_[:-2] * a + (words_[1:-1] ^ (words_[:-2] >> np.uint64(7))) * b + words_[2:] * c
        mixed ^= mixed >> np.uint64(29)
        mixed *= a
    whole = (texts[:-2] == texts[2:]) & (words_[:-2] != 0) & (words_[1:-1] != 0) & (words_[2:] != 0)
    found: _Numbers = ((mixed[whole] >> np.uint64(_ID_BITS)) << np.uint64(_ID_BITS)) | texts[:-2][whole]
    return found


def _number(word: str) -> int:
    """A number for a word that is the same on every machine; 0 for a gap, which no shingle may cross."""
    if word == GAP:
        return 0
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1


def _runs(values: _Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Start and length of each run of equal values in a sorted array."""
    if not len(values):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.append(True, values[1:] != values[:-1])).astype(np.int64)
    return starts, np.diff(np.append(starts, len(values))).astype(np.int64)
