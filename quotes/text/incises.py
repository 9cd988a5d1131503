"""Incises that stand inside the marks: *« Nous irons, a-t-il dit, jusqu'au bout »*.

They are found in the text, before any parser reads it, because they decide what the parser is given.
"""

from __future__ import annotations

import re
from functools import cache

from quotes import lexicon
from quotes.types import QuoteSpan, Span

_PRONOUN = re.compile(
    r"(?<=[,!?…])\s(?P<incise>(?:[\w'’]+\s?){0,4}?(?P<verb>\w+)\s?-\s?(?:t\s?-\s?)?(?:il|elle|ils|elles|on)\b"
    r"(?P<tail>[^,.;:!?«»“”\"]{0,80}))(?=[,.;:!?»])"
)
_NOUN = re.compile(
    r"(?<=[,!?…])\s(?P<incise>(?:(?:s'|se |lui |leur |nous |m'|me )?(?P<aux>a|ont|avait|avaient|est|sont) (?:\w+ )?)?(?P<verb>\w+)"
    r"(?P<tail> (?:[A-ZÀ-Ý]|l'|le |la |les |un |une |son |sa )[^,.;:!?«»“”\"]{2,90}))(?=,)"
)
_STRONG = (
    "dire déclarer ajouter expliquer affirmer indiquer souligner préciser estimer assurer lancer poursuivre répondre"
    " juger rappeler annoncer insister commenter dénoncer conclure prévenir confier déplorer raconter regretter"
    " renchérir avancer répéter avertir crier glisser observer ironiser concéder soutenir marteler reconnaître avouer"
    " constater noter plaider témoigner écrire résumer analyser réagir confirmer"
).split()


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All incise verbs' forms, and of the strong ones the finite forms and the past participles."""
    every, finite, past = set(), set(), set()
    for form, readings in lexicon.verb_forms().items():
        every.add(form)
        for infinitive, shape in readings:
            if infinitive in _STRONG and shape == "finite":
                finite.add(form)
            if infinitive in _STRONG and shape == "past":
                past.add(form)
    return frozenset(every), frozenset(finite), frozenset(past)


_AUXILIARIES = frozenset("a ont avait avaient aurait auraient est sont était étaient eut eurent fait font".split())


def inner_incises(view: str, span: QuoteSpan) -> tuple[Span, ...]:
    """The incises inside a stretch, as code points, without the commas around them."""
    every, finite, past = _forms()
    found: list[Span] = []
    text = view[span.start : span.end]
    if "," not in text:
        return ()
    for match in _PRONOUN.finditer(view, span.start, span.end):
        words = re.findall(r"\w+", match.group("incise").lower())
        verb = match.group("verb").lower()
        if verb in every or (verb in _AUXILIARIES and any(w in every for w in words)):
            found.append(match.span("incise"))
    for match in _NOUN.finditer(view, span.start, span.end):
        verb = match.group("verb").lower()
        if (verb in past) if match.group("aux") else (verb in finite):
            if not any(a < match.end("incise") and match.start("incise") < b for a, b in found):
                found.append(match.span("incise"))
    return tuple(sorted(found))
