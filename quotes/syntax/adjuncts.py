"""Adverbials between a verb and the subject behind it: *a déclaré mardi à la presse, lors d'un point, le ministre*."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import CLITICS, DETERMINERS, NEGATIONS, STOPS, TIMES, is_adverb, locution_from, low

_PREPOSITIONS = frozenset(
    "à au aux dans sur devant lors en auprès via pendant après avant depuis chez contre sous par avec face"
    " suite entre durant pour sans hors vers envers".split()
)
# a noun of time that an article makes a date: *la veille*, *le mois dernier*
_DATED = frozenset(
    "lendemain veille surlendemain matin soir nuit jour semaine mois an année week-end lundi mardi mercredi"
    " jeudi vendredi samedi dimanche même".split()
)
_MONTHS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
_AFTER_TIME = frozenset(
    "dernier dernière passé passée suivant suivante précédent précédente prochain prochaine matin soir midi"
    " après-midi même".split()
)
_AGO = re.compile(r"il y a [\w' -]{2,30}?(?:heures?|jours?|semaines?|mois|ans?|années?)\b", re.IGNORECASE)


def skip_adverbials(article: ParsedArticle, index: int, stop: int) -> int:
    """The first token after adverbs, dates and prepositional phrases, also between commas."""
    i = index
    while i < stop:
        after = _one(article, i, stop)
        if after == i and article.tokens[i].text == "," and i + 1 < stop:
            after = _one(article, i + 1, stop)
            if after == i + 1:
                # *…, lors d'un point de presse, le ministre*: the comma that closes an adverbial
                return i + 1 if i > index and _opens_phrase(article, i + 1) else i
        if after == i:
            break
        i = after
    return i


def _opens_phrase(article: ParsedArticle, index: int) -> bool:
    token = article.tokens[index]
    return low(article, index) in DETERMINERS or token.upos == "PROPN" or token.text[0].isupper()


def _one(article: ParsedArticle, i: int, stop: int) -> int:
    """The token behind one adverbial that starts here, else ``i``."""
    if i >= stop:
        return i
    word, token = low(article, i), article.tokens[i]
    if locution_from(article, i) != i:
        return locution_from(article, i)
    date = date_end(article, i, stop)
    if date != i:
        return date
    if word in ("pour", "de", "quant") and i + 2 < stop and low(article, i + 2) in ("part", "côté"):
        return i + 3
    ago = _AGO.match(article.view, token.start)
    if ago:
        return article.token_at(ago.end())
    if word in ("lui", "elle", "eux") and i and low(article, i - 1) in ("à", "quant", "lui"):
        return i + 1
    if is_adverb(article, i) and word not in DETERMINERS | NEGATIONS | {"sans", "ne", "n'"}:
        return i + 1
    if _opens_clause(article, i, stop):
        return _to_comma(article, i, stop)
    if (token.upos == "ADP" and word not in ("des", "du")) or word in _PREPOSITIONS:
        return _prepositional(article, i, stop)
    return i


def date_end(article: ParsedArticle, i: int, stop: int) -> int:
    """*le 3 mars 2019*, *ce lundi*, *la veille*, *mardi 4 mai au soir*, *la semaine dernière*."""
    word, token = low(article, i), article.tokens[i]
    nxt = low(article, i + 1) if i + 1 < stop else ""
    if word in ("ce", "cet", "cette") and nxt in TIMES and not nxt.startswith("derni"):
        return i + 2
    if word in ("le", "la", "l'", "un") and (nxt in _DATED or nxt[:1].isdigit() or nxt == "1er"):
        i += 2
    elif token.text[0].isdigit() or word in TIMES - {"ce", "cet", "cette", "an", "mai", "mars", "dernier", "dernière"}:
        i += 1
    else:
        return i
    while i < stop and (
        low(article, i) in _MONTHS or article.tokens[i].text[0].isdigit() or low(article, i) in _AFTER_TIME
    ):
        i += 1
    return i


def _opens_clause(article: ParsedArticle, i: int, stop: int) -> bool:
    """*en montrant le mur*, *avant de partir*, *après avoir voté*."""
    nxt = low(article, i + 1) if i + 1 < stop else ""
    word = low(article, i)
    return (
        word == "en"
        and nxt.endswith("ant")
        or word == "avant"
        and nxt in ("de", "d'")
        and i + 2 < stop
        and "VerbForm=Inf" in article.tokens[i + 2].morph
        or word == "après"
        and nxt in ("avoir", "être", "s'")
    )


def _to_comma(article: ParsedArticle, i: int, stop: int) -> int:
    for j in range(i + 2, min(i + 16, stop)):
        if article.tokens[j].text == ",":
            return j
        if article.tokens[j].text in STOPS:
            break
    return i


def _prepositional(article: ParsedArticle, index: int, stop: int) -> int:
    """The token behind the prepositional phrase that starts here, else ``index``."""
    tokens = article.tokens
    i = index + 1
    while i < stop and (tokens[i].upos == "ADP" or low(article, i) in ("de", "du", "des", "d'")):
        i += 1
    if i < stop and date_end(article, i, stop) != i:
        return date_end(article, i, stop)  # *dès 2015*
    while i < stop and (low(article, i) in DETERMINERS or tokens[i].upos in ("DET", "NUM")):
        i += 1
    entity_end = _name_end(article, i, stop)
    if entity_end is not None:
        i = entity_end
    else:
        while i < stop and tokens[i].upos == "ADJ" and tokens[i].text[0].islower():
            i += 1
        if i >= stop or tokens[i].upos not in ("NOUN", "PROPN", "PRON", "VERB", "X", "ADJ") or tokens[i].text in STOPS:
            return index
        verb = i
        while verb + 1 < stop and low(article, verb) in CLITICS | {"pas", "plus"}:
            verb += 1
        if "VerbForm=Inf" in tokens[verb].morph:
            return index  # *recommande de fermer*: what is reported
        named = tokens[i].text[0].isupper()
        i += 1
        while i < stop and tokens[i].upos == "ADJ" and tokens[i].text[0].islower():
            i += 1
        if not named:
            i = _title_end(article, i, stop)
    while i < stop and tokens[i].upos in ("ADJ", "NUM") and tokens[i].text[0].islower():
        i += 1
    if i < stop and low(article, i) in ("de", "du", "des", "d'"):
        return max(_prepositional(article, i, stop), i)
    return i


def _title_end(article: ParsedArticle, i: int, stop: int) -> int:
    """*au quotidien L'Étape*, *à la chaîne France 2*: the name of the thing behind its noun, no person."""
    start = i
    while i < stop and article.tokens[i].text[0].isupper() and _person_from(article, i) is None:
        i += 1
    return i if i > start else start


