"""Who stands out: the subject keeps the floor, whatever the sentence names beside it."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    # an adverbial's pronoun runs ahead of the name
    (
        "Loïc Maurel a vendu la scierie. Joint à Brest, où il tient un bar, Étienne Royer dément. Il affirme que la "
        "vente était libre.",
        [("la vente était libre", "Étienne Royer")],
    ),
    # the object does not take the floor from its subject
    (
        "Étienne Royer a connu quatre patrons. Il ne croit plus guère à un repreneur. « On verra bien », soupire-t-il.",
        [("On verra bien", "Étienne Royer")],
    ),
    # *il* of an impersonal verb is nobody
    (
        "Étienne Royer a vendu la scierie à Loïc Maurel. Il faut dire que le bois manquait. « Tant mieux », sourit-il.",
        [("Tant mieux", "Étienne Royer")],
    ),
    # two verbs of one subject
    (
        "Viviane Maurel a signé. Son mari acquiesce, une pipe à la main, et raconte avoir tout perdu pour que le voisin "
        "garde sa ferme.",
        [("avoir tout perdu pour que le voisin garde sa ferme", "Son mari")],
    ),
    # a description takes up whoever stands out, with a function or without
    (
        "L'ingénieur Étienne Royer se souvient du pont. Il se tait. Le vieil homme secoue la tête. « Nous savions. »",
        [("Nous savions.", "Étienne Royer")],
    ),
    (
        "Le juge Paul Maurel l'a dit au journal L'Étape. Un chauffeur du port a été entendu. Après une heure, l'homme, "
        "père de deux enfants, a déclaré qu'il suivait l'usage.",
        [("il suivait l'usage", "Un chauffeur du port")],
    ),
    # whom *on* stands for
    (
        "Le groupe suédois Brakko ferme l'usine. Le syndicat Terres vives proteste. Chez Brakko, on accuse les prix. Le "
        "groupe soutient que le site perd de l'argent.",
        [("le site perd de l'argent", "Brakko")],
    ),
    # one person, two functions; another trade is another person
    (
        "La rapporteure du texte, Viviane Maurel, y tient. Il coûte deux millions. « Nous taxons la pollution », plaide "
        "la députée de la Creuse.",
        [("Nous taxons la pollution", "Viviane Maurel")],
    ),
    (
        "La préfète, Viviane Maurel, y tient. Il coûte deux millions. « Nous taxons la pollution », plaide la députée de "
        "la Creuse.",
        [("Nous taxons la pollution", "la députée de la Creuse")],
    ),
    (
        "La préfète, Viviane Maurel, est venue. « Tout va bien », a-t-elle dit. La patronne, qui tient le bar du port, a "
        "prévenu qu'elle fermerait.",
        [("Tout va bien", "Viviane Maurel"), ("elle fermerait", "La patronne")],
    ),
    # of two who bear a name, the one spoken of here
    (
        "La juge Ermine Kerdal a disparu. « Ma sœur a laissé son chat », s'indigne Blanche Kerdal. La magistrate avait "
        "demandé une protection. Dans sa lettre, Mme Kerdal écrit que la même voiture passe chaque nuit.",
        [("Ma sœur a laissé son chat", "Blanche Kerdal"), ("la même voiture passe chaque nuit", "Ermine Kerdal")],
    ),
    # *lui* against what a body says
    (
        "L'ingénieur Étienne Royer dirige le bassin. Le service des eaux parle d'une « mise en sommeil ». Lui appelle "
        "cela un abandon. Il propose de rouvrir les vannes.",
        [("mise en sommeil", "Le service des eaux"), ("rouvrir les vannes", "Étienne Royer")],
    ),
    # one of several is one
    (
        "« La mer monte », ironise l'un d'eux, un pompier. Il ajoute qu'il dort peu.",
        [("La mer monte", "l'un d'eux"), ("il dort peu", "l'un d'eux")],
    ),
    # whose words a text holds, not who reads it
    ("En marge d'un plan, au crayon vert, on lit : « Faire vite. »", [("Faire vite.", None)]),
    ("En marge de la lettre, on lit : « Faire vite. »", [("Faire vite.", "la lettre")]),
    (
        "Le ministre Paul Roy a diffusé un message de son prédécesseur appelant à « la décence ».",
        [("la décence", "son prédécesseur")],
    ),
    (
        "Viviane Maurel affirme que la mine est sûre, ce que l'avocat des familles, Me Luc Castel, qualifie de « pure "
        "invention ».",
        [("la mine est sûre", "Viviane Maurel"), ("pure invention", "Luc Castel")],
    ),
    # who signs the text
    (
        "La note est affichée. « Triez vos gants. » Elle est signée de la directrice.",
        [("Triez vos gants.", "la directrice")],
    ),
    ("« Nous fermons », a dit Paul Roy. Le bail est signé par la mairie.", [("Nous fermons", "Paul Roy")]),
    # who is named in what somebody reports does not come forward
    (
        "Lazare Dembélé a publié un livre. Sa grand-mère répète qu'un homme pressé n'arrive nulle part. Là, il raconte "
        "tout. « Je dormais peu », corrige-t-il.",
        [("un homme pressé n'arrive nulle part", "Sa grand-mère"), ("Je dormais peu", "Lazare Dembélé")],
    ),
    (
        "Des équipes remplissent des sacs à Corvol, dont le maire, Bob Maurel, a prévenu que deux rues seraient fermées, "
        "tout en ajoutant que la rivière ne lit rien.",
        [("deux rues seraient fermées", "Bob Maurel"), ("la rivière ne lit rien", "Bob Maurel")],
    ),
    # a page about a life comes back to it with each paragraph
    (
        "Mort de Madeleine Kerdal\n\nLa sœur Madeleine Kerdal est morte lundi. Elle avait fondé le refuge.\n\n« Une "
        "femme rare », a salué la députée Viviane Maurel.\n\nLes ministres, elle les recevait en tablier. « Je leur "
        "téléphone », souriait-elle.",
        [("Une femme rare", "Viviane Maurel"), ("Je leur téléphone", "Madeleine Kerdal")],
    ),
    (
        "Mort de Madeleine Kerdal\n\nLa sœur Madeleine Kerdal est morte lundi.\n\nLa députée Viviane Maurel se souvient "
        "du tricot. « Une femme rare », soupire-t-elle.",
        [("Une femme rare", "Viviane Maurel")],
    ),
    # whoever does something to the one spoken of is another
    (
        "Madeleine Kerdal s'ennuyait à l'hôpital. L'infirmière qui la veillait affirme que le magnétophone tournait.",
        [("le magnétophone tournait", "L'infirmière")],
    ),
    # names of bodies that are a phrase, and bodies that no person's surname explains
    (
        "À Corvol, l'association Protégez les Mares juge que le bassin est perdu.",
        [("le bassin est perdu", "Protégez les Mares")],
    ),
    # *ce responsable* is whoever was just spoken of, not the first who can be called so
    (
        "Le porte-parole, Paul Roy, est parti mardi. En fin de journée, le chef de gare a reçu les usagers. Selon l'un "
        "d'eux, ce responsable leur a promis un train. Il a aussi assuré que la gare resterait ouverte.",
        [("ce responsable leur a promis un train", "l'un d'eux"), ("la gare resterait ouverte", "le chef de gare")],
    ),
    # who judges what a paper says goes on
    (
        "Lazare Dembélé a publié un livre. Le journal parle d'un « Mozart sans la grâce », comparaison qu'il trouve "
        "idiote. « Mozart ne tenait pas un service. »",
        [("Mozart sans la grâce", "Le journal"), ("Mozart ne tenait pas un service.", "Lazare Dembélé")],
    ),
    # a sentence that says what somebody is called
    (
        "Le monsieur qui ronfle s'appelle Albert Queyrel et il proteste : « C'est le voisin du dessus. »",
        [("C'est le voisin du dessus.", "Albert Queyrel")],
    ),
    # a clause with a subject of its own
    (
        "Il est tard et une voix de femme, à l'interphone, demande : « Qui est là ? »",
        [("Qui est là ?", "une voix de femme")],
    ),
    (
        "Paul Roy, président de Brakko, est venu. La mairie l'a reçu. « Nous tiendrons », dit le chef d'entreprise.",
        [("Nous tiendrons", "Paul Roy")],
    ),
    # the one concerned is whom the last speaker spoke of; whoever is asked answers
    (
        "Luc Castel a signé. « C'est raté », a ironisé Viviane Maurel. Le principal intéressé ne s'en formalise pas. "
        "« Elle a de la mémoire », sourit-il.",
        [("C'est raté", "Viviane Maurel"), ("Elle a de la mémoire", "Luc Castel")],
    ),
    (
        "Luc Castel a signé hier. Que répond la préfète Viviane Maurel ? « Rien de neuf sous le soleil. »",
        [("Rien de neuf sous le soleil.", "Viviane Maurel")],
    ),
    (
        "Luc Castel a signé hier. Que demander de plus ? « Rien de neuf sous le soleil. »",
        [("Rien de neuf sous le soleil.", "Luc Castel")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)


def test_what_is_denied_is_no_speaker(extractor: Extractor) -> None:
    text = "La mairie parle « d'un malentendu regrettable », et nie l'existence de tout fichier."
    assert all(q.speaker is not None and q.speaker.name == "La mairie" for q in extractor.extract(text).quotes)
