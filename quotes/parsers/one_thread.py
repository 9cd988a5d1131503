"""Products of matrices in one thread, while a parser reads.

Ours are small: a second thread of numpy's BLAS burns a second core for the same wall time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

_lock = Lock()
_inside: list[Any] = []  # one limit for each reader that is inside, of which the first alone sets and gives back


@contextmanager
def one_thread() -> Iterator[None]:
    """While it lasts BLAS has one thread; the process's own number is given back when the last reader leaves.

    The number belongs to the process: of two threads that read at a time the first finds it, the last restores it.
    """
    with _lock:
        _inside.append(_inside[0] if _inside else _controller().limit(limits=1, user_api="blas"))
    try:
        yield
    finally:
        with _lock:
            limit = _inside.pop()
            if not _inside:
                limit.restore_original_limits()


@cache
def _controller() -> Any:
    """The BLAS libraries of this process. They are looked for once: numpy, the only one we use, is loaded."""
    import numpy  # noqa: F401
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
