"""Sources by preposition: selon, d'après, pour, de l'aveu de, aux yeux de."""

from __future__ import annotations

import pytest
from saying import Case, check, check_case

from quotes.pipeline import Extractor

CASES: list[Case] = [
    (
        "De l'aveu d'Aïcha Petit, maire de Tarbes, la source sera tarie en août.",
        "la source sera tarie en août",
        "Aïcha Petit",
    ),
    (
        "Selon Armand Teyssier, la source sera tarie en août.",
        "la source sera tarie en août",
        "Armand Teyssier",
    ),
    (
        "La source sera tarie en août, selon Armand Teyssier.",
        "La source sera tarie en août",
        "Armand Teyssier",
    ),
    (
        "Selon Armand Teyssier, « la source sera tarie en août ».",
        "la source sera tarie en août",
        "Armand Teyssier",
    ),
    (
        "D'après Armand Teyssier, la source sera tarie en août.",
        "la source sera tarie en août",
        "Armand Teyssier",
    ),
    (
        "Pour Armand Teyssier, la source est perdue.",
        "la source est perdue",
        "Armand Teyssier",
    ),
    (
        "Pour Armand Teyssier, « la source est perdue ».",
        "la source est perdue",
        "Armand Teyssier",
    ),
    (
        "De l'aveu d'Armand Teyssier, la source est perdue.",
        "la source est perdue",
        "Armand Teyssier",
    ),
    (
        "De l'aveu de Mathilde Reboul, la source est perdue.",
        "la source est perdue",
        "Mathilde Reboul",
    ),
    (
        "Aux yeux de Mathilde Reboul, ce projet est « une folie douce ».",
        "ce projet est « une folie douce »",
        "Mathilde Reboul",
    ),
    (
        "Selon les mots de Mathilde Reboul, la source est « un bien commun ».",
        "la source est « un bien commun »",
        "Mathilde Reboul",
    ),
    (
        "Selon une étude de l'université de Corte, la source sera tarie en août.",
        "la source sera tarie en août",
        "université de Corte",
    ),
    (
        "La source sera tarie, à en croire Mathilde Reboul.",
        "La source sera tarie",
        "Mathilde Reboul",
    ),
    (
        "La source sera, selon Mathilde Reboul, tarie en août.",
        "La source sera, selon Mathilde Reboul, tarie en août",
        "Mathilde Reboul",
    ),
    (
        "Selon elle, la source sera tarie en août.",
        "la source sera tarie en août",
        None,
    ),
    (
        "Mathilde Reboul étudie les karsts. Selon elle, la source sera tarie en août.",
        "la source sera tarie en août",
        "Mathilde Reboul",
    ),
    (
        "Mathilde Reboul étudie les karsts. À l'entendre, la source sera tarie en août.",
        "la source sera tarie en août",
        "Mathilde Reboul",
    ),
    (
        "Mathilde Reboul est formelle : la source n'a, à l'entendre, plus deux étés à vivre.",
        "la source n'a, à l'entendre, plus deux étés à vivre",
        "Mathilde Reboul",
    ),
    (
        "À entendre Mathilde Reboul, la source sera tarie en août.",
        "la source sera tarie en août",
        "Mathilde Reboul",
    ),
    (
        "D'après un pointage mené par des bénévoles, une source sur dix est tarie.",
        "une source sur dix est tarie",
        "pointage",
    ),
    (
        "Selon Mathilde Reboul, des fermiers auraient demandé à être reçus en mairie.",
        "des fermiers auraient demandé à être reçus en mairie",
        "Mathilde Reboul",
    ),
    (
        "Pour Mathilde Reboul, hydrologue au musée de Corte, la source est perdue.",
        "la source est perdue",
        "Mathilde Reboul",
    ),
    (
        "De l'avis de Mathilde Reboul, que nous avons jointe hier soir, la source est perdue.",
        "la source est perdue",
        "Mathilde Reboul",
    ),
    (
        "Pour Mathilde Reboul, 62 ans, qui élève des chèvres à Corte, la source est perdue.",
        "la source est perdue",
        "Mathilde Reboul",
    ),
    (
        "Il faut relire Mathilde Reboul, géologue avant d'être maire, pour qui la source est perdue.",
        "la source est perdue",
        "Mathilde Reboul",
    ),
    (
        "Selon Mathilde Reboul, la source est perdue, ce que le préfet conteste.",
        "la source est perdue",
        "Mathilde Reboul",
    ),
    (
        "Pour Mathilde Reboul, cet été sec rappelle que la source n'est pas « éternelle ».",
        "cet été sec rappelle que la source n'est pas « éternelle »",
        "Mathilde Reboul",
    ),
    (
        "La source avait, d'après Mathilde Reboul, tari dans la nuit.",
        "La source avait, d'après Mathilde Reboul, tari dans la nuit",
        "Mathilde Reboul",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)


def test_a_verb_that_the_tagger_takes_for_an_adjective_is_no_part_of_the_antecedent(extractor: Extractor) -> None:
    check(
        extractor,
        "« Les chiens ont froid », s'inquiète Nadine Roy (UCC), selon qui la commune n'a pas « cherché d'abri ».",
        ("Les chiens ont froid", "Nadine Roy"),
        ("la commune n'a pas « cherché d'abri »", "Nadine Roy"),
    )


def test_each_source_has_its_own_clause(extractor: Extractor) -> None:
    check(
        extractor,
        "Pour Mathilde Reboul, il faudrait fermer la source ; d'après Luc Santoni, elle peut encore servir.",
        ("il faudrait fermer la source", "Mathilde Reboul"),
        ("elle peut encore servir", "Luc Santoni"),
    )
    check(
        extractor,
        "Selon Mathilde Reboul, la source est perdue : à Corte, explique-t-elle, le lit est sec.",
        ("la source est perdue", "Mathilde Reboul"),
        ("à Corte, explique-t-elle, le lit est sec", "Mathilde Reboul"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "On peine à l'entendre, la source.",
        "Mathilde Reboul s'attend à entendre le préfet, et la source coule encore.",
        "Selon le calibre du tuyau, la source coule plus ou moins fort.",
    ],
)
def test_no_source(text: str, extractor: Extractor) -> None:
    check(extractor, text)
