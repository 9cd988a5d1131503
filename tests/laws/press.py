"""Twelve short articles with invented people, and who speaks in each.

Typography is the plainest there is (« », a no-break space inside, straight apostrophes), so that the laws
can swap it. No name follows an elision and none is a common word: the laws put other names in their place.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """An article and its speakers: given name, family name, gender."""

    key: str
    text: str
    people: tuple[tuple[str, str, str], ...]


def _piece(key: str, people: str, text: str) -> Piece:
    named = tuple((given, family, gender) for given, family, gender in (p.split() for p in people.split(", ")))
    return Piece(key, text.strip().replace("« ", "«\u00a0").replace(" »", "\u00a0»"), named)


PRESS = (
    _piece(
        "bibliothèque",
        "Sylvie Castagnet f, Bruno Merlat m",
        """
La bibliothèque de Montreuil ferme ses portes pour six mois.

« Nous n'avons plus les moyens d'acheter un seul livre », a déclaré mardi Sylvie Castagnet, directrice de l'établissement. Elle a ajouté que le toit laissait passer la pluie.

Pour le maire, Bruno Merlat, la réouverture aura lieu au printemps. « Les travaux sont financés », assure-t-il.
""",
    ),
    _piece(
        "pêche",
        "Loïc Kermarec m, Nathalie Tudal f",
        """
Les pêcheurs du Guilvinec ont bloqué le port jeudi matin.

Loïc Kermarec, patron du chalutier, a lancé : « On travaille à perte depuis un an. »

« Le gazole a doublé, a-t-il poursuivi, et personne ne nous répond. »

La préfète du Finistère, Nathalie Tudal, a promis de recevoir les marins. Selon Mme Tudal, une aide sera versée avant l'été.
""",
    ),
    _piece(
        "procès",
        "Damien Vasseur m, Carole Bricout f",
        """
Le procès du notaire de Cambrai s'est ouvert lundi devant le tribunal de Douai.

« Mon client n'a jamais touché cet argent », a plaidé Me Damien Vasseur.

La procureure, Carole Bricout, a dénoncé « une comptabilité imaginaire ». Elle a requis trois ans de prison et a affirmé que les victimes se comptaient par dizaines.
""",
    ),
    _piece(
        "usine",
        "Rachid Belkacem m, Monique Sauvage f",
        """
Deux cents ouvriers ont manifesté devant la fonderie de Saint-Dizier.

Rachid Belkacem, délégué syndical, estime que la direction a menti. « On nous a promis des machines neuves, elles ne sont jamais venues », raconte Belkacem.

La directrice du site, Monique Sauvage, a répondu que les commandes avaient chuté de moitié.

« Aucun emploi ne sera supprimé cette année », a-t-elle ajouté.
""",
    ),
    _piece(
        "astronomie",
        "Paulette Rivoire f, Grégoire Falque m",
        """
Une comète sera visible à l'œil nu la semaine prochaine.

« C'est un spectacle que l'on ne voit qu'une fois », explique Paulette Rivoire, astronome à l'observatoire de Haute-Provence.

D'après Grégoire Falque, président du club de Manosque, il faudra se lever avant l'aube. « Prenez une couverture et un thermos », conseille-t-il.
""",
    ),
    _piece(
        "rugby",
        "Fabien Lacoume m, Marc Etcheverry m",
        """
Le club de Dax a perdu samedi son troisième match de suite.

« On a joué vingt minutes, pas davantage », a reconnu l'entraîneur Fabien Lacoume.

Le capitaine Marc Etcheverry a jugé que son équipe manquait de courage. « Il faut se regarder en face », a lâché Etcheverry à la sortie du vestiaire.
""",
    ),
    _piece(
        "école",
        "Delphine Jourdan f, Cédric Roumagnac m",
        """
Une classe fermera à la rentrée dans le village de Lormes.

Delphine Jourdan, institutrice depuis vingt ans, ne comprend pas cette décision : « Nous accueillons trois élèves de plus. »

L'inspecteur d'académie, Cédric Roumagnac, a indiqué que le calcul portait sur cinq ans. Il a précisé qu'aucun poste ne serait perdu dans le canton.
""",
    ),
    _piece(
        "théâtre",
        "Solène Barthas f, Maxime Quillien m",
        """
Le festival de Figeac accueillera trente compagnies cet été.

« Le public revient, et il revient jeune », se réjouit Solène Barthas, la programmatrice.

Le metteur en scène Maxime Quillien présentera une pièce sur l'exil. « Je n'avais jamais écrit pour des enfants », confie-t-il. Selon lui, la salle sera trop petite.
""",
    ),
    _piece(
        "hôpital",
        "Karine Delvaux f, Samir Haddouche m",
        """
Les urgences de Vierzon n'accueillent plus de patients la nuit.

« Nous sommes quatre médecins pour douze postes », a alerté le docteur Samir Haddouche, chef du service.

La ministre de la Santé, Karine Delvaux, a assuré que des renforts arriveraient en mai. « Personne ne sera laissé sans soins », a promis Mme Delvaux.
""",
    ),
    _piece(
        "vigne",
        "Baptiste Courtade m, Roselyne Faugère f",
        """
Le gel a détruit un tiers des vignes du Minervois dans la nuit de mercredi.

« On a allumé des feux, cela n'a servi à rien », se désole Baptiste Courtade, vigneron à Olonzac.

De l'aveu de Roselyne Faugère, présidente de la coopérative, la récolte sera la plus faible du siècle. « Certains ne s'en relèveront pas », prévient-elle.
""",
    ),
    _piece(
        "transport",
        "Olivier Pasquet m, Jeanne Thévenot f",
        """
La ligne de bus 12 ne circulera plus le dimanche à partir de mars.

Dans une lettre aux habitants, Olivier Pasquet, vice-président de la métropole, écrit : « Le service coûtait trop cher pour trop peu de voyageurs. »

« C'est un mépris pour les quartiers », a réagi Jeanne Thévenot, conseillère d'opposition, qui a demandé un vote.

Selon Pasquet, une navette pourrait circuler sur demande.
""",
    ),
    _piece(
        "loup",
        "Yvonne Chabrier f, Tristan Gaumont m",
        """
Onze brebis ont été tuées dimanche sur le plateau de Millevaches.

« C'est la troisième attaque en un mois », déplore Yvonne Chabrier, éleveuse à Tarnac, estimant que l'État a abandonné les bergers.

Tristan Gaumont, porte-parole de la préfecture, a confirmé qu'une enquête était ouverte. « Nous attendons les analyses », a-t-il déclaré.
""",
    ),
)

# names for others to bear: common ones, none of which any article holds
SPARE = {
    "f": (("Martine", "Oriol"), ("Claire", "Vuillemin"), ("Nadia", "Ferhat"), ("Brigitte", "Pommeret")),
    "m": (("Thomas", "Vauquelin"), ("Karim", "Zerrouki"), ("Gilles", "Lescure"), ("Philippe", "Carbonnel")),
}

NEUTRAL = (
    "Il pleut depuis ce matin sur la vallée, et la rivière monte encore.\n\n",
    "Le marché ouvre à huit heures sur la place, comme chaque semaine depuis un siècle.\n\n",
    "Température : douze degrés\n\n",
    "La route départementale longe le canal jusqu'au pont. Elle est bordée de platanes.\n",
)
