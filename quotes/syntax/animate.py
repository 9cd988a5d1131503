"""Can a phrase name a source? Decided from nouns and entities, not from who is who."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import low

_THING_ENDINGS = (
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "age",
    "ages",
    "ité",
    "ités",
    "isme",
    "ismes",
    "ure",
    "ures",
    "ance",
    "ence",
    "esse",
    "chiffre",
    "chiffres",
    "situation",
    "résultat",
    "résultats",
    "fait",
    "faits",
    "idée",
    "chose",
    "vie",
    "loi",
)
_HUMAN_ENDINGS = (
    "naires",
    "naire",
    "ologue",
    "iste",
    "cien",
    "cienne",
    "atrice",
    "iens",
    "iennes",
    "eurs",
    "euses",
    "ants",
    "antes",
    "istes",
    "ateurs",
    "atrices",
    "ologues",
    "ateur",
)


def could_speak(article: ParsedArticle, source: Phrase) -> bool:
    """Could an unknown noun be a person's (*ce vieux routier*), to go by its ending?"""
    head = source.head
    if head is None or article.tokens[head].upos != "NOUN":
        return False
    noun = low(article, head)
    return (
        len(noun) > 3
        and not noun.endswith(_THING_ENDINGS)
        and noun not in lexicon.never_sources()
        and noun.rstrip("s") not in lexicon.things()
    )


# *un autre*, *le même*, *une troisième*: one of those spoken of
_ONE_OF = frozenset(
    "autre autres même mêmes premier première second seconde deuxième troisième quatrième dernier dernière".split()
)


def _one_of(article: ParsedArticle, first: int, last: int) -> bool:
    return (
        last - first >= 2
        and low(article, first) in ("un", "une", "le", "la", "les", "l'", "d'")
        and low(article, first + 1) in _ONE_OF
        and (last == first + 2 or article.tokens[first + 2].text == ",")
    )


# those just spoken of, by how many they are
BOTH = re.compile(
    r"(?:tous|toutes)(?: les)? (?:deux|trois|quatre)|l'une? et l'autre|les une?s et les autres|ni l'une? ni l'autre",
    re.IGNORECASE,
)


def nameable(article: ParsedArticle, source: Phrase) -> bool:
    """Could the phrase be somebody or something that speaks or writes, by its nouns and entities?"""
    if source.pronoun is not None:
        return source.pronoun not in ("ce", "cela", "ça")
    if BOTH.fullmatch(article.view, source.start, source.end):
        return True
    if article.view[source.start : source.end] in article.families:
        return True  # whatever the tagger makes of a surname at the head of a sentence
    first, last = article.token_at(source.start), article.token_at(source.end)
    if _one_of(article, first, last):
        return True
    head = source.head
    if head is not None and article.tokens[head].text in lexicon.never_sources():
        return False
    known = lexicon.sources()
    if head is not None and article.tokens[head].upos == "NOUN" and article.tokens[head].text[0].islower():
        words = [low(article, i).removeprefix("ex-") for i in range(first, min(head + 2, last))]
        if any(w in known or (w.endswith("s") and w[:-1] in known) for w in words):
            return True
        noun = low(article, head)
        if (
            noun + "s" in lexicon.source_nouns() - {"personnes"}
            or noun.endswith(_HUMAN_ENDINGS)
            or noun.endswith(("eur", "eurs", "euse"))
            and noun.rstrip("s") not in lexicon.things()
        ):
            return True
        # *l'équipementier Nokia*, *la start-up, Mistral*: the name right behind an unknown noun
        return any(
            e.label in ("PER", "ORG") and e.start < source.end and 0 <= e.start - article.tokens[head].end <= 2
            for e in article.entities_near(source.start, source.end)
        )
    for entity in article.entities_near(source.start, source.end):
        if entity.start < source.end and source.start < entity.end and entity.label in ("PER", "ORG"):
            return True
    words = [low(article, i).removeprefix("ex-") for i in range(first, last)]
    if any(w in known or (w.endswith("s") and w[:-1] in known) for w in words):
        return True
    if head is not None:
        token = article.tokens[head]
        if token.upos == "PROPN" or (token.text[0].isupper() and first != head):
            return True
        if token.text.lower().endswith(_HUMAN_ENDINGS):
            return True
    return any(article.tokens[i].upos == "PROPN" and article.tokens[i].text[0].isupper() for i in range(first, last))
