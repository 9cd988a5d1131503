"""Subjects: whose act a verb is, by the tree and, where it fails, by the words before the verb."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.cues.phrases import _pronoun, phrase_from, role_near
from quotes.cues.reading import Reading, Source
from quotes.cues.words import AUXILIARIES, CLITICS, DETERMINERS, STOPS, TIMES, is_adverb, low


def source_of(reading: Reading, head: int) -> Source:
    """The noun phrase that a head token heads, by the parser's tree, cut at relative clauses."""
    tokens = reading.tokens
    pronoun = _pronoun(reading, head)
    partitive = any(tokens[c].dep in ("nmod", "obl:mod") and c > head for c in reading.children[head])
    if pronoun is not None or tokens[head].upos == "PRON" and not partitive:
        return Source(tokens[head].start, tokens[head].end, head, pronoun)
    low_, high = reading.subtree(head)
    first = low_
    while first < head and (
        tokens[first].upos in ("PUNCT", "CCONJ", "SCONJ", "ADV")
        and low(reading, first) not in DETERMINERS
        or low(reading, first)
        in (
            "dont",
            "que",
            "qu'",
            "où",
            "du",
            "des",
            "au",
            "aux",
            "avec",
            "selon",
            "par",
            "pour",
            "chez",
            "contre",
        )
    ):
        first += 1
    if first < head and low(reading, first) in ("de", "d'") and tokens[head].dep == "nmod":
        first += 1  # *un message de son prédécesseur appelant à …*: what hangs on a complement
    for j in range(head - 1, first - 1, -1):
        if tokens[j].text in (",", ":", ";", "—", "(") or low(reading, j) == "quoi":  # *ce à quoi une voix répond*
            first = j + 1
            break
    last = high
    for j in range(head + 1, high):
        if tokens[j].text == "," and not _apposed(reading, j + 1, high):
            last = j
            break
        if tokens[j].upos in ("VERB", "AUX") and tokens[j].dep.startswith(
            ("acl", "advcl", "ccomp", "parataxis", "conj")
        ):
            if j + 1 == high and "Number=Plur" in tokens[j].morph and "VerbForm=Part" in tokens[j].morph:
                continue  # *cinq des familles interrogées*: which of them
            last = j
            break
        if low(reading, j) in ("qui", "que", "qu'", "dont", "où", "lequel", "laquelle"):
            last = j
            break
    if first > 1 and low(reading, first - 1) == "et" and tokens[first - 2].upos == "PROPN":
        first -= 2  # *Ouchène et son homologue*
        while first > low_ - 6 and first > 0 and tokens[first - 1].upos == "PROPN":
            first -= 1
    while last > head + 1 and (
        tokens[last - 1].upos in ("PUNCT", "CCONJ", "SCONJ", "ADP", "DET") and tokens[last - 1].text != ")"
    ):
        last -= 1
    return Source(_with_quantity(reading, tokens[first].start), tokens[last - 1].end, head, None)


_QUANTITY = re.compile(
    r"(?:près|plus|moins|environ|quelque|beaucoup|nombre|bon nombre|la plupart)(?: (?:de|d'|des))? ?$", re.IGNORECASE
)


def _with_quantity(reading: Reading, start: int) -> int:
    """*près de 500 employés*: the words of measure before a phrase belong to it."""
    begin = max(0, start - 24)
    opening = re.match(r"(?:de |d'|des )", reading.view[start : start + 4])
    before = reading.view[begin : start + (opening.end() if opening else 0)]
    match = _QUANTITY.search(before)
    return begin + match.start() if match and (match.start() == 0 or not before[match.start() - 1].isalpha()) else start


def _apposed(reading: Reading, index: int, stop: int) -> bool:
    """Behind a comma a name or a function: *le maire, Paul Roy*, *Paul Roy, maire de Lyon*."""
    if index >= stop:
        return False
    token = reading.tokens[index]
    if token.upos == "PROPN" or token.text in lexicon.titles() or token.text[0].isupper():
        return True
    return role_near(reading, index, stop) and token.upos in ("DET", "NOUN", "ADJ", "ADV")


def subject_of(reading: Reading, head: int, seen: int = 0) -> Source | None:
    """The subject of a verb: its own, or the one that it shares by coordination, control or participle."""
    tokens = reading.tokens
    subjects = [
        c for c in reading.children[head] if tokens[c].dep in ("nsubj", "nsubj:pass", "expl:subj", "nsubj:caus")
    ]
    good = [
        c
        for c in subjects
        if low(reading, c)
        not in (
            "ce",
            "c'",
            "cela",
            "ça",
            "qui",
            "lequel",
            "laquelle",
            "que",
            "qu'",
            "dont",
            "-t",
            "lui",
            "leur",
            "me",
            "nous",
            "se",
        )
    ]
    relative = [c for c in subjects if low(reading, c) in ("qui", "lequel", "laquelle")]
    before = [c for c in good if c < head]
    if before:
        return source_of(reading, before[0] if len(before) == 1 else _best(reading, before))
    if good:
        return source_of(reading, good[0])
    parent = tokens[head].head
    dep = tokens[head].dep
    if relative and dep.startswith("acl"):
        named = tokens[parent].upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        near = None if named else _antecedent(reading, relative[0])
        return source_of(reading, parent) if near is None else near
    if parent == head or seen > 6:
        return None
    if dep.startswith("acl") and tokens[parent].upos in ("NOUN", "PROPN", "PRON"):
        if "VerbForm=Fin" in tokens[head].morph and parent < head and not _relative_between(reading, parent, head):
            return phrase_before(reading, head) or source_of(reading, parent)
        return source_of(reading, parent)
    if subjects and not relative:
        return None
    if dep.startswith(("conj", "advcl", "xcomp", "obl", "acl", "cop", "aux", "fixed", "parataxis", "dep", "ccomp")):
        upper = subject_of(reading, parent, seen + 1)
        if upper is not None:
            return upper
    bare = dep == "conj" and tokens[parent].dep == "ROOT" and parent < head and "VerbForm=Fin" in tokens[head].morph
    if tokens[parent].upos in ("NOUN", "PROPN") and (bare or dep in ("ROOT", "appos", "nmod", "amod")):
        return source_of(reading, parent)
    return None


