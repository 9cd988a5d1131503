"""Patterns of names: what a person looks like in French text, before any tagger is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotes import lexicon
from quotes.entities.names import PARTICLES, fold
from quotes.lexicon.trie import one_of
from quotes.syntax.words import AUXILIARIES
from quotes.text.persons import PARTICLE

CAP = r"[A-ZÀ-ÖØ-ÞŒ][\w'’À-ÿ]*(?:-[\w'’À-ÿ]+)*"


@cache
def placed_patterns() -> tuple[re.Pattern[str], ...]:
    """Two or three capitals where a person must stand: next to a function. Before the first a verb has to stand."""
    roles = one_of(r for r in lexicon.roles() if r.islower())
    name = rf"{CAP}(?:[ ](?:{PARTICLE}\s?)*{CAP}){{1,2}}"
    return (
        re.compile(rf"(?<=\w )(?P<name>{name})(?=,? (?:le |la |l'|un |une )?(?:{roles})\b)"),
        re.compile(rf"\b(?:{roles})\b[^.,;:!?«»()\n]{{0,60}}, (?P<name>{name})(?=[,.;:)])"),
        re.compile(
            rf"\b(?:le |la |l'|un |une )[A-ZÀ-Ý][\w-]+(?:ien|ienne|ais|aise|ois|oise|ain|aine|éen|éenne|and|ande|ol|ole|ard|arde) (?P<name>{name})"
        ),
        re.compile(rf"(?P<name>{name}), (?:le |la |l'|un |une |ancien |ancienne )?(?:{roles})\b"),
    )


@cache
def _verbs() -> frozenset[str]:
    forms = lexicon.verb_forms().items()
    return frozenset(f for f, r in forms if any(s in ("finite", "past") for _, s in r) and len(f) > 3)


def behind_verb(view: str, start: int) -> bool:
    """Does a verb that takes a speaker stand before an offset, a blank between (*a déclaré Paul Roy*)?"""
    word = re.search(r"\w+ $", view[max(0, start - 30) : start])
    return word is not None and word.group()[:-1] in _verbs()


# *le Bureau d'enquêtes* sur les accidents de transport, *le Centre de lutte* contre la désinformation
_ABOUT = (
    r"(?P<about>(?<=[a-zà-ÿ]{4}) (?<!Cour des comptes )(?:sur|contre|pour) (?:l[ea] |les |l')[a-zà-ÿ][\w'-]{2,}"
    r"(?: (?:de la |de l'|des |du |de |d')[a-zà-ÿ][\w'-]{2,})*)?"
)


@cache
def of_body() -> re.Pattern[str]:
    """*l'Académie de médecine*, *le Parti des vallées*: a body that goes on in small letters."""
    nouns = one_of(n.capitalize() for n in lexicon.organisations() if n.isalpha() and len(n) > 3)
    word = r"[a-zà-ÿ][\w'-]{2,}"
    more = rf"(?:de la |de l'|des |du |de |d')(?:{word}|{CAP})(?: et (?:de la |de l'|des |du |de )?{word})?"
    return re.compile(
        rf"\b(?:[Ll]e |[Ll]a |[Ll]'|[Dd]u |[Aa]u |[Uu]ne? )(?P<name>(?:{nouns})(?: [a-zà-ÿ]+(?:al|ale|ique|ien|ienne|aine?|aise?|ère?))?"
        rf"(?: {more}){{1,3}}{_ABOUT})(?![\w'])"
    )


# *l'association Sauvez les Murs*, *le collectif Stop aux loyers fous*: what such a noun is called may be a whole phrase
CALLED_BODY = re.compile(
    r"\b(?:association|collectif|coordination|mouvement|comité|parti|plateforme|réseau|coalition|ONG|asbl) "
    rf"(?P<name>{CAP}(?: (?:les|la|le|nos|notre|aux|au|des|du|de|pour|sans|contre|et) {CAP})+)(?![\w'])"
)


# *l'association Droit au logement*, *le collectif Sauvons la gare*: one that goes on in small letters up to its verb
SENTENCE_BODY = re.compile(
    r"\b(?:[Ll]'|[Ll]e |[Ll]a |[Uu]ne? )(?:association|collectif|coordination|mouvement|comité|plateforme|réseau|coalition|ONG|fédération) "
    r"(?P<name>[A-ZÀ-Ý][\w'-]+(?: (?:(?:à|au|aux|du|des|de|la|le|les|pour|en|sans|contre|nos|notre|et) )*(?:[ld]')?[a-zà-ÿ][\w'-]*){1,3}?)"
    r"(?= (?P<verb>[a-zà-ÿ]+))"
)


