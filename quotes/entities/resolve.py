"""Resolve: of all who may be the source of a record the one whom the weights prefer. One fold over the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quotes.entities.asked import Asked, Linked, Scene, Spoken, key_of, once, options, own_links
from quotes.entities.cast import Cast
from quotes.entities.context import Context, protagonist
from quotes.entities.decide import Choice, Decide
from quotes.entities.discourse import Discourse, Link, spoke
from quotes.entities.links import announced, judging, labelled, link, signatory, subject_before, unaddressed
from quotes.entities.observe import observe
from quotes.entities.salience import salient_person
from quotes.speech.candidate import Candidate
from quotes.speech.choose import BLOCK_QUOTE, FREE, TURN, Record
from quotes.speech.echoes import echoes
from quotes.speech.marked import ELIDED
from quotes.speech.page import Page
from quotes.syntax.article import Phrase
from quotes.syntax.nearby import Nearby
from quotes.text.dialogue import Turn
from quotes.text.setapart import SetApart
from quotes.types import Cue, Span

# whoever says so is one person
_ONE = re.compile(r"\b(?:je|j'|mon|ma|mes|moi)\b", re.IGNORECASE)
NOBODY = "nobody to be found"
# how sure it is that who is interviewed gives the answers
_INTERVIEWED = 0.9
ECHO = "the same words elsewhere"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A record with its source: the words that name it, who it is, and who passes it on."""

    record: Record
    choice: Choice
    mention: Span | None
    relay: Link | None
    via: str


