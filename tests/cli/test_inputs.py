"""`quotes extract` on what users have: errors in a file, settings, verify of every format."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ARTICLES, Run, texts

Fails = Callable[..., str]
FILES = Path(__file__).parent.parent / "articles" / "files"
ROWS = [{"id": name, "texte": text} for name, text in ARTICLES.items()]


def _jsonl(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings of the machine that tests run on are none of theirs."""
    monkeypatch.chdir(tmp_path)


# ── ledgers of pages and tables ─────────────────────────────────────────────────────────────────


def test_a_page_brings_its_metadata_into_the_ledger(run: Run) -> None:
    result = run("extract", FILES / "marche.html")
    assert result.exit_code == 0
    (article,) = json.loads(result.stdout)["articles"]
    assert article["title"] == "Le marché couvert de Sainte-Aube rouvrira en mars"
    assert article["url"] == "https://www.courrier-aube.example/societe/marche-couvert"
    assert article["date"] == "2023-11-14T18:30:00+01:00"
    assert article["outlet"] == "Le Courrier de l'Aube"
    assert article["reader"].startswith("trafilatura ")
    said = texts(result.stdout)
    assert said["Le cœur de Sainte-Aube bat de nouveau. Bravo à tous les artisans du chantier."] == "Marc Tanguy"
    assert said["L'assureur a mis deux ans à nous répondre"] == "Karim Benali"


def test_plain_utf8_has_no_reader(ledger: Path) -> None:
    assert all("reader" not in article for article in json.loads(ledger.read_bytes())["articles"])


def test_a_table_has_an_article_a_row(run: Run, tmp_path: Path, ledger: Path) -> None:
    result = run("extract", _jsonl(tmp_path / "a.jsonl", ROWS))
    paths = [article["path"].split("/")[-1] for article in json.loads(result.stdout)["articles"]]
    assert paths == ["a.jsonl#brest.txt", "conseil.txt"]
    assert texts(result.stdout) == texts(ledger.read_bytes())


def test_standard_input_of_a_format(run: Run, ledger: Path) -> None:
    data = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
    result = run("extract", "-", "--format", "jsonl", stdin=data)
    assert result.exit_code == 0
    assert texts(result.stdout) == texts(ledger.read_bytes())


def test_columns_by_option(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("corps du texte;intitulé\n« Nous irons », a dit Paul Morvan.;Pont\n", encoding="utf-8")
    result = run("extract", path, "--column", "text=corps du texte", "--column", "title=intitulé")
    assert texts(result.stdout) == {"Nous irons": "Paul Morvan"}
    assert json.loads(result.stdout)["articles"][0]["title"] == "Pont"


def test_the_same_text_in_two_files_is_two_articles_and_one_quote(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLES["brest.txt"], encoding="utf-8")
    ledger = json.loads(run("extract", "a.txt", "b.txt", "a.txt").stdout)
    assert [article["path"] for article in ledger["articles"]] == ["a.txt", "b.txt"]
    assert all(len(quote["occurrences"]) == 2 for quote in ledger["quotes"])


# ── verify ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["marche.html", "greve.html", "europresse.html", "factiva.html"])
def test_every_page_is_verified(run: Run, tmp_path: Path, name: str) -> None:
    shutil.copy(FILES / name, tmp_path / name)
    assert run("extract", name, "-o", "ledger.json").exit_code in (0, 3)
    result = run("verify", "ledger.json", "-q")
    assert (result.exit_code, result.stdout) == (0, "")
    (tmp_path / "elsewhere").mkdir()
    shutil.move(tmp_path / name, tmp_path / "elsewhere" / name)
    assert run("verify", "ledger.json", "elsewhere", "-q").exit_code == 0
    assert run("verify", "ledger.json", "-q").exit_code == 4


def test_every_row_is_verified_with_the_options_of_its_reading(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "n;propos\n3;« Déjà », a dit Paul Morvan, maire de Brest.\n2;« Nous irons », a dit Léa Roux.\n",
        encoding="utf-8",
    )
    options = ("--column", "text=propos", "--column", "id=n")
    assert run("extract", "a.csv", *options, "-o", "ledger.json").exit_code == 0
    assert run("verify", "ledger.json", *options).exit_code == 0
    told = run("verify", "ledger.json")
    assert told.exit_code == 4
    assert "no column of text" in told.stderr
    path.write_text("n;propos\n2;Hier, « nous irons », a dit Léa Roux.\n3;Oui\n", encoding="utf-8")
    assert {line.split("\t")[0] for line in run("verify", "ledger.json", *options).stdout.splitlines()} == {
        "gone",
        "changed",
    }


def test_a_name_with_a_hash_is_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "C#1.txt").write_text(ARTICLES["brest.txt"], encoding="utf-8")
    assert run("extract", "C#1.txt", "-o", "ledger.json").exit_code == 0
    assert run("verify", "ledger.json", "-q").exit_code == 0


