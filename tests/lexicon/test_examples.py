"""Every line of the lexicons, run: its format, its order, and its example through the extractor.

An example that the code cannot read yet stays in its file and is named in a ``KNOWN_`` set here. The
sets are strict: a name must leave its set in the change that makes it pass.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from quotes import lexicon

if TYPE_CHECKING:
    from quotes.pipeline import Extractor
    from quotes.types import Quote

COLUMNS = {
    "manners": 3,
    "verbs": 3,
    "roles": 2,
    "organisations": 2,
    "documents": 2,
    "titles": 3,
    "first_names": 2,
    "role_synonyms": 2,
    "role_kinds": 2,
    "source_nouns": 1,
    "never_sources": 1,
    "things": 1,
    "name_bearers": 1,
}
FRAMES = "finoqw"
WORDS = range(6, 19)

# no finite form of *dixit* is made, so nothing reads it as a verb
# the weights take the infinitives of *presser* for no report: gold of the press seldom does
KNOWN_VERBS = {"dixit", "presser"}
# nouns of several words: only a head of one word is looked up
KNOWN_DOCUMENTS = {
    "acte d'accusation",
    "dossier de presse",
    "journal intime",
    "point presse",
    "profession de foi",
    "projet de loi",
    "proposition de loi",
    "question écrite",
}
KNOWN_ORGANISATIONS = {
    "maison de disques",
    "maison mère",
    "partie civile",
    "protection civile",
    "sécurité civile",
    "think tank",
}
# titles in small letters: the name keeps the title, or is not taken for a person's
KNOWN_TITLES = {"abbé", "madame"}
# phrases that hold no noun of roles.tsv, so nothing asks for their meaning
KNOWN_SYNONYMS = {"CEO", "garde des Sceaux", "garde des sceaux"}
# the mention is cut short (*le*)
KNOWN_ROLES = {"rebelle"}

_NAME = re.compile(r"[A-ZÀ-Ý][\w'-]+(?: (?:de |du |Le |La |Da )?[A-ZÀ-Ý][\w'-]+)+")


def reporter(sentence: str) -> str:
    """The sentence without what stands in marks: the reporter's own words."""
    return re.sub(r"«[^»]*»", " ", sentence)


def read(extractor: Extractor, sentences: list[str]) -> list[tuple[Quote, ...]]:
    """The quotes of each sentence, all read in one go."""
    return [found.quotes for found in extractor.pipe(sentences)]


def verdict(failed: set[str], known: set[str]) -> None:
    """What failed is what is known to fail, no more and no less."""
    assert not failed - known, f"no longer read: {sorted(failed - known)}"
    assert not known - failed, f"now read, take out of the known failures: {sorted(known - failed)}"


# ── format ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", COLUMNS)
def test_cells(name: str) -> None:
    """Every line has all its cells, none empty, none with blanks around it."""
    wrong = [row for row in lexicon.rows(name) if len(row) != COLUMNS[name] or "" in map(str.strip, row)]
    wrong += [row for row in lexicon.rows(name) if any(cell != cell.strip() for cell in row)]
    assert not wrong


@pytest.mark.parametrize("name", COLUMNS)
def test_one_fact_once(name: str) -> None:
    """No word has two lines."""
    words = [row[0] for row in lexicon.rows(name)]
    assert sorted(words) == sorted(set(words))


def test_verbs_are_sorted() -> None:
    lemmas = [row[0] for row in lexicon.rows("verbs")]
    assert lemmas == sorted(lemmas)


def test_frames() -> None:
    """Known letters in order; *w* means nothing beside *q*."""
    for lemma, frames, _ in lexicon.rows("verbs"):
        assert set(frames) <= set(FRAMES), lemma
        assert list(frames) == sorted(set(frames)), lemma
        assert not {"q", "w"} <= set(frames), lemma


@pytest.mark.parametrize("name", ["roles", "titles", "first_names"])
def test_genders(name: str) -> None:
    assert {row[1] for row in lexicon.rows(name)} <= {"m", "f", "e"}


def test_examples_differ() -> None:
    examples = [row[2] for row in lexicon.rows("verbs")]
    assert len(examples) == len(set(examples))


def test_examples_are_short() -> None:
    for lemma, _, example in lexicon.rows("verbs"):
        assert len(re.findall(r"[\w-]+'?", example)) in WORDS, lemma
        assert example[-1] == ".", lemma


def test_examples_hold_their_verb() -> None:
    """The reporter's words hold a form of the verb, and all further words of a verb of several."""
    forms = lexicon.verb_forms()
    for lemma, _, example in lexicon.rows("verbs"):
        first, *further = lexicon.bare(lemma).split()
        words = re.findall(r"[a-zà-ÿœ]+", reporter(example).lower())
        held = {infinitive for word in words for infinitive, _ in forms.get(word, ())}
        assert first in held, lemma
        assert set(further) <= set(words), lemma
        if lemma.startswith(("se ", "s'")):
            assert {"se", "s"} & set(words), lemma


