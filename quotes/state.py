"""A run that survives: what was found in each text is kept in an SQLite file as soon as it is known.

A run killed at any moment is taken up by reading its sources again (fast) and parsing only the texts (slow) that the
file does not have. Since a ledger is a pure function of the facts of its articles, it ends with the same bytes.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from errno import ENOSPC
from hashlib import blake2b
from types import TracebackType

from quotes.articles.find import shown
from quotes.errors import InputError
from quotes.ledger.decode import Decoder
from quotes.ledger.facts import Facts, read, rebased, record
from quotes.ledger.json import dump_facts, load_facts
from quotes.ledger.record import ArticleRecord, Generator
from quotes.pipeline import together
from quotes.types import Article, Extraction

_APPLICATION, _VERSION = 0x51554F54, 1  # "QUOT"
_TABLES = """
    CREATE TABLE IF NOT EXISTS texts (key BLOB PRIMARY KEY, facts BLOB NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE articles (id TEXT PRIMARY KEY, key BLOB NOT NULL, record BLOB NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE seen (key BLOB PRIMARY KEY) WITHOUT ROWID;
"""
# A commit costs a write to the disk; losing a second of work, or a few hundred articles, costs less than many of them.
_SECONDS, _RESULTS = 1.0, 256

# What was found is kept by its text; the records of the articles that have this text are on the list.
_ANY = ArticleRecord(id="", path=None, title=None, date=None, url=None, outlet=None, chars=0, sha256="")

Pipe = Callable[[Iterable[Article]], Iterable[Extraction]]


class State:
    """What a run has found so far. One process at a time; use it as a context manager.

    ``path`` is the file, None for one that ends with the run. ``generator`` and ``options`` (whatever else decides
    what is found) are part of every key, so that results of another version or other options are never taken.
    """

    def __init__(self, path: str | None, generator: Generator, options: str = "") -> None:
        self._path, self._generator = path, generator
        self._making = repr((generator, options)).encode()
        self._kept = 0
        self._committed = time.monotonic()
        try:
            # An empty name is a file that SQLite deletes itself: memory stays small without a state, too.
            self._base = sqlite3.connect(path or "", timeout=0, isolation_level=None, check_same_thread=False)
            self._open()
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _open(self) -> None:
        base = self._base
        base.execute("PRAGMA locking_mode=EXCLUSIVE")  # a second run that writes here is refused at once
        (application,), (version,) = (
            base.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
        )
        if (application, version) != (_APPLICATION, _VERSION):
            if base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise InputError(f"{shown(self._path or '')}: no state of this version of quotes; name another file")
            base.execute(f"PRAGMA application_id={_APPLICATION}")
            base.execute(f"PRAGMA user_version={_VERSION}")
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        base.executescript(_TABLES)
        base.execute("BEGIN IMMEDIATE")

    def __enter__(self) -> State:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._base.in_transaction:
                self._base.execute("COMMIT")
        except sqlite3.Error as trouble:
            if error is None:
                raise self._told(trouble) from trouble
        finally:
            self._base.close()

    def read(self, articles: Iterable[Article], pipe: Pipe, every: bool = False) -> Iterator[Extraction]:
        """Put every article on the list of this run, and those whose text is new through ``pipe``.

        What is new is given back, in order. A text that comes again, in this run or from one before it, is not
        parsed again, unless ``every`` article is wanted back.
        """
        for extraction in pipe(self._new(articles, every)):
            self._keep(extraction)
            yield extraction

    def _new(self, articles: Iterable[Article], every: bool) -> Iterator[Article]:
        """The articles to parse. Texts are parsed in the company in which they would be without a state: a batch of
        which one text is new is parsed whole, since a parser may round differently in other company.
        """
        for batch in together(article for article in articles if self._list(article) or every):
            if every or not all(self._has(article) for article in batch):
                yield from batch

    def lacking(self) -> Iterator[ArticleRecord]:
        """The articles of this run whose text gave nothing, by their ids: it failed, in one of them for all."""
        decoder = Decoder()
        rows = self._run("SELECT record FROM articles WHERE key NOT IN (SELECT key FROM texts) ORDER BY id")
        for (listed,) in rows:
            yield load_facts(listed, decoder).article

    def facts(self) -> Iterator[Facts]:
        """The facts of all articles of this run whose text could be read, by their ids."""
        decoder = Decoder()
        rows = self._base.execute("SELECT record, facts FROM articles JOIN texts USING (key) ORDER BY id")
        try:
            for listed, found in rows:
                yield rebased(load_facts(found, decoder), load_facts(listed, decoder).article)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _list(self, article: Article) -> bool:
        """Put an article on the list of this run. Is its text the first of its kind on it?"""
        bare, key = record(article), self._key(article)
        listed = dump_facts(Facts(bare, (), self._generator))
        self._run("INSERT OR IGNORE INTO articles VALUES (?, ?, ?)", (bare.id, key, listed))
        return self._run("INSERT OR IGNORE INTO seen VALUES (?)", (key,)).rowcount > 0

    def _has(self, article: Article) -> bool:
        return self._run("SELECT 1 FROM texts WHERE key = ?", (self._key(article),)).fetchone() is not None

    def _key(self, article: Article) -> bytes:
        digest = blake2b(self._making, digest_size=16)
        digest.update(repr(article.blocks).encode("utf-8", "surrogatepass"))
        digest.update(article.text.encode("utf-8", "surrogatepass"))
        return digest.digest()

    def _keep(self, extraction: Extraction) -> None:
        found = dump_facts(read(extraction, self._generator, _ANY))
        self._run("INSERT OR REPLACE INTO texts VALUES (?, ?)", (self._key(extraction.article), found))
        self._kept += 1
        if self._kept >= _RESULTS or time.monotonic() - self._committed >= _SECONDS:
            self._run("COMMIT")
            self._run("BEGIN IMMEDIATE")
            self._kept, self._committed = 0, time.monotonic()

    def _run(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._base.execute(statement, values)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.Error) -> Exception:
        """Trouble of the database as what it is for the user."""
        name = shown(self._path or "the temporary state")
        if "full" in str(error) or "disk I/O" in str(error):
            return OSError(ENOSPC, "no space left, or a broken disk", name)
        if "locked" in str(error):
            return InputError(f"{name}: another run is writing this state; wait for it or name another file")
        if "not a database" in str(error):
            return InputError(f"{name}: no state of quotes; name another file")
        return InputError(f"{name}: the state cannot be used ({str(error).lower()}); name another file")
