"""Names from tags and capitals, for parsers that have no entities of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.types import Document, NamedSpan, Token

_PARTICLES = frozenset("de du des d' le la les l' -".split())


def names_of(document: Document) -> Iterator[NamedSpan]:
    """Runs of capitalised proper nouns, with the particles between them (*Dominique de Villepin*).

    A name of several words is taken for a person (``PER``), of one for anything (``MISC``): of the ways
    tried on parses without their entities this one lost fewest speakers.
    """
    tokens = document.tokens
    for first, last in document.sentences:
        start = first
        while start < last:
            end = _end(tokens, start, last)
            if end > start:
                label = "PER" if end - start > 1 else "MISC"
                yield NamedSpan(tokens[start].start, tokens[end - 1].end, label)
            start = max(end, start + 1)


def _end(tokens: Sequence[Token], start: int, last: int) -> int:
    """Where the name that starts at a token ends; the start itself where none does."""
    end = at = start
    while at < last and (at == start or tokens[at].start - tokens[at - 1].end <= 1):
        token = tokens[at]
        if token.upos == "PROPN" and token.text[0].isupper():
            end = at + 1
        elif at == start or token.text.lower() not in _PARTICLES:
            break
        at += 1
    return end
