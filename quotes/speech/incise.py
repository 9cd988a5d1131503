"""Incises beside and inside marks: *« … », a déclaré X*, *« …, a-t-elle ajouté, … »*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import lexicon
from quotes.speech.candidate import Candidate
from quotes.syntax.adjuncts import date_end, skip_adverbials
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup, group_at
from quotes.syntax.impersonal import for_whom
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import DETERMINERS, STOPS, TIMES, is_adverb, low
from quotes.types import MarkedSpan, Span

_TERMINAL = ".!?…"
_CONJUNCTIONS = re.compile(r"[,;]|\b(?:et|ou|mais|puis|ni|donc|car)\b")


def after_quotation(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """A verb with its subject behind a closing mark."""
    held = article.sentences[sentence].spans
    _, stop = article.range(sentence)
    for n, index in enumerate(held):
        span = article.spans[index]
        limit = article.token_at(article.spans[held[n + 1]].outer[0]) if n + 1 < len(held) else stop
        i = article.token_at(span.outer[1])
        comma = False
        while i < limit and article.tokens[i].text in (",", "—", "-", "!", "?", "…", "...", "."):
            if article.tokens[i].text == "." and article.view[span.end - 1] not in _TERMINAL:
                break
            comma = comma or article.tokens[i].text == ","
            i += 1
        if i < limit and low(article, i) in ("comme", "ainsi"):
            i += 1
        goes_on = i + 1 < limit and low(article, i) in ("puis", "et", "ensuite")
        if goes_on:
            i += 1
        if i >= limit:
            continue
        if not (article.tokens[i].text[0].islower() or article.tokens[i].text[0] in "-'"):
            continue
        group = group_at(article, i, limit, any_verb=True)
        if group is None or not _incise_verb(group):
            continue
        source = incise_source(article, group, limit)
        if source is None:
            continue
        if not comma and group.pronoun is None and not _like_speech(article, span.start, span.end):
            continue
        rule = "incise after the mark" if group.pronoun is None else "incise with inversion after the mark"
        # *« … », et nie l'existence de quotas*: behind *et* the verb may go on with the subject before the marks
        if (goes_on or not comma) and group.pronoun is None and not nameable(article, source):
            continue
        content, spans = _whole(article, sentence, n)
        if (
            content is None
            and n + 1 < len(held)
            and spans == (index,)
            and _reopened(article, span, source, group, held[n + 1])
        ):
            spans = (index, held[n + 1])
            again = article.spans[held[n + 1]]
            pieces = ((span.start, span.end), (again.start, again.end))
            yield Candidate(rule, sentence, group.cue(article), source, spans, None, 0.95, verbatim=pieces)
            continue
        yield Candidate(rule, sentence, group.cue(article), source, spans, content, 0.95)


def _reopened(article: ParsedArticle, span: MarkedSpan, source: Phrase, group: VerbGroup, following: int) -> bool:
    """*« Le pain », dit X, « augmentera »*: do the next marks go on with the sentence, only the incise between them?"""
    after = article.spans[following]
    end = max(source.end, article.tokens[group.last - 1].end)
    gap = article.view[end : after.outer[0]]
    return (
        article.view[span.end - 1] not in _TERMINAL
        and gap.strip().endswith(",")
        and not any(mark in gap for mark in ".:;")
        and article.view[after.start].islower()
    )


def _incise_verb(group: VerbGroup) -> bool:
    return "i" in group.frames or group.pronoun is not None


def _like_speech(article: ParsedArticle, start: int, end: int) -> bool:
    words = article.view[start:end].split()
    if len(words) >= 4 or words[-1][-1] in _TERMINAL:
        return True
    return (
        len(words) >= 2 and not any(w[0].isupper() for w in words[1:]) and words[0].lower() not in ("le", "la", "les")
    )


def _whole(article: ParsedArticle, sentence: int, n: int) -> tuple[Span | None, tuple[int, ...]]:
    """With words of the reporter before the mark, the whole sentence is the reported clause."""
    held = article.sentences[sentence].spans
    first = article.sentences[sentence].start
    span = article.spans[held[n]]
    before = article.view[first : article.spans[held[0]].outer[0]].strip(" \n—-•")
    between = [article.view[article.spans[held[k]].outer[1] : article.spans[held[k + 1]].outer[0]] for k in range(n)]
    if ":" in before or any(":" in gap or "." in gap for gap in between):
        return None, (held[n],)
    joined = any(len(_CONJUNCTIONS.sub(" ", gap).split()) > 1 for gap in between)
    if before and n == 0:
        if before.endswith(",") and _only_adverbial(article, sentence, span.outer[0]):
            return None, (held[n],)  # *Quant à la dette, « … », dit-elle*
        if len(before.split()) < 2 and span.start - first < 12:
            return None, (held[n],)
        return (first, span.outer[1]), (held[n],)
    if n and (joined or before):
        return (first, span.outer[1]), tuple(held[: n + 1])
    return None, tuple(held[: n + 1]) if n and not joined else (held[n],)


def _only_adverbial(article: ParsedArticle, sentence: int, end: int) -> bool:
    """Is what stands before the mark an adverbial, without a subject that the marked words would go on with?"""
    first, _ = article.range(sentence)
    before = range(first, article.token_at(end))
    if not before:
        return False
    opens = article.tokens[first].upos in ("ADP", "ADV", "CCONJ", "SCONJ") or low(article, first) == "quant"
    return opens and not any("VerbForm=Fin" in article.tokens[j].morph for j in before)


def incise_source(article: ParsedArticle, group: VerbGroup, stop: int) -> Phrase | None:
    """The subject behind an incise's verb; of *peut-on lire dans X* the text X."""
    if group.pronoun is not None:
        on = group.pronoun.pronoun == "on"
        return for_whom(article, group, group.pronoun, stop) if on else group.pronoun
    behind = _behind_circumstance(article, group.last, stop)
    if behind is not None:
        return behind
    i = skip_adverbials(article, group.last, stop)
    for at in (i, _skip_insert(article, i, stop), _skip_insert(article, group.last, stop)):
        if at < stop and date_end(article, at, stop) == at and low(article, at) not in ("que", "qu'", "à", "de", "d'"):
            found = phrase_from(article, at, stop)
            if found is not None:
                return found
    if group.last >= stop or low(article, group.last) in TIMES:
        return None
    return phrase_from(article, group.last, stop)