# ── examples through the extractor ──────────────────────────────────────────────────────────────


def test_verbs(extractor: Extractor) -> None:
    """The example of a verb has a quote whose cue is that verb and whose speaker the sentence names."""
    rows = lexicon.rows("verbs")
    failed = set()
    for (lemma, _, example), quotes in zip(rows, read(extractor, [row[2] for row in rows]), strict=True):
        words = reporter(example)
        names = _NAME.findall(words)
        if not any(
            quote.cue is not None
            and quote.cue.lemma == lemma
            and quote.speaker is not None
            and (quote.speaker.name in names if names else quote.speaker.name in words)
            for quote in quotes
        ):
            failed.add(lemma)
    verdict(failed, KNOWN_VERBS)


@pytest.mark.parametrize(
    ("name", "kind", "known"),
    [("documents", "document", KNOWN_DOCUMENTS), ("organisations", "organisation", KNOWN_ORGANISATIONS)],
)
def test_sources_by_noun(extractor: Extractor, name: str, kind: str, known: set[str]) -> None:
    """A document or an organisation reports: *Le communiqué a précisé que la digue avait tenu.*"""
    rows = lexicon.rows(name)
    sentences = []
    for _, phrase in rows:
        verb = "ont" if phrase.startswith("les ") else "a"
        sentences.append(f"{phrase[0].upper()}{phrase[1:]} {verb} précisé que la digue avait tenu.")
    failed = set()
    for (noun, phrase), quotes in zip(rows, read(extractor, sentences), strict=True):
        kinds = {kind, "group"} if phrase.startswith("les ") else {kind}
        if len(quotes) != 1 or quotes[0].speaker is None or quotes[0].speaker.kind not in kinds:
            failed.add(noun)
    verdict(failed, known)


def test_titles(extractor: Extractor) -> None:
    """The example of a title names a person, by the name without the title."""
    rows = lexicon.rows("titles")
    failed = set()
    for (title, _, example), quotes in zip(rows, read(extractor, [row[2] for row in rows]), strict=True):
        name = re.search(rf"{re.escape(title)} ([A-Z]\w+)", example)
        assert name, title
        if not any(q.speaker and q.speaker.kind == "person" and q.speaker.name == name[1] for q in quotes):
            failed.add(title)
    verdict(failed, KNOWN_TITLES)


def test_role_synonyms(extractor: Extractor) -> None:
    """Who was introduced by the meaning is meant by the phrase."""
    rows = lexicon.rows("role_synonyms")
    sentences = []
    for phrase, meaning in rows:
        she = phrase.startswith(("première", "cheffe", "principale"))
        name = "Claire Girard" if she else "Paul Girard"
        first = phrase.split()[0]
        article = "l'" if first[0] in "aeéhiouÉ" else "la " if she else "le "
        sentences.append(f"{name}, {meaning}, était à Lyon mardi. « Nous tiendrons bon », a déclaré {article}{phrase}.")
    failed = set()
    for (phrase, _), quotes in zip(rows, read(extractor, sentences), strict=True):
        if [q.speaker.name.split()[-1] if q.speaker else None for q in quotes] != ["Girard"]:
            failed.add(phrase)
    verdict(failed, KNOWN_SYNONYMS)


@pytest.mark.slow
def test_roles(extractor: Extractor) -> None:
    """*« … », a déclaré la préfète.*: a function alone is a source, and the words that name it are all of it."""
    rows = lexicon.rows("roles")
    phrases = []
    for noun, gender in rows:
        aspirated = noun.startswith(("haut", "handball", "huit"))
        vowel = noun[0].lower() in "aâàeéèêiîoôuûh" and not aspirated
        phrases.append(("l'" if vowel else "la " if gender == "f" else "le ") + noun)
    sentences = [f"« Nous tiendrons bon jusqu'au printemps », a déclaré {phrase}." for phrase in phrases]
    failed = set()
    for (noun, _), phrase, quotes in zip(rows, phrases, read(extractor, sentences), strict=True):
        if [q.mention.text if q.mention and q.speaker else None for q in quotes] != [phrase]:
            failed.add(noun)
    verdict(failed, KNOWN_ROLES)


def test_what_stands_behind_the_field_of_an_archive_is_no_turn() -> None:
    from quotes import lexicon
    from quotes.text.dialogue import turns
    from quotes.text.layout import layout
    from quotes.text.view import view

    page = view("\n".join(example for _, example in lexicon.rows("fields")) * 2)
    assert turns(page, layout(page), ()) == ()
