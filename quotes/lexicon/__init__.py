"""Facts about French as data: one fact a line in the TSV files beside this page.

| file | one line says |
| --- | --- |
| `verbs.tsv` | a verb reports, in which frames, with an example |
| `roles.tsv` | a noun names a person by function, with its gender (m, f, e for both) |
| `organisations.tsv`, `documents.tsv` | a noun names an organisation, a text |
| `source_nouns.tsv` | a noun names people or a body that can speak without being a function |
| `never_sources.tsv`, `things.tsv` | a noun names no source (*selon les cas*); ends like a person's but is none |
| `name_bearers.tsv` | a noun stands before a name in marks |
| `role_synonyms.tsv`, `role_kinds.tsv` | two words for one function; a general word and the functions under it |
| `manners.tsv` | a verb denies the clause behind it (*nie avoir*) or asks (*demande si*) |
| `titles.tsv`, `first_names.tsv` | a title, a given name, with its gender |
| `fields.tsv` | a label of an archive's export: what stands behind it is no turn (*SUJET: SPORTS*) |

Frames of `verbs.tsv`: ``i`` may stand in an incise; ``q`` reports a *que* clause; ``w`` does so only where
words of the clause are marked (a thought else); ``n`` reports only under a
negation (*n'a pas caché que*); ``f`` reports an infinitive; ``o`` takes marked words as its
object or complement (*dénoncer « une honte »*).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from quotes.lexicon.conjugate import Shape, conjugate
from quotes.types import QuoteStatus


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb. ``lemma`` is the whole of it (*se réjouir*, *faire savoir*)."""

    lemma: str
    frames: str
    reflexive: bool


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a lexicon as tuples of cells, its header left out."""
    text = files("quotes.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:] if line)


@cache
def verbs() -> dict[str, Verb]:
    """Lemma → verb."""
    return {row[0]: Verb(row[0], row[1], row[0].startswith(("se ", "s'"))) for row in rows("verbs")}


@cache
def manners() -> dict[str, QuoteStatus]:
    """Lemma → how what it reports is said, of verbs that do not assert it."""
    return {row[0]: cast("QuoteStatus", row[1]) for row in rows("manners")}


@cache
def verb_forms() -> dict[str, tuple[tuple[str, Shape], ...]]:
    """Surface form in small letters → (infinitive without its pronoun, shape), of all one-word verbs."""
    forms: dict[str, dict[tuple[str, Shape], None]] = {}
    for lemma in verbs():
        infinitive = bare(lemma)
        if " " in infinitive:
            infinitive = infinitive.split()[0]
        for form, shape in conjugate(infinitive):
            for spelling in {form, form.replace("aît", "ait"), form.replace("aîtr", "aitr")}:
                forms.setdefault(spelling, {})[infinitive, shape] = None
    return {form: tuple(readings) for form, readings in forms.items()}


def bare(lemma: str) -> str:
    """*se réjouir* → *réjouir*."""
    return lemma.removeprefix("se ").removeprefix("s'").removeprefix("en ")


@cache
def phrases() -> dict[str, tuple[Verb, ...]]:
    """First verb → the verbs of several words that it starts (*faire* → *faire savoir*, *faire part*)."""
    out: dict[str, list[Verb]] = {}
    for verb in verbs().values():
        words = bare(verb.lemma).split()
        if len(words) > 1:
            out.setdefault(words[0], []).append(verb)
    return {first: tuple(group) for first, group in out.items()}


@cache
def roles() -> dict[str, str]:
    """Noun in small letters → gender, of nouns that name a person by function (f beats m beats e)."""
    out: dict[str, str] = {}
    for noun, gender in rows("roles"):
        low = noun.lower()
        out[low] = gender if out.get(low, gender) == gender else "e"
    return out


@cache
def organisations() -> frozenset[str]:
    """Nouns in small letters that head the name of an organisation."""
    return frozenset(row[0].lower() for row in rows("organisations"))


@cache
def documents() -> frozenset[str]:
    """Nouns in small letters that name a text."""
    return frozenset(row[0].lower() for row in rows("documents"))


@cache
def actors() -> frozenset[str]:
    """Nouns of functions and of organisations."""
    return organisations().union(roles())


@cache
def nouns() -> frozenset[str]:
    """Nouns of functions, organisations and texts."""
    return actors() | documents()


@cache
def sources() -> frozenset[str]:
    """Nouns and pronouns of all that can be a source."""
    return nouns() | source_nouns()


@cache
def compounds() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the nouns of several words that it starts, longest first (*mise en examen*, *chef d' État*)."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for noun in sorted({*roles(), *organisations(), *documents()}, key=lambda n: (-len(n), n)):
        words = tuple(noun.replace("'", "' ").split())
        if len(words) > 1:
            out.setdefault(words[0], []).append(words)
    return {first: tuple(group) for first, group in out.items()}


@cache
def titles() -> dict[str, str]:
    """Title as written → gender."""
    return {row[0]: row[1] for row in rows("titles")}


@cache
def first_names() -> dict[str, str]:
    """Given name → gender (m, f, e for both)."""
    return {row[0]: row[1] for row in rows("first_names")}


@cache
def source_nouns() -> frozenset[str]:
    """Nouns and pronouns of people and bodies that can be a source (*certains*, *témoins*)."""
    return frozenset(row[0] for row in rows("source_nouns"))


@cache
def name_bearers() -> frozenset[str]:
    """Nouns before a name in marks (*le film « … »*, *l'opération « … »*), in both numbers."""
    return frozenset(form for row in rows("name_bearers") for form in (row[0], row[0] + "s"))


@cache
def never_sources() -> frozenset[str]:
    """Nouns that follow *selon* and name no source (*cas*, *besoins*)."""
    return frozenset(row[0] for row in rows("never_sources"))


@cache
def things() -> frozenset[str]:
    """Nouns in *-eur* that are no persons (*secteur*)."""
    return frozenset(row[0] for row in rows("things"))


@cache
def fields() -> frozenset[str]:
    """Labels of the fields of an archive's export, in small letters."""
    return frozenset(row[0] for row in rows("fields"))
