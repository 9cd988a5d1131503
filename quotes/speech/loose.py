"""Loose candidates: clauses that may be reported, wherever a cue and a clause stand together.

The constructions ask for a good deal before they offer a clause; these ask for little, and the weights decide.
*Le maire a assuré être « ouvert » au dialogue*; *Il a plaidé pour que la place soit fermée*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.speech.according import criterion
from quotes.speech.acts import speaks
from quotes.speech.candidate import Candidate
from quotes.speech.extent import spans_inside
from quotes.speech.incise import incise_source
from quotes.speech.page import sign
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import could_speak, nameable
from quotes.syntax.antecedents import relative_que
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup
from quotes.syntax.phrases import phrase_from
from quotes.syntax.verbs import supposed, verb_groups
from quotes.syntax.words import CLITICS, is_finite, low
from quotes.types import Cue, Span

_THAT = frozenset("que qu'".split())
_ASKS = frozenset("si comment pourquoi combien où quel quelle quels quelles lequel laquelle".split())
_LINKS = frozenset("de d' à pour".split())
_CLOSES = frozenset(". ; : ? ! …".split())
_DENIES = frozenset("ne pas plus jamais rien".split())
_FAR = 14  # tokens between a verb and what opens its clause
_ACCORDING = re.compile(
    r"\b(?:selon|d'après|à en croire|à entendre|de l'aveu (?:de|d')|de l'avis (?:de|d')|aux dires (?:de|d')"
    r"|au dire (?:de|d')|aux yeux (?:de|d')|de source|selon les (?:termes|mots|propos) (?:de|d')) ?",
    re.IGNORECASE,
)


def loosely(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """Every clause of a sentence that some cue may report, up to the sentence's end."""
    for group in verb_groups(article, sentence):
        if supposed(article, group):
            continue
        yield from _forward(article, sentence, group)
        yield from _incise(article, sentence, group)
    yield from _according(article, sentence)


def _candidate(
    article: ParsedArticle,
    sentence: int,
    construction: str,
    cue: Cue,
    source: Phrase | None,
    content: Span,
    seen: tuple[str, ...] = (),
) -> Candidate:
    spans = spans_inside(article, sentence, *content)
    return Candidate(construction, sentence, cue, source, spans, content, 0.6, seen=seen)


def _seen(article: ParsedArticle, group: VerbGroup, source: Phrase | None) -> tuple[str, ...]:
    """What is seen of a verb and its subject."""
    out = [f"verb: {group.shape}", "speaks" if speaks(article, group) else "does not speak"]
    out += [
        name
        for name, holds in (("denied", group.negated), ("passive", group.passive), ("reflexive", group.reflexive))
        if holds
    ]
    if source is not None:
        out.append(
            "source is nameable"
            if nameable(article, source)
            else "source could speak"
            if could_speak(article, source)
            else "source is a thing"
        )
        out.append(
            "subject before the verb" if source.start < article.tokens[group.first].start else "subject behind the verb"
        )
    if group.first:
        out.append(f"before the verb: {article.tokens[group.first - 1].upos}")
        if article.tokens[group.first - 1].upos in ("ADP", "SCONJ", "PRON", "CCONJ", "ADV"):
            out.append(f"before the verb: {low(article, group.first - 1)}")
    return tuple(out)


def _forward(article: ParsedArticle, sentence: int, group: VerbGroup) -> Iterator[Candidate]:
    """A clause behind the verb: with *que*, as a question, or as an infinitive."""
    _, stop = article.range(sentence)
    end = article.sentences[sentence].end
    held = [article.spans[i].outer for i in article.sentences[sentence].spans]
    for i in range(group.last, min(group.last + _FAR, stop)):
        word, token = low(article, i), article.tokens[i]
        if any(a < token.start < b for a, b in held):
            continue
        if word in _CLOSES:
            return
        kind = ""
        if word in _THAT and relative_que(article, i, stop):
            return
        if word in _THAT and i + 1 <= stop:
            kind, start = "loose: que", token.end
        elif word in _ASKS and (word != "si" or i == group.last):
            kind, start = "loose: question", token.start
        elif "VerbForm=Inf" in token.morph and token.upos in ("VERB", "AUX"):
            first = _infinitive_start(article, group.last, i)
            kind, start = "loose: infinitive", article.tokens[first].start
        elif is_finite(article, i):
            return
        if kind:
            while start < end and article.view[start] in " ,\n":
                start += 1
            source = find_subject(article, group, i)
            if start < end:
                yield _candidate(
                    article, sentence, kind, group.cue(article), source, (start, end), _seen(article, group, source)
                )
            return


def _infinitive_start(article: ParsedArticle, first: int, index: int) -> int:
    """The first token of an infinitive with what belongs to it: *(de) ne pas s'y rendre*."""
    while index > first and (low(article, index - 1) in CLITICS | _DENIES or article.tokens[index - 1].upos == "ADV"):
        index -= 1
    return index


def _incise(article: ParsedArticle, sentence: int, group: VerbGroup) -> Iterator[Candidate]:
    """The clause before a verb whose subject stands behind it: *…, a indiqué l'avocate*."""
    first, stop = article.range(sentence)
    if group.first <= first:
        return
    source = incise_source(article, group, stop)
    start, end = article.sentences[sentence].start, article.tokens[group.first].start
    while end > start and article.view[end - 1] in " ,\n—-":
        end -= 1
    if source is None or end - start < 8 or article.tokens[group.first - 1].text in _CLOSES:
        return
    before = article.tokens[group.first - 1].text
    held = any(article.spans[i].outer[1] == end for i in article.sentences[sentence].spans)
    if before in (",", "—", "-") or held or group.pronoun is not None:
        yield _candidate(
            article, sentence, "loose: incise", group.cue(article), source, (start, end), _seen(article, group, source)
        )


def _according(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """*Selon X, …*, *…, à en croire X*: the clause behind the phrase, and the one before it."""
    whole = article.sentences[sentence]
    _, stop = article.range(sentence)
    held = [article.spans[i].outer for i in whole.spans]
    for match in _ACCORDING.finditer(article.view, whole.start, whole.end):
        if any(a <= match.start() < b for a, b in held):
            continue
        source = phrase_from(article, article.token_at(match.end()), stop)
        if source is None or criterion(article, article.token_at(match.start())):
            continue
        lemma = match.group().strip().lower()
        cue = Cue(match.start(), match.start() + len(match.group().rstrip()), match.group().rstrip(), lemma)
        before, behind = match.start(), source.end
        while before > whole.start and article.view[before - 1] in " ,\n—-(":
            before -= 1
        while behind < whole.end and article.view[behind] in " ,\n)":
            behind += 1
        kind = f"loose: {lemma.split()[0]}"
        apart = article.view[source.end : source.end + 1]
        seen = (
            "source is nameable" if nameable(article, source) else "source is a thing",
            f"behind the source: {sign(apart)}",
            f"before the cue: {sign(article.view[whole.start : match.start()].rstrip()[-1:])}",
        )
        if before - whole.start > 8:
            yield _candidate(article, sentence, f"{kind}, before", cue, source, (whole.start, before), seen)
        if whole.end - behind > 8:
            yield _candidate(article, sentence, f"{kind}, behind", cue, source, (behind, whole.end), seen)
