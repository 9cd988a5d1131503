"""Sources behind a quotation without an incise: *« … » : X n'en démord pas*, *« … » (X)*, *« … », dixit X*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.speech.candidate import Candidate
from quotes.speech.titles import title_like
from quotes.syntax.adjuncts import skip_adverbials
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup, group_at
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import subject_of
from quotes.syntax.words import low
from quotes.types import Cue

# verbs that close a sentence in plain order, as translated texts have it; *…, le ministère dément* is another thought
_SAYING = frozenset(
    "dire déclarer affirmer annoncer confirmer rapporter ajouter expliquer préciser indiquer assurer écrire"
    " noter répéter souligner prévenir".split()
)
_DIXIT = frozenset("dixit sic".split())


def behind_quotation(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """Who is named behind a closing mark by a colon, in brackets or with *dixit*."""
    held = article.sentences[sentence].spans
    _, stop = article.range(sentence)
    if not held:
        return
    last = article.spans[held[-1]]
    i = article.token_at(last.outer[1])
    if i >= stop:
        return
    view = article.view[last.outer[1] : article.sentences[sentence].end]
    if view.lstrip(" ,.").startswith("("):
        yield from _bracketed(article, sentence, i, stop)
    elif view.lstrip().startswith(":"):
        yield from _colon(article, sentence, i, stop)
    else:
        yield from _dixit(article, sentence, i, stop)
        alone = not article.view[article.sentences[sentence].start : article.spans[held[0]].outer[0]].strip(" \n—-•")
        told = plain_order(article, i, stop) if alone and article.tokens[i].text == "," else None
        if told is not None:
            yield Candidate(
                "subject and verb after the mark", sentence, told[0].cue(article), told[1], (held[-1],), None, 0.8
            )


def _bracketed(article: ParsedArticle, sentence: int, i: int, stop: int) -> Iterator[Candidate]:
    """*« Il faut tenir » (Paul Roy, maire).*: a person's name opens the brackets."""
    bracket = next((j for j in range(i, min(i + 3, stop)) if article.tokens[j].text == "("), None)
    if bracket is None:
        return
    source = phrase_from(article, bracket + 1, stop)
    if source is None or not _person(article, source):
        return
    yield Candidate("name in brackets", sentence, None, source, (article.sentences[sentence].spans[-1],), None, 0.7)


def _colon(article: ParsedArticle, sentence: int, i: int, stop: int) -> Iterator[Candidate]:
    """*« Scandaleux » : les riverains ne décolèrent pas.*: the subject of the sentence that the marks announce."""
    held = article.sentences[sentence].spans
    if article.view[article.sentences[sentence].start : article.spans[held[0]].outer[0]].strip(" \n—-•"):
        return
    verb = next(
        (j for j in range(i, stop) if article.tokens[j].upos in ("VERB", "AUX") and "Fin" in article.tokens[j].morph),
        None,
    )
    source = phrase_from(article, i + 1, verb) if verb is not None and i + 1 < verb else None
    if source is None or not nameable(article, source):
        source = subject_of(article, verb) if verb is not None else None
    if source is None or source.start < article.tokens[i].start or not nameable(article, source):
        return
    for index in held:
        if title_like(article, sentence, index):
            continue  # *« Les Noces » : un film de X*
        yield Candidate("subject behind a colon", sentence, None, source, (index,), None, 0.6)


def _dixit(article: ParsedArticle, sentence: int, i: int, stop: int) -> Iterator[Candidate]:
    j = i + 1 if article.tokens[i].text == "," else i
    if j + 1 >= stop or low(article, j) not in _DIXIT:
        return
    source = phrase_from(article, j + 1, stop)
    if source is None or not nameable(article, source):
        return
    token = article.tokens[j]
    cue = Cue(token.start, token.end, token.text, "dire")
    yield Candidate("incise after the mark", sentence, cue, source, (article.sentences[sentence].spans[-1],), None, 0.9)


def plain_order(article: ParsedArticle, comma: int, stop: int) -> tuple[VerbGroup, Phrase] | None:
    """*…, la société a confirmé jeudi.*: behind a comma a subject and a verb of saying that say nothing further."""
    source = phrase_from(article, comma + 1, stop)
    if source is None or not nameable(article, source):
        return None
    verb = article.token_at(source.end)
    group = group_at(article, verb, stop)
    if group is None or group.lemma not in _SAYING or group.pronoun is not None or group.negated:
        return None
    behind = skip_adverbials(article, group.last, stop)
    return (group, source) if behind >= stop - 1 and article.tokens[stop - 1].text in ".!?…" else None


def _person(article: ParsedArticle, source: Phrase) -> bool:
    return any(
        e.label == "PER" and e.start < source.end and source.start < e.end
        for e in article.entities_near(source.start, source.end)
    )
