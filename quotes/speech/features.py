"""What is seen of a marked stretch: is it reported speech?

Each feature is a name that holds or not (*words: 4-6*, *before: le*). Nothing here decides and nobody is named:
what a feature is worth stands in `quotes/weigh/weights.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import lexicon
from quotes.speech.page import CLOSED, OPENERS, Page, bare, sign, step
from quotes.speech.titles import title_like
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import is_finite
from quotes.types import MarkedSpan
from quotes.weigh.score import BIAS

_FIRST = re.compile(r"\b(?:je|j'|me|m'|moi|mon|ma|mes|nous|notre|nos)\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|vous|votre|vos)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:c'est|ce sont|il|elle|ils|elles|on|est|sont|était|sera|a|ont|ne|n'|pas|qui|que|qu'|y)\b", re.IGNORECASE
)
_ACCORDING = re.compile(r"\b(?:selon|d'après|pour|aux yeux de)\b", re.IGNORECASE)


def marked(page: Page, index: int) -> list[str]:
    """The features of a marked stretch (an index of `ParsedArticle.spans`)."""
    article = page.article
    span = article.spans[index]
    sentence = page.sentence_of[index]
    return [
        BIAS,
        *_words_inside(page, span),
        *_beside(article, span, sentence),
        *_place(page, index, sentence),
        *_constructions(page, index, sentence),
        *_sentence(article, span, sentence),
    ]


def _words_inside(page: Page, span: MarkedSpan) -> Iterator[str]:
    text = page.article.view[span.start : span.end]
    words = text.split()
    few = len(words) <= 4
    yield f"words: {step(len(words))}"
    yield f"mark: {span.mark or 'none'}"
    if not span.closed:
        yield "never closed"
    capital = text[:1].isupper()
    yield "opens with a capital" if capital else "opens small"
    yield f"words: {step(len(words))}, {'capital' if capital else 'small'}"
    last = text[-1:]
    if last in ".!?…,":
        yield f"ends with {last}"
    elif len(words) > 3:
        yield "long, no stop inside"
    if len(words) > 1 and all(w[:1].isupper() for w in words if len(w) > 3):
        yield "all words with capitals"
    if sum(w[:1].isupper() for w in words[1:]) >= 1 and few:
        yield "few words, a capital among them"
    if text.isupper() and len(text) > 1:
        yield "all letters are capitals"
    if any(c.isdigit() for c in text) and few:
        yield "few words, a digit"
    if _FIRST.search(text):
        yield "first person inside"
    if _SECOND.search(text):
        yield "second person inside"
    if _CLAUSE.search(text):
        yield "words of a clause inside"
    if "," in text[:-1]:
        yield "a comma inside"
    first = words[0].lower() if words else ""
    if first in OPENERS:
        yield f"first word: {first}"
    ending = words[-1].lower() if words else ""
    if few and len(words) <= 2:
        yield f"one or two words, ending -{ending[-2:]}"
    yield from _elsewhere(page, text)


def _elsewhere(page: Page, text: str) -> Iterator[str]:
    said = bare(text)
    words = tuple(said.split())
    if not words:
        yield "no word inside"
        return
    if len(words) <= 4:
        plain = page.plain[words]
        yield f"stands without marks too: {step(plain, (0, 1, 3))}" if plain else "never without marks"
    again = page.inside[said] - 1
    if again:
        yield f"stands in marks again: {step(again, (1, 2))}, {'few words' if len(words) <= 4 else 'many'}"


def _beside(article: ParsedArticle, span: MarkedSpan, sentence: int) -> Iterator[str]:
    """The words right before and behind the marks; blank where the sentence ends there."""
    whole = article.sentences[sentence]
    before = article.view[whole.start : span.outer[0]].rstrip()
    behind = article.view[span.outer[1] : whole.end].lstrip()
    first = article.token_at(span.outer[0]) - 1
    lo, hi = article.range(sentence)
    last = before[-1:]
    if not before.strip(" —-•*\n"):
        yield "opens the sentence"
    elif not last.isalnum() and last != "'":
        yield f"before: {sign(last)}"
    else:
        yield from _token(article, first, lo, hi, "before")
        yield from _token(article, first - 1, lo, hi, "two before")
    at = article.token_at(span.outer[1])
    after = behind[:1]
    if not behind.strip(' .»”"\n!?…'):
        yield "closes the sentence"
    else:
        if not after.isalnum():
            yield f"behind: {sign(after)}"
        yield from _token(article, at, lo, hi, "behind")
        yield from _token(article, at + 1, lo, hi, "two behind")


def _token(article: ParsedArticle, index: int, lo: int, hi: int, where: str) -> Iterator[str]:
    if not lo <= index < hi:
        return
    token = article.tokens[index]
    low = article.lows[index]
    yield f"{where}: {token.upos}"
    if token.upos in CLOSED:
        yield f"{where}: {low}"
    elif low in lexicon.name_bearers():
        yield f"{where}: a noun that bears names"
    elif token.upos in ("VERB", "AUX"):
        yield f"{where}: verb{' that reports' if low in lexicon.verb_forms() else ''}"
        yield f"{where}: {token.lemma}"
    elif low in lexicon.documents():
        yield f"{where}: a text"
    elif low in lexicon.roles() or low in lexicon.organisations():
        yield f"{where}: who can speak"
    elif token.upos == "NOUN":
        yield f"{where}: noun {low.rstrip('s')}"


def _place(page: Page, index: int, sentence: int) -> Iterator[str]:
    article = page.article
    whole = article.sentences[sentence]
    span = article.spans[index]
    block = article.blocks[whole.block]
    yield f"block: {block.kind}"
    if block is article.blocks[0]:
        yield "in the first block"
    if span.outer[0] <= block.start and span.outer[1] >= block.end - 2:
        yield "the whole block"
    elif span.outer[0] <= whole.start + 2 and span.outer[1] >= whole.end - 2:
        yield "the whole sentence"
    yield f"stretches in the sentence: {step(len(whole.spans), (1, 2, 3))}"
    place = whole.spans.index(index)
    if place:
        yield f"before it in the sentence: {_kind(article, whole.spans[place - 1])}"
        between = article.view[article.spans[whole.spans[place - 1]].outer[1] : span.outer[0]].strip()
        if between in (",", "et", "ou", ", et"):
            yield f"next to another: {_kind(article, whole.spans[place - 1])}"
    if place + 1 < len(whole.spans):
        yield f"behind it in the sentence: {_kind(article, whole.spans[place + 1])}"


def _kind(article: ParsedArticle, index: int) -> str:
    span = article.spans[index]
    words = article.view[span.start : span.end].split()
    return f"{'short' if len(words) <= 3 else 'long'}, {'capital' if article.view[span.start].isupper() else 'small'}"


def _constructions(page: Page, index: int, sentence: int) -> Iterator[str]:
    found = [c for c in page.covering.get(index, ()) if not c.sourced_only]
    for construction in dict.fromkeys(c.construction for c in page.covering.get(index, ())):
        yield f"construction: {construction}"
    if not found:
        yield "no construction"
    best = next(iter(found or page.covering.get(index, ())), None)
    if best is not None:
        yield f"first construction: {best.construction}"
        if best.cue is not None:
            yield f"cue: {best.cue.lemma}"
        if best.source is not None:
            yield f"source: {best.source.pronoun or 'a phrase'}"
        else:
            yield "source: none"
        if best.marked_only:
            yield "only where words are marked"
    title = title_like(page.article, sentence, index)
    if title:
        yield "like a title"
        yield f"like a title, {found[0].construction if found else 'no construction'}"


def _sentence(article: ParsedArticle, span: MarkedSpan, sentence: int) -> Iterator[str]:
    """The verbs of the sentence outside the marks."""
    lo, hi = article.range(sentence)
    held = [article.spans[i].outer for i in article.sentences[sentence].spans]
    forms = lexicon.verb_forms()
    seen = set()
    finite = False
    for i in range(lo, hi):
        token = article.tokens[i]
        if token.upos not in ("VERB", "AUX") or any(a <= token.start < b for a, b in held):
            continue
        side = "before" if token.start < span.start else "behind"
        if article.lows[i] in forms and token.upos == "VERB":
            seen.add(f"a verb that reports {side}")
        if is_finite(article, i):
            finite = True
            seen.add(f"a verb {side}")
    yield from sorted(seen)
    if not finite:
        yield "no verb outside the marks"
    whole = article.sentences[sentence]
    if _ACCORDING.search(article.view, whole.start, span.start):
        yield "according before"
    if _ACCORDING.search(article.view, span.end, whole.end):
        yield "according behind"
