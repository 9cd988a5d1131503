"""Cues in longer sentences, as papers write them."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    (
        "Selon les premiers éléments de l'enquête, les murs étaient fissurés.",
        [("les murs étaient fissurés", "les premiers éléments de l'enquête")],
    ),
    (
        "Selon plusieurs témoins, les murs étaient fissurés.",
        [("les murs étaient fissurés", "plusieurs témoins")],
    ),
    (
        "Selon l'Insee, les prix ont augmenté de 3 % en un an.",
        [("les prix ont augmenté de 3 % en un an", "Insee")],
    ),
    (
        "Les prix ont augmenté de 3 %, selon les chiffres de l'Insee.",
        [("Les prix ont augmenté de 3 %", "Insee")],
    ),
    (
        "Selon le quotidien L'Étape, les murs étaient fissurés.",
        [("les murs étaient fissurés", "L'Étape")],
    ),
    (
        "Toujours selon Viviane Maurel, les murs étaient fissurés.",
        [("les murs étaient fissurés", "Viviane Maurel")],
    ),
    (
        "Dans un communiqué, la préfecture affirme que les murs étaient fissurés.",
        [("les murs étaient fissurés", "la préfecture")],
    ),
    (
        "Dans un communiqué, la préfecture a assuré suivre la situation de près.",
        [("suivre la situation de près", "la préfecture")],
    ),
    (
        "Le communiqué de la préfecture ajoute que les murs étaient fissurés.",
        [("les murs étaient fissurés", "la préfecture")],
    ),
    (
        "Invitée de France Tarn, Viviane Maurel a estimé que les murs étaient fissurés.",
        [("les murs étaient fissurés", "Viviane Maurel")],
    ),
    (
        "La sénatrice Viviane Maurel, elle, rappelle que les murs étaient fissurés.",
        [("les murs étaient fissurés", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a également souligné que les murs étaient fissurés.",
        [("les murs étaient fissurés", "Viviane Maurel")],
    ),
    (
        "« Les murs étaient fissurés », a-t-il été précisé.",
        [("Les murs étaient fissurés", None)],
    ),
    (
        "Viviane Maurel a tenu à rappeler que les murs étaient fissurés.",
        [("les murs étaient fissurés", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel vient d'annoncer que les murs seraient abattus.",
        [("les murs seraient abattus", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel se félicite que les murs aient tenu.",
        [("les murs aient tenu", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel regrette que les murs n'aient pas tenu.",
        [("les murs n'aient pas tenu", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a nié avoir reçu de l'argent.",
        [("avoir reçu de l'argent", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel dit ne pas avoir reçu d'argent.",
        [("ne pas avoir reçu d'argent", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a demandé aux habitants de quitter leurs maisons.",
        [("quitter leurs maisons", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a déclaré mardi qu'« il faudra tout reconstruire ».",
        [("il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a déclaré qu'elle « ne partirait pas » avant l'été.",
        [("elle « ne partirait pas » avant l'été", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel l'assure : les murs étaient fissurés.",
        [("les murs étaient fissurés", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel est formelle : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Une certitude pour Viviane Maurel : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Commentaire de la sénatrice Viviane Maurel : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "La réponse de Viviane Maurel ne s'est pas fait attendre : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Même son de cloche chez Viviane Maurel : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Sur Twitter, Viviane Maurel a réagi : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel (PRG) : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel, sénatrice : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a ensuite ajouté ceci : « Les murs étaient fissurés. »",
        [("Les murs étaient fissurés.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel raconte sa nuit. « Les murs étaient fissurés. J'ai pris mon fils et j'ai couru. »",
        [("Les murs étaient fissurés. J'ai pris mon fils et j'ai couru.", "Viviane Maurel")],
    ),
    (
        "La présidente Viviane Maurel a lancé un appel : « Donnez ce que vous pouvez. »",
        [("Donnez ce que vous pouvez.", "Viviane Maurel")],
    ),
    (
        "Dans sa lettre, Viviane Maurel demande « un geste fort » au ministre.",
        [("un geste fort", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel fustige « l'inaction » de la préfecture.",
        [("l'inaction", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel évoque « un drame annoncé ».",
        [("un drame annoncé", "Viviane Maurel")],
    ),
    (
        "Pour Viviane Maurel, c'est « un drame annoncé ».",
        [("c'est « un drame annoncé »", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel assure vouloir « aller au bout ».",
        [("vouloir « aller au bout »", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel promet une enquête « rapide et complète ».",
        [("rapide et complète", "Viviane Maurel")],
    ),
    (
        "Le ministère se veut rassurant : « Aucun autre mur ne menace. »",
        [("Aucun autre mur ne menace.", "le ministère")],
    ),
    (
        "Pour Pâques, la ville installe des lapins.",
        [],
    ),
    (
        "Pour Marseille, le train part à midi.",
        [],
    ),
    (
        "Pour sa fille Agathe, Étienne Royer a bâti une maison.",
        [],
    ),
    (
        "Pour la préfecture, la rivière est polluée.",
        [("la rivière est polluée", "la préfecture")],
    ),
    (
        "Pour le maire de Dole, Étienne Royer, la rivière est polluée.",
        [("la rivière est polluée", "Étienne Royer")],
    ),
    (
        "Viviane Maurel, qui a grandi à Albi, estime que la ville dort.",
        [("la ville dort", "Viviane Maurel")],
    ),
    (
        "« La ville dort », lâche Viviane Maurel en haussant les épaules.",
        [("La ville dort", "Viviane Maurel")],
    ),
    (
        "« La ville dort », lâche, en haussant les épaules, Viviane Maurel.",
        [("La ville dort", "Viviane Maurel")],
    ),
    (
        "En haussant les épaules, Viviane Maurel lâche : « La ville dort. »",
        [("La ville dort.", "Viviane Maurel")],
    ),
    (
        "« La ville dort », a ainsi déclaré Viviane Maurel.",
        [("La ville dort", "Viviane Maurel")],
    ),
    (
        "« La ville dort », n'a cessé de répéter Viviane Maurel.",
        [("La ville dort", "Viviane Maurel")],
    ),
    (
        "« La ville dort », avait prévenu dès 2015 Viviane Maurel.",
        [("La ville dort", "Viviane Maurel")],
    ),
    (
        "« La ville dort », aurait lancé Viviane Maurel à son adjoint.",
        [("La ville dort", "Viviane Maurel")],
    ),
    (
        "« La ville dort », lui a répondu Étienne Royer.",
        [("La ville dort", "Étienne Royer")],
    ),
    (
        "Viviane Maurel a écrit à Étienne Royer. « La ville dort », lui a-t-il répondu.",
        [("La ville dort", "Étienne Royer")],
    ),
    (
        "« La ville dort, et personne, dit Viviane Maurel, ne la réveille. »",
        [("La ville dort, et personne | ne la réveille.", "Viviane Maurel")],
    ),
    (
        "« La ville dort. Oui, a insisté Viviane Maurel, elle dort ! »",
        [("La ville dort. Oui | elle dort !", "Viviane Maurel")],
    ),
    (
        "« Vous dites que la ville dort ? a demandé Viviane Maurel. Prouvez-le. »",
        [("Vous dites que la ville dort ? | Prouvez-le.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a accusé Étienne Royer de « mentir aux habitants ».",
        [("mentir aux habitants", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel accuse le maire d'avoir vendu la place.",
        [("avoir vendu la place", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a traité le maire de « marchand de sable ».",
        [("marchand de sable", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a rendu hommage à « un homme droit ».",
        [("un homme droit", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a appelé à « ne rien lâcher ».",
        [("ne rien lâcher", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel s'est déclarée « profondément choquée ».",
        [("profondément choquée", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a insisté sur « la nécessité d'agir vite ».",
        [("la nécessité d'agir vite", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a plaidé pour « un sursaut collectif ».",
        [("un sursaut collectif", "Viviane Maurel")],
    ),
    (
        "Le projet est jugé « dangereux » par les riverains.",
        [("dangereux", "les riverains")],
    ),
    (
        "Viviane Maurel répète à l'envi que la ville dort, que les commerces ferment et que rien ne bouge.",
        [("la ville dort, que les commerces ferment et que rien ne bouge", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a expliqué que, faute d'argent, la piscine fermerait.",
        [("faute d'argent, la piscine fermerait", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel a expliqué aux élus réunis en conseil que la piscine fermerait.",
        [("la piscine fermerait", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel, citée par Radio Tarn, a expliqué que la piscine fermerait.",
        [("la piscine fermerait", "Viviane Maurel")],
    ),
    (
        "Les élus sont sortis, Viviane Maurel ayant annoncé que la piscine fermerait.",
        [("la piscine fermerait", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel ne dit pas autre chose : « La piscine fermera. »",
        [("La piscine fermera.", "Viviane Maurel")],
    ),
    (
        "Et Viviane Maurel de conclure : « La piscine fermera. »",
        [("La piscine fermera.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel n'en démord pas. « La piscine fermera. »",
        [("La piscine fermera.", "Viviane Maurel")],
    ),
    (
        "À la question de savoir si la piscine fermerait, Viviane Maurel a répondu par la négative.",
        [],
    ),
    (
        "Le mot d'ordre de Viviane Maurel : « Tenir jusqu'à l'été. »",
        [("Tenir jusqu'à l'été.", "Viviane Maurel")],
    ),
    (
        "Les manifestants scandaient : « Sauvez la piscine ! »",
        [("Sauvez la piscine !", "les manifestants")],
    ),
    (
        "« La piscine fermera », a tranché le tribunal administratif de Pau.",
        [("La piscine fermera", "tribunal administratif de Pau")],
    ),
    (
        "L'article 3 du règlement dispose que « nul n'entre sans bonnet ».",
        [("nul n'entre sans bonnet", "article 3 du règlement")],
    ),
    (
        "Un sondage révèle que 60 % des habitants nagent.",
        [("60 % des habitants nagent", "un sondage")],
    ),
    (
        "Le professeur Étienne Royer et son équipe écrivent que le glacier recule.",
        [("le glacier recule", "Étienne Royer")],
    ),
    (
        "Dans une tribune au journal L'Étape, cinquante médecins écrivent : « L'hôpital coule. »",
        [("L'hôpital coule.", "cinquante médecins")],
    ),
    (
        "« L'hôpital coule. » Le constat est signé Viviane Maurel.",
        [("L'hôpital coule.", "Viviane Maurel")],
    ),
    (
        "« L'hôpital coule. » Viviane Maurel, infirmière depuis vingt ans, raconte ses nuits.",
        [("L'hôpital coule.", "Viviane Maurel")],
    ),
    (
        "Viviane Maurel, infirmière : « L'hôpital coule »\n\nÀ Pau, les urgences ferment.",
        [("L'hôpital coule", "Viviane Maurel")],
    ),
    (
        "Quarante ans de métier et pas une ride pour Viviane Maurel. « J'aime la nuit. » "
        "L'infirmière ne regrette rien.",
        [("J'aime la nuit.", "Viviane Maurel")],
    ),
    (
        "Le couple Royer a promis des lits. « Nous tiendrons », a dit Mme Royer.",
        [("Nous tiendrons", "Royer")],
    ),
    (
        "« Nous tiendrons », a dit un proche de Lefebvre.",
        [("Nous tiendrons", "un proche de Lefebvre")],
    ),
    (
        "« Nous tiendrons », a dit l'entourage de Viviane Maurel.",
        [("Nous tiendrons", "l'entourage de Viviane Maurel")],
    ),
    (
        "« Nous tiendrons », a dit le directeur de cabinet de Viviane Maurel.",
        [("Nous tiendrons", "le directeur de cabinet de Viviane Maurel")],
    ),
    (
        "« Nous tiendrons », a dit l'avocat de Viviane Maurel, Me Étienne Royer.",
        [("Nous tiendrons", "Étienne Royer")],
    ),
    (
        "Viviane Maurel et Étienne Royer se détestent. « Elle ment », dit-il.",
        [("Elle ment", "Étienne Royer")],
    ),
    (
        "Viviane Maurel et Étienne Royer se détestent. « Il ment », dit-elle. « Elle invente », répond-il.",
        [("Il ment", "Viviane Maurel"), ("Elle invente", "Étienne Royer")],
    ),
    (
        "Étienne Royer a déclaré que la ville dormait. Selon lui, les commerces ferment. Il "
        "propose de rouvrir la gare.",
        [
            ("la ville dormait", "Étienne Royer"),
            ("les commerces ferment", "Étienne Royer"),
            ("rouvrir la gare", "Étienne Royer"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)
