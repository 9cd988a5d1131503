"""The cue before the quotation: colon, en ces termes, disant, a message, a name alone."""

from __future__ import annotations

import pytest
from saying import Case, check_case

from quotes.pipeline import Extractor

CASES: list[Case] = [
    (
        "Firmin Lascaux a déclaré : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux (maire d'Uzerche) : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux s'est exprimé en ces termes : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux a écrit à ses voisins, disant : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux a pris la parole, affirmant que « le four s'éteindra en juin ».",
        "le four s'éteindra en juin",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux a pris la parole pour dire que le four s'éteindrait en juin.",
        "le four s'éteindrait en juin",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux s'est prononcé pour clarifier que le four s'éteindrait en juin.",
        "le four s'éteindrait en juin",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux s'est adressé aux clients avec un message bref : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux ne cache pas sa lassitude : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Et Firmin Lascaux d'ajouter : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux a prévenu ses clients. Il a ajouté : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Interrogé par la radio, Firmin Lascaux a répondu : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Dans un message publié sur Facebook, Firmin Lascaux écrit : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Firmin Lascaux lance, dépité : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
    (
        "Voici ce qu'a dit Firmin Lascaux : « Le four s'éteindra en juin. »",
        "Le four s'éteindra en juin.",
        "Firmin Lascaux",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)
