"""What is seen of a source phrase: how it was found, how it stands to the words and to its verb.

*« … », a dit le maire*: behind the words, subject of a verb that reports. No feature asks who is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes import lexicon
from quotes.entities.asked import Linked, Scene, phrase_kind
from quotes.entities.wording import wording
from quotes.speech.page import step
from quotes.syntax.animate import could_speak, nameable
from quotes.syntax.article import ParsedArticle, Phrase

_STEPS = (0, 1, 2, 4, 8, 16, 32)
_FEW = (0, 1, 2, 4)


def phrased(scene: Scene, place: int, one: Linked) -> Iterator[str]:
    """The features of a phrase that may name the source."""
    phrase, article = one.phrase, scene.cast.article
    kind = phrase_kind(phrase, scene.cast)
    offered = len(scene.asked.links)
    first = "the first phrase" if not place else "another phrase"
    yield f"by {kind}"
    yield f"by {first}"
    yield f"by {first}: {one.how}"
    yield f"by {kind}: {one.how}"
    yield f"by phrase {min(place, 4)} of {step(offered, _FEW)}"
    yield f"by {first} of {scene.asked.construction}"
    for further in one.further:
        yield f"by phrase that is also: {further}"
    yield from (f"by {first}: {name}" for name in _cue(one))
    can = _can(article, phrase)
    yield f"by {can}"
    yield f"by {first}: {can}"
    opener = wording(article.view[phrase.start : phrase.end]).opener or "no determiner"
    yield f"by {kind} with {opener}"
    if phrase.pronoun is not None:
        yield f"by {phrase.pronoun}"
        yield f"by {first}: {phrase.pronoun}"
    for seen in (*_place(scene, phrase), *_tree(article, scene, phrase)):
        yield f"by phrase {seen}"
        yield f"by {kind} {seen}"


def unphrased(scene: Scene) -> Iterator[str]:
    """The features of no phrase."""
    asked = scene.asked
    offered = step(len(asked.links), _FEW)
    yield "by none"
    yield f"by none of {offered} phrases"
    yield f"by none, {asked.construction}"
    yield f"by none, {asked.construction}, of {offered} phrases"
    if asked.links:
        first = asked.links[0]
        yield f"by none, but {first.how}"
        yield f"by none, but {phrase_kind(first.phrase, scene.cast)}"


def _cue(one: Linked) -> Iterator[str]:
    """The cue of a phrase: does it report, and in what form?"""
    cue = one.cue
    if cue is None:
        yield "no cue"
        return
    verb = lexicon.verbs().get(cue.lemma)
    frames = "no verb that reports" if verb is None else f"frames {verb.frames}"
    yield f"cue of {frames}"
    distance = max(0, max(cue.start, one.phrase.start) - min(cue.end, one.phrase.end))
    side = "before" if one.phrase.start < cue.start else "behind"
    yield f"{side} its cue"
    yield f"{side} its cue by {step(distance, (2, 10, 30, 80))} characters"


def _can(article: ParsedArticle, phrase: Phrase) -> str:
    if nameable(article, phrase):
        return "one that could be named"
    return "one that could speak" if could_speak(article, phrase) else "a thing"


def _place(scene: Scene, phrase: Phrase) -> Iterator[str]:
    """Where a phrase stands to the words."""
    asked, article = scene.asked, scene.cast.article
    off = scene.cast.sentence_at(phrase.start) - asked.sentence
    if asked.holds(phrase.start):
        yield "inside the words"
        return
    before = phrase.start < asked.start
    side = "before" if before else "behind"
    a, b = (phrase.end, asked.start) if before else (asked.end, phrase.start)
    if off:
        yield f"{side}, {step(abs(off), (1, 2, 4))} sentences off"
    yield f"{side} by {step(max(0, article.token_at(b) - article.token_at(a)), _STEPS)} tokens"
    between = article.view[a:b] if a < b else ""
    for sign, name in ((":", "a colon"), (",", "a comma"), (";", "a semicolon"), ("(", "a bracket")):
        if sign in between:
            yield f"{side} with {name} between"
    if scene.cast.marks(a, b):
        yield f"{side} with other marks between"
    verbs = scene.cast.finite_verbs(article.token_at(a), article.token_at(b))
    yield f"{side} with {step(verbs, (0, 1, 2))} finite verbs between"
    nearer = [other.phrase for other in asked.links if other.phrase is not phrase and (a <= other.phrase.start < b)]
    yield f"{side} with {step(len(nearer), (0, 1, 2))} phrases between"


def _tree(article: ParsedArticle, scene: Scene, phrase: Phrase) -> Iterator[str]:
    """How a phrase hangs on its verb, and the words on that."""
    head = phrase.head if phrase.head is not None else article.token_at(phrase.start)
    if head >= len(article.tokens):
        return
    token = article.tokens[head]
    yield f"as {token.dep}"
    verb = article.tokens[token.head]
    yield f"as {token.dep} of {verb.upos}"
    reports = token.head in scene.cast.reporting
    if reports:
        yield f"as {token.dep} of a word that reports"
    if verb.dep == "ROOT":
        yield f"as {token.dep} of the root"
    begins = article.sentences[scene.cast.sentence_at(phrase.start)].start
    if phrase.start - begins <= 3:
        yield "opens its sentence"
    yield from _steps(article, scene.governor, token.head)


def _steps(article: ParsedArticle, words: int | None, verb: int) -> Iterator[str]:
    """Is the verb of the phrase the one that the words hang on, over it, or elsewhere?"""
    if words is None:
        yield "with words that hang on nothing"
        return
    if words == verb:
        yield "with words that hang on the same verb"
        return
    at, count = words, 0
    while article.tokens[at].head != at and count < 8:
        at, count = article.tokens[at].head, count + 1
        if at == verb:
            yield f"with words that hang below its verb by {step(count, (1, 2, 4))}"
            return
    at, count = verb, 0
    while article.tokens[at].head != at and count < 8:
        at, count = article.tokens[at].head, count + 1
        if at == words:
            yield f"with its verb below the words by {step(count, (1, 2, 4))}"
            return
    yield "with words that hang elsewhere"
