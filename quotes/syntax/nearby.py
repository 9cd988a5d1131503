"""Phrases near some words that may name their source, where no cue does: subjects, agents, the sentences around."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import subject_of
from quotes.syntax.words import is_finite, low
from quotes.types import Span

_NEAR = 3  # tokens between marks and *par*


class Nearby:
    """The subjects of an article's verbs, each sentence read once."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._subjects = cache(lambda sentence: tuple(_subjects(article, sentence)))

    def phrases(self, sentence: int, words: Span) -> tuple[tuple[str, Phrase], ...]:
        """What may name the source of some words of a sentence, each with how it stands to them, the nearest first.

        *Le maire a parlé d'« un cauchemar »*: *le maire*, the subject before.
        """
        found: dict[Span, tuple[str, Phrase]] = {}
        for how, phrase in self._offered(sentence, words):
            found.setdefault((phrase.start, phrase.end), (how, phrase))
        return tuple(found.values())

    def _offered(self, sentence: int, words: Span) -> Iterator[tuple[str, Phrase]]:
        article = self._article
        agent = _agent(article, sentence, words[1])
        if agent is not None:
            yield "agent", agent
        verbs = self._subjects(sentence)
        before = [phrase for verb, phrase in reversed(verbs) if verb < words[0]]
        behind = [phrase for verb, phrase in verbs if verb >= words[1]]
        yield from zip(("subject before", "an earlier subject"), before, strict=False)
        if behind:
            yield "subject behind", behind[0]
        if before or behind:
            return
        if sentence and self._subjects(sentence - 1):
            yield "first subject of the sentence before", self._subjects(sentence - 1)[0][1]
            yield "last subject of the sentence before", self._subjects(sentence - 1)[-1][1]
        if sentence + 1 < len(article.sentences) and self._subjects(sentence + 1):
            yield "subject of the sentence behind", self._subjects(sentence + 1)[0][1]


def _subjects(article: ParsedArticle, sentence: int) -> Iterator[tuple[int, Phrase]]:
    """(where the verb stands, its subject) of the finite verbs of a sentence outside marks, in order."""
    held = [article.spans[i].outer for i in article.sentences[sentence].spans]
    first, stop = article.range(sentence)
    for i in range(first, stop):
        at = article.tokens[i].start
        if is_finite(article, i) and not any(a <= at < b for a, b in held):
            phrase = subject_of(article, i)
            if phrase is not None and not any(a <= phrase.start < b for a, b in held):
                yield at, phrase


def _agent(article: ParsedArticle, sentence: int, end: int) -> Phrase | None:
    """*« une honte » par le maire*"""
    _, stop = article.range(sentence)
    first = article.token_at(end)
    for i in range(first, min(first + _NEAR, stop - 1)):
        if low(article, i) == "par":
            return phrase_from(article, i + 1, stop)
    return None
