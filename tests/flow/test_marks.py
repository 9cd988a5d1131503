"""Marks: their kinds and blanks, nesting, marks that never close, bullets, apostrophes."""

from __future__ import annotations

import pytest
from saying import Case, check_case

from quotes.pipeline import Extractor

CASES: list[Case] = [
    (
        "« La digue a cédé dans la nuit », a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "«La digue a cédé dans la nuit», a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "«\u00a0La digue a cédé dans la nuit\u00a0», a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "«\u202fLa digue a cédé dans la nuit\u202f», a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        '"La digue a cédé dans la nuit", a déclaré Josiane Perrault.',
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "“La digue a cédé dans la nuit”, a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "„La digue a cédé dans la nuit”, a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "<< La digue a cédé dans la nuit >>, a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        '" La digue a cédé dans la nuit ", a déclaré Josiane Perrault.',
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "‹ La digue a cédé dans la nuit ›, a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "« La digue a cédé ! », s'est exclamée Josiane Perrault.",
        "La digue a cédé !",
        "Josiane Perrault",
    ),
    (
        "Josiane Perrault a déclaré : « La digue a cédé dans la nuit. »",
        "La digue a cédé dans la nuit.",
        "Josiane Perrault",
    ),
    (
        "« Où dormirons-nous ce soir ? », demande Josiane Perrault.",
        "Où dormirons-nous ce soir ?",
        "Josiane Perrault",
    ),
    (
        "« La digue a cédé... », a soupiré Josiane Perrault.",
        "La digue a cédé...",
        "Josiane Perrault",
    ),
    (
        '« Mon père disait "la mer prend toujours", et il avait raison », raconte Josiane Perrault.',
        'Mon père disait "la mer prend toujours", et il avait raison',
        "Josiane Perrault",
    ),
    (
        "« Mon père disait “la mer prend toujours”, et il avait raison », raconte Josiane Perrault.",
        "Mon père disait “la mer prend toujours”, et il avait raison",
        "Josiane Perrault",
    ),
    (
        "« Mon père disait « la mer prend toujours », et il avait raison », raconte Josiane Perrault.",
        "Mon père disait « la mer prend toujours », et il avait raison",
        "Josiane Perrault",
    ),
    (
        "Josiane Perrault a déclaré : « La digue a cédé dans la nuit.\n\nLes secours sont arrivés à l'aube.",
        "La digue a cédé dans la nuit.",
        "Josiane Perrault",
    ),
    (
        "• Josiane Perrault a déclaré : « La digue a cédé dans la nuit.\n• Les secours sont arrivés à l'aube.",
        "La digue a cédé dans la nuit.",
        "Josiane Perrault",
    ),
    (
        "» LIRE AUSSI – La côte recule\n\n« La digue a cédé dans la nuit », a déclaré Josiane Perrault.",
        "La digue a cédé dans la nuit",
        "Josiane Perrault",
    ),
    (
        "- Josiane Perrault : « La digue a cédé dans la nuit. »\n- Les secours sont arrivés.",
        "La digue a cédé dans la nuit.",
        "Josiane Perrault",
    ),
    (
        "« L’eau monte d’heure en heure », s’inquiète Josiane Perrault.",
        "L’eau monte d’heure en heure",
        "Josiane Perrault",
    ),
    (
        "« L'eau monte d'heure en heure », s'inquiète Josiane Perrault.",
        "L'eau monte d'heure en heure",
        "Josiane Perrault",
    ),
    (
        "« L`eau monte d`heure en heure », s`inquiète Josiane Perrault.",
        "L`eau monte d`heure en heure",
        "Josiane Perrault",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)
