"""Matching: how well a function that somebody holds answers to the one that a phrase asks for."""

from __future__ import annotations

from functools import cache

from quotes import lexicon
from quotes.entities.roles import Role, role


def heads_of(nouns: str) -> frozenset[str]:
    """The keys of functions, one a comma."""
    return frozenset(key.head for key in map(role, nouns.split(",")) if key is not None)


DESCRIPTIONS = heads_of(
    "prévenu,accusé,suspect,condamné,détenu,mis en cause,homme,femme,garçon,fille,jeune,quadragénaire,quinquagénaire,"
    "sexagénaire,septuagénaire,octogénaire,trentenaire,vingtenaire,nonagénaire,centenaire,adolescent,intéressé,"
    "conducteur,automobiliste"
)
# nouns that describe whoever was spoken of, whatever his function
LOOSE = DESCRIPTIONS | heads_of("responsable,dirigeant,élu,auteur,militant,membre,intervenant,interlocuteur,proche")
# of these there is one: whoever is spoken of does not hold it by chance
OFFICES = heads_of(
    "premier ministre,ministre,président,roi,reine,pape,préfet,procureur,maire,gouverneur,procureur général,ombudsman,"
    "vérificateur général,vérificatrice générale,bâtonnier"
)

# functions that somebody has for somebody: *son avocat* is another than *l'avocat*
RELATIONS = heads_of(
    "avocat,conseil,agent,père,mère,frère,sœur,fils,fille,mari,épouse,époux,femme,compagnon,compagne,ami,oncle,tante,"
    "cousin,veuf,neveu,petit-fils,petite-fille,grand-père,grand-mère,beau-père,belle-mère,beau-frère,gendre,bru,"
    "collègue,voisin,associé,prédécesseur,successeur,homologue,confrère,bras droit,second,assistant"
)
# what somebody is to others is no function
FAMILIAR = RELATIONS - heads_of("avocat,conseil,agent,assistant,second")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Role → the roles that it can stand for (*le chercheur* for an astronomer), by their keys."""
    out: dict[str, frozenset[str]] = {}
    for kind, names in lexicon.rows("role_kinds"):
        key = role(kind)
        if key is not None:
            out[key.head] = frozenset(r.head for r in map(role, names.split()) if r is not None)
    return out


# whoever has a seat may chair, report or speak for others
_SEATS = heads_of("député,sénateur,eurodéputé,conseiller,parlementaire")
_CHAIRS = heads_of("président,vice-président,rapporteur,porte-parole,chef de file,questeur,secrétaire")


def match_role(asked: Role, held: Role) -> int:
    """How well a function that somebody holds answers to the one asked for; 0 where it does not."""
    if asked.head == held.head:
        shared = len(asked.content & held.content)
        if asked.content <= held.content:
            return 10 + shared
        if held.content <= asked.content:
            return 6 + shared
        return 4 + shared if shared else 0
    words_held = {held.head, *held.head.split(), *held.content}
    if asked.head in words_held and asked.content <= words_held:
        return 5
    kinds = _kinds().get(asked.head, ())
    if held.head in kinds or held.head.split()[0] in kinds:
        return 3 if asked.content <= held.content else 0 if asked.head in OFFICES else 2
    return 0


def asking(asked: Role) -> frozenset[str]:
    """The words that a function asked for looks for: where none of them is `answering`, `match_role` is 0."""
    return frozenset((asked.head, *_kinds().get(asked.head, ())))


def answering(held: Role) -> frozenset[str]:
    """The words by which a function that somebody holds is found."""
    return frozenset((held.head, *held.head.split(), *held.content))


@cache
def kin(one: str, other: str) -> bool:
    """Can one person well be both (*buteur* and *milieu*: both are players)?"""
    both = {one, other}
    if one == other or both & _SEATS and both <= _SEATS | _CHAIRS:
        return True
    return any(both <= {kind, *heads} for kind, heads in _kinds().items() if kind not in LOOSE)
