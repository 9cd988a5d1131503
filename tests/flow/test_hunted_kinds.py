"""Kinds of trouble that real pages and public reports have shown, each mended as a kind: small tables of cases."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.articles import find, read_all
from quotes.pipeline import Extractor

# (kind, text, what is said)
CASES: list[tuple[str, str, list[Said]]] = [
    (
        "nous is the subject",
        "Odile Kerjean, potière, montre son four. « Avant, nous jetions les tessons et nous repartions. On garde tout. »",
        [("Avant, nous jetions les tessons et nous repartions. On garde tout.", "Odile Kerjean")],
    ),
    (
        "what an incise inside the marks says of who speaks",
        "« Le four refroidit, explique Odile Kerjean, géologue, ancienne de la faïencerie. Il faudra un mois. »",
        [("Le four refroidit | Il faudra un mois.", "Odile Kerjean")],
    ),
    (
        "a verb of several words inside the marks",
        "« Le four refroidit, fait observer Odile Kerjean. Il faudra un mois. »",
        [("Le four refroidit | Il faudra un mois.", "Odile Kerjean")],
    ),
    (
        "what would be said, if",
        "Le syndicat peut saisir le juge s'il estime que le four est dangereux.",
        [],
    ),
    ("a relative que", "Odile Kerjean a annoncé la fermeture que demandaient les riverains.", []),
    (
        "the verb elided",
        "Odile Kerjean a fustigé « un gâchis » et Luc Ferrand « une trahison ».",
        [("un gâchis", "Odile Kerjean"), ("une trahison", "Luc Ferrand")],
    ),
    (
        "an infinitive of a relative clause",
        "Odile Kerjean, qui a promis de rallumer le four, quitte la ville.",
        [("rallumer le four", "Odile Kerjean")],
    ),
    (
        "a participle that opens the sentence",
        "Qualifié de « gâchis » par Odile Kerjean, le projet sera revu.",
        [("gâchis", "Odile Kerjean")],
    ),
    ("a criterion", "Elles ont trié les tessons selon la couleur.", []),
    (
        "a body that is called by a sentence",
        "Le collectif Gardons les fours affirme que la faïencerie survivra.",
        [("la faïencerie survivra", "Gardons les fours")],
    ),
    (
        "minutes of an assembly",
        "Mme la présidente. La parole est à M. Luc Ferrand.\n\nM. Luc Ferrand. Les fours ferment. Que faites-vous ?\n\n"
        "Mme Odile Kerjean, ministre de l'artisanat. Nous rallumons douze fours.\n\nM. Luc Ferrand. C'est trop peu !",
        [
            ("Les fours ferment. Que faites-vous ?", "Luc Ferrand"),
            ("Nous rallumons douze fours.", "Odile Kerjean"),
            ("C'est trop peu !", "Luc Ferrand"),
        ],
    ),
    (
        "an essay that asks",
        "Faut-il sauver les fours ?\n\nLa question revient chaque printemps. Les potiers hésitent.\n\n"
        "Mais peut-on s'en passer ?\n\nLuc Ferrand, ministre, se tait. Les ateliers attendent.",
        [],
    ),
]

# (kind, body of the page, what is said)
PAGES: list[tuple[str, str, list[Said]]] = [
    (
        "a pull quote repeats a quotation of the body",
        "<h1>Les fours s'éteignent</h1><p>« Le four refroidit depuis dix jours et personne ne vient », raconte Odile"
        " Kerjean, potière.</p><p>Le maire Luc Ferrand reconnaît des torts.</p>"
        "<blockquote><p>Le four refroidit depuis dix jours</p></blockquote><p>Il promet une aide.</p>",
        [
            ("Le four refroidit depuis dix jours et personne ne vient", "Odile Kerjean"),
            ("Le four refroidit depuis dix jours", "Odile Kerjean"),
        ],
    ),
    (
        "an intertitle set as a block quote",
        "<h1>Les fours s'éteignent</h1><p>Le maire Luc Ferrand reconnaît des torts.</p><blockquote><p><strong>Quatre fours"
        " à l'arrêt</strong></p></blockquote><p>Le premier date de 1901, les autres de 1950.</p>",
        [],
    ),
    (
        "two posts in a row, each signed",
        "<h1>Les fours s'éteignent</h1><p>La faïencerie a vécu hier une journée agitée.</p>"
        '<blockquote class="twitter-tweet"><p>Le four doit rester allumé tout l\'hiver.</p>&mdash; Odile Kerjean'
        " (@okerjean) <a>March 3, 2026</a></blockquote>"
        '<blockquote class="twitter-tweet"><p>Ce four est un gouffre, il faut l\'éteindre.</p>&mdash; Luc Ferrand'
        " (@lferrand) <a>March 3, 2026</a></blockquote><p>La faïencerie rouvrira lundi.</p>",
        [
            ("Le four doit rester allumé tout l'hiver.", "Odile Kerjean"),
            ("Ce four est un gouffre, il faut l'éteindre.", "Luc Ferrand"),
        ],
    ),
    (
        "the interviewee stands in the title alone",
        "<h1>« Le four est un bien commun ». Les ateliers vus par Odile Kerjean</h1><p><strong>Vous dites que les fours"
        " ferment. Pourquoi ?</strong></p><p>Parce que le gaz coûte cher. Je le vois chaque mois.</p><p><strong>Luc Ferrand"
        " veut tout vendre. Est-ce une solution ?</strong></p><p>Non. Luc Ferrand oublie les apprentis. J'en forme dix.</p>",
        [
            ("Le four est un bien commun", "Odile Kerjean"),
            ("Parce que le gaz coûte cher. Je le vois chaque mois.", "Odile Kerjean"),
            ("Non. Luc Ferrand oublie les apprentis. J'en forme dix.", "Odile Kerjean"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_texts(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)


@pytest.mark.parametrize(("body", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_pages(body: str, expected: list[Said], extractor: Extractor, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><html lang='fr'><body><main><article>{body}</article></main></body></html>")
    (article,) = read_all(find([str(path)]), _raised)
    found = extractor.extract(article)
    said = [(" ".join(quote.text.split()).rstrip("."), quote.speaker and quote.speaker.name) for quote in found.quotes]
    assert said == [(words.rstrip("."), who) for words, who in expected]


def _raised(error: Exception) -> None:
    raise error
