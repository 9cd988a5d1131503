"""The cast: every person and organisation that an article names, each once, with names and roles.

Late names serve early mentions: the whole article is read before any source is resolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from quotes import lexicon
from quotes.cues.grammar import low
from quotes.cues.reading import Reading
from quotes.speakers.mentions import Name
from quotes.speakers.names import (
    acronym_of,
    fold,
    fullness,
    given_gender,
    split,
    title_gender,
    variant,
    words,
)
from quotes.types import SpeakerKind

_NOT_PEOPLE = frozenset("Dieu Noël Pâques Toussaint Internet Twitter Facebook Europe".split())


@dataclass(frozen=True, slots=True)
class Role:
    """A function that the article ties to somebody: its words, head noun and content words, folded."""

    text: str
    head: str
    content: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figure:
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
    gender: str | None = None

    @property
    def name(self) -> str:
        return max(self.forms, key=fullness)


def cast(reading: Reading, found: Sequence[Name]) -> tuple[Figure, ...]:
    """The figures of an article from its names."""
    drafts: list[_Draft] = []
    persons = [n for n in found if n.kind == "person" and n.text not in _NOT_PEOPLE]
    # full names first, so that a surname before them finds its owner
    for name in sorted(persons, key=lambda n: (-_weight(n), n.start)):
        draft = _owner(drafts, name)
        if draft is None:
            if len(words(name.text)) == 1 and not name.sure and not title_gender(name.text):
                draft = _Draft("person", [name.text], [name], [])
            else:
                draft = _Draft("person", [name.text], [name], [])
            drafts.append(draft)
        else:
            if name.text not in draft.forms:
                draft.forms.append(name.text)
            draft.places.append(name)
        draft.gender = draft.gender or title_gender(name.text) or given_gender(name.text)
    for name in found:
        if name.kind == "person":
            continue
        owner = next(
            (d for d in drafts if d.kind == "person" and any(fold(f) == fold(name.text) for f in d.forms)),
            None,
        )
        if owner is not None:
            owner.places.append(name)
    organisations = [n for n in found if n.kind in ("organisation", "unknown", "place")]
    orgs: list[_Draft] = []
    for name in sorted(organisations, key=lambda n: (-len(n.text.split()), n.start)):
        if name.kind != "organisation":
            continue
        person = _person_of(drafts, name)
        if person is not None:
            person.places.append(name)
            if name.text not in person.forms:
                person.forms.append(name.text)
            continue
        known = next((d for d in orgs if _same_organisation(name.text, d)), None)
        if known is None:
            known = _Draft("organisation", [name.text], [name], [])
            orgs.append(known)
        else:
            if name.text not in known.forms:
                known.forms.append(name.text)
            known.places.append(name)
    starts = sorted(n.start for n in persons)
    for draft in drafts:
        for name in draft.places:
            for held, gender in _roles(reading, name, starts):
                if held not in draft.roles:
                    draft.roles.append(held)
                draft.gender = draft.gender or gender
        for form in draft.forms:
            implied = _TITLE_ROLES.get(form.split()[0])
            found_role = role(implied) if implied else None
            if found_role is not None and found_role not in draft.roles:
                draft.roles.append(found_role)
    everyone = [*drafts, *orgs]
    everyone.sort(key=lambda d: min(n.start for n in d.places))
    return tuple(
        Figure(
            i,
            _clean(d.name),
            d.kind,
            tuple(sorted(set(d.forms))),
            tuple(d.roles),
            d.gender,
            tuple(sorted((n.start, n.end) for n in d.places)),
        )
        for i, d in enumerate(everyone)
    )


def _person_of(drafts: list[_Draft], name: Name) -> _Draft | None:
    """A person whom the tagger took for an organisation in this place."""
    parts = words(name.text)
    for draft in drafts:
        own = words(draft.name)
        if len(parts) == 1 and len(own) > 1 and not name.text.isupper() and own[-1] == parts[0]:
            return draft
        if (
            2 <= len(parts) <= 3
            and len(own) == 1
            and parts[-1] == own[0]
            and all(p[0].isupper() for p in parts)
        ):
            return draft
    return None


def _clean(name: str) -> str:
    return " ".join(words(name)) or name


def _weight(name: Name) -> int:
    spelled = len(words(name.text))
    return (2 if spelled > 1 else 0) + (1 if name.sure and spelled > 1 else 0)


def _owner(drafts: list[_Draft], name: Name) -> _Draft | None:
    """The draft that a name belongs to; of several, the one whose gender fits and that is nearest above."""
    short = words(name.text)
    gender = title_gender(name.text) or given_gender(name.text)
    fits = []
    for draft in drafts:
        if draft.kind != "person":
            continue
        if gender and draft.gender and gender != draft.gender:
            continue
        best = draft.name
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
        a, b = _bare(own), _bare(other)
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
            return short.upper() in (name, form)
    return False


def _bare(folded: str) -> str:
    return re.sub(r"^(?:le |la |les |l')", "", folded).replace("-", " ")


# ── roles ───────────────────────────────────────────────────────────────────────────────────────

_SMALL = frozenset(
    "le la l les un une des de du d a au aux en et pour son sa ses leur ce cette qui ex ancien ancienne nouveau nouvelle actuel actuelle".split()
)
_TITLE_ROLES = {
    "Me": "avocat",
    "Maître": "avocat",
    "Dr": "médecin",
    "Docteur": "médecin",
    "Pr": "professeur",
    "Professeur": "professeur",
    "Mgr": "évêque",
    "Monseigneur": "évêque",
}
_SAME_ROLE = {"premiere ministre": "premier ministre"}


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in lexicon.rows("role_synonyms"))


def role(text: str) -> Role | None:
    """A role from its words, None where no noun of the lexicon names one."""
    plain = re.sub(r"\([^)]*\)", " ", text)
    for phrase, meaning in _synonyms():
        plain = re.sub(rf"\b{re.escape(phrase)}\b", meaning, plain, flags=re.IGNORECASE)
    tokens = re.findall(r"[\w-]+", plain.lower())
    known = lexicon.roles()
    head = None
    for i, token in enumerate(tokens):
        two = " ".join(tokens[i : i + 2])
        if two in known:
            head = two
            break
        if token in known and token not in ("premier", "première", "ancien", "ancienne", "jeune"):
            head = token
            break
    if head is None:
        return None
    base = fold(head)
    content = {_stem(w) for w in re.findall(r"[\w-]+", fold(" ".join(tokens))) if w not in _SMALL}
    content -= {_stem(p) for p in base.split()}
    return Role(" ".join(text.split()), _masculine(base), frozenset(content))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith(("s", "x")) else word


def _masculine(head: str) -> str:
    """One key for both genders: *présidente* → *president*."""
    head = _SAME_ROLE.get(head, head)
    for feminine, masculine in (
        ("trice", "teur"),
        ("euse", "eur"),
        ("iere", "ier"),
        ("ienne", "ien"),
        ("ere", "er"),
        ("ete", "et"),
        ("ve", "f"),
    ):
        if head.endswith(feminine):
            return head[: -len(feminine)] + masculine
    if head.endswith("e") and len(head) > 5:
        return head[:-1]
    return head


def _roles(reading: Reading, name: Name, starts: Sequence[int]) -> list[tuple[Role, str | None]]:
    """The functions next to a name: *le président X*, *le président, X*, *X, président*, *X (maire)*."""
    out: list[tuple[Role, str | None]] = []
    first = reading.token_at(name.start)
    if first >= len(reading.tokens) or reading.tokens[first].start != name.start:
        return out
    frame = reading.frame_of_token[first]
    lo, hi = reading.range(frame)
    last = reading.token_at(name.end)
    before = _before(reading, lo, first)
    if before is not None:
        out.extend(before)
    if last < hi and reading.tokens[last].text in (",", "(", "—"):
        out.extend(_after(reading, last + 1, hi, reading.tokens[last].text, starts))
    return out


def _before(reading: Reading, lo: int, first: int) -> list[tuple[Role, str | None]]:
    tokens = reading.tokens
    i = first - 1
    if i >= lo and tokens[i].text == ",":
        i -= 1
    start = None
    while i >= lo and first - i < 22:
        token, word = tokens[i], low(reading, i)
        if token.text in (",", ".", ":", ";", "—", "(", ")") or (
            token.upos in ("VERB", "AUX") and word not in lexicon.roles()
        ):
            break
        if token.upos in ("PRON", "SCONJ") or word in (
            "que",
            "qu'",
            "qui",
            "avec",
            "par",
            "selon",
            "contre",
            "chez",
            "dans",
            "sur",
        ):
            break
        if word in lexicon.roles() and (
            i == lo
            or low(reading, i - 1) in _OPENERS
            or tokens[i - 1].upos in ("DET", "PUNCT", "ADJ")
            or low(reading, i - 1).endswith(("'",))
        ):
            start = i
            if i > lo and (low(reading, i - 1) in _OPENERS):
                break
        i -= 1
    if start is None:
        return []
    end = first
    if tokens[first - 1].text == ",":
        end = first - 1
    while start > lo and tokens[start - 1].upos == "ADJ":
        start -= 1
    text = reading.view[tokens[start].start : tokens[end - 1].end]
    found = role(text)
    if found is None or len(text.split()) > 16:
        return []
    # a name between the role and this one owns the role (*la porte-parole de Sam Altman, X* does not)
    determiner = low(reading, start - 1) if start > lo else ""
    gender = {"la": "f", "une": "f", "le": "m", "un": "m"}.get(determiner) or _noun_gender(found)
    return [(found, gender)]


_OPENERS = frozenset("le la l' un une son sa notre leur ce cette du au mon ma".split())


def _noun_gender(found: Role) -> str | None:
    known = lexicon.roles()
    for token in re.findall(r"[\w-]+", found.text.lower()):
        if token in known:
            return known[token] if known[token] in ("m", "f") else None
    return None


def _after(
    reading: Reading, start: int, hi: int, opener: str, starts: Sequence[int]
) -> list[tuple[Role, str | None]]:
    tokens = reading.tokens
    near = range(start, min(start + 4, hi))
    if not any(
        low(reading, j) in lexicon.roles()
        or " ".join((low(reading, j), low(reading, j + 1) if j + 1 < hi else "")) in lexicon.roles()
        for j in near
    ):
        return []
    for j in near:
        if (
            tokens[j].upos in ("VERB", "AUX")
            and low(reading, j) not in lexicon.roles()
            or tokens[j].upos == "ADP"
            and j == start
        ):
            return []
        if low(reading, j) in lexicon.roles():
            break
    end = start
    while end < hi and tokens[end].text not in (",", ".", ";", ":", ")", "(", "—") and end - start < 18:
        if (
            tokens[end].upos in ("VERB", "AUX")
            and "Fin" in tokens[end].morph
            and low(reading, end) not in lexicon.roles()
        ):
            break
        if low(reading, end) in ("qui", "dont", "que", "qu'", "lors", "dans", "avant"):
            break
        end += 1
    if end == start or (opener == "(" and (end >= hi or tokens[end].text != ")")):
        return []
    # *X, le président Y a dit*, *X, le praticien souligne*: another person, another subject
    first, last = tokens[start].start, tokens[end - 1].end
    if any(first <= s < last for s in starts[bisect_left(starts, first) : bisect_left(starts, last)]):
        return []
    if (
        end < hi
        and tokens[end].upos in ("VERB", "AUX")
        and "Fin" in tokens[end].morph
        and tokens[start].upos == "DET"
    ):
        return []
    text = reading.view[tokens[start].start : tokens[end - 1].end]
    found = role(text)
    if found is None:
        return []
    gender = {"la": "f", "une": "f", "le": "m", "un": "m"}.get(low(reading, start)) or _noun_gender(found)
    return [(found, gender)]


def family(name: str) -> str:
    """The surname, folded, for grouping."""
    return " ".join(split(name)[1])
