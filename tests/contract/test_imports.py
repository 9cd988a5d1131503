"""No parser's library is known outside its adapter, and none is loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

LIBRARIES = {"spacy", "stanza", "torch"}
ADAPTERS = ("parsers/spacy*", "parsers/stanza*", "spacy_component.py")


def _imported(path: Path) -> set[str]:
    """The top packages that a page imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found


def test_only_the_adapters_import_spacy_or_stanza(root: Path) -> None:
    package = root / "quotes"
    adapters = {path for pattern in ADAPTERS for path in package.glob(pattern)}
    pages = set(package.rglob("*.py"))
    assert any(_imported(page) & LIBRARIES for page in pages & adapters), "the test sees imports"
    for page in sorted(pages - adapters):
        assert not _imported(page) & LIBRARIES, f"{page.relative_to(root)} imports a parser's library"


def test_the_adapters_know_one_library_each(root: Path) -> None:
    parsers = root / "quotes" / "parsers"
    for page in parsers.glob("spacy*"):
        assert page.is_dir() or not _imported(page) & {"stanza", "torch"}
    for page in parsers.glob("stanza*"):
        assert "spacy" not in _imported(page)


def test_importing_quotes_loads_no_parser() -> None:
    code = f"import sys, quotes, quotes.cli, quotes.parsers; sys.exit(bool({LIBRARIES!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_looking_for_a_spacy_component_loads_no_rules() -> None:
    """spaCy imports our component whenever it looks for any: this must cost next to nothing."""
    code = (
        "import sys, spacy; spacy.blank('fr').add_pipe('sentencizer'); "
        "sys.exit('quotes.spacy_component' not in sys.modules or 'quotes.pipeline' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
