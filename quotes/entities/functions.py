"""Functions as sources: *le ministre*, *l'élue*, *son avocat*, *cette chercheuse*, and whom they mean here."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Discourse, Link
from quotes.entities.matching import DESCRIPTIONS, LOOSE, OFFICES, heads_of, kin, match_role
from quotes.entities.roles import Role, role
from quotes.entities.wording import DEMONSTRATIVES, INDEFINITE, POSSESSIVES, Wording, own_words
from quotes.syntax.article import Phrase

_NONE: frozenset[str] = frozenset()
_ACCUSED = heads_of("prévenu,accusé,suspect,condamné,détenu,mis en cause,mis en examen")
# whoever stands out, also one with a function
_ANYBODY = heads_of("homme,femme,trentenaire,quadragénaire,quinquagénaire,sexagénaire,septuagénaire,octogénaire")
_INTERESTED = heads_of("intéressé")
_TITLES_OF_FUNCTION = ("Me", "Maître", "Dr", "Pr", "Mgr", "Docteur")


# functions that somebody has for somebody: *son avocat* is another than *l'avocat*
_RELATIONS = heads_of(
    "avocat,conseil,agent,père,mère,frère,sœur,fils,fille,mari,épouse,époux,femme,compagnon,compagne,ami,oncle,tante,"
    "cousin,veuf,neveu,petit-fils,petite-fille,grand-père,grand-mère,beau-père,belle-mère,beau-frère,gendre,bru,"
    "collègue,voisin,associé,prédécesseur,successeur,homologue,confrère,bras droit,second,assistant"
)
# what somebody is to others is no function
_FAMILIAR = _RELATIONS - heads_of("avocat,conseil,agent,assistant,second")
# *le même élu*, *l'ancien professeur*: somebody spoken of, by one more of his descriptions
_AGAIN = re.compile(r"(?:même|ancien|ancienne|ex-\w+)\b", re.IGNORECASE)


# *une Italienne de 42 ans*
_ORIGIN = re.compile(r"(?:une? |le |la |l')?[A-ZÀ-Ý]")

_ACTING = re.compile(r" qui (?:la |le |l'|lui )")


class Functions(Discourse):
    """Reads the phrases that name a person by function."""

    def _role(self, source: Phrase, phrase: Wording, asked: Role, sentence: int) -> Link | None:
        gender = lexicon.roles().get(phrase.bare.split()[0].lower() if phrase.bare.split() else "")
        gender = gender if gender in ("m", "f") else phrase.gender()
        own = Link(own_words(phrase.text), "person", None, gender, False, "role by its own words")
        if phrase.opener in INDEFINITE:
            return replace(own, via="unnamed person")
        if re.search(r"\bd'une? ", phrase.bare):
            return own  # *la DRH d'une entreprise* was not spoken of before
        related = phrase.opener in POSSESSIVES and asked.head in _RELATIONS
        newcomer = self._newcomer(source, phrase, gender, sentence)
        if newcomer is not None:
            return replace(newcomer, via=f"{phrase.bare}: the person of the sentence before")
        if phrase.opener in DEMONSTRATIVES and asked.head in LOOSE:  # *ce responsable*: whoever was just spoken of
            near = self._nameless(source, asked, gender, sentence, loose=True)
            if near is not None:
                return near
        holder = self._holder(source, asked, gender, sentence, related) or self._apposed(source, gender)
        if holder is not None:
            return self._of(holder, f"role of {holder.name}")
        if phrase.opener in POSSESSIVES or self._acts_on(source):
            return own
        loose = phrase.opener in DEMONSTRATIVES or bool(_AGAIN.match(phrase.bare))
        taken_up = self._nameless(source, asked, gender, sentence, loose=True) if loose else None
        found = (
            taken_up
            or self._described(source, asked, gender, sentence)
            or self._nameless(source, asked, gender, sentence)
        )
        if found is not None and found.entity is not None:
            self._company.learn(self._cast[found.entity], asked)
        main = self._main
        if found is None and sentence <= 4 and main is not None and main.via == "named in the heading":
            entity = self._cast[main.entity] if main.entity is not None else None
            free = entity is not None and not [r for r in self._company.held(entity) if r.head not in LOOSE]
            if free and main.gender == gender and asked.head not in OFFICES:
                found = replace(main, via=f"{asked.text}: named in the heading")
        return found or self._unnamed(source, asked, sentence) or own

    def _unnamed(self, source: Phrase, asked: Role, sentence: int) -> Link | None:
        """*L'expert …, le praticien …, le médecin …*: one person without a name goes by his first function."""
        for seen in reversed(self._seen):
            one = seen.identity
            if sentence - seen.sentence > 2 or seen.at >= source.start:
                continue
            spoken = one.entity is None and one.kind == "person" and one.via == "role by its own words"
            other = role(one.name) if spoken else None
            if other is None or other.head == asked.head or other.content or asked.content:
                continue
            if match_role(other, asked) or match_role(asked, other):
                return replace(one, via=f"{asked.text}: {one.name} in other words")
        return None

    def _newcomer(self, source: Phrase, phrase: Wording, gender: str | None, sentence: int) -> Link | None:
        """*l'ancien ministre*: who acted just before, if the article says no function of his yet."""
        if not _AGAIN.match(phrase.bare):
            return None
        ranked = self._ranked(sentence, source.start, gender, False, people=True)
        best = ranked[0][1] if ranked else None
        if best is None or best.entity is None or self._company.held(self._cast[best.entity]):
            return None
        near = [s for s in self._seen if s.identity.name == best.name and s.at < source.start]
        return best if any(sentence - s.sentence <= 1 and s.weight >= 1.8 for s in near) else None

    def _holder(self, source: Phrase, asked: Role, gender: str | None, sentence: int, related: bool) -> Entity | None:
        """The one of the cast who holds the function; of several the one that stands out or is nearest above."""
        holders: list[tuple[int, Entity]] = []
        for entity in self._company.candidates(asked):
            if entity.kind != "person" or (gender and entity.gender and gender != entity.gender):
                continue
            held = [r for r in self._company.held(entity) if r in entity.roles or r.head not in LOOSE]
            held = [r for r in held if r.of or not related]
            score = max((match_role(asked, r) for r in held), default=0)
            if score:
                holders.append((score, entity))
        if not holders:
            return None
        top = max(score for score, _ in holders)
        best = [f for score, f in holders if score == top]
        actor = self._free_actor(sentence, source.start, gender) if top == 6 and asked.head in OFFICES else None
        if actor is not None:
            return actor  # *le président de l'UDI* need not be *le président* of the page
        if top > 3 or (len(best) == 1 and top == 3):
            return self._nearest(best, source.start)
        # a word for many functions: whoever of them is spoken of
        spoken_of = [i.entity for _, i in self._ranked(sentence, source.start, gender, False, people=True)]
        if top == 2:  # *le technicien rennais* is not the coach of another club when somebody else just came up
            spoken_of = spoken_of[:1]
        around = [f for index in spoken_of for f in best if f.index == index]
        return around[0] if around else self._nearest(best, source.start) if top == 3 else None

    def _free_actor(self, sentence: int, at: int, gender: str | None) -> Entity | None:
        """Who stands out and acted just before, if the article says no function of his."""
        ranked = self._ranked(sentence, at, gender, False, people=True)
        best = ranked[0][1] if ranked else None
        if best is None or best.entity is None or self._company.held(self._cast[best.entity]):
            return None
        acted = any(s.sentence >= sentence - 1 and s.weight >= 1.9 and s.identity.name == best.name for s in self._seen)
        return self._cast[best.entity] if acted else None

    def _apposed(self, source: Phrase, gender: str | None, bare: bool = False) -> Entity | None:
        """*Paul Roy, le candidat du parti à la mairie a dit*: the name that opens the sentence, before a comma.

        A phrase without determiner (``bare``: *Paul Roy, père de trois enfants*) goes with any name there.
        """
        article = self._article
        token = article.token_at(source.start)
        if token < 2 or article.tokens[token - 1].text != ",":
            return None
        lo, _ = article.range(article.sentence_of_token[token])
        entity = self._figure_in(article.tokens[token - 2].start, article.tokens[token - 2].end)
        if entity is None or entity.kind != "person" or (gender and entity.gender and gender != entity.gender):
            return None
        opens = any(s == article.tokens[lo].start and e == article.tokens[token - 2].end for s, e in entity.mentions)
        return entity if opens or bare else None

    def _described(self, source: Phrase, asked: Role, gender: str | None, sentence: int) -> Link | None:
        """*le prévenu*, *le jeune homme*: the only person of the page without title or function."""
        if asked.head in _INTERESTED:
            return self._concerned(source, gender, sentence)
        origin = asked.text[:1].isupper() and asked.head not in OFFICES  # *le Suisse*
        if asked.head not in DESCRIPTIONS and not origin:
            return None
        plain = self._plain[gender]
        ranked = self._ranked(sentence, source.start, gender, False, people=True)
        if asked.head in _ANYBODY and ranked and ranked[0][0] > 0.6:
            return replace(ranked[0][1], via=f"{asked.text}: the person spoken of")
        if asked.head not in _ACCUSED:  # *la jeune femme* is whoever stands out, *le prévenu* only one on trial
            for score, identity in ranked:
                if identity.entity is None and self._just_spoke(identity, sentence):
                    return replace(identity, via=f"{asked.text}: who spoke just before")
                if score > 0.5 and identity.entity in plain:
                    return replace(identity, via=f"{asked.text}: the person spoken of")
        if len(plain) == 1:
            return self._of(self._cast[next(iter(plain))], f"{asked.text}: the only person without a function")
        main = self.protagonist(source.start)
        if main is not None and main.entity in plain:
            return main
        return None

    @cached_property
    def _plain(self) -> dict[str | None, frozenset[int]]:
        """By gender, the indices of the persons without title or function."""

        def plain(entity: Entity) -> bool:
            titled = any(form.split()[0] in _TITLES_OF_FUNCTION for form in entity.forms)
            roles = (r for r in entity.roles if r.head not in DESCRIPTIONS | _RELATIONS)
            return not titled and all(_ORIGIN.match(r.text) for r in roles)

        return {g: frozenset(f.index for f in self._company.fitting(g) if plain(f)) for g in (None, "m", "f")}

    def _concerned(self, source: Phrase, gender: str | None, sentence: int) -> Link | None:
        """*l'intéressé*: whom the last speaker spoke of, else the last speaker."""
        ranked = self._ranked(sentence, source.start, gender, False, people=True)
        last = self.last_speaker[0].name if self.last_speaker is not None else ""
        others = [(score, i) for score, i in ranked if i.name != last and i.entity is not None and score > 0.25]
        found = (others or ranked)[0][1] if ranked else None
        return replace(found, via="the one concerned") if found is not None else None

    def _nearest(self, entities: list[Entity], at: int) -> Entity:
        def distance(entity: Entity) -> int:
            before = [at - s for s, _ in entity.mentions if s < at]
            return min(before) if before else 10**9

        return min(entities, key=distance)

    def _nameless(
        self, source: Phrase, asked: Role, gender: str | None, sentence: int, loose: bool = False
    ) -> Link | None:
        """A role that no name carries: the one spoken of, unless his own functions forbid it.

        A demonstrative (``loose``: *cette chercheuse*) takes up whoever stands out, a noun that describes anybody
        (*la responsable*) or stands alone (*l'officier*) too; an office (*le Premier ministre*) and a function with
        a complement (*le secrétaire de la CGT*) only somebody who just spoke or acted and has no other function.
        """
        alone = not asked.content and asked.head not in OFFICES
        general = loose or alone or asked.head in LOOSE
        reach = 3 if general else 2 if asked.content else 4
        ranked: list[tuple[float, Link, bool]] = []
        for score, identity in self._ranked(sentence, source.start, gender, False, people=True):
            entity = self._cast[identity.entity] if identity.entity is not None else None
            seen = [s for s in self._seen if s.identity.name == identity.name and s.at < source.start]
            if not seen or sentence - max(s.sentence for s in seen) > reach:
                continue
            if all(s.weight < 1.8 for s in seen) and not self._alone(identity, gender, sentence):
                continue
            if entity is None and loose:
                called = role(identity.name)
                far = called is not None and called.head not in LOOSE and not kin(asked.head, called.head)
                ranked.append((score, identity, far and asked.head not in LOOSE))
                continue
            if entity is None:
                known = role(identity.name)
                spoke = any(s.weight > 2.2 for s in seen)
                if spoke and not loose and known is not None and match_role(replace(asked, content=_NONE), known):
                    return identity
                continue
            if any(source.start <= s < source.end for s, _ in entity.mentions):
                continue
            held = [r.head for r in self._company.held(entity)]
            other = (
                bool(held)
                if asked.head in OFFICES
                else any(head not in LOOSE | _FAMILIAR and not kin(asked.head, head) for head in held)
            )
            ranked.append((score, identity, other))
        taken = asked.head in OFFICES and bool(ranked) and ranked[0][2]  # another office than his own
        if not general and ranked and not taken and self._just_spoke(ranked[0][1], sentence):
            return replace(ranked[0][1], gender=gender, via=f"{asked.text}: who spoke just before")
        if alone and not loose and asked.head not in LOOSE and ranked and ranked[0][2] and self._presented(source):
            return None
        free = [r for r in ranked if not r[2]]
        if not general or (ranked and free and free[0][0] > 0.6 * ranked[0][0]):
            ranked = free
        if not ranked and asked.head not in OFFICES:
            return self._only(source, asked, gender)
        if not ranked or (len(ranked) > 1 and not general and ranked[1][0] > 0.75 * ranked[0][0]):
            return None
        best = ranked[0][1]
        return replace(best, gender=best.gender or gender, via=f"{asked.text}: the person spoken of")

    def _presented(self, source: Phrase) -> bool:
        """*La patronne, qui refuse qu'on la paie, …*: does the page tell who she is, whom it has not named?"""
        return self._article.view[source.end : source.end + 8].startswith((", qui ", ", dont "))

    def _acts_on(self, source: Phrase) -> bool:
        """*L'aide-soignante qui la veillait*: whoever does something to the one spoken of is another."""
        return bool(_ACTING.match(self._article.view, source.end))

    def _just_spoke(self, identity: Link, sentence: int) -> bool:
        """Did this one speak in the sentence before, in the same paragraph?"""
        frames = self._article.sentences
        return (
            self._speaker is not None
            and self._speaker[0].name == identity.name
            and self._speaker[1] == sentence - 1
            and frames[sentence - 1].block == frames[sentence].block
        )

    def _alone(self, identity: Link, gender: str | None, sentence: int) -> bool:
        """Is it the only person whom the sentence before names, in the same paragraph?"""
        frames = self._article.sentences
        return (
            sentence > 0
            and frames[sentence - 1].block == frames[sentence].block
            and bool(self._lone(sentence - 1, gender, False))
            and any(s.sentence == sentence - 1 and s.identity.name == identity.name for s in self._seen)
        )

    def _only(self, source: Phrase, asked: Role, gender: str | None) -> Link | None:
        """The only man or woman of the page, who spoke before and has no other function."""
        fits = self._company.fitting(gender)
        if gender is None or len(fits) != 1 or any(r.head not in LOOSE for r in fits[0].roles):
            return None
        if not any(s.identity.entity == fits[0].index and s.weight > 2.2 for s in self._seen):
            return None
        return self._of(fits[0], f"{asked.text}: the only one of the page")