@cache
def beside_body() -> re.Pattern[str]:
    """*la société éditrice, la bretonne Verrac,*: a name that the noun of a body says what it is."""
    nouns = one_of({*lexicon.organisations(), "production"} - lexicon.roles().keys())
    return re.compile(
        rf"\b(?:[Ll]e |[Ll]a |[Ll]'|[Uu]ne? )(?:{nouns})(?: [a-zà-ÿ]+)?, (?:l[ea] [a-zà-ÿ-]+ )?(?P<name>{CAP}(?: {CAP})?),"
    )


_PAIR = re.compile(
    rf"(?<![\w'-])(?P<name>{CAP}) et (?P<other>{CAP})(?= (?P<family>(?:{PARTICLE}\s?)*{CAP}))",
)


def given_pairs(view: str) -> Iterator[re.Match[str]]:
    """*Luc et Samuel Testuz*: two given names before one surname; the group ``name`` is the first."""
    return (m for m in _PAIR.finditer(view) if _is_listed(m["name"]) and _is_listed(m["other"]))


@cache
def _beside_function() -> re.Pattern[str]:
    roles = one_of(r for r in lexicon.roles() if r.islower())
    return re.compile(
        rf"\b(?:(?:[Ss]on|[Ss]a|[Ll]eur) [a-zà-ÿ-]+|(?:(?:[Ll]e|[Ll]a|[Uu]ne?) |[Ll]')(?:{roles}))"
        rf"(?: [a-zà-ÿ' -]{{1,30}})?, (?P<name>{CAP})(?=,| \(|\.(?:\s|$))"
    )


def given_alone(view: str) -> Iterator[re.Match[str]]:
    """*sa fille, Zoé,*: a given name alone beside a function."""
    return (m for m in _beside_function().finditer(view) if _is_listed(m["name"]))


def _is_listed(word: str) -> bool:
    return len(word) > 2 and word in lexicon.first_names()


TITLED = re.compile(
    rf"(?<![\w'])(M\.|MM\.|Mr\.?|Mmes?\.?|Mlle|Me|Mes|Dr\.?|Pr\.?|Mgr|Monsieur|Madame|Maître|Mademoiselle)\s"
    rf"((?:[A-Z]\.\s?-?)*(?:{PARTICLE}\s?)*{CAP}(?:\s(?:{PARTICLE}\s?)*{CAP}){{0,3}})"
)


INITIALED = re.compile(
    rf"(?<![\w'.])((?:[A-ZÉ][a-z]?\.\s?-?){{1,3}}|[A-Z]-[A-Z]\.?)\s?((?:{PARTICLE}\s)*[A-ZÀ-Ý][\wÀ-ÿ'-]{{2,}})"
)


# *Anne - Lise Berthod*: a page that sets its hyphens between blanks
SPACED = re.compile(rf"(?<![\w'-])(?P<name>{CAP}) - $")


# *Sabrina, 34 ans,*: whoever has an age is a person
AGED = re.compile(rf"(?<![\w'-])(?P<name>{CAP}(?: {CAP})?), \d{{1,2}} ans(?=[,.;:)])")


def capital_end(view: str, start: int, end: int) -> int:
    """A person's name ends where small words that are no particles begin."""
    position = start
    kept = start
    for word in view[start:end].split(" "):
        small = word[:1].islower() and fold(word).split("-")[0] not in PARTICLES and not word.startswith("d'")
        if small and kept > start:
            return kept
        position += len(word)
        if not small and word[:1].isupper() or word[:1].isdigit():
            kept = position
        position += 1
    return kept if kept > start else end


def of_organisation(view: str, start: int) -> bool:
    """Does a noun for an organisation stand right before (*la chaîne quatarie Al Jazeera*)?"""
    before = re.findall(r"[\w'-]+|[.,;:]", view[max(0, start - 40) : start])[-3:]
    for word in reversed(before):
        if word in (".", ",", ";", ":"):
            return False
        low_word = word.lower().removeprefix("l'").removeprefix("d'")
        if low_word in lexicon.roles() or low_word in ("de", "du", "des") or low_word in AUXILIARIES:
            return False  # *Le conseil a reçu Titouan Morel*
        if low_word in lexicon.organisations():
            return True
    return False
