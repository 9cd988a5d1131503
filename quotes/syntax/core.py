"""Core: a noun phrase without what only hangs on it: its noun with what stands before it, adjectives, and *de* X.

*les SMS échangés après la rixe* has the core *les SMS*, *la mère de Paul Roy, assise au fond* *la mère de Paul Roy*.
"""

from __future__ import annotations

from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import low

_BEFORE = ("DET", "ADJ", "NUM")
_BEHIND = ("ADJ", "PROPN", "NOUN", "X", "NUM")
_OF = frozenset("de du des d'".split())


def core(article: ParsedArticle, phrase: Phrase) -> Phrase | None:
    """The core of a noun phrase, None where it has no noun."""
    first, stop = article.token_at(phrase.start), article.token_at(phrase.end)
    nouns = ("NOUN", "PROPN")
    head = phrase.head if phrase.head is not None and article.tokens[phrase.head].upos in nouns else None
    if head is None or not first <= head < stop:
        head = next((i for i in range(first, stop) if article.tokens[i].upos in nouns), None)
    if head is None:
        return None
    begin = head
    while begin > first and article.tokens[begin - 1].upos in _BEFORE and low(article, begin - 1) not in _OF:
        begin -= 1
    end = _end(article, head, stop)
    return Phrase(article.tokens[begin].start, article.tokens[end - 1].end, head)


def _end(article: ParsedArticle, head: int, stop: int) -> int:
    end = head + 1
    while end < stop:
        token = article.tokens[end]
        if token.upos in _BEHIND and "VerbForm=Part" not in token.morph:
            end += 1
            continue
        if low(article, end) not in _OF:
            return end
        inner = end + 1
        while inner < stop and article.tokens[inner].upos in _BEFORE:
            inner += 1
        if inner >= stop or article.tokens[inner].upos not in _BEHIND:
            return end
        end = inner + 1
    return end
