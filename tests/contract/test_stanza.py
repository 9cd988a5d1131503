"""The Stanza adapter: what needs no model, models that are not there, and a small real pipeline end to end."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import needs_stanza

from quotes import Extractor, ModelError
from quotes.parsers import open_parser
from quotes.types import Region, Token


def test_without_stanza_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)  # as where it is not installed
    with pytest.raises(ModelError, match=r"pip install torch .*/cpu and then pip install 'french-quotes\[stanza\]'"):
        open_parser("stanza")


# ── without models ──────────────────────────────────────────────────────────────────────────────

CONTRACTED = """\
# text = Le maire du Havre parle aux élus.
1\tLe\tle\tDET\t_\tDefinite=Def\t2\tdet\t_\tstart_char=0|end_char=2
2\tmaire\tmaire\tNOUN\t_\t_\t6\tnsubj\t_\tstart_char=3|end_char=8
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\tstart_char=9|end_char=11
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_
5\tHavre\tHavre\tPROPN\t_\t_\t2\tnmod\t_\tstart_char=12|end_char=17
6\tparle\tparler\tVERB\t_\tMood=Ind|VerbForm=Fin\t0\troot\t_\tstart_char=18|end_char=23
7-8\taux\t_\t_\t_\t_\t_\t_\t_\tstart_char=24|end_char=27
7\tà\tà\tADP\t_\t_\t9\tcase\t_\t_
8\tles\tle\tDET\t_\t_\t9\tdet\t_\t_
9\télus\télu\tNOUN\t_\t_\t6\tobl:arg\t_\tstart_char=28|end_char=32
10\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\tstart_char=32|end_char=33

