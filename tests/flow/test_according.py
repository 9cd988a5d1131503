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
