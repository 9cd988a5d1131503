"""Marked words beside the grammar of their sentence: *X, « choquée », est partie*, *aux cris de « … »*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.speech.candidate import Candidate
from quotes.speech.titles import title_like
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import phrase_before
from quotes.syntax.words import is_finite, low
from quotes.types import Cue

_CRIES = re.compile(
    r"\b(?:aux?|sous (?:les|des)) (?:cris?|slogans?|appels?|chants?) (?:de |d'|des? )\s*$", re.IGNORECASE
)
# how the parser hangs an adjective that stands before its subject
_LOOSE = ("advcl", "acl", "amod", "xcomp")
_ADJECTIVE = re.compile(r"(?:é|i|u|is|us|ée|ie|ue|eux|euse|ifs?|ive|able|ible)s?$")
_SUBJECTS = frozenset("il elle ils elles on".split())


def beside(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """Marked words apposed to who says them, and what is shouted."""
    for index in article.sentences[sentence].spans:
        candidate = (
            _cried(article, sentence, index) or _apposed(article, sentence, index) or _opening(article, sentence, index)
        )
        if candidate is not None:
            yield candidate


def _cried(article: ParsedArticle, sentence: int, index: int) -> Candidate | None:
    """*Aux cris de « … », les manifestants ont défilé*: the subject of the sentence shouts."""
    span = article.spans[index]
    whole = article.sentences[sentence]
    match = _CRIES.search(article.view, max(whole.start, span.outer[0] - 30), span.outer[0])
    if match is None:
        return None
    cue = Cue(match.start(), match.end(), article.view[match.start() : match.end()].strip(), "cri")
    source = _main_subject(article, sentence, article.token_at(span.outer[1]))
    if source is None or not nameable(article, source):
        return None
    return Candidate("shouted", sentence, cue, source, (index,), None, 0.8)


def _main_subject(article: ParsedArticle, sentence: int, behind: int) -> Phrase | None:
    """Who the sentence is about: its subject before the marks, else the one that opens behind them."""
    first, stop = article.range(sentence)
    verb = next((j for j in range(first, stop) if is_finite(article, j)), None)
    if verb is None:
        return None
    if verb >= behind:
        i = behind + 1 if behind < stop and article.tokens[behind].text == "," else behind
        opened = phrase_from(article, i, stop)
        if opened is not None:
            return opened
    return find_subject(article, VerbGroup(verb, verb + 1, verb, article.tokens[verb].lemma, "", "finite"), stop)


def _apposed(article: ParsedArticle, sentence: int, index: int) -> Candidate | None:
    """*X, « profondément choquée », a quitté la salle*: words between commas behind a subject are the subject's."""
    span = article.spans[index]
    first, stop = article.range(sentence)
    before, after = article.token_at(span.outer[0]) - 1, article.token_at(span.outer[1])
    if before <= first or after + 1 >= stop:
        return None
    # *X, « consterné » par l'annonce, a …*: what hangs on the words stands before the comma
    after = next((j for j in range(after, min(after + 9, stop - 1)) if article.tokens[j].text == ","), after)
    if article.tokens[before].text != "," or article.tokens[after].text != ",":
        return None
    if any(is_finite(article, j) for j in range(article.token_at(span.outer[1]), after)):
        return None
    text = article.view[span.start : span.end]
    if not text[0].islower() or title_like(article, sentence, index):
        return None
    source = phrase_before(article, before)
    if source is None or not nameable(article, source) or article.token_at(source.end) != before:
        return None
    opens = article.tokens[article.token_at(source.start)].text
    main = next((j for j in range(after + 1, min(after + 6, stop)) if is_finite(article, j)), None)
    if main is None or any(low(article, j) in _SUBJECTS for j in range(after + 1, main)):
        return None
    if any(is_finite(article, j) for j in range(first, before)) or article.token_at(source.start) > first + 2:
        return None  # not the subject of the sentence
    cue = Cue(source.start, source.end, opens, "apposition")
    return Candidate("marked words beside their source", sentence, cue, source, (index,), None, 0.7)


def _opening(article: ParsedArticle, sentence: int, index: int) -> Candidate | None:
    """*« Fier » de son équipe, Paul Roy a …*: an adjective in marks at the head of the sentence, of its subject."""
    span = article.spans[index]
    if article.view[article.sentences[sentence].start : span.outer[0]].strip(" \n—-•"):
        return None
    _, stop = article.range(sentence)
    inside = article.tokens[article.token_at(span.start) : article.token_at(span.end)]
    after = article.token_at(span.outer[1])
    adjectives = [
        t
        for t in inside
        if t.upos == "ADJ" or "VerbForm=Part" in t.morph or t.dep in _LOOSE or _ADJECTIVE.search(t.text)
    ]
    if not adjectives or len(inside) > 5 or any(t.upos in ("DET", "PRON", "PUNCT") for t in inside):
        return None
    comma = next((j for j in range(after, min(after + 12, stop)) if article.tokens[j].text == ","), None)
    if comma is None or any(is_finite(article, j) for j in range(after, comma)):
        return None
    source = phrase_from(article, comma + 1, stop)
    if source is None or not nameable(article, source):
        return None
    main = article.token_at(source.end)
    if not any(is_finite(article, j) for j in range(main, min(main + 4, stop))):
        return None
    cue = Cue(source.start, source.end, article.view[source.start : source.end], "apposition")
    return Candidate("marked words beside their source", sentence, cue, source, (index,), None, 0.7)
