"""Wording: what the words of a noun phrase say by themselves: its opener, number and gender, its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENER = re.compile(
    r"(?:l'|le |la |les |un |une |des |ce |cet |cette |ces |son |sa |ses |leur |leurs |notre |nos |plusieurs |certain"
    r"|quelque|deux |trois |près de )",
    re.IGNORECASE,
)
_STRIPPED = re.compile(
    r"^(?:l'|le |la |les |un |une |des |ce |cet |cette |ces |son |sa |ses |leur |leurs |notre |nos )", re.IGNORECASE
)
_TITLED = re.compile(r"^(?:M\.|Mme|MM\.|Mmes|Monsieur|Madame) (?=(?:le|la|l'|les)\b)")
_PLURAL = frozenset(
    ("les", "des", "ces", "ses", "leurs", "nos", "plusieurs", "certain", "quelque", "deux", "trois", "près de")
)

DEMONSTRATIVES = frozenset("ce cet cette".split())
POSSESSIVES = frozenset("son sa leur notre mon ma".split())
INDEFINITE = frozenset("un une".split())


@dataclass(frozen=True, slots=True)
class Wording:
    """A noun phrase: ``text`` as written, ``bare`` without title and determiner, ``opener`` the determiner."""

    text: str
    bare: str
    opener: str

    @property
    def plural(self) -> bool:
        """By its determiner."""
        return self.opener in _PLURAL

    def gender(self, morph: str = "") -> str | None:
        """m or f by the determiner, else by the morphology of the head."""
        if self.opener in ("la", "une", "cette", "sa"):
            return "f"
        # *son avocate*, *l'élue*: only before a consonant does the determiner tell the gender
        if self.opener in ("le", "un", "ce") or self.opener == "son" and not _vowel(self.bare) or self.opener == "cet":
            return "m"
        return "f" if "Gender=Fem" in morph else "m" if "Gender=Masc" in morph else None


def wording(text: str) -> Wording:
    """Read the phrase."""
    opener = _OPENER.match(text)
    return Wording(text, _STRIPPED.sub("", _TITLED.sub("", text)), opener.group().strip().lower() if opener else "")


def _vowel(word: str) -> bool:
    return word[:1].lower() in "aeiouyéèêâîôûhœ"


def own_words(text: str) -> str:
    """A source as it names itself: without what follows a comma, and without a heading that runs into it."""
    text = re.sub(r"^(?:M\.|Mme|Monsieur|Madame) (?=(?:le|la|l')\b)", "", text)
    text = re.sub(r"^[A-ZÀ-Ý].*\s(?=(?:Le|La|Les|L'|Un|Une)\s?[a-zà-ÿ])", "", text)
    text = re.sub(r" ?\([^)]*\)$", "", text.split(",")[0].rstrip())
    return " ".join(text.split()).strip(' .:;«»"')
