"""Marked words inside a sentence: *il a dénoncé « une honte »*, *qualifié de « … » par X*.

Whether such words are speech is decided here by what ties them to somebody: a verb that reports, of which
they are object or complement. Without such a tie they are a title, a term or irony, and no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.speech.candidate import Candidate
from quotes.speech.titles import title_like
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup
from quotes.syntax.phrases import phrase_from
from quotes.syntax.verbs import unasserted, verb_groups
from quotes.syntax.words import low

_NAMING = frozenset(
    "appeler qualifier surnommer baptiser nommer traiter taxer décrire dépeindre caractériser présenter"
    " désigner considérer juger définir intituler étiqueter titrer".split()
)
_LIKENING = frozenset("caractériser présenter désigner définir traiter qualifier taxer accuser".split())
_JUDGING = frozenset("juger trouver estimer considérer".split())
# verbs that name a thing without judging it
_NEUTRAL = frozenset(
    "évoquer annoncer saluer raconter décrire demander rejeter présenter proposer confirmer rappeler"
    " mentionner expliquer préciser détailler défendre citer réclamer".split()
) | {"se souvenir", "se rappeler"}
_NOT_SPEECH = frozenset("appeler nommer baptiser surnommer intituler".split())


ELIDED = "marked words, its verb elided"


def marked_words(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """Quotations that are a part of their sentence's grammar, under a verb that reports."""
    held = article.sentences[sentence].spans
    if not held:
        return
    groups = [g for g in verb_groups(article, sentence) if not unasserted(article, g)]
    first, _ = article.range(sentence)
    last: Candidate | None = None
    for n, index in enumerate(held):
        span = article.spans[index]
        other = None if last is None else _elided(article, held[n - 1], index)
        if last is not None and other is not None:
            last = Candidate(ELIDED, sentence, last.cue, other, (index,), None, 0.8)
            yield last
            continue
        if last is not None and _joined(article, held[n - 1], index):
            last = Candidate(last.construction, sentence, last.cue, last.source, (index,), None, last.strength)
            yield last
            continue
        last = None
        at = article.token_at(span.outer[0])
        if title_like(article, sentence, index):
            continue
        group = _governor(article, groups, first, at, span.outer[1])
        if group is None:
            continue
        candidate = None if _remote(article, group, at) else _hit(article, sentence, group, index, at)
        if candidate is not None:
            last = candidate
            yield candidate


def _remote(article: ParsedArticle, group: VerbGroup, at: int) -> bool:
    """*a salué la mémoire des « poilus »*, *va lancer des « paniers »*: a term in what is named, not what is said."""
    if group.lemma == "lancer" and low(article, at - 1) in ("des", "ses", "son", "sa", "une"):
        return True
    j = at - 1
    if low(article, j) in ("la", "l'", "un", "une"):
        j -= 1
    if group.lemma not in _NEUTRAL or low(article, j) not in ("de", "d'", "du", "des") or j - 1 <= group.last:
        return False
    return article.tokens[j - 1].upos in ("NOUN", "ADJ")


def _elided(article: ParsedArticle, before: int, index: int) -> Phrase | None:
    """*X a dénoncé « une honte » et Paul Girard « un scandale »*: another source, and its verb the one before."""
    a, b = article.spans[before].outer[1], article.spans[index].outer[0]
    first, stop = article.token_at(a), article.token_at(b)
    while first < stop and low(article, first) in (",", ";", "et", "mais", "puis", "tandis", "que"):
        first += 1
    found = phrase_from(article, first, stop) if first < stop else None
    if found is None or found.head is None or not nameable(article, found):
        return None
    return found if not article.view[found.end : b].strip(" ,:") else None


def _joined(article: ParsedArticle, before: int, index: int) -> bool:
    """*« truffé d'incantations » et manquant « de courage »*: does one cue hold both?"""
    a, b = article.spans[before].outer[1], article.spans[index].outer[0]
    gap = article.view[a:b].strip()
    if not gap.startswith((",", "et ", "ou ", "ni ", "puis ", "et\n")) and gap not in ("et", "ou", ",", "ni"):
        return False
    inner = range(article.token_at(a), article.token_at(b))
    return len(gap.split()) <= 5 and not any(
        "VerbForm=Fin" in article.tokens[j].morph or low(article, j) in ("que", "qu'", "qui", "mais") for j in inner
    )


