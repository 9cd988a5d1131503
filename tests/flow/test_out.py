"""What is no quotation: titles, names, irony, thoughts, speech named without its content."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    (
        "« Les Ombres du lac » : Lucie Marchal signe un film lent.",
        [],
    ),
    (
        "Lucie Marchal a joué « Je reste » de Marc Dutilleul.",
        [],
    ),
    (
        "La ville propose un atelier « cuisine de saison » le samedi.",
        [],
    ),
    (
        "Lucie Marchal a dénoncé ces champs de panneaux, communément appelés « fermes solaires ».",
        [],
    ),
    (
        "Il n'est pas sûr que Lucie Marchal ait parlé de « gérer ses émotions ».",
        [],
    ),
    (
        "La ville va lancer des « cafés partagés » dans les quartiers.",
        [],
    ),
    (
        "Lucie Marchal a évoqué la fin des « petits trains ».",
        [],
    ),
    (
        "La chanteuse a annoncé la sortie de « Pluie claire » pour juin.",
        [],
    ),
    (
        "Le juge lui reproche des faits de « recel aggravé ».",
        [],
    ),
    (
        "On l'appelait « la Reine de fer ».",
        [],
    ),
    (
        "Lucie Marchal a répondu que non.",
        [],
    ),
    (
        "Voici un film d'hiver : « Les Ombres » se passe à Nancy.",
        [],
    ),
    (
        "Lucie Marchal aurait pu se demander si la ville dort.",
        [],
    ),
    (
        "La mairie devrait annoncer que la ville achète le lac.",
        [],
    ),
    (
        "Lucie Marchal a refusé de confirmer que la ville achète le lac.",
        [],
    ),
    (
        "On ne peut pas dire que la ville ait bien dormi.",
        [],
    ),
    (
        "Ses « amis » ont vidé la caisse du club.",
        [],
    ),
    (
        "Le film « Les Ombres du lac » sort mercredi.",
        [],
    ),
    (
        "Le chalutier « Belle Aurore » est rentré au port.",
        [],
    ),
    (
        "L'opération « Coup de balai » a mobilisé cent gendarmes.",
        [],
    ),
    (
        "Marcel Vigne, dit « le Grand », tenait la buvette.",
        [],
    ),
    (
        "Le mot « pomme » vient du latin.",
        [],
    ),
    (
        "Il craint que la pluie ne revienne.",
        [],
    ),
    (
        "Lucie Marchal a annoncé l'embauche de trois jardiniers.",
        [],
    ),
    (
        "Lucie Marchal l'a annoncé hier soir.",
        [],
    ),
    (
        "Lucie Marchal a exprimé ses regrets.",
        [],
    ),
    (
        "Le roman « Demain la neige » raconte un hiver à Nancy.",
        [],
    ),
    (
        "Les « opiniâtres » du lundi courent sous la pluie.",
        [],
    ),
    (
        "Les bénévoles ont planté des haies, et les oiseaux sont revenus.",
        [],
    ),
    (
        "Lucie Marchal pense à partir.",
        [],
    ),
    (
        "La « une » du journal a surpris.",
        [],
    ),
    (
        "Le groupe « Les Cormorans » jouera samedi.",
        [],
    ),
    (
        "Il a reçu le prix « Plume d'or » à Caen.",
        [],
    ),
    (
        "Le terme « résilience » revient souvent.",
        [],
    ),
    (
        "La « start-up nation » a vécu.",
        [],
    ),
    (
        "Il a lu « Les Misérables » trois fois.",
        [],
    ),
    (
        "Jean-Luc « Jojo » Perrin a gagné.",
        [],
    ),
    (
        "L'exposition « Terres rouges » ouvre mardi, a annoncé le musée.",
        [("L'exposition « Terres rouges » ouvre mardi", "le musée")],
    ),
    (
        "Ils pensent que la ville dort.",
        [],
    ),
    (
        "Il sait que la ville dort.",
        [],
    ),
    (
        "Elle espère que la ville se réveillera.",
        [],
    ),
    (
        "Les prix ont grimpé, la faute au « dieselgate ».",
        [],
    ),
    (
        "Il dit bonjour à tout le monde.",
        [],
    ),
    (
        "Il faut dire que la ville dort.",
        [],
    ),
    (
        "Cela veut dire que la ville dort.",
        [],
    ),
    (
        "Pour la première fois, la ville installe un sapin.",
        [],
    ),
    (
        "Selon les années, la ville installe un sapin.",
        [],
    ),
    (
        "Selon la saison, la ville installe un sapin.",
        [],
    ),
    (
        "Il parle de la pluie.",
        [],
    ),
    (
        "Reste à savoir si la ville paiera.",
        [],
    ),
    (
        "Une question demeure : qui paiera ?",
        [],
    ),
    (
        "La recette est simple : des œufs, du lait, de la farine.",
        [],
    ),
    ("Personne, jeudi soir, n'a su dire quand la serre rouvrirait.", []),
    ("Aucun élu n'a précisé que la serre était fermée.", []),
    ("C'est une panne dont nul n'a voulu expliquer comment elle était venue.", []),
    (
        "Aucune vitre n'a tenu, mais Lucie Marchal assure que la serre rouvrira.",
        [("la serre rouvrira", "Lucie Marchal")],
    ),
    ("La barque, baptisée « Ondine » par l'équipe, sera plongée dans un bain.", []),
    ("Le conseil a baptisé la place du marché « place des Tilleuls ».", []),
    ("On lui a proposé de témoigner dans un livre sur les « visages de la ville ».", []),
    ("Pas un élu n'a expliqué pourquoi la serre est fermée.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)
