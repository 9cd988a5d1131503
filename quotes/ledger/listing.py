"""Who speaks in a ledger, as a list that can be read, edited and given back as ``--aliases``."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from quotes.ledger.aliases import COLUMNS, FOR_THE_EYE
from quotes.ledger.canon import fold
from quotes.ledger.cells import safe
from quotes.ledger.identity import speaker_id
from quotes.ledger.names import acronym_of, fits, parse, proper_document, proper_organisation, thing_key
from quotes.ledger.record import Identity, Ledger, SpeakerRecord

_BLOCK = 200  # speakers that share a word and are compared with each other


@dataclass(frozen=True, slots=True)
class Listed:
    """A speaker with what they said: how many occurrences, in how many articles.

    ``aliases`` are the names that mean nobody else here. ``nameable`` is False where the name alone does not
    say who it is (*certains*, two people called Dupont), and ``why`` says so; ``review`` are speakers who
    may be the same.
    """

    speaker: SpeakerRecord
    aliases: tuple[str, ...]
    quotes: int
    articles: int
    nameable: bool
    why: str
    review: tuple[str, ...]
    given: Identity | None = None


def speakers(ledger: Ledger) -> tuple[Listed, ...]:
    """All speakers, who speaks most first."""
    counts: Counter[str] = Counter()
    places: dict[str, set[str]] = defaultdict(set)
    for quote in ledger.quotes:
        for one in quote.occurrences:
            for name in (one.speaker, *one.with_):
                if name is not None:
                    counts[name] += 1
                    places[name].add(one.article)
    holders: Counter[str] = Counter()
    for speaker in ledger.speakers:
        holders.update({fold(name) for name in (speaker.name, *speaker.aliases)})
    given = {one.name: one for one in ledger.identities}
    review = _review(ledger.speakers, counts)
    unsure = {speaker.id: _unsure(speaker, holders[fold(speaker.name)]) for speaker in ledger.speakers}
    listed = [
        Listed(
            speaker,
            tuple(a for a in speaker.aliases if holders[fold(a)] == 1 and _proper(a, speaker)),
            counts[speaker.id],
            len(places[speaker.id]),
            not unsure[speaker.id],
            unsure[speaker.id],
            tuple(review[speaker.id]),
            given.get(speaker.name),
        )
        for speaker in ledger.speakers
    ]
    return tuple(sorted(listed, key=lambda row: (-row.quotes, row.speaker.name, row.speaker.id)))


def speakers_csv(ledger: Ledger, delimiter: str = ",") -> bytes:
    """The list as CSV (UTF-8 with BOM) that ``--aliases`` reads; rows whose ``use`` is *no* it skips."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow((*COLUMNS, *FOR_THE_EYE))
    for row in speakers(ledger):
        one, given = row.speaker, row.given
        cells = (
            one.name,
            "|".join(alias for alias in row.aliases if "|" not in alias),
            one.kind,
            (given and given.role) or "",
            (given and given.valid_from) or "",
            (given and given.valid_to) or "",
            one.gender or "",
            one.wikidata or "",
            one.id,
            "yes" if row.nameable else "no",
            row.why,
            one.name,
            "|".join(one.roles),
            str(row.quotes),
            str(row.articles),
            "; ".join(row.review),
        )
        writer.writerow([safe(cell) for cell in cells])
    return stream.getvalue().encode("utf-8-sig", "replace")


def _unsure(speaker: SpeakerRecord, holders: int) -> str:
    """Why the name alone does not say who this is, nothing where it does."""
    if holders > 1:
        return "no: others bear this name, too; the row would name them all"
    if speaker.id in _by_name(speaker):
        return ""
    return "no: a surname or a role alone means somebody else in another article; yes makes them all this speaker"


def _by_name(speaker: SpeakerRecord) -> set[str]:
    """The ids that the name alone would give: a bare surname or a role gives none."""
    if speaker.kind == "person":
        return {speaker_id((speaker.kind, parse(speaker.name).key))}
    return {speaker_id((speaker.kind, thing_key(speaker.name)))}


def _proper(name: str, speaker: SpeakerRecord) -> bool:
    """Does the name say by itself who is meant?"""
    if speaker.kind == "person":
        return parse(name).form != "none"
    if speaker.kind == "organisation":
        return proper_organisation(name)
    return speaker.kind == "document" and proper_document(name)


def _review(people: Sequence[SpeakerRecord], counts: Counter[str]) -> dict[str, list[str]]:
    """For each speaker those who may be the same, with how often they speak."""
    out: dict[str, list[str]] = defaultdict(list)
    for one, two in sorted(_similar(people), key=lambda pair: (pair[0].id, pair[1].id)):
        for a, b in ((one, two), (two, one)):
            out[a.id].append(f"{b.name} ({b.kind}, {counts[b.id]}, {b.id})")
    return out


def _similar(people: Sequence[SpeakerRecord]) -> set[tuple[SpeakerRecord, SpeakerRecord]]:
    blocks: dict[str, list[SpeakerRecord]] = defaultdict(list)
    for one in people:
        for block in _blocks(one):
            blocks[block].append(one)
    found = set()
    for group in blocks.values():
        for at, one in enumerate(group[:_BLOCK]):
            for two in group[at + 1 : _BLOCK]:
                if one.id != two.id and _may_be_one(one, two):
                    found.add((one, two) if one.id < two.id else (two, one))
    return found


def _blocks(one: SpeakerRecord) -> Iterator[str]:
    """Words under which a speaker is compared: the ends of a person's name, an organisation's initials."""
    words = parse(one.name).words if one.kind == "person" else tuple(fold(one.name).split())
    if words:
        yield from {words[0], words[-1], f"={fold(one.name)}"}
    if one.kind == "organisation" and _proper(one.name, one):
        initials = "".join(word[0] for word in words if len(word) > 3) if len(words) > 1 else fold(one.name)
        yield f"#{initials[:2]}"


def _may_be_one(one: SpeakerRecord, two: SpeakerRecord) -> bool:
    if one.kind != two.kind:
        return fold(one.name) == fold(two.name) and _proper(one.name, one) and _proper(two.name, two)
    if not (_proper(one.name, one) and _proper(two.name, two)):
        return False
    if one.kind != "person":
        return acronym_of(one.name, two.name) or acronym_of(two.name, one.name)
    a, b = parse(one.name), parse(two.name)
    if a.form == b.form == "full":
        slip = Levenshtein.distance(a.key, b.key, score_cutoff=2) <= 2 and len(a.key) >= 8
        return (slip and a.words[0][0] == b.words[0][0]) or set(a.words) < set(b.words) or set(b.words) < set(a.words)
    if a.form == "full":
        a, b = b, a
    if b.form == "full":
        return fits(a, b) if a.form == "initial" else b.words[-len(a.family) :] == a.family
    return a.family == b.family
