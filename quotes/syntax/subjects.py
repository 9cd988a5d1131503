"""Subjects: whose act a verb is, by the tree and, where it fails, by the words before the verb."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.phrases import _pronoun, phrase_from, role_near
from quotes.syntax.words import AUXILIARIES, CLITICS, DETERMINERS, STOPS, TIMES, is_adverb, low


def source_of(article: ParsedArticle, head: int) -> Phrase:
    """The noun phrase that a head token heads, by the parser's tree, cut at relative clauses."""
    tokens = article.tokens
    pronoun = _pronoun(article, head)
    partitive = any(tokens[c].dep in ("nmod", "obl:mod") and c > head for c in article.children[head])
    if pronoun is not None or tokens[head].upos == "PRON" and not partitive:
        return Phrase(tokens[head].start, tokens[head].end, head, pronoun)
    low_, high = article.subtree(head)
    first = low_
    while first < head and (
        tokens[first].upos in ("PUNCT", "CCONJ", "SCONJ", "ADV")
        and low(article, first) not in DETERMINERS
        or low(article, first)
        in (
            "dont",
            "que",
            "qu'",
            "où",
            "du",
            "des",
            "au",
            "aux",
            "avec",
            "selon",
            "par",
            "pour",
            "chez",
            "contre",
        )
    ):
        first += 1
    if first < head and low(article, first) in ("de", "d'") and tokens[head].dep == "nmod":
        first += 1  # *un message de son prédécesseur appelant à …*: what hangs on a complement
    for j in range(head - 1, first - 1, -1):
        if tokens[j].text in (",", ":", ";", "—", "(") or low(article, j) == "quoi":  # *ce à quoi une voix répond*
            first = j + 1
            break
    last = high
    for j in range(head + 1, high):
        if tokens[j].text == "," and not _apposed(article, j + 1, high):
            last = j
            break
        if tokens[j].upos in ("VERB", "AUX") and tokens[j].dep.startswith(
            ("acl", "advcl", "ccomp", "parataxis", "conj")
        ):
            if j + 1 == high and "Number=Plur" in tokens[j].morph and "VerbForm=Part" in tokens[j].morph:
                continue  # *cinq des familles interrogées*: which of them
            last = j
            break
        if low(article, j) in ("qui", "que", "qu'", "dont", "où", "lequel", "laquelle"):
            last = j
            break
    if first > 1 and low(article, first - 1) == "et" and tokens[first - 2].upos == "PROPN":
        first -= 2  # *Ouchène et son homologue*
        while first > low_ - 6 and first > 0 and tokens[first - 1].upos == "PROPN":
            first -= 1
    while last > head + 1 and (
        tokens[last - 1].upos in ("PUNCT", "CCONJ", "SCONJ", "ADP", "DET") and tokens[last - 1].text != ")"
    ):
        last -= 1
    return Phrase(_with_quantity(article, tokens[first].start), tokens[last - 1].end, head, None)


_QUANTITY = re.compile(
    r"(?:près|plus|moins|environ|quelque|beaucoup|nombre|bon nombre|la plupart)(?: (?:de|d'|des))? ?$", re.IGNORECASE
)


def _with_quantity(article: ParsedArticle, start: int) -> int:
    """*près de 500 employés*: the words of measure before a phrase belong to it."""
    begin = max(0, start - 24)
    opening = re.match(r"(?:de |d'|des )", article.view[start : start + 4])
    before = article.view[begin : start + (opening.end() if opening else 0)]
    match = _QUANTITY.search(before)
    return begin + match.start() if match and (match.start() == 0 or not before[match.start() - 1].isalpha()) else start


def _apposed(article: ParsedArticle, index: int, stop: int) -> bool:
    """Behind a comma a name or a function: *le maire, Paul Roy*, *Paul Roy, maire de Lyon*."""
    if index >= stop:
        return False
    token = article.tokens[index]
    if token.upos == "PROPN" or token.text in lexicon.titles() or token.text[0].isupper():
        return True
    return role_near(article, index, stop) and token.upos in ("DET", "NOUN", "ADJ", "ADV")


def subject_of(article: ParsedArticle, head: int, seen: int = 0) -> Phrase | None:
    """The subject of a verb: its own, or the one that it shares by coordination, control or participle."""
    tokens = article.tokens
    subjects = [
        c for c in article.children[head] if tokens[c].dep in ("nsubj", "nsubj:pass", "expl:subj", "nsubj:caus")
    ]
    good = [
        c
        for c in subjects
        if low(article, c)
        not in (
            "ce",
            "c'",
            "cela",
            "ça",
            "qui",
            "lequel",
            "laquelle",
            "que",
            "qu'",
            "dont",
            "-t",
            "lui",
            "leur",
            "me",
            "nous",
            "se",
        )
    ]
    relative = [c for c in subjects if low(article, c) in ("qui", "lequel", "laquelle")]
    before = [c for c in good if c < head]
    if before:
        return source_of(article, before[0] if len(before) == 1 else _best(article, before))
    if good:
        return source_of(article, good[0])
    parent = tokens[head].head
    dep = tokens[head].dep
    if relative and dep.startswith("acl"):
        named = tokens[parent].upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        near = None if named else _antecedent(article, relative[0])
        return source_of(article, parent) if near is None else near
    if parent == head or seen > 6:
        return None
    if dep.startswith("acl") and tokens[parent].upos in ("NOUN", "PROPN", "PRON"):
        if "VerbForm=Fin" in tokens[head].morph and parent < head and not _relative_between(article, parent, head):
            return phrase_before(article, head) or source_of(article, parent)
        return source_of(article, parent)
    if subjects and not relative:
        return None
    if dep.startswith(("conj", "advcl", "xcomp", "obl", "acl", "cop", "aux", "fixed", "parataxis", "dep", "ccomp")):
        upper = subject_of(article, parent, seen + 1)
        if upper is not None:
            return upper
    bare = dep == "conj" and tokens[parent].dep == "ROOT" and parent < head and "VerbForm=Fin" in tokens[head].morph
    if tokens[parent].upos in ("NOUN", "PROPN") and (bare or dep in ("ROOT", "appos", "nmod", "amod")):
        return source_of(article, parent)
    return None


