"""One of many words as a regular expression whose cost does not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Letter → what may follow it; the key "" says that a word may end here.
_Node = dict[str, "_Node"]


def one_of(words: Iterable[str]) -> str:
    """A group that matches exactly these words, the longest first.

    Python's `re` tries an alternation of a thousand words one by one at every place; shaped as a trie
    (*d(?:éclar(?:a|er)|it)*) it reads each letter once. ``words`` must not be empty.
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_pattern(root)})"


def _pattern(node: _Node) -> str:
    tails: dict[str, list[str]] = {}
    for letter, after in sorted(node.items()):
        if letter:
            tails.setdefault(_pattern(after), []).append(letter)
    ways = [f"{_letter(letters)}{tail}" for tail, letters in tails.items()]
    if not ways:
        return ""
    if "" in node:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letter(letters: list[str]) -> str:
    if len(letters) == 1:
        return re.escape(letters[0])
    return f"[{''.join(map(re.escape, letters))}]"
