"""Names as algebra: parts, variants, and which form is the fuller one. Strings only."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quotes import lexicon

PARTICLES = frozenset(
    "de du des d' di da dos das do del della van von der den ten ter le la ben bin ibn el al ould mac mc o' y e".split()
)
_SPLIT = re.compile(r"[^\s,()]+")
_INITIAL = re.compile(r"(?:[A-ZÀ-Ý]\.?-?){1,3}$|[A-ZÀ-Ý][a-z]?\.$")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Small letters, no accents, one kind of apostrophe and hyphen, single blanks."""
    text = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("\u2010", "-").replace("\u2011", "-"))
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).casefold().split())


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """The words of a name as written, its titles left out (*M. Le Pen* → Le, Pen)."""
    found = _SPLIT.findall(name.replace(" - ", "-"))  # *Anne - Lise*: a page that sets its hyphens between blanks
    titles = lexicon.titles()
    while len(found) > 1 and (
        found[0] in titles or found[0][0].islower() and fold(found[0]) not in PARTICLES or found[0] in ("le", "la")
    ):
        found = found[1:]
    return tuple(found)


def title_gender(name: str) -> str | None:
    """m or f where the name carries a title of one gender."""
    found = _SPLIT.findall(name)
    gender = lexicon.titles().get(found[0]) if len(found) > 1 else None
    return gender if gender in ("m", "f") else None


def is_given(word: str) -> bool:
    """Is the word a given name, also a compound one (*Jean-Paul*)?"""
    names = lexicon.first_names()
    if word in names or word.capitalize() in names:
        return True
    parts = [part for part in word.split("-") if part]
    return bool(parts) and "-" in word and all(part.capitalize() in names for part in parts)


def is_initial(word: str) -> bool:
    """*J.*, *J.-M.*, *J-M*, *B.*"""
    return (
        bool(_INITIAL.match(word))
        and len(word.replace(".", "").replace("-", "")) <= 3
        and ("." in word or "-" in word or len(word) == 1)
    )


def given_gender(name: str) -> str | None:
    """m or f by the given name."""
    parts = words(name)
    if not parts:
        return None
    # the surname may stand first: *Ahoussou Marie-Laure*
    ends = parts[:1] if PARTICLES.intersection(map(fold, parts[-2:-1])) else (parts[0], parts[-1])  # *Ben Salah*
    for candidate in (piece for end in ends for piece in (end, end.split("-")[0])):
        gender = lexicon.first_names().get(candidate) or lexicon.first_names().get(candidate.capitalize())
        if gender in ("m", "f"):
            return gender
    return None


@lru_cache(maxsize=8192)
def split(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and surname, folded. One word alone is a surname, unless it is a known given name."""
    parts = words(name)
    if not parts:
        return (), ()
    if len(parts) == 1:
        return ((fold(parts[0]),), ()) if is_given(parts[0]) else ((), (fold(parts[0]),))
    cut = 1
    while cut < len(parts) - 1 and (
        is_given(parts[cut]) and fold(parts[cut]) not in PARTICLES or is_initial(parts[cut])
    ):
        cut += 1
    return tuple(fold(p) for p in parts[:cut]), tuple(fold(p) for p in parts[cut:])


def _initials(given: tuple[str, ...]) -> str:
    return "".join(piece[0] for part in given for piece in re.split(r"[-. ]", part) if piece)


def same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Do the given names agree (equal, one the initials of the other, hyphen or not)?"""
    if not a or not b:
        return True
    joined_a, joined_b = "-".join(a), "-".join(b)
    if joined_a == joined_b:
        return True
    short = [all(is_initial(p.upper()) or len(p.strip(".-")) <= 1 for p in g) for g in (a, b)]
    if any(short):
        x, y = _initials(a), _initials(b)
        return x.startswith(y) or y.startswith(x)
    pieces_a, pieces_b = joined_a.split("-"), joined_b.split("-")
    return pieces_a[0] == pieces_b[0] and (len(pieces_a) == 1 or len(pieces_b) == 1)


def variant(short: str, full: str) -> bool:
    """Can ``short`` stand for the person named ``full`` (surname, given name alone, initials, capitals)?"""
    given_s, family_s = split(short)
    given_f, family_f = split(full)
    if fold(" ".join(words(short))) == fold(" ".join(words(full))):
        return True
    if not family_s:
        if given_s and family_f and given_s[-1] == family_f[-1] and len(family_f) == 1:
            return True
        return bool(given_s) and bool(given_f) and "-".join(given_f) == "-".join(given_s)
    if not family_f:
        return False
    if not given_s:
        whole = fold(" ".join(words(full))).split()
        if len(family_s) == 1 and len(words(short)) == 1 and family_s[:1] == tuple(whole[:1]) and len(whole) > 1:
            return True  # a given name that the lexicon does not know
        bare = [w.removeprefix("d'") for w in family_f if w not in PARTICLES]
        return (
            family_f[-len(family_s) :] == family_s
            or (bool(bare) and tuple(bare[-len(family_s) :]) == family_s)
            or family_f[0] == family_s[0]
            and len(family_s) == 1
            and family_s[0] not in PARTICLES
            and len(bare) > 1
        )
    same_family = family_f[-len(family_s) :] == family_s or family_s[-len(family_f) :] == family_f
    if same_family and same_given(given_s, given_f):
        return True
    whole_s, whole_f = given_s + family_s, given_f + family_f
    return len(whole_s) >= 2 and (
        whole_s in (whole_f[-len(whole_s) :], whole_f[: len(whole_s)]) or sorted(whole_s) == sorted(whole_f)
    )


@lru_cache(maxsize=8192)
def fullness(name: str) -> tuple[int, int, int, int]:
    """A key: the fuller of two names of one person has the greater."""
    parts = words(name)
    spelled = sum(not is_initial(p) for p in parts)
    return spelled, len(parts), int(not name.isupper()), len(name)


_SMALL = PARTICLES | frozenset("et pour the of and en a au aux l' les sur contre l d".split())


def acronym_of(acronym: str, full: str) -> bool:
    """*CGT* of *Confédération générale du travail*, *HRW* of *Human Rights Watch*."""
    letters = re.sub(r"[^a-z0-9]", "", fold(acronym))
    return len(letters) >= 2 and acronym[:2].isupper() and letters in acronyms(full)


@lru_cache(maxsize=8192)
def acronyms(full: str) -> frozenset[str]:
    """The letters that may stand for a name of several words: its initials, without small words or with them."""
    parts = [w for w in re.split(r"[\s'-]+", fold(full)) if w]
    if len(parts) < 2:
        return frozenset()
    heads = "".join(w[0] for w in parts if w not in _SMALL)
    every = "".join(w[0] for w in parts)
    return frozenset([heads, every, *(heads[:n] for n in range(3, len(heads)))])
