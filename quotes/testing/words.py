"""The vocabulary of the generators. Nobody and nothing in it is taken from an article.

The first of each tuple is what examples shrink to: the plainest.
"""

from __future__ import annotations

from quotes.testing.french import Gender, Verb, regular

# ── who ─────────────────────────────────────────────────────────────────────────────────────────

GIVEN: dict[Gender, tuple[str, ...]] = {
    "f": (
        "Anne", "Claire", "Hélène", "Nadia", "Odile", "Béatrice", "Fatou", "Ève", "Inès", "Marie-Laure", "Anne-Sophie",
        "Giulia", "Ingrid", "Aïcha", "Yseult", "Maëlys",
    ),
    "m": (
        "Paul", "Bruno", "Étienne", "Karim", "Hervé", "Gilles", "Mamadou", "Yves", "Loïc", "Jean-Marc", "Pierre-Yves",
        "Giovanni", "Olaf", "Rachid", "Aurèle", "Titouan",
    ),
}  # fmt: skip
FAMILIES = (
    "Morel", "Vasseur", "Delorme", "Castaing", "Haddad", "Belaïd", "Traoré", "Ferrand", "Kermarec", "Aubry", "Étchart",
    "Le Goff", "Le Bihan", "de Kersauson", "de La Brosse", "Du Tertre", "d'Arvieux", "Ben Salah", "Van der Meer", "El Amrani",
    "Roux-Blanc", "Duval-Maret", "N'Diaye", "O'Brien", "Ibarra", "Nguyen", "Zawadzki", "Petit", "Lemoine", "Hubert",
)  # fmt: skip
# masculine and feminine; what follows is drawn from PLACES or belongs to the function
ROLES = (
    ("maire", "maire"), ("préfet", "préfète"), ("sénateur", "sénatrice"), ("député", "députée"),
    ("directeur de l'hôpital", "directrice de l'hôpital"), ("président du club", "présidente du club"),
    ("procureur", "procureure"), ("entraîneur", "entraîneuse"), ("porte-parole du collectif", "porte-parole du collectif"),
    ("secrétaire général du parti", "secrétaire générale du parti"), ("éleveur", "éleveuse"), ("avocat", "avocate"),
    ("ministre de la Santé", "ministre de la Santé"), ("patron de l'usine", "patronne de l'usine"),
    ("adjoint au maire", "adjointe au maire"), ("infirmier", "infirmière"), ("historien", "historienne"),
)  # fmt: skip
PLACES = (
    "Tarbes",
    "Albi",
    "Le Mans",
    "Orthez",
    "Lormes",
    "Hyères",
    "Les Ulis",
    "La Rochelle",
    "Quimper",
    "Saint-Dizier",
)
ORGANISATIONS: tuple[tuple[str, Gender, bool], ...] = (
    ("la préfecture", "f", False), ("le syndicat", "m", False), ("l'association Rivages", "f", False),
    ("le ministère de la Culture", "m", False), ("la CGT", "f", False), ("l'entreprise Solvert", "f", False),
    ("le parquet de Tarbes", "m", False), ("l'ONG Eaux vives", "f", False), ("Météo-France", "f", False),
    ("la mairie d'Orthez", "f", False),
)  # fmt: skip
GROUPS: tuple[tuple[str, Gender, bool], ...] = (
    ("les riverains", "m", True), ("des habitants", "m", True), ("plusieurs élus", "m", True),
    ("près de 500 salariés", "m", True), ("les infirmières", "f", True), ("deux témoins", "m", True),
    ("les avocats de la défense", "m", True), ("des associations", "f", True),
)  # fmt: skip
DOCUMENTS: tuple[tuple[str, Gender, bool], ...] = (
    ("le rapport", "m", False), ("le communiqué", "m", False), ("une note interne", "f", False),
    ("l'étude", "f", False), ("la lettre", "f", False),
)  # fmt: skip
PAPERS = ("le quotidien La Dépêche du Midi", "Radio Quercy", "l'hebdomadaire Le Tarnais libre", "l'agence Presse Océan")

# ── verbs ───────────────────────────────────────────────────────────────────────────────────────

