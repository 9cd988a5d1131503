"""Organisations, groups, documents, the unnamed."""

from __future__ import annotations

import pytest
from saying import Case, check_case

from quotes.pipeline import Extractor

CASES: list[Case] = [
    (
        "Le conseil d'administration a déclaré : « Le refuge restera ouvert. »",
        "Le refuge restera ouvert.",
        "conseil d'administration",
    ),
    (
        "L'Organisation mondiale de la santé (OMS) suit l'épidémie. « Le virus recule », a indiqué l'OMS.",
        "Le virus recule",
        "Organisation mondiale de la santé",
    ),
    (
        "« Le virus recule », a indiqué l'Agence régionale de santé.",
        "Le virus recule",
        "Agence régionale de santé",
    ),
    (
        "Le syndicat Solidaires Rail a annoncé que la grève durerait.",
        "la grève durerait",
        "Solidaires Rail",
    ),
    (
        "La mairie a fait savoir que le refuge serait aidé.",
        "le refuge serait aidé",
        "la mairie",
    ),
    (
        "La Maison-Blanche a affirmé que l'accord tiendrait.",
        "l'accord tiendrait",
        "Maison-Blanche",
    ),
    (
        "Moscou a annoncé que les troupes se retireraient.",
        "les troupes se retireraient",
        "Moscou",
    ),
    (
        "Près de trois cents salariés ont écrit : « Nous ne partirons pas. »",
        "Nous ne partirons pas.",
        "Près de trois cents salariés",
    ),
    (
        "Les riverains affirment que le bruit est insupportable.",
        "le bruit est insupportable",
        "les riverains",
    ),
    (
        "Certains affirment que le bruit est insupportable.",
        "le bruit est insupportable",
        "Certains",
    ),
    (
        "« Je ne dors plus », confie une voisine.",
        "Je ne dors plus",
        "une voisine",
    ),
    (
        "« Je ne dors plus », confie un habitant du quartier.",
        "Je ne dors plus",
        "un habitant du quartier",
    ),
    (
        "Un utilisateur de Reddit écrit : « Le jeu ne démarre plus. »",
        "Le jeu ne démarre plus.",
        "un utilisateur de Reddit",
    ),
    (
        "« Je ne dors plus », raconte une retraitée qui habite au-dessus du bar.",
        "Je ne dors plus",
        "une retraitée",
    ),
    (
        "La lettre affirme que le refuge restera ouvert.",
        "le refuge restera ouvert",
        "la lettre",
    ),
    (
        "Dans son rapport, la Cour des comptes estime que le refuge coûte trop cher.",
        "le refuge coûte trop cher",
        "Cour des comptes",
    ),
    (
        "« Le refuge restera ouvert », indique un communiqué.",
        "Le refuge restera ouvert",
        "un communiqué",
    ),
    (
        "« Le refuge restera ouvert », indique un communiqué de la mairie.",
        "Le refuge restera ouvert",
        "la mairie",
    ),
    (
        "Le journal La Voix du Jura rapporte que le refuge restera ouvert.",
        "le refuge restera ouvert",
        "La Voix du Jura",
    ),
    (
        "On dit que le refuge restera ouvert.",
        "le refuge restera ouvert",
        "on",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)
