"""One article never ends a run, and no record is without words."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import quotes.pipeline
from quotes.cli import cli
from quotes.limits import LimitError, Limits, attempted
from quotes.pipeline import Extractor
from quotes.types import Article

FAULTY, GOOD = "« Ici la faute », a dit Paul Morvan.", "« Il pleut », a dit Ève Roy."


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours in one article."""
    real: Callable[..., Any] = quotes.pipeline.read

    def read(text: Any, *rest: Any) -> Any:
        if "faute" in text.view:
            raise IndexError("tuple index out of range")
        return real(text, *rest)

    monkeypatch.setattr(quotes.pipeline, "read", read)


@pytest.mark.usefixtures("faulty")
def test_an_article_that_fails_is_skipped_told_or_raised(extractor: Extractor) -> None:
    texts = [GOOD, FAULTY, GOOD]
    assert len(list(extractor.pipe(texts, on_error="skip"))) == 2
    told: list[tuple[Article, Exception]] = []
    assert len(list(extractor.pipe(texts, on_error=lambda *one: told.append(one)))) == 2
    assert [(article.text, type(error)) for article, error in told] == [(FAULTY, IndexError)]
    with pytest.raises(IndexError):
        list(extractor.pipe(texts))


@pytest.mark.usefixtures("faulty")
def test_the_command_names_the_article_and_goes_on(tmp_path: Path) -> None:
    for name, text in (("a.txt", FAULTY), ("b.txt", GOOD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = CliRunner().invoke(cli, ["extract", str(tmp_path), "-q", "--any-language"])
    assert run.exit_code == 3, run.output
    assert "a.txt: a fault of quotes (IndexError: tuple index out of range)" in run.stderr
    assert "Il pleut" in run.stdout


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("options", [(), ("--state", "run.db"), ("--explain",)])
def test_every_article_that_has_the_text_of_a_failed_one_is_named(tmp_path: Path, options: tuple[str, ...]) -> None:
    for name, text in (("a.txt", FAULTY), ("b.txt", GOOD), ("c.txt", FAULTY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    errors = tmp_path / "errors.jsonl"
    options = tuple(str(tmp_path / "run.db") if option == "run.db" else option for option in options)
    arguments = ["extract", str(tmp_path), "-q", "--any-language", "--errors", str(errors), *options]
    assert CliRunner().invoke(cli, arguments).exit_code == 3
    told = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    assert [(Path(row["where"]).name, row["what"]) for row in told] == [("a.txt", "fault"), ("c.txt", "fault")]


def test_one_string_is_no_stream(extractor: Extractor) -> None:
    with pytest.raises(TypeError, match="not one string"):
        extractor.pipe("abc")


@pytest.mark.parametrize(
    "text",
    ["Il affirme que, « Libération ».", "Selon le maire, « NON ».", "Selon le maire, « … ».", "« » « — », dit-il."],
)
def test_no_record_is_without_words(extractor: Extractor, text: str) -> None:
    for quote in extractor.extract(text).quotes:
        assert any(character.isalnum() for character in quote.text)
        assert quote.verbatim or quote.content


_SLOW = "\n".join(f"« Nous partirons demain matin pour Brest {n} », a dit Paul Morvan." for n in range(1500))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="POSIX timers")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_article_that_takes_too_long_is_one_line(tmp_path: Path, jobs: str) -> None:
    for name, text in (("a.txt", GOOD), ("b.txt", _SLOW), ("c.txt", GOOD + " Il neige.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    errors = tmp_path / "errors.jsonl"
    command = [sys.executable, "-m", "quotes", "extract", str(tmp_path), "--any-language", "--jobs", jobs, "-q"]
    command += ["--article-timeout", "0.5", "--errors", str(errors)]
    run = subprocess.run(command, capture_output=True, check=False)
    assert run.returncode == 3, run.stderr
    told = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    assert [(Path(row["where"]).name, row["what"]) for row in told] == [("b.txt", "time")]
    assert told[0]["why"].startswith("took more than 0.5 s of CPU (--article-timeout)")
    assert len(json.loads(run.stdout)["articles"]) == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="how much memory is held, as Linux tells it")
def test_an_article_that_takes_too_much_memory_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Any] = quotes.pipeline.read

    def read(text: Any, *rest: Any) -> Any:
        eaten: list[bytes] = []
        while "faute" in text.view and len(eaten) < 200:
            eaten.append(bytes(range(250)) * 40_000)
        return real(text, *rest)

    monkeypatch.setattr(quotes.pipeline, "read", read)
    for name, text in (("a.txt", FAULTY), ("b.txt", GOOD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = CliRunner().invoke(cli, ["extract", str(tmp_path), "-q", "--any-language", "--article-memory", "600"])
    assert run.exit_code == 3, run.output
    assert "a.txt: took more than 600 MB of memory (--article-memory); left out" in run.stderr
    assert "Il pleut" in run.stdout


def test_within_its_limits_an_article_is_read_as_without(extractor: Extractor) -> None:
    limited = Extractor(parser=extractor.parser, limits=Limits(60, 4000))
    assert limited.extract(GOOD) == extractor.extract(GOOD)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="POSIX timers")
def test_a_limit_is_raised_again_where_it_was_swallowed() -> None:
    def stubborn() -> None:
        for _ in range(3):
            try:
                while True:
                    pass
            except LimitError:
                continue
        while True:
            pass

    assert isinstance(attempted(stubborn, Limits(0.2)), LimitError)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