def _governor(article: ParsedArticle, groups: list[VerbGroup], first: int, at: int, outer_end: int) -> VerbGroup | None:
    """The reporting verb to the left that the marked words hang on."""
    tokens = article.tokens
    left = [g for g in groups if g.head < at and set(g.frames) & set("oq")]
    if at and low(article, at - 1) in ("d'après", "selon") or at > 1 and low(article, at - 1) == "après":
        return None
    for group in reversed(left):
        if at - group.last > 25:
            return None
        if group.lemma in _LIKENING and not any(
            low(article, j) in ("comme", "être", "de", "d'") for j in range(max(group.last, at - 3), at)
        ):
            continue
        between = range(group.last, at)
        finite = [
            j
            for j in between
            if tokens[j].upos in ("VERB", "AUX") and "VerbForm=Fin" in tokens[j].morph and tokens[j].head != group.head
        ]
        if any(tokens[j].text in (";", ":", "—") for j in between):
            return None
        if finite:
            continue
        commas = sum(tokens[j].text == "," for j in between)
        if commas > 2 and not _hangs(article, at, group.head, outer_end):
            continue
        if "o" in group.frames:
            return group
        if at < len(tokens) and _hangs(article, at, group.head, outer_end):
            return group
    return None


def _hangs(article: ParsedArticle, at: int, head: int, outer_end: int) -> bool:
    tokens = article.tokens
    for start in (at, at - 1):
        if not 0 <= start < len(tokens):
            continue
        j = start
        for _ in range(12):
            if j == head:
                return True
            if tokens[j].head == j:
                break
            j = tokens[j].head
    return False


def _agent(article: ParsedArticle, index: int, stop: int) -> Phrase | None:
    """The phrase behind *par*, without what goes on with the marks (*par la gauche et de « … »*)."""
    found = phrase_from(article, index, stop)
    if found is None:
        return None
    marks = [article.spans[k].outer[0] for k in article.sentences[article.sentence_of_token[index]].spans]
    last = article.token_at(min([found.end, *(m for m in marks if m > found.start)]))
    while last > index + 1 and low(article, last - 1) in ("et", "ou", "de", "d'"):
        last -= 1
    return Phrase(found.start, article.tokens[last - 1].end, found.head, found.pronoun)


def _proper(article: ParsedArticle, group: VerbGroup, index: int, at: int) -> bool:
    """*baptisée « Arduinna » par l'équipe*, *baptisé le pont « pont Neuf »*: a name that sticks, no word of anybody's."""
    words = article.view[article.spans[index].start : article.spans[index].end].split()
    if group.lemma in ("appeler", "surnommer"):
        return False
    name = words[1:] if words[0].lower() in ("le", "la", "les") else words
    return len(name) == 1 and name[0][0].isupper() or words[0].lower() in article.lows[group.last : at]


def _hit(article: ParsedArticle, sentence: int, group: VerbGroup, index: int, at: int) -> Candidate | None:
    span = article.spans[index]
    _, stop = article.range(sentence)
    naming = group.lemma in _NAMING
    if group.lemma in _NOT_SPEECH and _proper(article, group, index, at):
        return None
    if group.passive or group.shape == "past":
        after = article.token_at(span.outer[1])
        agent: Phrase | None = None
        for j in [*range(after, min(after + 3, stop)), *range(group.last, at)]:
            if article.tokens[j].text in (",", ";", "."):
                break
            if low(article, j) in ("par",) and j + 1 < stop:
                agent = _agent(article, j + 1, stop)
                break
        if agent is None or not nameable(article, agent):
            return None
        return Candidate(
            "marked words, passive with an agent", sentence, group.cue(article), agent, (index,), None, 0.75
        )
    source = find_subject(article, group, at)
    if source is None or not nameable(article, source):
        return None
    if group.lemma in _NOT_SPEECH and source.pronoun == "on":
        return None
    if group.shape == "infinitive" and article.tokens[group.head].end < source.start < span.start:
        return None  # *proposé de témoigner dans un livre sur les « visages de la ville »*
    rule = "naming verb" if naming else "marked words under a reporting verb"
    content = None
    if group.lemma in _JUDGING and group.last < at and article.tokens[group.last].upos == "DET":
        content = (article.tokens[group.last].start, span.outer[1])  # *juge la mesure « tardive »*
    return Candidate(rule, sentence, group.cue(article), source, (index,), content, 0.75)
