"""Nouns as sources: which of a document, a function, an organisation, a group a noun phrase is."""

from __future__ import annotations

import re
from itertools import pairwise

from quotes import lexicon
from quotes.entities.bodies import organisation
from quotes.entities.context import mention_in
from quotes.entities.descriptions import taken_up
from quotes.entities.discourse import Link, linked
from quotes.entities.documents import document, named_author, owner
from quotes.entities.functions import name_before, person_by_function
from quotes.entities.names import fold
from quotes.entities.query import NounPhrase, Query, noun_phrase
from quotes.entities.roles import Role, role
from quotes.entities.salience import salient
from quotes.entities.via import Via
from quotes.entities.wording import DEMONSTRATIVES, own_words
from quotes.syntax.animate import could_speak
from quotes.syntax.article import Phrase
from quotes.syntax.words import low
from quotes.types import SpeakerKind

# *la Liégeoise*, *l'Uruguayen*: where somebody is from
DEMONYM = re.compile(
    r"[A-ZÀ-Ý][\w-]*(?:ien|ienne|éen|éenne|ais|aise|ois|oise|ain|aine|an|ane|in|ine|ard|arde|ol|ole|(?<![ts]i)onn?e?|asque|ote?)"
)
CROWDS = frozenset("minorité majorité opposition entourage droite gauche foule public assistance famille clan".split())
_FEMININE_DEMONYM = re.compile(r"ancienne\b|[\w-]+(?:enne|aise|oise|aine|ine|ane|onne|arde)$")
_THIS_LAST = re.compile(r"(?:ce|cette|cet) derni(?:er|ère)\b", re.IGNORECASE)
# *les deux hommes* after *X et Y*
_BOTH = re.compile(r"(?:[Ll]es|[Cc]es) deux [a-zà-ÿ-]+$")
_AND = re.compile(r"(?:,[^.;:]*)? (?:et|ainsi que|comme) (?:[a-zà-ÿ'éè ]+ )?(?:M\.|Mme )?")
# *l'un d'eux*, *une des infirmières*
_ONE_OF = re.compile(
    r"(?:l')?(une?) (?:d'entre )?(?:d'|des |de (?:ses|ces|nos|leurs) )(?:eux|elles|[a-zà-ÿ]+s\b|deux|trois)",
    re.IGNORECASE,
)
_SOME = frozenset("certains certaines plusieurs beaucoup autres d'autres".split())
_NAMED = re.compile(r"[A-ZÀ-Ý][\w'-]+ (?:de |du |des |d')?[A-ZÀ-Ý0-9]")
_FORMER = re.compile(r"ancien(?:ne)? (?:de |du |des |d')")
_ORDINALS = {"premier": (0, "m"), "première": (0, "f"), "second": (1, "m"), "seconde": (1, "f"), "deuxième": (1, None)}
_DEFINITE = ("le", "la", "l'")


def noun(query: Query) -> Link | None:
    """Whom a noun phrase means. None only for *ce dernier* where nobody fits."""
    said = noun_phrase(query)
    if _THIS_LAST.match(said.wording.text):
        return latest(query, "f" if "dernière" in said.wording.text.lower() else "m", False)
    pointed = _pointing(said)
    if pointed is not None:
        return pointed
    if {said.noun, said.noun.rstrip("s") if said.plural else said.noun} & lexicon.documents():
        author = named_author(said)
        whose = owner(said) if author is None else None
        return author or (noun(query.about(whose)) if whose is not None else document(said))
    asked = role(said.wording.bare)
    if asked is not None and _names_function(said):
        return person_by_function(said, asked)
    if said.noun in lexicon.organisations() or said.named("organisation"):
        return organisation(said)
    return _several(said) or _name(said) or _spoken_of(said) or _own_words(said)


def latest(query: Query, gender: str | None, plural: bool) -> Link | None:
    """*celui-ci*, *ce dernier*: the last one named that fits, by name or by function."""
    article = query.article
    lo = article.range(max(0, query.sentence - 1))[0]
    for i in range(article.token_at(query.at) - 1, lo - 1, -1):
        token = article.tokens[i]
        entity = query.context.entity_at(token.start, token.end)
        if entity is not None and entity.kind == "person":
            if not (gender and entity.gender and entity.gender != gender):
                return linked(entity, Via.LAST_NAMED)
            continue
        phrase = _function_at(query, i, lo) if token.upos == "NOUN" else None
        found = noun(query.about(phrase)) if phrase is not None else None
        if found is not None and not (gender and found.gender and found.gender != gender):
            return found
    return salient(query, gender, plural, Via.LAST_NAMED, people=True)


def pair(query: Query) -> Link | None:
    """*X et Y* in one of the two sentences before."""
    context, article = query.context, query.article
    for before in range(query.sentence - 1, max(-1, query.sentence - 3), -1):
        whole = article.sentences[before]
        starts = context.names_in(whole.start, min(whole.end, query.at))
        people = [s for s in starts if context.mentions[s][0].kind == "person"]
        for a, b in pairwise(people):
            (first, end), (second, _) = context.mentions[a], context.mentions[b]
            if first is not second and _AND.fullmatch(article.view[end:b]):
                return linked(first, Via.PAIR, others=(second.index,))
    return None


