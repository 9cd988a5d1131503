"""Constructions of the page: where layout, and not grammar, shows who speaks."""

from __future__ import annotations

from quotes.testing.draft import Passage, line, part, sentence
from quotes.testing.french import capital
from quotes.testing.scene import Scene


def bullets(s: Scene) -> Passage:
    """Anne Morel a déclaré :

    • « La gare restera ouverte. »
    """
    verb = s.clause_verb
    return s.passage("direct", s.subject_verb(verb), " :\n\n  • ", s.quoted(s.speech.whole), verb=verb)


def paragraphs(s: Scene) -> Passage:
    """Anne Morel a déclaré : « La gare restera ouverte.

    Rien n'est encore signé. »
    """
    verb = s.clause_verb
    words = s.quoted(f"{s.speech.whole}\n\n{s.reply.whole}")
    return s.passage("direct", s.subject_verb(verb), " : ", words, verb=verb)


def quotation_apart(s: Scene) -> Passage:
    """La réunion a été longue.

    « La gare restera ouverte », a déclaré Anne Morel.
    """
    verb = s.clause_verb
    quoted = sentence(s.quoted(s.speech.before_comma), ", ", s.verb_subject(verb), ".")
    intro = s.subject.intro or "La réunion a été longue."
    return Passage(line(intro, "\n\n", quoted), (s.record("direct", verb),))


def dialogue(s: Scene) -> Passage:
    """— La gare restera ouverte, dit Anne Morel.

    — Qui va payer ? demande Paul Vasseur.
    """
    comma = "," if s.speech.end == "." else ""
    dit, demande = part("cue", "dit"), part("cue", "demande", record=1)
    named, other = part("mention", str(s.person.name)), part("mention", str(s.other.name), record=1)
    first = line(part("verbatim", s.speech.before_comma), comma, " ", dit, " ", named, ".")
    second = line(part("verbatim", "Qui va payer ?", record=1), " ", demande, " ", other, ".")
    return Passage(line("— ", first, "\n— ", second), (s.record("direct"), s.answer("direct")))


def labels(s: Scene) -> Passage:
    """Anne Morel : La gare restera ouverte.

    Paul Vasseur : Rien n'est encore signé.
    """
    mine, theirs = str(s.person.name), str(s.other.name)
    turns = (
        (mine, s.speech.whole),
        (theirs, s.reply.whole),
        (mine, "Nous verrons bien demain."),
        (theirs, "Je l'espère."),
    )
    draft = line(
        *(
            line("\n" if i else "", part("mention", who, record=i), " : ", part("verbatim", said, record=i))
            for i, (who, said) in enumerate(turns)
        )
    )
    return Passage(draft, tuple(s.record("direct") if who == mine else s.answer("direct") for who, _ in turns))


def interview(s: Scene) -> Passage:
    """Anne Morel, maire d'Albi, répond à nos questions.

    Pourquoi avoir attendu ?

    Nous avons tout perdu. …
    """
    head = f"{s.person.name}, {s.person.role}, répond à nos questions."
    first = part("verbatim", f"Nous y pensions tous. {s.speech.whole}")
    second = part("verbatim", f"Je n'en sais rien. {s.reply.whole}", record=1)
    draft = line(head, "\n\nPourquoi avoir attendu ?\n\n", first, "\n\nQui va payer ?\n\n", second)
    return Passage(draft, (s.record("direct"), s.record("direct")))


def signed_block(s: Scene) -> Passage:
    """La gare restera ouverte.

    - Anne Morel (@annemorel) 3 mai 2019
    """
    name = s.person.name
    handle = "".join(c for c in str(name).lower() if c.isascii() and c.isalnum())
    intro = f"{name}, {s.person.role}, a réagi sur Twitter :"
    signature = line("- ", part("mention", str(name)), f" (@{handle}) 3 mai 2019")
    return Passage(line(intro, "\n\n", part("verbatim", s.speech.whole), "\n\n", signature), (s.record("direct"),))


def signed_line(s: Scene) -> Passage:
    """La gare restera ouverte cet été – Anne Morel."""
    words = part("verbatim", capital(s.speech.clause))
    return Passage(line(words, " – ", part("mention", str(s.person.name)), "."), (s.record("direct"),))


def signed_marks(s: Scene) -> Passage:
    """« La gare restera ouverte. » (Anne Morel)"""
    return Passage(
        line(s.quoted(s.speech.whole), " (", part("mention", str(s.person.name)), ")"), (s.record("direct"),)
    )
