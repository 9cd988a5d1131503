"""What could not be read: told on stderr, or kept in a file (``--errors``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from quotes.articles.find import shown
from quotes.errors import ReadError


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
