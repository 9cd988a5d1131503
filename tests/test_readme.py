"""The README's commands are what is run and promised elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from quotes.cli.group import EXIT_CODES


def _shell_blocks(root: Path) -> list[str]:
    readme = (root / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```(?:sh|bash|shell|console)\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)


def test_the_first_two_shell_blocks_are_one_line_each(root: Path) -> None:
    first, second = _shell_blocks(root)[:2]
    for block in (first, second):
        assert block.count("\n") == 1
        assert block.startswith("python3 -m venv ")
    assert "quotes extract seeds" in first
    assert "pytest" in second


def test_ci_runs_the_readmes_test_command(root: Path) -> None:
    command = _shell_blocks(root)[1].strip()
    assert command in (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_readme_documents_every_exit_code(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", readme, re.MULTILINE)}
    assert documented == set(EXIT_CODES)


def test_the_readme_names_every_command(root: Path) -> None:
    from quotes.cli import cli

    readme = (root / "README.md").read_text(encoding="utf-8")
    assert all(f"`quotes {name}" in readme for name in cli.commands)
