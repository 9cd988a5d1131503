"""Stand-ins: a statistical parser reads one and the same name wherever a text names a person.

A tagger judges a capitalised word by what it has seen of it: *Petit* is an adjective, *Du Tertre* a
contraction and a noun, *Van der Meer* foreign; the tree around a subject turns on it, and with it who
speaks. Which persons a text names, their given names and the places say better (`quotes.text.persons`).
So the words of a name are exchanged before the parser reads them and put back behind it, and renaming
somebody changes nothing in what was read. Pure functions of values: no parser is known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from quotes.text.persons import Person
from quotes.types import NamedSpan, Span, Token

# Plain names that a French model reads as given name and surname in every place.
_GIVEN, _FAMILY = {"f": "Anne", "m": "Paul"}, "Morel"


@dataclass(frozen=True, slots=True)
class StandIn:
    """Words that were exchanged: ``at`` is the index of the first that stands in for them.

    ``given`` of the ``words`` (with their offsets ``starts``) are given names; where there are none, a surname
    alone stands in, else two words do.
    """

    at: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    given: int

    @property
    def width(self) -> int:
        return 2 if self.given else 1


@dataclass(frozen=True, slots=True)
class Exchanged:
    """The words of a sentence as the parser gets them, their offsets, and whether something follows each."""

    texts: Sequence[str]
    starts: Sequence[int]
    spaces: Sequence[bool]
    stand_ins: tuple[StandIn, ...] = ()


def exchange(
    persons: Sequence[Person], texts: Sequence[str], starts: Sequence[int], spaces: Sequence[bool]
) -> Exchanged:
    """The words of a sentence with a stand-in for every person whose name begins and ends with words of it."""
    near = bisect_left(persons, starts[0], key=lambda p: p.start) if texts else len(persons)
    if near == len(persons) or persons[near].start > starts[-1]:
        return Exchanged(texts, starts, spaces)
    read: list[str] = []
    places: list[int] = []
    gaps: list[bool] = []
    found: list[StandIn] = []
    done = 0
    for person in persons[near : bisect_left(persons, starts[-1] + 1, key=lambda p: p.start)]:
        first, last = bisect_left(starts, person.start), bisect_left(starts, person.end)
        given = bisect_left(starts, person.family) - first
        whole = (starts[first], starts[last - 1] + len(texts[last - 1])) == (person.start, person.end)
        if not whole or first < done or first + given == last or starts[first + given] != person.family:
            continue
        at = len(read) + first - done
        found.append(StandIn(at, tuple(texts[first:last]), tuple(starts[first:last]), given))
        names = [_GIVEN[person.gender or "m"], _FAMILY] if given else [_FAMILY]
        read += [*texts[done:first], *names]
        places += [*starts[done:first], *([person.start, person.family] if given else [person.family])]
        gaps += [*spaces[done:first], *([True] if given else []), spaces[last - 1]]
        done = last
    read += texts[done:]
    places += starts[done:]
    gaps += spaces[done:]
    return Exchanged(read, places, gaps, tuple(found))


def restore(read: Sequence[Token], stand_ins: Sequence[StandIn], base: int) -> tuple[Sequence[Token], Sequence[int]]:
    """The tokens with the words of the text again, and where each token that was read now begins.

    ``base`` is the index of the first, and the places are counted from it; the last of them is the end of all.
    What a name has more than its stand-in hangs on its first word.
    """
    if not stand_ins:
        return read, range(len(read) + 1)
    written: dict[int, tuple[StandIn, range]] = {}
    for one in stand_ins:
        written[one.at] = one, range(one.given or len(one.words))
        if one.given:
            written[one.at + 1] = one, range(one.given, len(one.words))
    places = [0, *accumulate(len(written[i][1]) if i in written else 1 for i in range(len(read)))]
    out: list[Token] = []
    for i, token in enumerate(read):
        head = base + places[token.head - base]
        if i not in written:
            out.append(token if head == token.head else replace(token, head=head))
            continue
        one, own = written[i]
        for k in own:
            text, start = one.words[k], one.starts[k]
            word = replace(token, text=text, lemma=text, start=start, end=start + len(text), head=head)
            further = k != own[0]
            out.append(replace(word, upos="PROPN", head=base + places[one.at], dep="flat:name") if further else word)
    return out, places


def entities(
    found: Iterable[tuple[Span, str]], stand_ins: Sequence[StandIn], tokens: Sequence[Token], places: Sequence[int]
) -> list[NamedSpan]:
    """Entities, found on the tokens as they were read, on the restored ``tokens``.

    A person ends where the name is known to end, whatever the parser adds (*B. Obama de la Maison Blanche*).
    """
    out: list[NamedSpan] = []
    for (first, last), label in found:
        near = bisect_left(stand_ins, first - 1, key=lambda s: s.at), bisect_left(stand_ins, last, key=lambda s: s.at)
        named = [(s.at, s.at + s.width) for s in stand_ins[slice(*near)] if first < s.at + s.width]
        whole = named if named and label == "PER" else [(first, last)]
        whole[0] = (min(first, whole[0][0]), whole[0][1])
        for begin, end in whole:
            entity = NamedSpan(tokens[places[begin]].start, tokens[places[end] - 1].end, label)
            if out and out[-1].end > entity.start:
                if label != "PER" or out[-1].label == "PER":
                    continue
                out.pop()
            out.append(entity)
    return out
