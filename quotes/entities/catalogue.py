"""The cast: every person and organisation that an article names, each once, with names and roles.

Late names serve early mentions: the whole article is read before any source is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.entities.find import Name
from quotes.entities.names import (
    PARTICLES,
    acronym_of,
    fold,
    fullness,
    given_gender,
    is_given,
    is_initial,
    title_gender,
    variant,
    words,
)
from quotes.entities.namesakes import Bodies, People, bare
from quotes.entities.patterns import given_pairs
from quotes.entities.roles import TITLE_ROLES, Role, role, roles_beside
from quotes.syntax.article import ParsedArticle
from quotes.types import SpeakerKind

_NOT_PEOPLE = frozenset("Dieu Noël Pâques Toussaint Internet Twitter Facebook Europe".split())
# a capital that speaks is its government
_CAPITALS = frozenset(
    "Washington Paris Londres Berlin Moscou Bruxelles Pékin Kiev Kyiv Ankara Jérusalem Rome Madrid Alger Rabat Tunis"
    " Dakar Ottawa Québec Genève Berne Téhéran Riyad Doha Tokyo Séoul Pyongyang Damas Beyrouth Bagdad Kaboul Abidjan"
    " Bamako Bercy Matignon Beauvau Tsahal Vatican Luxembourg Varsovie Vienne Athènes Lisbonne".split()
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One of the cast."""

    index: int
    name: str
    kind: SpeakerKind
    forms: tuple[str, ...]
    roles: tuple[Role, ...]
    gender: str | None
    mentions: tuple[tuple[int, int], ...] = field(default=())


@dataclass
class _Draft:
    kind: SpeakerKind
    forms: list[str]
    places: list[Name]
    roles: list[Role]
    number: int
    gender: str | None = None

    @property
    def name(self) -> str:
        return max(self.forms, key=fullness)


def cast(article: ParsedArticle, found: Sequence[Name]) -> tuple[Entity, ...]:
    """The entities of an article from its names."""
    drafts: list[_Draft] = []
    families = {words(n.text)[-1] for n in found if n.kind == "person" and len(words(n.text)) > 1}
    persons = [
        n
        for n in found
        if n.kind == "person"
        and n.text not in _NOT_PEOPLE
        and not _initials_of_writer(article, n)
        and (n.text not in _CAPITALS or n.text in families)
    ]
    # full names first, so that a surname before them finds its owner
    people = People()
    for name in sorted(persons, key=lambda n: (-_weight(n), n.start)):
        draft = _owner([drafts[i] for i in people.find(name.text)], name)
        if draft is None:
            draft = _Draft("person", [name.text], [name], [], len(drafts))
            drafts.append(draft)
        else:
            if name.text not in draft.forms:
                draft.forms.append(name.text)
            draft.places.append(name)
        people.file(name.text, draft.number)
        draft.gender = draft.gender or _gender(name.text)
    for draft in drafts:
        draft.gender = draft.gender or given_gender(draft.name)
    placed = {n.start: draft for draft in drafts for n in draft.places}
    for match in given_pairs(article.view):
        draft = placed.get(match.start("name"))
        if draft is not None and len(words(draft.name)) == 1:
            draft.forms.append(f"{match.group('name')} {match.group('family')}")
            people.file(draft.forms[-1], draft.number)
    named: dict[str, _Draft] = {}
    for draft in drafts:
        for form in draft.forms:
            named.setdefault(fold(form), draft)
    for name in found:
        if name.kind == "person":
            continue
        owner = named.get(fold(name.text))
        if owner is not None:
            owner.places.append(name)
    organisations = [n for n in found if n.kind in ("organisation", "unknown", "place")]
    orgs: list[_Draft] = []
    bodies = Bodies()
    for name in sorted(organisations, key=lambda n: (-len(n.text.split()), n.start)):
        if name.kind != "organisation":
            continue
        person = (
            _person_of([drafts[i] for i in people.with_word(words(name.text)[-1])], name) if words(name.text) else None
        )
        if person is not None:
            person.places.append(name)
            if name.text not in person.forms:
                person.forms.append(name.text)
                people.file(name.text, person.number)
            continue
        known = next((orgs[i] for i in bodies.find(name.text) if _same_organisation(name.text, orgs[i])), None)
        if known is None:
            known = _Draft("organisation", [name.text], [name], [], len(orgs))
            orgs.append(known)
        else:
            if name.text not in known.forms:
                known.forms.append(name.text)
            known.places.append(name)
        bodies.file(name.text, known.number)
    _join_short_forms(article, orgs)
    starts = sorted(n.start for n in persons)
    for draft in drafts:
        for name in draft.places:
            for held, gender in roles_beside(article, name, starts):
                if held not in draft.roles:
                    draft.roles.append(held)
                draft.gender = draft.gender or gender
        for form in draft.forms:
            implied = TITLE_ROLES.get(form.split()[0])
            found_role = role(implied) if implied else None
            if found_role is not None and found_role not in draft.roles:
                draft.roles.append(found_role)
        if _is_body(draft):
            draft.kind = "organisation"
    everyone = [*drafts, *orgs]
    everyone.sort(key=lambda d: min(n.start for n in d.places))
    return tuple(
        Entity(
            i,
            _clean(d.name)
            if d.kind == "person"
            else re.sub(r"^(?:l'|le |la |les |L'(?=[A-Z]{2}))(?=[A-ZÀ-Ý])", "", d.name),
            d.kind,
            tuple(sorted(set(d.forms))),
            tuple(d.roles),
            d.gender,
            tuple(sorted((n.start, n.end) for n in d.places)),
        )
        for i, d in enumerate(everyone)
    )