# report a clause with *que*, and stand in an incise
CLAUSE_VERBS = (
    *map(regular, ("déclarer", "affirmer", "expliquer", "assurer", "ajouter", "estimer", "indiquer", "préciser")),
    Verb("dire", "dit", "disent", "dit"),
    *map(regular, ("rappeler", "souligner", "répéter", "annoncer", "confirmer", "regretter", "déplorer", "raconter")),
    Verb("reconnaître", "reconnaît", "reconnaissent", "reconnu"),
    Verb("soutenir", "soutient", "soutiennent", "soutenu"),
    Verb("écrire", "écrit", "écrivent", "écrit"),
    Verb("prévenir", "prévient", "préviennent", "prévenu"),
)
# what a document may do
DOCUMENT_VERBS = tuple(
    map(regular, ("indiquer", "préciser", "souligner", "rappeler", "confirmer", "affirmer", "révéler"))
)
# stand in an incise or before a colon alone
SPEECH_VERBS = (
    *map(regular, ("lancer", "confier", "insister", "témoigner", "résumer", "ironiser")),
    Verb("répondre", "répond", "répondent", "répondu"),
    Verb("poursuivre", "poursuit", "poursuivent", "poursuivi"),
    Verb("conclure", "conclut", "concluent", "conclu"),
    Verb("réjouir", "réjouit", "réjouissent", "réjoui", reflexive=True),
    regular("indigner", reflexive=True),
    regular("inquiéter", reflexive=True),
)
# take what was said as their object
OBJECT_VERBS = tuple(map(regular, ("dénoncer", "évoquer", "regretter", "déplorer", "fustiger", "critiquer", "saluer")))
DENYING = ("une honte", "une erreur grave", "un cadeau aux promoteurs", "des méthodes brutales", "un immense gâchis",
           "une décision absurde", "un mépris total")  # fmt: skip

# ── what ────────────────────────────────────────────────────────────────────────────────────────

THINGS: tuple[tuple[str, Gender, bool], ...] = (
    ("la gare", "f", False), ("le marché", "m", False), ("l'hôpital", "m", False), ("les travaux", "m", True),
    ("les classes", "f", True), ("l'usine", "f", False), ("ce projet", "m", False), ("une partie du budget", "f", False),
    ("un commerce sur deux", "m", False), ("les deux ponts", "m", True), ("le toit de la halle", "m", False),
    ("cette enquête", "f", False), ("la hausse des loyers", "f", False), ("les élèves du lycée", "m", True),
)  # fmt: skip
# singular and plural; a point where a participle agrees
COMING = (
    ("sera terminé·", "seront terminé·"), ("restera ouvert·", "resteront ouvert·"), ("va disparaître", "vont disparaître"),
    ("coûtera trois millions d'euros", "coûteront trois millions d'euros"), ("n'attendra pas", "n'attendront pas"),
    ("doit être protégé·", "doivent être protégé·"), ("fera l'objet d'un vote", "feront l'objet d'un vote"),
)  # fmt: skip
GONE = (
    ("a été abandonné·", "ont été abandonné·"), ("était prévu·", "étaient prévu·"), ("a trop souffert", "ont trop souffert"),
    ("avait déjà perdu l'essentiel", "avaient déjà perdu l'essentiel"), ("n'a servi à rien", "n'ont servi à rien"),
    ("a été payé· par la région", "ont été payé· par la région"),
)  # fmt: skip
COMING_WHEN = ("", "cet été", "avant l'hiver", "dès lundi", "l'an prochain", "dans les 24 heures")
GONE_WHEN = ("", "l'an dernier", "en mars", "pendant la crise", "depuis le début", "il y a dix ans")
OWN = (
    "nous ne céderons pas", "nous avons tout perdu", "je n'ai rien vu venir", "on nous a menti", "il faut tout reprendre",
    "je suis venu pour comprendre", "nous irons jusqu'au bout", "c'est une question de temps", "personne ne nous écoute",
    "j'ai choisi de partir", "nous attendons des réponses", "il n'y a pas d'autre solution",
)  # fmt: skip
QUESTIONS = ("qui va payer", "pourquoi avoir attendu", "où sont passés les crédits", "comment faire autrement")
BUT = ("mais rien n'est encore signé", "et tout le monde le sait", "car l'argent manque", "même si c'est difficile",
       "parce que la loi l'exige", "et nous le prouverons")  # fmt: skip
ACTIONS = (
    "rouvrir la ligne", "saisir le tribunal", "quitter la table", "embaucher dix personnes", "attendre le rapport",
    "interdire les camions en ville", "organiser un vote",
)  # fmt: skip
# said of a thing of either gender; an *s* makes them plural
QUALITIES = ("indispensable", "insupportable", "fragile", "irremplaçable", "illisible", "impossible à défendre")

# ── around ──────────────────────────────────────────────────────────────────────────────────────

BETWEEN = (
    "mardi", "hier soir", "à la presse", "lors d'une réunion publique", "jeudi 3 mars", "dans un entretien à Radio Quercy",
    "devant le conseil municipal", "sur Twitter",
)  # fmt: skip
INTRODUCTIONS = (
    "{who}, {role}, a visité le chantier.",
    "{who}, {role}, était présent· à la cérémonie.",
    "Le conseil a reçu {who}, {role}.",
    "La réunion était organisée par {who}, {role}.",
)
