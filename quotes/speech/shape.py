"""Shape: how a clause that may be reported stands in the tree of its sentence, and what its edges cut.

*Estimant que rien ne change, les élus protestent*: what the cue hangs on stands behind the clause, not in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes import lexicon
from quotes.speech.candidate import Candidate
from quotes.speech.page import CLOSED, step
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import is_finite

_TAIL = 6
_CLIMBED = 6
_OPEN = ("ADP", "DET", "CCONJ", "SCONJ", "AUX")


def shape(article: ParsedArticle, one: Candidate) -> Iterator[str]:
    """The features of an extent by the tree."""
    assert one.content is not None
    first, last = article.token_at(one.content[0]), article.token_at(one.content[1])
    low, stop = article.range(one.sentence)
    last = min(last, stop)
    yield from _inside(article, first, last)
    opens = "the end" if last >= stop else article.lows[last] if article.tokens[last].upos in CLOSED else "words"
    behind = list(_behind(article, first, last, stop))
    yield from behind
    yield from (f"behind {opens}: {name}" for name in behind)
    yield from _before(article, first, last, low)
    yield from _root(article, one, first, last, low, stop)
    if one.cue is not None:
        yield from _by_cue(article, one, first, last, stop)


def _inside(article: ParsedArticle, first: int, last: int) -> Iterator[str]:
    verbs = [i for i in range(first, last) if is_finite(article, i)]
    yield f"{step(len(verbs), (0, 1, 2, 3))} finite verbs inside"
    if any(article.tokens[i].head >= last for i in range(first, last)):
        yield "words inside hang behind"
    subjects = sum(article.tokens[i].dep.startswith("nsubj") for i in range(first, last))
    yield f"{step(subjects, (0, 1, 2, 3))} subjects inside"
    if subjects > len(verbs):
        yield "more subjects than verbs inside"
    if verbs and not any(first <= article.tokens[i].head < last and article.tokens[i].head != i for i in verbs):
        yield "no verb inside hangs inside"
    if last > first:
        ends = article.tokens[last - 1]
        yield f"last token: {ends.upos}"
        if ends.upos in _OPEN:
            yield "ends open"
    tops = sum(not first <= article.tokens[i].head < last or article.tokens[i].head == i for i in range(first, last))
    yield f"{step(tops, (0, 1, 2, 3))} tops inside"


def _behind(article: ParsedArticle, first: int, last: int, stop: int) -> Iterator[str]:
    """What stands right behind: where it hangs, whether a clause of its own begins there."""
    tail = range(last, min(last + _TAIL, stop))
    if any(first <= article.tokens[i].head < last for i in tail):
        yield "words behind hang inside"
    if last >= stop:
        return
    yield f"behind: {' '.join(_word(article, i) for i in range(last, min(last + 2, stop)))}"
    yield f"behind: {' '.join(_word(article, i) for i in range(last, min(last + 3, stop)))}"
    crossing = sum(first <= article.tokens[i].head < last for i in range(last, stop))
    yield f"{step(crossing, (0, 1, 2))} words behind hang inside"
    into = next((article.tokens[i] for i in range(last, stop) if first <= article.tokens[i].head < last), None)
    if into is not None and into.upos != "PUNCT":
        yield f"behind hangs inside as {into.dep}"
    verb = next((i for i in range(last, stop) if is_finite(article, i)), None)
    if verb is None:
        yield "no finite verb behind"
        return
    yield f"a finite verb behind{' that reports' if article.lows[verb] in lexicon.verb_forms() else ''}"
    yield f"the verb behind is {article.tokens[verb].dep}"
    own = any(article.tokens[i].head == verb and article.tokens[i].dep.startswith("nsubj") for i in range(last, verb))
    shared = any(
        article.tokens[i].head == verb and article.tokens[i].dep.startswith("nsubj") for i in range(first, last)
    )
    yield f"the verb behind has its subject {'behind' if own else 'inside' if shared else 'elsewhere'}"
    yield f"the verb behind comes after {step(verb - last, (1, 2, 4, 8))} tokens"
    head = article.tokens[verb].head
    place = "itself" if head == verb else "inside" if first <= head < last else "behind" if head >= last else "before"
    yield f"the verb behind hangs {place}"


def _word(article: ParsedArticle, index: int) -> str:
    """A word of a closed class or a sign as it stands, of any other its class."""
    token = article.tokens[index]
    if token.upos in ("VERB", "AUX"):
        word = article.lows[index]
        form = "participle" if word.endswith("ant") else "finite" if is_finite(article, index) else "verb"
        return f"{form} that reports" if word in lexicon.verb_forms() else form
    return article.lows[index] if token.upos in CLOSED else token.upos


def _before(article: ParsedArticle, first: int, last: int, low: int) -> Iterator[str]:
    """What stands right before: does it hang inside, is it a clause of its own?"""
    if first <= low:
        yield "begins its sentence"
        return
    hanging = [i for i in range(low, first) if first <= article.tokens[i].head < last]
    yield f"{step(len(hanging), (0, 1, 2))} words before hang inside"
    if hanging and article.tokens[hanging[-1]].upos != "PUNCT":
        yield f"before hangs inside as {article.tokens[hanging[-1]].dep}"
    if any(low <= article.tokens[i].head < first for i in range(first, last)):
        yield "words inside hang before"
    verb = next((i for i in range(first - 1, low - 1, -1) if is_finite(article, i)), None)
    yield f"{'a' if verb is not None else 'no'} finite verb before"
    yield f"last token before: {article.tokens[first - 1].upos}"


def _root(article: ParsedArticle, one: Candidate, first: int, last: int, low: int, stop: int) -> Iterator[str]:
    """Where the root of the sentence stands, and the verb of the clause."""
    root = next((i for i in range(low, stop) if article.tokens[i].dep == "ROOT"), None)
    if root is None:
        return
    place = "inside" if first <= root < last else "behind" if root >= last else "before"
    cue = one.cue is not None and one.cue.start <= article.tokens[root].start < one.cue.end
    yield f"the root stands {'in the cue' if cue else place}"


def _by_cue(article: ParsedArticle, one: Candidate, first: int, last: int, stop: int) -> Iterator[str]:
    assert one.cue is not None
    opener = first - 1
    if 0 <= opener < stop and article.lows[opener] in ("que", "qu'"):
        head = article.tokens[opener].head
        inside = "inside" if first <= head < last else "behind its end" if head >= last else "before it"
        yield f"the verb of its que stands {inside}"
    above = article.token_at(one.cue.end) - 1
    for _ in range(_CLIMBED):
        head = article.tokens[above].head if 0 <= above < len(article.tokens) else above
        if head == above:
            break
        above = head
        if first <= above < last:
            yield "what the cue hangs on stands inside"
            break
        if above >= last:
            yield "what the cue hangs on stands behind"
            break
    cue = range(article.token_at(one.cue.start), article.token_at(one.cue.end))
    if any(article.tokens[i].head in cue for i in range(last, min(last + _TAIL, stop))):
        yield "words behind hang on the cue"
    further = next((article.tokens[i] for i in range(last, stop) if article.tokens[i].head in cue), None)
    if further is not None and further.upos != "PUNCT":
        yield f"behind hangs on the cue as {further.dep}"