def _relative_between(reading: Reading, noun: int, verb: int) -> bool:
    """Is there a word that makes the clause a relative one, as the tree has it (*la fille d'une résidente dénonce*)?"""
    return any(low(reading, j) in _RELATING for j in range(noun + 1, verb))


_RELATING = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles duquel auquel auxquels".split())


def _antecedent(reading: Reading, relative: int) -> Source | None:
    """The name or phrase right before a relative pronoun, where the tree ties the clause to a verb."""
    last = relative - 1 if reading.tokens[relative - 1].text == "," else relative
    end = reading.tokens[last - 1].end if last else 0
    for entity in reading.document.entities:
        if entity.end == end and entity.label in ("PER", "ORG"):
            return Source(entity.start, entity.end, last - 1)
    return phrase_before(reading, last)


def _best(reading: Reading, candidates: list[int]) -> int:
    for c in candidates:
        if reading.tokens[c].upos == "PROPN":
            return c
    return candidates[0]


def phrase_before(reading: Reading, index: int) -> Source | None:
    """The phrase that ends before a verb group, inserts between commas left out, by the words alone.

    *Le maire, Paul Roy, interrogé hier, a dit*: the tree often loses such a subject.
    """
    first, _ = reading.range(reading.frame_of_token[index])
    i = index - 1
    while i >= first and (low(reading, i) in CLITICS or low(reading, i) in AUXILIARIES or is_adverb(reading, i)):
        i -= 1
    hops = 0
    name: Source | None = None
    while i > first and reading.tokens[i].text == "," and hops < 3:
        j = i - 1
        while j >= first and reading.tokens[j].text not in (",", ":", ";", "."):
            j -= 1
        insert = range(j + 1, i)
        opens = reading.tokens[j + 1]
        if name is None and (opens.upos == "PROPN" or opens.text in lexicon.titles()) and len(insert) <= 6:
            name = Source(reading.tokens[j + 1].start, reading.tokens[i - 1].end, j + 1, None)
        if j < first or reading.tokens[j].text != ",":
            return name or phrase_from(reading, _skip_opening(reading, max(j + 1, first), i), i)
        i = j - 1
        hops += 1
        ends = reading.tokens[i].upos in ("PROPN", "NOUN", "ADJ", "PRON", "X") or reading.tokens[i].text == ")"
        opening = next((k for k in range(i, first - 1, -1) if reading.tokens[k].text == ","), first - 1) + 1
        adjunct = opening > first and reading.tokens[opening].upos == "ADP"
        if ends and not adjunct and not _adjectives_between_commas(reading, first, i):
            break
        i = i + 1 if ends else j
    if i < first:
        return name
    if name is not None:
        return name
    if reading.tokens[i].text == ")":
        while i > first and reading.tokens[i].text != "(":
            i -= 1
        i -= 1
    token = reading.tokens[i]
    if _pronoun(reading, i) is not None:
        return Source(token.start, token.end, i, _pronoun(reading, i))
    if token.upos not in ("PROPN", "NOUN", "ADJ", "X") and token.text != ")":
        return None
    if i < first:
        return None
    j = i
    while (
        j > first
        and reading.tokens[j - 1].upos in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "NUM", "X")
        and reading.tokens[j].text not in STOPS
    ):
        j -= 1
    while j < i and reading.tokens[j].upos == "ADP":
        j += 1
    head_ = next((k for k in range(j, i + 1) if reading.tokens[k].upos in ("NOUN", "PROPN")), i)
    return Source(_with_quantity(reading, reading.tokens[j].start), token.end, head_, None)


def _adjectives_between_commas(reading: Reading, first: int, last: int) -> bool:
    """*une autre, masculine, essoufflée, répond*: is the insert before an insert one of adjectives alone?"""
    for j in range(last, max(first, last - 4), -1):
        if reading.tokens[j].text == ",":
            return j < last
        if reading.tokens[j].upos not in ("ADJ", "ADV") and "VerbForm=Part" not in reading.tokens[j].morph:
            return False
    return False


def _skip_opening(reading: Reading, index: int, stop: int) -> int:
    """Behind an opening *De son côté*, *Mardi*, *Mais*."""
    i = index
    while i < stop and (reading.tokens[i].upos in ("CCONJ", "ADV", "PUNCT") or low(reading, i) in TIMES):
        i += 1
    return i if i < stop else index
