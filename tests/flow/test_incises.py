"""The cue after the quotation and inside it, with and without marks."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    ("Viviane Maurel – « Les murs étaient fissurés. »", [("Les murs étaient fissurés.", "Viviane Maurel")]),
    (
        "« La farine a doublé », Rosine Tavernier l'a répété toute la journée.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "« Le pain augmentera de dix centimes », annonce Rosine Tavernier.",
        [("Le pain augmentera de dix centimes", "Rosine Tavernier")],
    ),
    (
        "« Le pain augmentera de dix centimes », a annoncé lundi à ses clients Rosine Tavernier.",
        [("Le pain augmentera de dix centimes", "Rosine Tavernier")],
    ),
    (
        "« Le pain augmentera de dix centimes », a déclaré mardi à la radio locale le boulanger Firmin Lascaux.",
        [("Le pain augmentera de dix centimes", "Firmin Lascaux")],
    ),
    (
        "« Le pain, explique Rosine Tavernier, augmentera de dix centimes. »",
        [("Le pain | augmentera de dix centimes.", "Rosine Tavernier")],
    ),
    (
        "Rosine Tavernier tient la boulangerie du bourg. « Le pain augmentera de dix centimes », prévient-elle.",
        [("Le pain augmentera de dix centimes", "Rosine Tavernier")],
    ),
    (
        "Rosine Tavernier tient la boulangerie du bourg. « La farine a doublé, a-t-elle ajouté, et le gaz aussi. »",
        [("La farine a doublé | et le gaz aussi.", "Rosine Tavernier")],
    ),
    (
        "« La farine a doublé », s'est plainte Rosine Tavernier.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "« La farine a doublé », se lamente Rosine Tavernier, boulangère à Uzerche.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "« La farine a doublé » a indiqué Rosine Tavernier.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "« La farine a doublé », poursuit la boulangère Rosine Tavernier.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "« La farine a doublé », tient à préciser Rosine Tavernier.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "« La farine a doublé », fait valoir Rosine Tavernier.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "« La farine a doublé », nous confie Rosine Tavernier.",
        [("La farine a doublé", "Rosine Tavernier")],
    ),
    (
        "Le pain augmentera de dix centimes, annonce Rosine Tavernier.",
        [("Le pain augmentera de dix centimes", "Rosine Tavernier")],
    ),
    (
        "Le pain augmentera de dix centimes, a indiqué mardi la boulangère Rosine Tavernier.",
        [("Le pain augmentera de dix centimes", "Rosine Tavernier")],
    ),
    (
        "Rosine Tavernier tient la boulangerie du bourg. La farine a doublé en un an, assure-t-elle.",
        [("La farine a doublé en un an", "Rosine Tavernier")],
    ),
    (
        "« Il faudra tout reconstruire », a déclaré à l'AFP Viviane Maurel, qui préside l'association depuis 2012.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel vit à Albi. « Il faudra », dit-elle. « Tout reconstruire prendra dix ans. »",
        [("Il faudra", "Viviane Maurel"), ("Tout reconstruire prendra dix ans.", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire. Cela prendra dix ans », a averti Viviane Maurel.",
        [("Il faudra tout reconstruire. Cela prendra dix ans", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire, avertit Viviane Maurel. Cela prendra dix ans. »",
        [("Il faudra tout reconstruire | Cela prendra dix ans.", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », ont averti les experts.",
        [("Il faudra tout reconstruire", "les experts")],
    ),
    (
        "« Il faudra tout reconstruire », selon Viviane Maurel.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », d'après Viviane Maurel.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », estime pour sa part Viviane Maurel.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », résume, lapidaire, Viviane Maurel.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », s'est contentée de répondre Viviane Maurel.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », pouvait-on lire sur une banderole.",
        [("Il faudra tout reconstruire", "une banderole")],
    ),
    (
        "« Il faudra tout reconstruire », lit-on dans le rapport de Viviane Maurel.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », a-t-on appris auprès de la préfecture.",
        [("Il faudra tout reconstruire", "la préfecture")],
    ),
    (
        "Trois murs se sont effondrés, a indiqué à l'AFP une source policière.",
        [("Trois murs se sont effondrés", "une source policière")],
    ),
    (
        "Trois murs se sont effondrés, ont indiqué les pompiers, qui poursuivaient les recherches lundi soir.",
        [("Trois murs se sont effondrés", "les pompiers")],
    ),
    (
        "« Non ! » s'écria Viviane Maurel.",
        [("Non !", "Viviane Maurel")],
    ),
    (
        "« Pourquoi reconstruire ? » interroge Viviane Maurel.",
        [("Pourquoi reconstruire ?", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire. » C'est par ces mots que Viviane Maurel a ouvert la séance.",
        [("Il faudra tout reconstruire.", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire. » Ces mots de Viviane Maurel ont marqué la séance.",
        [("Il faudra tout reconstruire.", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », tonne Viviane Maurel. Et de poursuivre : « Cela prendra dix ans. »",
        [("Il faudra tout reconstruire", "Viviane Maurel"), ("Cela prendra dix ans.", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », avertit Viviane Maurel, ajoutant : « Cela prendra dix ans. »",
        [("Il faudra tout reconstruire", "Viviane Maurel"), ("Cela prendra dix ans.", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », avertit Viviane Maurel, pour qui « l'hiver sera long ».",
        [("Il faudra tout reconstruire", "Viviane Maurel"), ("l'hiver sera long", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », avertit Viviane Maurel, selon laquelle « l'hiver sera long ».",
        [("Il faudra tout reconstruire", "Viviane Maurel"), ("l'hiver sera long", "Viviane Maurel")],
    ),
    (
        "« Le toit tiendra », annonce en repliant l'échelle Viviane Maurel, couvreuse.",
        [("Le toit tiendra", "Viviane Maurel")],
    ),
    (
        "« Le toit tiendra », s'est exclamée jointe par téléphone Viviane Maurel.",
        [("Le toit tiendra", "Viviane Maurel")],
    ),
    (
        "« Le toit tiendra », soupire assise sur une poutre Viviane Maurel.",
        [("Le toit tiendra", "Viviane Maurel")],
    ),
    (
        "« Le toit tiendra », répond sans hésiter Viviane Maurel.",
        [("Le toit tiendra", "Viviane Maurel")],
    ),
    (
        "« Le toit tiendra », lance les larmes aux yeux Viviane Maurel.",
        [("Le toit tiendra", "Viviane Maurel")],
    ),
    (
        "« Le toit tiendra », confie visiblement ému le maire d'Uzès.",
        [("Le toit tiendra", "le maire d'Uzès")],
    ),
    (
        "« Le toit est une passoire », a imagé Viviane Maurel, que la poussière agace.",
        [("Le toit est une passoire", "Viviane Maurel")],
    ),
    (
        "« Le toit tiendra », dit en souriant le vieil homme.",
        [("Le toit tiendra", "le vieil homme")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)
