"""A quotation set apart whose author stands on the line below, as pull quotes of newspapers have it."""

from __future__ import annotations

import pytest
from saying import check

from quotes.pipeline import Extractor

BODY = "\n\nLe conseil a débattu hier de la piscine. Paul Girard, le trésorier, a quitté la salle.\n\n"


@pytest.mark.parametrize("line", ["Hélène Morel, maire de Vesoul", "Hélène Morel, 52 ans, nageuse", "Hélène Morel"])
def test_who_stands_below_a_quotation_has_said_it(line: str, extractor: Extractor) -> None:
    text = (
        f"La piscine ferme{BODY}« Il faut garder ce bassin ouvert, c'est le dernier. »\n\n{line}\n\nLa ville réfléchit."
    )
    check(extractor, text, ("Il faut garder ce bassin ouvert, c'est le dernier.", "Hélène Morel"))


def test_a_sentence_below_a_quotation_signs_nothing(extractor: Extractor) -> None:
    text = f"La piscine ferme{BODY}« Il faut garder ce bassin ouvert », a dit Anne Ruiz.\n\nHélène Morel est partie"
    check(extractor, text, ("Il faut garder ce bassin ouvert", "Anne Ruiz"))
