"""`quotes extract`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ARTICLES, Run, texts

Fails = Callable[..., str]
SPOKEN = {
    "Nous avons perdu deux millions d'euros": "Nolwenn Le Goff",
    "Ce budget protège les plus fragiles": "Karim Benali",
}


def test_a_folder_gives_a_ledger_on_stdout(run: Run, articles: Path) -> None:
    result = run("extract", articles)
    assert result.exit_code == 0
    found = texts(result.stdout)
    assert SPOKEN.items() <= found.items()
    paths = [Path(article["path"]).name for article in json.loads(result.stdout)["articles"]]
    assert sorted(paths) == ["brest.txt", "conseil.txt"]


def test_the_last_line_on_stderr_counts(run: Run, articles: Path) -> None:
    result = run("extract", articles)
    ledger = json.loads(result.stdout)
    unattributed = sum(quote["speaker"] is None for quote in ledger["quotes"])
    assert result.stderr == (
        f"2 articles, {len(ledger['quotes'])} quotes, {len(ledger['speakers'])} speakers, {unattributed} unattributed\n"
    )


def test_quiet_says_nothing(run: Run, articles: Path) -> None:
    assert run("extract", articles, "--quiet").stderr == ""


def test_a_file_gets_what_stdout_would(run: Run, articles: Path, ledger: Path) -> None:
    assert run("extract", articles).stdout_bytes == ledger.read_bytes()


def test_every_offset_slices_what_the_ledger_says(articles: Path, ledger: Path) -> None:
    data = json.loads(ledger.read_bytes())
    paths = {article["id"]: article["path"] for article in data["articles"]}
    for quote in data["quotes"]:
        for occurrence in quote["occurrences"]:
            text = Path(paths[occurrence["article"]]).read_text(encoding="utf-8")
            for name in ("cue", "mention"):
                words = occurrence[name]
                assert words is None or text[words["start"] : words["end"]] == words["text"]
            stretches = [text[start:end] for start, end in occurrence["verbatim"]]
            assert all(stretch.strip() == stretch != "" for stretch in stretches)


def test_stdin(run: Run) -> None:
    result = run("extract", "-", stdin=ARTICLES["brest.txt"].encode())
    assert result.exit_code == 0
    assert texts(result.stdout)["Nous avons perdu deux millions d'euros"] == "Nolwenn Le Goff"
    assert json.loads(result.stdout)["articles"][0]["path"] == "-"


def test_types_keep_only_some(run: Run, articles: Path) -> None:
    direct = json.loads(run("extract", articles, "--types", "direct").stdout)["quotes"]
    assert {quote["type"] for quote in direct} == {"direct"}
    both = json.loads(run("extract", articles, "--types", "direct, indirect").stdout)["quotes"]
    assert {quote["type"] for quote in both} == {"direct", "indirect"}


def test_a_text_without_speech_is_an_empty_ledger(run: Run) -> None:
    result = run("extract", "-", stdin="Le marché ouvre à huit heures.\n".encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["quotes"] == []
    assert result.stderr == "1 article, 0 quotes, 0 speakers, 0 unattributed\n"


@pytest.mark.parametrize("text", ["« » « “ \" ' — – - »»», «", "\x00\x07\x1b[2J\u202e\u2028", "a\n" * 50, "😀" * 9])
def test_text_of_any_kind_is_read(run: Run, text: str) -> None:
    assert run("extract", "-", stdin=text.encode()).exit_code == 0


def test_into_adds_articles_to_a_ledger(run: Run, articles: Path, tmp_path: Path, ledger: Path) -> None:
    grown = tmp_path / "grown.json"
    assert run("extract", articles / "lyon", "--into", grown).exit_code == 0
    assert len(json.loads(grown.read_bytes())["articles"]) == 1
    assert run("extract", articles / "brest.txt", "--into", grown).exit_code == 0
    assert grown.read_bytes() == ledger.read_bytes()
    assert run("extract", articles, "--into", grown).exit_code == 0
    assert grown.read_bytes() == ledger.read_bytes()


def test_into_leaves_the_ledger_alone_where_the_result_goes_elsewhere(
    run: Run, articles: Path, tmp_path: Path, ledger: Path
) -> None:
    before = ledger.read_bytes()
    note = tmp_path / "note.txt"
    note.write_text("« Il pleut », a dit Paul Morvan.", encoding="utf-8")
    assert run("extract", note, "--into", ledger, "-o", tmp_path / "new.json").exit_code == 0
    assert ledger.read_bytes() == before
    assert len(json.loads((tmp_path / "new.json").read_bytes())["articles"]) == 3


def test_an_article_that_changed_replaces_itself(run: Run, tmp_path: Path) -> None:
    note, path = tmp_path / "note.txt", tmp_path / "ledger.json"
    for words in ("Il pleut", "Il neige"):
        note.write_text(f"« {words} sur Brest », a dit Paul Morvan.", encoding="utf-8")
        assert run("extract", note, "--into", path).exit_code == 0
    assert texts(path.read_bytes()) == {"Il neige sur Brest": "Paul Morvan"}


def test_explain_shows_spans_cue_mention_speaker_and_rules(run: Run, articles: Path) -> None:
    result = run("extract", articles / "lyon", "--explain")
    assert result.exit_code == 0
    assert "1. direct: Ce budget protège les plus fragiles" in result.stdout
    lines = [line.strip() for line in result.stdout.splitlines()]
    for row in ("verbatim  55–90 Ce budget", "cue ", "mention ", "speaker   Karim Benali (person", "why "):
        assert any(line.startswith(row) for line in lines), (row, result.stdout)


def test_explain_writes_the_ledger_where_it_is_told(run: Run, articles: Path, tmp_path: Path, ledger: Path) -> None:
    path = tmp_path / "ledger.json"
    result = run("extract", articles, "--explain", "-o", path)
    assert "speaker   Karim Benali" in result.stdout
    assert path.read_bytes() == ledger.read_bytes()


def test_one_bad_file_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_text(ARTICLES["brest.txt"], encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    path = tmp_path / "ledger.json"
    result = run("extract", tmp_path, "-o", path)
    assert result.exit_code == 3
    first, second, summary = result.stderr.splitlines()
    assert "a.pdf: a PDF holds pages, not text" in first
    assert "c.txt: empty" in second
    assert summary.startswith("1 article, ")
    assert "Nous avons perdu deux millions d'euros" in texts(path.read_bytes())


def test_a_byte_order_mark_moves_nothing(run: Run) -> None:
    text = ARTICLES["brest.txt"].encode()
    assert run("extract", "-", stdin=b"\xef\xbb\xbf" + text).stdout == run("extract", "-", stdin=text).stdout


def test_a_missing_path_stops_all(fails: Fails, articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    told = fails(2, "extract", articles, tmp_path / "nowhere.txt", "-o", path)
    assert "nowhere.txt: no such file or folder; check the path" in told
    assert not path.exists()


def test_an_empty_folder(fails: Fails, tmp_path: Path) -> None:
    assert "no article in this folder" in fails(2, "extract", tmp_path)


def test_no_path(fails: Fails) -> None:
    assert "missing argument 'PATH...'; see quotes extract --help" in fails(2, "extract")


def test_an_unknown_option(fails: Fails) -> None:
    told = fails(2, "extract", "--tpyes", "direct", ".")
    assert "--tpyes" in told
    assert "see quotes extract --help" in told


def test_an_unknown_type(fails: Fails, articles: Path) -> None:
    told = fails(2, "extract", articles, "--types", "direct,vers")
    assert "'vers' is no type of quote; choose from direct,mixed,indirect" in told


def test_an_unknown_model(fails: Fails, articles: Path) -> None:
    assert "fr_core_news_xxl" in fails(2, "extract", articles, "--model", "fr_core_news_xxl")


def test_an_unknown_parser(fails: Fails, articles: Path) -> None:
    assert "udpipe" in fails(2, "extract", articles, "--parser", "udpipe")


def test_an_output_folder_that_does_not_exist(fails: Fails, articles: Path, tmp_path: Path) -> None:
    told = fails(2, "extract", articles, "-o", tmp_path / "nowhere" / "ledger.json")
    assert "its folder does not exist; create it first" in told


def test_a_folder_as_output(fails: Fails, articles: Path, tmp_path: Path) -> None:
    assert "this is a folder; name a file in it" in fails(2, "extract", articles, "-o", tmp_path)


def test_a_broken_ledger_to_add_to_is_left_alone(fails: Fails, articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    path.write_text('{"schema": "quotes-led', encoding="utf-8")
    assert "ledger.json" in fails(5, "extract", articles, "--into", path)
    assert path.read_text(encoding="utf-8") == '{"schema": "quotes-led'


def test_a_missing_aliases_file(fails: Fails, articles: Path, tmp_path: Path) -> None:
    assert "nowhere.toml" in fails(2, "extract", articles, "--aliases", tmp_path / "nowhere.toml")


def test_aliases_make_one_speaker_of_two_names(run: Run, tmp_path: Path) -> None:
    aliases = tmp_path / "aliases.csv"
    aliases.write_text("name,aliases,kind\nFrançois Bertin,Frank Bertin,person\n", encoding="utf-8")
    for name, speaker in (("a.txt", "François Bertin"), ("b.txt", "Frank Bertin")):
        text = f"« La séance de {name[0]} est levée », a déclaré {speaker}."
        (tmp_path / name).write_text(text, encoding="utf-8")
    plainly = json.loads(run("extract", tmp_path / "a.txt", tmp_path / "b.txt").stdout)
    assert len(plainly["speakers"]) == 2
    joined = json.loads(run("extract", tmp_path / "a.txt", tmp_path / "b.txt", "--aliases", aliases).stdout)
    assert [speaker["name"] for speaker in joined["speakers"]] == ["François Bertin"]


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_not_utf8_crashes_nothing(run: Run, tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(raw)).write_text(ARTICLES["brest.txt"], encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    result = run("extract", tmp_path)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["articles"][0]["path"].endswith("caf\ufffd.txt")
