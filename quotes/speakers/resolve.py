"""Resolution: which of the cast a source is. One fold over the article, left to right.

Each answer names the rule that gave it; where two candidates weigh the same there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quotes import lexicon
from quotes.cues.animate import nameable
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Source
from quotes.cues.subjects import phrase_before, source_of, subject_of
from quotes.cues.words import DETERMINERS, low
from quotes.speakers.cast import Figure
from quotes.speakers.names import given_gender, words
from quotes.speakers.nouns import _DEMONYM, Nouns
from quotes.speakers.stage import Identity, _Seen
from quotes.speakers.wording import wording
from quotes.types import Span

_APPENDED = re.compile(
    r"(?:[a-zà-ÿ)]+, |^(?:l'|le |la |un |une )[a-zà-ÿ-]+(?: (?!de |du |des |d'|à |aux? |en )[a-zà-ÿ-]+)? )"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w'-]+(?: (?:d'|de |du |van |von |el |ben |al |da |dos )?[A-ZÀ-ÖØ-Þ][\w'-]+){1,3})$"
)


_THERE = re.compile(r"\by (?:\w+[- ](?:on[- ])?)*$|\bpeut-$|\by lit-$")
# *le prince Gortschakoff*
_BESIDE = re.compile(r"(?:[Ll]e |[Ll]a |[Ll]')(?P<role>[a-zà-ÿ-]+) (?P<name>[A-ZÀ-Ý][a-zà-ÿ'-]{3,})$")
_GROWN = re.compile(r" (?:[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)*|\d{1,3})(?=[ ,.;:»)]|$)")
_AND = re.compile(r"(?:,[^.;:]*)? (?:et|ainsi que|comme) (?:[a-zà-ÿ'éè ]+ )?(?:M\.|Mme )?")
# who wrote or drew the page says nothing in it
_BYLINE = re.compile(
    r"(?:Par|Propos recueillis|Photos?|Texte|Dessin|De notre|De nos)\b(?: [^.:!?]*)?(?:[A-ZÀ-Ý][\w'-]+)[^.!?:]*$"
)
_PLURAL = frozenset("ils elles eux ceux-ci celles-ci".split())


_FEMININE = frozenset("elle elles celle-ci celles-ci".split())


_MASCULINE = frozenset("il ils lui eux celui-ci ceux-ci".split())


# a subject that keeps whoever was spoken of on the stage; *il* is too often impersonal
_GOING_ON = frozenset("il elle ils elles".split())
# whom the subject acts on stands behind it, yet is there
_OBJECTS = frozenset(("obj", "iobj", "obl:arg", "obl:agent"))
_ARTICLES = frozenset("le la l' un une".split())
# *Lui, aujourd'hui retraité, en rit*
_STRESSED = frozenset("lui elle eux elles".split())
_PERSONAL = _GOING_ON | frozenset("je j' nous vous on tu c' ce cela ça".split())


class Resolver(Nouns):
    """Answers who a source is. Feed it the frames in order; ask it for sources."""

    def enter(self, frame: int, reported: Sequence[Span] = ()) -> None:
        """Put those whom a frame names, by name, function or pronoun, on the stage.

        Who is named inside a clause that somebody reports stands behind.
        """
        reading = self._reading
        lo, hi = reading.range(frame)
        whole = reading.frames[frame]
        if _BYLINE.match(reading.view, whole.start, min(whole.end, whole.start + 120)) and hi - lo < 25:
            return
        opening = self._opening(frame)
        for start in self._between(whole.start, whole.end):
            figure, end = self._at[start]
            if start in self._quoted:
                continue
            first = reading.token_at(start)
            weight = 1.0
            if first < hi and reading.tokens[first].start < end:
                weight = self._grammar_weight(first, end, lo)
            if opening is not None and opening.start < end and start < opening.end and self._heads(opening, figure):
                weight = max(weight, 2.2)
            if frame in self._headings:
                weight *= 0.6
            if self._unsure(figure):
                weight *= 0.5
            if any(a <= start < b for a, b in reported):
                weight *= 0.7
            self._seen.append(_Seen(self._of(figure, "named"), start, frame, weight))
        for i in range(lo, hi):
            token = reading.tokens[i]
            if token.dep == "nsubj" and low(reading, i) in _GOING_ON and not self._inside(frame, token.start):
                meant = self._pronoun(Source(token.start, token.end, i, low(reading, i)), frame)
                if meant is not None:
                    self._seen.append(_Seen(meant, token.start, frame, 2.0))
            elif i == lo and low(reading, i) in _STRESSED and i + 1 < hi and reading.tokens[i + 1].text == ",":
                meant = self._pronoun(Source(token.start, token.end, i, low(reading, i)), frame)
                if meant is not None:
                    self._seen.append(_Seen(meant, token.start, frame, 2.2))
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

    def _by_function(self, source: Source, frame: int, reported: bool = False, weight: float = 1.9) -> None:
        """Put whom a noun phrase means on the stage, if it can mean anybody."""
        reading = self._reading
        if source.head is None:
            return
        word = low(reading, source.head)
        known = lexicon.roles().keys() | lexicon.organisations() | lexicon.documents()
        titled = wording(reading.view[source.start : source.end]).bare.lower() in lexicon.roles()
        if not titled and (
            reading.tokens[source.head].upos != "NOUN"
            or (word not in known and word.rstrip("s") not in known and not nameable(reading, source))
        ):
            return
        identity = self._noun(source, frame)
        if identity is not None:
            weight = min(weight, 1.0) if identity.kind == "document" else weight
            if reported:
                weight *= 0.7 if identity.figure is not None else 0.3
            self._seen.append(_Seen(identity, reading.tokens[source.head].start, frame, weight))

    def _opening(self, frame: int) -> Source | None:
        """The noun phrase that opens a sentence, adverbials between commas before it left out."""
        reading = self._reading
        lo, hi = reading.range(frame)
        i = lo
        while i < hi and i < lo + 40:
            token = reading.tokens[i]
            if token.text in ("-", "—", "–") or low(reading, i) in (
                "mais",
                "et",
                "or",
                "car",
                "puis",
                "ainsi",
                "aussi",
                "alors",
            ):
                i += 1
                continue
            if low(reading, i) in DETERMINERS or token.upos in ("PROPN", "DET") or token.text in lexicon.titles():
                found = phrase_from(reading, i, hi)
                if found is None or self._inside(frame, found.start) or found.pronoun is not None:
                    return None
                behind = reading.token_at(found.end)
                if behind < hi and reading.tokens[behind].text in (":", "."):
                    return None
                # *Buteur à la 12e, Paul Roy a dit*: what stands in front describes the name behind
                named = behind + 1 < hi and reading.tokens[behind].text == "," and behind + 1
                if named and not self._between(found.start, found.end) and self._name_starts(named):
                    i = named
                    continue
                return found
            if token.upos == "PRON" and low(reading, i) in _PERSONAL:
                return None
            # an adverbial: to its comma, unless a verb of the sentence's own comes first
            while i < hi and reading.tokens[i].text != ",":
                if reading.tokens[i].upos in ("VERB", "AUX") and "VerbForm=Fin" in reading.tokens[i].morph:
                    return None
                i += 1
            i += 1
        return None

    def _name_starts(self, token: int) -> bool:
        return self._reading.tokens[token].start in self._at

    def _heads(self, source: Source, figure: Figure) -> bool:
        """Is the phrase about this figure (*le maire, Paul Roy*), not about somebody of his (*la mère de Paul Roy*)?"""
        if figure.kind == "person":
            return self._main_person(source, [figure]) is figure
        start = next(s for s, e in figure.mentions if source.start < e and s < source.end)
        return not re.search(r"\b(?:de|du|des|à|au|aux|d')\b", self._reading.view[source.start : start].lower())

    def _inside(self, frame: int, at: int) -> bool:
        """Is this offset inside a quotation of the frame?"""
        held = (self._reading.spans[k] for k in self._reading.frames[frame].spans)
        return any(span.outer[0] <= at < span.outer[1] for span in held)

    def resolve(self, source: Source, frame: int) -> Identity | None:
        """Who a source is, None where the article does not say."""
        source = self._trimmed(source)
        if source.pronoun in ("ses", "son", "sa", "leurs"):
            return self._salient(frame, source.start, None, source.pronoun == "leurs", "possessive")
        if source.pronoun is not None:
            return self._pronoun(source, frame)
        figures = self._figures_in(source)
        people = [f for f in figures if f.kind == "person"]
        if people:
            main = self._main_person(source, people)
            if main is not None:
                rest = tuple(f.index for f in people if f is not main and self._coordinated(source, main, f))
                rule = (
                    "named in full"
                    if len(words(main.name)) == len(words(self._form(source, main)))
                    else f"surname of {main.name}"
                )
                return self._of(main, rule, rest)
        appended = _APPENDED.search(self._reading.view[source.start : source.end])
        if appended and not figures:
            name = " ".join(appended.group("name").split())
            gender = given_gender(name)
            return Identity(name, "person", None, gender, False, "name next to a function")
        beside = _BESIDE.match(self._reading.view[source.start : source.end].replace("\n", " "))
        if beside and not figures and beside.group("role").lower() in lexicon.roles():
            name = beside.group("name")
            if not _DEMONYM.fullmatch(name):
                return Identity(name, "person", None, None, False, "name next to a function")
        return self._noun(source, frame)

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
        if mark > source.start:
            end = mark
            last = reading.token_at(end) - 1  # *le document pointe « … »*: the verb may be read as a noun
            finite = any(shape == "finite" for _, shape in lexicon.verb_forms().get(low(reading, last), ()))
            if finite and last - reading.token_at(source.start) > 1 and low(reading, last) not in lexicon.roles():
                end = reading.tokens[last - 1].end
        if end == source.end:
            grown = _GROWN.match(reading.view, source.end)
            word = reading.view[source.start : source.end].split()[-1]
            numbered = grown is not None and grown.group().strip().isdigit() and word.isupper()
            if grown and (numbered or word.lower() in lexicon.organisations()):
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
            before = reading.view[source.start : max(start, source.start)].rstrip()
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
            return figure
        return None

    def _coordinated(self, source: Source, main: Figure, other: Figure) -> bool:
        view = self._reading.view
        a = next(e for s, e in main.mentions if source.start < e and s < source.end)
        b = next(s for s, e in other.mentions if source.start < e and s < source.end)
        between = view[a:b] if a <= b else ""
        return bool(re.search(r"\b(?:et|ainsi que)\b|,", between)) and not re.search(
            r"\bde\s*$|\bd'$|\bdu\s*$", between
        )

    def subject_before(self, frame: int) -> Identity | None:
        """The person who is the subject of the sentence before this one in its block, if it holds no quotation."""
        reading = self._reading
        if (
            frame == 0
            or reading.frames[frame - 1].spans
            or reading.frames[frame - 1].block != reading.frames[frame].block
        ):
            return None
        lo, hi = reading.range(frame - 1)
        for i in range(lo, hi):
            if reading.tokens[i].dep == "ROOT" and reading.tokens[i].upos in ("VERB", "AUX"):
                source = subject_of(reading, i) or phrase_before(reading, i)
                if source is None:
                    break
                if not nameable(reading, source):
                    return None
                if source.pronoun is not None and source.pronoun not in (
                    "il",
                    "elle",
                    "ils",
                    "elles",
                    "celui-ci",
                    "celle-ci",
                    "lui",
                    "eux",
                ):
                    return None
                found = self.resolve(source, frame - 1)
                if found is None or found.kind == "document" or (found.kind == "organisation" and found.figure is None):
                    return None
                return found
        acting = [s for s in self._seen if s.frame == frame - 1 and s.weight >= 2.0 and s.identity.kind == "person"]
        return acting[0].identity if acting else None

    def labelled(self, label: str) -> Identity | None:
        """The figure that the label of a turn names, in full, by surname or by initials."""
        letters = re.findall(r"[A-ZÀ-Ý]", label)
        initials = len(letters) > 1 and label.replace(".", "").replace(" ", "").replace("-", "") == "".join(letters)
        figure = None if initials else self._by_form(label)
        if figure is None and initials:
            fits = [
                f for f in self._cast if f.kind == "person" and [w[0] for w in re.split(r"[ -]", f.name)] == letters
            ]
            figure = fits[0] if len(fits) == 1 else None
        if figure is not None:
            return self._of(figure, "label")
        if label in ("R", "Réponse"):
            return self.protagonist(0)
        return Identity(label, "person", None, None, False, "label")

    def _pronoun(self, source: Source, frame: int) -> Identity | None:
        pronoun = source.pronoun or ""
        if pronoun == "on":
            return self._on(source, frame) or Identity("on", "unknown", None, None, False, "on")
        if pronoun in ("je", "j'", "nous", "vous", "tu", "moi"):
            return None
        gender = "f" if pronoun in _FEMININE else "m" if pronoun in _MASCULINE else None
        if pronoun.endswith("-ci"):
            return self._latest(source.start, gender, pronoun.startswith("ceu") or pronoun == "celles-ci", frame)
        if pronoun in _PLURAL:
            return self._several(source, frame, gender, pronoun)
        return self._salient(frame, source.start, gender, False, f"pronoun {pronoun}")

    def _on(self, source: Source, frame: int) -> Identity | None:
        """*Sur la banderole, on lit*, *y lit-on*: the text that is read."""
        reading = self._reading
        lo = reading.range(frame)[0]
        before = reading.view[max(reading.frames[frame].start, source.start - 12) : source.start]
        if _THERE.search(before.lower()):
            texts = [s.identity for s in self._seen if s.identity.kind == "document" and frame - s.frame <= 2]
            return replace(texts[-1], rule="the text it is read in") if texts else None
        if lo >= len(reading.tokens) or low(reading, lo) not in ("sur", "dans"):
            return None
        found = phrase_from(reading, lo + 1, reading.token_at(source.start))
        if found is None or found.head is None or low(reading, found.head) not in lexicon.documents():
            return None
        return self._noun(found, frame)

    def _several(self, source: Source, frame: int, gender: str | None, pronoun: str) -> Identity | None:
        """*ils*, *elles*: a group spoken of, else two persons whom a sentence before names together."""
        ranked = self._ranked(frame, source.start, gender, True)
        near = [i for score, i in ranked if score > 0.7]
        pair = None if near else self._pair(frame, source.start)
        found = near[0] if near else pair or (ranked[0][1] if ranked else None)
        return None if found is None else replace(found, rule=f"pronoun {pronoun}")

    def _pair(self, frame: int, at: int) -> Identity | None:
        """*X et Y* in one of the two sentences before."""
        reading = self._reading
        for before in range(frame - 1, max(-1, frame - 3), -1):
            whole = reading.frames[before]
            starts = [s for s in self._between(whole.start, min(whole.end, at)) if self._at[s][0].kind == "person"]
            for a, b in pairwise(starts):
                first, second = self._at[a][0], self._at[b][0]
                between = reading.view[self._at[a][1] : b]
                if first is not second and _AND.fullmatch(between):
                    return self._of(first, "pair", (second.index,))
        return None
