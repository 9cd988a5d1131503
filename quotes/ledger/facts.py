"""What one article says, whatever other articles say: the facts that a ledger is built from.

`read` takes them from an extraction, `facts` takes them back out of a ledger. Everything that depends on
more than one article (ids of speakers, copies) is left empty here and derived by `build`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from sys import intern
from typing import TYPE_CHECKING

from quotes.ledger.canon import digest, is_content, tokens
from quotes.ledger.days import possible
from quotes.ledger.record import ArticleRecord, Generator, Ledger, LocalSpeaker, Occurrence
from quotes.types import Cue, Mention

if TYPE_CHECKING:
    from quotes.types import Article, Extraction, Quote, Speaker

CONTEXT = 32
_NAMES, _WORDS, _SKETCH = 12, 12, 24

_SENTENCE = re.compile(r"[.!?…\n]+")
_NAME = re.compile(r"(?<![\w'’])(?:[ldLDnNsSjJcCmMtT]['’]|[Qq]u['’])?([A-ZÀ-ÖØ-Þ][\w-]*\w)")
_OPENERS = frozenset('.!?…:;«»“”"\n•-–—(')


@dataclass(frozen=True, slots=True)
class Facts:
    """One article, its occurrences in reading order, and what read it."""

    article: ArticleRecord
    occurrences: tuple[Occurrence, ...]
    generator: Generator


def read(extraction: Extraction, generator: Generator, bare: ArticleRecord | None = None) -> Facts:
    """The facts of one extraction. Records that are equal in all things are kept once.

    ``bare`` stands for what `record` gives of the article, where that is known.
    """
    article = extraction.article
    quotes = extraction.quotes
    known = {speaker for quote in quotes for speaker in _sources(quote)}
    order = sorted(known, key=lambda s: (s.name, s.kind, s.aliases, s.roles, s.gender or ""))
    index = {speaker: at for at, speaker in enumerate(order)}
    speakers = tuple(LocalSpeaker(s.name, s.kind, s.aliases, s.roles, s.gender) for s in order)
    bare = bare or record(article)
    occurrences = {_occurrence(article, bare.id, quote, index) for quote in quotes}
    return Facts(replace(bare, speakers=speakers), tuple(sorted(occurrences, key=reading_order)), generator)


def record(article: Article) -> ArticleRecord:
    """What the ledger keeps of an article itself, before anybody speaks in it."""
    digested = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    terms, sketch = about(article)
    return ArticleRecord(
        id=f"a-{digest(article.path or article.url or '', digested)}",
        path=article.path,
        title=article.title,
        date=article.date if possible(article.date) else None,
        url=article.url,
        outlet=article.outlet,
        author=article.author,
        chars=len(article.text),
        sha256=digested,
        terms=terms,
        sketch=sketch,
        reader=article.reader,
    )


def rebased(found: Facts, article: ArticleRecord) -> Facts:
    """What was found in one article as found in another of the same text: nothing else tells them apart."""
    return Facts(
        replace(article, speakers=found.article.speakers),
        tuple(replace(one, article=article.id) for one in found.occurrences),
        found.generator,
    )


def facts(ledger: Ledger) -> Iterator[Facts]:
    """The facts that a ledger was built from, in the order of its articles."""
    places: dict[str, list[Occurrence]] = {article.id: [] for article in ledger.articles}
    for quote in ledger.quotes:
        for occurrence in quote.occurrences:
            places[occurrence.article].append(occurrence)
    for article in ledger.articles:
        found = places.pop(article.id)
        bare = [
            o
            if o.speaker is None and o.relay is None and not o.with_
            else replace(o, speaker=None, with_=(), relay=None)
            for o in found
        ]
        yield Facts(
            replace(
                article,
                speakers=tuple(replace(s, speaker="") for s in article.speakers),
                copy_of=None,
                generator=None,
            ),
            tuple(sorted(bare, key=reading_order)),
            article.generator or ledger.generator,
        )


def reading_order(occurrence: Occurrence) -> tuple[int | str | tuple[int | str, ...], ...]:
    """Where the occurrence stands in its article, for sorting; records at one place by what they say."""
    cue, mention = occurrence.cue, occurrence.mention
    return (
        occurrence.start,
        occurrence.end,
        occurrence.type,
        occurrence.text,
        -1 if occurrence.source is None else occurrence.source,
        (-1, -1) if cue is None else (cue.start, cue.end),
        (-1, -1) if mention is None else (mention.start, mention.end),
        occurrence.medium or "",
        occurrence.why,
    )


def about(article: Article) -> tuple[tuple[str, ...], str]:
    """What an article is about (names, then longer words that come back), and digests of its sentences.

    Of the digests the smallest are kept, so that copies keep the same ones.
    """
    text = f"{article.title}\n\n{article.text}" if article.title else article.text
    words: Counter[str] = Counter()
    digests = set()
    for sentence in _SENTENCE.split(text):
        said = tokens(sentence)
        words.update(word for word in said if len(word) > 6 and word.isalpha())
        if len(said) >= 6:
            digests.add(digest(*said, size=5))
    names = _names(text)
    often = Counter({w: n for w, n in words.items() if n > 2 and w not in names and is_content(w)})
    terms = (*_top(names, _NAMES), *_top(often, _WORDS))
    return tuple(map(intern, terms)), " ".join(sorted(digests)[:_SKETCH])


def _names(text: str) -> Counter[str]:
    """Words with a capital that no sentence start explains, folded."""
    names: Counter[str] = Counter()
    for match in _NAME.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()].rstrip(" \t\u00a0\u202f\u2009")
        if (before and before[-1] not in _OPENERS) or (match[1].isupper() and len(match[1]) > 1):
            names[match[1]] += 1
    out: Counter[str] = Counter()
    for name, count in names.items():
        for word in tokens(name):
            if is_content(word):
                out[word] += count
    return out


def _top(counts: Counter[str], limit: int) -> list[str]:
    return sorted(counts, key=lambda term: (-counts[term], term))[:limit]


def _sources(quote: Quote) -> Iterator[Speaker]:
    if quote.speaker is not None:
        yield quote.speaker
    if quote.relay is not None:
        yield quote.relay
    yield from quote.others


def _occurrence(article: Article, name: str, quote: Quote, index: dict[Speaker, int]) -> Occurrence:
    spans = [*quote.verbatim, *([quote.content] if quote.content else [])]
    cue, mention = quote.cue, quote.mention
    slices = tuple(article.text[start:end] for start, end in spans)
    start = min((span[0] for span in spans), default=0)
    end = max((span[1] for span in spans), default=0)
    return Occurrence(
        article=name,
        type=quote.type,
        text=quote.text,
        verbatim=quote.verbatim,
        content=quote.content,
        cue=None if cue is None else Cue(cue.start, cue.end, intern(cue.text), intern(cue.lemma)),
        mention=None if mention is None else Mention(mention.start, mention.end, intern(mention.text)),
        medium=quote.medium,
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT] if spans else "",
        confidence=round(quote.confidence, 4),
        why=tuple(map(intern, quote.why)),
        source=None if quote.speaker is None else index[quote.speaker],
        with_sources=tuple(index[other] for other in quote.others),
        relay_source=None if quote.relay is None else index[quote.relay],
        exact=() if slices == (quote.text,) else slices,
        status=quote.status,
        status_words=quote.status_words,
    )