def _function_at(query: Query, i: int, lo: int) -> Phrase | None:
    """*le ministre de l'Industrie* (*le 2 octobre*): the phrase around a noun of function, if it has an article."""
    article = query.article
    if low(article, i) not in lexicon.roles() or i <= lo or low(article, i - 1) not in ("le", "la", "l'", "un", "une"):
        return None
    if i - 2 > lo and low(article, i - 2) in ("d'", "de") and low(article, i - 3) in lexicon.roles():
        return None
    end = i + 1
    while end < min(article.subtree(i)[1], i + 6) and not (
        low(article, end) in ("le", "la", "les", ",") and article.tokens[end - 1].upos != "ADP"
    ):
        end += 1
    return Phrase(article.tokens[i - 1].start, article.tokens[end - 1].end, i)


def _pointing(said: NounPhrase) -> Link | None:
    """Words that point at somebody: a bare phrase beside a name, *le même*, *la seconde*."""
    query, phrase = said.query, said.wording
    if not phrase.opener and not said.entities:
        beside = name_before(query, None, bare=True)
        if beside is not None:
            return linked(beside, Via.BESIDE)
    last = query.discourse.last_speaker
    if phrase.bare.lower() == "même" and last is not None:
        return last[0].by(Via.SAME)
    return _of_two(query, phrase.bare.lower()) if phrase.bare.lower() in _ORDINALS else None


def _of_two(query: Query, ordinal: str) -> Link | None:
    """*le premier*, *la seconde*: of the last two persons named before."""
    last: list[Link] = []
    for seen in sorted(query.discourse.seen, key=lambda s: -s.at):
        if seen.at < query.at and seen.link.kind == "person" and not seen.link.plural:
            if all(seen.link.name != other.name for other in last):
                last.insert(0, seen.link)
            if len(last) == 2:
                break
    if len(last) < 2:
        return None
    place, gender = _ORDINALS[ordinal]
    meant = last[place]
    return None if gender and meant.gender and meant.gender != gender else meant.by(Via.OF_TWO, ordinal)


def _names_function(said: NounPhrase) -> bool:
    """Is the head a function of one person?"""
    heads = {said.words[0] if said.words else "", " ".join(said.words[:2]), said.noun}
    return not said.plural and said.noun not in lexicon.organisations() and bool(heads & lexicon.roles().keys())


def _several(said: NounPhrase) -> Link | None:
    """Several, or one of them: *les frères Luc et Samuel Testuz*, *les deux hommes*, *l'une d'elles*, *certains*."""
    query, text = said.query, said.wording.text
    people = said.named("person")
    if said.plural and len(people) > 1 and said.head is not None:
        first = mention_in(query.phrase, people[0])[0]
        if query.view[said.head.end : first].strip(" ,") == "":
            return linked(people[0], Via.NAMED_TOGETHER, others=tuple(f.index for f in people[1:]))
    both = pair(query) if _BOTH.match(text) else None
    if both is not None:
        return both.by(Via.BOTH, text)
    single = _ONE_OF.match(text)
    if single:
        gender = "f" if single.group(1).lower() == "une" else "m"
        return Link(own_words(text), "unknown", None, gender, False, Via.ONE_OF)
    if said.plural or said.noun in _SOME or text.lower().startswith("d'autres"):
        return Link(own_words(text), "group" if said.plural else "unknown", None, None, True, Via.GROUP)
    return None


def _name(said: NounPhrase) -> Link | None:
    """A name, or where somebody is from (*la Liégeoise*), or what he was (*l'ancien du club*)."""
    query, phrase, token = said.query, said.wording, said.head
    proper, demonym = token is not None and token.upos == "PROPN", DEMONYM.fullmatch(phrase.bare)
    match = query.context.index.named(phrase.bare) if proper or demonym else None
    if match is not None:
        return linked(match, Via.NAMED)
    if phrase.opener in _DEFINITE and (demonym or _FORMER.match(phrase.bare)):
        gender = phrase.gender() or ("f" if _FEMININE_DEMONYM.match(phrase.bare) else None)
        meant = salient(query, gender, False, Via.DESCRIBED, phrase.bare, people=True)
        if meant is not None:
            return meant
    if proper:
        kind: SpeakerKind = "person" if len(phrase.bare.split()) > 1 and not phrase.opener else "organisation"
        return Link(own_words(phrase.text), kind, None, None, False, Via.OWN_NAME)
    if phrase.opener in _DEFINITE and _NAMED.match(phrase.bare):
        titled = phrase.text[:1].isupper() and query.view[: query.at].rstrip()[-1:].isalpha()
        name = own_words(phrase.text if titled else phrase.bare)  # *titre La Gazette du Forez*
        return Link(name, "organisation", None, _gender(said), False, Via.OWN_NAME)
    return None


def _gender(said: NounPhrase) -> str | None:
    return said.wording.gender(said.head.morph if said.head is not None else "")


def _spoken_of(said: NounPhrase) -> Link | None:
    """A noun that is no function, of one who could speak (*le rescapé*), or with a demonstrative (*cet homme-là*)."""
    query, phrase, gender = said.query, said.wording, _gender(said)
    plain = phrase.bare.isalpha() and phrase.bare.islower()
    if phrase.opener in _DEFINITE and plain and could_speak(query.article, query.phrase):
        meant = taken_up(query, Role(phrase.bare, fold(phrase.bare), frozenset()), gender)
        if meant is not None:
            return meant
    if phrase.opener in DEMONSTRATIVES:
        return salient(query, gender, False, Via.DESCRIBED, phrase.bare, people=True)
    return None


def _own_words(said: NounPhrase) -> Link:
    bare = said.wording.bare
    kind: SpeakerKind = "group" if said.noun in CROWDS else "organisation" if bare[:1].isupper() else "unknown"
    return Link(own_words(said.wording.text), kind, None, _gender(said), False, Via.OWN_WORDS)
