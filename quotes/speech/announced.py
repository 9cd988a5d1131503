"""Clauses behind a colon that a noun or an adjective announces: *Le message du préfet est clair : …*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.speech.candidate import Candidate
from quotes.speech.extent import clause_end, spans_inside
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import is_finite, low
from quotes.types import Cue

# what is said, by its noun, and how somebody says it
_MESSAGES = frozenset(
    "formule réponse message constat consigne verdict argument promesse avertissement credo explication conclusion"
    " diagnostic avis".split()
)
_FRANK = frozenset(
    "formel formelle formels catégorique catégoriques affirmatif affirmative rassurant rassurante rassurants clair"
    " claire ferme fermes intransigeant intransigeante unanime unanimes optimiste sceptique péremptoire"
    " lapidaire".split()
)
_BEING = frozenset("être montrer vouloir rester demeurer dire".split())


def announced(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """The clause without marks behind the first colon of a sentence, where its words before announce speech."""
    first, stop = article.range(sentence)
    colon = next((j for j in range(first + 2, stop - 2) if article.tokens[j].text == ":"), None)
    if colon is None or _opens_mark(article, sentence, colon):
        return
    verb = next((j for j in range(first, colon) if is_finite(article, j)), None)
    if verb is None or not any(is_finite(article, j) for j in range(colon + 1, stop)):
        return
    word = _announcer(article, verb, first, colon)
    source = None if word is None else _source(article, first, verb, word, colon)
    if word is None or source is None or not nameable(article, source):
        return
    token = article.tokens[word]
    group = VerbGroup(word, word + 1, word, low(article, word), "q", "finite")
    start, end = article.tokens[colon + 1].start, clause_end(article, sentence, group, colon + 1)
    if end <= start:
        return
    cue = Cue(token.start, token.end, token.text, low(article, word))
    yield Candidate(
        "announced behind a colon",
        sentence,
        cue,
        source,
        spans_inside(article, sentence, start, end),
        (start, end),
        0.78,
    )


def _opens_mark(article: ParsedArticle, sentence: int, colon: int) -> bool:
    a, b = article.tokens[colon].end, article.tokens[colon + 1].start
    held = [article.spans[k].outer for k in article.sentences[sentence].spans]
    return any(a <= start <= b or start <= a < end for start, end in held)


def _announcer(article: ParsedArticle, verb: int, first: int, colon: int) -> int | None:
    """The noun or adjective that announces: right before the colon, or the subject of *est clair*."""
    being = any(article.tokens[j].lemma.lower() in _BEING for j in range(verb, min(verb + 3, colon)))
    for j in range(first, min(first + 4, colon)):
        if low(article, j) in _MESSAGES and j < verb and being:
            return j
    if being and low(article, colon - 1) in _FRANK:
        return colon - 1
    for j in range(max(verb + 1, colon - 4), colon):
        if low(article, j) in _MESSAGES:
            return j
    return None


def _source(article: ParsedArticle, first: int, verb: int, word: int, colon: int) -> Phrase | None:
    """Whose message it is: the complement of the noun that is the subject, else the subject of the sentence."""
    if word < verb:
        i = word + 1
        while i < verb and article.tokens[i].upos == "ADJ":
            i += 1
        if low(article, i) not in ("de", "d'", "du", "des"):
            return None
        found = phrase_from(article, i + 1, verb)
        if found is None and article.tokens[i + 1].upos == "NOUN":
            found = Phrase(article.tokens[i + 1].start, article.tokens[verb - 1].end, i + 1)
        return found
    token = article.tokens[verb]
    head = token.head if token.dep.startswith(("aux", "cop")) and token.head > verb else verb
    return find_subject(article, VerbGroup(verb, head + 1, head, token.lemma, "", "finite"), colon)
