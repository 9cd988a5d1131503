"""The command line in process, with the real extractor loaded once."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

Run = Callable[..., Result]

ARTICLES = {
    "brest.txt": (
        "La maire de Brest, Nolwenn Le Goff, a présenté son budget lundi.\n"
        "« Nous avons perdu deux millions d'euros », a-t-elle reconnu devant la presse.\n"
        "Selon le syndicat Force ouvrière, la ville devra supprimer douze postes.\n"
    ),
    "lyon/conseil.txt": (
        "Le conseil municipal de Lyon a voté le budget jeudi.\n"
        "« Ce budget protège les plus fragiles », a déclaré Karim Benali, adjoint aux finances.\n"
        "L'élu a précisé que les tarifs de la cantine resteraient inchangés.\n"
    ),
}


@pytest.fixture(scope="session", autouse=True)
def _one_model() -> None:
    """The real extractor, but loaded once: every command of these tests would load it again."""
    module = import_module("quotes.cli.extract")
    real = module._extractor

    @lru_cache
    def loaded(options: tuple[tuple[str, Any], ...]) -> Any:
        return real(None, 1, **dict(options))

    def extractor(ctx: Any, jobs: int, **options: Any) -> Any:
        return loaded(tuple(options.items())) if jobs == 1 else real(ctx, jobs, **options)

    module._extractor = extractor  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def run() -> Run:
    """`run("show", path)` → the result of `quotes show path`."""
    from quotes.cli import cli

    def invoke(*args: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, [str(arg) for arg in args], input=stdin, prog_name="quotes")

    return invoke


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two articles, one of them in a subfolder."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def ledger(run: Run, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of these articles. Tests read it and never write it."""
    path = tmp_path_factory.mktemp("ledger") / "ledger.json"
    result = run("extract", articles, "-o", path)
    assert result.exit_code == 0, result.stderr
    return path


@pytest.fixture
def fails(run: Run) -> Callable[..., str]:
    """`fails(code, args…)` → the one sentence on stderr of a command that must fail so."""

    def check(code: int, *args: object, **options: Any) -> str:
        result = run(*args, **options)
        assert result.exit_code == code, (result.stdout, result.stderr)
        assert isinstance(result.exception, SystemExit)
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1, result.stderr
        assert result.stderr.startswith("quotes: ")
        return result.stderr

    return check


def texts(data: str | bytes) -> dict[str, str | None]:
    """The utterances of a ledger with the names of their speakers."""
    ledger = json.loads(data)
    names = {speaker["id"]: speaker["name"] for speaker in ledger["speakers"]}
    return {quote["text"]: names.get(quote["speaker"]) for quote in ledger["quotes"]}
