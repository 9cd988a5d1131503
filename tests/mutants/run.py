#!/usr/bin/env python3
"""Do the tests notice a lie? Apply each mutant to a copy of the package and run the tests that should die of it.

python tests/mutants/run.py                all of them; exit code 1 where one survives
python tests/mutants/run.py NAME …         those whose names hold one of these words
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))

from mutants import MUTANTS, Mutant  # noqa: E402


def killer(mutant: Mutant, copy: Path) -> str | None:
    """The first test that fails under the mutant; None where it survives."""
    place = copy / mutant.file
    original = place.read_text(encoding="utf-8")
    if original.count(mutant.old) != 1:
        raise SystemExit(f"mutants: {mutant.name!r} does not fit {mutant.file} any more; mend its line in mutants.py")
    place.write_text(original.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        for tests in mutant.tests:  # the quickest come first, and one failure is enough
            run = subprocess.run(
                [sys.executable, "-m", "pytest", "-x", "-q", "-m", "not slow", "-p", "no:cacheprovider", tests],
                cwd=copy,
                env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                text=True,
                timeout=900,
            )
            if run.returncode == 1:
                failed = [line for line in run.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
                return failed[0].split(" - ")[0].removeprefix("FAILED ") if failed else tests
            if run.returncode not in (0, 5):
                return f"{tests} cannot even be collected"
    except subprocess.TimeoutExpired:
        return "the tests never end"
    finally:
        place.write_text(original, encoding="utf-8")
    return None


def main() -> int:
    chosen = [m for m in MUTANTS if len(sys.argv) < 2 or any(word in m.name for word in sys.argv[1:])]
    survivors = 0
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "quotes"
        skipped = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
        shutil.copytree(ROOT, copy, ignore=skipped)
        for mutant in chosen:
            started = time.perf_counter()
            by = killer(mutant, copy)
            survivors += by is None
            took = f"{time.perf_counter() - started:5.1f} s"
            print(
                f"{'SURVIVES' if by is None else 'killed  '} {took}  {mutant.name}{f': {by}' if by else ''}", flush=True
            )
    print(f"{len(chosen) - survivors} of {len(chosen)} mutants killed")
    return 1 if survivors else 0


if __name__ == "__main__":
    raise SystemExit(main())