def _person_from(article: ParsedArticle, index: int) -> int | None:
    start = article.tokens[index].start
    for entity in article.entities_near(start, start):
        if entity.start == start and entity.label == "PER":
            return article.token_at(entity.end)
        if entity.start > start:
            return None
    return None


def _name_end(article: ParsedArticle, index: int, stop: int) -> int | None:
    """Where a name ends that starts here: an addressee's too, unless nobody else could then be the subject."""
    if index >= stop:
        return None
    start = article.tokens[index].start
    for entity in article.entities_near(start, start):
        if entity.start == start:
            if "la " in article.view[entity.start : entity.end] or " le " in article.view[entity.start : entity.end]:
                return None  # the tagger runs over the subject
            named, nxt = article.tokens[index].text, article.tokens[min(index + 1, stop - 1)].text
            if len(named) > 1 and named.isupper() and nxt[:1].isupper() and not nxt.isupper():
                return index + 1  # *à l'AFP Maria Figueiredo*
            last = min(article.token_at(entity.end), stop)
            given = next(
                (j for j in range(index + 1, last - 1) if article.tokens[j].text in lexicon.first_names()), last
            )
            if entity.label != "PER" and given < last:
                return given  # *à franceinfo Djamel Ferhat*
            return min(article.token_at(entity.end), stop)
        if entity.start > start:
            return None
    return None
