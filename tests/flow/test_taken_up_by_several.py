"""Several speakers of one text, each taken up again by a function, a pronoun, an ordinal."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

SEVERAL: list[tuple[str, list[Said]]] = [
    (
        "« Le texte passera », dit le premier ministre, Hubert Lacombe. Le ministre de la Mer a affirmé que le port "
        "serait fermé.",
        [("Le texte passera", "Hubert Lacombe"), ("le port serait fermé", "le ministre de la Mer")],
    ),
    (
        "« L'image est nette », explique Aline Stouvenot, médecin-cheffe. La médecin assure que le tri marche.",
        [("L'image est nette", "Aline Stouvenot"), ("le tri marche", "Aline Stouvenot")],
    ),
    (
        "Le député Tugdual Prigent tonne : « C'est trop. » Il a saisi le ministre de la Mer le 3 mai ; ce dernier a répondu "
        "qu'il suivait le dossier.",
        [("C'est trop.", "Tugdual Prigent"), ("il suivait le dossier", "le ministre de la Mer")],
    ),
    (
        "« Le quai s'effondre », a dit Aline Stouvenot.\n\nEn défense, Me Tugdual Prigent plaide l'usure.\n\n"
        "« Ma cliente n'y est pour rien. »",
        [("Le quai s'effondre", "Aline Stouvenot"), ("Ma cliente n'y est pour rien.", "Tugdual Prigent")],
    ),
    (
        "Une voisine dit avoir tout vu. « Personne ne m'a rappelée », s'étonne la septuagénaire.",
        [("avoir tout vu", "une voisine"), ("Personne ne m'a rappelée", "une voisine")],
    ),
    (
        "La procureure dénonce « une tromperie ». Selon la magistrate, le vin était coupé.",
        [("une tromperie", "la procureure"), ("le vin était coupé", "la procureure")],
    ),
    (
        "Un suspect a été interpellé. Celui-ci nie tout. « Je dormais », aurait-il dit.",
        [("Je dormais", "un suspect")],
    ),
    (
        "« Le port vivra », jure Tugdual Prigent. Le même prévient que la facture sera lourde.",
        [("Le port vivra", "Tugdual Prigent"), ("la facture sera lourde", "Tugdual Prigent")],
    ),
    (
        "Tugdual Prigent soutient la grève. Son homologue, Mourad Zitoune, aussi. « On tiendra », dit le second.",
        [("On tiendra", "Mourad Zitoune")],
    ),
    (
        "« Il faut partir », a lancé Hubert Lacombe à propos de son gardien, Axel Norberg. « Je reste », a dit l'intéressé.",
        [("Il faut partir", "Hubert Lacombe"), ("Je reste", "Axel Norberg")],
    ),
    (
        "L'entraîneur brestois Éric Roué a souri. Kamory Doumba, le buteur, aussi. Le milieu malien estime que le "
        "terrain était gras.",
        [("le terrain était gras", "Kamory Doumba")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text[:60] for text, _ in SEVERAL])
def test_who_of_several(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)
