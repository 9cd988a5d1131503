"""Reported clauses: que, infinitive, participle, mixed."""

from __future__ import annotations

import pytest
from saying import Case, check, check_case, said

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
    (
        "Gaëlle Morvan affirme que le phare est sain, ce que le comité des experts avait pourtant écarté.",
        "le phare est sain",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan affirme que le phare fermera, ce que la loi permet.",
        "le phare fermera, ce que la loi permet",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan affirme que le phare fermera, ce qui inquiète les pêcheurs de l'île.",
        "le phare fermera, ce qui inquiète les pêcheurs de l'île",
        "Gaëlle Morvan",
    ),
    (
        "Gaëlle Morvan écrit avoir appris la nouvelle en mer.",
        "avoir appris la nouvelle en mer",
        "Gaëlle Morvan",
    ),
    (
        "Les inspecteurs écrivent ne pas être en mesure, à ce stade, de conclure.",
        "ne pas être en mesure, à ce stade, de conclure",
        "Les inspecteurs",
    ),
    (
        "Gaëlle Morvan invite ceux qui auraient acheté ces huîtres à ne pas les consommer.",
        "ne pas les consommer",
        "Gaëlle Morvan",
    ),
    (
        "Un marin propose de reporter la visite au printemps « vu l'état du quai et vu que rien ne presse ».",
        "reporter la visite au printemps « vu l'état du quai et vu que rien ne presse »",
        "un marin",
    ),
    (
        "La maison Kerdoncuff fait valoir que ses huîtres étaient saines.",
        "ses huîtres étaient saines",
        "Kerdoncuff",
    ),
    (
        "La maison Kerdoncuff, qui emploie dix personnes et trie le lait d'une trentaine d'éleveurs, fait valoir que"
        " ses cuves étaient saines.",
        "ses cuves étaient saines",
        "Kerdoncuff",
    ),
    (
        "Gaëlle Morvan demande aux marins qui refusent de partir de rester à quai.",
        "rester à quai",
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


def test_a_clause_that_another_answers(extractor: Extractor) -> None:
    check(
        extractor,
        "Gaëlle Morvan a dit que le phare fermerait, ce à quoi un marin a répliqué que la brume, elle, resterait.",
        ("le phare fermerait", "Gaëlle Morvan"),
        ("la brume, elle, resterait", "un marin"),
    )