# ── what cannot be read ─────────────────────────────────────────────────────────────────────────


def _bad(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.7")
    (folder / "b.txt").write_text(ARTICLES["brest.txt"], encoding="utf-8")
    (folder / "c.html").write_text("<html><body></body></html>", encoding="utf-8")
    (folder / "d.csv").write_text("texte,titre\n« Oui », a dit Paul Morvan.,A,B\n", encoding="utf-8")
    (folder / "e.txt").symlink_to(folder / "nowhere.txt")
    (folder / "f.txt").write_text(
        "The mayor of the town said that it was not the end of the work for her. " * 6, encoding="utf-8"
    )
    (folder / "g.png").write_bytes(b"\x89PNG\r\n")


def test_errors_are_told_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    _bad(folder)
    result = run("extract", "press")
    assert result.exit_code == 3
    assert "Nous avons perdu deux millions d'euros" in texts(result.stdout)
    told = result.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in told[:-2]] == [
        "press/a.pdf",
        "press/c.html",
        "press/d.csv#1",
        "press/e.txt",
        "press/f.txt",
    ]
    assert told[-2] == "left out: 1 .png"


def test_errors_in_a_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    _bad(folder)
    result = run("extract", "press", "--errors", "errors.jsonl", "-o", "ledger.json", "-q")
    assert result.exit_code == 3
    assert result.stderr == "quotes: 5 unread, listed in errors.jsonl\n"
    rows = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["what"], row["where"]) for row in rows] == [
        ("format", "press/a.pdf"),
        ("empty", "press/c.html"),
        ("row", "press/d.csv#1"),
        ("unreadable", "press/e.txt"),
        ("language", "press/f.txt"),
    ]
    assert all(set(row) == {"what", "where", "why"} for row in rows)


def test_any_language(run: Run, tmp_path: Path) -> None:
    _bad(tmp_path)
    assert run("extract", "f.txt").exit_code == 3
    assert run("extract", "f.txt", "--any-language").exit_code == 0


def test_a_ledger_in_its_own_folder_is_no_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(ARTICLES["brest.txt"], encoding="utf-8")
    for _ in range(2):
        options = ("-o", "ledger.json", "--errors", "errors.jsonl", "--state", "run.db", "--resume")
        result = run("extract", ".", *options)
        assert result.exit_code == 0, result.stderr
    assert len(json.loads((tmp_path / "ledger.json").read_bytes())["articles"]) == 1


# ── usage ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--column", "texte"), "'texte' is no FIELD=NAME; FIELD is one of text, title"),
        (("--column", "corps=texte"), "'corps=texte' is no FIELD=NAME"),
        (("--encoding", "klingon"), "'klingon' is no encoding; try utf-8, cp1252"),
        (("--format", "docx"), "'docx' is not one of"),
        (("--resume",), "--resume goes on with a state; name it with --state FILE"),
        (("--errors", "nowhere/e.jsonl"), "its folder does not exist"),
        (("--state", "nowhere/s.db"), "its folder does not exist"),
    ],
)
def test_options_that_cannot_be(fails: Fails, articles: Path, options: tuple[str, ...], told: str) -> None:
    assert told in fails(2, "extract", articles, *options)


