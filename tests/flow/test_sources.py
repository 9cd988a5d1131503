"""The phrase that is the source, where it does not stand right before its verb."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    # adjuncts, dates and addressees between the verb and its subject
    (
        "« La digue tiendra », a confié à l'AFP Yvonne Castel, 72 ans.",
        [("La digue tiendra", "Yvonne Castel")],
    ),
    (
        "« La digue tiendra », résume, sourire aux lèvres, un pompier du village.",
        [("La digue tiendra", "un pompier du village")],
    ),
    (
        "« La digue, a expliqué hier sur Twitter le préfet Yvon Castel, tiendra. »",
        [("La digue | tiendra.", "Yvon Castel")],
    ),
    ("« La digue tiendra », a t-elle promis. Yvonne Castel est préfète.", [("La digue tiendra", None)]),
    # on, and for whom it speaks
    ("« La digue tiendra », fait-on valoir au syndicat des eaux.", [("La digue tiendra", "syndicat des eaux")]),
    ("À la préfecture, on assure que la digue tiendra.", [("la digue tiendra", "la préfecture")]),
    ("La digue tiendra, a-t-on appris auprès de la gendarmerie.", [("La digue tiendra", "la gendarmerie")]),
    ("Sur une pancarte, on pouvait lire : « Sauvez la digue. »", [("Sauvez la digue.", "une pancarte")]),
    # relative words
    (
        "Une source proche du chantier, qui ajoute que la digue tiendra, a fourni le plan.",
        [("la digue tiendra", "une source proche du chantier")],
    ),
    (
        "Le village, dont le maire, Yvon Castel, a prévenu que la digue céderait, attend la crue.",
        [("la digue céderait", "Yvon Castel")],
    ),
    (
        "Le chantier irrite Yvonne Castel, selon qui la digue « ne tiendra pas ».",
        [("la digue « ne tiendra pas »", "Yvonne Castel")],
    ),
    # behind the quotation
    ("« La digue tiendra » : le préfet Yvon Castel s'est voulu rassurant.", [("La digue tiendra", "Yvon Castel")]),
    ("« La digue tiendra » (Yvon Castel).", [("La digue tiendra", "Yvon Castel")]),
    ("« La digue tiendra », la préfecture a confirmé mercredi.", [("La digue tiendra", "la préfecture")]),
    # what describes the source is no part of the clause
    (
        "Selon Yvonne Castel, qui dirige les travaux, la digue tiendra.",
        [("la digue tiendra", "Yvonne Castel")],
    ),
    ("La digue tiendra, selon Yvonne Castel, qui dirige les travaux.", [("La digue tiendra", "Yvonne Castel")]),
    ("Les maires s'inquiètent. D'après leurs calculs, la digue cédera.", [("la digue cédera", "Les maires")]),
    # who stands in the reported clause does not report it
    (
        "« C'est solide », a dit Yvon Castel. Avant d'admettre que le mur est « fissuré ».",
        [("C'est solide", "Yvon Castel"), ("le mur est « fissuré »", "Yvon Castel")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)
