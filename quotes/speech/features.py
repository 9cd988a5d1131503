"""What is seen of a candidate: is a marked stretch, is a clause, reported speech?

Each feature is a name that holds or not (*words: 4-6*, *before: le*). Nothing here decides and nobody is named:
what a feature is worth stands in `quotes/weigh/weights.tsv`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes import lexicon
from quotes.speech.candidate import Candidate
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
_CONDITIONAL = re.compile(r"\w{2,}r(?:ait|aient)\b")
_WORD = re.compile(r"[\w'-]+")
_STEPS = (1, 2, 3, 4, 6, 9, 14, 24, 40)


def step(count: int, steps: Sequence[int] = _STEPS) -> str:
    """The step that a count lies on: *3*, *4-6*, *41+*."""
    below = 0
    for limit in steps:
        if count <= limit:
            return str(limit) if limit == below + 1 or limit == below else f"{below + 1}-{limit}"
        below = limit
    return f"{below + 1}+"


_SIGNS = frozenset(".,;:!?…«»“”\"'()[]-–—/%*•|#@")


def sign(char: str) -> str:
    """A character at an edge as the features name it: *a word* for a letter or digit, the sign itself, or neither."""
    if not char:
        return "nothing"
    return "a word" if char.isalnum() else char if char in _SIGNS else "another sign"


@dataclass(frozen=True)
class Page:
    """What the features of one article share, each read once."""

    article: ParsedArticle
    candidates: Sequence[Sequence[Candidate]]  # by sentence

    @cached_property
    def outside(self) -> str:
        """The words that stand in no marks, in small letters, each with a blank around it."""
        kept, at = [], 0
        for start, end in self.article.tops:
            kept.append(self.article.view[at:start])
            at = max(at, end)
        kept.append(self.article.view[at:])
        return " " + " ".join(_WORD.findall(" ".join(kept).lower())) + " "

    @cached_property
    def plain(self) -> Counter[tuple[str, ...]]:
        """How often each run of up to four words stands in no marks."""
        words = self.outside.split()
        return Counter(tuple(words[i : i + n]) for n in range(1, 5) for i in range(len(words) - n + 1))

    @cached_property
    def inside(self) -> Counter[str]:
        """How often the same words stand in marks of their own."""
        article = self.article
        return Counter(_bare(article.view[s.start : s.end]) for s in article.spans)

    @cached_property
    def covering(self) -> Mapping[int, tuple[Candidate, ...]]:
        """The candidates that hold a marked stretch, the strongest first."""
        out: dict[int, list[Candidate]] = {}
        for group in self.candidates:
            for candidate in group:
                for index in candidate.spans:
                    out.setdefault(index, []).append(candidate)
        return {i: tuple(sorted(found, key=lambda c: -c.strength)) for i, found in out.items()}

    @cached_property
    def sentence_of(self) -> Mapping[int, int]:
        """The sentence that holds a marked stretch."""
        return {i: n for n, sentence in enumerate(self.article.sentences) for i in sentence.spans}


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


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
    yield f"mark: {span.mark}"
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
    if first in _OPENERS:
        yield f"first word: {first}"
    ending = words[-1].lower() if words else ""
    if few and len(words) <= 2:
        yield f"one or two words, ending -{ending[-2:]}"
    yield from _elsewhere(page, text)


_OPENERS = frozenset(
    "le la les l' un une des du de d' à au aux en pas plus très trop si tout tous on il elle ils elles je j'ai nous vous c'est ce ne"
    " et mais que qui pour sans non oui par dans avec".split()
)


def _elsewhere(page: Page, text: str) -> Iterator[str]:
    bare = _bare(text)
    words = tuple(bare.split())
    if not words:
        yield "no word inside"
        return
    if len(words) <= 4:
        plain = page.plain[words]
        yield f"stands without marks too: {step(plain, (0, 1, 3))}" if plain else "never without marks"
    again = page.inside[bare] - 1
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
    if token.upos in _CLOSED:
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


_CLOSED = frozenset(("DET", "ADP", "PRON", "CCONJ", "SCONJ", "ADV", "PUNCT", "AUX"))


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
    found = page.covering.get(index, ())
    for construction in dict.fromkeys(c.construction for c in found):
        yield f"construction: {construction}"
    if not found:
        yield "no construction"
    else:
        best = found[0]
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


def clause(page: Page, candidate: Candidate) -> list[str]:
    """The features of a reported clause: a candidate with content."""
    assert candidate.content is not None
    article = page.article
    start, end = candidate.content
    sentence = article.sentences[candidate.sentence]
    words = article.view[start:end].split()
    cue = candidate.cue
    out = [
        BIAS,
        f"construction: {candidate.construction}",
        f"words: {step(len(words))}",
        f"block: {article.blocks[sentence.block].kind}",
        f"strength: {candidate.strength:.2f}",
        f"stretches inside: {step(len(candidate.spans), (0, 1, 2))}" if candidate.spans else "no stretch inside",
    ]
    if candidate.marked_only:
        out.append("only where words are marked")
    if cue is not None:
        low = cue.text.lower()
        out += [
            f"cue: {cue.lemma}",
            f"{candidate.construction}, cue: {cue.lemma}",
            f"cue of {step(len(low.split()), (1, 2, 3))} words",
        ]
        verb = lexicon.verbs().get(cue.lemma)
        if verb is not None:
            out += [f"frame: {frame}" for frame in verb.frames]
        if _CONDITIONAL.search(low):
            out.append("cue in the conditional")
        if re.search(r"\b(?:ne|n')", low):
            out.append("cue denied")
        if re.search(r"\b(?:a|ont|avait|avaient|est|sont)\b", low):
            out.append("cue in the perfect")
        out += _cue_form(article, candidate)
        gap = start - cue.end if start >= cue.end else cue.start - end
        out.append(
            f"between cue and clause: {step(max(0, gap), (1, 4, 12, 40))}" if gap > 0 else "cue beside the clause"
        )
    source = candidate.source
    if source is None:
        out.append("source: none")
    else:
        out += _source(article, candidate, source.start, source.end)
    text = article.view[start:end]
    if _CONDITIONAL.search(text):
        out.append("conditional inside")
    if not any(is_finite(article, i) for i in range(article.token_at(start), article.token_at(end))):
        out.append("no finite verb inside")
    first = words[0].lower() if words else ""
    out.append(f"first word: {first}" if first in _OPENERS else "first word: another")
    if start <= sentence.start + 2:
        out.append("opens the sentence")
    if end >= sentence.end - 2:
        out.append("closes the sentence")
    if article.view[sentence.start : sentence.end].rstrip().endswith("?"):
        out.append("in a question")
    if any(a <= start < b for a, b in article.tops):
        out.append("inside marks")
    return out


def _cue_form(article: ParsedArticle, candidate: Candidate) -> Iterator[str]:
    assert candidate.cue is not None
    at = article.token_at(candidate.cue.start)
    if at >= len(article.tokens):
        return
    last = max(at, article.token_at(candidate.cue.end) - 1)
    token = article.tokens[last]
    yield f"cue is {token.upos}"
    for mark in token.morph.split("|"):
        if mark.startswith(("VerbForm", "Tense", "Mood")):
            yield f"cue {mark}"
    yield f"cue hangs as {token.dep}"
    if at:
        previous = article.tokens[at - 1]
        yield f"before the cue: {article.lows[at - 1] if previous.upos in _CLOSED else previous.upos}"


def _source(article: ParsedArticle, candidate: Candidate, start: int, end: int) -> Iterator[str]:
    assert candidate.source is not None
    source = candidate.source
    if source.pronoun is not None:
        yield f"source: {source.pronoun}"
    else:
        yield "source: a phrase"
        head = source.head
        if head is not None:
            low = article.lows[head]
            yield f"source is {article.tokens[head].upos}"
            known = low in lexicon.sources()
            yield "source can speak" if known else "source not known to speak"
            if not known and article.tokens[head].upos == "NOUN":
                yield f"source ends -{low[-3:]}"
        if article.entities_near(start, end):
            yield "source holds a name"
        opener = article.view[start:end].split(" ", 1)[0].split("'")[0].lower()
        yield f"source opens: {opener}" if opener in _OPENERS else "source opens with another word"
    if candidate.content is not None:
        yield "source before the clause" if end <= candidate.content[0] else "source behind or inside the clause"
