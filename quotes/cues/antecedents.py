"""Antecedents: the phrase that a relative word stands for (*une source proche du dossier, qui ajoute que …*)."""

from __future__ import annotations

from quotes import lexicon
from quotes.cues.animate import nameable
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Reading, Source
from quotes.cues.words import low

_COMPLEMENT = frozenset("de du des d' au aux".split())
_PHRASE = frozenset("NOUN PROPN ADJ NUM DET X".split())


def antecedent(reading: Reading, index: int) -> Source | None:
    """The phrase before a relative word; an adjunct between commas (*cette femme, à Lille, qui*) is passed over."""
    tokens = reading.tokens
    first, _ = reading.range(reading.frame_of_token[index])
    last = index - 1
    for _ in range(3):
        while last > first and tokens[last].text in (",", ")"):
            if tokens[last].text == ")":
                last = next((j for j in range(last, first, -1) if tokens[j].text == "("), first)
            last -= 1
        last = _before_apposition(reading, first, last)
        start = last
        while (
            start > first
            and (
                tokens[start - 1].upos in _PHRASE
                or low(reading, start - 1) in _COMPLEMENT
                and tokens[start - 2].upos in _PHRASE
            )
            and not _verb_mistaken(reading, start - 1)
        ):
            start -= 1
            if tokens[start].upos == "DET" and start > first and low(reading, start - 1) not in _COMPLEMENT:
                break
        before = start - 1
        if before > first and tokens[before].upos == "ADP" and tokens[before - 1].text == ",":
            last = before - 1
            continue
        return phrase_from(reading, start, last + 1)
    return None


def _verb_mistaken(reading: Reading, index: int) -> bool:
    """*s'inquiète Nadine Roy, selon qui …*: a reporting verb behind its clitic, taken for an adjective."""
    return low(reading, index - 1) in ("s'", "se") and low(reading, index) in lexicon.verb_forms()


def _before_apposition(reading: Reading, first: int, last: int) -> int:
    """*Anne Roy, médecin avant d'être maire, pour qui*: the end of the name that a bare noun describes."""
    tokens = reading.tokens
    comma = next((j for j in range(last, first, -1) if tokens[j].text in (",", ";", ":")), first)
    opens = tokens[comma + 1]
    bare = comma > first and tokens[comma].text == "," and opens.upos == "NOUN" and opens.text[0].islower()
    incise = low(reading, comma + 1) in lexicon.verb_forms()
    return comma - 1 if bare and not incise and tokens[comma - 1].upos == "PROPN" else last


def of_relative(reading: Reading, verb: int) -> Source | None:
    """The subject of a verb behind *qui* or *dont le*: the antecedent, or the phrase behind *dont*."""
    first, _ = reading.range(reading.frame_of_token[verb])
    if verb > first and low(reading, verb - 1) in ("qui", "lequel", "laquelle"):
        found = antecedent(reading, verb - 1)
        return found if found is not None and nameable(reading, found) else None
    for j in range(verb - 1, max(first, verb - 14), -1):
        if low(reading, j) in ("qui", "que", "qu'") or "VerbForm=Fin" in reading.tokens[j].morph:
            return None
        if low(reading, j) == "dont":
            found = phrase_from(reading, j + 1, verb)
            return found if found is not None and nameable(reading, found) else None
    return None
