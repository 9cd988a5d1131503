"""Are two texts the same words? Containment, never mere resemblance, and guards on what differs.

Texts are compared by their keys (`canon.tokens` joined by blanks). The shorter one is *part* of the longer if
it stands in it word for word, gaps aside; it is an *edit* of it, or of a stretch of it, if the few words that
differ are forms of one word, known synonyms or small words, and none of them turns the meaning. Any other
word in the place of another makes two utterances, however long the text: no list has all antonyms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from quotes.ledger.canon import GAP, fold, is_content, tokens
from quotes.ledger.guards import NEGATIONS, counts, inflected, synonyms, turns

Match = Literal["part", "edit"]

# Content words that both texts must share before small differences are forgiven, by what differs.
_FOR_FORMS, _FOR_SYNONYMS = 5, 8
_FOR_OVERLAP = 6  # where each text begins in the other
# How many tokens before a stretch a negation is taken to govern it.
_REACH = 6
_SENTENCE = re.compile(r"(?<=[.!?;:…])\s+|\n+")
_CAPITAL = re.compile(r"(?<=[\w,;’'] )[A-ZÀ-ÖØ-Þ][\w’'-]*|(?<=['’])[A-ZÀ-ÖØ-Þ][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as written and its key."""

    text: str
    key: str


def compare(short: Words, long: Words) -> Match | None:
    """How the shorter text is the same words as the longer one, or None. Keys must not be empty."""
    found = _part(short, long)
    if found is not None:
        return "part" if found else None
    if _overlap(short.key, long.key):
        return "part"
    return "edit" if _edit(short, long) else None


def contained(short: Words, long: Words) -> bool:
    """Does the shorter text stand in the longer one word for word, gaps aside?"""
    return _part(short, long) is True


def _part(short: Words, long: Words) -> bool | None:
    """True where it stands there, False where it stands there under a negation, None where it does not."""
    whole = f" {long.key} "
    at = 0
    starts: list[int] = []
    for piece in short.key.split(f" {GAP} "):
        at = whole.find(f" {piece} ", at)
        if at < 0:
            return None
        starts.append(whole.count(" ", 0, at))
        at += len(piece) + 1
    ahead = long.key.split()
    negated = any(_governed(ahead, start, long.text) for start in starts)
    return not negated


def _governed(words: list[str], start: int, text: str) -> bool:
    """Does a negation before ``start``, in the same sentence, reach the words that begin there?"""
    before = words[max(0, start - _REACH) : start]
    for back, word in enumerate(reversed(before), 1):
        if word == GAP:
            return False
        if word in NEGATIONS:
            return not _sentence_between(text, start - back, start)
    return False


def _sentence_between(text: str, first: int, second: int) -> bool:
    """Does a sentence begin after the token ``first`` and not after ``second``?"""
    seen = 0
    for sentence in _SENTENCE.split(text):
        if first < seen <= second:
            return True
        seen += len(tokens(sentence))
    return False


def _overlap(one: str, two: str) -> bool:
    """Is the end of one the beginning of the other, for most of the shorter text?"""
    least = 0.6 * (min(one.count(" "), two.count(" ")) + 1)
    for ending, beginning in ((one, two), (two, one)):
        words = beginning.split()
        padded = f" {ending} "
        at = padded.find(f" {' '.join(words[:5])} ")
        if at < 0:
            continue
        shared = padded[at:].split()
        if len(shared) >= least and shared == words[: len(shared)]:
            return sum(map(is_content, shared)) >= _FOR_OVERLAP
    return False


def _edit(short: Words, long: Words) -> bool:
    s, window, offset = _aligned(short.key.split(), long.key.split())
    if not window:
        return False
    names = _names(short.text) | _names(long.text)
    steps = [step for step in Levenshtein.opcodes(s, window) if step.tag != "equal"]
    matched = sum(map(is_content, s)) - sum(sum(map(is_content, s[x.src_start : x.src_end])) for x in steps)
    skipped = steps[0].dest_end if steps and steps[0].tag == "insert" and steps[0].src_start == 0 else 0
    if _governed(long.key.split(), offset + skipped, long.text):
        return False
    cost, lost = 0.0, 0
    for step in steps:
        removed, added = s[step.src_start : step.src_end], window[step.dest_start : step.dest_end]
        if not removed and step.src_start in (0, len(s)):
            continue  # the longer text goes on: truncation
        if GAP in removed or GAP in added:
            if NEGATIONS.intersection(removed + added) and not (removed and added):
                return False
            continue
        found = _difference(removed, added, names)
        if found is None:
            return False
        matched, cost, lost = matched + found[0], cost + found[1], lost + found[2]
    if matched < _FOR_FORMS or cost > 0.25 * matched:
        return False
    if (lost or cost >= 1) and matched < _FOR_SYNONYMS:
        return False
    return lost <= matched // _FOR_SYNONYMS


def _aligned(short: list[str], long: list[str]) -> tuple[list[str], list[str], int]:
    """The shorter text, the stretch of the longer one that it may be, and where that begins."""
    if GAP in short or GAP in long:
        return short, long, 0
    codes: dict[str, str] = {}
    for word in (*short, *long):
        codes.setdefault(word, chr(0x4E00 + len(codes)))
    spelled = "".join(codes[word] for word in short), "".join(codes[word] for word in long)
    found = fuzz.partial_ratio_alignment(*spelled, score_cutoff=70)
    if found is None:
        return short, [], 0
    slack = 3 + len(short) // 8
    start = max(0, found.dest_start - slack)
    return short, long[start : found.dest_end + slack], start


def _difference(removed: list[str], added: list[str], names: frozenset[str]) -> tuple[int, float, int] | None:
    """What one difference costs: (words matched after all, cost, words lost); None: two utterances."""
    left, right = list(removed), list(added)
    matched, cost = 0, 0.0
    for word in removed:
        twin = next((w for w in right if w == word or (is_content(word) and _form(word, w))), None)
        if twin is None:
            twin = next((w for w in right if is_content(word) and is_content(w) and synonyms(word, w)), None)
            cost += 0.5 if twin is not None else 0.0
        if twin is not None:
            left.remove(word)
            right.remove(twin)
            matched += is_content(word)
            cost += 0.25
    if any(turns(word) or counts(word) or word in names for word in (*left, *right)):
        return None
    gone, come = [w for w in left if is_content(w)], [w for w in right if is_content(w)]
    if gone and come:
        return None
    lost = len(gone) + len(come)
    return matched, cost + 0.15 * (len(left) + len(right) - lost) + lost, lost


def _form(one: str, two: str) -> bool:
    return not counts(one) and not counts(two) and not one[0].isdigit() and inflected(one, two)


def _names(text: str) -> frozenset[str]:
    """Folded words with a capital that no sentence start explains."""
    return frozenset(fold(part) for match in _CAPITAL.finditer(text) for part in re.split(r"[’'-]", match[0]))
