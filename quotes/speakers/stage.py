"""The stage: who has been named, has acted and has spoken so far, and who of them stands out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from quotes.cues.reading import Reading, Source
from quotes.speakers.cast import Figure
from quotes.speakers.company import Company
from quotes.speakers.mentions import Name
from quotes.speakers.names import fold, words
from quotes.types import Span, SpeakerKind

# what is left of a weight after a sentence, behind the end of a paragraph, where the gender is not known
_SENTENCE, _PARAGRAPH, _GENDER_UNKNOWN = 0.62, 0.85, 0.7
# whom a page is about never leaves the stage
_PROTAGONIST = 0.6
# all the less who has died; in a paragraph where another acts, *elle* goes on with that one
_LIFE = 2.4
_OF_A_LIFE = re.compile(r"\b(?:morte?|décès|décédée?|nécrologie|obsèques|hommage à)\b", re.IGNORECASE)


# an entry of a live page: *21h40 : …*
STAMP = re.compile(r"\d{1,2} ?[h:] ?\d{2} ?(?::|-|–|—|\.|\n)")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a source is: a figure of the cast, or a name of its own words."""

    name: str
    kind: SpeakerKind
    figure: int | None
    gender: str | None
    plural: bool
    rule: str
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody on the stage: who, where, and with what weight."""

    identity: Identity
    at: int
    frame: int
    weight: float


class Stage:
    """What the article has said so far, for one reading."""

    def __init__(self, reading: Reading, cast: Sequence[Figure], names: Sequence[Name]) -> None:
        self._reading = reading
        self._cast = cast
        self._seen: list[Seen] = []
        self._speaker: tuple[Identity, int] | None = None
        self._reported: tuple[int, tuple[Span, ...]] = (0, ())
        self._company = Company(cast)
        self._calls: dict[tuple[int, str], float] = {}  # what was looked up, for the next time it is asked
        self._at: dict[int, tuple[Figure, int]] = {}
        for figure in cast:
            for start, end in figure.mentions:
                self._at[start] = (figure, end)
        self._starts = sorted(self._at)
        self._quoted = {n.start for n in names if n.quoted}
        self._main = self.protagonist(0)
        heading = reading.view[: reading.frames[0].end] if reading.frames else ""
        self._stays = _LIFE if _OF_A_LIFE.search(heading) else _PROTAGONIST
        self.headings = {i for i, f in enumerate(reading.frames) if reading.blocks[f.block].kind == "heading"}

    def _noun(self, source: Source, frame: int) -> Identity | None:
        """Who a noun phrase is: what the rooms for documents, bodies and functions ask of each other."""
        raise NotImplementedError

    def _between(self, start: int, end: int) -> list[int]:
        from bisect import bisect_left

        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _grammar_weight(self, token: int, end: int, lo: int) -> float:
        reading = self._reading
        last = reading.token_at(end)
        climb = token
        for _ in range(5):
            if reading.tokens[climb].dep in ("nsubj", "nsubj:pass"):
                return 2.2
            if (
                reading.tokens[climb].dep not in ("flat:name", "flat", "appos", "det")
                or reading.tokens[climb].head == climb
            ):
                break
            climb = reading.tokens[climb].head
        for i in range(token, last):
            dep = reading.tokens[i].dep
            if dep in ("nsubj", "nsubj:pass"):
                return 2.2
            if dep == "ROOT":
                return 1.8
            if dep == "appos":
                head = reading.tokens[reading.tokens[i].head]
                return 2.1 if head.dep.startswith("nsubj") else 1.2
            if dep in ("nmod", "obl:agent"):
                return 0.8 if dep == "nmod" else 1.0
        return 1.2 if token == lo else 1.0

    def spoke(self, identity: Identity, at: int, frame: int, floor: bool = True) -> None:
        """Remember who spoke last; without the ``floor`` only that somebody was cited (*selon l'Insee*)."""
        if identity.kind == "unknown" and identity.rule == "on":
            return
        if not floor:
            self._seen.append(Seen(identity, at, frame, 1.0))
            return
        self._speaker = (identity, frame)
        self._seen.append(Seen(identity, at, frame, 2.6))

    @property
    def last_speaker(self) -> tuple[Identity, int] | None:
        return self._speaker

    def _form(self, source: Source, figure: Figure) -> str:
        for start, end in figure.mentions:
            if source.start <= start and end <= source.end:
                return self._reading.view[start:end]
        return figure.name

    def _figures_in(self, source: Source) -> list[Figure]:
        out: list[Figure] = []
        for start in self._between(max(0, source.start - 40), source.end):
            figure, end = self._at[start]
            if end > source.start and figure not in out:
                out.append(figure)
        return out

    def _figure_in(self, start: int, end: int) -> Figure | None:
        for at in self._between(max(0, start - 60), end):
            figure, stop = self._at[at]
            if at < end and start < stop:
                return figure
        return None

    def _of(self, figure: Figure, rule: str, others: tuple[int, ...] = ()) -> Identity:
        return Identity(figure.name, figure.kind, figure.index, figure.gender, False, rule, others)

    def _salient(
        self, frame: int, at: int, gender: str | None, plural: bool, rule: str, people: bool = False
    ) -> Identity | None:
        """Who stands out most at an offset, of those whose gender and number fit."""
        ranked = self._ranked(frame, at, gender, plural, people)
        if not ranked:
            return None
        best = ranked[0][1]
        return Identity(best.name, best.kind, best.figure, best.gender or gender, best.plural, rule)

    def _ranked(
        self, frame: int, at: int, gender: str | None, plural: bool, people: bool = False
    ) -> list[tuple[float, Identity]]:
        """All who could be meant at an offset with their weight, the heaviest first."""
        scores: dict[str, tuple[float, Identity]] = {}
        lone = self._lone(frame - 1, gender, plural)
        block = self._reading.frames[frame].block
        for seen in self._seen:
            identity = seen.identity
            if seen.at >= at or frame - seen.frame > 6 or plural != identity.plural:
                continue
            if gender and identity.gender and gender != identity.gender or people and identity.kind != "person":
                continue
            if any(self._reported[0] == frame and a <= seen.at < b <= at for a, b in self._reported[1]):
                continue  # who is named in what is reported does not report it
            if frame - seen.frame == 1 and seen.frame in lone and identity.kind == "person":
                weight = 1.9
            else:
                weight = seen.weight
            weight *= _SENTENCE ** (frame - seen.frame)
            if self._reading.frames[seen.frame].block != block:
                weight *= _PARAGRAPH
            same = self._reading.frames[seen.frame].block == block and frame - seen.frame == 1
            acted = identity.kind == "organisation" and same and 1.9 <= seen.weight < 2.5
            if gender and not (acted and identity.gender is None):
                weight *= 1.15 if identity.gender == gender else _GENDER_UNKNOWN
            if identity.kind == "organisation":
                weight *= 0.7 if identity.gender == gender or acted else 0.4
            elif identity.kind == "document":
                weight *= 0.6
            key = fold(identity.name)
            total = scores.get(key, (0.0, identity))[0]
            scores[key] = (max(total, weight) + 0.12 * min(total, weight), identity)
        main = self._main if not plural else None
        if main is not None and main.gender and main.gender == (gender or main.gender) and self._met(main, at):
            score = scores.get(fold(main.name), (0.0, main))[0]
            other = any(
                s.at < at
                and s.weight >= 1.8
                and self._reading.frames[s.frame].block == block
                and s.identity.kind == "person"
                and s.identity.name != main.name
                and s.identity.gender in (main.gender, None)
                for s in self._seen
            )
            scores[fold(main.name)] = (max(score, _PROTAGONIST if other else self._stays), main)
        if self._speaker is not None and frame - self._speaker[1] <= 2:
            identity, before = self._speaker
            fits = plural == identity.plural and not (gender and identity.gender and gender != identity.gender)
            # a new subject since then takes the floor
            later = any(
                s.frame > before
                and (s.frame < frame or s.at < at and ";" not in self._reading.view[s.at : at])
                and s.weight >= 1.9
                and s.identity.name != identity.name
                and (s.identity.kind == "person" or s.weight == 2.2 and s.identity.gender)
                for s in self._seen
            )
            if fits and not later and fold(identity.name) in scores:
                score, kept = scores[fold(identity.name)]
                scores[fold(identity.name)] = (score + 0.9 * 0.7 ** (frame - before), kept)
        return sorted(scores.values(), key=lambda s: -s[0])

    def _met(self, identity: Identity, at: int) -> bool:
        """Has the article named this figure before an offset?"""
        return identity.figure is not None and self._cast[identity.figure].mentions[0][0] < at

    def _lone(self, frame: int, gender: str | None, plural: bool) -> tuple[int, ...]:
        """The frame, if just one person in it fits and none of them is its subject."""
        fits = {
            s.identity.name: s.weight
            for s in self._seen
            if s.frame == frame
            and s.weight
            > 0.6  # nobody of a clause that somebody reports (*dit qu'un homme pressé n'arrive nulle part*)
            and s.identity.kind == "person"
            and s.identity.plural == plural
            and not (gender and s.identity.gender and gender != s.identity.gender)
        }
        return (frame,) if len(fits) == 1 and max(fits.values()) < 1.8 else ()

    def salient_person(self, frame: int, hit: object | None) -> Identity | None:
        """The person that the article speaks of here, None where nobody or several stand out."""
        end = self._reading.frames[frame].end + 1
        named = [i for _, i in self._ranked(frame, end, None, False, people=True) if i.figure is not None]
        if named:
            return replace(named[0], rule="the person spoken of")
        return self._salient(frame, end, None, False, "the person spoken of", people=True) or self._ahead(frame)

    def _ahead(self, frame: int) -> Identity | None:
        """*22h51 : « … » La maire, X, …*: in an entry of a live page that opens with words, the first person behind."""
        block = self._reading.blocks[self._reading.frames[frame].block]
        if not STAMP.match(self._reading.view, block.start):
            return None
        people = (self._at[s][0] for s in self._between(self._reading.frames[frame].end, block.end))
        first = next((f for f in people if f.kind == "person"), None)
        return self._of(first, "the first of the entry") if first is not None else None

    def protagonist(self, at: int, but: frozenset[str] = frozenset()) -> Identity | None:
        """The person whom the page is about: named in a heading, or far more often than any other."""
        first = self._reading.frames[0].end if self._reading.frames else 0
        # the cast stands in the order of its first mentions
        early = takewhile(lambda f: f.mentions[0][0] < first, self._company.persons)
        headed = [f for f in early if len(words(f.name)) > 1 and f.name not in but]
        if len(headed) == 1:
            return self._of(headed[0], "named in the heading")
        ranked = list(islice((f for f in self._company.most_named if f.name not in but), 2))
        if ranked and (len(ranked) == 1 or len(ranked[0].mentions) >= 2 * len(ranked[1].mentions)):
            return self._of(ranked[0], "the person most named")
        return None
