"""Persons by function, pronoun and *ce dernier*."""

from __future__ import annotations

import pytest
from saying import Case, check_case

from quotes.pipeline import Extractor

CASES: list[Case] = [
    (
        "Le maire de Dole, Hubert Lacombe, a visité le refuge. « Nous aiderons », a promis le maire.",
        "Nous aiderons",
        "Hubert Lacombe",
    ),
    (
        "Hubert Lacombe, maire de Dole, a visité le refuge. « Nous aiderons », a promis le maire de Dole.",
        "Nous aiderons",
        "Hubert Lacombe",
    ),
    (
        "« Nous aiderons », a promis le maire de Dole. Hubert Lacombe, le maire, a visité le refuge.",
        "Nous aiderons",
        "Hubert Lacombe",
    ),
    (
        "« Nous aiderons », a promis le maire de Dole.",
        "Nous aiderons",
        "le maire de Dole",
    ),
    (
        "Paule Grandjean, présidente du refuge, est arrivée. La présidente a indiqué que les travaux commenceraient.",
        "les travaux commenceraient",
        "Paule Grandjean",
    ),
    (
        "L'élu Hubert Lacombe a visité le refuge. « Nous aiderons », a promis l'élu.",
        "Nous aiderons",
        "Hubert Lacombe",
    ),
    (
        "Hubert Lacombe et Paule Grandjean se sont rencontrés. Cette dernière a déclaré que les chiens avaient froid.",
        "les chiens avaient froid",
        "Paule Grandjean",
    ),
    (
        "Le refuge a reçu la visite de Hubert Lacombe. Ce dernier a promis que la ville aiderait.",
        "la ville aiderait",
        "Hubert Lacombe",
    ),
    (
        "Hubert Lacombe a visité le refuge. « Nous aiderons », a-t-il promis.",
        "Nous aiderons",
        "Hubert Lacombe",
    ),
    (
        "Hubert Lacombe a rencontré Paule Grandjean. « Les chiens ont froid », a-t-elle dit.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "Hubert Lacombe a rencontré Paule Grandjean. Il assure que la ville aidera le refuge.",
        "la ville aidera le refuge",
        "Hubert Lacombe",
    ),
    (
        "Paule Grandjean est venue. « Les chiens ont froid », a expliqué celle-ci.",
        "Les chiens ont froid",
        "Paule Grandjean",
    ),
    (
        "Le ministre de la Culture Étienne Royer et la maire Viviane Maurel se sont parlé. Le "
        "ministre a promis que le musée rouvrirait.",
        "le musée rouvrirait",
        "Étienne Royer",
    ),
    (
        "Le ministre Étienne Royer et la maire Viviane Maurel se sont parlé. La maire a dit : « Le musée rouvrira. »",
        "Le musée rouvrira.",
        "Viviane Maurel",
    ),
    (
        "Étienne Royer est venu avec sa femme, Viviane Maurel. « Le musée rouvrira », a-t-il dit.",
        "Le musée rouvrira",
        "Étienne Royer",
    ),
    (
        "Les élus sont partis furieux. « Le musée ne rouvrira pas », ont-ils déclaré.",
        "Le musée ne rouvrira pas",
        "les élus",
    ),
    (
        "Le groupe Laforge ferme son usine. Le groupe a précisé que les salariés seraient reclassés.",
        "les salariés seraient reclassés",
        "Laforge",
    ),
    (
        "L'association Terres vives a porté plainte. L'ONG affirme que la rivière est polluée.",
        "la rivière est polluée",
        "Terres vives",
    ),
    (
        "La Fédération des chasseurs du Lot (FCL) proteste. La FCL estime que le décret est inutile.",
        "le décret est inutile",
        "Fédération des chasseurs du Lot",
    ),
    (
        "La FCL proteste. La Fédération des chasseurs du Lot (FCL) estime que le décret est inutile.",
        "le décret est inutile",
        "Fédération des chasseurs du Lot",
    ),
    (
        "Le chef du gouvernement, Étienne Royer, arrive à Albi. Le Premier ministre a déclaré que le musée rouvrirait.",
        "le musée rouvrirait",
        "Étienne Royer",
    ),
    (
        "Étienne Royer, le PDG de Laforge, arrive à Albi. « L'usine rouvrira », a dit le patron du groupe.",
        "L'usine rouvrira",
        "Étienne Royer",
    ),
    (
        "L'entraîneur Étienne Royer est déçu. « On a mal joué », admet le coach.",
        "On a mal joué",
        "Étienne Royer",
    ),
    (
        "L'avocat du prévenu, Me Étienne Royer, a plaidé la relaxe. « Le dossier est vide », a lancé l'avocat.",
        "Le dossier est vide",
        "Étienne Royer",
    ),
    (
        "Le chanteur Étienne Royer revient. « J'avais besoin de silence », explique l'artiste.",
        "J'avais besoin de silence",
        "Étienne Royer",
    ),
    (
        "L'écrivaine Viviane Maurel publie un roman. « J'avais besoin de silence », explique la romancière.",
        "J'avais besoin de silence",
        "Viviane Maurel",
    ),
    (
        "Étienne Royer, médecin, et Lucas Royer, son frère, tiennent une ferme. « Les vaches "
        "d'abord », dit Lucas Royer.",
        "Les vaches d'abord",
        "Lucas Royer",
    ),
    (
        "Étienne et Lucas Royer tiennent une ferme. « Les vaches d'abord », dit Lucas.",
        "Les vaches d'abord",
        "Lucas Royer",
    ),
    (
        "Viviane Maurel tient une ferme. « Les vaches d'abord », sourit Viviane.",
        "Les vaches d'abord",
        "Viviane Maurel",
    ),
    (
        "« Les vaches d'abord », sourit Viviane, 62 ans.",
        "Les vaches d'abord",
        "Viviane",
    ),
    (
        "« Nous avons gagné », ont déclaré la maire Viviane Maurel et le préfet Étienne Royer.",
        "Nous avons gagné",
        "Viviane Maurel",
    ),
    (
        "Viviane Maurel et Étienne Royer affirment que le musée rouvrira.",
        "le musée rouvrira",
        "Viviane Maurel",
    ),
    (
        "Le président de la région, Étienne Royer (PRG), a indiqué que le musée rouvrirait.",
        "le musée rouvrirait",
        "Étienne Royer",
    ),
    (
        "Le porte-parole du gouvernement a indiqué que le musée rouvrirait.",
        "le musée rouvrirait",
        "le porte-parole du gouvernement",
    ),
    (
        "Une source proche du dossier a indiqué que l'usine rouvrirait.",
        "l'usine rouvrirait",
        "une source proche du dossier",
    ),
    (
        "La justice estime que l'usine doit fermer.",
        "l'usine doit fermer",
        "la justice",
    ),
    (
        "Paris estime que l'accord est mort.",
        "l'accord est mort",
        "Paris",
    ),
    (
        "L'Élysée a fait savoir que l'accord était mort.",
        "l'accord était mort",
        "Élysée",
    ),
    (
        "L'accusé a reconnu avoir menti.",
        "avoir menti",
        "l'accusé",
    ),
    (
        "Kevin Marty, 22 ans, comparaissait lundi. Le prévenu a reconnu avoir menti.",
        "avoir menti",
        "Kevin Marty",
    ),
    (
        "Sa mère, Viviane Maurel, pleure. « Il était doux », souffle-t-elle.",
        "Il était doux",
        "Viviane Maurel",
    ),
    (
        "Sa mère pleure. « Il était doux », souffle-t-elle.",
        "Il était doux",
        "Sa mère",
    ),
    (
        "Pour l'historien Étienne Royer, « le musée est un mensonge ».",
        "le musée est un mensonge",
        "Étienne Royer",
    ),
    (
        "L'historien anglais Philip Harwood juge que le musée est un mensonge.",
        "le musée est un mensonge",
        "Philip Harwood",
    ),
    (
        "« Le musée est un mensonge », a dit Abdelkader Ould Sidi.",
        "Le musée est un mensonge",
        "Abdelkader Ould Sidi",
    ),
    (
        "« Le musée est un mensonge », a dit @vmaurel sur X.",
        "Le musée est un mensonge",
        "@vmaurel",
    ),
    (
        "« Le musée est un mensonge », a dit Sœur Bénédicte.",
        "Le musée est un mensonge",
        "Bénédicte",
    ),
    (
        "« Le musée est un mensonge », a dit le général Étienne Royer.",
        "Le musée est un mensonge",
        "Étienne Royer",
    ),
    (
        "« Le musée est un mensonge », a dit son adjointe, Viviane Maurel.",
        "Le musée est un mensonge",
        "Viviane Maurel",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)
