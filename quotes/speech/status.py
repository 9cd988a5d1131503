"""How it was said: asserted, conditional, denied, asked or to come, and the words that show it.

Read off the cue and the words beside it. Denied goes before asked, asked before conditional, conditional before
future: *aurait démenti avoir payé* is denied.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quotes import lexicon
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import AUXILIARIES, CLITICS, NEGATIONS, is_adverb
from quotes.types import Cue, Mention, Quote, QuoteStatus, Span

_CONDITIONAL = ("rait", "raient", "rais", "rions", "riez")
_FUTURE = ("ra", "ront", "rai", "ras", "rons", "rez")
# verbs before an infinitive that put it off: *devrait annoncer*, *va dire*
_MODALS = frozenset("devrait devraient pourrait pourraient doit doivent va vont devra devront pourra pourront".split())
_TO_COME = frozenset("va vont doit doivent devra devront pourra pourront".split())
_QUESTION = frozenset("si s' qui que qu' quoi quel quelle quels quelles comment pourquoi quand où combien ce".split())
# who would like something says so politely
_WISHES = frozenset("souhaiter vouloir aimer préférer".split())
# a future of narration tells what was said (*« Tout ira bien », dira-t-il au juge*); one of these makes it a future
_AHEAD = frozenset("demain bientôt prochain prochaine prochains prochaines prochainement".split())
_ACCORDING = frozenset("selon d'après suivant pour".split())


def with_status(article: ParsedArticle, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes, each with how it was said; one without a cue is asserted."""
    return tuple(_judged(article, quote) for quote in quotes)


def _judged(article: ParsedArticle, quote: Quote) -> Quote:
    if quote.cue is None:
        return quote
    kind, words = status(article, quote, quote.cue)
    if kind == "asserted":
        return quote
    assert words is not None
    return replace(quote, status=kind, status_words=Mention(*words, article.text(words)))


def status(article: ParsedArticle, quote: Quote, cue: Cue) -> tuple[QuoteStatus, Span | None]:
    """How this was said, and where the words stand that show it (None of what is plainly asserted)."""
    first, last = _group(article, cue)
    verb = (cue.start, cue.end)
    manner = lexicon.manners().get(cue.lemma) or lexicon.manners().get(lexicon.bare(cue.lemma))
    denial = _negation(article, first, last, cue)
    if denial is not None:
        return "denied", denial
    if manner == "denied" and _behind(quote, cue):
        return "denied", verb
    if manner == "asked" and _is_question(article, quote, cue):
        return "asked", verb
    return _mood(article, quote, cue, first, last)


def _group(article: ParsedArticle, cue: Cue) -> Span:
    """The tokens of the cue, with the clitics, auxiliaries, negations, modals and adverbs that stand around it."""
    tokens, lows = article.tokens, article.lows
    first, last = article.token_at(cue.start), article.token_at(cue.end)
    if first >= len(tokens):
        return first, first
    low, high = article.range(article.sentence_of_token[first])
    last = max(last, first + 1)
    around = CLITICS | AUXILIARIES | NEGATIONS | _MODALS
    while first > low and (lows[first - 1] in around or is_adverb(article, first - 1)):
        first -= 1
    while last < high and lows[last] in NEGATIONS:
        last += 1
    return first, last


def _negation(article: ParsedArticle, first: int, last: int, cue: Cue) -> Span | None:
    """*n'a pas dit que*, *ne dit jamais que*. *N'a pas caché que* asserts, *n'a rien dit d'autre* does not deny."""
    verb = lexicon.verbs().get(cue.lemma) or lexicon.verbs().get(lexicon.bare(cue.lemma))
    if verb is None or "n" in verb.frames or lexicon.manners().get(cue.lemma) == "denied":
        return None
    before = [i for i in range(first, last) if article.lows[i] in ("ne", "n'")]
    after = [i for i in range(first, last) if article.lows[i] in ("pas", "jamais", "nullement", "aucunement")]
    if not before or not after or after[-1] < before[0]:
        return None
    following = article.lows[after[-1] + 1] if after[-1] + 1 < len(article.lows) else ""
    if following in ("seulement", "manqué", "hésité"):
        return None
    return article.tokens[before[0]].start, article.tokens[after[-1]].end


def _behind(quote: Quote, cue: Cue) -> bool:
    """Is a clause denied behind the cue? *« Je n'ai rien pris », dément Paul Roy* asserts his words."""
    return quote.content is not None and quote.content[0] >= cue.end


def _is_question(article: ParsedArticle, quote: Quote, cue: Cue) -> bool:
    if quote.content is not None and quote.content[0] >= cue.end:
        lead = article.token_at(quote.content[0])
        near = (lead - 1, lead) if lead > 0 else (lead,)
        lows = [article.lows[i] for i in near if i < len(article.lows) and article.tokens[i].start >= cue.end]
        if any(low in ("si", "s'") for low in lows):
            return True
        return bool(lows) and lows[-1] in _QUESTION - {"que", "qu'"}
    return article.view[: _end(quote)].rstrip().endswith("?") or article.view[_end(quote) : _end(quote) + 1] == "?"


def _end(quote: Quote) -> int:
    return max([span[1] for span in quote.verbatim] + ([quote.content[1]] if quote.content else []), default=0)


def _mood(article: ParsedArticle, quote: Quote, cue: Cue, first: int, last: int) -> tuple[QuoteStatus, Span | None]:
    for i in range(first, last):
        token = article.tokens[i]
        if token.upos not in ("VERB", "AUX"):
            continue
        at = (token.start, token.end)
        if article.lows[i] in _TO_COME and i + 1 < last and "VerbForm=Inf" in article.tokens[last - 1].morph:
            return "future", at
        if "Mood=Cnd" in token.morph and article.lows[i].endswith(_CONDITIONAL) and cue.lemma not in _WISHES:
            # *devrait annoncer* speaks of what is to come, *aurait annoncé* of what is not vouched for
            return ("future" if article.lows[i] in _MODALS else "conditional"), at
        if "Tense=Fut" in token.morph and article.lows[i].endswith(_FUTURE) and _ahead(article, i, quote):
            return "future", at
    return _reported(article, quote, cue)


def _ahead(article: ParsedArticle, verb: int, quote: Quote) -> bool:
    """Do the reporter's own words of the sentence speak of a day to come?"""
    said = [*quote.verbatim, *((quote.content,) if quote.content else ())]
    tokens = article.tokens
    return any(
        article.lows[i] in _AHEAD and not any(a <= tokens[i].start < b for a, b in said)
        for i in range(*article.range(article.sentence_of_token[verb]))
    )


def _reported(article: ParsedArticle, quote: Quote, cue: Cue) -> tuple[QuoteStatus, Span | None]:
    """*Selon la police, l'homme aurait fui*: the first verb of the clause is in the conditional.

    *Selon elle, la ligne pourrait fermer* is her own guess, and asserted as one.
    """
    if quote.content is None or cue.lemma.lower() not in _ACCORDING:
        return "asserted", None
    for i in range(article.token_at(quote.content[0]), article.token_at(quote.content[1])):
        token = article.tokens[i]
        if token.upos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
            if "Mood=Cnd" in token.morph and article.lows[i] not in _MODALS:
                return "conditional", (token.start, token.end)
            return "asserted", None
    return "asserted", None
