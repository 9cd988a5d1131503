"""Several records: joined quotations, paragraphs, signatures, dialogue, interviews."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    (
        "« L'école ferme » et « les enfants iront à Vesoul », a annoncé Régine Bastide.",
        [("L'école ferme", "Régine Bastide"), ("les enfants iront à Vesoul", "Régine Bastide")],
    ),
    (
        "Régine Bastide a déclaré : « L'école ferme » et « Les enfants iront à Vesoul ».",
        [("L'école ferme", "Régine Bastide"), ("Les enfants iront à Vesoul", "Régine Bastide")],
    ),
    (
        "« L'école ferme », a annoncé Régine Bastide. « Les enfants iront à Vesoul. »",
        [("L'école ferme", "Régine Bastide"), ("Les enfants iront à Vesoul.", "Régine Bastide")],
    ),
    (
        "« L'école ferme », ont déclaré Régine Bastide et Pascal Humbert.",
        [("L'école ferme", "Régine Bastide")],
    ),
    (
        "« L'école ferme », regrette Régine Bastide. « Elle rouvrira », répond Pascal Humbert.",
        [("L'école ferme", "Régine Bastide"), ("Elle rouvrira", "Pascal Humbert")],
    ),
    (
        "Régine Bastide a expliqué que l'école fermait et que les enfants iraient à Vesoul.",
        [("l'école fermait et que les enfants iraient à Vesoul", "Régine Bastide")],
    ),
    (
        "« L'école ferme », a annoncé Régine Bastide, avant d'ajouter : « Les enfants iront à Vesoul. »",
        [("L'école ferme", "Régine Bastide"), ("Les enfants iront à Vesoul.", "Régine Bastide")],
    ),
    (
        "« L'école ferme », a annoncé Régine Bastide, précisant que les enfants iraient à Vesoul.",
        [("L'école ferme", "Régine Bastide"), ("les enfants iraient à Vesoul", "Régine Bastide")],
    ),
    (
        "Régine Bastide a annoncé que l'école fermait. Elle a ajouté que les enfants iraient à Vesoul.",
        [("l'école fermait", "Régine Bastide"), ("les enfants iraient à Vesoul", "Régine Bastide")],
    ),
    (
        "Régine Bastide a pris la parole :\n\n« L'école ferme ses portes cet été.\n\n« Les "
        "enfants iront à Vesoul en autocar. »",
        [
            ("L'école ferme ses portes cet été.", "Régine Bastide"),
            ("Les enfants iront à Vesoul en autocar.", "Régine Bastide"),
        ],
    ),
    (
        "La direction a reçu des messages d'encouragement.\n\nMerci à toute l'équipe pour ces "
        "dix années.\n\n- Régine Bastide (@rbastide) 12 mars 2021\n\nRégine Bastide dirige "
        "l'école.",
        [("Merci à toute l'équipe pour ces dix années.", "Régine Bastide")],
    ),
    (
        "Régine Bastide dirige l'école.\n\nPeu importe la pluie, nous partirons ensemble – Régine Bastide.",
        [("Peu importe la pluie, nous partirons ensemble", "Régine Bastide")],
    ),
    (
        "— Tu viens demain ? demanda Lucie.\n— Oui, répondit Marc.",
        [("Tu viens demain ?", "Lucie"), ("Oui", "Marc")],
    ),
    (
        "Régine Bastide quitte l'école qu'elle dirigeait depuis vingt ans.\n\nPourquoi "
        "partez-vous ?\n\nJe veux voir mes petits-enfants, et je suis fatiguée.\n\nQue "
        "ferez-vous demain ?\n\nJe marcherai dans les Vosges avec mon chien.",
        [
            ("Je veux voir mes petits-enfants, et je suis fatiguée.", "Régine Bastide"),
            ("Je marcherai dans les Vosges avec mon chien.", "Régine Bastide"),
        ],
    ),
    (
        "Q : Pourquoi partez-vous ?\nRégine Bastide : Je veux voir mes petits-enfants.\nQ : "
        "Que ferez-vous ?\nRégine Bastide : Je marcherai dans les Vosges.",
        [("Je veux voir mes petits-enfants.", "Régine Bastide"), ("Je marcherai dans les Vosges.", "Régine Bastide")],
    ),
    (
        "Selon Radio Saône, Régine Bastide a annoncé que l'école fermait.",
        [("l'école fermait", "Régine Bastide")],
    ),
    (
        "« L'école ferme », a annoncé Régine Bastide, citée par Radio Saône.",
        [("L'école ferme", "Régine Bastide")],
    ),
    (
        "« Non », a dit Régine Bastide. « Oui », a rétorqué Pascal Humbert. « Jamais », a repris la première.",
        [("Non", "Régine Bastide"), ("Oui", "Pascal Humbert"), ("Jamais", "Régine Bastide")],
    ),
    (
        "« Il faudra tout reconstruire, dit Viviane Maurel.\n\n« Cela prendra dix ans. »",
        [("Il faudra tout reconstruire", "Viviane Maurel"), ("Cela prendra dix ans.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel est sénatrice. « Il faudra tout reconstruire », dit-elle.\n\n« Cela "
        "prendra dix ans. »\n\n« Nous n'avons pas le choix. »",
        [
            ("Il faudra tout reconstruire", "Viviane Maurel"),
            ("Cela prendra dix ans.", "Viviane Maurel"),
            ("Nous n'avons pas le choix.", "Viviane Maurel"),
        ],
    ),
    (
        "« Il faudra tout reconstruire »\n\nLa sénatrice Viviane Maurel s'est rendue à Albi. « "
        "Il faudra tout reconstruire », a-t-elle dit.",
        [("Il faudra tout reconstruire", "Viviane Maurel"), ("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel : « Il faudra tout reconstruire »\n\nLa sénatrice s'est rendue à Albi lundi.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "– Il pleut, dit Colette Aubry.\n– Je sais, répondit-il.",
        [("Il pleut", "Colette Aubry"), ("Je sais", None)],
    ),
    (
        "Les réactions :\n\n- Viviane Maurel (PRG) : « Il faudra tout reconstruire. »\n- "
        "Étienne Royer (MDL) : « L'État paiera. »",
        [("Il faudra tout reconstruire.", "Viviane Maurel"), ("L'État paiera.", "Étienne Royer")],
    ),
    (
        "Viviane Maurel a déclaré : « La ville dort. Elle se réveillera\n\nLe conseil a ensuite voté.",
        [("La ville dort. Elle se réveillera", "Viviane Maurel")],
    ),
    (
        "Il pleut sur la ville. » Le conseil a ensuite voté.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)


def test_who_goes_on_in_the_first_paragraph_is_named_there(extractor: Extractor) -> None:
    check(
        extractor,
        "« La gare ferme », déclare Anne Morel. « La gare ferme. »\n\n« La gare ferme », déclare Hélène Castaing.",
        ("La gare ferme", "Anne Morel"),
        ("La gare ferme.", "Anne Morel"),
        ("La gare ferme", "Hélène Castaing"),
    )
