"""Assemble: cues, quotations and speakers joined into quotes.

One cue for each quotation, the strongest; one record for one act of speech; what nothing ties to anybody
is no quotation. Here a marked stretch becomes speech or stays a title, a term, irony.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Link
from quotes.entities.features import Asked, Cast, Linked, Scene, Spoken, key_of, options, own_links
from quotes.entities.headings import headlines
from quotes.entities.links import Resolver
from quotes.entities.names import fold
from quotes.entities.resolve import Decide
from quotes.speech.candidate import Candidate
from quotes.speech.choose import EVEN, Record, choose
from quotes.speech.features import Page
from quotes.syntax.article import Phrase
from quotes.syntax.nearby import Nearby
from quotes.text.dialogue import Turn
from quotes.text.setapart import SetApart
from quotes.types import Mention, Quote, QuoteType, Span, Speaker
from quotes.weigh.score import Weights

# whoever says so is one person
_ONE = re.compile(r"\b(?:je|j'|mon|ma|mes|moi)\b", re.IGNORECASE)


class Assembler:
    """Turns the candidates of one article's frames into quotes, in order."""

    def __init__(
        self,
        page: Page,
        cast: Sequence[Entity],
        stage: Resolver,
        decide: Decide,
        turns: Sequence[Turn] = (),
        apart: Sequence[SetApart] = (),
    ) -> None:
        self._page = page
        self._article = article = page.article
        self._decide = decide
        sources = [[c.source for c in group if c.source is not None] for group in page.candidates]
        self._there = Cast(article, cast, sources)
        self._nearby = Nearby(article)
        self._spoken: list[Spoken] = []
        self._turns = {turn.start: turn for turn in turns}
        self._signed = {one.start: one for one in apart if one.source is not None}
        self._cast = cast
        self._stage = stage
        self._quotes: list[Quote] = []
        self._voices: list[Link | None] = []

    def sentence(self, sentence: int, probable: Mapping[int, float], weights: Weights) -> None:
        """Read one sentence: put its names on the stage, then resolve its records."""
        candidates = self._page.candidates[sentence]
        self._stage.enter(
            sentence,
            [
                h.content
                for h in candidates
                if h.content is not None and h.source is not None and not h.construction.startswith("loose")
            ],
        )
        # who signs a block quote says it, whatever stands around it
        records = [r for r in choose(self._page, sentence, probable, weights) if not self._held(r)]
        for record in records:
            self._add(record, sentence, candidates)
        covered = {i for r in records for i in r.candidate.spans}
        for index in self._article.sentences[sentence].spans:
            if index in covered or probable[index] < EVEN:
                continue
            start = self._article.spans[index].start
            turn = self._turns.get(start)
            if start in self._signed:
                self._block_quote(self._signed[start], sentence, index)
            elif turn is not None:
                self._turn(turn, sentence, index)
            else:
                self._free(sentence, index)

    def _held(self, record: Record) -> bool:
        """Who signs a block quote says it, whatever stands around it."""
        return any(self._article.spans[i].start in self._signed for i in record.candidate.spans)

    def _add(self, record: Record, sentence: int, candidates: Sequence[Candidate]) -> None:
        candidate, stage = record.candidate, self._stage
        ruled, ruled_by = None, "no source"
        if candidate.source is not None:
            ruled = self._linked(candidate, sentence)
            ruled_by = "source"
        elif candidate.construction.endswith("colon"):
            ruled = stage.salient_person(sentence, candidate)
            ruled_by = "the person spoken of"
        others = [c for c in candidates if c is not candidate and c.source is not None and _shares(c, record)]
        links = [
            (c, self._phrase(c.construction, c.source, ruled if c is candidate else self._linked(c, sentence)))
            for c in (candidate, *others)
            if c.source
        ]
        identity = self._weighed(
            Asked(
                sentence,
                record.verbatim,
                record.content,
                candidate.construction,
                candidate.source,
                (
                    *(one for _, one in links),
                    *self._near(sentence, record.verbatim, record.content),
                ),
                ruled,
                ruled_by,
            )
        )
        why = [candidate.construction]
        if identity is not None:
            why.append(identity.via)
        elif candidate.source is not None:
            why.append("no candidate for the source")
        else:
            why.append(
                "no source before the colon" if candidate.construction.endswith("colon") else "nobody to be found"
            )
        if any(self._article.spans[i].mark == "-" for i in candidate.spans):
            self._voices.append(identity)
        if identity is not None:
            stage.spoke(
                identity,
                candidate.source.start if candidate.source else self._article.sentences[sentence].end,
                candidate.sentence if candidate.sentence > sentence else sentence,
                identity.kind == "person" or not candidate.construction.startswith("source by"),
            )
        meant = next((c for c, one in links if identity is not None and _means(one, identity)), candidate)
        mention = None
        if meant.source is not None:
            mention = Mention(
                meant.source.start, meant.source.end, self._article.view[meant.source.start : meant.source.end]
            )
        relay = stage.resolve(candidate.relay, sentence) if candidate.relay is not None else None
        self._put(record.type, record.verbatim, record.content, candidate, mention, identity, relay, tuple(why))

    def _linked(self, candidate: Candidate, sentence: int) -> Link | None:
        """Whom the source phrase of a candidate means by itself."""
        assert candidate.source is not None
        found = self._stage.resolve(candidate.source, sentence)
        if found is not None and candidate.cue is not None:
            return self._stage.unaddressed(candidate.cue, candidate.source, sentence, found)
        return found

    def _near(self, sentence: int, verbatim: tuple[Span, ...], content: Span | None) -> tuple[Linked, ...]:
        """Whom the phrases near some words mean, with how each stands to them."""
        spans = [*verbatim, *([content] if content else [])]
        whole = min(a for a, _ in spans), max(b for _, b in spans)
        found = self._nearby.phrases(sentence, whole)
        return tuple(self._phrase(f"near: {how}", one, self._stage.resolve(one, sentence)) for how, one in found)

    def _phrase(self, how: str, phrase: Phrase, link: Link | None) -> Linked:
        """A source phrase with whom it means, and its own words."""
        return Linked(how, phrase, link, own_links(self._article, phrase, link))

    def _weighed(self, asked: Asked) -> Link | None:
        """Who said it: of all who may have, the one whom the weights prefer."""
        scene = Scene(asked, self._there, self._stage.seen, self._spoken)
        found = self._decide(scene, options(asked, self._there, self._stage.seen, self._spoken))
        if found is not None:
            self._spoken.append(Spoken(key_of(found), found, asked.sentence, asked.start))
        return found

    def _block_quote(self, apart: SetApart, sentence: int, index: int) -> None:
        """Words set apart that the page signs."""
        assert apart.source is not None
        identity = self._stage.labelled(apart.source)
        mention = None if apart.name is None else Mention(*apart.name, self._article.view[slice(*apart.name)])
        candidate = Candidate("block quote", sentence, None, None, (index,), None, 0.9)
        if identity is not None:
            self._stage.spoke(identity, apart.start, sentence)
        self._put(
            "direct",
            ((apart.start, apart.end),),
            None,
            candidate,
            mention,
            identity,
            None,
            ("block quote", "its signature"),
        )

    def _turn(self, turn: Turn, sentence: int, index: int) -> None:
        """A turn of an interview or a dialogue."""
        span = self._article.spans[index]
        identity = mention = None
        why = ["turn of a dialogue"]
        if turn.label is not None:
            label = self._article.view[turn.label[0] : turn.label[1]]
            identity = self._stage.labelled(label)
            mention = Mention(turn.label[0], turn.label[1], label)
            why.append("label of the turn")
        elif turn.answer:
            identity = self._stage.protagonist(span.start)
            why.append("who is interviewed" if identity else "nobody to be found")
        else:
            identity = self._other_voice()
            why.append("the other of two voices" if identity else "no label names the voice")
        if turn.label is None:
            asked = Asked(
                sentence,
                ((span.start, span.end),),
                None,
                "turn",
                None,
                self._near(sentence, ((span.start, span.end),), None),
                identity,
                why[-1],
            )
            identity = self._weighed(asked)
        self._voices.append(identity)
        candidate = Candidate("turn", sentence, None, None, (index,), None, 0.8)
        if identity is not None:
            self._stage.spoke(identity, span.start, sentence)
        self._put("direct", ((span.start, span.end),), None, candidate, mention, identity, None, tuple(why))

    def _other_voice(self) -> Link | None:
        """In a dialogue of two the voice before the last one."""
        known = [v for v in self._voices[-3:] if v is not None]
        names = {v.name for v in self._voices if v is not None}
        if len(names) == 2 and len(known) >= 2 and known[-1].name != known[-2].name:
            return known[-2]
        if len(names) == 1:
            return self._stage.protagonist(0, frozenset(names))
        return None

    def _free(self, sentence: int, index: int) -> None:
        span = self._article.spans[index]
        identity = mention = None
        why = ["a sentence of its own in marks"]
        signed = self._stage.signatory(sentence)
        last = self._stage.last_speaker
        before = self._stage.subject_before(sentence)
        if before is not None and before.plural and _ONE.search(self._article.view, span.start, span.end):
            before = None  # *Les professeurs l'encouragent. « Mon père hésitait. »*
        if before is None and last is not None:
            before = self._stage.announced(sentence)
        if before is not None and before.name.lower().startswith(("sa ", "son ")):
            before = self._stage.beside_kin(
                before, span, sentence
            )  # *Sa fille a changé d'école. « Elle ne dormait plus. »*
        if signed is not None:
            identity = self._stage.resolve(signed, sentence + 1)
            mention = Mention(signed.start, signed.end, self._article.view[signed.start : signed.end])
            why.append("who has signed it")
        elif before is not None and (last is None or last[1] < sentence - 1):
            identity = before
            why.append("subject of the sentence before")
        elif last is not None and sentence - last[1] <= 4:
            identity = self._stage.judging(sentence) or last[0]
            why.append("the speaker goes on")
        else:
            identity = self._stage.salient_person(sentence, None) or self._stage.protagonist(span.start)
            why.append("the person spoken of" if identity else "nobody to be found")
        if signed is None:
            asked = Asked(
                sentence,
                ((span.start, span.end),),
                None,
                "free",
                None,
                self._near(sentence, ((span.start, span.end),), None),
                identity,
                why[-1],
            )
            identity = self._weighed(asked)
        candidate = Candidate("free", sentence, None, None, (index,), None, 0.5)
        if identity is not None and not (sentence in self._stage.headings and why[-1] == "the person spoken of"):
            self._stage.spoke(identity, span.start, sentence)
        self._put("direct", ((span.start, span.end),), None, candidate, mention, identity, None, tuple(why))

    def signed(self, words: Span, name: Span, entity: Entity) -> None:
        """A stretch that its signature closes."""
        identity = Link(entity.name, entity.kind, entity.index, entity.gender, False, "signature")
        mention = Mention(name[0], name[1], self._article.view[name[0] : name[1]])
        candidate = Candidate("signed block", 0, None, None, (), None, 0.9)
        self._put("direct", (words,), None, candidate, mention, identity, None, ("signed block", "signature"))

    def _put(
        self,
        kind: QuoteType,
        verbatim: tuple[Span, ...],
        content: Span | None,
        candidate: Candidate,
        mention: Mention | None,
        identity: Link | None,
        relay: Link | None,
        why: tuple[str, ...],
    ) -> None:
        view = self._article.view
        content = None if content is None else _trimmed(view, content)
        verbatim = tuple(_trimmed(view, span) for span in verbatim)
        pieces = verbatim if kind == "direct" or content is None else (content,)
        text = " ".join(" ".join(view[a:b].split()) for a, b in pieces)
        others = tuple(self.speaker(self._identity(i)) for i in identity.others) if identity else ()
        self._quotes.append(
            Quote(
                kind,
                text,
                verbatim,
                content,
                candidate.cue,
                mention,
                self.speaker(identity) if identity else None,
                others,
                self.speaker(relay) if relay else None,
                None,
                round(candidate.strength * (0.9 if identity else 0.5), 2),
                why,
            )
        )

    def _identity(self, entity: int) -> Link:
        f = self._cast[entity]
        return Link(f.name, f.kind, f.index, f.gender, False, "named with another")

    def speaker(self, identity: Link) -> Speaker:
        """The speaker as a value: name, other names, roles."""
        gender = {"f": "female", "m": "male"}.get(identity.gender or "")
        if identity.entity is None:
            return Speaker(identity.name, identity.kind)
        entity = self._cast[identity.entity]
        aliases = sorted({f for f in entity.forms if fold(f) != fold(entity.name)})
        roles = sorted({r.text for r in entity.roles})
        return Speaker(
            entity.name,
            entity.kind,
            tuple(aliases),
            tuple(roles),
            gender if entity.kind == "person" else None,  # type: ignore[arg-type]
        )

    def quotes(self) -> tuple[Quote, ...]:
        """All quotes so far, with those of headings, in article order."""

        def key(quote: Quote) -> Span:
            return (quote.verbatim or ((quote.content or (0, 0)),))[0]

        return tuple(sorted(headlines(self._article, self._quotes), key=key))


def _means(linked: Linked, link: Link) -> bool:
    """Is somebody whom a source phrase may mean?"""
    return key_of(link) in {key_of(linked.link), *map(key_of, linked.own)}


def _shares(candidate: Candidate, record: Record) -> bool:
    """Does a candidate hold words of a record?"""
    if set(candidate.spans) & set(record.candidate.spans):
        return True
    content = record.content or record.candidate.content
    if candidate.content is None or content is None:
        return False
    return min(candidate.content[1], content[1]) - max(candidate.content[0], content[0]) > 0.5 * (
        content[1] - content[0]
    )


def _trimmed(view: str, span: Span) -> Span:
    """A stretch without the blanks at its edges: rules begin and end one where a dash or a word does."""
    words = view[span[0] : span[1]].strip()
    start = view.index(words, span[0])
    return start, start + len(words)
