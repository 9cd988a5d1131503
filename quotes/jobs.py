"""Extraction in several processes, with the answers of one."""

from __future__ import annotations

import atexit
import gc
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context, parent_process
from types import TracebackType
from typing import NamedTuple, TypeVar

from quotes.limits import Limits, check
from quotes.pipeline import NO_LIMITS, Extractor, OnError, check_stream, left_out, together
from quotes.types import QUOTE_TYPES, Article, Extraction, Quote, QuoteType

_Waiting = tuple[list[Article], Future[list[tuple[Quote, ...] | Exception]]]

_AHEAD = 4  # batches that each process has before it


class Made(NamedTuple):
    """What reads the sentences in the processes, for the ledger's generator."""

    name: str
    model: str


class _Recipe(NamedTuple):
    """What makes an `Extractor`."""

    model: str | None
    parser: str
    types: frozenset[QuoteType]
    model_dir: str | None
    fast: bool
    min_confidence: float
    limits: Limits


class Pool:
    """Extractors in ``jobs`` processes of their own, each with its model; the other options are those of `Extractor`.

    The same articles give the same extractions in the same order whatever ``jobs`` is. Used with ``with``, it ends
    its processes. A script that makes one needs ``if __name__ == "__main__":``, as for every spawned process.
    Raises what `Extractor` raises, and `ChildProcessError` where a process is killed.
    """

    def __init__(
        self,
        jobs: int,
        model: str | None = None,
        parser: str = "spacy",
        types: Collection[QuoteType] = QUOTE_TYPES,
        model_dir: str | None = None,
        fast: bool = True,
        min_confidence: float = 0.0,
        limits: Limits = NO_LIMITS,
    ) -> None:
        check(limits)
        self._recipe = _Recipe(model, parser, frozenset(types), model_dir, fast, min_confidence, limits)
        self._ahead = jobs * _AHEAD
        # A forked process inherits locks that nobody will open again; a spawned one inherits nothing.
        self._processes = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_alone)
        with _deaf():
            made = [self._processes.submit(_made, self._recipe) for _ in range(jobs)]  # all load their models at once
        try:
            self._parser = _answer(made[0])
        except BaseException:
            self.close()
            raise

    @property
    def parser(self) -> Made:
        """What reads the sentences; its ``name`` and ``model`` go into the ledger."""
        return self._parser

    def pipe(self, articles: Iterable[str | Article], on_error: OnError = "raise") -> Iterator[Extraction]:
        """One `Extraction` for each article, in order, a few batches of them in memory at a time.

        ``on_error`` is that of `Extractor.pipe`.
        """
        check_stream(articles, on_error)
        return self._pipe(articles, on_error)

    def _pipe(self, articles: Iterable[str | Article], on_error: OnError) -> Iterator[Extraction]:
        waiting: deque[_Waiting] = deque()
        for batch in together(articles):
            waiting.append((batch, self._processes.submit(_quotes, self._recipe, batch)))
            if len(waiting) > self._ahead:
                yield from _next(waiting, on_error)
        while waiting:
            yield from _next(waiting, on_error)

    def close(self) -> None:
        """End the processes; what they have not begun is dropped."""
        self._processes.shutdown(cancel_futures=True)

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that start here never hear an interrupt: it is for the parent, which hears it a moment later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _next(waiting: deque[_Waiting], on_error: OnError) -> Iterator[Extraction]:
    batch, future = waiting.popleft()
    answers = _answer(future)
    for article, found in zip(batch, answers, strict=True):
        if isinstance(found, Exception):
            left_out(article, found, on_error)
        else:
            yield Extraction(article, found)


_T = TypeVar("_T")


def _answer(future: Future[_T]) -> _T:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise ChildProcessError("a process was killed, perhaps for want of memory; give fewer --jobs") from error


# ── in the processes ────────────────────────────────────────────────────────────────────────────


def _alone() -> None:
    """What a process needs: one thread, as the processes are the parallel ones, and an end when its parent ends."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy's BLAS, which reads it, is not imported yet
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which closes the pool
    atexit.register(os._exit, 0)  # to take a model apart piece by piece takes as long as a dozen articles
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _look)
        signal.setitimer(signal.ITIMER_REAL, 1, 1)
    else:
        threading.Thread(target=_follow, daemon=True).start()


def _look(*_: object) -> None:
    """End with the parent. Asked every second: a thread that waits makes all memory locked, and a tenth slower."""
    parent = parent_process()
    if parent is not None and os.getppid() != parent.pid:
        os._exit(1)


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def _extractor(recipe: _Recipe) -> Extractor:
    return Extractor(*recipe)


def _made(recipe: _Recipe) -> Made:
    parser = _extractor(recipe).parser
    gc.freeze()  # a model stays: nobody need look through its million objects for garbage again and again
    return Made(parser.name, parser.model)


def _quotes(recipe: _Recipe, batch: Sequence[Article]) -> list[tuple[Quote, ...] | Exception]:
    """Of a batch the quotes alone: the articles are where they came from."""
    return [_portable(found) for found in _extractor(recipe).attempt(batch)]


def _portable(found: tuple[Quote, ...] | Exception) -> tuple[Quote, ...] | Exception:
    """An exception as one that can cross to the parent: some cannot be pickled, or not be made again."""
    if not isinstance(found, Exception):
        return found
    try:
        pickle.loads(pickle.dumps(found))
    except Exception:
        return RuntimeError(f"{type(found).__name__}: {found}")
    return found
