"""Constructions of mixed and indirect speech: clauses, with or without marked words in them."""

from __future__ import annotations

from dataclasses import replace

from quotes.testing.draft import Draft, Passage, line, part
from quotes.testing.french import capital, contract, elide
from quotes.testing.scene import Scene
from quotes.types import Speaker


def _that(clause: str | Draft) -> Draft:
    """*que la gare restera ouverte*, *qu'elle*: the clause is the content."""
    words = line(clause)
    first = next((w for w in words if isinstance(w, str)), "")
    que = elide("que", first)[: -len(first)] if first else "que "
    return line(que, part("content", words))


# ── mixed ───────────────────────────────────────────────────────────────────────────────────────


def that_marked_words(s: Scene) -> Passage:
    """Anne Morel a affirmé que la gare est « indispensable »."""
    clause = line(s.speech.start, " ", s.quoted(s.speech.quality))
    return s.passage("mixed", s.subject_verb(s.clause_verb), " ", _that(clause), ".", verb=s.clause_verb)


def that_marked_clause(s: Scene) -> Passage:
    """Anne Morel a affirmé que « la gare restera ouverte »: content and words are one."""
    words = s.marks.around(part("content", part("verbatim", s.speech.clause)))
    que = elide("que", s.speech.clause)[: -len(s.speech.clause)]
    return s.passage("mixed", s.subject_verb(s.clause_verb), " ", que, words, ".", verb=s.clause_verb)


def object_marked(s: Scene) -> Passage:
    """Anne Morel a dénoncé « une honte »."""
    verb = s.object_verb
    return s.passage("mixed", s.subject_verb(verb), " ", s.quoted(s.speech.phrase), ".", verb=verb)


def qualify(s: Scene) -> Passage:
    """Anne Morel a qualifié ce vote de « cadeau aux promoteurs »."""
    phrase = s.speech.phrase.split(" ", 1)[1]
    source = line(part("mention", s.subject.words), s.subject.closing)
    has = "ont qualifié" if s.subject.plural else "a qualifié"
    return s.passage("mixed", source, " ", part("cue", has), " ce vote de ", s.quoted(phrase), ".")


def what_x_calls(s: Scene) -> Passage:
    """Le vote confirme ce qu'Anne Morel appelle « une honte »: a name given by somebody."""
    source = part("mention", s.subject.words)
    que = elide("que", s.subject.words)[: -len(s.subject.words)]
    calls = part("cue", "appellent" if s.subject.plural else "appelle")
    phrase = s.quoted(s.speech.phrase)
    return s.passage("mixed", "le vote confirme ce ", que, source, s.subject.closing, " ", calls, " ", phrase, ".")


def according_marked_words(s: Scene) -> Passage:
    """Selon Anne Morel, la gare est « indispensable »."""
    cue = line(part("cue", "selon"), " ", s.source(), ", ")
    return s.passage("mixed", cue, part("content", s.speech.start, " ", s.quoted(s.speech.quality)), ".")


# ── indirect ────────────────────────────────────────────────────────────────────────────────────


def that_clause(s: Scene) -> Passage:
    """Anne Morel a affirmé que la gare restera ouverte."""
    verb = s.clause_verb
    return s.passage("indirect", s.subject_verb(verb), " ", _that(s.speech.clause), ".", verb=verb)


def that_and_that(s: Scene) -> Passage:
    """Anne Morel a affirmé que la gare restera ouverte et que les travaux sont finis."""
    verb = s.clause_verb
    clause = f"{s.speech.clause} et {elide('que', s.reply.clause)}"
    return s.passage("indirect", s.subject_verb(verb), " ", _that(clause), ".", verb=verb)


def according(s: Scene) -> Passage:
    """Selon Anne Morel, la gare restera ouverte."""
    return s.passage("indirect", part("cue", "selon"), " ", s.source(), ", ", part("content", s.speech.clause), ".")


def according_behind(s: Scene) -> Passage:
    """La gare restera ouverte, selon Anne Morel."""
    content = part("content", capital(s.speech.clause))
    return s.passage("indirect", content, ", ", part("cue", "selon"), " ", s.source(), ".")


def after_x(s: Scene) -> Passage:
    """D'après Anne Morel, la gare restera ouverte."""
    return s.passage("indirect", part("cue", "d'après"), " ", s.source(), ", ", part("content", s.speech.clause), ".")


def for_x(s: Scene) -> Passage:
    """Pour Anne Morel, la gare restera ouverte."""
    return s.passage("indirect", part("cue", "pour"), " ", s.source(), ", ", part("content", s.speech.clause), ".")


def admission(s: Scene) -> Passage:
    """De l'aveu d'Anne Morel, la gare restera ouverte."""
    whole = contract("de", s.subject.words)
    words = s.subject.words if whole.endswith(s.subject.words) else s.subject.words.split(" ", 1)[1]
    cue = line(part("cue", "de l'aveu ", whole[: -len(words)].rstrip()), " " if " " in whole[: -len(words)] else "")
    return s.passage("indirect", cue, part("mention", words), ", ", part("content", s.speech.clause), ".")


def clause_verb(s: Scene) -> Passage:
    """La gare restera ouverte, a annoncé Anne Morel: an incise without marks."""
    verb = s.clause_verb
    content = part("content", capital(s.speech.clause))
    return s.passage("indirect", content, ", ", s.verb_subject(verb), ".", verb=verb)


def promise(s: Scene) -> Passage:
    """Anne Morel a promis de rouvrir la ligne."""
    source = line(part("mention", s.subject.words), s.subject.closing)
    has = "ont promis" if s.subject.plural else "a promis"
    de = elide("de", s.speech.action)[: -len(s.speech.action)]
    return s.passage("indirect", source, " ", part("cue", has), " ", de, part("content", s.speech.action), ".")


def will(s: Scene) -> Passage:
    """Anne Morel dit vouloir rouvrir la ligne."""
    source = line(part("mention", s.subject.words), s.subject.closing)
    says = "disent" if s.subject.plural else "dit"
    return s.passage("indirect", source, " ", part("cue", says), " ", part("content", "vouloir ", s.speech.action), ".")


def relayed(s: Scene) -> Passage:
    """Selon Radio Quercy, Anne Morel a affirmé que la gare restera ouverte."""
    verb = s.clause_verb
    passage = s.passage(
        "indirect", f"selon {s.paper}, ", s.subject_verb(verb), " ", _that(s.speech.clause), ".", verb=verb
    )
    (record,) = passage.records
    return replace(passage, records=(replace(record, relay=Speaker(s.paper, "organisation")),))
