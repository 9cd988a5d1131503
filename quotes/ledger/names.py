"""Names as algebra: what two names of one person have in common, read off the names alone.

`parse` takes titles away and tells full names (*Sam Altman*, *ALTMAN Sam*), initials (*S. Altman*) and bare
ones (*Altman*, *Le Pen*) from what is no name at all (*le maire*). It knows nothing of articles: whether a
bare name *is* the full one is decided in `identity`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from quotes.ledger import tables
from quotes.ledger.canon import fold, tokens
from quotes.lexicon import first_names, organisations, titles

if TYPE_CHECKING:
    from quotes.types import Gender

Form = Literal["full", "initial", "bare", "none"]

_PARTICLES = tables.words("particle")
_INITIAL = re.compile(r"^(?:[A-ZÀ-ÖØ-Þ]\.-?){1,3}$|^[A-ZÀ-ÖØ-Þ](?:-[A-ZÀ-ÖØ-Þ]\.?)?$|^(?:Ch|Ph|Th|Fr|Cl|Gu|Yv)\.$")
_DETERMINERS = re.compile(
    r"^(?:[ld]['’]|(?:les?|la|une?|des|du|de la|de l['’]|son|sa|ses|leurs?|cet|cette|ces?|mon|ma|notre)\s+)",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_GENERIC = tables.words("generic")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person in folded words: ``given`` may be empty or initials, ``family`` is never empty."""

    form: Form
    given: tuple[str, ...]
    family: tuple[str, ...]
    gender: Gender | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Given and family name."""
        return self.given + self.family

    @property
    def key(self) -> str:
        """The words in no order, for telling inverted names to be one."""
        return " ".join(sorted(self.words))


_NOBODY = Name("none", (), ())


@lru_cache(maxsize=1 << 14)
def parse(name: str) -> Name:
    """The parts of a person's name; form ``none`` where the words name nobody (a role, a pronoun)."""
    words, gender = _untitled(_INVISIBLE.sub("", name).replace(",", " , ").split())
    if "," in words:  # Altman, Sam
        at = words.index(",")
        words = [*words[at + 1 :], *words[:at]]
        words = [word for word in words if word != ","]
    elif len(words) > 1 and _shouts(words[0]) and not _shouts(words[-1]) and not _INITIAL.match(words[0]):
        # ALTMAN Sam, LE PEN Marine
        at = next(i for i, word in enumerate(words) if not _shouts(word))
        words = [*words[at:], *words[:at]]
    if not words or not any(word[0].isupper() for word in words) or not _begins(words[0]):
        return _NOBODY
    initials = [word for word in words[:-1] if _INITIAL.match(word)]
    if initials and _INITIAL.match(words[0]) and len(initials) < len(words):
        at = len([word for word in words if word in initials])
        return Name("initial", _flat(words[:at]), _flat(words[at:]), gender)
    heavy = [at for at, word in enumerate(words) if fold(word) not in _PARTICLES]
    if len(heavy) < 2 or heavy[0] != 0:
        return Name("bare", (), _flat(words), gender)
    # The family name begins at the particles before the last heavy word: Marine | Le Pen.
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES:
        start -= 1
    return Name("full", _flat(words[:start]), _flat(words[start:]), gender)


def _untitled(words: list[str]) -> tuple[list[str], Gender | None]:
    gender: Gender | None = None
    known = titles()
    while words and words[0] in known and len(words) > 1:
        gender = gender or {"m": "male", "f": "female"}.get(known[words[0]])  # type: ignore[assignment]
        words = words[1:]
    return words, gender


def _shouts(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _begins(word: str) -> bool:
    return word[0].isupper() or fold(word) in _PARTICLES - {"le", "la", "les", "l", "un", "des", "du"}


def _flat(words: list[str]) -> tuple[str, ...]:
    return tuple(token for word in words for token in tokens(word.replace(".", " ")))


def fits(initial: Name, full: Name) -> bool:
    """Can *S. Altman* be *Sam Altman*?"""
    if full.form != "full" or full.words[-len(initial.family) :] != initial.family:
        return False
    given = full.words[: -len(initial.family)]
    letters = "".join(initial.given)
    return bool(given) and "".join(word[0] for word in given).startswith(letters[: len(given)])


def rank(name: str) -> tuple[int, int, int, int, str]:
    """The fullest name has the smallest rank: most words, no initials, not in capitals, accents kept."""
    parsed = parse(name)
    words = parsed.words or tokens(name)
    initials = sum(len(word) == 1 for word in words)
    shouting = len(name) > 5 and name.isupper() and " " in name
    first = name.split()[0] if name.split() else ""
    return (
        -(len(words) - 2 * initials),
        int(shouting),
        int(first not in first_names()),
        -sum(not c.isascii() for c in name),
        name,
    )


# ── organisations and documents ─────────────────────────────────────────────────────────────────


def undetermined(name: str) -> str:
    """The name without its article: *la CGT* → *CGT*."""
    stripped = _INVISIBLE.sub("", name).strip()
    match = _DETERMINERS.match(stripped)
    # La Poste, Le Figaro: a capital belongs to the name.
    if match and match.end() < len(stripped) and not stripped[0].isupper():
        return stripped[match.end() :].strip()
    return stripped


def thing_key(name: str) -> str:
    """One key for all spellings of the name of an organisation or document."""
    words = list(tokens(undetermined(name)))
    while len(words) > 1 and words[0] in ("l", "le", "la", "les"):
        words = words[1:]
    return " ".join(words) or fold(name)


def proper_organisation(name: str) -> bool:
    """Does it name one organisation for all readers (*CGT*, *armée serbe*), not *le syndicat*?"""
    words = [word for word in undetermined(name).split() if word]
    if not words or fold(name.split()[0]) in ("un", "une", "des", "plusieurs", "certains", "certaines"):
        return False
    nouns = {fold(noun) for noun in organisations()} | _GENERIC
    heavy = [w for word in words for w in tokens(word) if w not in _PARTICLES and w not in ("a", "au", "aux", "en")]
    special = [word for word in heavy if word not in nouns and word.removesuffix("s") not in nouns]
    if words[0][:1].isupper() and fold(words[0]) not in nouns:
        return bool(special)
    capital = any(word.lstrip("ldLD'’(«\"")[:1].isupper() for word in words[1:])
    return capital or (len(heavy) > 1 and bool(special) and words[0] not in ("même", "autre"))


def proper_document(name: str) -> bool:
    """Does it name one document for all readers (*loi Evin*), not *la lettre*?"""
    words = undetermined(name).split()
    return any(word.lstrip("ldLD'’(«\"")[:1].isupper() for word in words[1:]) and fold(words[0]) != "un"


def acronym_of(short: str, long: str) -> bool:
    """Is the first the acronym of the second, by its capitals (*CGT*) or its initials (*Otan*)?"""
    letters = fold(undetermined(short)).replace(".", "").replace("-", "")
    if " " in letters or not 2 <= len(letters) <= 10 or " " not in undetermined(long):
        return False
    initials = "".join(w[0] for w in tokens(undetermined(long)) if w not in _PARTICLES and w not in ("et", "pour"))
    return undetermined(short).isupper() or letters == initials