def test_repair_without_ftfy(fails: Fails, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "--repair needs ftfy; pip install 'french-quotes[repair]'" in fails(2, "extract", articles, "--repair")


def test_the_help_lists_options_by_purpose(run: Run) -> None:
    told = run("extract", "--help").stdout
    places = [told.index(f"\n{heading}:\n") for heading in ("Output", "Input", "Parser", "Long runs", "Other")]
    assert places == sorted(places)
    assert told.count("--resume ") == 1


# ── settings ────────────────────────────────────────────────────────────────────────────────────


def _config(run: Run) -> dict[str, tuple[str, str]]:
    rows = (line.split(None, 2) for line in run("config").stdout.splitlines())
    return {name: (value, origin) for name, value, origin in rows}


def test_file_then_environment_then_flag(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _config(run)["types"] == ("direct,mixed,indirect", "default")
    (tmp_path / "pyproject.toml").write_text('[tool.quotes]\ntypes = "mixed"\n', encoding="utf-8")
    assert _config(run)["types"][0] == "mixed"
    (tmp_path / "quotes.toml").write_text('types = ["direct"]\nany-language = true\n', encoding="utf-8")
    value, origin = _config(run)["types"]
    assert (value, Path(origin).name) == ("direct", "quotes.toml")
    assert _config(run)["any-language"][0] == "true"
    (tmp_path / "brest.txt").write_text(ARTICLES["brest.txt"], encoding="utf-8")
    assert {q["type"] for q in json.loads(run("extract", "brest.txt").stdout)["quotes"]} == {"direct"}
    monkeypatch.setenv("QUOTES_TYPES", "indirect")
    assert _config(run)["types"] == ("indirect", "environment (QUOTES_TYPES)")
    assert {q["type"] for q in json.loads(run("extract", "brest.txt").stdout)["quotes"]} == {"indirect"}
    flagged = run("extract", "brest.txt", "--types", "direct,indirect")
    assert {q["type"] for q in json.loads(flagged.stdout)["quotes"]} == {"direct", "indirect"}


def test_settings_of_a_folder_above_hold_and_columns_are_a_table(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quotes.toml").write_text('[column]\ntext = "corps du texte"\n', encoding="utf-8")
    folder = tmp_path / "press"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "a.csv").write_text("corps du texte\n« Nous irons », a dit Paul Morvan.\n", encoding="utf-8")
    assert run("extract", "a.csv", "-o", "ledger.json").exit_code == 0
    assert run("verify", "ledger.json").exit_code == 0
    assert _config(run)["column"][0] == "text=corps"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('modle = "x"', "there is no setting 'modle'; there are aliases, any_language"),
        ('output = "x"', "there is no setting 'output'"),
        ("types = ", "no valid TOML"),
        ("[model]\nname = 1", "model is one value, not a table"),
        ('types = "vers"', "'vers' is no type of quote"),
    ],
)
def test_settings_that_cannot_be(fails: Fails, articles: Path, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "quotes.toml").write_text(text, encoding="utf-8")
    assert told in fails(2, "extract", articles)


@pytest.mark.parametrize(
    ("file", "variable", "told"),
    [('jobs = "deux"\n', None, "quotes.toml: "), ("", "deux", "QUOTES_JOBS: "), ("jobs = 0\n", None, "quotes.toml: ")],
)
def test_a_wrong_setting_is_named_where_it_stands(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, variable: str, told: str
) -> None:
    (tmp_path / "quotes.toml").write_text(file, encoding="utf-8")
    if variable:
        monkeypatch.setenv("QUOTES_JOBS", variable)
    result = run("extract", articles)
    assert result.exit_code == 2
    assert f"{told}invalid value for '--jobs'" in result.stderr


def test_a_variable_that_is_no_setting_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_MODLE", "fr_core_news_sm")
    result = run("config")
    assert result.exit_code == 0
    assert "QUOTES_MODLE: there is no setting of this name (QUOTES_MODEL?)" in result.stderr


def test_a_folder_that_cannot_be_listed_counts_as_unread(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("« Il pleut », a dit Paul Morvan.", encoding="utf-8")
    real = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    result = run("extract", tmp_path, "-q")
    assert result.exit_code == 3
    assert "closed: this folder cannot be listed (permission denied)" in result.stderr
    assert "Il pleut" in result.stdout