def _initials_of_writer(article: ParsedArticle, name: Name) -> bool:
    """*J.-M. F.* alone on a line behind the text: who wrote the page."""
    block = article.block_at(name.start)
    alone = block is not None and (block.start, block.end) in ((name.start, name.end), (name.start, name.end + 1))
    return alone and all(is_initial(part) for part in name.text.split())


def _join_short_forms(article: ParsedArticle, orgs: list[_Draft]) -> None:
    """*Institut national de l'origine et de la qualité (Inao)*: the short form in brackets is the same body."""
    at = {n.start: d for d in orgs for n in d.places}
    for draft in list(orgs):
        for name in list(draft.places):
            if len(name.text.split()) < 3 or article.view[name.end : name.end + 2] != " (":
                continue
            short = at.get(name.end + 2)
            if short is None or short is draft or short not in orgs or len(short.name.split()) > 1:
                continue
            if any(n.start == name.end + 2 and article.view[n.end : n.end + 1] == ")" for n in short.places):
                draft.places.extend(short.places)
                draft.forms.extend(f for f in short.forms if f not in draft.forms)
                orgs.remove(short)
                at.update({n.start: draft for n in short.places})


# functions that firms have more often than people
_OF_FIRMS = frozenset("bailleur promoteur prestataire sous-traitant repreneur assureur distributeur éditeur".split())


def _is_body(draft: _Draft) -> bool:
    """A person without given name whom the article calls *le bailleur*: a firm."""
    parts = words(draft.name)
    return (
        len(parts) > 1
        and not any(is_given(part) for part in parts)
        and all(title_gender(form) is None for form in draft.forms)
        and any(r.text.lower().split()[0] in _OF_FIRMS for r in draft.roles)
    )


def _person_of(drafts: list[_Draft], name: Name) -> _Draft | None:
    """A person whom the tagger took for an organisation in this place."""
    parts = words(name.text)
    for draft in drafts:
        own = words(draft.name)
        if len(parts) == 1 and len(own) > 1 and not name.text.isupper() and own[-1] == parts[0]:
            return draft
        if 2 <= len(parts) <= 3 and len(own) == 1 and parts[-1] == own[0] and all(p[0].isupper() for p in parts):
            return draft
    return None


def _clean(name: str) -> str:
    return " ".join(words(name)) or name


def _weight(name: Name) -> int:
    spelled = len(words(name.text))
    return (2 if spelled > 1 else 0) + (1 if name.sure and spelled > 1 else 0)


def _gender(name: str) -> str | None:
    """The gender that a name shows; *Ben Salah* may be the surname of a woman."""
    return title_gender(name) or (None if PARTICLES.intersection(map(fold, words(name)[:1])) else given_gender(name))


def _owner(drafts: list[_Draft], name: Name) -> _Draft | None:
    """The draft that a name belongs to; of several, the one whose gender fits and that is nearest above."""
    short = words(name.text)
    gender = _gender(name.text)
    fits = []
    for draft in drafts:
        best = draft.name
        family = len(short) == 1 < len(words(best)) and fold(words(best)[-1]) == fold(
            name.text
        )  # *Anne Hubert*, *Hubert*
        if gender and draft.gender and gender != draft.gender and not family:
            continue
        if variant(name.text, best) or (len(words(best)) < len(short) and variant(best, name.text)):
            fits.append(draft)
    if not fits:
        return None
    if len(fits) == 1:
        return fits[0]
    exact = [d for d in fits if any(fold(f) == fold(" ".join(short)) for f in d.forms)]
    if len(exact) == 1:
        return exact[0]

    def nearness(d: _Draft) -> int:
        before = [name.start - n.start for n in d.places if n.start < name.start]
        return min(before) if before else 10**9

    return min(fits, key=nearness)


def _same_organisation(name: str, draft: _Draft) -> bool:
    own = fold(name)
    for form in draft.forms:
        other = fold(form)
        if own == other or acronym_of(name, form) or acronym_of(form, name):
            return True
        a, b = bare(own), bare(other)
        if a == b and a:
            return True
        short, long = sorted((a, b), key=len)
        if (
            short
            and len(short) >= 3
            and re.search(rf"(?:^|[\s-]){re.escape(short)}(?:$|[\s-])", long)
            and name[:1].isupper()
            and " " not in short
            and short.isalpha()
            and long.startswith(short)
        ):
            whole = max(name, form, key=len).split()  # *SNCF Réseau* is another body than *SNCF*
            return short.upper() in (name, form) and not (len(whole) == 2 and whole[1][:1].isupper())
    return False
