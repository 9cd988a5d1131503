"""Parsers: one adapter each, behind one contract. No spaCy or Stanza object leaves this folder."""

from __future__ import annotations

from quotes.errors import ModelError
from quotes.parsers.base import Parser

PARSERS = ("spacy",)


def open_parser(name: str, model: str) -> Parser:
    """The parser of a name with a model. `ModelError` where there is none."""
    if name == "spacy":
        from quotes.parsers.spacy import SpacyParser

        return SpacyParser(model)
    raise ModelError(f"no parser {name!r}: name one of {', '.join(PARSERS)}")
