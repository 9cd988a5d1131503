"""One source → its articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from quotes.articles.find import STDIN, Source
from quotes.articles.language import other_language
from quotes.articles.options import PLAIN, Options
from quotes.articles.readers import reader
from quotes.errors import ReadError
from quotes.types import Article

# Told after each article: the source that it is from, and how many of its bytes have been read.
Moved = Callable[[Source, int], None]


def read(source: Source, options: Options = PLAIN, moved: Moved | None = None) -> Iterator[Article | ReadError]:
    """The articles of one source, in order. A `ReadError` among them says of one article why it cannot be read, one
    that is raised of all the rest of the source.
    """
    with_format = reader("" if source.file == STDIN else source.file, source.path, options.format)
    try:
        with _opened(source) as file:
            for article in with_format(file, source.path, options):
                yield _french(article, options)
                if moved is not None:
                    moved(source, _position(file))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadError(source.path, f"cannot be read ({reason}); check the file") from error


def read_all(
    sources: Iterable[Source],
    failed: Callable[[ReadError], None],
    options: Options = PLAIN,
    moved: Moved | None = None,
) -> Iterator[Article]:
    """The articles of all sources. What cannot be read is handed to ``failed``, and the rest go on."""
    for source in sources:
        try:
            for article in read(source, options, moved):
                if isinstance(article, ReadError):
                    failed(article)
                else:
                    yield article
        except ReadError as error:
            failed(error)


class _Stdin:
    """Standard input as a file that is not closed after reading."""

    def __enter__(self) -> BinaryIO:
        if sys.stdin is None:
            raise ReadError(STDIN, "standard input is closed; pipe an article into it or name a file")
        return sys.stdin.buffer

    def __exit__(self, *_: object) -> None:
        return None


def _opened(source: Source) -> _Stdin | BinaryIO:
    return _Stdin() if source.file == STDIN else open(source.file, "rb")


def _position(file: BinaryIO) -> int:
    try:
        return file.tell()
    except (OSError, ValueError):
        return 0


def _french(article: Article | ReadError, options: Options) -> Article | ReadError:
    if isinstance(article, ReadError) or options.any_language:
        return article
    language = other_language(article.text)
    if language is None:
        return article
    where = article.path or STDIN
    return ReadError(where, f"{language}, not French; --any-language reads it all the same", "language")
