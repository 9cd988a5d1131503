"""Roles: functions that an article ties to a name, read off the words beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from quotes import lexicon
from quotes.entities.find import Name
from quotes.entities.names import fold
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import low


@dataclass(frozen=True, slots=True)
class Role:
    """A function that the article ties to somebody: its words, head noun and content words, folded.

    ``of`` is True for one that is somebody else's (*son avocat, X*).
    """

    text: str
    head: str
    content: frozenset[str]
    of: bool = False


_SMALL = frozenset(
    "le la l les un une des de du d a au aux en et par interim pour son sa ses leur ce cette qui ex ancien ancienne nouveau nouvelle actuel actuelle".split()
)


TITLE_ROLES = {
    "Me": "avocat",
    "Maître": "avocat",
    "Dr": "médecin",
    "Docteur": "médecin",
    "Pr": "professeur",
    "Professeur": "professeur",
    "Mgr": "évêque",
    "Monseigneur": "évêque",
}


_SAME_ROLE = {"premiere ministre": "premier ministre"}


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in lexicon.rows("role_synonyms"))


@lru_cache(maxsize=8192)
def role(text: str) -> Role | None:
    """A role from its words, None where no noun of the lexicon names one."""
    plain = re.sub(r"\([^)]*\)", " ", text)
    for phrase, meaning in _synonyms():
        plain = re.sub(rf"\b{re.escape(phrase)}\b", meaning, plain, flags=re.IGNORECASE)
    known = lexicon.roles()
    tokens: list[str] = []
    for token in re.findall(r"[\w-]+", plain.lower()):
        parts = token.split("-")  # *le président-candidat*: both
        tokens.extend(parts if token not in known and len(parts) == 2 and known.keys() >= set(parts) else [token])
    head = None
    for i, token in enumerate(tokens):
        two = " ".join(tokens[i : i + 2])
        if two in known:
            head = two
            break
        if token in known and token not in ("premier", "première", "ancien", "ancienne", "jeune"):
            head = token
            break
    if head is None:
        return None
    base = fold(head)
    content = {_stem(w) for w in re.findall(r"[\w-]+", fold(" ".join(tokens))) if w not in _SMALL}
    content -= {_stem(p) for p in base.split()}
    return Role(" ".join(text.split()), _masculine(base), frozenset(content))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith(("s", "x")) else word


def _masculine(head: str) -> str:
    """One key for both genders: *présidente* → *president*."""
    head = _SAME_ROLE.get(head, head)
    for feminine, masculine in (
        ("trice", "teur"),
        ("euse", "eur"),
        ("iere", "ier"),
        ("ienne", "ien"),
        ("ere", "er"),
        ("ete", "et"),
        ("ve", "f"),
    ):
        if head.endswith(feminine):
            return head[: -len(feminine)] + masculine
    return head.rstrip("e") if len(head) > 3 else head


def roles_beside(article: ParsedArticle, name: Name, starts: Sequence[int]) -> list[tuple[Role, str | None]]:
    """The functions next to a name: *le président X*, *le président, X*, *X, président*, *X (maire)*."""
    out: list[tuple[Role, str | None]] = []
    first = article.token_at(name.start)
    if first >= len(article.tokens) or article.tokens[first].start != name.start:
        return out
    sentence = article.sentence_of_token[first]
    lo, hi = article.range(sentence)
    last = article.token_at(name.end)
    led = _LED.search(article.view[max(0, name.start - 30) : name.start])
    found = role(_LEADS[led.group(1)]) if led else None
    if found is not None:
        out.append((found, None))
    out.extend(_before(article, lo, first))
    if last < hi and article.tokens[last].text in (",", "(", "—"):
        out.extend(_after(article, last + 1, hi, article.tokens[last].text, starts))
    return out


# *le comité présidé par X*: who leads it is its president
_LEADS = {"présidé": "président", "dirigé": "directeur", "fondé": "fondateur", "entraîné": "entraîneur"}
_LED = re.compile(r"\b(présidé|dirigé|fondé|entraîné)e?s? par (?:le |la |l')?$")


def _before(article: ParsedArticle, lo: int, first: int) -> list[tuple[Role, str | None]]:
    """*le maire X*, *le maire (PS) X*, *le maire, X*, *la ministre de la Justice, la libérale X* (both)."""
    found = _one_before(article, lo, first)
    if found is None:
        return []
    start, held, gender = found
    out = [(held, gender)]
    opener = start - 1 if start > lo and low(article, start - 1) in _OPENERS else start
    if opener > lo and article.tokens[opener - 1].text == "," and article.tokens[first - 1].text != ",":
        further = _one_before(article, lo, opener)
        if further is not None and (further[2] is None or gender is None or further[2] == gender):
            out.append((further[1], further[2]))
    return out


def _one_before(article: ParsedArticle, lo: int, first: int) -> tuple[int, Role, str | None] | None:
    tokens = article.tokens
    i = first - 1
    if i >= lo and low(article, i) in _OF:
        return None  # *le patron de Laforge* is not Laforge
    if i >= lo and tokens[i].text == ",":
        i -= 1
    start = None
    while i >= lo and first - i < 22:
        token, word = tokens[i], low(article, i)
        if token.text == ")":
            opening = next((j for j in range(i, max(lo, i - 8) - 1, -1) if tokens[j].text == "("), None)
            if opening is not None:
                i = opening - 1
                continue
        if token.text in (",", ".", ":", ";", "—", "(", ")") or (
            token.upos in ("VERB", "AUX") and word not in lexicon.roles()
        ):
            break
        if token.upos in ("PRON", "SCONJ") or word in _BREAKS:
            break
        if word in lexicon.roles() and (
            i == lo
            or low(article, i - 1) in _OPENERS
            or tokens[i - 1].upos in ("DET", "PUNCT", "ADJ")
            or low(article, i - 1).endswith(("'",))
        ):
            start = i
            if i > lo and (low(article, i - 1) in _OPENERS):
                break
        i -= 1
    if start is None:
        return None
    end = first
    if tokens[first - 1].text == ",":
        end = first - 1
    while start > lo and tokens[start - 1].upos == "ADJ":
        start -= 1
    text = article.view[tokens[start].start : tokens[end - 1].end]
    found = role(text)
    if found is None or len(text.split()) > 16:
        return None
    # a name between the role and this one owns the role (*la porte-parole de Sam Altman, X* does not)
    determiner = low(article, start - 1) if start > lo else ""
    gender = _GENDERS.get(determiner) or _noun_gender(found, determiner)
    return start, replace(found, of=determiner in _POSSESSIVES), gender


_OF = frozenset("de d' du des à au chez".split())
_BREAKS = frozenset("que qu' qui avec par selon contre chez dans sur".split())
_POSSESSIVES = frozenset("son sa leur ses leurs".split())
_OPENERS = frozenset("le la l' un une son sa notre leur ce cette du au mon ma".split())


_GENDERS = {"la": "f", "une": "f", "le": "m", "un": "m"}


def _noun_gender(found: Role, determiner: str) -> str | None:
    """By the noun; *l'administrateur* and *l'auteur* are said of women too."""
    known = lexicon.roles()
    for token in re.findall(r"[\w-]+", found.text.lower()):
        if token in known:
            return known[token] if known[token] == "f" or known[token] == "m" and determiner != "l'" else None
    return None


def _after(
    article: ParsedArticle, start: int, hi: int, opener: str, starts: Sequence[int]
) -> list[tuple[Role, str | None]]:
    tokens = article.tokens
    near = range(start, min(start + 4, hi))
    if not any(
        set(low(article, j).split("-")) <= lexicon.roles().keys()
        or " ".join((low(article, j), low(article, j + 1) if j + 1 < hi else "")) in lexicon.roles()
        for j in near
    ):
        return []
    for j in near:
        if (
            tokens[j].upos in ("VERB", "AUX")
            and low(article, j) not in lexicon.roles()
            or tokens[j].upos == "ADP"
            and j == start
        ):
            return []
        if low(article, j) in lexicon.roles():
            break
    end = start
    while end < hi and tokens[end].text not in (",", ".", ";", ":", ")", "(", "—") and end - start < 18:
        if (
            tokens[end].upos in ("VERB", "AUX")
            and "Fin" in tokens[end].morph
            and low(article, end) not in lexicon.roles()
        ):
            break
        if low(article, end) in ("qui", "dont", "que", "qu'", "lors", "dans", "avant"):
            break
        end += 1
    if end == start or (opener == "(" and (end >= hi or tokens[end].text != ")")):
        return []
    # *X, le président Y a dit*, *X, le praticien souligne*: another person, another subject
    first, last = tokens[start].start, tokens[end - 1].end
    if any(first <= s < last for s in starts[bisect_left(starts, first) : bisect_left(starts, last)]):
        return []
    if end < hi and tokens[end].upos in ("VERB", "AUX") and "Fin" in tokens[end].morph and tokens[start].upos == "DET":
        return []
    text = article.view[tokens[start].start : tokens[end - 1].end]
    found = role(text)
    if found is None:
        return []
    determiner = low(article, start)
    gender = _GENDERS.get(determiner) or _noun_gender(found, determiner)
    return [(replace(found, of=determiner in _POSSESSIVES), gender)]
