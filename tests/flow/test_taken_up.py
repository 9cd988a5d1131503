"""Persons and bodies whom a text takes up again: by another function, by where they are from, by a pronoun."""

from __future__ import annotations

import pytest
from saying import Case, check_case

from quotes.pipeline import Extractor

FUNCTIONS: list[Case] = [
    (
        "L'expert a visité la digue, le spécialiste relève deux failles. Ainsi, l'historien évoque « un désastre annoncé ».",
        "un désastre annoncé",
        "l'expert",
    ),
    (
        "Hubert Lacombe, le président, est venu hier. Mourad Zitoune s'est rallié au texte. « Le moment est venu », a "
        "prévenu le président par intérim du RDF.",
        "Le moment est venu",
        "Mourad Zitoune",
    ),
    (
        "Une hausse inquiète. « La facture double », explique Marie - Jo Kerguélen.",
        "La facture double",
        "Marie-Jo Kerguélen",
    ),
    (
        "Alain Castagné vit dans une cabane. « Je dors bien », sourit l'ermite.",
        "Je dors bien",
        "Alain Castagné",
    ),
    (
        "Les frères Luc et Samuel Testard s'opposent au port. « On restera », dit Luc.",
        "On restera",
        "Luc Testard",
    ),
    (
        "Sa petite-fille, Clara, a aidé Aline Stouvenot. « On a tout scanné », sourit la jeune femme.",
        "On a tout scanné",
        "Clara",
    ),
    (
        "La maire (EELV) Solène Kerguélen a rouvert la crèche. L'élue promet que les tarifs baisseront.",
        "les tarifs baisseront",
        "Solène Kerguélen",
    ),
    (
        "La ministre de la Mer, la centriste Solène Kerguélen, arrive à Brest. La ministre assure que le port vivra.",
        "le port vivra",
        "Solène Kerguélen",
    ),
    (
        "Le directeur général de Verrac, Tugdual Prigent, reçoit la presse. Le dirigeant estime que l'année sera dure.",
        "l'année sera dure",
        "Tugdual Prigent",
    ),
    (
        "Tugdual Prigent a reçu la presse. Cet ancien marin juge que le port vivra.",
        "le port vivra",
        "Tugdual Prigent",
    ),
    (
        "Le comité, présidé par Maryse Le Dantec, cherche un trésorier. La présidente dit que c'est urgent.",
        "c'est urgent",
        "Maryse Le Dantec",
    ),
    (
        "L'avocat Tugdual Prigent a plaidé la relaxe. Le Premier ministre a répété que le texte passerait.",
        "le texte passerait",
        "le Premier ministre",
    ),
    (
        "Me Tugdual Prigent a plaidé hier. Une prévenue est sortie en larmes. « Elle a peur », a dit son avocate.",
        "Elle a peur",
        "son avocate",
    ),
    (
        "Solène Kerguélen est venue. La DRH d'une banque voisine soutient que tout le monde savait.",
        "tout le monde savait",
        "la DRH d'une banque voisine",
    ),
    (
        "L'ancien international ivoirien Moussa Traoré-Dubois entraîne Niort. L'Ivoirien dit que le groupe progresse.",
        "le groupe progresse",
        "Moussa Traoré-Dubois",
    ),
    (
        "Aline Stouvenot accorde des pianos. « Le la est faux », tranche la Liégeoise.",
        "Le la est faux",
        "Aline Stouvenot",
    ),
    (
        "Aline Stouvenot dirige l'atelier. L'ancienne de Pleyel assure que le bois manque.",
        "le bois manque",
        "Aline Stouvenot",
    ),
    (
        "Aline Stouvenot reçoit le samedi. Sa fille, Zoé, tient la caisse. « Je compte vite », dit cette trentenaire.",
        "Je compte vite",
        "Zoé",
    ),
    (
        "Hubert Lacombe, le patron de Fonderies Dupraz, a visité le refuge. « Nous aiderons », a dit le PDG de "
        "Fonderies Dupraz.",
        "Nous aiderons",
        "Hubert Lacombe",
    ),
    (
        "Le prince Gorlakov a répondu que la paix tenait.",
        "la paix tenait",
        "Gorlakov",
    ),
]

