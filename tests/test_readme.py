"""The README and the pages of docs/: their commands are what is run, their code blocks run, their links lead somewhere."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.cli import cli
from quotes.cli.group import EXIT_CODES

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.fr.md", *sorted((ROOT / "docs").glob("*.md"))]
_PYTHON = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(
        re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    )
]
_COMMANDS = [
    line
    for page in PAGES
    for block in re.findall(r"^```sh\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
    if line.startswith("quotes ")
]


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


def test_the_pages_document_every_exit_code(root: Path) -> None:
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    assert documented == set(EXIT_CODES)


@pytest.mark.parametrize("page", ["README.md", "docs/command-line.md"])
def test_every_command_is_named(root: Path, page: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    assert all(f"`quotes {name}" in text for name in cli.commands)


def test_the_readme_is_one_screen(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert text.index("## Where to go on") < 5000
    assert "<!-- accuracy -->" in text
    assert "<!-- /accuracy -->" in text


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples speak of."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "seeds", folder / "pages")
    row = {"id": 1, "text": "« La ligne rouvrira en mars », a déclaré Anne Morel à la presse locale."}
    (folder / "dump.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    for line in (
        f"extract {folder / 'seeds'} -o {folder / 'ledger.json'}",
        f"export {folder / 'ledger.json'} --to csv -o {folder / 'quotes.csv'}",
    ):
        assert CliRunner().invoke(cli, line.split()).exit_code == 0
    return folder


@pytest.mark.parametrize("block", _PYTHON)
def test_python_blocks_run(block: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pandas", "duckdb"):
        if f"import {library}" in block or f"to_{library}" in block:
            pytest.importorskip(library)
    monkeypatch.chdir(desk)
    held: dict[str, object] = {"__name__": "block"}
    exec(compile(block, "block", "exec"), held)
    for name, value in list(held.items()):
        if name.startswith("test_") and callable(value):
            value()


def test_the_first_block_prints_what_the_readme_says(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found is not None
    exec(compile(found[1], "block", "exec"), {})
    assert capsys.readouterr().out == found[2]


@pytest.mark.parametrize("line", _COMMANDS)
def test_commands_run(line: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    result = CliRunner().invoke(cli, shlex.split(line.partition(" #")[0])[1:], prog_name="quotes")
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_pages_that_are_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+\.md)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).is_file(), target
