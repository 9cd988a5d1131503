"""Do the words still stand where the ledger says? Every occurrence is read again in its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from quotes.ledger.canon import tokens
from quotes.ledger.facts import CONTEXT
from quotes.ledger.record import ArticleRecord, Ledger, Occurrence
from quotes.types import Article, Span

Status = Literal["ok", "moved", "changed", "gone"]

_TELLING = 8  # characters of a stretch that are not found by chance
NOT_FOUND = "the article cannot be found"
_PLAIN = "plain UTF-8"
_ALIKE = 75.0  # of 100: words that were edited, not taken out


@dataclass(frozen=True, slots=True)
class Check:
    """What became of one occurrence.

    ``spans`` is where its words (verbatim stretches, then content) stand now; for *changed* the one stretch
    that resembles them most, for *gone* nothing. ``why`` says in words what a person should know.
    """

    quote: str
    number: int
    article: str
    path: str | None
    status: Status
    spans: tuple[Span, ...] = ()
    why: str = ""


def verify(ledger: Ledger, read: Callable[[str], Article | None]) -> tuple[Check, ...]:
    """A check for every occurrence, in the ledger's order.

    ``read`` gets the path of an article (its URL or id where it has none) and gives the article, or None
    where it cannot be found. Each article is read once and then let go.
    """
    by_article: dict[str, list[tuple[int, str, int, Occurrence]]] = defaultdict(list)
    place = 0
    for quote in ledger.quotes:
        for number, occurrence in enumerate(quote.occurrences):
            by_article[occurrence.article].append((place, quote.id, number, occurrence))
            place += 1
    checks: dict[int, Check] = {}
    for record in ledger.articles:
        if record.id not in by_article:
            continue
        article = read(record.path or record.url or record.id)
        for place, quote_id, number, occurrence in by_article[record.id]:
            status, spans, why = _check(occurrence, record, article)
            if status != "ok" and article is not None and article.reader != record.reader:
                why += f" (its text was taken by {record.reader or _PLAIN}, now by {article.reader or _PLAIN})"
            checks[place] = Check(quote_id, number, record.id, record.path, status, spans, why)
    return tuple(checks[place] for place in sorted(checks))


def _check(one: Occurrence, record: ArticleRecord, article: Article | None) -> tuple[Status, tuple[Span, ...], str]:
    if article is None:
        return "gone", (), NOT_FOUND
    spans = (*one.verbatim, *((one.content,) if one.content else ()))
    pieces = one.exact or ((one.text,) if len(spans) == 1 else ())
    text = article.text
    if not spans:
        return "ok", (), "no words are marked"
    if len(pieces) != len(spans):
        # Written before the ledger kept the words of each stretch: the text as a whole must do.
        slices = " ".join(text[start:end] for start, end in spans)
        if set(tokens(one.text)) <= set(tokens(slices)):
            return "ok", spans, ""
        pieces = (one.text,)
    elif all(text[start:end] == piece for (start, end), piece in zip(spans, pieces, strict=True)):
        return "ok", spans, ""
    moved = _moved(text, pieces, spans, one) if len(pieces) == len(spans) else None
    if moved is not None:
        shift = moved[0][0] - spans[0][0]
        return (
            "moved",
            moved,
            f"the words stand {abs(shift)} characters {'later' if shift > 0 else 'earlier'}",
        )
    left = max((piece for piece in pieces if len(piece) > _TELLING and piece in text), key=len, default="")
    if left:
        at = text.index(left)
        return "changed", ((at, at + len(left)),), "only a part of the words is left"
    found = fuzz.partial_ratio_alignment(one.text, text, score_cutoff=_ALIKE) if one.text and text else None
    if found is not None and len(text) >= len(one.text) // 2:
        now = " ".join(text[found.dest_start : found.dest_end].split())
        return "changed", ((found.dest_start, found.dest_end),), f"the article now says: {now:.80}"
    return "gone", (), "the words are not in the article any more"


def _moved(text: str, pieces: tuple[str, ...], spans: tuple[Span, ...], one: Occurrence) -> tuple[Span, ...] | None:
    """Where all pieces stand now, in their order: the place whose surroundings fit best, then the nearest."""
    at = max(range(len(pieces)), key=lambda i: len(pieces[i]))
    best: tuple[tuple[int, int], tuple[Span, ...]] | None = None
    place, tries = text.find(pieces[at]), 0
    while place >= 0 and pieces[at] and tries < 1000:
        shift = place - spans[at][0]
        placed = _placed(text, pieces, spans, shift)
        if placed is not None:
            first, last = min(s[0] for s in placed), max(s[1] for s in placed)
            fits = (text[max(0, first - CONTEXT) : first] == one.prefix) + (text[last : last + CONTEXT] == one.suffix)
            rank = (-fits, abs(shift))
            if best is None or rank < best[0]:
                best = rank, placed
        place, tries = text.find(pieces[at], place + 1), tries + 1
    return None if best is None else best[1]


def _placed(text: str, pieces: tuple[str, ...], spans: tuple[Span, ...], shift: int) -> tuple[Span, ...] | None:
    """All pieces near where one of them has gone, None where one is missing."""
    out: list[Span] = []
    for piece, (start, end) in zip(pieces, spans, strict=True):
        wanted = start + shift
        if wanted >= 0 and text[wanted : end + shift] == piece:
            out.append((wanted, end + shift))
            continue
        near = text.find(piece, max(0, wanted - 200), max(0, wanted) + len(piece) + 200)
        if near < 0:
            return None
        out.append((near, near + len(piece)))
    return tuple(out)
