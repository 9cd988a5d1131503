"""Mentions: every name that an article writes, with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quotes import lexicon
from quotes.cues.reading import Reading
from quotes.speakers.names import is_given, words


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written. ``kind`` is person, organisation, place or unknown; ``sure`` where more than
    the tagger says so. ``quoted`` where it stands inside a quotation.
    """

    start: int
    end: int
    text: str
    kind: str
    sure: bool
    quoted: bool
    heading: bool


_CAP = r"[A-ZÀ-ÖØ-ÞŒ][\w'’À-ÿ]*(?:-[\w'’À-ÿ]+)*"
_PARTICLE = r"(?:de la|de|du|des|d'|di|da|dos|das|del|della|van der|van den|van|von|der|den|ter|ben|bin|ibn|el|al|ould|le|la|Le|La|De|Di|Du|Da|Dos|Van|Von|Ben|El|Al|M'|N'|O')"
_TAIL = rf"(?:\s(?:{_PARTICLE}\s?)*{_CAP}){{1,3}}"


@cache
def _given() -> re.Pattern[str]:
    names = sorted(lexicon.first_names(), key=len, reverse=True)
    alternatives = "|".join(re.escape(n) for n in names)
    return re.compile(
        rf"(?<![\w'-])((?:{alternatives})(?:[- ](?:{alternatives})(?![\w]))*(?:-[A-ZÀ-Ý][\w]+)?(?:\s[A-Z]\.)?)"
        rf"((?:\s(?:{_PARTICLE}\s?)*[A-ZÀ-ÖØ-ÞŒ][\w'À-ÿ]*(?:-[\wÀ-ÿ']+)*){{1,3}})"
    )


_TITLED = re.compile(
    rf"(?<![\w'])(M\.|MM\.|Mr\.?|Mmes?\.?|Mlle|Me|Mes|Dr\.?|Pr\.?|Mgr|Monsieur|Madame|Maître|Mademoiselle)\s"
    rf"((?:[A-Z]\.\s?-?)*(?:{_PARTICLE}\s?)*{_CAP}(?:\s(?:{_PARTICLE}\s?)*{_CAP}){{0,3}})"
)
_INITIALED = re.compile(rf"(?<![\w'.])((?:[A-ZÉ][a-z]?\.\s?-?){{1,3}}|[A-Z]-[A-Z]\.?)\s?((?:{_PARTICLE}\s)*[A-ZÀ-Ý][\wÀ-ÿ'-]{{2,}})")
_STOPWORDS = frozenset(
    "Le La Les L' Un Une Des De Du Ce Cette Ces Il Elle Ils Elles On Mais Et Ou Pour Par Dans Sur Selon Avec Sans Après Avant"
    " Depuis Quand Si Comme Alors Ainsi Plus Tout Tous Toute Toutes Son Sa Ses Leur Leurs Nous Vous Je Tu En Au Aux À A"
    " Interrogé Interrogée Quant Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Janvier Février Mars Avril Mai Juin"
    " Juillet Août Septembre Octobre Novembre Décembre C' S' Qu' Que Qui".split()
)


def names(reading: Reading) -> tuple[Name, ...]:
    """The names of an article in reading order, overlaps resolved in favour of the longer, surer one."""
    found: list[Name] = []
    view = reading.view

    def add(start: int, end: int, kind: str, sure: bool) -> None:
        while end > start and view[end - 1] in " .,-'" and not re.search(r"\b[A-Z]\.$", view[start:end]):
            end -= 1
        text = " ".join(view[start:end].split())
        if len(text) < 2:
            return
        found.append(Name(start, end, text, kind, sure, _quoted(reading, start), _heading(reading, start)))

    for match in _given().finditer(view):
        end = match.end()
        if "\n" in match.group():
            end = match.start() + match.group().index("\n")
        text = view[match.start() : end].split()
        while len(text) > 1 and (text[-1] in _STOPWORDS or text[-1].rstrip("'") + "'" in _STOPWORDS):
            text = text[:-1]
        if len(text) < 2:
            continue
        add(match.start(), view.index(text[-1], match.start() + len(text[0])) + len(text[-1]), "person", True)
    for match in _TITLED.finditer(view):
        if "\n" not in match.group() and match.group(2) not in _STOPWORDS:
            add(match.start(), match.end(), "person", True)
    for match in _INITIALED.finditer(view):
        if "\n" not in match.group() and match.group(2).split()[-1] not in _STOPWORDS and not view[match.start() : match.end()].isupper():
            add(match.start(), match.end(), "person", True)
    for entity in reading.document.entities:
        text = view[entity.start : entity.end]
        if "\n" in text or not any(c.isupper() for c in text):
            continue
        first = text.split()[0]
        if entity.label == "PER":
            if text in _STOPWORDS or not text[0].isupper():
                continue
            start = entity.start + (len(first) + 1 if first in _STOPWORDS and first not in ("Le", "La") and len(text.split()) > 1 else 0)
            add(start, entity.end, "person", len(words(text)) > 1)
        elif entity.label == "ORG":
            add(entity.start, entity.end, "organisation", False)
        elif entity.label == "LOC":
            add(entity.start, entity.end, "place", False)
        elif entity.label == "MISC":
            add(entity.start, entity.end, "unknown", False)
    return _settle(found)


def _settle(found: list[Name]) -> tuple[Name, ...]:
    """Longest first; a sure person beats what the tagger says of the same place."""
    kept: list[Name] = []
    taken: list[tuple[int, int]] = []
    for name in sorted(found, key=lambda n: (-(n.kind == "person" and n.sure), -(n.end - n.start), n.start)):
        if any(a < name.end and name.start < b for a, b in taken):
            continue
        kept.append(name)
        taken.append((name.start, name.end))
    return tuple(sorted(kept, key=lambda n: n.start))


def _quoted(reading: Reading, at: int) -> bool:
    return any(s.start <= at < s.end for s in reading.spans if s.depth == 0)


def _heading(reading: Reading, at: int) -> bool:
    return any(b.kind == "heading" and b.start <= at < b.end for b in reading.blocks)


def looks_personal(text: str) -> bool:
    """Does a name look like a person's (a known given name first)?"""
    parts = words(text)
    return len(parts) > 1 and is_given(parts[0])