class Fold:
    """Resolves the records of an article sentence by sentence, in order."""

    def __init__(
        self,
        page: Page,
        context: Context,
        decide: Decide,
        turns: Mapping[int, Turn],
        signed: Mapping[int, SetApart],
    ) -> None:
        self._page, self._article, self._context = page, page.article, context
        self._discourse = Discourse()
        self._decide, self._turns, self._signed = decide, turns, signed
        sources = [[c.source for c in group if c.source is not None] for group in page.candidates]
        self._cast = Cast(page.article, context.entities, sources)
        self._nearby = Nearby(page.article)
        self._spoken: list[Spoken] = []
        self._voices: list[Link | None] = []
        self._echoes = echoes(page)
        self._resolutions: list[Resolution] = []

    def resolve(self, chosen: Sequence[Sequence[Record]]) -> Iterator[Resolution]:
        """The records with their sources; who speaks is known to those that follow."""
        for sentence, records in enumerate(chosen):
            reported = [c.content for c in self._page.candidates[sentence] if c.content and _asserted(c)]
            self._discourse = observe(self._context, self._discourse, sentence, reported)
            self._resolutions += [self._resolved(record, sentence) for record in records]
        yield from (self._echoed(one) for one in self._resolutions)

    def _echoed(self, one: Resolution) -> Resolution:
        """What repeats a quotation has its source."""
        if one.via != ECHO:
            return one
        fuller = self._echoes[one.record.candidate.spans[0]]
        said = next((other for other in self._resolutions if fuller in other.record.candidate.spans), None)
        return one if said is None else replace(one, choice=said.choice)

    def _resolved(self, record: Record, sentence: int) -> Resolution:
        alone = {BLOCK_QUOTE: self._block_quote, TURN: self._turn, FREE: self._free}
        return alone.get(record.candidate.construction, self._cued)(record, sentence)

    def _cued(self, record: Record, sentence: int) -> Resolution:
        """Speech with a cue: its source phrase names who speaks, or a phrase of another candidate does."""
        candidate = record.candidate
        ruled, how = None, "no source"
        if candidate.source is not None:
            ruled, how = self._linked(candidate, sentence), "source"
        elif candidate.construction.endswith("colon"):
            ruled, how = salient_person(self._context, self._discourse, sentence), "the person spoken of"
        others = [c for c in self._page.candidates[sentence] if c is not candidate and c.source and _shares(c, record)]
        if candidate.construction == ELIDED:
            others = []  # what stands before is the source of other words
        phrases = [
            self._phrase(c.construction, c.source, ruled if c is candidate else self._linked(c, sentence), c.cue)
            for c in (candidate, *others)
            if c.source is not None
        ]
        choice = self._weighed(record, sentence, candidate.source, phrases, ruled, how)
        link = choice.link
        if any(self._article.spans[i].mark == "-" for i in candidate.spans):
            self._voices.append(link)
        if link is not None:
            at = candidate.source.start if candidate.source else self._article.sentences[sentence].end
            floor = link.kind == "person" or not candidate.construction.startswith("source by")
            self._said_by(link, at, max(candidate.sentence, sentence), floor)
        meant = choice.phrase or candidate.source
        relay = self._link(candidate.relay, sentence) if candidate.relay is not None else None
        mention = (meant.start, meant.end) if meant is not None else None
        missing = "no candidate for the source" if candidate.source is not None else NOBODY
        return Resolution(record, choice, mention, relay, link.why if link is not None else missing)

    def _link(self, phrase: Phrase, sentence: int) -> Link | None:
        return link(self._context, self._discourse, phrase, sentence)

    def _said_by(self, link: Link, at: int, sentence: int, floor: bool = True) -> None:
        self._discourse = spoke(self._discourse, link, at, sentence, floor)

    def _linked(self, candidate: Candidate, sentence: int) -> Link | None:
        """Whom the source phrase of a candidate means by itself."""
        assert candidate.source is not None
        found = self._link(candidate.source, sentence)
        if found is not None and candidate.cue is not None:
            return unaddressed(self._context, self._discourse, candidate.cue, candidate.source, sentence, found)
        return found

    def _phrase(self, how: str, phrase: Phrase, link: Link | None, cue: Cue | None = None) -> Linked:
        """A source phrase with whom it means, and its own words."""
        return Linked(how, phrase, link, own_links(self._article, phrase, link), cue)

    def _weighed(
        self,
        record: Record,
        sentence: int,
        source: Phrase | None,
        phrases: Sequence[Linked],
        ruled: Link | None,
        how: str,
    ) -> Choice:
        """Who said it: of all who may have, the one whom the weights prefer."""
        spans = [*record.verbatim, *([record.content] if record.content else [])]
        whole = min(a for a, _ in spans), max(b for _, b in spans)
        near = [
            self._phrase(f"near: {where}", phrase, self._link(phrase, sentence))
            for where, phrase in self._nearby.phrases(sentence, whole)
        ]
        construction = record.candidate.construction
        links = once(phrases if construction == ELIDED else (*phrases, *near))
        asked = Asked(sentence, record.verbatim, record.content, construction, source, links, ruled, how)
        scene = Scene(asked, self._cast, self._discourse.seen, self._spoken)
        choice = self._decide(scene, options(asked, self._cast, self._discourse.seen, self._spoken))
        if choice.link is not None:
            meant = None if choice.phrase is None else (choice.phrase.start, choice.phrase.end)
            self._spoken.append(Spoken(key_of(choice.link), choice.link, sentence, asked.start, meant))
        return choice

    def _block_quote(self, record: Record, sentence: int) -> Resolution:
        """Words set apart that the page signs."""
        apart = self._signed[self._article.spans[record.candidate.spans[0]].start]
        assert apart.source is not None
        link = labelled(self._context, apart.source)
        if link is not None:
            self._said_by(link, apart.start, sentence)
        whole = replace(record, verbatim=((apart.start, apart.end),))
        return Resolution(whole, Choice(link), apart.name, None, "its signature")

    def _turn(self, record: Record, sentence: int) -> Resolution:
        """A turn of an interview or a dialogue."""
        start = record.verbatim[0][0]
        turn = self._turns[start]
        if turn.label is not None:
            choice = Choice(labelled(self._context, self._article.view[slice(*turn.label)]))
            via = "label of the turn"
        else:
            ruled, via = self._voice(turn, start)
            sure = turn.answer and ruled is not None
            choice = Choice(ruled, _INTERVIEWED) if sure else self._weighed(record, sentence, None, (), ruled, via)
        self._voices.append(choice.link)
        if choice.link is not None:
            self._said_by(choice.link, start, sentence)
        return Resolution(record, choice, turn.label, None, via)

    @cached_property
    def _interviewed(self) -> Link | None:
        """Whom the page interviews: the one that its heading says, where turns answer questions."""
        return protagonist(self._context) if any(turn.answer for turn in self._turns.values()) else None

    def _voice(self, turn: Turn, start: int) -> tuple[Link | None, str]:
        """Whose turn it is where no label says so: the interviewee, else the other one of two."""
        if turn.answer:
            found = self._interviewed
            return found, "who is interviewed" if found else NOBODY
        found = self._other_voice()
        return found, "the other of two voices" if found else "no label names the voice"

    def _other_voice(self) -> Link | None:
        """In a dialogue of two the voice before the last one."""
        known = [v for v in self._voices[-3:] if v is not None]
        names = {v.name for v in self._voices if v is not None}
        if len(names) == 2 and len(known) >= 2 and known[-1].name != known[-2].name:
            return known[-2]
        if len(names) == 1:
            return protagonist(self._context, frozenset(names))
        return None

    def _free(self, record: Record, sentence: int) -> Resolution:
        """A quotation without a cue: who signs it below, who acts before it, or whoever spoke last."""
        if record.candidate.spans[0] in self._echoes:
            return Resolution(record, Choice(None), None, None, ECHO)
        interviewed = self._interviewed if sentence in self._context.headings else None
        if interviewed is not None:
            return Resolution(record, Choice(interviewed, _INTERVIEWED), None, None, "who is interviewed")
        start = record.verbatim[0][0]
        signed = meant = signatory(self._context, sentence)
        if signed is not None:
            link = self._link(signed, sentence + 1)
            via = "who has signed it"
            choice = Choice(link)
        else:
            ruled, via = self._going_on(record, sentence)
            phrases = [
                self._phrase(c.construction, c.source, self._linked(c, sentence), c.cue)
                for c in self._page.candidates[sentence]
                if c.source is not None and _shares(c, record)
            ]
            choice = self._weighed(record, sentence, None, phrases, ruled, via)
            link = choice.link
            meant = choice.phrase
            if link is not None and key_of(link) != key_of(ruled):
                via = link.why
        if link is not None and not (sentence in self._context.headings and via == "the person spoken of"):
            self._said_by(link, start, sentence)
        return Resolution(record, choice, (meant.start, meant.end) if meant is not None else None, None, via)

    def _going_on(self, record: Record, sentence: int) -> tuple[Link | None, str]:
        """*Les professeurs l'encouragent. « Mon père hésitait. »*: who goes on, by the sentences before."""
        last = self._discourse.last_speaker
        (start, end), before = record.verbatim[0], subject_before(self._context, self._discourse, sentence)
        if before is not None and before.plural and _ONE.search(self._article.view, start, end):
            before = None
        if before is None and last is not None:
            before = announced(self._context, self._discourse, sentence)
        if before is not None and (last is None or last[1] < sentence - 1):
            return before, "subject of the sentence before"
        if last is not None and sentence - last[1] <= 4:
            return judging(self._discourse, sentence) or last[0], "the speaker goes on"
        found = salient_person(self._context, self._discourse, sentence) or protagonist(self._context)
        return found, "the person spoken of" if found is not None else NOBODY


def _asserted(candidate: Candidate) -> bool:
    """Is who is named in its clause named in what somebody reports?"""
    return candidate.source is not None and not candidate.loose


def _shares(candidate: Candidate, record: Record) -> bool:
    """Does a candidate hold words of a record?"""
    if set(candidate.spans) & set(record.candidate.spans):
        return True
    content = record.content or record.candidate.content
    if candidate.content is None or content is None:
        return False
    shared = min(candidate.content[1], content[1]) - max(candidate.content[0], content[0])
    return shared > 0.5 * (content[1] - content[0])
