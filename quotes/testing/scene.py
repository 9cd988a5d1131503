"""A scene: all that a construction may use, drawn before any of it is written; and the phrases of its grammar."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.testing.draft import Draft, Passage, Record, line, part, sentence
from quotes.testing.french import Verb, elide, inverted, pronoun
from quotes.testing.people import Person, Subject
from quotes.testing.speeches import Marks, Speech
from quotes.types import QuoteType


@dataclass(frozen=True, slots=True)
class Scene:
    """Who says what, to be written by one construction or another.

    ``person`` and ``other`` are two persons (``subject`` may name the first), ``speech`` and ``reply`` what they
    say. ``clause_verb`` takes *que*, ``speech_verb`` stands in incises and before colons, ``object_verb`` takes marked
    words. ``past`` says that verbs are in a compound tense, ``between`` stands between a verb and its subject.
    """

    construction: str
    subject: Subject
    person: Person
    other: Person
    speech: Speech
    reply: Speech
    marks: Marks
    clause_verb: Verb
    speech_verb: Verb
    object_verb: Verb
    past: bool
    between: str
    paper: str

    def quoted(self, *items: str | Draft, record: int = 0) -> Draft:
        """Words between the marks, as the verbatim of a record."""
        return self.marks.around(part("verbatim", *items, record=record))

    def source(self, record: int = 0) -> Draft:
        """The phrase that names the source, as a mention: after a preposition or a verb."""
        return part("mention", self.subject.after_preposition, record=record)

    def subject_verb(self, verb: Verb, record: int = 0) -> Draft:
        """*Anne Morel, maire d'Albi, a déclaré*."""
        subject = self.subject
        form, participle = self._forms(verb)
        named = part("mention", subject.words, record=record)
        return line(named, subject.closing, " ", part("cue", _clitic(verb, form), _after(participle), record=record))

    def verb_subject(self, verb: Verb, between: str = "", record: int = 0) -> Draft:
        """*a déclaré mardi Anne Morel*, *a-t-elle déclaré mardi*."""
        subject = self.subject
        form, participle = self._forms(verb)
        before = f" {between}" if between else ""
        if subject.pronoun:
            word = pronoun(subject.gender, subject.plural)
            named = part("mention", word, record=record)
            cue = (_clitic(verb, form), inverted(form, word), named, f" {participle}" if participle else "")
            return line(part("cue", *cue, record=record), before)
        cue_part = part("cue", _clitic(verb, form), _after(participle), record=record)
        return line(cue_part, before, " ", part("mention", subject.words, record=record))

    def passage(self, kind: QuoteType, *items: str | Draft, verb: Verb | None = None) -> Passage:
        """One sentence with one record, behind the sentence that introduces its source."""
        return self.introduced(sentence(*items), self.record(kind, verb))

    def introduced(self, draft: Draft, *records: Record) -> Passage:
        """A draft behind the sentence that introduces its source, if it needs one."""
        intro = f"{self.subject.intro} " if self.subject.intro else ""
        return Passage(line(intro, draft), records)

    def record(self, kind: QuoteType, verb: Verb | None = None) -> Record:
        """The answer of a record of this scene's subject."""
        lemma = verb.infinitive if verb else ""
        return Record(kind, self.construction, self.subject.speaker, self.subject.others, lemma=lemma)

    def answer(self, kind: QuoteType, verb: Verb | None = None) -> Record:
        """The answer of a record of the other person, by name."""
        return Record(kind, self.construction, self.other.speaker, lemma=verb.infinitive if verb else "")

    def _forms(self, verb: Verb) -> tuple[str, str]:
        return verb.conjugated(self.subject.gender, self.subject.plural, self.past)


def _clitic(verb: Verb, form: str) -> str:
    return elide("se", form) if verb.reflexive else form


def _after(participle: str) -> str:
    return f" {participle}" if participle else ""
