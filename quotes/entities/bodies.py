"""Organisations as sources: named, meant by a general noun (*le syndicat*), or by their own words."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Discourse, Link
from quotes.entities.names import fold
from quotes.entities.wording import INDEFINITE, Wording, own_words, wording
from quotes.syntax.article import Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import low

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


class Bodies(Discourse):
    """Reads the phrases that name an organisation."""

    def _organisation(
        self, source: Phrase, phrase: Wording, organisations: list[Entity], sentence: int, plural: bool, head_noun: str
    ) -> Link | None:
        if organisations:
            named = self._named_body(source, organisations[0])
            if named is not None:
                return named
        behind = _BEHIND.match(phrase.bare)
        if behind and head_noun in lexicon.organisations() and not plural:
            return Link(behind.group(1), "organisation", None, phrase.gender(), False, "organisation named")
        gender = phrase.gender()
        bare = phrase.bare
        apposed = self._body_behind(source)
        if apposed is not None and not plural:
            return replace(self._of(apposed, "organisation named behind"), gender=gender)
        if (
            len(bare.split()) <= 2
            and phrase.opener in ("l'", "la", "le", "cette", "cet", "ce")
            and (bare.islower() or bare == "ONG" or bare.lower() in _ANAPHORIC)
        ):
            spelled = self._spelled(source, sentence, head_noun)
            if spelled is not None:
                return spelled
            recent = self._recent_organisation(sentence, source.start, head_noun)
            if recent is not None:
                return Link(recent.name, "organisation", recent.entity, gender, False, f"organisation: {bare}")
        kind = "group" if plural else "organisation"
        return Link(
            own_words(bare if bare[:1].isupper() else phrase.text),
            kind,  # type: ignore[arg-type]
            None,
            gender,
            plural,
            "organisation by its own words",
        )

    def _named_body(self, source: Phrase, named: Entity) -> Link | None:
        """The organisation whose name heads the phrase: *la CFDT*, *le groupe Dupraz*, not *le patron de Dupraz*."""
        start = next(s for s, e in named.mentions if source.start < e and s < source.end)
        before = self._article.view[source.start : start].lower().split()
        if before and (before[-1] in ("de", "d'", "du", "des", "à", "au") or before[-1].endswith("d'")):
            return None
        if {"de", "du", "des"} & set(before):
            return None
        end = self._at[start][1]
        rest = self._article.view[end : source.end]
        titled = re.match(r"[A-Z](?:a|e|es) ", self._article.view[start:end])
        if titled and re.fullmatch(r"(?: (?:du|de la|des|et|de|la) [A-ZÀ-Ý][\w'-]+)+", rest):
            name = self._article.view[start : source.end]  # *La Relance du Moulin*
            return Link(name, "organisation", None, None, False, "organisation named")
        named = self._fuller(source, named)
        gender = "f" if before[:1] in (["la"], ["une"]) else "m" if before[:1] in (["le"], ["un"]) else None
        if gender is None and source.head is not None and len(before) == 1:  # *l'association Terres vives*
            gender = wording("").gender(self._article.tokens[source.head].morph)
        return Link(named.name, "organisation", named.index, gender, False, "organisation named")

    def _fuller(self, source: Phrase, named: Entity) -> Entity:
        """*la Cour* is *la Cour des comptes* where the article names that one."""
        noun = named.name.lower()
        if noun not in lexicon.organisations():
            return named
        longer = [f for f in self._company.bodies(noun) if f is not named]
        return longer[0] if len(longer) == 1 else named

    def _body_behind(self, source: Phrase) -> Entity | None:
        """*la principale association de défense, l'April*: the name that a comma adds."""
        match = _NAME_BEHIND.match(self._article.view, source.end)
        held = self._at.get(match.end()) if match else None
        if held is None or held[0].kind != "organisation":
            return None
        return held[0] if re.match(r" ?[,:(]", self._article.view[held[1] : held[1] + 2]) else None

    def _recent_organisation(self, sentence: int, at: int, noun: str) -> Link | None:
        """The body that acted last, best one that the article calls by this noun; only such for an uncommon noun."""
        best: tuple[float, Link] | None = None
        for seen in self._seen:
            identity = seen.identity
            named = identity.entity is not None or any(c.isupper() for c in identity.name[2:3] + identity.name[:1])
            if identity.kind != "organisation" or not named or seen.at >= at or not _can_be(noun, identity.name):
                continue
            acts = 3.0 if seen.weight >= 1.8 else 1.0
            if identity.entity is not None and self._called(identity.entity, noun) < at:
                acts *= 3.0
            elif noun not in _ANAPHORIC:
                continue
            weight = acts * seen.weight * 0.9 ** (sentence - seen.sentence)
            if best is None or weight >= best[0]:
                best = (weight, identity)
        return best[1] if best else None

    def _called(self, entity: int, noun: str) -> float:
        """Where the noun stands that the article first calls it by (*le groupe Dupraz*, *Terres vives, une ONG*).

        Infinity where there is none.
        """
        known = self._calls.get((entity, noun))
        if known is not None:
            return known
        view = self._article.view
        before = re.compile(rf"\b{noun} (?:[\w'-]+ )?$")
        behind = re.compile(rf",? (?:\(|(?:une?|le|la|premi\w+|principal\w*) |l')(?:[\w'-]+ )?{noun}\b")
        place = math.inf
        for start, end in self._cast[entity].mentions:
            if called := before.search(view, max(0, start - 40), start):
                place = called.start()
                break
            if apposed := behind.match(view, end):
                place = apposed.end() - len(noun)
                break
        return self._calls.setdefault((entity, noun), place)

    def _spelled(self, source: Phrase, sentence: int, noun: str) -> Link | None:
        """*le syndicat* after *le syndicat d'améliorations foncières*: the words that said which."""
        article = self._article
        lo = article.range(max(0, sentence - 15))[0]
        for i in range(article.token_at(source.start) - 1, lo, -1):
            if low(article, i) != noun or i + 1 >= len(article.tokens) or article.tokens[i].text[0].isupper():
                continue
            hi = article.range(article.sentence_of_token[i])[1]
            if low(article, i + 1) not in ("de", "d'", "des", "du") or low(article, i - 1) in INDEFINITE:
                continue
            found = phrase_from(article, i, hi)
            if found is not None and len(article.view[found.start : found.end].split()) > 1:
                text = own_words(article.view[found.start : found.end])
                return Link(text, "organisation", None, None, False, f"organisation spelled out: {noun}")
        return None


def _can_be(noun: str, name: str) -> bool:
    """Can *la société* mean *Parquet de Bobigny*? Not where the name's own noun says another sort."""
    first = re.split(r"[\s-]", re.sub(r"^(?:le |la |les |l')", "", fold(name)))[0]
    return not (noun in _BUSINESS and first in _PUBLIC)
