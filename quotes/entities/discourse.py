"""The stage: who has been named, has acted and has spoken so far, and who of them stands out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from quotes.entities.catalogue import Entity
from quotes.entities.find import Name
from quotes.entities.index import Index
from quotes.entities.names import fold, words
from quotes.syntax.article import ParsedArticle, Phrase
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
class Link:
    """Who a source is: a entity of the cast, or a name of its own words."""

    name: str
    kind: SpeakerKind
    entity: int | None
    gender: str | None
    plural: bool
    via: str
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody on the stage: who, where, and with what weight."""

    identity: Link
    at: int
    sentence: int
    weight: float


class Discourse:
    """What the article has said so far, for one article."""

    def __init__(self, article: ParsedArticle, cast: Sequence[Entity], names: Sequence[Name]) -> None:
        self._article = article
        self._cast = cast
        self._seen: list[Seen] = []
        self._speaker: tuple[Link, int] | None = None
        self._reported: tuple[int, tuple[Span, ...]] = (0, ())
        self._company = Index(cast)
        self._calls: dict[tuple[int, str], float] = {}  # what was looked up, for the next time it is asked
        self._at: dict[int, tuple[Entity, int]] = {}
        for entity in cast:
            for start, end in entity.mentions:
                self._at[start] = (entity, end)
        self._starts = sorted(self._at)
        self._quoted = {n.start for n in names if n.quoted}
        self._main = self.protagonist(0)
        heading = article.view[: article.sentences[0].end] if article.sentences else ""
        self._stays = _LIFE if _OF_A_LIFE.search(heading) else _PROTAGONIST
        self.headings = {i for i, f in enumerate(article.sentences) if article.blocks[f.block].kind == "heading"}

    def _noun(self, source: Phrase, sentence: int) -> Link | None:
        """Who a noun phrase is: what the rooms for documents, bodies and functions ask of each other."""
        raise NotImplementedError

    def _between(self, start: int, end: int) -> list[int]:
        from bisect import bisect_left

        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _grammar_weight(self, token: int, end: int, lo: int) -> float:
        article = self._article
        last = article.token_at(end)
        climb = token
        for _ in range(5):
            if article.tokens[climb].dep in ("nsubj", "nsubj:pass"):
                return 2.2
            if (
                article.tokens[climb].dep not in ("flat:name", "flat", "appos", "det")
                or article.tokens[climb].head == climb
            ):
                break
            climb = article.tokens[climb].head
        for i in range(token, last):
            dep = article.tokens[i].dep
            if dep in ("nsubj", "nsubj:pass"):
                return 2.2
            if dep == "ROOT":
                return 1.8
            if dep == "appos":
                head = article.tokens[article.tokens[i].head]
                return 2.1 if head.dep.startswith("nsubj") else 1.2
            if dep in ("nmod", "obl:agent"):
                return 0.8 if dep == "nmod" else 1.0
        return 1.2 if token == lo else 1.0

    def spoke(self, identity: Link, at: int, sentence: int, floor: bool = True) -> None:
        """Remember who spoke last; without the ``floor`` only that somebody was cited (*selon l'Insee*)."""
        if identity.kind == "unknown" and identity.via == "on":
            return
        if not floor:
            self._seen.append(Seen(identity, at, sentence, 1.0))
            return
        self._speaker = (identity, sentence)
        self._seen.append(Seen(identity, at, sentence, 2.6))

    @property
    def seen(self) -> Sequence[Seen]:
        """Who was named, acted or spoke so far, the last at the end."""
        return self._seen

    @property
    def last_speaker(self) -> tuple[Link, int] | None:
        return self._speaker

    def _form(self, source: Phrase, entity: Entity) -> str:
        for start, end in entity.mentions:
            if source.start <= start and end <= source.end:
                return self._article.view[start:end]
        return entity.name

    def _figures_in(self, source: Phrase) -> list[Entity]:
        out: list[Entity] = []
        for start in self._between(max(0, source.start - 40), source.end):
            entity, end = self._at[start]
            if end > source.start and entity not in out:
                out.append(entity)
        return out

    def _figure_in(self, start: int, end: int) -> Entity | None:
        for at in self._between(max(0, start - 60), end):
            entity, stop = self._at[at]
            if at < end and start < stop:
                return entity
        return None

    def _of(self, entity: Entity, via: str, others: tuple[int, ...] = ()) -> Link:
        return Link(entity.name, entity.kind, entity.index, entity.gender, False, via, others)

    def _salient(
        self, sentence: int, at: int, gender: str | None, plural: bool, via: str, people: bool = False
    ) -> Link | None:
        """Who stands out most at an offset, of those whose gender and number fit."""
        ranked = self._ranked(sentence, at, gender, plural, people)
        if not ranked:
            return None
        best = ranked[0][1]
        return Link(best.name, best.kind, best.entity, best.gender or gender, best.plural, via)

    def _ranked(
        self, sentence: int, at: int, gender: str | None, plural: bool, people: bool = False
    ) -> list[tuple[float, Link]]:
        """All who could be meant at an offset with their weight, the heaviest first."""
        scores: dict[str, tuple[float, Link]] = {}
        lone = self._lone(sentence - 1, gender, plural)
        block = self._article.sentences[sentence].block
        for seen in self._seen:
            identity = seen.identity
            if seen.at >= at or sentence - seen.sentence > 6 or plural != identity.plural:
                continue
            if gender and identity.gender and gender != identity.gender or people and identity.kind != "person":
                continue
            if any(self._reported[0] == sentence and a <= seen.at < b <= at for a, b in self._reported[1]):
                continue  # who is named in what is reported does not report it
            if sentence - seen.sentence == 1 and seen.sentence in lone and identity.kind == "person":
                weight = 1.9
            else:
                weight = seen.weight
            weight *= _SENTENCE ** (sentence - seen.sentence)
            if self._article.sentences[seen.sentence].block != block:
                weight *= _PARAGRAPH
            same = self._article.sentences[seen.sentence].block == block and sentence - seen.sentence == 1
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
                and self._article.sentences[s.sentence].block == block
                and s.identity.kind == "person"
                and s.identity.name != main.name
                and s.identity.gender in (main.gender, None)
                for s in self._seen
            )
            scores[fold(main.name)] = (max(score, _PROTAGONIST if other else self._stays), main)
        if self._speaker is not None and sentence - self._speaker[1] <= 2:
            identity, before = self._speaker
            fits = plural == identity.plural and not (gender and identity.gender and gender != identity.gender)
            # a new subject since then takes the floor
            later = any(
                s.sentence > before
                and (s.sentence < sentence or s.at < at and ";" not in self._article.view[s.at : at])
                and s.weight >= 1.9
                and s.identity.name != identity.name
                and (s.identity.kind == "person" or s.weight == 2.2 and s.identity.gender)
                for s in self._seen
            )
            if fits and not later and fold(identity.name) in scores:
                score, kept = scores[fold(identity.name)]
                scores[fold(identity.name)] = (score + 0.9 * 0.7 ** (sentence - before), kept)
        return sorted(scores.values(), key=lambda s: -s[0])

    def _met(self, identity: Link, at: int) -> bool:
        """Has the article named this entity before an offset?"""
        return identity.entity is not None and self._cast[identity.entity].mentions[0][0] < at

    def _lone(self, sentence: int, gender: str | None, plural: bool) -> tuple[int, ...]:
        """The sentence, if just one person in it fits and none of them is its subject."""
        fits = {
            s.identity.name: s.weight
            for s in self._seen
            if s.sentence == sentence
            and s.weight
            > 0.6  # nobody of a clause that somebody reports (*dit qu'un homme pressé n'arrive nulle part*)
            and s.identity.kind == "person"
            and s.identity.plural == plural
            and not (gender and s.identity.gender and gender != s.identity.gender)
        }
        return (sentence,) if len(fits) == 1 and max(fits.values()) < 1.8 else ()

    def salient_person(self, sentence: int, candidate: object | None) -> Link | None:
        """The person that the article speaks of here, None where nobody or several stand out."""
        end = self._article.sentences[sentence].end + 1
        named = [i for _, i in self._ranked(sentence, end, None, False, people=True) if i.entity is not None]
        if named:
            return replace(named[0], via="the person spoken of")
        return self._salient(sentence, end, None, False, "the person spoken of", people=True) or self._ahead(sentence)

    def _ahead(self, sentence: int) -> Link | None:
        """*22h51 : « … » La maire, X, …*: in an entry of a live page that opens with words, the first person behind."""
        block = self._article.blocks[self._article.sentences[sentence].block]
        if not STAMP.match(self._article.view, block.start):
            return None
        people = (self._at[s][0] for s in self._between(self._article.sentences[sentence].end, block.end))
        first = next((f for f in people if f.kind == "person"), None)
        return self._of(first, "the first of the entry") if first is not None else None

    def protagonist(self, at: int, but: frozenset[str] = frozenset()) -> Link | None:
        """The person whom the page is about: named in a heading, or far more often than any other."""
        first = self._article.sentences[0].end if self._article.sentences else 0
        # the cast stands in the order of its first mentions
        early = takewhile(lambda f: f.mentions[0][0] < first, self._company.persons)
        headed = [f for f in early if len(words(f.name)) > 1 and f.name not in but]
        if len(headed) == 1:
            return self._of(headed[0], "named in the heading")
        ranked = list(islice((f for f in self._company.most_named if f.name not in but), 2))
        if ranked and (len(ranked) == 1 or len(ranked[0].mentions) >= 2 * len(ranked[1].mentions)):
            return self._of(ranked[0], "the person most named")
        return None