BODIES: list[Case] = [
    (
        "Aline Stouvenot attend. La société éditrice, la bretonne Verracq, n'a pas répondu. Sur son site, elle promet "
        "« zéro panne ».",
        "zéro panne",
        "Verracq",
    ),
    (
        "La mairesse Denise Kerguélen accepte le débat. Équipe Kerguélen a indiqué ne pas vouloir presser les choses.",
        "ne pas vouloir presser les choses",
        "Équipe Kerguélen",
    ),
    (
        "Action Finistère proteste. L'organisme Les Amis du Port promet de payer la toiture.",
        "payer la toiture",
        "Les Amis du Port",
    ),
    (
        "Solène Kerguélen se tait. La minorité a quitté la salle. Elle annonce qu'elle saisira la justice.",
        "elle saisira la justice",
        "La minorité",
    ),
    (
        "Annick Prat dirige la mairie. Elle cite une charte dans laquelle la Ville s'engage à « planter mille arbres ».",
        "planter mille arbres",
        "la Ville",
    ),
    (
        "BREST — L'usine ouvrira en mai. L'entreprise soutient qu'elle créera cent emplois.",
        "elle créera cent emplois",
        "L'entreprise",
    ),
    (
        "Selon une étude, réalisée par le cabinet Xantis, le trafic a baissé de moitié.",
        "le trafic a baissé de moitié",
        "Xantis",
    ),
    (
        "Le cabinet Xantis audite la ville de Tulle. Le cabinet affirme que rien n'est perdu.",
        "rien n'est perdu",
        "Xantis",
    ),
    (
        "L'Institut national du goût et des saveurs (Ingosa) proteste. L'Ingosa soutient que l'appellation souffre.",
        "l'appellation souffre",
        "Institut national du goût et des saveurs",
    ),
    (
        "Moscou a réagi hier. Le maire de Tulle, Alain Castagné, écoute. Moscou affirme que le pont tiendra.",
        "le pont tiendra",
        "Moscou",
    ),
    (
        "L'association Rhône Vivace a réagi. L'association prétend que le fleuve meurt.",
        "le fleuve meurt",
        "Rhône Vivace",
    ),
    (
        "Le Parti des vallées a réagi. Le parti dénonce « un décret inutile ».",
        "un décret inutile",
        "Parti des vallées",
    ),
    (
        "L'Académie de médecine recommande de fermer ces maternités.",
        "fermer ces maternités",
        "Académie de médecine",
    ),
    (
        "Le bailleur, Plaine Logis, s'explique devant le parquet de Tulle. La société affirme que le toit est sûr.",
        "le toit est sûr",
        "Plaine Logis",
    ),
    (
        "Le directeur du syndicat d'eaux du Born est parti. Le syndicat précise que la part privée sera plafonnée.",
        "la part privée sera plafonnée",
        "syndicat d'eaux du Born",
    ),
    (
        "Ces mots sont loin de convaincre le comité de village. Dans une lettre, il dénonce « deux poids deux mesures ».",
        "deux poids deux mesures",
        "le comité de village",
    ),
    (
        "Une pétition a été remise au maire. « Nous avons peur pour nos enfants », y lit-on.",
        "Nous avons peur pour nos enfants",
        "une pétition",
    ),
    (
        "L'agence Ouest-Eaux a rendu son rapport jeudi. Le document affirme que les vannes étaient usées.",
        "les vannes étaient usées",
        "Ouest-Eaux",
    ),
]

PRONOUNS: list[Case] = [
    (
        "Le dossier de Mahaut, 31 ans, est plus lourd. Elle dit qu'elle regrette le bruit.",
        "elle regrette le bruit",
        "Mahaut",
    ),
    (
        "La directrice, Aline Stouvenot, porte plainte contre le père d'un élève. Ce dernier aurait menacé de tout casser.",
        "tout casser",
        "le père d'un élève",
    ),
    (
        "Tempête : le direct\n\n21h40 : Le préfet, Mourad Zitoune, appelle au calme.\n\n20h32 : « C'était comme un train. » À Brest, Solène "
        "Kerguélen n'a pas dormi.",
        "C'était comme un train.",
        "Solène Kerguélen",
    ),
    (
        "Viviane Maurel est arrivée. Elle a salué Josette Blin. « Il fait froid », a-t-elle dit.",
        "Il fait froid",
        "Viviane Maurel",
    ),
    (
        "Luc Faugère s'est tu. L'affaire avait éclaté lorsqu'un contrôleur avait signalé des écarts. Entendu hier, il a "
        "dit que ses chefs savaient.",
        "ses chefs savaient",
        "un contrôleur",
    ),
    (
        "La députée Nadège Ferrand a protesté. Au petit matin, la présidente de séance a levé le rideau. « À jeudi », a-t-elle dit.",
        "À jeudi",
        "la présidente de séance",
    ),
    (
        "Solène Kerguélen enseigne chez Aline Stouvenot. Lui, aujourd'hui retraité, en rit. Hubert Lacombe était le "
        "concierge. « On les entendait », a-t-il dit.",
        "On les entendait",
        "Hubert Lacombe",
    ),
    (
        "Tugdual Prigent et Aline Stouvenot tiennent le gîte. « On dort peu », sourient-ils.",
        "On dort peu",
        "Tugdual Prigent",
    ),
    (
        "Son voisin de chambre confirme la scène, à un détail près : selon lui, les gardiens étaient cinq.",
        "les gardiens étaient cinq",
        "Son voisin de chambre",
    ),
    (
        "Par Hubert Lacombe\n\nAline Stouvenot range ses outils. Il est tard. « Le la est faux », dit-elle.",
        "Le la est faux",
        "Aline Stouvenot",
    ),
]


@pytest.mark.parametrize("case", [*FUNCTIONS, *BODIES, *PRONOUNS], ids=lambda case: case[0][:60])
def test_who_says_what(case: Case, extractor: Extractor) -> None:
    check_case(extractor, case)
