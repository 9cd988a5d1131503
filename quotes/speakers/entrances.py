"""Entrances: whom a sentence puts on the stage, and how far in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes import lexicon
from quotes.cues.animate import nameable
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Source
from quotes.cues.subjects import source_of
from quotes.cues.words import is_finite, low
from quotes.speakers.cast import Figure
from quotes.speakers.company import unsure
from quotes.speakers.nouns import CROWDS
from quotes.speakers.openings import Openings
from quotes.speakers.pronouns import Pronouns
from quotes.speakers.stage import STAMP, Identity, Seen
from quotes.speakers.wording import wording
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

    def enter(self, frame: int, reported: Sequence[Span] = ()) -> None:
        """Put those whom a frame names, by name, function or pronoun, on the stage.

        Who is named inside a clause that somebody reports stands behind.
        """
        reading = self._reading
        lo, hi = reading.range(frame)
        whole = reading.frames[frame]
        if _BYLINE.match(reading.view, whole.start, min(whole.end, whole.start + 120)) and hi - lo < 25:
            return
        if STAMP.match(reading.view, whole.start) and reading.blocks[whole.block].start == whole.start:
            self._seen.clear()  # each entry of a live page starts anew
            self._speaker = None
        self._reported = (frame, tuple(reported))
        voiced = _VOICED.match(reading.view, whole.start, whole.end)
        opening = self._opening(frame)
        behind_it = self._body_behind(opening) if opening is not None else None
        if opening is not None and behind_it is not None:
            at = next(s for s, _ in behind_it.mentions if s >= opening.end)
            opening = replace(opening, end=next(e for s, e in behind_it.mentions if s == at))
        for start in self._between(whole.start, whole.end):
            figure, end = self._at[start]
            if start in self._quoted:
                continue
            first = reading.token_at(start)
            weight = 1.0
            identity = self._of(figure, "named")
            if first < hi and reading.tokens[first].start < end:
                weight = self._grammar_weight(first, end, lo)
            if opening is not None and opening.start < end and start < opening.end and self._heads(opening, figure):
                weight = max(weight, 2.2)
                if figure.kind == "organisation":  # *la société éditrice, Verrac,* is *elle*
                    identity = replace(identity, gender=wording(reading.view[opening.start : opening.end]).gender())
            if voiced is not None and start < voiced.end():
                weight = max(weight, 2.0)
            if _NAMING.search(reading.view, max(whole.start, start - 20), start):
                weight = max(weight, 2.0)
            if frame in self.headings:
                weight *= 0.6
            if unsure(figure):
                weight *= 0.5
            if any(a <= start < b for a, b in reported):
                weight *= 0.7
            self._seen.append(Seen(identity, start, frame, weight))
        for i in range(lo, hi):
            token = reading.tokens[i]
            if self._goes_on(i, lo) and not self._inside(frame, token.start):
                meant = self._named_behind(i, opening) or self._pronoun(
                    Source(token.start, token.end, i, low(reading, i)), frame
                )
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, frame, 2.0))
            elif i == lo and low(reading, i).startswith(("celui", "celle", "ceux")):
                found = phrase_from(reading, i, hi)
                meant = self._pronoun(found, frame) if found is not None and found.pronoun is not None else None
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, frame, 2.0))
            elif i == lo and low(reading, i) in _STRESSED and i + 1 < hi and reading.tokens[i + 1].text == ",":
                meant = self._pronoun(Source(token.start, token.end, i, low(reading, i)), frame)
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, frame, 2.2))
            elif i == lo and low(reading, i) in ("lui", "eux") and i + 1 < hi and is_finite(reading, i + 1):
                meant = self._contrasted(frame, token.start, low(reading, i) == "eux")
                if meant is not None:
                    self._seen.append(Seen(meant, token.start, frame, 2.2))
            if token.upos == "NOUN" and self._figure_in(token.start, token.end) is None:
                clause = token.dep == "nsubj" and reading.tokens[token.head].dep == "ccomp"
                behind = clause or any(a <= token.start < b for a, b in reported)
                if token.dep == "nsubj":
                    self._by_function(source_of(reading, i), frame, behind)
                elif token.dep in _OBJECTS and not behind:
                    first = i - 2 if i - 1 > lo and reading.tokens[i - 1].upos == "ADJ" else i - 1
                    articled = first >= lo and low(reading, first) in _ARTICLES
                    found = phrase_from(reading, first, hi) if articled else None
                    if found is not None and not self._inside(frame, token.start):
                        self._by_function(found, frame, weight=0.8)
        if opening is not None and not any(
            s.frame == frame and s.at >= opening.start and s.at < opening.end for s in self._seen
        ):
            self._by_function(opening, frame)
        del self._seen[:-60]

    def _goes_on(self, index: int, first: int) -> bool:
        """Is this *il* or *elle* a subject that stands for somebody?"""
        token = self._reading.tokens[index]
        personal = index == first and self._reading.tokens[token.head].lemma not in _IMPERSONAL
        said_of = token.dep == "nsubj" or token.dep == "expl:subj" and personal
        return said_of and low(self._reading, index) in _GOING_ON

    def _contrasted(self, frame: int, at: int, plural: bool) -> Identity | None:
        """*Lui appelle cela …* behind what a body says: the person spoken of beside whoever spoke last."""
        last = self.last_speaker[0].name if self.last_speaker is not None else ""
        ranked = self._ranked(frame, at, "m", plural, people=True)
        return next((i for _, i in ranked if i.name != last and i.figure is not None), None)

    def _named_behind(self, index: int, opening: Source | None) -> Identity | None:
        """*Joint à Lille, où il vit, Paul Roy dément*: the name that an adverbial's pronoun runs ahead of."""
        token = self._reading.tokens[index]
        if opening is None or token.start > opening.start:
            return None
        figure = self._figure_in(opening.start, opening.end)
        if figure is None or figure.kind != "person" or not self._heads(opening, figure):
            return None
        fits = figure.gender == ("f" if low(self._reading, index) == "elle" else "m")
        return self._of(figure, "named behind") if fits and low(self._reading, index) in ("il", "elle") else None

    def _by_function(self, source: Source, frame: int, reported: bool = False, weight: float = 1.9) -> None:
        """Put whom a noun phrase means on the stage, if it can mean anybody."""
        reading = self._reading
        source = self._trimmed(source)
        if source.head is None:
            return
        word = low(reading, source.head)
        known = lexicon.nouns() | CROWDS
        bare = wording(reading.view[source.start : source.end]).bare.lower()
        if wording(reading.view[source.start : source.end]).opener in ("notre", "nos"):
            return  # *notre envoyée spéciale*: whoever writes the page
        titled = bare in lexicon.roles() or bare.split(" ")[0] in known
        if not titled and (
            reading.tokens[source.head].upos != "NOUN"
            or (word not in known and word.rstrip("s") not in known and not nameable(reading, source))
        ):
            return
        identity = self._noun(source, frame)
        if identity is not None:
            weight = min(weight, 1.0) if identity.kind == "document" else weight
            if reported:
                weight *= 0.3 if identity.rule == "unnamed person" else 0.7
            self._seen.append(Seen(identity, reading.tokens[source.head].start, frame, weight))

    def _heads(self, source: Source, figure: Figure) -> bool:
        """Is the phrase about this figure (*le maire, Paul Roy*), not about somebody of his (*la mère de Paul Roy*)?"""
        if figure.kind == "person":
            return self._main_person(source, [figure]) is figure
        start = next(s for s, e in figure.mentions if source.start < e and s < source.end)
        return not re.search(r"\b(?:de|du|des|à|au|aux|d')\b", self._reading.view[source.start : start].lower())

    def _trimmed(self, source: Source) -> Source:
        """The phrase up to an opening mark or a finite verb, unless a person is named behind it.

        The name of a body that it stops before belongs to it (*un cadre du groupe* Horizons, *une firme du CAC* 40).
        """
        reading = self._reading
        if source.pronoun is not None:
            return source
        end = source.end
        for i in range(reading.token_at(source.start) + 1, reading.token_at(source.end)):
            token = reading.tokens[i]
            finite = token.upos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph
            if finite and low(reading, i) not in lexicon.roles():
                end = reading.tokens[i - 1].end
                break
        mark = reading.view.find(" «", source.start, end)
        if mark > source.start:  # *le document pointe « … »*: the verb may be read as a noun; *le journal « X »* is one
            first, last = reading.token_at(source.start), reading.token_at(mark) - 1
            finite = any(shape == "finite" for _, shape in lexicon.verb_forms().get(low(reading, last), ()))
            if finite and last - first > 1 and low(reading, last) not in lexicon.roles():
                end = reading.tokens[last - 1].end
        interim = _INTERIM.match(reading.view, end)
        if interim:
            return replace(source, end=interim.end())
        if end == source.end:
            grown = _GROWN.match(reading.view, source.end)
            word = reading.view[source.start : source.end].split()[-1]
            numbered = grown is not None and grown.group().strip().isdigit() and word.isupper()
            if grown and (numbered or word.lower().removeprefix("l'") in lexicon.organisations()):
                return replace(source, end=grown.end())
            return source
        if any(self._at[s][0].kind == "person" for s in self._between(end, source.end)):
            return source
        return replace(source, end=end)

    def _main_person(self, source: Source, people: list[Figure]) -> Figure | None:
        """Of the persons in a phrase the one it is about: *la veuve de X, Y* is Y, *le frère de X* nobody."""
        reading = self._reading
        for figure in people:
            start = next(s for s, e in figure.mentions if source.start < e and s < source.end)
            before = reading.view[source.start : max(start, source.start)].rstrip(' «“"\u202f\n')
            last = before.split()[-1].lower() if before.split() else ""
            if not before or before.endswith((",", "(")) or last in lexicon.titles():
                return figure
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
            return figure
        return None
