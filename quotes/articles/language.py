"""Is this article French? Only little words are asked: they are a third of any text, and the first to differ."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE, _ENOUGH = 8_000, 12
# Of a hundred words of French at least twenty are little words, also where a machine misread half of them.
_WORDS, _SHARE = 60, 0.1


def other_language(text: str) -> str | None:
    """The language of a text that is surely not French (*English*, *another script*), None where it may be.

    French is kept where in doubt: a headline, a list of names, a column that cites a whole paragraph of English.
    """
    sample = text[:_SAMPLE].casefold()
    letters = len(_LETTER.findall(sample))
    if letters >= 40 and 2 * len(_LATIN.findall(sample)) < letters:
        return "another script"
    counts = dict.fromkeys(_languages(), 0)
    words = _WORD.findall(sample)
    for word in words:
        for language in _words().get(word, ()):
            counts[language] += 1
    best = max(counts, key=lambda language: (counts[language], language))
    if best != "French" and counts[best] >= max(_ENOUGH, 2 * counts["French"]):
        return best
    if len(words) >= _WORDS and counts["French"] < _SHARE * len(words):
        return "another language"
    return None


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    from importlib.resources import files

    lines = (files("quotes.articles") / "languages.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((language, tuple(words.split())) for language, words in rows)


def _languages() -> tuple[str, ...]:
    return tuple(language for language, _ in _table())


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for language, words in _table():
        for word in words:
            out[word] = (*out.get(word, ()), language)
    return out
