"""The clause around a source by preposition: *Selon X, qui préside le club, …*, *…, d'après X.*"""

from __future__ import annotations

import re

from quotes.speech.extent import remarked
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.words import AUXILIARIES, low
from quotes.types import Cue, Span

# what stands before a source whose clause only comes: *…, mais selon X il pleut*
_JOINED = (" que", " qu'", "que,", ":", ";", ", mais", ", et", ", car", ", or")


def clause_around(article: ParsedArticle, sentence: int, cue: Cue, source: Phrase) -> Span | None:
    """The clause that a source by preposition stands for: the rest of its sentence."""
    view, whole = article.view, article.sentences[sentence]
    begin = _clause_start(view, whole.start, cue.start)
    head = view[begin : cue.start].strip(" \n,—-•")
    split = _splits_verb(article, article.token_at(cue.start))
    tail_start = source.end if split else _past_description(article, source)
    while tail_start < whole.end and view[tail_start] in " ,:\n)":
        tail_start += 1
    end = whole_clause_end(article, sentence, article.token_at(max(tail_start, cue.end)))
    while end > tail_start and view[end - 1] in " \n.!?…;:,":
        end -= 1
    tail = view[tail_start:end].strip()
    if (
        head.endswith((" que", " qu'", "que,", ":", ";", ", mais", ", et", ", car", ", or"))
        or len(head.split()) <= 2
        and "»" not in head
        and not split
    ):
        return (tail_start, end) if len(tail.split()) >= 2 else None
    whole_head = _finite(article, article.token_at(begin), article.token_at(cue.start)) and tail_start > source.end + 3
    if not split and (
        whole_head
        or len(tail.split()) <= 2
        or not _clausal(article, article.token_at(tail_start), article.token_at(end))
    ):
        stop = cue.start
        while stop > begin and view[stop - 1] in " ,\n(—":
            stop -= 1
        return begin, stop
    return begin, end


def _splits_verb(article: ParsedArticle, cue: int) -> bool:
    """*Le pont avait, d'après un voisin, cédé*: does the source part an auxiliary from its participle?"""
    return cue > 1 and article.tokens[cue - 1].text == "," and low(article, cue - 2) in AUXILIARIES


def _clause_start(view: str, start: int, cue: int) -> int:
    """The clause before a cue starts behind a semicolon or colon: *une « reculade », pour A ; un répit, selon B*."""
    cut = max(view.rfind("; ", start, cue), view.rfind(": ", start, cue)) + 2
    return cut if cut > start + 2 and len(view[cut:cue].split()) >= 2 else start


# another source behind a semicolon, or behind a colon an incise of the same one
_NEXT = re.compile(
    r"\s?;\s(?=(?:mais |et )?(?:selon|d'après|pour (?:l'|le |la |les |M|[A-ZÀ-Ý])|à en croire)\b)"
    r"|\s?:\s(?=[^«“\":.]*, (?:\w+['\s]){0,3}\w+-(?:t-)?(?:il|elle|ils|elles)\b)"
)


def whole_clause_end(article: ParsedArticle, sentence: int, first: int) -> int:
    """Where the clause of a source by preposition ends: with the sentence, or before what another has to say of it."""
    stop = article.range(sentence)[1]
    held = [article.spans[k].outer for k in article.sentences[sentence].spans]
    ends = [article.sentences[sentence].end]
    if first >= stop:
        return ends[0]
    cut = _NEXT.search(article.view, article.tokens[first].start, ends[0])
    if cut is not None:
        ends.append(cut.start())
    ends += [article.tokens[j].start for j in range(first + 1, stop - 1) if remarked(article, j, stop)][:1]
    return min(end for end in ends if not any(a < end < b for a, b in held))


def _past_description(article: ParsedArticle, source: Phrase) -> int:
    """Behind what describes the source and is no part of the clause: *qui préside le club*, *publiée jeudi*."""
    end, at = source.end, article.token_at(source.end)
    while at < len(article.tokens):
        after = _past_one(article, source, at)
        if after is None:
            break
        end = after
        at = article.token_at(end) - 1  # the comma that closes one may open the next
        if article.tokens[at].text != ",":
            break
    return end


def _past_one(article: ParsedArticle, source: Phrase, i: int) -> int | None:
    """Where a description ends that starts at a token or behind its comma, None where none stands there."""
    tokens = article.tokens
    stop = article.range(article.sentence_of_token[i])[1]
    opens = i + 1 if tokens[i].text == "," else i
    if opens >= stop:
        return None
    word, token = low(article, opens), tokens[opens]
    bare = opens > i and token.upos == "NOUN" and token.text[0].islower() and _named(article, source)
    described = (
        word in ("que", "qu'")
        and _named(article, source)
        or word in ("qui", "dont", "où", "lequel", "laquelle", "interrogé", "interrogée")
        or (token.upos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph)
        or (token.text.isdigit() and opens + 1 < stop and low(article, opens + 1) == "ans")
        or bare
    )
    if not described:
        return None
    comma = next((j for j in range(opens + 1, stop) if tokens[j].text in (",", ":")), None)
    held = article.sentences[article.sentence_of_token[i]].spans
    rest = comma is not None and (
        _finite(article, comma + 1, stop) or any(article.spans[k].outer[0] > tokens[comma].start for k in held)
    )
    if bare and (comma is None or not rest or _finite(article, opens, comma)):
        return None
    return tokens[comma].end if comma is not None and rest else tokens[stop - 1].end


def _named(article: ParsedArticle, source: Phrase) -> bool:
    """Does the source end with a name (*le professeur Armand Teyssier*)?"""
    last = article.tokens[article.token_at(source.end) - 1]
    return last.text[0].isupper() and source.pronoun is None


def _clausal(article: ParsedArticle, first: int, last: int) -> bool:
    return any(article.tokens[j].upos in ("VERB", "AUX") for j in range(first, min(last, len(article.tokens))))


def _finite(article: ParsedArticle, first: int, last: int) -> bool:
    return any("VerbForm=Fin" in article.tokens[j].morph for j in range(first, last))
