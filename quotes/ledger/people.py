"""The speakers of a ledger: one record for each class of names, under the fullest of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from quotes.ledger.canon import fold
from quotes.ledger.identity import Class, speaker_id
from quotes.ledger.names import parse, rank, thing_key
from quotes.ledger.record import Identity, LocalSpeaker, SpeakerRecord

if TYPE_CHECKING:
    from quotes.types import Gender, SpeakerKind


def records(named: Iterable[tuple[Class, LocalSpeaker]], given: Mapping[Class, Identity]) -> tuple[SpeakerRecord, ...]:
    """One record for each class among the speakers that articles name, sorted by name and id."""
    groups: dict[Class, list[LocalSpeaker]] = defaultdict(list)
    for cls, local in named:
        groups[cls].append(local)
    found = [_record(cls, locals_, given.get(cls)) for cls, locals_ in groups.items()]
    return tuple(sorted(found, key=lambda speaker: (fold(speaker.name), speaker.name, speaker.id)))


def _record(cls: Class, locals_: Sequence[LocalSpeaker], identity: Identity | None) -> SpeakerRecord:
    kinds = Counter(local.kind for local in locals_)
    kind: SpeakerKind = min(kinds, key=lambda k: (-kinds[k], k))
    names = Counter(local.name for local in locals_)
    # An acronym's full form may be known from an article's aliases alone.
    spelled = {a for local in locals_ for a in local.aliases if cls[:1] == ("organisation",) and thing_key(a) == cls[1]}
    name = _fullest(names, spelled, kind)
    aliases = {alias for local in locals_ for alias in local.aliases} | set(names) | spelled
    roles = {role for local in locals_ for role in local.roles}
    gender = _gender(locals_)
    if identity is None:
        return SpeakerRecord(speaker_id(cls), name, kind, tuple(sorted(aliases - {name})), tuple(sorted(roles)), gender)
    return SpeakerRecord(
        id=speaker_id(cls),
        name=identity.name,
        kind=identity.kind or kind,
        aliases=tuple(sorted((aliases | set(identity.aliases)) - {identity.name})),
        roles=tuple(sorted(roles | ({identity.role} if identity.role else set()))),
        gender=identity.gender or gender,
        wikidata=identity.wikidata,
    )


def _fullest(names: Counter[str], spelled: set[str], kind: SpeakerKind) -> str:
    """The name to show: the fullest of a person, an organisation's in full, the most frequent."""
    if kind == "person":
        return min(names, key=lambda name: (*rank(name)[:3], -names[name], *rank(name)[3:]))
    pool = spelled | set(names)
    return min(pool, key=lambda name: (-len(thing_key(name).split()), -names[name], name.isupper(), name))


def _gender(locals_: Sequence[LocalSpeaker]) -> Gender | None:
    """What the articles agree on; a title counts as much as the article's own finding."""
    genders = {local.gender for local in locals_}
    genders |= {parse(name).gender for local in locals_ for name in (local.name, *local.aliases)}
    genders.discard(None)
    return genders.pop() if len(genders) == 1 else None
