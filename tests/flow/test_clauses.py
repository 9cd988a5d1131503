"""Reported clauses: que, infinitive, participle, mixed."""

from __future__ import annotations

import pytest
from saying import Case, check_case, said

from quotes.pipeline import Extractor

CASES: list[Case] = [
    (
        "Gaëlle Morvan a annoncé que le phare fermerait en octobre.",
        "le phare fermerait en octobre",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan affirme que le phare est « à bout de souffle ».",
        "le phare est « à bout de souffle »",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan affirme que « le phare est à bout de souffle ».",
        "le phare est à bout de souffle",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan affirme que le phare est « à bout de souffle » et qu'il faut le restaurer.",
        "le phare est « à bout de souffle » et qu'il faut le restaurer",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a promis de restaurer le phare avant l'hiver.",
        "restaurer le phare avant l'hiver",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a menacé de quitter l'association.",
        "quitter l'association",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a accusé l'État d'abandonner les îles.",
        "abandonner les îles",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan dit avoir écrit trois fois au ministère.",
        "avoir écrit trois fois au ministère",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a précisé mardi, à la sortie du conseil, que le phare fermerait en octobre.",
        "le phare fermerait en octobre",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a quitté la salle, estimant que le débat était clos.",
        "le débat était clos",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a fait savoir que le phare fermerait en octobre.",
        "le phare fermerait en octobre",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a reconnu s'être trompée de date.",
        "s'être trompée de date",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a appelé les élus à se réunir sans attendre.",
        "se réunir sans attendre",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a dénoncé « une île abandonnée ».",
        "une île abandonnée",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan a reproché au préfet son « silence coupable ».",
        "silence coupable",
        "Gaëlle Morvan",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Odile Garrigue précise que tout dépendra de la météo : un minage est prévu mercredi.",
            "tout dépendra de la météo : un minage est prévu mercredi",
        ),
        (
            "Odile Garrigue précise que tout dépendra de la météo : « Un minage est prévu mercredi. »",
            "tout dépendra de la météo",
        ),
        (
            "Odile Garrigue précise que tout dépendra de la météo : on minera mercredi, espère-t-elle.",
            "tout dépendra de la météo",
        ),
    ],
)
def test_what_a_colon_spells_out_belongs_to_the_clause(text: str, clause: str, extractor: Extractor) -> None:
    assert (clause, "Odile Garrigue") in said(extractor.extract(text))
