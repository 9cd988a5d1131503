"""Constructions of direct speech: whole sentences between marks. Each shows what it writes."""

from __future__ import annotations

from dataclasses import replace

from quotes.testing.draft import Passage, line, part, sentence
from quotes.testing.french import capital
from quotes.testing.scene import Scene


def quotation_verb(s: Scene) -> Passage:
    """« La gare restera ouverte », a déclaré Anne Morel."""
    verb = s.clause_verb
    return s.passage("direct", s.quoted(s.speech.before_comma), ", ", s.verb_subject(verb), ".", verb=verb)


def quotation_verb_far_subject(s: Scene) -> Passage:
    """« La gare restera ouverte », a déclaré mardi à la presse Anne Morel."""
    verb = s.clause_verb
    return s.passage("direct", s.quoted(s.speech.before_comma), ", ", s.verb_subject(verb, s.between), ".", verb=verb)


def quotation_manner(s: Scene) -> Passage:
    """« La gare restera ouverte », se réjouit Anne Morel."""
    verb = s.speech_verb
    return s.passage("direct", s.quoted(s.speech.before_comma), ", ", s.verb_subject(verb), ".", verb=verb)


def verb_colon(s: Scene) -> Passage:
    """Anne Morel a déclaré : « La gare restera ouverte. »"""
    verb = s.clause_verb
    return s.passage("direct", s.subject_verb(verb), " : ", s.quoted(s.speech.whole), verb=verb)


def manner_colon(s: Scene) -> Passage:
    """Anne Morel insiste : « La gare restera ouverte. »"""
    verb = s.speech_verb
    return s.passage("direct", s.subject_verb(verb), " : ", s.quoted(s.speech.whole), verb=verb)


def feeling_colon(s: Scene) -> Passage:
    """Anne Morel ne décolère pas : « On nous a menti. »"""
    feels = "ne décolèrent pas" if s.subject.plural else "ne décolère pas"
    source = line(part("mention", s.subject.words), s.subject.closing)
    return s.passage("direct", source, f" {feels} : ", s.quoted(s.speech.whole))


def incise_inside(s: Scene) -> Passage:
    """« La gare restera ouverte, a déclaré Anne Morel, et tout le monde le sait. »"""
    verb, speech = s.clause_verb, s.speech
    words = s.marks.around(
        part("verbatim", capital(speech.clause)), ", ", s.verb_subject(verb), ", ", part("verbatim", speech.rest, ".")
    )
    return s.passage("direct", words, verb=verb)


def marks_reopen(s: Scene) -> Passage:
    """« La gare restera ouverte », a déclaré Anne Morel, « et tout le monde le sait. »"""
    verb, speech = s.clause_verb, s.speech
    first, rest = s.quoted(capital(speech.clause)), s.quoted(speech.rest, ".")
    return s.passage("direct", first, ", ", s.verb_subject(verb), ", ", rest, verb=verb)


def goes_on(s: Scene) -> Passage:
    """« La gare restera ouverte », a déclaré Anne Morel. « Rien n'est encore signé. »"""
    verb = s.clause_verb
    first, second = s.quoted(s.speech.before_comma), s.quoted(s.reply.whole, record=1)
    draft = sentence(first, ", ", s.verb_subject(verb), ". ", second)
    return s.introduced(draft, s.record("direct", verb), s.record("direct"))


def two_verbs(s: Scene) -> Passage:
    """« La gare restera ouverte », a déclaré Anne Morel, avant d'ajouter : « Rien n'est encore signé. »"""
    verb = s.clause_verb
    second = line("avant d'", part("cue", "ajouter", record=1), " : ", s.quoted(s.reply.whole, record=1))
    draft = sentence(s.quoted(s.speech.before_comma), ", ", s.verb_subject(verb), ", ", second)
    added = replace(s.record("direct"), lemma="ajouter")
    return s.introduced(draft, s.record("direct", verb), added)


def according_quotation(s: Scene) -> Passage:
    """Selon Anne Morel, « la gare restera ouverte »: the whole sentence is marked."""
    cue = line(part("cue", "selon"), " ", s.source(), ", ")
    return s.passage("direct", cue, s.quoted(s.speech.clause), ".")


def quotation_according(s: Scene) -> Passage:
    """« La gare restera ouverte », selon Anne Morel."""
    return s.passage("direct", s.quoted(s.speech.before_comma), ", ", part("cue", "selon"), " ", s.source(), ".")


def nested(s: Scene) -> Passage:
    """« Le mot “urgence” ne suffit pas, la gare restera ouverte », a déclaré Anne Morel."""
    verb = s.clause_verb
    opening, closing = s.marks.inner
    words = s.quoted(f"Le mot {opening}urgence{closing} ne suffit pas, {s.speech.clause}")
    return s.passage("direct", words, ", ", s.verb_subject(verb), ".", verb=verb)


def two_voices(s: Scene) -> Passage:
    """« La gare restera ouverte », a déclaré Anne Morel. « Qui va payer ? », a répondu Paul Vasseur."""
    verb = s.clause_verb
    second = line(
        s.quoted(s.reply.before_comma, record=1), ", ", part("cue", "a répondu", record=1), " ",
        part("mention", str(s.other.name), record=1), ".",
    )  # fmt: skip
    draft = sentence(s.quoted(s.speech.before_comma), ", ", s.verb_subject(verb), ". ", second)
    return s.introduced(draft, s.record("direct", verb), replace(s.answer("direct"), lemma="répondre"))
