"""Assemble: cues, quotations and speakers joined into quotes.

One cue for each quotation, the strongest; one record for one act of speech; what nothing ties to anybody
is no quotation. Here a marked stretch becomes speech or stays a title, a term, irony.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.choose import Record, choose, free_speech
from quotes.cues.reading import Hit, Reading
from quotes.headings import headlines
from quotes.speakers.cast import Figure
from quotes.speakers.names import fold
from quotes.speakers.resolve import Resolver
from quotes.speakers.stage import Identity
from quotes.text.dialogue import Turn
from quotes.text.setapart import SetApart
from quotes.types import Mention, Quote, QuoteType, Span, Speaker

# whoever says so is one person
_ONE = re.compile(r"\b(?:je|j'|mon|ma|mes|moi)\b", re.IGNORECASE)


class Assembler:
    """Turns the hits of one article's frames into quotes, in order."""

    def __init__(
        self,
        reading: Reading,
        cast: Sequence[Figure],
        stage: Resolver,
        turns: Sequence[Turn] = (),
        apart: Sequence[SetApart] = (),
    ) -> None:
        self._turns = {turn.start: turn for turn in turns}
        self._signed = {one.start: one for one in apart if one.source is not None}
        self._reading = reading
        self._cast = cast
        self._stage = stage
        self._quotes: list[Quote] = []
        self._voices: list[Identity | None] = []

    def frame(self, frame: int, hits: Sequence[Hit]) -> None:
        """Read one frame: put its names on the stage, then resolve its records."""
        self._stage.enter(frame, [h.content for h in hits if h.content is not None and h.source is not None])
        # who signs a block quote says it, whatever stands around it
        hits = [h for h in hits if not any(self._reading.spans[i].start in self._signed for i in h.spans)]
        records = choose(self._reading, frame, hits)
        for record in records:
            self._add(record, frame)
        covered = {i for r in records for i in r.hit.spans}
        for index in self._reading.frames[frame].spans:
            if index in covered:
                continue
            start = self._reading.spans[index].start
            turn = self._turns.get(start)
            if start in self._signed:
                self._block_quote(self._signed[start], frame, index)
            elif turn is not None:
                self._turn(turn, frame, index)
            elif free_speech(self._reading, frame, index):
                self._free(frame, index)

    def _add(self, record: Record, frame: int) -> None:
        hit, stage = record.hit, self._stage
        identity: Identity | None = None
        why = [hit.rule]
        if hit.source is not None:
            identity = stage.resolve(hit.source, frame)
            if identity is not None and hit.cue is not None:
                identity = stage.unaddressed(hit.cue, hit.source, frame, identity)
            why.append(identity.rule if identity else "no candidate for the source")
        elif hit.rule.endswith("colon"):
            identity = stage.salient_person(frame, hit)
            why.append("the person spoken of" if identity else "no source before the colon")
        if any(self._reading.spans[i].mark == "-" for i in hit.spans):
            self._voices.append(identity)
        if identity is not None:
            stage.spoke(
                identity,
                hit.source.start if hit.source else self._reading.frames[frame].end,
                hit.frame if hit.frame > frame else frame,
                identity.kind == "person" or not hit.rule.startswith("source by"),
            )
        mention = None
        if hit.source is not None:
            mention = Mention(hit.source.start, hit.source.end, self._reading.view[hit.source.start : hit.source.end])
        relay = stage.resolve(hit.relay, frame) if hit.relay is not None else None
        self._put(record.type, record.verbatim, record.content, hit, mention, identity, relay, tuple(why))

    def _block_quote(self, apart: SetApart, frame: int, index: int) -> None:
        """Words set apart that the page signs."""
        assert apart.source is not None
        identity = self._stage.labelled(apart.source)
        mention = None if apart.name is None else Mention(*apart.name, self._reading.view[slice(*apart.name)])
        hit = Hit("block quote", frame, None, None, (index,), None, 0.9)
        if identity is not None:
            self._stage.spoke(identity, apart.start, frame)
        self._put(
            "direct", ((apart.start, apart.end),), None, hit, mention, identity, None, ("block quote", "its signature")
        )

    def _turn(self, turn: Turn, frame: int, index: int) -> None:
        """A turn of an interview or a dialogue."""
        span = self._reading.spans[index]
        identity = mention = None
        why = ["turn of a dialogue"]
        if turn.label is not None:
            label = self._reading.view[turn.label[0] : turn.label[1]]
            identity = self._stage.labelled(label)
            mention = Mention(turn.label[0], turn.label[1], label)
            why.append("label of the turn")
        elif turn.answer:
            identity = self._stage.protagonist(span.start)
            why.append("who is interviewed" if identity else "nobody to be found")
        else:
            identity = self._other_voice()
            why.append("the other of two voices" if identity else "no label names the voice")
        self._voices.append(identity)
        hit = Hit("turn", frame, None, None, (index,), None, 0.8)
        if identity is not None:
            self._stage.spoke(identity, span.start, frame)
        self._put("direct", ((span.start, span.end),), None, hit, mention, identity, None, tuple(why))

    def _other_voice(self) -> Identity | None:
        """In a dialogue of two the voice before the last one."""
        known = [v for v in self._voices[-3:] if v is not None]
        names = {v.name for v in self._voices if v is not None}
        if len(names) == 2 and len(known) >= 2 and known[-1].name != known[-2].name:
            return known[-2]
        if len(names) == 1:
            return self._stage.protagonist(0, frozenset(names))
        return None

    def _free(self, frame: int, index: int) -> None:
        span = self._reading.spans[index]
        identity = mention = None
        why = ["a sentence of its own in marks"]
        signed = self._stage.signatory(frame)
        last = self._stage.last_speaker
        before = self._stage.subject_before(frame)
        if before is not None and before.plural and _ONE.search(self._reading.view, span.start, span.end):
            before = None  # *Les professeurs l'encouragent. « Mon père hésitait. »*
        if before is None and last is not None:
            before = self._stage.announced(frame)
        if before is not None and before.name.lower().startswith(("sa ", "son ")):
            before = self._stage.beside_kin(
                before, span, frame
            )  # *Sa fille a changé d'école. « Elle ne dormait plus. »*
        if signed is not None:
            identity = self._stage.resolve(signed, frame + 1)
            mention = Mention(signed.start, signed.end, self._reading.view[signed.start : signed.end])
            why.append("who has signed it")
        elif before is not None and (last is None or last[1] < frame - 1):
            identity = before
            why.append("subject of the sentence before")
        elif last is not None and frame - last[1] <= 4:
            identity = self._stage.judging(frame) or last[0]
            why.append("the speaker goes on")
        else:
            identity = self._stage.salient_person(frame, None) or self._stage.protagonist(span.start)
            why.append("the person spoken of" if identity else "nobody to be found")
        hit = Hit("free", frame, None, None, (index,), None, 0.5)
        if identity is not None and not (frame in self._stage.headings and why[-1] == "the person spoken of"):
            self._stage.spoke(identity, span.start, frame)
        self._put("direct", ((span.start, span.end),), None, hit, mention, identity, None, tuple(why))

    def signed(self, words: Span, name: Span, figure: Figure) -> None:
        """A stretch that its signature closes."""
        identity = Identity(figure.name, figure.kind, figure.index, figure.gender, False, "signature")
        mention = Mention(name[0], name[1], self._reading.view[name[0] : name[1]])
        hit = Hit("signed block", 0, None, None, (), None, 0.9)
        self._put("direct", (words,), None, hit, mention, identity, None, ("signed block", "signature"))

    def _put(
        self,
        kind: QuoteType,
        verbatim: tuple[Span, ...],
        content: Span | None,
        hit: Hit,
        mention: Mention | None,
        identity: Identity | None,
        relay: Identity | None,
        why: tuple[str, ...],
    ) -> None:
        view = self._reading.view
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
                hit.cue,
                mention,
                self.speaker(identity) if identity else None,
                others,
                self.speaker(relay) if relay else None,
                None,
                round(hit.strength * (0.9 if identity else 0.5), 2),
                why,
            )
        )

    def _identity(self, figure: int) -> Identity:
        f = self._cast[figure]
        return Identity(f.name, f.kind, f.index, f.gender, False, "named with another")

    def speaker(self, identity: Identity) -> Speaker:
        """The speaker as a value: name, other names, roles."""
        gender = {"f": "female", "m": "male"}.get(identity.gender or "")
        if identity.figure is None:
            return Speaker(identity.name, identity.kind)
        figure = self._cast[identity.figure]
        aliases = sorted({f for f in figure.forms if fold(f) != fold(figure.name)})
        roles = sorted({r.text for r in figure.roles})
        return Speaker(
            figure.name,
            figure.kind,
            tuple(aliases),
            tuple(roles),
            gender if figure.kind == "person" else None,  # type: ignore[arg-type]
        )

    def quotes(self) -> tuple[Quote, ...]:
        """All quotes so far, with those of headings, in reading order."""

        def key(quote: Quote) -> Span:
            return (quote.verbatim or ((quote.content or (0, 0)),))[0]

        return tuple(sorted(headlines(self._reading, self._quotes), key=key))


def _trimmed(view: str, span: Span) -> Span:
    """A stretch without the blanks at its edges: rules begin and end one where a dash or a word does."""
    words = view[span[0] : span[1]].strip()
    start = view.index(words, span[0])
    return start, start + len(words)
