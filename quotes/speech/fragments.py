"""Fragments: by whom marked words may be said that stand in the reporter's own clause.

*La ville veut « casser les codes »*, *en moquant « la lenteur » du préfet*: no cue need report there. What
the grammar offers as a source is offered, each by its own name, and the weights decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.speech.candidate import LOOSE, Candidate
from quotes.speech.incise import incise_source
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup, inverted_pronoun, read_verb
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import phrase_before
from quotes.syntax.words import AUXILIARIES, CLITICS, is_adverb, is_finite, low
from quotes.types import Cue, Span

_WEAK = 0.1  # every construction goes before
_FAR = 40  # tokens between marked words and the verb that they hang on
_NEAR = 8  # tokens between marked words and the phrase that goes with them
_OF = frozenset("de d' du des".split())
_LINKS = frozenset("de d' du des à au aux en comme pour un une le la les l' son sa ses leur leurs".split())


def fragments(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """The sources that the grammar offers for each marked stretch of a sentence."""
    first, stop = article.range(sentence)
    held = [article.spans[i].outer for i in article.sentences[sentence].spans]
    verbs = [i for i in range(first, stop) if _verb(article, i, held)]
    for index in article.sentences[sentence].spans:
        start, end = article.spans[index].outer
        at, behind = article.token_at(start), article.token_at(end)
        offered = (
            *_by_verbs(article, verbs, at),
            *_behind(article, verbs, behind, stop),
            *_by_noun(article, first, at),
            *_by_agent(article, first, at, behind, stop),
        )
        for how, cue, source in offered:
            if not start <= source.start < end and source.end - source.start < 300:
                yield Candidate(f"{LOOSE}{how}", sentence, cue, source, (index,), None, _WEAK)


_Offered = tuple[str, Cue, Phrase]


def _verb(article: ParsedArticle, index: int, held: list[Span]) -> bool:
    """A verb of its own outside of marks: finite, participle or infinitive, no auxiliary of another."""
    token = article.tokens[index]
    if token.upos not in ("VERB", "AUX") or any(a <= token.start < b for a, b in held):
        return False
    return not token.dep.startswith(("aux", "cop"))


def _group(article: ParsedArticle, head: int) -> VerbGroup:
    """Any verb with its auxiliaries and clitics."""
    first = head
    lowest, _ = article.range(article.sentence_of_token[head])
    while first > lowest and (
        low(article, first - 1) in AUXILIARIES | CLITICS
        or is_adverb(article, first - 1)
        and low(article, first - 2) in AUXILIARIES
    ):
        first -= 1
    finite = is_finite(article, head) or any(is_finite(article, j) for j in range(first, head))
    word = low(article, head)
    shape = (
        "finite"
        if finite
        else "infinitive"
        if "VerbForm=Inf" in article.tokens[head].morph
        else "present"
        if word.endswith("ant")
        else "past"
    )
    found = inverted_pronoun(article, head)
    known = read_verb(article, head, any(low(article, j) in ("se", "s'") for j in range(first, head)), (shape, "past"))
    lemma, frames = known[:2] if known is not None else (article.tokens[head].lemma, "")
    return VerbGroup(first, head + 1, head, lemma, frames, shape, found[0] if found else None)


def _by_verbs(article: ParsedArticle, verbs: list[int], at: int) -> Iterator[_Offered]:
    """The subject of the verb that stands nearest before the words, and that of the nearest finite one."""
    before = [i for i in verbs if at - _FAR <= i < at]
    if not before:
        return
    nearest = _group(article, before[-1])
    subject = find_subject(article, nearest, at)
    if subject is not None:
        reports = "a verb that reports" if nearest.frames else "a verb"
        yield f"subject of {reports}, {nearest.shape}", nearest.cue(article), subject
    main = next((i for i in reversed(before) if article.tokens[i].dep == "ROOT"), None)
    if main is not None and main != before[-1]:
        group = _group(article, main)
        subject = find_subject(article, group, at)
        if subject is not None:
            yield "subject of the main verb", group.cue(article), subject
    close = phrase_before(article, nearest.first)
    if close is not None and (subject is None or close.start != subject.start):
        yield "phrase before the verb", nearest.cue(article), close


def _behind(article: ParsedArticle, verbs: list[int], behind: int, stop: int) -> Iterator[_Offered]:
    """*« … », regrette Anne Roy*; *« Dépitée », elle quitte la salle*: whose verb stands behind the words."""
    after = next((i for i in verbs if i >= behind), None)
    if after is None:
        return
    group = _group(article, after)
    inverted = incise_source(article, group, stop)
    if inverted is not None and nameable(article, inverted):
        yield "phrase behind the next verb", group.cue(article), inverted
    subject = find_subject(article, group, stop)
    if subject is not None and subject.start >= article.tokens[min(behind, stop - 1)].start:
        yield "subject of the next verb", group.cue(article), subject


def _by_noun(article: ParsedArticle, first: int, at: int) -> Iterator[_Offered]:
    """*la promesse du maire d'une « ville apaisée »*, *l'appel de Paul Roy à « tenir »*: whose noun it is."""
    for j in range(at - 2, max(first, at - _NEAR), -1):
        if low(article, j) in _OF and article.tokens[j - 1].upos == "NOUN":
            source = phrase_from(article, j + 1, at)
            last = j + 1 if source is None else article.token_at(source.end)
            while last > j + 1 and low(article, last - 1) in _LINKS:
                last -= 1  # *du maire d'une « ville apaisée »*: what goes on with the marks
            if source is None or last == j + 1 or not nameable(article, source):
                continue
            if all(
                low(article, k) in _LINKS or article.tokens[k].upos in ("ADJ", "ADP", "DET") for k in range(last, at)
            ):
                noun = article.tokens[j - 1]
                phrase = Phrase(source.start, article.tokens[last - 1].end, source.head, source.pronoun)
                yield "whose noun it is", Cue(noun.start, noun.end, noun.text, noun.lemma), phrase
            return


def _by_agent(article: ParsedArticle, first: int, at: int, behind: int, stop: int) -> Iterator[_Offered]:
    """*jugé « trop long » par les élus*, *selon la mairie*: whom *par* or *selon* names beside the words."""
    for j in (*range(behind, min(behind + _NEAR, stop)), *range(at - 1, max(first, at - _NEAR), -1)):
        if low(article, j) in ("par", "selon") and j + 1 < stop:
            source = phrase_from(article, j + 1, stop)
            if source is not None and nameable(article, source):
                token = article.tokens[j]
                side = "behind" if j >= behind else "before"
                yield f"{low(article, j)} {side}", Cue(token.start, token.end, token.text, low(article, j)), source
                return
