"""Dates as French and English sources write them → ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january janv jan",
            "fevrier february fevr fev feb",
            "mars march mar",
            "avril april avr apr",
            "mai may",
            "juin june jun",
            "juillet july juil jul",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NAMED = re.compile(r"\b(\d{1,2})(?:er)?\.?\s+([a-z]+)\.?,?\s+(\d{4})\b")
_ENGLISH = re.compile(r"\b([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?")


def iso(text: str | None) -> str | None:
    """The day (with its time, where ISO 8601 or a mail header gives it) in a text, None where it holds none.

    *mardi 14 novembre 2023*, *14/11/2023* (day first, as in France), *November 14, 2023*, *20231114*.
    """
    text = (text or "").strip()
    if not text:
        return None
    try:
        # "2023-11-14 18:30:00" is what databases have for the T
        return datetime.fromisoformat(text).isoformat() if len(text) > 10 else date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, IndexError, TypeError):
        pass
    return _loose(text)


def _loose(text: str) -> str | None:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    if match := _COMPACT.fullmatch(plain):
        return _day(match[1], match[2], match[3])
    for match in _NAMED.finditer(plain):
        if match[2] in _MONTHS:
            return _day(match[3], _MONTHS[match[2]], match[1])
    for match in _ENGLISH.finditer(plain):
        if match[1] in _MONTHS:
            return _day(match[3], _MONTHS[match[1]], match[2])
    if match := _NUMBERS.search(plain):
        return _day(match[3], match[2], match[1])
    return None


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
