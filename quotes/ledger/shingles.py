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
_ID_BITS, _RUN_BITS = 24, 31
_IDS = (1 << _ID_BITS) - 1
_COMMON = (1 << (64 - _ID_BITS - _RUN_BITS)) - 1  # lists as long as this are all equally common
_CHUNK = 20_000
_NONE = np.uint64((1 << 64) - 1)  # no shingle: it would cross a gap or two texts
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)

_Numbers: TypeAlias = NDArray[np.uint64]


def candidates(keys: Sequence[str]) -> Iterator[list[int]]:
    """For each text, in order, earlier texts that share its rare shingles: most shared first.

    ``keys`` are texts as `canon.tokens` joined by blanks, the longest first; at most 2^24 of them.
    """
    if len(keys) >= 1 << _ID_BITS:
        raise ValueError(f"{len(keys)} texts are more than the index can hold")
    entries = _shared(keys)
    starts, sizes = _runs(entries)
    texts = (entries & np.uint64(_IDS)).astype(np.uint32)
    # For each text its shingles, the rarest first (ties by the shingle itself, which is content):
    # text, size of the list, number of the list, packed in one number and sorted in place.
    asked = entries
    asked <<= np.uint64(64 - _ID_BITS)
    lists = np.minimum(sizes, _COMMON).astype(np.uint64) << np.uint64(_RUN_BITS)
    lists |= np.arange(len(sizes), dtype=np.uint64)
    asked |= np.repeat(lists, sizes)
    del lists, entries
    asked.sort()
    for text in range(len(keys)):
        bounds = (text << (64 - _ID_BITS), (text + 1) << (64 - _ID_BITS))
        first = int(asked.searchsorted(np.uint64(bounds[0])))
        last = int(asked.searchsorted(np.uint64(bounds[1])))
        count = min(last - first, _ASKED)
        hits: dict[int, int] = {}
        for packed in asked[first : first + count].tolist():
            run = packed & ((1 << _RUN_BITS) - 1)
            start = int(starts[run])
            for other in texts[start : start + min(int(sizes[run]), _READ)].tolist():
                if other >= text:
                    break
                hits[other] = hits.get(other, 0) + 1
        best = sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:_KEPT]
        yield [other for other, found in best if found >= _SHARE * count]


def _shared(keys: Sequence[str]) -> _Numbers:
    """Sorted numbers ``shingle << 24 | text`` of all shingles that stand in two texts or more."""
    numbers: dict[str, int] = {}
    parts = [_entries(keys[start : start + _CHUNK], start, numbers) for start in range(0, len(keys), _CHUNK)]
    del numbers
    # Most shingles stand in one text only. Sixteenth by sixteenth of their range, so that the whole
    # is never in memory twice.
    kept: list[_Numbers] = [np.zeros(0, dtype=np.uint64)]
    edges = [part << 60 for part in range(16)]
    for low, high in zip(edges, [*edges[1:], (1 << 64) - 1], strict=True):
        slices = [part[part.searchsorted(np.uint64(low)) : part.searchsorted(np.uint64(high))] for part in parts]
        if slices:
            kept.append(_twice(np.unique(np.concatenate(slices))))
    return np.concatenate(kept)


def _twice(entries: _Numbers) -> _Numbers:
    """The entries whose shingle stands next to them again."""
    shingles = entries >> np.uint64(_ID_BITS)
    same = shingles[1:] == shingles[:-1]
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
    mixed[~whole] = _NONE
    chosen = _winnowed(mixed)
    found: _Numbers = ((mixed[chosen] >> np.uint64(_ID_BITS)) << np.uint64(_ID_BITS)) | texts[:-2][chosen]
    found.sort()
    return found


def _winnowed(shingles: _Numbers) -> NDArray[np.bool_]:
    """The shingles that are the smallest of three neighbours: half of them, one of any three.

    Five words in a row that two texts have in common are therefore enough to find one by the other.
    """
    padded = np.concatenate([np.full(2, _NONE, dtype=np.uint64), shingles, np.full(2, _NONE, dtype=np.uint64)])
    least = np.minimum(np.minimum(padded[:-2], padded[1:-1]), padded[2:])
    chosen = (shingles == least[:-2]) | (shingles == least[1:-1]) | (shingles == least[2:])
    found: NDArray[np.bool_] = chosen & (shingles != _NONE)
    return found


def _number(word: str) -> int:
    """A number for a word that is the same on every machine; 0 for a gap, which no shingle may cross."""
    if word == GAP:
        return 0
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1


def _runs(entries: _Numbers) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Start and length of each shingle's list in the sorted entries."""
    if not len(entries):
        return np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.uint32)
    shingles = entries >> np.uint64(_ID_BITS)
    starts = np.flatnonzero(np.append(True, shingles[1:] != shingles[:-1])).astype(np.uint32)
    return starts, np.diff(np.append(starts, np.uint32(len(entries)))).astype(np.uint32)
