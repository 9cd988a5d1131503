"""What could not be read: told on stderr, or kept in a file (``--errors``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quotes.articles.find import STDIN, shown
from quotes.errors import QuotesError, ReadError
from quotes.limits import LimitError

if TYPE_CHECKING:
    from quotes.ledger.record import ArticleRecord
    from quotes.types import Article


class Unread:
    """Counts the articles that could not be read, and passes each on as one line."""

    def __init__(self, put: Callable[[ReadError], None]) -> None:
        self._put = put
        self.count = 0

    def __call__(self, error: ReadError) -> None:
        self.count += 1
        self._put(error)


@contextmanager
def unread(file: str | None, tell: Callable[[str], None]) -> Iterator[Unread]:
    """Where errors go: through ``tell`` without a file, else one JSON object a line with *what*, *where* and *why*.

    The file is written as the run goes, so that a run that is killed has told what it met.
    """
    if file is None:
        yield Unread(lambda error: tell(f"quotes: {error}"))
        return
    with open(file, "w", encoding="utf-8", errors="backslashreplace") as lines:
        import json

        def put(error: ReadError) -> None:
            row = {"what": error.what, "where": error.where, "why": error.why}
            print(json.dumps(row, ensure_ascii=False), file=lines, flush=True)

        found = Unread(put)
        yield found
    if found.count:
        tell(f"quotes: {found.count} unread, listed in {shown(file)}")


def failing(failed: Callable[[ReadError], None], faults: dict[str, list[str]]) -> Callable[[Article, Exception], None]:
    """One article never ends the run: what it raises is told as what cannot be read is. No memory is no article's.

    ``faults`` keeps by the text (its sha256) which articles were told.
    """

    def put(article: Article, error: Exception) -> None:
        from quotes.ledger.facts import record

        if isinstance(error, (QuotesError, OSError, MemoryError)):
            raise error
        if isinstance(error, LimitError):
            failed(ReadError(article.path or STDIN, f"{error}; left out, the others are read", error.what))
        else:
            told = " ".join(f"{type(error).__name__}: {error}".split())
            why = f"a fault of quotes ({told:.200}); report it with the article, the others are read"
            failed(ReadError(article.path or STDIN, why, "fault"))
        bare = record(article)
        faults.setdefault(bare.sha256, [article.path or STDIN]).append(bare.id)

    return put


def tell_alike(
    lacking: Iterable[ArticleRecord], failed: Callable[[ReadError], None], faults: Mapping[str, Sequence[str]]
) -> None:
    """A text that failed is tried once: the other articles that have it are told, too."""
    for one in lacking:
        first, *told = faults.get(one.sha256, ["another"])
        if one.id not in told:
            failed(ReadError(one.path or STDIN, f"left out, as {first}, which has the same text, failed", "fault"))
