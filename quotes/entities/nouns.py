"""Nouns as sources: which of a document, a function, an organisation, a group a noun phrase is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from quotes import lexicon
from quotes.entities.bodies import Bodies
from quotes.entities.discourse import Link
from quotes.entities.documents import Documents
from quotes.entities.functions import Functions
from quotes.entities.names import fold, given_gender
from quotes.entities.roles import Role, role
from quotes.entities.wording import DEMONSTRATIVES, own_words, wording
from quotes.syntax.animate import could_speak
from quotes.syntax.article import Phrase
from quotes.syntax.words import low

# *la Liégeoise*, *l'Uruguayen*: where somebody is from
DEMONYM = re.compile(
    r"[A-ZÀ-Ý][\w-]*(?:ien|ienne|éen|éenne|ais|aise|ois|oise|ain|aine|an|ane|in|ine|ard|arde|ol|ole|(?<![ts]i)onn?e?|asque|ote?)"
)
# *les deux hommes* after *X et Y*
_BOTH = re.compile(r"(?:[Ll]es|[Cc]es) deux [a-zà-ÿ-]+$")
_AND = re.compile(r"(?:,[^.;:]*)? (?:et|ainsi que|comme) (?:[a-zà-ÿ'éè ]+ )?(?:M\.|Mme )?")
# *l'un d'eux*, *une des infirmières*
_ONE_OF = re.compile(
    r"(?:l')?(une?) (?:d'entre )?(?:d'|des |de (?:ses|ces|nos|leurs) )(?:eux|elles|[a-zà-ÿ]+s\b|deux|trois)",
    re.IGNORECASE,
)
_SOME = frozenset("certains certaines plusieurs beaucoup autres d'autres".split())
CROWDS = frozenset("minorité majorité opposition entourage droite gauche foule public assistance famille clan".split())
# *l'un d'eux, surnommé Titi*
_CALLED = re.compile(r",? (?:surnommée?|prénommée?|alias|dite?) (?P<name>[A-ZÀ-Ý][\w'-]+)(?=[,.;) ])")
# *le gendarme de la Bourse* is an authority
_WATCHDOG = re.compile(r"gendarme (?:boursier|(?:de la|de l'|des|du) ?(?:[a-zà-ÿ]|Bourse))")
_NAMED = re.compile(r"[A-ZÀ-Ý][\w'-]+ (?:de |du |des |d')?[A-ZÀ-Ý0-9]")
_FORMER = re.compile(r"ancien(?:ne)? (?:de |du |des |d')")
_ORDINALS = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "deuxième": 1}


class Nouns(Documents, Bodies, Functions):
    """Reads the noun phrases that name a source."""

    def _noun(self, source: Phrase, sentence: int) -> Link | None:
        article = self._article
        phrase = wording(article.view[source.start : source.end].replace("\n", " "))
        entities = self._figures_in(source)
        if re.match(r"(?:ce|cette|cet) derni(?:er|ère)\b", phrase.text.lower()):
            comma = re.compile(r", (?=[A-ZÀ-Ý])").match(article.view, source.end)
            named = self._figure_in(comma.end(), comma.end() + 1) if comma else None
            if named is not None and named.kind == "person":  # *cette dernière, Lilou,*
                return self._of(named, f"beside {named.name}")
            return self._latest(source.start, "f" if "dernière" in phrase.text.lower() else "m", False, sentence)
        if phrase.text.lower().startswith("quelqu'"):
            return Link("quelqu'un", "unknown", None, None, False, "somebody")
        if not phrase.opener and not entities:
            beside = self._apposed(source, None, bare=True)
            if beside is not None:
                return self._of(beside, f"beside {beside.name}")
        if phrase.bare.lower() == "même" and self.last_speaker is not None:
            return replace(self.last_speaker[0], via="the same as before")
        if phrase.bare.lower() in _ORDINALS:
            ordered = self._of_two(source, phrase.bare.lower())
            if ordered is not None:
                return ordered
        called = _CALLED.match(article.view, source.end)
        if called and not entities:
            name = called.group("name")
            one = {"l'un d": "m", "l'une ": "f"}.get(phrase.text.lower()[:6])
            return Link(name, "person", None, one or phrase.gender() or given_gender(name), False, "called so")
        if _WATCHDOG.match(phrase.bare):
            body = self._recent_organisation(sentence, source.start, "autorité")
            if body is not None:
                return replace(body, via=f"organisation: {phrase.bare}")
        heads = re.findall(r"[\w-]+", phrase.bare.lower())
        plural = phrase.plural or bool(
            source.head is not None and "Number=Plur" in article.tokens[source.head].morph and not entities
        )
        head_noun = low(article, source.head) if source.head is not None else (heads[0] if heads else "")
        if {head_noun, head_noun.rstrip("s") if plural else head_noun} & lexicon.documents():
            return self._document(source, phrase, entities, sentence, plural)
        asked = role(phrase.bare)
        named_role = head_noun in lexicon.roles() or bool(
            {heads[0] if heads else "", " ".join(heads[:2])} & lexicon.roles().keys()
        )
        if asked is not None and named_role and not plural and head_noun not in lexicon.organisations():
            return self._role(source, phrase, asked, sentence)
        organisations = [f for f in entities if f.kind == "organisation"]
        if head_noun in lexicon.organisations() or organisations:
            return self._organisation(source, phrase, organisations, sentence, plural, head_noun)
        people = [f for f in entities if f.kind == "person"]
        if plural and len(people) > 1 and source.head is not None:
            first = next(s for s, e in people[0].mentions if source.start < e and s < source.end)
            behind = article.view[article.tokens[source.head].end : first]
            if behind.strip(" ,") == "":  # *les frères Luc et Samuel Testuz*
                return self._of(people[0], "named together", tuple(f.index for f in people[1:]))
        if _BOTH.match(phrase.text):
            pair = self._pair(sentence, source.start)
            if pair is not None:
                return replace(pair, via=f"both: {phrase.text}")
        single = _ONE_OF.match(phrase.text)
        if single:
            sex = "f" if single.group(1).lower() == "une" else "m"
            return Link(own_words(phrase.text), "unknown", None, sex, False, "one of several")
        if plural or head_noun in _SOME or phrase.text.lower().startswith("d'autres"):
            kind = "group" if plural else "unknown"
            return Link(own_words(phrase.text), kind, None, None, True, "group by its own words")  # type: ignore[arg-type]
        token = article.tokens[source.head] if source.head is not None else None
        if token is not None and token.upos == "PROPN" or DEMONYM.fullmatch(phrase.bare):
            match = self._company.named(phrase.bare)
            if match is not None:
                return self._of(match, "named")
        if phrase.opener in ("le", "la", "l'") and (DEMONYM.fullmatch(phrase.bare) or _FORMER.match(phrase.bare)):
            gender = (
                "f" if re.match(r"ancienne\b|[\w-]+(?:enne|aise|oise|aine|ine|ane|onne|arde)$", phrase.bare) else None
            )
            gender = phrase.gender() or gender
            meant = self._salient(
                sentence, source.start, gender, False, f"the one spoken of: {phrase.bare}", people=True
            )
            if meant is not None:
                return meant
        if token is not None and token.upos == "PROPN":
            kind = "person" if len(phrase.bare.split()) > 1 and not phrase.opener else "organisation"
            return Link(own_words(phrase.text), kind, None, None, False, "name by its own words")  # type: ignore[arg-type]
        gender = phrase.gender(token.morph if token is not None else "")
        if phrase.opener in ("le", "la", "l'") and _NAMED.match(phrase.bare):
            titled = phrase.text[:1].isupper() and article.view[: source.start].rstrip()[-1:].isalpha()
            name = own_words(phrase.text if titled else phrase.bare)  # *titre La Gazette du Forez*
            return Link(name, "organisation", None, gender, False, "name by its own words")
        if (
            phrase.opener in ("le", "la", "l'")
            and phrase.bare.isalpha()
            and phrase.bare.islower()
            and could_speak(article, source)
        ):
            noun = Role(phrase.bare, fold(phrase.bare), frozenset())
            meant = self._nameless(source, noun, gender, sentence)
            if meant is not None:
                return meant
        if phrase.opener in DEMONSTRATIVES:
            rule = f"the one spoken of: {phrase.bare}"
            meant = self._salient(sentence, source.start, gender, False, rule, people=True)
            if meant is not None:
                return meant
        kind = "group" if head_noun in CROWDS else "organisation" if phrase.bare[:1].isupper() else "unknown"
        return Link(own_words(phrase.text), kind, None, gender, False, "own words")  # type: ignore[arg-type]

    def _of_two(self, source: Phrase, ordinal: str) -> Link | None:
        """*le premier*, *la seconde*: of the last two persons named before."""
        last: list[Link] = []
        for seen in sorted(self._seen, key=lambda s: -s.at):
            if seen.at < source.start and seen.identity.kind == "person" and not seen.identity.plural:
                if all(seen.identity.name != other.name for other in last):
                    last.insert(0, seen.identity)
                if len(last) == 2:
                    break
        if len(last) < 2:
            return None
        meant = last[_ORDINALS[ordinal]]
        gender = {"première": "f", "seconde": "f", "premier": "m", "second": "m"}.get(ordinal)
        if gender and meant.gender and meant.gender != gender:
            return None
        return replace(meant, via=f"{ordinal} of two")

    def _pair(self, sentence: int, at: int) -> Link | None:
        """*X et Y* in one of the two sentences before."""
        article = self._article
        for before in range(sentence - 1, max(-1, sentence - 3), -1):
            whole = article.sentences[before]
            starts = [s for s in self._between(whole.start, min(whole.end, at)) if self._at[s][0].kind == "person"]
            for a, b in pairwise(starts):
                first, second = self._at[a][0], self._at[b][0]
                between = article.view[self._at[a][1] : b]
                if first is not second and _AND.fullmatch(between):
                    return self._of(first, "pair", (second.index,))
        return None

    def _latest(self, at: int, gender: str | None, plural: bool, sentence: int) -> Link | None:
        """*celui-ci*, *ce dernier*: the last one named that fits."""
        article = self._article
        lo = article.range(max(0, sentence - 1))[0]
        for i in range(article.token_at(at) - 1, lo - 1, -1):
            token = article.tokens[i]
            entity = self._figure_in(token.start, token.end)
            if entity is not None and entity.kind == "person":
                if not (gender and entity.gender and entity.gender != gender):
                    return self._of(entity, "the last one named")
            elif (
                token.upos == "NOUN"
                and low(article, i) in lexicon.roles()
                and i > lo
                and low(article, i - 1) in ("le", "la", "l'", "un", "une")
                and not (i - 2 > lo and low(article, i - 2) in ("d'", "de") and low(article, i - 3) in lexicon.roles())
            ):
                end = i + 1  # *le ministre de l'Industrie* (*le 2 octobre*)
                while end < min(article.subtree(i)[1], i + 6) and not (
                    low(article, end) in ("le", "la", "les", ",") and article.tokens[end - 1].upos != "ADP"
                ):
                    end += 1
                identity = self._noun(Phrase(article.tokens[i - 1].start, article.tokens[end - 1].end, i), sentence)
                if identity is not None and not (gender and identity.gender and identity.gender != gender):
                    return identity
        return self._salient(sentence, at, gender, plural, "the last one named", people=True)
