"""What turns the meaning of a sentence: negations, numbers, modals and opposites.

Two texts that differ in one of these are two utterances, however long what they share. The opposites and the
synonyms are data (`opposites.tsv`, `synonyms.tsv`: one fact a line, with an example).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from quotes.ledger.canon import fold, is_content, stem
from quotes.ledger.tables import rows, words

NEGATIONS = words("negation")
# *plus* and *si* are in here: « nous n'irons plus », « si nous gagnons ».
_TURNS = NEGATIONS | words("turning")
_TURNING_STEMS = tuple(sorted(words("turning-stem")))
_NUMBER_WORDS = words("number")
_TURNING_PREFIXES = tuple(sorted(words("turning-prefix")))
# Endings of one word's forms (gender, number, tense), after a common beginning of four letters and more.
_ENDINGS = words("form-ending") | {""}


def turns(word: str) -> bool:
    """Can this folded word alone turn the meaning of a sentence (a negation, a modal, *contre*)?"""
    return word in _TURNS or (len(word) > 2 and word.startswith(_TURNING_STEMS))


def counts(word: str) -> bool:
    """Is it a number, an ordinal, a weekday or a month?"""
    return word[0].isdigit() or word in _NUMBER_WORDS or word in "%€$£"


def inflected(one: str, two: str) -> bool:
    """Are these folded words forms of one word (*avait*, *aurait* are function words and not asked)?

    Forms share four letters and more and end as forms do; a slip of one letter in a long word counts too.
    """
    if one == two:
        return True
    shared = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        shared += 1
    if shared >= 4 and one[shared:] in _ENDINGS and two[shared:] in _ENDINGS:
        return True
    if shared >= 4 and {one[shared:], two[shared:]} == {"l", "ux"}:  # national, nationaux
        return True
    if stem(one) == stem(two) and len(stem(one)) >= 4 and shared >= 4:
        return True
    slip = min(len(one), len(two)) >= 8 and shared >= 2 and not negates(one, two)
    return slip and Levenshtein.distance(one, two, score_cutoff=1) <= 1


def negates(one: str, two: str) -> bool:
    """Is one word the other with a prefix that turns it (*possible*, *impossible*)?"""
    short, long = sorted((one, two), key=len)
    if len(short) < 4:
        return False
    return any(long.startswith(prefix) and inflected_plain(long[len(prefix) :], short) for prefix in _TURNING_PREFIXES)


def inflected_plain(one: str, two: str) -> bool:
    """`inflected` without slips of the pen."""
    return one == two or (len(stem(one)) >= 4 and stem(one) == stem(two))


def opposed(one: Iterable[str], two: Iterable[str]) -> bool:
    """Does a word of the first stand against a word of the second (*hausse*, *baisse*)?"""
    left = {side for word in one for side in _sides(word)}
    return any((pair, not first) in left for word in two for pair, first in _sides(word))


def synonyms(one: str, two: str) -> bool:
    """Does an editor swap these words without changing what was said?"""
    return any(any(_is(one, x) for x in line) and any(_is(two, y) for y in line) for line in _synonyms())


def _is(word: str, root: str) -> bool:
    if root.endswith("|"):
        return word in (root[:-1], root[:-1] + "s", root[:-1] + "e")
    return word.startswith(root) and len(word) - len(root) <= 7


def _root(word: str) -> str:
    """What all forms of a word begin with: *crée* → *cre*; a short word whole, with ``|``."""
    folded = fold(word)
    if len(folded) <= 3 or not is_content(folded):
        return folded + "|"
    found = stem(folded)
    trimmed = found.rstrip("et") if folded.endswith(("e", "t")) and len(found) > 4 else found.removesuffix("e")
    return trimmed if len(trimmed) >= 3 else found


@lru_cache(maxsize=1 << 15)
def _sides(word: str) -> tuple[tuple[int, bool], ...]:
    """The oppositions that a word takes part in: number of the pair, and whether it stands first."""
    return tuple(
        (number, first)
        for number, pair in enumerate(_opposites())
        for first in (True, False)
        if any(_is(word, root) for root in pair[0 if first else 1])
    )


@cache
def _opposites() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Roots of both sides; a side whose forms share no root gives several (maintenir/maintient)."""
    sides = ([tuple(map(_root, cell.split("/"))) for cell in row[:2]] for row in rows("opposites"))
    return tuple((one, two) for one, two in sides)


@cache
def _synonyms() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_root(word) for word in row[0].split()) for row in rows("synonyms"))
