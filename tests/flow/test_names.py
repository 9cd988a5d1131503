"""Persons by name: full, short, titled, with functions beside, named in full only later."""

from __future__ import annotations

import pytest
from saying import Case, check, check_case

from quotes.pipeline import Extractor

CASES: list[Case] = [
    (
        "Paule Grandjean dirige le refuge. « Les chiens ont froid », a dit Grandjean.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "« Les chiens ont froid », a dit Grandjean. Paule Grandjean dirige le refuge.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "Paule Grandjean dirige le refuge. « Les chiens ont froid », a dit Mme Grandjean.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "« Les chiens ont froid », a dit M. Grandjean. Hubert Grandjean dirige le refuge.",
        "Les chiens ont froid",
        "Hubert Grandjean",
    ),
    (
        "« Mon client nie les faits », a plaidé Me Hubert Grandjean.",
        "Mon client nie les faits",
        "Hubert Grandjean",
    ),
    (
        "« Les patients attendent », a dit le Dr Hubert Grandjean.",
        "Les patients attendent",
        "Hubert Grandjean",
    ),
    (
        "« Les patients attendent », a dit le professeur Hubert Grandjean.",
        "Les patients attendent",
        "Hubert Grandjean",
    ),
    (
        "« Les chiens ont froid », a dit Paule de La Grandière.",
        "Les chiens ont froid",
        "Paule de La Grandière",
    ),
    (
        "« Les chiens ont froid », a dit Jean-Baptiste N'Guessan.",
        "Les chiens ont froid",
        "Jean-Baptiste N'Guessan",
    ),
    (
        "« Les chiens ont froid », a dit Paule GRANDJEAN.",
        "Les chiens ont froid",
        "Paule GRANDJEAN",
    ),
    (
        "« Les chiens ont froid », a dit John F. Hartley.",
        "Les chiens ont froid",
        "John F. Hartley",
    ),
    (
        "« Les chiens ont froid », a dit Ludwig van der Meer.",
        "Les chiens ont froid",
        "Ludwig van der Meer",
    ),
    (
        "La directrice du refuge, Paule Grandjean, a dit : « Les chiens ont froid. »",
        "Les chiens ont froid.",
        "Paule Grandjean",
    ),
    (
        "Paule Grandjean, directrice du refuge, a dit : « Les chiens ont froid. »",
        "Les chiens ont froid.",
        "Paule Grandjean",
    ),
    (
        "« Les chiens ont froid », a dit Paule Grandjean, directrice du refuge, devant la presse.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "« Les chiens ont froid », a dit la directrice du refuge, Paule Grandjean.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "« Les chiens ont froid », a dit la directrice du refuge Paule Grandjean.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "Paule Grandjean, 54 ans, soupire : « Les chiens ont froid. »",
        "Les chiens ont froid.",
        "Paule Grandjean",
    ),
    (
        "Paule Grandjean (Refuge du Jura) : « Les chiens ont froid. »",
        "Les chiens ont froid.",
        "Paule Grandjean",
    ),
    (
        "Un refuge sans toit\n\nPaule Grandjean a dit : « Les chiens ont froid. »",
        "Les chiens ont froid.",
        "Paule Grandjean",
    ),
    (
        "Par Hubert Lacombe\n\nLe refuge ferme. « Les chiens ont froid », a dit Paule Grandjean.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    # what the tagger takes for adjectives, contractions and foreign words is a name all the same
    (
        "Ingrid Du Tertre et Anne Petit ont dénoncé un « immense gâchis ».",
        "immense gâchis",
        "Ingrid Du Tertre",
    ),
    (
        "Samia Ben Salah, maire d'Albi, était là. « Les chiens, a répété Ben Salah, ont froid. »",
        "Les chiens | ont froid.",
        "Samia Ben Salah",
    ),
    (
        "Anne Du Tertre, maire d'Albi, était là. Les chiens ont froid, annonce Mme Du Tertre.",
        "Les chiens ont froid",
        "Anne Du Tertre",
    ),
    (
        "Hélène Du Tertre, maire d'Albi, était là. Les chiens ont froid, selon Du Tertre.",
        "Les chiens ont froid",
        "Hélène Du Tertre",
    ),
    (
        "Les chiens ont froid depuis dix ans – Hélène Van der Meer.",
        "Les chiens ont froid depuis dix ans",
        "Hélène Van der Meer",
    ),
    (
        "Anne Hubert, maire d'Albi, a visité le refuge. « Les chiens ont froid », déclare Hubert.",
        "Les chiens ont froid",
        "Anne Hubert",
    ),
    (
        "Le conseil a reçu Brimborin Grandjean, patron du refuge. Selon le patron du refuge, les chiens ont froid.",
        "les chiens ont froid",
        "Brimborin Grandjean",
    ),
    (
        "L'Ordival a réuni ses chefs d'état-major. L'Alliance a annoncé que les avions rentraient.",
        "les avions rentraient",
        "Ordival",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)


def test_the_surname_of_somebody_named_before_speaks_whatever_the_tagger_makes_of_it(extractor: Extractor) -> None:
    check(
        extractor,
        "Zorbine Ferme, directrice de l'école, est inquiète. Ferme affirme que l'école fermera.",
        ("l'école fermera", "Zorbine Ferme"),
    )


def test_a_name_over_two_lines_is_one_whatever_ends_them(extractor: Extractor) -> None:
    text = "Le conseil s'est réuni. « Nous partons », a dit Zoé\nGarrigue, maire de Corte."
    for end in ("\n", "\r\n", "\r"):
        check(extractor, text.replace("\n", end), ("Nous partons", "Zoé Garrigue"))
