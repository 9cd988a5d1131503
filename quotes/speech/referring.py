"""Sources by reference: *à l'en croire*, *à ses yeux*, *selon lequel*, *selon ses propres termes*."""

from __future__ import annotations

from quotes.speech.around import clause_around, whole_clause_end
from quotes.speech.candidate import Candidate
from quotes.syntax.animate import nameable
from quotes.syntax.antecedents import antecedent
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import by_first, is_finite, low
from quotes.types import Cue, Span

# whose source a possessive or a clitic names
_REFERRING = (
    ("à", "l'", "en", "croire"),
    ("à", "les", "en", "croire"),
    ("à", "l'", "entendre"),
    ("à", "les", "entendre"),
    ("à", "l'", "écouter"),
    ("à", "les", "écouter"),
    ("à", "ses", "yeux"),
    ("à", "son", "sens"),
    ("à", "son", "avis"),
    ("à", "leurs", "yeux"),
    ("à", "leur", "avis"),
    ("de", "son", "propre", "aveu"),
    ("de", "son", "aveu"),
    ("selon", "ses", "dires"),
)
POINTING = by_first(_REFERRING)


def referring(article: ParsedArticle, sentence: int, i: int, stop: int) -> Candidate | None:
    """*À l'en croire, …*, *à ses yeux, …*: the source is whoever the pronoun stands for."""
    for words in POINTING.get(low(article, i), ()):
        if tuple(article.lows[i : min(i + len(words), stop)]) == words:
            last = i + len(words) - 1
            if words[-1] in ("entendre", "écouter") and not _set_off(article, sentence, i, last + 1):
                return None
            start, end = article.tokens[i].start, article.tokens[last].end
            cue = Cue(start, end, article.view[start:end], " ".join(words))
            plural = words[1] in ("les", "leurs", "leur")
            source = Phrase(start, end, None, "leurs" if plural else "ses")
            content = clause_around(article, sentence, cue, source)
            return _hit(article, sentence, cue, source, content, "reference") if content is not None else None
    return None


def _set_off(article: ParsedArticle, sentence: int, first: int, after: int) -> bool:
    """*À l'entendre, …*, *…, à l'entendre, …*, not *on peine à l'entendre*: does it stand by itself?"""
    opens = first == article.range(sentence)[0] or article.tokens[first - 1].text in (",", ":", ";")
    return opens and (after >= len(article.tokens) or article.tokens[after].text in (",", "."))


def relative(article: ParsedArticle, sentence: int, i: int, stop: int) -> Candidate | None:
    """*un billet du site X, selon lequel …*: the antecedent is the source."""
    if low(article, i) not in ("selon", "d'après", "pour") or i + 1 >= stop:
        return None
    if low(article, i + 1) not in ("lequel", "laquelle", "lesquels", "lesquelles") and (
        low(article, i),
        low(article, i + 1),
    ) not in (("pour", "qui"), ("selon", "qui"), ("d'après", "qui")):
        return None
    start, end = article.tokens[i].start, article.tokens[i + 1].end
    source = antecedent(article, i)
    if source is None or not nameable(article, source):
        return None
    content_end = min(whole_clause_end(article, sentence, i + 2), _main_verb(article, i + 2, stop))
    while content_end > end and article.view[content_end - 1] in " \n.!?…;:,":
        content_end -= 1
    while end < content_end and article.view[end] == " ":
        end += 1
    cue = Cue(start, article.tokens[i + 1].end, article.view[start : article.tokens[i + 1].end], "selon")
    return _hit(article, sentence, cue, source, (end, content_end), "selon lequel")


def _main_verb(article: ParsedArticle, first: int, stop: int) -> int:
    """*La rumeur, selon laquelle X part, a couru*: the comma before the verb that the antecedent is the subject of."""
    tokens = article.tokens
    for j in range(first + 1, stop - 1):
        if tokens[j].text == "," and is_finite(article, j + 1) and any(is_finite(article, k) for k in range(first, j)):
            return tokens[j].start
    return tokens[stop - 1].end


def _hit(article: ParsedArticle, sentence: int, cue: Cue, source: Phrase, content: Span, name: str) -> Candidate:
    spans = tuple(
        k
        for k in article.sentences[sentence].spans
        if content[0] <= article.spans[k].outer[0] and article.spans[k].outer[1] <= content[1] + 2
    )
    return Candidate(f"source by {name}", sentence, cue, source, spans, content, 0.8)


_SAYINGS = frozenset(
    "termes mots expression dires propos formule aveu calculs estimations explications déclarations"
    " informations".split()
)


def own_words(article: ParsedArticle, sentence: int, cue: Cue, after: int, stop: int) -> Candidate | None:
    """*« sculpteur à temps partiel » selon ses propres termes*: the source is whoever *ses* stands for."""
    if cue.lemma not in ("selon", "d'après") or after + 1 >= stop:
        return None
    if low(article, after) not in ("ses", "son", "sa", "leurs", "leur"):
        return None
    if not any(low(article, j) in _SAYINGS for j in range(after, min(after + 4, stop))):
        return None
    token = article.tokens[after]
    near = [
        k
        for k in article.sentences[sentence].spans
        if abs(article.spans[k].outer[1] - cue.start) <= 3 or 0 <= article.spans[k].outer[0] - cue.end <= 40
    ]
    pronoun = "leurs" if low(article, after).startswith("leur") else "ses"
    source = Phrase(token.start, token.end, after, pronoun)
    if not near:
        last = next(j for j in range(after, min(after + 4, stop)) if low(article, j) in _SAYINGS)
        source = Phrase(token.start, article.tokens[last].end, last, pronoun)
        content = clause_around(article, sentence, cue, source)
        return _hit(article, sentence, cue, source, content, "reference") if content is not None else None
    return Candidate("in their own words", sentence, cue, source, (near[0],), None, 0.85)
