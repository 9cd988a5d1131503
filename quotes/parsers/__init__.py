"""Parsers: one adapter each, behind one contract. No spaCy or Stanza object leaves this folder."""

from __future__ import annotations

from quotes.errors import ModelError
from quotes.parsers.base import Parser

PARSERS = ("spacy", "stanza")


def open_parser(name: str, model: str | None = None, model_dir: str | None = None, fast: bool = True) -> Parser:
    """The parser of a name with a model, its default one without.

    ``model`` is spaCy's package or model folder, or Stanza's package; ``model_dir`` the folder in which
    Stanza keeps its models; ``fast`` says whether spaCy may take shortcuts.
    `ModelError` where there is no such parser or model, or it cannot be used.
    """
    if name == "spacy":
        from quotes.parsers.spacy import SpacyParser

        if model_dir is not None:
            raise ModelError("a model directory goes with the parser stanza: name a spaCy model's folder as the model")
        return SpacyParser(model, fast) if model is not None else SpacyParser(fast=fast)
    if name == "stanza":
        from quotes.parsers.stanza import StanzaParser

        return StanzaParser(model_dir, model) if model is not None else StanzaParser(model_dir)
    raise ModelError(f"no parser {name!r}: name one of {', '.join(PARSERS)}")
