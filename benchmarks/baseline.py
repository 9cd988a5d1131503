"""An older commit of this project beside this one: its wheel is built and both read the same texts in turn.

Each is a process of its own, since two versions of a package cannot be in one. A pass is asked for by a line on
its standard input and answered with the CPU seconds that it took.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def installed(commit: str) -> Iterator[Path]:
    """A folder with the package as it was at a commit, for ``PYTHONPATH``; it ends with the block."""
    with TemporaryDirectory() as place:
        tree, folder = Path(place, "tree"), Path(place, "packages")
        _run("git", "-C", str(ROOT), "worktree", "add", "--detach", "--force", str(tree), commit)
        try:
            pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
            _run(*pip, "wheel", "--no-deps", "-w", f"{place}/wheels", str(tree))
            _run(*pip, "install", "--no-deps", "--target", str(folder), *map(str, Path(place, "wheels").glob("*.whl")))
        finally:
            _run("git", "-C", str(ROOT), "worktree", "remove", "--force", str(tree))
        yield folder


def known(commit: str) -> bool:
    """Is this a checkout that holds the commit? A copy without its history is none."""
    asked = ("git", "-C", str(ROOT), "cat-file", "-e", f"{commit}^{{commit}}")
    try:
        return subprocess.run(asked, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


class Reader:
    """A process that reads the texts with the package of a folder, a pass whenever it is asked."""

    def __init__(self, folder: Path, texts: Sequence[str], model: str) -> None:
        env = {**os.environ, "PYTHONPATH": str(folder)}
        command = [sys.executable, str(Path(__file__)), model]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        self._say(json.dumps(list(texts)))

    def __call__(self) -> float:
        """CPU seconds of one pass over all texts."""
        self._say("")
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            raise ChildProcessError("a reader ended before its answer")
        return float(answer)

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(BrokenPipeError):
            self._process.communicate()


def _serve(model: str) -> None:
    from quotes import Extractor

    texts = json.loads(sys.stdin.readline())
    extractor = Extractor(model)
    for _ in sys.stdin:
        start = time.process_time()
        for _ in extractor.pipe(texts):
            pass
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    # The folder of this page is not to stand before the package that is asked.
    sys.path.remove(str(Path(__file__).resolve().parent))
    _serve(sys.argv[1])
