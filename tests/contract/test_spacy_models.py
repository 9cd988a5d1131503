"""spaCy models that cannot be used: one sentence each that says what to do, before any article is read."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
import spacy
from conftest import packaged
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Config

from quotes import Extractor, ModelError
from quotes.parsers import open_parser


def refused(model: object) -> str:
    with pytest.raises(ModelError) as error:
        open_parser("spacy", str(model))
    sentence = str(error.value)
    assert "\n" not in sentence
    assert str(model) in sentence
    return sentence


def rewrite(path: Path, data: bytes) -> None:
    """Other bytes in the place of a link: never through it."""
    path.unlink()
    path.write_bytes(data)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder of the default model that a test can change: links to the files of the package."""
    return Path(shutil.copytree(packaged(), tmp_path / "model", copy_function=os.symlink))


def described(folder: Path, **values: object) -> Path:
    """The same model with another account of itself."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    rewrite(folder / "meta.json", json.dumps(meta | values).encode())
    return folder


def without(folder: Path, component: str) -> Path:
    """The same model without one of its components."""
    config = Config().from_disk(folder / "config.cfg", interpolate=False)
    config["nlp"]["pipeline"].remove(component)
    rewrite(folder / "config.cfg", config.to_bytes())
    return folder


def test_an_unknown_parser_is_refused() -> None:
    with pytest.raises(ModelError, match="no parser 'udpipe': name one of spacy, stanza"):
        open_parser("udpipe")


def test_a_package_that_is_not_installed_says_how_to_install_it() -> None:
    assert "python -m spacy download fr_core_news_lg" in refused("fr_core_news_lg")


def test_a_path_that_does_not_exist_asks_to_check_it(tmp_path: Path) -> None:
    assert "check the path" in refused(tmp_path / "none")


def test_a_folder_that_is_no_model_is_refused(seeds: Path) -> None:
    assert "is no spaCy model" in refused(seeds)


def test_a_model_of_another_language_is_refused(model: Path) -> None:
    assert "is for language 'de': name a French one" in refused(described(model, lang="de"))


@pytest.mark.parametrize("wanted", [">=2.3.0,<2.4.0", ">=4.0.0,<4.1.0"])
def test_a_model_of_another_spacy_is_refused(model: Path, wanted: str) -> None:
    sentence = refused(described(model, spacy_version=wanted))
    assert f"is made for spaCy {wanted} and this is {spacy.__version__}" in sentence


def test_a_model_that_is_cut_off_is_refused(model: Path) -> None:
    rewrite(model / "parser" / "model", b"half")
    assert "cannot be loaded" in refused(model)


@pytest.mark.parametrize(
    ("component", "missing"), [("parser", "heads"), ("morphologizer", "tags"), ("lemmatizer", "lemmas")]
)
def test_a_model_without_what_is_read_is_refused(model: Path, component: str, missing: str) -> None:
    assert f"gives no {missing} (a {component})" in refused(without(model, component))


def test_a_model_without_names_is_used(model: Path) -> None:
    """Its persons are then capitalised proper nouns."""
    (quote,) = Extractor(str(without(model, "ner"))).extract("« Nous partons », a dit Zébulon Kermadec.").quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == ("Zébulon Kermadec", "person")


def test_components_that_are_not_used_are_not_run(model: Path, extractor: Extractor) -> None:
    """A pipeline of the user's own is read as the plain one, whatever else is in it: even our component."""

    @Language.component("never_run")
    def never_run(doc: Doc) -> Doc:
        raise AssertionError("this component is not used")

    config = Config().from_disk(model / "config.cfg", interpolate=False)
    for name in ("never_run", "french_quotes"):
        config["components"][name] = {"factory": name}
        config["nlp"]["pipeline"].insert(0, name)
    rewrite(model / "config.cfg", config.to_bytes())
    text = "« Nous partons », a dit Anne Martin."
    assert Extractor(str(model)).extract(text) == extractor.extract(text)


def test_a_model_directory_is_not_for_spacy(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="a model directory goes with the parser stanza"):
        Extractor(model_dir=str(tmp_path))
