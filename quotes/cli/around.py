"""The sentence around a quote, read again in its article, and where that is: path, line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from quotes.cli.plain import plain
from quotes.ledger.record import ArticleRecord, LedgerQuote, Occurrence
from quotes.text.sentences import sentence_ends
from quotes.text.view import view
from quotes.types import Article, Span


def around(text: str, start: int, end: int) -> Span:
    """The sentence or sentences that hold a stretch, inside its lines, without the blanks at their edges.

    *La gare rouvrira. « Oui », a dit Anne Morel. Elle est sortie.* gives *« Oui », a dit Anne Morel.*
    """
    page = view(text)
    first = page.rfind("\n", 0, start) + 1
    last = page.find("\n", end)
    last = len(page) if last < 0 else last
    for at in sentence_ends(page, first, last):
        if at <= start:
            first = at
        elif at >= end:
            last = at
            break
    words = page[first:last]
    return first + len(words) - len(words.lstrip()), last - (len(words) - len(words.rstrip()))


def place(text: str, at: int) -> tuple[int, int]:
    """Line and column of a code point, both counted from 1, as editors do."""
    lines = view(text[:at]).split("\n")
    return len(lines), len(lines[-1]) + 1


def in_context(
    quotes: Iterable[LedgerQuote],
    articles: Mapping[str, ArticleRecord],
    names: Mapping[str, str],
    read: Callable[[str], Article | None],
) -> Iterator[str]:
    """For each place of each entry two lines: where it is and who speaks, then the sentence around it."""
    for quote in quotes:
        for one in quote.occurrences:
            yield from _lines(one, articles[one.article], names, read)


def _lines(
    one: Occurrence, record: ArticleRecord, names: Mapping[str, str], read: Callable[[str], Article | None]
) -> Iterator[str]:
    who = "?" if one.speaker is None else plain(names[one.speaker])
    where = record.path or record.url or record.id
    article = read(where)
    if article is None or not _stands(one, article.text):
        sentence = f"… {plain(one.prefix)} [{plain(one.text)}] {plain(one.suffix)} …"
        yield f"{plain(where)}  {who} ({one.type}, {one.confidence:.2f})"
    else:
        first, last = around(article.text, one.start, one.end)
        line, column = place(article.text, one.start)
        sentence = plain(article.text[first:last])
        yield f"{plain(where)}:{line}:{column}  {who} ({one.type}, {one.confidence:.2f})"
    yield f"    {sentence}"


def _stands(one: Occurrence, text: str) -> bool:
    """Are the words where the ledger says? Where they moved, `quotes verify` finds them and no line is named here."""
    before = text[max(0, one.start - len(one.prefix)) : one.start]
    return before == one.prefix and text.startswith(one.suffix, one.end)
