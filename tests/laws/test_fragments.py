"""Law 3 on strings drawn from fragments of French: a few of those that ``benchmarks/fragments.py`` draws by the hundred thousand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "fragments.py"


def test_fragments_of_french_raise_nothing_and_give_no_empty_record() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--number", "400", "--seed", "7"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    drawn, records, faults = (int(word.split()[0]) for word in done.stdout.splitlines()[-1].split(", "))
    assert (drawn, faults) == (400, 0)
    assert records > 100
