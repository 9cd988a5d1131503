"""*On*: whose words it reports, read off the place beside it (*dit-on à la préfecture*, *Chez X, on assure que*)."""

from __future__ import annotations

import re

from quotes.syntax.antecedents import antecedent
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import TIMES, low

_SIDE = r"(?:du côté|au sein|auprès) (?:de la |de l'|du |des |de |d')"
_BEHIND = re.compile(rf"(?:\w+ment )?(?:{_SIDE}|dans |sur |chez |à |aux? |de )")
_BEFORE = re.compile(rf"(?:mais |et |or )?(?:{_SIDE}|dans |sur |chez |à |aux? |côté )", re.IGNORECASE)


def for_whom(article: ParsedArticle, group: VerbGroup, on: Phrase, stop: int) -> Phrase:
    """The body, the circle or the page for which *on* stands, *on* itself where none is named beside it.

    *Fait-on savoir au ministère*, *a-t-on appris de source policière*, *Dans son entourage, on assure*,
    *une pancarte où l'on pouvait lire*.
    """
    return _behind(article, group, stop) or _before(article, on) or on


def _behind(article: ParsedArticle, group: VerbGroup, stop: int) -> Phrase | None:
    if group.last >= stop:
        return None
    match = _BEHIND.match(article.view, article.tokens[group.last].start)
    if not match:
        return None
    source = phrase_from(article, article.token_at(match.end()), stop)
    if source is None or source.pronoun is not None or low(article, article.token_at(source.start)) in TIMES:
        return None
    return source


def _before(article: ParsedArticle, on: Phrase) -> Phrase | None:
    token = article.token_at(on.start)
    sentence = article.sentence_of_token[token] if token < len(article.tokens) else 0
    first, _ = article.range(sentence)
    where = next((j for j in range(max(first, token - 3), token) if low(article, j) == "où"), None)
    if where is not None:
        return antecedent(article, where)
    match = _BEFORE.match(article.view, article.tokens[first].start)
    if not match or match.end() >= on.start:
        return None
    source = phrase_from(article, article.token_at(match.end()), token)
    if source is None or source.pronoun is not None or low(article, article.token_at(source.start)) in TIMES:
        return None
    return source if "," in article.view[source.end : source.end + 2] else None
