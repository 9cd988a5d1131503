"""French Stanza models on the disk: found, checked, loaded. Nothing is ever downloaded here."""

from __future__ import annotations

import json
import os
from typing import Any

from quotes.errors import ModelError

# In the order they run. A treebank without contractions gives no mwt, and many packages have no ner.
_PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
_OPTIONAL = ("mwt", "ner")
_CPU = "pip install torch --index-url https://download.pytorch.org/whl/cpu"  # a plain torch brings gigabytes
_INSTALL = f"run {_CPU} and then pip install 'french-quotes[stanza]'"


def load(folder: str | None, package: str, fed: bool) -> tuple[Any, dict[str, str], str]:
    """The pipeline of a package, its models by processor, and the version of Stanza.

    With ``fed`` it takes tokens that are given, and splits no *du* or *aux*. `ModelError` where Stanza is
    not installed, or where the folder has no French models, not this package, or not all of its files.
    """
    try:
        import stanza
        from stanza.resources.common import DEFAULT_MODEL_DIR
    except ImportError as error:
        raise ModelError(f"Stanza is not installed: {_INSTALL}") from error
    place = folder or DEFAULT_MODEL_DIR
    fetch = _fetching(folder, package)
    models = _models(place, package, fetch)
    if fed:
        models.pop("mwt", None)
    try:
        pipeline = stanza.Pipeline(
            "fr",
            dir=place,
            package=None,
            processors=dict(models),
            download_method=None,
            use_gpu=False,
            logging_level="ERROR",
            **({"tokenize_pretokenized": True} if fed else {"tokenize_no_ssplit": True}),
        )
    except Exception as error:  # a file that is cut off, missing or of another version fails in many ways
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise ModelError(f"the French Stanza models in {place} cannot be loaded ({reason}): {fetch}") from error
    return pipeline, models, stanza.__version__


def _fetching(folder: str | None, package: str) -> str:
    """What to run, once and with a network, to have the models."""
    options = "".join(
        f", {name}={value!r}"
        for name, value in (("model_dir", folder), ("package", None if package == "default" else package))
        if value is not None
    )
    return f"""run python -c "import stanza; stanza.download('fr'{options})" once, where there is a network"""


def _models(place: str, package: str, fetch: str) -> dict[str, str]:
    """Processor → name of its model, of those that the package has and that we use, in the order they run."""
    french = _listed(place, fetch)
    packages = french.get("packages", {})
    if package not in packages:
        known = ", ".join(sorted(packages)) or "none"
        raise ModelError(f"no French Stanza package {package!r} in {place}: name one of {known}, or {fetch}")
    models: dict[str, str] = {}
    for processor in _PROCESSORS:
        name = packages[package].get(processor)
        if isinstance(name, str) and os.path.isfile(os.path.join(place, "fr", processor, f"{name}.pt")):
            models[processor] = name
        elif processor not in _OPTIONAL:
            missing = f"{processor}/{name}.pt" if name else f"a model for {processor}"
            raise ModelError(f"the French Stanza models in {place} are incomplete, {missing} is missing: {fetch}")
    return models


def _listed(place: str, fetch: str) -> dict[str, Any]:
    """What the folder's list of models says of French."""
    try:
        with open(os.path.join(place, "resources.json"), encoding="utf-8") as file:
            resources = json.load(file)
    except OSError as error:
        raise ModelError(f"no Stanza models in {place} (it has no resources.json): {fetch}") from error
    except ValueError as error:
        raise ModelError(f"the list of Stanza models in {place}, resources.json, is broken: {fetch}") from error
    # The official list names every language, downloaded or not: the folders say which are here.
    if "fr" in resources and os.path.isdir(os.path.join(place, "fr")):
        french: dict[str, Any] = resources["fr"]
        return french
    others = sorted(name for name in resources if os.path.isdir(os.path.join(place, name)))
    raise ModelError(f"the Stanza models in {place} are for {', '.join(others) or 'no language'}, not French: {fetch}")
