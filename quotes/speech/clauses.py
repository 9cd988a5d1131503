"""What is seen of a clause that a cue may report, whatever its extent.

Nothing here decides: what a feature is worth stands in `quotes/weigh/weights.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import lexicon
from quotes.speech.candidate import Candidate
from quotes.speech.page import CLOSED, OPENERS, Page, step
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import is_finite
from quotes.weigh.score import BIAS

_CONDITIONAL = re.compile(r"\w{2,}r(?:ait|aient)\b")


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
    out.append(f"first word: {first}" if first in OPENERS else "first word: another")
    if start <= sentence.start + 2:
        out.append("opens the sentence")
    if end >= sentence.end - 2:
        out.append("closes the sentence")
    if article.view[sentence.start : sentence.end].rstrip().endswith("?"):
        out.append("in a question")
    if article.in_marks(start):
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
        yield f"before the cue: {article.lows[at - 1] if previous.upos in CLOSED else previous.upos}"


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
        yield f"source opens: {opener}" if opener in OPENERS else "source opens with another word"
    if candidate.content is not None:
        yield "source before the clause" if end <= candidate.content[0] else "source behind or inside the clause"