_FAR = 14  # tokens


def _behind_circumstance(article: ParsedArticle, index: int, stop: int) -> Phrase | None:
    """*annonce en poinçonnant les billets Anne Roy*, *soupire assise au soleil Anne Roy*: the name before the comma."""
    tokens = article.tokens
    i = index
    while i < stop and is_adverb(article, i) and low(article, i) not in ("sans", "tout"):
        i += 1
    if i + 1 >= stop or not (
        low(article, i) == "en"
        and low(article, i + 1).endswith("ant")
        or low(article, i) == "sans"
        and "VerbForm=Inf" in tokens[i + 1].morph
        or low(article, i) == "tout"
        and tokens[i + 1].upos in ("NOUN", "ADJ")
        or low(article, i) == "les"
        and {"à", "au", "aux", "en"} & set(article.lows[i + 2 : i + 4])
        or tokens[i].text[0].islower()
        and ("VerbForm=Part" in tokens[i].morph or tokens[i].upos == "ADJ")
    ):
        return None
    end = next((j for j in range(i, min(i + _FAR, stop)) if tokens[j].text in STOPS), min(i + _FAR, stop))
    named = [e for e in article.entities_near(tokens[i].start, tokens[end - 1].end) if e.label == "PER"]
    people = [article.token_at(e.start) for e in named if article.token_at(e.end) >= end]
    known = lexicon.sources()
    nouns = [
        j
        for j in range(i + 1, end)
        if low(article, j) in DETERMINERS and known & set(article.lows[j + 1 : min(j + 4, end)])
    ]
    for j in sorted({*(j for j in people if j > i), *nouns}):
        found = phrase_from(article, j, stop)
        if found is not None and article.token_at(found.end) >= end:
            return found
    return None


def _skip_insert(article: ParsedArticle, index: int, stop: int) -> int:
    """*admet, beau joueur, le syndicaliste*: behind a short insert between commas."""
    if index + 2 < stop and article.tokens[index].text == ",":
        for j in range(index + 1, min(index + 6, stop)):
            if article.tokens[j].text == ",":
                return j + 1 if j > index + 1 else index
    return index


def inside_quotation(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """An incise inside the marks: it splits the stretch."""
    for index in article.sentences[sentence].spans:
        inner = article.incises.get(index, ())
        if not inner:
            continue
        span = article.spans[index]
        pieces: list[Span] = []
        position = span.start
        first: tuple[VerbGroup, Phrase] | None = None
        for start, end in inner:
            i, stop = article.token_at(start), article.token_at(end)
            group = group_at(article, i, stop, any_verb=True)
            source = incise_source(article, group, stop) if group is not None else None
            if group is None or source is None:
                continue
            first = first or (group, source)
            pieces.append((position, _back(article.view, position, start)))
            position = _forth(article.view, end, span.end)
        if first is None:
            continue
        if position < span.end:
            pieces.append((position, span.end))
        verbatim = tuple(p for p in pieces if p[0] < p[1])
        yield Candidate(
            "incise inside the marks",
            sentence,
            first[0].cue(article),
            first[1],
            (index,),
            None,
            0.93,
            verbatim=verbatim,
        )


def _back(view: str, start: int, at: int) -> int:
    while at > start and view[at - 1] in " ,\n":
        at -= 1
    return at


def _forth(view: str, at: int, end: int) -> int:
    while at < end and view[at] in " ,.;:!?\n":
        at += 1
    return at
