"""Reach: how far a source phrase goes, and whom of those that it names it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.context import Context, mention_in
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import low

_INTERIM = re.compile(r" par intérim(?: (?:du |de la |de l'|des |de |d')[\w'-]+)?")
_GROWN = re.compile(
    r" (?:[A-ZÀ-Ý][\w'-]+(?: (?:(?:de la |de |du |des |les |et )[A-ZÀ-Ý]|[A-ZÀ-Ý])[\w'-]+)*|\d{1,3})(?=[ ,.;:»)]|$)"
)
_PREPOSITIONS = frozenset("de d' du des à par avec chez contre pour".split())
_OF_SOMEBODY = re.compile(r"\b(?:de|du|des|à|au|aux|d')\b")


def trimmed(context: Context, phrase: Phrase) -> Phrase:
    """The phrase up to an opening mark or a finite verb, unless a person is named behind it.

    The name of a body that it stops before belongs to it (*un cadre du groupe* Horizons, *une firme du CAC* 40).
    """
    if phrase.pronoun is not None:
        return phrase
    article = context.article
    end = _before_mark(article, phrase, _before_verb(article, phrase))
    interim = _INTERIM.match(article.view, end)
    if interim:
        return replace(phrase, end=interim.end())
    if end == phrase.end:
        return _grown(article, phrase)
    if any(context.mentions[s][0].kind == "person" for s in context.names_in(end, phrase.end)):
        return phrase
    return replace(phrase, end=end)


def _before_verb(article: ParsedArticle, phrase: Phrase) -> int:
    """Where the phrase ends before a finite verb that it runs into."""
    for i in range(article.token_at(phrase.start) + 1, article.token_at(phrase.end)):
        token = article.tokens[i]
        finite = token.upos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph
        if finite and low(article, i) not in lexicon.roles():
            return article.tokens[i - 1].end
    return phrase.end


def _before_mark(article: ParsedArticle, phrase: Phrase, end: int) -> int:
    """*le document pointe « … »*: the verb before a mark may be read as a noun; *le journal « X »* is one phrase."""
    mark = article.view.find(" «", phrase.start, end)
    if mark > phrase.start:
        first, last = article.token_at(phrase.start), article.token_at(mark) - 1
        finite = any(shape == "finite" for _, shape in lexicon.verb_forms().get(low(article, last), ()))
        if finite and last - first > 1 and low(article, last) not in lexicon.roles():
            return article.tokens[last - 1].end
    return end


def _grown(article: ParsedArticle, phrase: Phrase) -> Phrase:
    """The phrase with the name of the body that follows its last noun."""
    grown = _GROWN.match(article.view, phrase.end)
    if grown is None:
        return phrase
    word = article.view[phrase.start : phrase.end].split()[-1]
    numbered = grown.group().strip().isdigit() and word.isupper()
    if numbered or word.lower().removeprefix("l'") in lexicon.organisations():
        return replace(phrase, end=grown.end())
    return phrase


def main_person(context: Context, phrase: Phrase, people: Sequence[Entity]) -> Entity | None:
    """Of the persons in a phrase the one it is about: *la veuve de X, Y* is Y, *le frère de X* nobody."""
    for entity in people:
        start = mention_in(phrase, entity)[0]
        before = context.article.view[phrase.start : max(start, phrase.start)].rstrip(' «“"\u202f\n')
        last = before.split()[-1].lower() if before.split() else ""
        if not before or before.endswith((",", "(")) or last in lexicon.titles():
            return entity
        if last in _PREPOSITIONS or last.endswith("d'"):
            continue
        if before[0].isupper() and last in lexicon.organisations() and " " not in before:
            continue  # *Équipe Comtois* is no person
        return entity
    return None


def is_about(context: Context, phrase: Phrase, entity: Entity) -> bool:
    """Is the phrase about this entity (*le maire, Paul Roy*), not about somebody of his (*la mère de Paul Roy*)?"""
    if entity.kind == "person":
        return main_person(context, phrase, [entity]) is entity
    start = mention_in(phrase, entity)[0]
    return not _OF_SOMEBODY.search(context.article.view[phrase.start : start].lower())
