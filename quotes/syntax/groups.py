"""Verb groups: a reporting verb with its clitics, auxiliaries and inverted subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotes import lexicon
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import AUXILIARIES, CLITICS, NEGATIONS, is_adverb, locution_from, low
from quotes.types import Cue

# *a-t-il*, *dit-elle*, and as it is often mistyped, *a t-il*, *a t'il*
INVERTED = re.compile(
    r"(?:\s?-\s?(?:t\s?[-']\s?)?|\s?t\s?[-']\s?)(il|elle|ils|elles|on|je|nous|vous|tu)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries and clitics: tokens ``first`` to ``last`` (exclusive), main verb ``head``.

    ``shape`` is that of the group as a whole; ``pronoun`` an inverted subject (*a-t-elle ajouté*).
    """

    first: int
    last: int
    head: int
    lemma: str
    frames: str
    shape: str
    pronoun: Phrase | None = None
    negated: bool = False
    passive: bool = False
    reflexive: bool = False

    def cue(self, article: ParsedArticle) -> Cue:
        start, end = article.tokens[self.first].start, article.tokens[self.last - 1].end
        return Cue(start, end, article.view[start:end], self.lemma)


def inverted_pronoun(article: ParsedArticle, index: int) -> tuple[Phrase, int] | None:
    """The subject pronoun tied to a verb by a hyphen, and the first token behind it."""
    match = INVERTED.match(article.view, article.tokens[index].end)
    if not match:
        return None
    return Phrase(match.start(1), match.end(1), None, match.group(1).lower()), article.token_at(match.end())


def group_at(article: ParsedArticle, index: int, stop: int, any_verb: bool = False) -> VerbGroup | None:
    """The verb group that begins at a token (clitics and adverbs first), None where there is none.

    ``any_verb`` takes a verb outside the lexicon when its subject pronoun stands behind it.
    """
    tokens = article.tokens
    i = first = index
    reflexive = negated = False
    while i < stop and low(article, i) in CLITICS and i + 1 < stop:
        reflexive = reflexive or low(article, i) in ("se", "s'")
        negated = negated or low(article, i) in ("ne", "n'")
        i += 1
    if i >= stop:
        return None
    pronoun: Phrase | None = None
    auxiliary: str | None = None
    if low(article, i) in AUXILIARIES:
        auxiliary = low(article, i)
        inverted = inverted_pronoun(article, i)
        i += 1
        if inverted:
            pronoun, i = inverted
        while i < stop and (locution_from(article, i) != i or is_adverb(article, i)):
            negated = negated or low(article, i) in NEGATIONS
            i = max(locution_from(article, i), i + 1)
        if i < stop and low(article, i) in ("été",):
            i += 1
        while i < stop and is_adverb(article, i):
            i += 1
        if i < stop and low(article, i) in ("de", "d'") and auxiliary in ("vient", "viennent", "venait"):
            i += 1
        while i < stop and low(article, i) in ("se", "s'", "lui", "leur", "l'"):
            reflexive = reflexive or low(article, i) in ("se", "s'")
            i += 1
    if i >= stop or tokens[i].text[0].isupper():
        return None  # *Lance Armstrong*
    head = i
    reading_ = read_verb(article, head, reflexive, ("past", "infinitive") if auxiliary else ("finite",))
    last = head + 1
    if pronoun is None:
        inverted = inverted_pronoun(article, head)
        if inverted:
            pronoun, last = inverted
    if reading_ is None or "i" not in reading_[1]:
        wide = modal_chain(article, first, head, last, stop, reflexive, pronoun)
        if wide is not None:
            return wide
    if reading_ is None:
        if not (any_verb and pronoun is not None) or tokens[head].upos not in (
            "VERB",
            "AUX",
            "NOUN",
            "ADJ",
            "PROPN",
        ):
            return None
        return VerbGroup(first, last, head, tokens[head].lemma.lower(), "i", "finite", pronoun, negated)
    lemma, frames, extra = reading_
    last = max(last, head + 1 + extra)
    return VerbGroup(first, last, head, lemma, frames, "finite", pronoun, negated, reflexive=reflexive)


def modal_chain(
    article: ParsedArticle, first: int, head: int, last: int, stop: int, reflexive: bool, pronoun: Phrase | None
) -> VerbGroup | None:
    """*tient à préciser*, *tente-t-il de corriger*, *se plaît à rappeler*, *veut croire*: a verb and its infinitive."""
    if article.tokens[head].upos not in ("VERB", "AUX") and pronoun is None:
        return None
    if first == head and pronoun is None and low(article, head).endswith("é"):
        return None  # *A-t-il, à l'époque, envisagé d'alerter*: the participle of an auxiliary further off
    i = last
    while i < stop and (
        low(article, i) in ("à", "de", "d'", "par", "pour", "en", "y", "le", "l'", "se", "s'") or is_adverb(article, i)
    ):
        if i - last > 3:
            return None
        i += 1
    if i >= stop:
        return None
    inner = read_verb(article, i, low(article, i - 1) in ("se", "s'"), ("infinitive",))
    if inner is None:
        return None
    return VerbGroup(first, i + 1 + inner[2], i, inner[0], inner[1], "finite", pronoun, reflexive=reflexive)


def read_verb(
    article: ParsedArticle, index: int, reflexive: bool, shapes: tuple[str, ...]
) -> tuple[str, str, int] | None:
    """Lemma, frames and further words of a reporting verb at a token, by its form."""
    form = low(article, index)
    for infinitive, shape in lexicon.verb_forms().get(form, ()):
        if shape not in shapes:
            continue
        for phrase in lexicon.phrases().get(infinitive, ()):
            words = lexicon.bare(phrase.lemma).split()[1:]
            following = [low(article, j) for j in range(index + 1, min(index + 4, len(article.tokens)))]
            for skip in range(2):
                if following[skip : skip + len(words)] == words:
                    return phrase.lemma, phrase.frames, len(words) + skip
        known = lexicon.verbs()
        names = [f"se {infinitive}", f"s'{infinitive}"] if reflexive else []
        if reflexive and index and low(article, index - 1) == "en":
            names.insert(0, f"s'en {infinitive}")
        elif reflexive and index > 1 and low(article, index - 1) in AUXILIARIES and low(article, index - 2) == "en":
            names.insert(0, f"s'en {infinitive}")  # *s'en est pris à*
        for lemma in [*names, infinitive]:
            if lemma in known:
                return lemma, known[lemma].frames, 0
    return None
