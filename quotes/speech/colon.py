"""Clauses without marks behind a colon: *Le maire renchérit : il faut « renverser la table ».*"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.speech.acts import speaks
from quotes.speech.candidate import Candidate
from quotes.speech.extent import clause_end, spans_inside
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle
from quotes.syntax.groups import VerbGroup
from quotes.syntax.verbs import verb_groups
from quotes.syntax.words import is_finite


def after_colon(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """*Le maire renchérit : il faut « renverser la table ».*: a clause without marks behind a colon."""
    _, stop = article.range(sentence)
    for group in verb_groups(article, sentence):
        if not {"i", "q"} <= set(group.frames) or group.passive or group.shape == "past" or not speaks(article, group):
            continue
        colon, behind = _colon(article, group, stop)
        if colon is None or colon + 2 >= stop:
            continue
        start = article.tokens[colon + 1].start
        colon_end = article.tokens[colon].end
        if any(
            article.spans[k].outer[0] <= start and colon_end <= article.spans[k].outer[1]
            for k in article.sentences[sentence].spans
        ):
            continue
        if not any(is_finite(article, j) for j in range(colon + 1, stop)):
            continue
        end = clause_end(article, sentence, group, colon + 1)
        source = find_subject(article, group, colon, colon=behind)
        if source is None or not nameable(article, source) or end <= start:
            continue
        yield Candidate(
            "clause behind a colon",
            sentence,
            group.cue(article),
            source,
            spans_inside(article, sentence, start, end),
            (start, end),
            0.78,
        )


# verbs that name what they then tell: *explique son vote d'une voix blanche : il a reçu …*
_EXPLAINING = frozenset("expliquer justifier résumer raconter préciser".split())
_NEAR, _FAR = 4, 16  # tokens


def _colon(article: ParsedArticle, group: VerbGroup, stop: int) -> tuple[int | None, bool]:
    """The colon behind a verb, and whether the subject may stand between them.

    It stands close by, behind what is explained, or behind who answers a word (*Faux, répond X : …*).
    """
    tokens = article.tokens
    first, _ = article.range(article.sentence_of_token[group.head])
    answers = 0 < group.first - first <= _NEAR and tokens[group.first - 1].text == ","
    for j in range(group.last, min(group.last + _FAR, stop)):
        if tokens[j].text == ":":
            far = j - group.last >= _NEAR
            known = not far or answers or group.lemma in _EXPLAINING
            return (j if known else None), not far or answers
        if is_finite(article, j) or tokens[j].text == "," and not answers and j - group.last >= _NEAR:
            break
    return None, False
