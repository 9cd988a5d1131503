"""Why each quote is what it is, for people."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cli.plain import cut, plain
from quotes.types import Extraction, Quote, Span, Speaker

_WIDTH = 100


def explain(extraction: Extraction) -> str:
    """The article's quotes in reading order: spans, cue, mention, speaker, and why.

    *speech* and *who* are the features that weighed most in both decisions, *else* is who came next.
    """
    article = extraction.article
    count = len(extraction.quotes)
    lines = [f"{plain(article.path or '(text)')}: {count} quote{'' if count == 1 else 's'}"]
    for number, quote in enumerate(extraction.quotes, 1):
        lines.append(f"\n  {number}. {quote.type}: {cut(quote.text, _WIDTH)}")
        lines.extend(f"     {name:<9} {value}" for name, value in _rows(quote, article.text))
    return "\n".join(lines) + "\n\n"


def _rows(quote: Quote, text: str) -> Iterator[tuple[str, str]]:
    for span in quote.verbatim:
        yield "verbatim", _stretch(span, text)
    if quote.content:
        yield "content", _stretch(quote.content, text)
    if quote.cue:
        yield "cue", f"{_stretch((quote.cue.start, quote.cue.end), text)} ({plain(quote.cue.lemma)})"
    if quote.mention:
        yield "mention", _stretch((quote.mention.start, quote.mention.end), text)
    yield "speaker", _speaker(quote.speaker) if quote.speaker else "none"
    for other in quote.others:
        yield "with", _speaker(other)
    if quote.relay:
        yield "relay", _speaker(quote.relay)
    if quote.medium:
        yield "medium", plain(quote.medium)
    if quote.status_words:
        yield "status", f"{quote.status}: {_stretch((quote.status_words.start, quote.status_words.end), text)}"
    yield "sure", f"{quote.confidence:.2f}"
    for rule in quote.why:
        yield "why", plain(rule)
    for decision, name in (("speech", "speech"), ("entity", "who")):
        for reason in (r for r in quote.reasons if r.decision == decision):
            yield name, f"{reason.weight:+.2f} {plain(reason.feature)}"
    if quote.runner_up:
        yield "else", plain(quote.runner_up)


def _stretch(span: Span, text: str) -> str:
    start, end = span
    return f"{start}–{end} {cut(text[start:end], _WIDTH)}"


def _speaker(speaker: Speaker) -> str:
    known: list[str] = [speaker.kind]
    if speaker.gender:
        known.append(speaker.gender)
    if speaker.aliases:
        known.append("also " + ", ".join(speaker.aliases))
    known.extend(speaker.roles)
    return plain(f"{speaker.name} ({'; '.join(known)})")