def _relative_between(article: ParsedArticle, noun: int, verb: int) -> bool:
    """Is there a word that makes the clause a relative one, as the tree has it (*la fille d'une résidente dénonce*)?"""
    return any(low(article, j) in _RELATING for j in range(noun + 1, verb))


_RELATING = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles duquel auquel auxquels".split())


def _antecedent(article: ParsedArticle, relative: int) -> Phrase | None:
    """The name or phrase right before a relative pronoun, where the tree ties the clause to a verb."""
    last = relative - 1 if article.tokens[relative - 1].text == "," else relative
    end = article.tokens[last - 1].end if last else 0
    for entity in article.document.entities:
        if entity.end == end and entity.label in ("PER", "ORG"):
            return Phrase(entity.start, entity.end, last - 1)
    return phrase_before(article, last)


def _best(article: ParsedArticle, candidates: list[int]) -> int:
    for c in candidates:
        if article.tokens[c].upos == "PROPN":
            return c
    return candidates[0]


def phrase_before(article: ParsedArticle, index: int) -> Phrase | None:
    """The phrase that ends before a verb group, inserts between commas left out, by the words alone.

    *Le maire, Paul Roy, interrogé hier, a dit*: the tree often loses such a subject.
    """
    first, _ = article.range(article.sentence_of_token[index])
    i = index - 1
    while i >= first and (low(article, i) in CLITICS or low(article, i) in AUXILIARIES or is_adverb(article, i)):
        i -= 1
    hops = 0
    name: Phrase | None = None
    while i > first and article.tokens[i].text == "," and hops < 3:
        j = i - 1
        while j >= first and article.tokens[j].text not in (",", ":", ";", "."):
            j -= 1
        insert = range(j + 1, i)
        opens = article.tokens[j + 1]
        if name is None and (opens.upos == "PROPN" or opens.text in lexicon.titles()) and len(insert) <= 6:
            name = Phrase(article.tokens[j + 1].start, article.tokens[i - 1].end, j + 1, None)
        if j < first or article.tokens[j].text != ",":
            return name or phrase_from(article, _skip_opening(article, max(j + 1, first), i), i)
        i = j - 1
        hops += 1
        ends = article.tokens[i].upos in ("PROPN", "NOUN", "ADJ", "PRON", "X") or article.tokens[i].text == ")"
        opening = next((k for k in range(i, first - 1, -1) if article.tokens[k].text == ","), first - 1) + 1
        adjunct = opening > first and article.tokens[opening].upos == "ADP"
        if ends and not adjunct and not _adjectives_between_commas(article, first, i):
            break
        i = i + 1 if ends else j
    if i < first:
        return name
    if name is not None:
        return name
    if article.tokens[i].text == ")":
        while i > first and article.tokens[i].text != "(":
            i -= 1
        i -= 1
    token = article.tokens[i]
    if _pronoun(article, i) is not None:
        return Phrase(token.start, token.end, i, _pronoun(article, i))
    if token.upos not in ("PROPN", "NOUN", "ADJ", "X") and token.text != ")":
        return None
    if i < first:
        return None
    j = i
    while (
        j > first
        and article.tokens[j - 1].upos in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "NUM", "X")
        and article.tokens[j].text not in STOPS
    ):
        j -= 1
    while j < i and article.tokens[j].upos == "ADP":
        j += 1
    head_ = next((k for k in range(j, i + 1) if article.tokens[k].upos in ("NOUN", "PROPN")), i)
    return Phrase(_with_quantity(article, article.tokens[j].start), token.end, head_, None)


def _adjectives_between_commas(article: ParsedArticle, first: int, last: int) -> bool:
    """*une autre, masculine, essoufflée, répond*: is the insert before an insert one of adjectives alone?"""
    for j in range(last, max(first, last - 4), -1):
        if article.tokens[j].text == ",":
            return j < last
        if article.tokens[j].upos not in ("ADJ", "ADV") and "VerbForm=Part" not in article.tokens[j].morph:
            return False
    return False


def _skip_opening(article: ParsedArticle, index: int, stop: int) -> int:
    """Behind an opening *De son côté*, *Mardi*, *Mais*."""
    i = index
    while i < stop and (article.tokens[i].upos in ("CCONJ", "ADV", "PUNCT") or low(article, i) in TIMES):
        i += 1
    return i if i < stop else index
