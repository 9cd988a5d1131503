"""Entrances: whom a sentence puts on the stage, and how far in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import STAMP, Link, Seen
from quotes.entities.index import unsure
from quotes.entities.nouns import CROWDS
from quotes.entities.openings import Openings
from quotes.entities.pronouns import Pronouns
from quotes.entities.wording import wording
from quotes.syntax.animate import nameable
from quotes.syntax.article import Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import source_of
from quotes.syntax.words import is_finite, low
from quotes.types import Span

# who wrote or drew the page says nothing in it
_BYLINE = re.compile(
    r"(?:Par|Propos recueillis|Photos?|Texte|Dessin|De notre|De nos)\b(?: [^.:!?]*)?(?:[A-ZÀ-Ý][\w'-]+)[^.!?:]*$"
)
# a subject that keeps whoever was spoken of on the stage; *il* is too often impersonal
_GOING_ON = frozenset("il elle ils elles".split())
# verbs whose *il* is nobody, where the tagger does not know
_IMPERSONAL = frozenset(
    "falloir être avoir agir suffire sembler paraître rester convenir exister arriver manquer importer valoir faire"
    " aller avérer pleuvoir neiger résulter ressortir apparaître venir advenir incomber revenir tarder"
    " pouvoir devoir".split()
)
# whom the subject acts on stands behind it, yet is there
_OBJECTS = frozenset(("obj", "iobj", "obl:arg", "obl:agent"))
_ARTICLES = frozenset("le la l' un une".split())
# *Lui, aujourd'hui retraité, en rit*
_STRESSED = frozenset("lui elle eux elles".split())

# *Chez X, on justifie la décision*: it is X that does so
_VOICED = re.compile(r"(?:Chez|Du côté d[eu']|Au sein d[eu'])[^.;:«]{2,50}, (?:on|l'on) ")
# *le monsieur qui ronfle s'appelle X*: X it is
_NAMING = re.compile(r"(?:s'appelle|se nomme|se prénomme|répond au nom de) $")
_INTERIM = re.compile(r" par intérim(?: (?:du |de la |de l'|des |de |d')[\w'-]+)?")
_GROWN = re.compile(
    r" (?:[A-ZÀ-Ý][\w'-]+(?: (?:(?:de la |de |du |des |les |et )[A-ZÀ-Ý]|[A-ZÀ-Ý])[\w'-]+)*|\d{1,3})(?=[ ,.;:»)]|$)"
)


class Entrances(Pronouns, Openings):
    """Reads whom a sentence names, by name, function or pronoun."""

    def enter(self, sentence: int, reported: Sequence[Span] = ()) -> None:
        """Put those whom a sentence names, by name, function or pronoun, on the stage.

        Who is named inside a clause that somebody reports stands behind.
        """
        article = self._article
        lo, hi = article.range(sentence)
        whole = article.sentences[sentence]
        if _BYLINE.match(article.view, whole.start, min(whole.end, whole.start + 120)) and hi - lo < 25:
            return
        if STAMP.match(article.view, whole.start) and article.blocks[whole.block].start == whole.start:
            self._seen.clear()  # each entry of a live page starts anew
            self._speaker = None
        self._reported = (sentence, tuple(reported))
        voiced = _VOICED.match(article.view, whole.start, whole.end)
        opening = self._opening(sentence)
        behind_it = self._body_behind(opening) if opening is not None else None
        if opening is not None and behind_it is not None:
            at = next(s for s, _ in behind_it.mentions if s >= opening.end)
            opening = replace(opening, end=next(e for s, e in behind_it.mentions if s == at))
        for start in self._between(whole.start, whole.end):
            entity, end = self._at[start]
            if start in self._quoted:
                continue
            first = article.token_at(start)
            weight = 1.0
            identity = self._of(entity, "named")
            if first < hi and article.tokens[first].start < end:
                weight = self._grammar_weight(first, end, lo)
            if opening is not None and opening.start < end and start < opening.end and self._heads(opening, entity):
                weight = max(weight, 2.2)
                if entity.kind == "organisation":  # *la société éditrice, Verrac,* is *elle*
                    identity = replace(identity, gender=wording(article.view[opening.start : opening.end]).gender())
            if voiced is not None and start < voiced.end():
                weight = max(weight, 2.0)
            if _NAMING.search(article.view, max(whole.start, start - 20), start):
                weight = max(weight, 2.0)
            if sentence in self.headings:
                weight *= 0.6
            if unsure(entity):
                weight *= 0.5
            if any(a <= start < b for a, b in reported):
                weight *= 0.7
            self._seen.append(Seen(identity, start, sentence, weight))
        for i in range(lo, hi):
            token = article.tokens[i]
            if self._goes_on(i, lo) and not self._inside(sentence, token.start):
                meant = self._named_behind(i, opening) or self._pronoun(
                    Phrase(token.start, token.end, i, low(article, i)), sentence
                )
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, sentence, 2.0))
            elif i == lo and low(article, i).startswith(("celui", "celle", "ceux")):
                found = phrase_from(article, i, hi)
                meant = self._pronoun(found, sentence) if found is not None and found.pronoun is not None else None
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, sentence, 2.0))
            elif i == lo and low(article, i) in _STRESSED and i + 1 < hi and article.tokens[i + 1].text == ",":
                meant = self._pronoun(Phrase(token.start, token.end, i, low(article, i)), sentence)
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, sentence, 2.2))
            elif i == lo and low(article, i) in ("lui", "eux") and i + 1 < hi and is_finite(article, i + 1):
                meant = self._contrasted(sentence, token.start, low(article, i) == "eux")
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, sentence, 2.2))
            if token.upos == "NOUN" and self._figure_in(token.start, token.end) is None:
                clause = token.dep == "nsubj" and article.tokens[token.head].dep == "ccomp"
                behind = clause or any(a <= token.start < b for a, b in reported)
                if token.dep == "nsubj":
                    self._by_function(source_of(article, i), sentence, behind)
                elif token.dep in _OBJECTS and not behind:
                    first = i - 2 if i - 1 > lo and article.tokens[i - 1].upos == "ADJ" else i - 1
                    articled = first >= lo and low(article, first) in _ARTICLES
                    found = phrase_from(article, first, hi) if articled else None
                    if found is not None and not self._inside(sentence, token.start):
                        self._by_function(found, sentence, weight=0.8)
        if opening is not None and not any(
            s.sentence == sentence and s.at >= opening.start and s.at < opening.end for s in self._seen
        ):
            self._by_function(opening, sentence)
        del self._seen[:-60]

    def _goes_on(self, index: int, first: int) -> bool:
        """Is this *il* or *elle* a subject that stands for somebody?"""
        token = self._article.tokens[index]
        personal = index == first and self._article.tokens[token.head].lemma not in _IMPERSONAL
        said_of = token.dep == "nsubj" or token.dep == "expl:subj" and personal
        return said_of and low(self._article, index) in _GOING_ON

    def _contrasted(self, sentence: int, at: int, plural: bool) -> Link | None:
        """*Lui appelle cela …* behind what a body says: the person spoken of beside whoever spoke last."""
        last = self.last_speaker[0].name if self.last_speaker is not None else ""
        ranked = self._ranked(sentence, at, "m", plural, people=True)
        return next((i for _, i in ranked if i.name != last and i.entity is not None), None)

    def _named_behind(self, index: int, opening: Phrase | None) -> Link | None:
        """*Joint à Lille, où il vit, Paul Roy dément*: the name that an adverbial's pronoun runs ahead of."""
        token = self._article.tokens[index]
        if opening is None or token.start > opening.start:
            return None
        entity = self._figure_in(opening.start, opening.end)
        if entity is None or entity.kind != "person" or not self._heads(opening, entity):
            return None
        fits = entity.gender == ("f" if low(self._article, index) == "elle" else "m")
        return self._of(entity, "named behind") if fits and low(self._article, index) in ("il", "elle") else None

    def _by_function(self, source: Phrase, sentence: int, reported: bool = False, weight: float = 1.9) -> None:
        """Put whom a noun phrase means on the stage, if it can mean anybody."""
        article = self._article
        source = self._trimmed(source)
        if source.head is None:
            return
        word = low(article, source.head)
        known = lexicon.nouns() | CROWDS
        bare = wording(article.view[source.start : source.end]).bare.lower()
        if wording(article.view[source.start : source.end]).opener in ("notre", "nos"):
            return  # *notre envoyée spéciale*: whoever writes the page
        titled = bare in lexicon.roles() or bare.split(" ")[0] in known
        if not titled and (
            article.tokens[source.head].upos != "NOUN"
            or (word not in known and word.rstrip("s") not in known and not nameable(article, source))
        ):
            return
        identity = self._noun(source, sentence)
        if identity is not None:
            weight = min(weight, 1.0) if identity.kind == "document" else weight
            if reported:
                weight *= 0.3 if identity.via == "unnamed person" else 0.7
            self._seen.append(Seen(identity, article.tokens[source.head].start, sentence, weight))

    def _heads(self, source: Phrase, entity: Entity) -> bool:
        """Is the phrase about this entity (*le maire, Paul Roy*), not about somebody of his (*la mère de Paul Roy*)?"""
        if entity.kind == "person":
            return self._main_person(source, [entity]) is entity
        start = next(s for s, e in entity.mentions if source.start < e and s < source.end)
        return not re.search(r"\b(?:de|du|des|à|au|aux|d')\b", self._article.view[source.start : start].lower())

    def _trimmed(self, source: Phrase) -> Phrase:
        """The phrase up to an opening mark or a finite verb, unless a person is named behind it.

        The name of a body that it stops before belongs to it (*un cadre du groupe* Horizons, *une firme du CAC* 40).
        """
        article = self._article
        if source.pronoun is not None:
            return source
        end = source.end
        for i in range(article.token_at(source.start) + 1, article.token_at(source.end)):
            token = article.tokens[i]
            finite = token.upos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph
            if finite and low(article, i) not in lexicon.roles():
                end = article.tokens[i - 1].end
                break
        mark = article.view.find(" «", source.start, end)
        if mark > source.start:  # *le document pointe « … »*: the verb may be read as a noun; *le journal « X »* is one
            first, last = article.token_at(source.start), article.token_at(mark) - 1
            finite = any(shape == "finite" for _, shape in lexicon.verb_forms().get(low(article, last), ()))
            if finite and last - first > 1 and low(article, last) not in lexicon.roles():
                end = article.tokens[last - 1].end
        interim = _INTERIM.match(article.view, end)
        if interim:
            return replace(source, end=interim.end())
        if end == source.end:
            grown = _GROWN.match(article.view, source.end)
            word = article.view[source.start : source.end].split()[-1]
            numbered = grown is not None and grown.group().strip().isdigit() and word.isupper()
            if grown and (numbered or word.lower().removeprefix("l'") in lexicon.organisations()):
                return replace(source, end=grown.end())
            return source
        if any(self._at[s][0].kind == "person" for s in self._between(end, source.end)):
            return source
        return replace(source, end=end)

    def _main_person(self, source: Phrase, people: list[Entity]) -> Entity | None:
        """Of the persons in a phrase the one it is about: *la veuve de X, Y* is Y, *le frère de X* nobody."""
        article = self._article
        for entity in people:
            start = next(s for s, e in entity.mentions if source.start < e and s < source.end)
            before = article.view[source.start : max(start, source.start)].rstrip(' «“"\u202f\n')
            last = before.split()[-1].lower() if before.split() else ""
            if not before or before.endswith((",", "(")) or last in lexicon.titles():
                return entity
            if last in (
                "de",
                "d'",
                "du",
                "des",
                "à",
                "par",
                "avec",
                "chez",
                "contre",
                "pour",
            ) or last.endswith("d'"):
                continue
            if before[0].isupper() and last in lexicon.organisations() and " " not in before:
                continue  # *Équipe Comtois* is no person
            return entity
        return None
