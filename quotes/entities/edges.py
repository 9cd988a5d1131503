"""Edges: where a name begins and where it ends, by the text around it."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotes import lexicon
from quotes.entities.names import is_given
from quotes.syntax.article import ParsedArticle
from quotes.text.persons import STOPWORDS
from quotes.types import Span


def wrapped(view: str, at: int) -> bool:
    """Is this line break one of a page set in narrow lines, which may stand within a name?"""
    line = view.rfind("\n", 0, at) + 1
    behind = re.compile(r"\n(?!\n)([\w'-]+)[^\n]*").match(view, at)
    if behind is None or at - line < 18 or behind.group(1) in STOPWORDS:
        return False
    return behind.end() - at > 18 or behind.end() < len(view) and view[behind.end() - 1] in ".,;:»"


def before_sentence(view: str, start: int, end: int) -> int:
    """*X. La ministre*: the name ends where a small word with a capital opens the next sentence."""
    for match in re.finditer(r"\. ([\w']+)", view[start:end]):
        if match.group(1) in STOPWORDS:
            return start + match.start()
    return end


def before_given(text: str) -> int:
    """The length of what stands before the given name: *Loire-Atlantique Maud Lebreton* begins with *Maud*."""
    parts = text.split()
    for i, part in enumerate(parts[:-1]):
        if is_given(part):
            return len(" ".join(parts[:i])) + 1 if i else 0
    return 0


def with_adjective(article: ParsedArticle, end: int) -> int:
    """The end of *Comité régional porcin* where the tagger stops before the last adjective."""
    i = article.token_at(end)
    if i >= len(article.tokens) or article.tokens[i].start != end + 1:
        return end
    token = article.tokens[i]
    return (
        token.end
        if (token.upos == "ADJ" or token.dep == "amod") and token.text.islower() and article.view[end] == " "
        else end
    )


def heading_noun(article: ParsedArticle, start: int, text: str) -> bool:
    """*Prison d'Andenne : …*, *Budget : …*: a noun that has its capital from the place where it stands."""
    block = article.block_at(start)
    first = text.split()[0]
    if block is None or block.start != start or is_given(first) or first in lexicon.titles():
        return False
    behind = article.view[start + len(first) : start + len(first) + 4]
    return bool(re.match(r" ?:| (?:de|du|d')\b", behind))


_DATELINE = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý' -]{2,}(?: ?\([^)\n]{1,30}\)|, [^—–.\n]{1,40})? ?(?:—|–|--|- |-(?=[A-ZÀ-Ý]))")


def dateline(article: ParsedArticle, start: int) -> bool:
    """*GATINEAU – …*, *LOMÉ, 3 mars (ATOP) – …*: where a page was written."""
    block = article.block_at(start)
    return block is not None and block.start == start and _DATELINE.match(article.view, start) is not None


_FIRMS = frozenset(
    "gestion holding consulting immobilier immobilière services transports éditions productions industries".split()
)


def firm(text: str) -> bool:
    """*Groupe Verrac*, *Gestion Bel-Air*: the noun of a body stands in front, or a trade in it: no person."""
    parts = [part.lower() for part in text.split()]
    if len(parts) < 2 or is_given(text.split()[0]):
        return False
    return parts[0] in lexicon.organisations() and parts[0] not in lexicon.roles() or not _FIRMS.isdisjoint(parts)


_BEARER = re.compile(r"([\w-]+)(?: [a-zà-ÿ]+){0,3}? (?:de la |de l'|de |du |d'|des )(?:la |le |l')?$")


def bearer_of(view: str, start: int) -> int:
    """Where *le ministère de l'* begins before *Intérieur*: the noun makes an organisation of what follows; else 0."""
    begin = max(0, start - 60)
    own = re.match(r"(?:de la |de l'|de |du |d'|des )", view[start : start + 6])
    match = _BEARER.search(view[begin : start + (own.end() if own else 0)])
    return begin + match.start() if match and match.group(1).lower() in _SEATS else 0


_SEATS = frozenset(
    "ministère préfecture parquet mairie tribunal cour chambre université conseil rectorat région département office"
    " fédération syndicat association ambassade gouvernement présidence police gendarmerie diocèse métropole"
    " agence".split()
)


def runs(article: ParsedArticle) -> list[tuple[int, int]]:
    """Two or three capitalised words that the tagger takes for proper nouns and no entity covers."""
    tokens = article.tokens
    out: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        j = i
        while (
            j < len(tokens)
            and tokens[j].upos == "PROPN"
            and tokens[j].text[:1].isupper()
            and tokens[j].text[1:].islower()
            and (j == i or tokens[j].start - tokens[j - 1].end == 1)
        ):
            j += 1
        if 2 <= j - i <= 3 and tokens[i].text not in STOPWORDS:
            start, end = tokens[i].start, tokens[j - 1].end
            flat = any(tokens[x].dep in ("flat:name", "flat") for x in range(i + 1, j))
            near = article.entities_near(start, end)
            if flat and not any(e.start < end and start < e.end for e in near):
                out.append((start, end))
        i = max(j, i + 1)
    return out


def meeting(spans: list[Span], start: int, end: int) -> list[Span]:
    """Of spans in order that do not overlap, those that share something with a stretch."""
    last = bisect_left(spans, (end, end))
    first = last
    while first and spans[first - 1][1] > start:
        first -= 1
    return spans[first:last]
