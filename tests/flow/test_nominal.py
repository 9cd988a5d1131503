"""Adjectives, nouns, passives and negated verbs that report; words that look like reports and are none."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

LEON = "Léon Castel"
CASES: list[tuple[str, list[Said]]] = [
    ("Léon Castel s'est dit prêt à rendre les clés du gymnase.", [("prêt à rendre les clés du gymnase", LEON)]),
    ("Léon Castel se dit très inquiet pour le gymnase.", [("très inquiet pour le gymnase", LEON)]),
    ("Léon Castel se déclare opposé à la vente.", [("opposé à la vente", LEON)]),
    ("Léon Castel s'est dit convaincu que le gymnase rouvrirait.", [("le gymnase rouvrirait", LEON)]),
    ("Léon Castel s'est dit lundi « atterré » par la vente.", [("atterré", LEON)]),
    ("Léon Castel ne cache pas que le gymnase a vieilli.", [("le gymnase a vieilli", LEON)]),
    ("Léon Castel n'exclut pas de fermer le gymnase.", [("fermer le gymnase", LEON)]),
    ("La promesse de Léon Castel que le gymnase rouvrirait a rassuré.", [("le gymnase rouvrirait", LEON)]),
    (
        "Le préfet a démenti une information du journal L'Étape, selon laquelle le gymnase menaçait de s'effondrer.",
        [("le gymnase menaçait de s'effondrer", "L'Étape")],
    ),
    ("Il a été rappelé par Léon Castel que le gymnase est fermé.", [("le gymnase est fermé", LEON)]),
    ("Léon Castel expliquant que le gymnase fermait, les joueurs sont partis.", [("le gymnase fermait", LEON)]),
    (
        "Léon Castel, gardien du lieu, a, selon l'usage, précisé que tout était en ordre.",
        [("tout était en ordre", LEON)],
    ),
    ("Léon Castel s'engage à ce que le gymnase rouvre.", [("le gymnase rouvre", LEON)]),
    ("Une autre, plus calme, ajoute que le gymnase était vétuste.", [("le gymnase était vétuste", "une autre")]),
    ("Un voisin nous a confié que le gymnase était vide.", [("le gymnase était vide", "un voisin")]),
    ("Léon Castel accuse la mairie, propriétaire du lieu, d'avoir menti.", [("avoir menti", LEON)]),
    ("Léon Castel a prévenu : il fermera le gymnase.", [("il fermera le gymnase", LEON)]),
    ("Léon Castel assure ne rien savoir de la vente.", [("ne rien savoir de la vente", LEON)]),
    ("Léon Castel dit ne pas avoir signé la vente.", [("ne pas avoir signé la vente", LEON)]),
    (
        "Le club a refusé Léon Castel, au motif que le gymnase est « trop petit ».",
        [("le gymnase est « trop petit »", "le club")],
    ),
    ("« Surpris » par la vente, Léon Castel a saisi le juge.", [("Surpris", LEON)]),
    ("Léon Castel juge la vente contraire à la loi.", [("la vente contraire à la loi", LEON)]),
    ("Léon Castel estime nécessaire de vendre.", [("nécessaire de vendre", LEON)]),
    ("Léon Castel a confirmé que le gymnase ouvrirait, sans donner de date.", [("le gymnase ouvrirait", LEON)]),
    ("Les voisins se disent favorables à la vente, selon un sondage.", [("favorables à la vente", "les voisins")]),
    ("Les experts interrogés par Léon Castel prévoient que le toit cédera.", [("le toit cédera", "les experts")]),
    ("Léon Castel est catégorique : le gymnase ne sera pas vendu.", [("le gymnase ne sera pas vendu", LEON)]),
    ("Le constat de Léon Castel est sévère : le toit ne tient plus.", [("le toit ne tient plus", LEON)]),
    ("Léon Castel s'en est tenu à une formule : il n'a « rien à dire ».", [("il n'a « rien à dire »", LEON)]),
    (
        "Solveig Ankarcrona, consultée entre deux trains, est d'avis que la gare doit rester ouverte.",
        [("la gare doit rester ouverte", "Solveig Ankarcrona")],
    ),
    ("Solveig Ankarcrona était d'avis de fermer la gare.", [("fermer la gare", "Solveig Ankarcrona")]),
    ("Solveig Ankarcrona n'est pas d'avis que la gare ferme.", []),
    (
        "La thèse de Solveig Ankarcrona, selon laquelle la gare est saine, a été écartée.",
        [("la gare est saine", "Solveig Ankarcrona")],
    ),
]
NOT_SPEECH = [
    "La situation est claire : le gymnase est vide.",
    "Les pompiers ont appris que le gymnase était vide.",
    "Il va sans dire que le gymnase était vide.",
    "Reste la question de savoir si le gymnase rouvrira.",
    "Quand on lui demande où il vit, Léon Castel sourit.",
    "Deux joueurs, qui ont demandé à rester anonymes, sont partis.",
    "Il a été décidé que le gymnase fermerait.",
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_nobody_speaks(text: str, extractor: Extractor) -> None:
    check(extractor, text)
