"""How much time and memory one article may take, so that no page holds up a year of them."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from quotes.errors import InputError

_TICK = 0.1  # seconds of CPU between two looks at the clock and the memory
_STATM = "/proc/self/statm"
_T = TypeVar("_T")


class Limits(NamedTuple):
    """What one article may take: ``seconds`` of CPU, ``megabytes`` of memory beyond what was held before it."""

    seconds: float | None = None
    megabytes: int | None = None


class LimitError(Exception):
    """An article took more than it may. ``what`` is *time* or *memory*."""

    def __init__(self, message: str, what: str) -> None:
        super().__init__(message, what)
        self.what = what

    def __str__(self) -> str:
        return str(self.args[0])


def check(limits: Limits) -> None:
    """Raise `InputError` where this system cannot keep these limits, `ValueError` where they are none."""
    if any(limit is not None and limit <= 0 for limit in limits):
        raise ValueError("a limit of an article is more than 0")
    if limits.seconds is not None and not hasattr(signal, "setitimer"):
        raise InputError("this system has no timers of CPU time; leave --article-timeout out")
    if limits.megabytes is not None and not os.path.exists(_STATM):
        raise InputError("this system does not tell how much memory is held; leave --article-memory out")


def attempted(work: Callable[[], _T], limits: Limits) -> _T | Exception:
    """What ``work`` gives, or what it raises; a `LimitError` where it goes beyond the limits."""
    try:
        with _within(limits):
            return work()
    except Exception as error:
        return error


@contextmanager
def _within(limits: Limits) -> Iterator[None]:
    """Raises `LimitError` in what is done inside. Timers reach the main thread alone: elsewhere nothing is limited."""
    if limits == Limits() or threading.current_thread() is not threading.main_thread():
        yield
        return
    began, held, open_ = time.process_time(), _megabytes(), True

    def look(*_: object) -> None:
        if not open_:
            return
        if limits.seconds is not None and time.process_time() - began > limits.seconds:
            raise LimitError(f"took more than {limits.seconds:g} s of CPU (--article-timeout)", "time")
        if limits.megabytes is not None and _megabytes() - held > limits.megabytes:
            raise LimitError(f"took more than {limits.megabytes} MB of memory (--article-memory)", "memory")

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)  # again and again: libraries swallow exceptions
    try:
        yield
    finally:
        open_ = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _megabytes() -> float:
    try:
        with open(_STATM, "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0
