"""Marked words inside a sentence, and documents that say them."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    (
        "« La plage doit rester libre », peut-on lire dans la pétition.",
        [("La plage doit rester libre", "la pétition")],
    ),
    (
        "C'est ce que Quentin Marsac appelle « la loi du sable ».",
        [("la loi du sable", "Quentin Marsac")],
    ),
    (
        "Le chantier, qualifié de « verrue grise » par Quentin Marsac, reprendra lundi.",
        [("verrue grise", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac a qualifié le chantier de « verrue grise ».",
        [("verrue grise", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac parle d'un « gâchis monumental ».",
        [("gâchis monumental", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac y voit « un mépris du littoral ».",
        [("un mépris du littoral", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac juge le chantier « inutile et laid ».",
        [("le chantier « inutile et laid »", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac a dénoncé un chantier « inutile » et « laid ».",
        [("inutile", "Quentin Marsac"), ("laid", "Quentin Marsac")],
    ),
    (
        "Le chantier a été décrit comme « une verrue » par Quentin Marsac.",
        [("une verrue", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac a salué « le courage » des riverains.",
        [("le courage", "Quentin Marsac")],
    ),
    (
        "Extrait de la lettre : « La plage doit rester libre. »",
        [("La plage doit rester libre.", "la lettre")],
    ),
    (
        "L'arrêté stipule que la plage restera libre.",
        [("la plage restera libre", "l'arrêté")],
    ),
    (
        "Le règlement précise : « La plage reste libre en toute saison. »",
        [("La plage reste libre en toute saison.", "le règlement")],
    ),
    (
        "Quentin Marsac s'en prend à « une mairie muette ».",
        [("une mairie muette", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac voit dans ce projet « une insulte au littoral ».",
        [("une insulte au littoral", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac a présenté ses excuses « à tous les baigneurs ».",
        [("à tous les baigneurs", "Quentin Marsac")],
    ),
    (
        "Interrogé sur la plage, Quentin Marsac s'est contenté d'un « plus tard » agacé.",
        [("plus tard", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac, « écœuré par le bruit », a vendu sa maison.",
        [("écœuré par le bruit", "Quentin Marsac")],
    ),
    (
        "Les riverains ont bloqué la route aux cris de « Rendez-nous la mer ! ».",
        [("Rendez-nous la mer !", "les riverains")],
    ),
    (
        "La commune se dit « soulagée » et promet un « vrai débat ».",
        [("soulagée", "la commune"), ("vrai débat", "la commune")],
    ),
    (
        "Quentin Marsac est revenu sur ses étés de gardien, « un bonheur simple ».",
        [("un bonheur simple", "Quentin Marsac")],
    ),
    (
        "Ce pêcheur, surnommé « Le Phoque » par Quentin Marsac, nage tous les jours.",
        [("Le Phoque", "Quentin Marsac")],
    ),
    (
        "Le chantier, qualifié de « verrue » par Quentin Marsac et de « bijou » par la presse, est fini.",
        [("verrue", "Quentin Marsac"), ("bijou", "la presse")],
    ),
    (
        "Quentin Marsac explique que les dunes reculent, tout en jugeant « peu probable » une tempête.",
        [("les dunes reculent", "Quentin Marsac"), ("peu probable", "Quentin Marsac")],
    ),
    (
        "Quentin Marsac, « consterné » par le bruit, a vendu sa maison.",
        [("consterné", "Quentin Marsac")],
    ),
    (
        "La défense plaide l'accident ; l'accusation, elle, parle d'un « guet-apens ».",
        [("guet-apens", "l'accusation")],
    ),
    ("Quentin Marsac publie « Le Sable et le Vent », un récit de mer.", []),
    ("La chanteuse a repris « Ne pleure pas » en finale.", []),
    ("Le pont, surnommé « le hamac » par Quentin Marsac, est fermé.", [("le hamac", "Quentin Marsac")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)
