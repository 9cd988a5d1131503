"""Openings: the noun phrase that a sentence opens with, behind the adverbials that may stand before it."""

from __future__ import annotations

from quotes import lexicon
from quotes.entities.context import Context
from quotes.entities.names import is_given
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import DETERMINERS, low

# participles that open a sentence, which the tagger may take for names
_REACHED = frozenset(
    "joint jointe joints contacté contactée interrogé interrogée sollicité sollicitée questionné questionnée rencontré"
    " rencontrée entendu entendue invité invitée né née élu élue nommé nommée entré entrée arrivé arrivée".split()
)
# what opens a clause within an adverbial
_CLAUSES = frozenset("où qui dont que qu' quand lorsque lorsqu' si s' comme puisque puisqu'".split())
_PERSONAL = frozenset("il elle ils elles je j' nous vous on tu c' ce cela ça".split())


def opening(context: Context, sentence: int) -> Phrase | None:
    """The noun phrase that opens a sentence, adverbials between commas before it left out."""
    article = context.article
    lo, hi = article.range(sentence)
    i = lo
    while i < hi and i < lo + 40:
        token = article.tokens[i]
        if token.text in ("-", "—", "–") or low(article, i) in (
            "mais",
            "et",
            "or",
            "car",
            "puis",
            "ainsi",
            "aussi",
            "alors",
        ):
            i += 1
            continue
        opens = token.upos in ("PROPN", "DET") or token.text in lexicon.titles() or is_given(token.text)
        if opens and low(article, i) not in _REACHED or low(article, i) in DETERMINERS:
            found = phrase_from(article, i, hi)
            if found is None or inside(article, sentence, found.start) or found.pronoun is not None:
                return None
            behind = article.token_at(found.end)
            if behind < hi and article.tokens[behind].text in (":", "."):
                return None
            # *Buteur à la 12e, Paul Roy a dit*: what stands in front describes the name behind
            named = behind + 1 < hi and article.tokens[behind].text == "," and behind + 1
            if (
                named
                and not context.names_in(found.start, found.end)
                and article.tokens[named].start in context.mentions
            ):
                i = named
                continue
            return found
        if token.upos == "PRON" and low(article, i) in _PERSONAL:
            return None
        # an adverbial: to its comma, unless a verb of the sentence's own comes first
        clause = low(article, i) in _CLAUSES
        while i < hi and article.tokens[i].text != ",":
            if not clause and article.tokens[i].upos in ("VERB", "AUX") and "VerbForm=Fin" in article.tokens[i].morph:
                return None
            i += 1
        i += 1
    return None


def inside(article: ParsedArticle, sentence: int, at: int) -> bool:
    """Is this offset inside a quotation of the sentence?"""
    held = (article.spans[k] for k in article.sentences[sentence].spans)
    return any(span.outer[0] <= at < span.outer[1] for span in held)
