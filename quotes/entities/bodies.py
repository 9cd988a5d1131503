"""Organisations as sources: named, meant by a general noun (*le syndicat*), or by their own words."""

from __future__ import annotations

import re
from dataclasses import replace

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.context import mention_in
from quotes.entities.discourse import Link, linked
from quotes.entities.names import fold
from quotes.entities.query import NounPhrase, Query
from quotes.entities.via import Via
from quotes.entities.wording import INDEFINITE, own_words, wording
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import low
from quotes.types import SpeakerKind

_ANAPHORIC = frozenset(
    "ong alliance organisation association syndicat parti agence entreprise société groupe compagnie constructeur"
    " quotidien journal hebdomadaire magazine chaîne institution institut club firme géant centrale fédération"
    " confédération juridiction fabricant opérateur fondation banque média site radio ligue marque distributeur"
    " avionneur équipementier collectif mouvement autorité régulateur instance organisme asbl ordre prison".split()
)

# who is called *la société* is no court, no ministry and no newspaper
_BUSINESS = frozenset(
    "entreprise société groupe compagnie constructeur firme géant fabricant opérateur marque distributeur avionneur"
    " équipementier start-up startup pme".split()
)
_PUBLIC = frozenset(
    "parquet tribunal cour bourse ministere prefecture mairie conseil syndicat federation confederation union"
    " commission universite assemblee senat association ligue parti gouvernement police gendarmerie academie agence"
    " region ville departement commune metropole fondation ordre observatoire inspection direction".split()
)

_BEHIND = re.compile(
    r"[a-zà-ÿ -]*?[a-zà-ÿ](?<! de)(?<! de la)(?<! du)(?<! des)(?<! d')(?<! à) "
    r"((?:[A-ZÀ-Ý][\w'-]*)(?: (?:[A-ZÀ-Ý][\w'-]*|de|du|des|au|la|et))*)$"
)

_NAME_BEHIND = re.compile(r"(?: [a-zà-ÿ]+)?, (?:le |la |l')?(?:[a-zà-ÿ-]+ )?(?=[A-ZÀ-Ý])")


def organisation(said: NounPhrase) -> Link:
    """Which organisation a phrase names: by its name, by one behind it, by a general noun, else by its own words."""
    organisations = said.named("organisation")
    named = _named_body(said, organisations[0]) if organisations else None
    if named is not None:
        return named
    bare, gender = said.wording.bare, said.wording.gender()
    behind = _BEHIND.match(bare)
    if behind and said.noun in lexicon.organisations() and not said.plural:
        return Link(behind.group(1), "organisation", None, gender, False, Via.BODY)
    apposed = body_behind(said.query)
    if apposed is not None and not said.plural:
        return replace(linked(apposed, Via.BODY_BEHIND), gender=gender)
    general = bare.islower() or bare == "ONG" or bare.lower() in _ANAPHORIC
    if general and len(bare.split()) <= 2 and said.wording.opener in ("l'", "la", "le", "cette", "cet", "ce"):
        spelled = _spelled(said)
        if spelled is not None:
            return spelled
        recent = _recent_organisation(said.query, said.noun)
        if recent is not None:
            return Link(recent.name, "organisation", recent.entity, gender, False, Via.BODY_NOUN, bare)
    kind: SpeakerKind = "group" if said.plural else "organisation"
    own = own_words(bare if bare[:1].isupper() else said.wording.text)
    return Link(own, kind, None, gender, said.plural, Via.OWN_BODY)


def body_behind(query: Query) -> Entity | None:
    """*la principale association de défense, l'April*: the name that a comma adds."""
    match = _NAME_BEHIND.match(query.view, query.phrase.end)
    held = query.context.mentions.get(match.end()) if match else None
    if held is None or held[0].kind != "organisation":
        return None
    return held[0] if re.match(r" ?[,:(]", query.view[held[1] : held[1] + 2]) else None


def _named_body(said: NounPhrase, named: Entity) -> Link | None:
    """The organisation whose name heads the phrase: *la CFDT*, *le groupe Dupraz*, not *le patron de Dupraz*."""
    query = said.query
    start = mention_in(query.phrase, named)[0]
    before = query.view[query.phrase.start : start].lower().split()
    if before and (before[-1] in ("de", "d'", "du", "des", "à", "au") or before[-1].endswith("d'")):
        return None
    if {"de", "du", "des"} & set(before):
        return None
    meant = _fuller(query, named)
    gender = "f" if before[:1] in (["la"], ["une"]) else "m" if before[:1] in (["le"], ["un"]) else None
    if gender is None and said.head is not None and len(before) == 1:  # *l'association Terres vives*
        gender = wording("").gender(said.head.morph)
    return Link(meant.name, "organisation", meant.index, gender, False, Via.BODY)


def _fuller(query: Query, named: Entity) -> Entity:
    """*la Cour* is *la Cour des comptes* where the article names that one."""
    noun = named.name.lower()
    if noun not in lexicon.organisations():
        return named
    longer = [f for f in query.context.index.bodies(noun) if f is not named]
    return longer[0] if len(longer) == 1 else named


def _recent_organisation(query: Query, noun: str) -> Link | None:
    """The body that acted last, best one that the article calls by this noun; only such for an uncommon noun."""
    best: tuple[float, Link] | None = None
    for seen in query.discourse.seen:
        link = seen.link
        named = link.entity is not None or any(c.isupper() for c in link.name[2:3] + link.name[:1])
        if link.kind != "organisation" or not named or seen.at >= query.at or not _can_be(noun, link.name):
            continue
        acts = 3.0 if seen.acts else 1.0
        if link.entity is not None and query.context.place_called(link.entity, noun) < query.at:
            acts *= 3.0
        elif noun not in _ANAPHORIC:
            continue
        weight = acts * seen.weight * 0.9 ** (query.sentence - seen.sentence)
        if best is None or weight >= best[0]:
            best = (weight, link)
    return best[1] if best else None


def _spelled(said: NounPhrase) -> Link | None:
    """*le syndicat* after *le syndicat d'améliorations foncières*: the words that said which."""
    query, article = said.query, said.query.article
    lo = article.range(max(0, query.sentence - 15))[0]
    for i in range(article.token_at(query.at) - 1, lo, -1):
        if low(article, i) != said.noun or i + 1 >= len(article.tokens) or article.tokens[i].text[0].isupper():
            continue
        hi = article.range(article.sentence_of_token[i])[1]
        if low(article, i + 1) not in ("de", "d'", "des", "du") or low(article, i - 1) in INDEFINITE:
            continue
        found = phrase_from(article, i, hi)
        if found is not None and len(article.view[found.start : found.end].split()) > 1:
            text = own_words(article.view[found.start : found.end])
            return Link(text, "organisation", None, None, False, Via.BODY_SPELLED, said.noun)
    return None


def _can_be(noun: str, name: str) -> bool:
    """Can *la société* mean *Parquet de Bobigny*? Not where the name's own noun says another sort."""
    first = re.split(r"[\s-]", re.sub(r"^(?:le |la |les |l')", "", fold(name)))[0]
    return not (noun in _BUSINESS and first in _PUBLIC)
