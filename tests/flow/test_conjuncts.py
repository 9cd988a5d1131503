"""What follows *et*, *mais*, a comma: of the reported clause, or of who reports it."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

NORA = "Nora Delmas"
CASES: list[tuple[str, list[Said]]] = [
    (
        "L'avocate Nora Delmas a soutenu que le dossier était vide et appelé les jurés à « garder la tête froide ».",
        [("le dossier était vide", NORA), ("garder la tête froide", NORA)],
    ),
    (
        "Nora Delmas a promis que les serres seraient chauffées et signé un chèque.",
        [("les serres seraient chauffées", NORA)],
    ),
    (
        "Nora Delmas assure que les serres sont saines, mais admet que deux vitres ont cédé.",
        [("les serres sont saines", NORA), ("deux vitres ont cédé", NORA)],
    ),
    (
        "L'audit conseillait de vendre deux navires et notait que la flotte vieillissait.",
        [("vendre deux navires", "l'audit"), ("la flotte vieillissait", "l'audit")],
    ),
    (
        "Nora Delmas a dit que la serre chauffait trop et a quitté la réunion.",
        [("la serre chauffait trop", NORA)],
    ),
    (
        "Nora Delmas affirme que les serres chauffent trop et quitte la réunion.",
        [("les serres chauffent trop", NORA)],
    ),
    (
        "Nora Delmas a admis avoir perdu les clés, et soutenu que la porte était ouverte.",
        [("avoir perdu les clés", NORA), ("la porte était ouverte", NORA)],
    ),
    (
        "Nora Delmas reconnaît avoir perdu les clés et présente sa démission.",
        [("avoir perdu les clés", NORA)],
    ),
    (
        "Nora Delmas a indiqué que la serre avait perdu ses vitres et changé de toit.",
        [("la serre avait perdu ses vitres et changé de toit", NORA)],
    ),
    (
        "Nora Delmas affirme que la serre est froide et que le toit fuit.",
        [("la serre est froide et que le toit fuit", NORA)],
    ),
    (
        "Rappelant que la serre était froide, Nora Delmas a réclamé un vote.",
        [("la serre était froide", NORA)],
    ),
    (
        "Nora Delmas, qui jurait que la serre tiendrait, a démissionné hier.",
        [("la serre tiendrait", NORA)],
    ),
    (
        "Nora Delmas note que la serre tient, tout en réclamant que l'on change le toit.",
        [("la serre tient", NORA), ("l'on change le toit", NORA)],
    ),
    (
        "Nora Delmas dit vouloir visiter la serre avant de répondre.",
        [("vouloir visiter la serre avant de répondre", NORA)],
    ),
    (
        "Nora Delmas a beau jurer que la serre est saine, les clients hésitent.",
        [("la serre est saine", NORA)],
    ),
    (
        "Nora Delmas assure que les vitres ont été changées, ce que le voisin conteste.",
        [("les vitres ont été changées", NORA)],
    ),
    (
        "Nora Delmas est sortie. « La serre est vide », dit-elle, avant d'ajouter que le toit fuit.",
        [("La serre est vide", NORA), ("le toit fuit", NORA)],
    ),
    (
        "Une autre, jeune, pressée, répond que la serre est vide.",
        [("la serre est vide", "une autre")],
    ),
    (
        "La mairie assure que le toit a été payé par Nora Delmas, laquelle a toujours nié avoir signé.",
        [("le toit a été payé par Nora Delmas", "la mairie"), ("avoir signé", NORA)],
    ),
    (
        "Alors que Nora Delmas affirmait que la serre était prête, les jardiniers posaient les vitres.",
        [("la serre était prête", NORA)],
    ),
    (
        "L'ex-jardinier a nié avoir cassé la vitre et a soutenu qu'il dormait.",
        [("avoir cassé la vitre", "l'ex-jardinier"), ("il dormait", "l'ex-jardinier")],
    ),
    (
        "Nora Delmas a annoncé hier soir, dans un bref message, avoir été élue.",
        [("avoir été élue", NORA)],
    ),
    (
        "Nora Delmas ajoute que la vanne a lâché hier, montre la fuite, hausse les épaules.",
        [("la vanne a lâché hier", NORA)],
    ),
    (
        "Nora Delmas a dit que son frère, Luc, avait tout vendu.",
        [("son frère, Luc, avait tout vendu", NORA)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)
