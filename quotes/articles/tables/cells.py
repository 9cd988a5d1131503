"""A row of a table → its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from quotes.articles.dates import iso
from quotes.articles.mend import mended
from quotes.articles.names import Names
from quotes.articles.options import Options
from quotes.articles.pages import markup, read_text
from quotes.articles.text import named
from quotes.errors import ReadError, kind_of
from quotes.types import Article

# What columns are called in French and English exports: europarser, trafilatura, news-please, cc_news, Media Cloud.
USUAL = {
    "text": "text texte maintext body content contenu article raw_text full_text corps",
    "title": "title titre headline",
    "date": "date date_publish publish_date published pubdate datetime date_publication published_at",
    "url": "url link lien",
    "outlet": "outlet source journal media media_name source_domain sitename hostname domain",
    "author": "author authors auteur auteurs",
    "id": "id story_id stories_id doc_id",
    "language": "lang language langue",
}


class Rows:
    """Makes articles of the rows of one table; ``read_by`` says who decoded it."""

    def __init__(self, path: str, options: Options, read_by: str | None = None) -> None:
        self._path, self._options, self._read_by = path, options, read_by
        self._names = Names(path)
        self._last: tuple[tuple[str, ...], dict[str, str]] | None = None

    def columns(self, names: Iterable[str]) -> dict[str, str]:
        """The column of each field that a table with these columns has; a `ReadError` where none holds the text."""
        key = tuple(names)
        if self._last is None or self._last[0] != key:
            self._last = key, columns(key, self._options, self._path)
        return self._last[1]

    def articles(self, number: int, row: Mapping[str, Any]) -> Iterator[Article | ReadError]:
        """The article of a row (several, where its text is an export of many)."""
        try:
            fields = self.columns(row)
        except ReadError as error:
            yield ReadError(f"{self._path}#{number}", error.why, error.what)
            return
        said = {field: _text(row.get(name)) for field, name in fields.items()}
        text = row.get(fields["text"])
        if isinstance(text, dict):
            text = row.get("plaintext") or _paragraphs(text)  # fundus keeps the sections of a body apart
        path = self._names.name(number, said.get("id"))
        try:
            yield from self._made(path, text, said)
        except ReadError as error:
            yield error

    def _made(self, path: str, text: Any, said: Mapping[str, str | None]) -> Iterator[Article | ReadError]:
        if text is not None and not isinstance(text, str):
            raise ReadError(path, f"its text is {kind_of(text)}, not text; name another --column", "row")
        if text is None or not text.strip():
            raise ReadError(path, "a row without text", "empty")
        text, mender = mended(text, self._options)
        language = (said.get("language") or "fr").casefold()
        if not self._options.any_language and not language.startswith("fr"):
            raise ReadError(
                path, f"its language is {language}, not French; --any-language reads it all the same", "language"
            )
        by = named(mender, self._read_by)
        found = read_text(text, path, by) if markup(text) else iter((Article(text, path, reader=by),))
        for article in found:
            yield article if isinstance(article, ReadError) else _with(article, said)


def columns(names: Iterable[str], options: Options, path: str) -> dict[str, str]:
    """Which of these columns holds which field: as the options say, else by their usual names."""
    by_name = {" ".join(name.split()).casefold(): name for name in reversed(tuple(names))}
    out: dict[str, str] = {}
    for field, usual in USUAL.items():
        wanted = options.columns.get(field)
        if wanted is not None and wanted.casefold() not in by_name:
            raise ReadError(path, f"no column {wanted!r} for its {field} (it has {_listed(by_name)})", "column")
        candidates = usual.split() if wanted is None else [wanted.casefold()]
        found = next((by_name[name] for name in candidates if name in by_name), None)
        if found is not None and found not in out.values():
            out[field] = found
    if "text" not in out:
        raise ReadError(
            path, f"no column of text (it has {_listed(by_name)}); name it with --column text=NAME", "column"
        )
    return out


def _listed(by_name: Mapping[str, str]) -> str:
    names = sorted(by_name.values())
    return ", ".join(names[:12]) + (" …" if len(names) > 12 else "") if names else "none"


def _with(article: Article, said: Mapping[str, str | None]) -> Article:
    """What the table says of an article counts more than what its page says."""
    given = {
        "title": said.get("title"),
        "date": iso(said.get("date")) or said.get("date"),
        "url": said.get("url"),
        "outlet": said.get("outlet"),
        "author": said.get("author"),
    }
    return replace(article, **{field: value for field, value in given.items() if value})  # type: ignore[arg-type]


def _paragraphs(body: Any) -> str:
    """The lines of a body in sections, in order, one paragraph each."""
    if isinstance(body, str):
        return body
    parts = body.values() if isinstance(body, dict) else body if isinstance(body, (list, tuple)) else ()
    return "\n\n".join(filter(None, map(_paragraphs, parts)))


def _text(value: Any) -> str | None:
    """A cell as text on one line; several values (authors) one after the other; None for nothing."""
    if value is None or value != value or isinstance(value, dict):
        return None
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_text, value))) or None
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return " ".join(str(value).split()) or None