"""


@needs_stanza
def test_words_of_a_contraction_share_its_place() -> None:
    from stanza.utils.conll import CoNLL

    from quotes.parsers.stanza import words_of
    from quotes.parsers.surface import fit

    words = list(words_of(CoNLL.conll2doc(input_str=CONTRACTED * 2)))
    assert [w.text for w in words[:10]] == ["Le", "maire", "du", "du", "Havre", "parle", "aux", "aux", "élus", "."]
    assert words[5] == Token(18, 23, "parle", "parler", "VERB", "Mood=Ind|VerbForm=Fin", 5, "ROOT")
    assert words[15].head == 15, "the heads of the second sentence count on"
    text = "Le maire du Havre parle aux élus."
    document = fit(words[:10], None, text, [Region((((0, len(text)),),))])
    assert [(t.text, t.lemma, t.upos, t.dep, document.tokens[t.head].text) for t in document.tokens[2:6]] == [
        ("du", "de", "ADP", "case", "Havre"),
        ("Havre", "Havre", "PROPN", "nmod", "maire"),
        ("parle", "parler", "VERB", "ROOT", "parle"),
        ("aux", "à", "ADP", "case", "élus"),
    ]


# ── models that are not there ───────────────────────────────────────────────────────────────────


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The addresses that somebody asked for; every question fails."""
    asked: list[str] = []

    def refuse(host: str, *args: object, **kwargs: object) -> None:
        asked.append(host)
        raise OSError("the tests have no network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield asked
    assert asked == [], "nothing may be downloaded at run time"


def folder_of(place: Path, resources: object, *files: str) -> Path:
    place.mkdir(exist_ok=True)
    (place / "resources.json").write_text(
        resources if isinstance(resources, str) else json.dumps(resources), encoding="utf-8"
    )
    for file in files:
        (place / file).parent.mkdir(parents=True, exist_ok=True)
        (place / file).write_bytes(b"")
    return place


PACKAGE = {"tokenize": "gsd", "mwt": "gsd", "pos": "gsd", "lemma": "gsd", "depparse": "gsd", "ner": "wiki"}
OFFICIAL = {
    "de": {"packages": {"default": PACKAGE}},
    "fr": {"packages": {"default": PACKAGE}, **{processor: {name: {}} for processor, name in PACKAGE.items()}},
}


def refused(place: Path, package: str | None = None) -> str:
    with pytest.raises(ModelError) as error:
        open_parser("stanza", package, str(place))
    sentence = str(error.value)
    assert "\n" not in sentence
    assert f"""python -c "import stanza; stanza.download('fr', model_dir='{place}'""" in sentence
    return sentence


@needs_stanza
def test_a_folder_without_models_says_the_line_to_run(tmp_path: Path, offline: list[str]) -> None:
    assert "no Stanza models in" in refused(tmp_path / "none")
    assert "no Stanza models in" in refused(tmp_path)


@needs_stanza
def test_the_default_folder_without_models_says_the_line_to_run(offline: list[str]) -> None:
    from stanza.resources.common import DEFAULT_MODEL_DIR

    if os.path.exists(DEFAULT_MODEL_DIR):
        pytest.skip("there are models in Stanza's own folder")
    with pytest.raises(ModelError, match=r"""run python -c "import stanza; stanza\.download\('fr'\)" once"""):
        open_parser("stanza")


@needs_stanza
def test_a_broken_list_of_models_is_refused(tmp_path: Path, offline: list[str]) -> None:
    assert "resources.json, is broken" in refused(folder_of(tmp_path, '{"fr": '))


@needs_stanza
def test_a_folder_for_another_language_is_refused(tmp_path: Path, offline: list[str]) -> None:
    """The official list names French also where only German was downloaded."""
    assert "are for de, not French" in refused(folder_of(tmp_path, OFFICIAL, "de/tokenize/gsd.pt"))


@needs_stanza
def test_a_package_that_is_not_in_the_list_is_refused(tmp_path: Path, offline: list[str]) -> None:
    sentence = refused(folder_of(tmp_path, OFFICIAL, "fr/tokenize/gsd.pt"), "sequoia")
    assert "no French Stanza package 'sequoia'" in sentence
    assert "name one of default" in sentence
    assert "package='sequoia'" in sentence


@needs_stanza
def test_a_folder_that_lacks_a_model_is_refused(tmp_path: Path, offline: list[str]) -> None:
    files = [f"fr/{processor}/gsd.pt" for processor in ("tokenize", "mwt", "pos", "lemma")]
    assert "incomplete, depparse/gsd.pt is missing" in refused(folder_of(tmp_path, OFFICIAL, *files))


@needs_stanza
def test_a_model_that_is_cut_off_is_refused(tmp_path: Path, offline: list[str]) -> None:
    files = [f"fr/{processor}/gsd.pt" for processor in PACKAGE if processor != "ner"]
    assert "cannot be loaded" in refused(folder_of(tmp_path, OFFICIAL, *files))


# ── a small real pipeline ───────────────────────────────────────────────────────────────────────


@pytest.mark.slow
@needs_stanza
def test_names_come_from_the_package_or_from_tags(micro: Path) -> None:
    text = "Anne Martin a parlé aux élus de Lyon."
    regions = [Region((((0, len(text)),),))]
    labels = []
    for package in ("default", "nameless"):
        (document,) = open_parser("stanza", package, str(micro)).parse([(text, regions)])
        labels.append([(text[e.start : e.end], e.label) for e in document.entities])
    assert labels == [[("Anne Martin", "PER"), ("Lyon", "LOC")], [("Anne Martin", "PER"), ("Lyon", "MISC")]]


@pytest.mark.slow
@needs_stanza
def test_a_user_of_torch_keeps_their_threads(micro: Path) -> None:
    """One thread while the parser reads, and not beyond: torch is the whole process's."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        Extractor(parser="stanza", model_dir=str(micro)).extract("« Nous partons », a dit Anne Martin.")
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


@pytest.mark.slow
@needs_stanza
def test_the_seeds_become_a_ledger(micro: Path, seeds: Path, tmp_path: Path, offline: list[str]) -> None:
    from quotes import load
    from quotes.cli import cli

    path = tmp_path / "ledger.json"
    args = ["extract", str(seeds), "--parser", "stanza", "--model-dir", str(micro), "-q", "-o", str(path)]
    result = CliRunner().invoke(cli, args, prog_name="quotes")
    assert result.exit_code == 0, result.stderr
    ledger = load(str(path))
    assert len(ledger.articles) == 5
    assert ledger.generator.parser == "stanza"
    assert ledger.generator.model.startswith("fr_micro (stanza ")
    # typography finds the marked words whatever the parser makes of the rest
    assert any("Nous restons attachés à notre partenariat" in quote.text for quote in ledger.quotes)
    assert CliRunner().invoke(cli, ["verify", str(path), str(seeds)], prog_name="quotes").exit_code == 0


def test_a_broken_stanza_option_is_a_usage_error(tmp_path: Path, seeds: Path) -> None:
    from quotes.cli import cli

    args = ["extract", str(seeds), "--parser", "stanza", "--model-dir", str(tmp_path / "none")]
    result = CliRunner().invoke(cli, args, prog_name="quotes")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("quotes: ")
