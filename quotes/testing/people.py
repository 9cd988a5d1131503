"""Who speaks in a generated article: names, and the ways in which an article names a source."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from quotes.testing import words
from quotes.testing.french import Gender, agree, contract, definite, pronoun, stressed
from quotes.types import Speaker, SpeakerKind


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, as a whole and in the shorter forms by which news goes on.

    >>> str(Name("Hélène", "de Kersauson", "f")), Name("Hélène", "de Kersauson", "f").titled
    ('Hélène de Kersauson', 'Mme de Kersauson')
    """

    given: str
    family: str
    gender: Gender

    def __str__(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def surname(self) -> str:
        """The family name as it stands alone: *Kersauson*, *Le Goff*."""
        return self.family.removeprefix("de ").removeprefix("d'")

    @property
    def titled(self) -> str:
        """*M. Morel*, *Mme Le Goff*."""
        return f"{'Mme' if self.gender == 'f' else 'M.'} {self.family}"


@dataclass(frozen=True, slots=True)
class Person:
    """A name and a function: *Anne Morel*, *maire d'Albi*."""

    name: Name
    role: str

    @property
    def function(self) -> str:
        """The function with its article: *la maire d'Albi*."""
        return definite(self.role, self.name.gender)

    @property
    def speaker(self) -> Speaker:
        """Whom the ledger should name."""
        return Speaker(str(self.name), "person", gender="female" if self.name.gender == "f" else "male")


@dataclass(frozen=True, slots=True)
class Subject:
    """A source as a sentence names it.

    ``words`` is the phrase, ``closing`` what ends it before a verb (the comma of an apposition), ``intro`` the
    sentence before it that such a phrase needs (*elle*, *M. Morel*, *la maire*). ``pronoun`` says that the phrase
    is one, and then stands behind its verb with a hyphen.
    """

    style: str
    words: str
    gender: Gender
    plural: bool
    speaker: Speaker
    others: tuple[Speaker, ...] = ()
    intro: str = ""
    closing: str = ""
    pronoun: bool = False

    @property
    def after_preposition(self) -> str:
        """*selon elle*, *selon lui*, *selon Anne Morel*."""
        return stressed(self.gender, self.plural) if self.pronoun else self.words


PERSONS = (
    "name",
    "role before name",
    "apposition",
    "pronoun",
    "surname",
    "title and surname",
    "role alone",
    "two persons",
)
OTHERS = ("organisation", "group", "document")
STYLES = (*PERSONS, *OTHERS)


@st.composite
def names(draw: st.DrawFn, gender: Gender | None = None) -> Name:
    """Names of people: compound given names, particles, hyphens, apostrophes, given names that are rare.

    ``gender`` keeps those of women (``"f"``) or of men (``"m"``).
    """
    kind: Gender = draw(st.sampled_from(_GENDERS)) if gender is None else gender
    return Name(draw(st.sampled_from(words.GIVEN[kind])), draw(st.sampled_from(words.FAMILIES)), kind)


@st.composite
def casts(draw: st.DrawFn, size: int) -> tuple[Person, ...]:
    """Persons who share neither a given name nor a surname nor a function."""
    people = draw(
        st.lists(names(), min_size=size, max_size=size, unique_by=(lambda n: n.given, lambda n: _last(n.family)))
    )
    roles = draw(st.lists(st.sampled_from(words.ROLES), min_size=size, max_size=size, unique=True))
    places = draw(st.lists(st.sampled_from(words.PLACES), min_size=size, max_size=size))
    return tuple(_person(*drawn) for drawn in zip(people, roles, places, strict=True))


def _person(name: Name, forms: tuple[str, str], place: str) -> Person:
    role = forms[0] if name.gender == "m" else forms[1]
    lone = " " not in role
    return Person(name, f"{role} {_of_place(place)}" if lone else role)


def _of_place(place: str) -> str:
    """*d'Albi*, *du Mans*, *des Ulis*, *de La Rochelle*."""
    if place.startswith(("Le ", "Les ")):
        return contract("de", place[0].lower() + place[1:])
    return contract("de", place)


def _last(family: str) -> str:
    return family.split()[-1]


@st.composite
def subjects(draw: st.DrawFn, style: str, person: Person, other: Person) -> Subject:
    """A way to name a person, or an organisation, a group, a document."""
    if style in OTHERS:
        return _other(style, draw)
    name, speaker = person.name, person.speaker
    intro = agree(draw(st.sampled_from(words.INTRODUCTIONS)).format(who=name, role=person.role), name.gender)

    def one(phrase: str, closing: str = "", intro: str = "", pronoun: bool = False) -> Subject:
        return Subject(style, phrase, name.gender, False, speaker, (), intro, closing, pronoun)

    if style == "name":
        return one(str(name))
    if style == "role before name":
        return one(f"{person.function}, {name}", ",") if draw(st.booleans()) else one(f"{person.function} {name}")
    if style == "apposition":
        return one(f"{name}, {person.role}", ",")
    if style == "pronoun":
        return one(pronoun(name.gender), intro=intro, pronoun=True)
    if style == "surname":
        return one(name.surname, intro=intro)
    if style == "title and surname":
        return one(name.titled, intro=intro)
    if style == "role alone":
        return one(person.function, intro=intro)
    gender: Gender = "f" if name.gender == other.name.gender == "f" else "m"
    return Subject(style, f"{name} et {other.name}", gender, True, speaker, (other.speaker,))


_GENDERS: tuple[Gender, ...] = ("f", "m")
_KINDS: dict[str, tuple[SpeakerKind, tuple[tuple[str, Gender, bool], ...]]] = {
    "organisation": ("organisation", words.ORGANISATIONS),
    "group": ("group", words.GROUPS),
    "document": ("document", words.DOCUMENTS),
}


def _other(style: str, draw: st.DrawFn) -> Subject:
    kind, phrases = _KINDS[style]
    phrase, gender, plural = draw(st.sampled_from(phrases))
    return Subject(style, phrase, gender, plural, Speaker(phrase, kind, _proper(phrase)))


def _proper(phrase: str) -> tuple[str, ...]:
    """*Rivages* of *l'association Rivages*: the name that stands behind a noun for what it is."""
    _, _, rest = phrase.removeprefix("l'").removeprefix("le ").removeprefix("la ").partition(" ")
    return (rest,) if rest[:1].isupper() else ()
