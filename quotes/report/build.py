"""Build: the page of a ledger as one string, its data, styles and scripts in it, and nothing from the network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import orjson
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from quotes.ledger import Ledger, dumps

LANGUAGES = ("fr", "en")
# in the order in which they run: each uses what those before it define
_SCRIPTS = ("dom.js", "store.js", "overview.js", "list.js", "entry.js", "article.js", "main.js")
# ends of script elements, and two signs that JSON allows in strings and old scripts do not
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def page(ledger: Ledger, texts: Mapping[str, str] | None = None, language: str = "fr") -> str:
    """The page of a ledger in French (*fr*) or English (*en*).

    ``texts`` are the articles' own texts by the ids of the ledger: with them the page shows the articles. The page asks
    the network for nothing: a content security policy allows its own style and script, by their hashes, and no others.
    """
    style, script = _file("page.css"), "\n".join(_file(name) for name in _SCRIPTS)
    data = {"ledger": orjson.loads(dumps(ledger)), "texts": dict(texts or {}), "words": _words(language)}
    template = _environment().from_string(_file("page.html"))
    return template.render(
        language=language,
        words=_words(language),
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(_json(data)),
    )


def _policy(style: str, script: str) -> str:
    """What the page may run and ask for: its own style and script, and nothing else."""
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _json(data: Any) -> str:
    """JSON that may stand in a script element: no text in it can end the element."""
    written = orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS).decode("utf-8")
    return written.translate(_ESCAPED)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined)


@cache
def _words(language: str) -> dict[str, str]:
    """What the page says, by name: `words.tsv` has a line each, French and English beside each other."""
    rows = [line.split("\t") for line in _file("words.tsv").splitlines()[1:]]
    return {row[0]: row[1 + LANGUAGES.index(language)] for row in rows}


@cache
def _file(name: str) -> str:
    return files("quotes.report").joinpath("static", name).read_text(encoding="utf-8")
