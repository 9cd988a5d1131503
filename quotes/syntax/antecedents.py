"""Antecedents: the phrase that a relative word stands for (*une source proche du dossier, qui ajoute que …*)."""

from __future__ import annotations

from quotes import lexicon
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import is_finite, low

_COMPLEMENT = frozenset("de du des d' au aux".split())
_PHRASE = frozenset("NOUN PROPN ADJ NUM DET X".split())


def antecedent(article: ParsedArticle, index: int) -> Phrase | None:
    """The phrase before a relative word; an adjunct between commas (*cette femme, à Lille, qui*) is passed over."""
    tokens = article.tokens
    first, _ = article.range(article.sentence_of_token[index])
    last = index - 1
    for _ in range(3):
        while last > first and tokens[last].text in (",", ")"):
            if tokens[last].text == ")":
                last = next((j for j in range(last, first, -1) if tokens[j].text == "("), first)
            last -= 1
        last = _before_apposition(article, first, last)
        start = last
        while (
            start > first
            and (
                tokens[start - 1].upos in _PHRASE
                or low(article, start - 1) in _COMPLEMENT
                and tokens[start - 2].upos in _PHRASE
            )
            and not _verb_mistaken(article, start - 1)
        ):
            start -= 1
            if tokens[start].upos == "DET" and start > first and low(article, start - 1) not in _COMPLEMENT:
                break
        before = start - 1
        if before > first and tokens[before].upos == "ADP" and tokens[before - 1].text == ",":
            last = before - 1
            continue
        return phrase_from(article, start, last + 1)
    return None


def _verb_mistaken(article: ParsedArticle, index: int) -> bool:
    """*s'inquiète Nadine Roy, selon qui …*: a reporting verb behind its clitic, taken for an adjective."""
    return low(article, index - 1) in ("s'", "se") and low(article, index) in lexicon.verb_forms()


def _before_apposition(article: ParsedArticle, first: int, last: int) -> int:
    """*Anne Roy, médecin avant d'être maire, pour qui*: the end of the name that a bare noun describes."""
    tokens = article.tokens
    comma = next((j for j in range(last, first, -1) if tokens[j].text in (",", ";", ":")), first)
    opens = tokens[comma + 1]
    bare = comma > first and tokens[comma].text == "," and opens.upos == "NOUN" and opens.text[0].islower()
    incise = low(article, comma + 1) in lexicon.verb_forms()
    return comma - 1 if bare and not incise and tokens[comma - 1].upos == "PROPN" else last


def of_relative(article: ParsedArticle, verb: int) -> Phrase | None:
    """The subject of a verb behind *qui* or *dont le*: the antecedent, or the phrase behind *dont*."""
    first, _ = article.range(article.sentence_of_token[verb])
    if verb > first and low(article, verb - 1) in ("qui", "lequel", "laquelle"):
        found = antecedent(article, verb - 1)
        return found if found is not None and nameable(article, found) else None
    for j in range(verb - 1, max(first, verb - 14), -1):
        if low(article, j) in ("qui", "que", "qu'") or "VerbForm=Fin" in article.tokens[j].morph:
            return None
        if low(article, j) == "dont":
            found = phrase_from(article, j + 1, verb)
            return found if found is not None and nameable(article, found) else None
    return None


_COMPARED = frozenset("tel telle tels telles plus moins autant même ainsi alors tandis ne n' avant après".split())


def relative_que(article: ParsedArticle, que: int, stop: int) -> bool:
    """*la mesure que réclamaient les élus*, *telles que les crues*: a *que* that opens no reported clause."""
    if low(article, que - 1) in _COMPARED:
        return True
    noun = article.tokens[que - 1].upos in ("NOUN", "PROPN", "ADJ")
    return noun and que + 1 < stop and is_finite(article, que + 1)
