"""What generated articles showed first (tests/laws/test_oracle.py): each mended in the parser, kept as an example."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: dict[str, tuple[str, list[Said]]] = {
    "marks typed as << >> are no words": (
        "Selon Agnès Dubreuil, << la gare restera ouverte >>.",
        [("la gare restera ouverte", "Agnès Dubreuil")],
    ),
    "marks typed as << >> go on behind a quotation": (
        "<<On nous a menti>>, estime Agnès Dubreuil. <<Nous irons jusqu'au bout.>>",
        [("On nous a menti", "Agnès Dubreuil"), ("Nous irons jusqu'au bout.", "Agnès Dubreuil")],
    ),
    "D'après is no part of a name": (
        "D'après Yves O'Brien, procureur de Quimper, le marché va disparaître.",
        [("le marché va disparaître", "Yves O'Brien")],
    ),
    "a surname that the tagger takes for a pronoun": (
        "Le conseil a reçu Yves O'Brien, procureur du Mans. O'Brien précise que les deux ponts ont trop souffert.",
        [("les deux ponts ont trop souffert", "Yves O'Brien")],
    ),
    "an incise of a document inside the marks": (
        "« Cette enquête sera terminée cet été, a confirmé le rapport, car l'argent manque. »",
        [("Cette enquête sera terminée cet été | car l'argent manque.", "le rapport")],
    ),
    "an incise of a group inside the marks": (
        "« Cette enquête coûtera cher, ont confirmé des associations, parce que la loi l'exige. »",
        [("Cette enquête coûtera cher | parce que la loi l'exige.", "des associations")],
    ),
    "a few words in marks that nobody is said to use": (
        "Anne Morel est passée hier à la halle.\n\n« Le Grand Voyage ».",
        [],
    ),
    "a verb that stands in no incise reports nothing behind a title": (
        "Elle chante « Le vent du soir », appelle Anne Morel et rentre.",
        [],
    ),
    "two persons who say on the first line what another repeats": (
        "Gilles Aubry et Yves Hubert ne décolèrent pas : « Nous ne céderons pas. »\n« Qui va payer ? », indique Anne Morel, "
        "avant d'ajouter : « Nous ne céderons pas. »",
        [
            ("Nous ne céderons pas.", "Gilles Aubry"),
            ("Qui va payer ?", "Anne Morel"),
            ("Nous ne céderons pas.", "Anne Morel"),
        ],
    ),
    "marks that open again behind an incise": (
        "« Le pain », explique Rosine Tavernier, « augmentera de dix centimes. »",
        [("Le pain | augmentera de dix centimes.", "Rosine Tavernier")],
    ),
    "marks that open again behind an incise with an adjunct": (
        "Viviane Maurel vit à Albi. « Il faudra », dit-elle en montrant le mur, « tout reconstruire. »",
        [("Il faudra | tout reconstruire.", "Viviane Maurel")],
    ),
    "marks that open again with a conjunction": (
        "« La ville dort », écrit Viviane Maurel dans son journal, « et personne ne la réveille. »",
        [("La ville dort | et personne ne la réveille.", "Viviane Maurel")],
    ),
    "marks that open again for another verb": (
        "« La ville dort », écrit Viviane Maurel, qui dénonce « une honte ».",
        [("La ville dort", "Viviane Maurel"), ("une honte", "Viviane Maurel")],
    ),
    "an organisation keeps the noun that it begins with": (
        "Selon le ministère de la Culture, ce projet a été abandonné.",
        [("ce projet a été abandonné", "ministère de la Culture")],
    ),
    "a given name that the lexicon lacks before a particle that is one too": (
        "— Qui va payer ? dit Yseult Ben Salah.\n— Personne, répond Jean-Marc Aubry.",
        [("Qui va payer ?", "Yseult Ben Salah"), ("Personne", "Jean-Marc Aubry")],
    ),
    "a surname without its particle": (
        "Le conseil a reçu Karim de La Brosse, procureur de Quimper. Pour La Brosse, le toit a trop souffert.",
        [("le toit a trop souffert", "Karim de La Brosse")],
    ),
    "labels with particles": (
        "Giulia Van der Meer : Il faut tout reprendre.\nMamadou Delorme : Nous verrons bien.\n"
        "Giulia Van der Meer : Je l'espère.\nMamadou Delorme : Moi aussi.",
        [
            ("Il faut tout reprendre.", "Giulia Van der Meer"),
            ("Nous verrons bien.", "Mamadou Delorme"),
            ("Je l'espère.", "Giulia Van der Meer"),
            ("Moi aussi.", "Mamadou Delorme"),
        ],
    ),
    "two voices that say the same on the first line and the next": (
        "— Qui va payer ? dit Odile Le Bihan.\n— Qui va payer ? demande Hervé Petit.",
        [("Qui va payer ?", "Odile Le Bihan"), ("Qui va payer ?", "Hervé Petit")],
    ),
}


def test_a_reported_clause_ends_before_its_full_stop(extractor: Extractor) -> None:
    (quote,) = extractor.extract("Anne Morel a affirmé que la gare restera ouverte.").quotes
    assert quote.text == "la gare restera ouverte"


@pytest.mark.parametrize("name", CASES)
def test_it_is_found(name: str, extractor: Extractor) -> None:
    text, expected = CASES[name]
    check(extractor, text, *expected)
