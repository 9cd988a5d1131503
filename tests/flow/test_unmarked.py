"""Incises without marks around them, and what is no incise."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    (
        "Le beurre, raconte Solange Ribot, a disparu des rayons.",
        [("Le beurre, raconte Solange Ribot, a disparu des rayons", "Solange Ribot")],
    ),
    (
        "Par ailleurs, poursuit Solange Ribot, les livraisons arrivent de nuit.",
        [("Par ailleurs, poursuit Solange Ribot, les livraisons arrivent de nuit", "Solange Ribot")],
    ),
    ("Une mauvaise plaisanterie, tranche Solange Ribot.", [("Une mauvaise plaisanterie", "Solange Ribot")]),
    (
        "Le lavoir sera vidé, a précisé jeudi soir, lors d'un conseil houleux, la maire Solange Ribot.",
        [("Le lavoir sera vidé", "Solange Ribot")],
    ),
    (
        "Le lavoir ferme et la mairie promet de le vider, a indiqué Solange Ribot.",
        [("Le lavoir ferme et la mairie promet de le vider", "Solange Ribot")],
    ),
    (
        "Le lavoir coûte trop cher, comme devait conclure Solange Ribot.",
        [("Le lavoir coûte trop cher", "Solange Ribot")],
    ),
    (
        "Le lavoir coûte trop cher, ce que répète Solange Ribot.",
        [("Le lavoir coûte trop cher", "Solange Ribot")],
    ),
    ("La laiterie a fermé ses portes, le groupe a confirmé mardi.", [("La laiterie a fermé ses portes", "le groupe")]),
    (
        "La farine, explique Rosine Tavernier, a doublé en un an.",
        [("La farine, explique Rosine Tavernier, a doublé en un an", "Rosine Tavernier")],
    ),
    (
        "Cela fait trois hivers, lui a fait remarquer Solange Ribot, que la réponse n'a pas rassurée.",
        [("Cela fait trois hivers", "Solange Ribot")],
    ),
    (
        "Le registre est, nous a-t-on répondu, confidentiel.",
        [("Le registre est, nous a-t-on répondu, confidentiel", "on")],
    ),
    (
        "Solange Ribot a expliqué son vote d'une voix blanche : elle avait reçu cent messages.",
        [("elle avait reçu cent messages", "Solange Ribot")],
    ),
    (
        "Faux, rétorque l'experte du cabinet, Solange Ribot : la chaudière devait servir en mars.",
        [("la chaudière devait servir en mars", "Solange Ribot")],
    ),
    ("Solange Ribot a présenté son budget à la presse : il prévoit une hausse.", []),
    (
        "Solange Ribot et Luc Morel se sont vus. Tous deux affirment que la digue est saine.",
        [("la digue est saine", "Tous deux")],
    ),
    (
        "Solange Ribot attend. La voiture, tranche-t-elle, « c'est vingt euros de péage ».",
        [("La voiture, tranche-t-elle, « c'est vingt euros de péage »", "Solange Ribot")],
    ),
    (
        "La digue est rompue sur dix mètres, précise la préfecture dans un message sur X. Les quais sont fermés.",
        [("La digue est rompue sur dix mètres", "préfecture")],
    ),
]

# a subject, what describes it, and its verb: nobody's words
NO_SPEECH = [
    "A-t-elle, à l'époque, envisagé d'alerter la presse ?",
    "Elle était dans la salle quand le directeur, venu d'Oslo avec un interprète, a lu un texte.",
    "Solange Ribot, très émue, a remercié ses voisins.",
    "Une dizaine d'élus, presque tous ruraux, ont soutenu le texte.",
    "Les soignants craignent une fermeture, le ministère dément.",
    "Outre les Belges, deux coureurs ont brillé, Lance Morel et Paul Vidal.",
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)


@pytest.mark.parametrize("text", NO_SPEECH)
def test_nobody_speaks(text: str, extractor: Extractor) -> None:
    check(extractor, text)
