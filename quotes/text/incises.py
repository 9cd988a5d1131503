"""Incises that stand inside the marks: *« Nous irons, a-t-il dit, jusqu'au bout »*.

They are found in the text, before any parser reads it, because they decide what the parser is given.
"""

from __future__ import annotations

import re
from functools import cache

from quotes import lexicon
from quotes.text.persons import PARTICLE
from quotes.types import MarkedSpan, Span

_PRONOUN = re.compile(
    r"(?<=[,!?…])\s(?P<incise>(?:\w+['\s]){0,4}?(?P<verb>\w+)(?:\s?-\s?(?:t\s?[-']\s?)?|\s?t\s?[-']\s?)(?:il|elle|ils|elles|on)\b"
    r"(?P<tail>[^,.;:!?«»“”\"]{0,80}))(?=[,.;:!?»])"
)
# what may stand between the verb and its subject: *hier*, *mardi à la presse*, *ensuite*
_WEEKDAY = r"(?:ce |cet )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|après-midi)"
_BETWEEN = (
    rf"(?: (?:hier|aujourd'hui|{_WEEKDAY}|ensuite|aussi|encore|également|alors|d'emblée|enfin|\w+ment)(?: (?:soir|matin))?)?"
    r"(?: (?:sur|à|au|aux|dans|en|devant|auprès de|lors de|pendant|via) (?:la |le |l'|les |une? )?[\w'-]+(?: [\w'-]+)??)?"
)
# what belongs to a verb of several words: *fait valoir*, *met en garde*, *veut croire*, *enfonce le clou*
_REST = r" (?:valoir|savoir|remarquer|observer|comprendre|entendre|en garde|en avant|croire|le clou|part)"
_NOUN = re.compile(
    r"(?<=[,!?…])\s(?P<incise>(?:s'|se |lui |leur |nous |m'|me |l')?(?:(?P<aux>a|ont|avait|avaient|est|sont) (?:\w+ )??)?"
    rf"(?:(?:tenu à|voulu|tient à|cru bon de) )?(?P<verb>\w+)(?P<rest>{_REST})?{_BETWEEN}"
    r"(?P<tail> (?:[A-ZÀ-Ý]|l'|le |la |les |un |une |des |deux |trois |plusieurs |certains |certaines |près d|plus d|quelque |environ |son |sa |ce |cet |cette |celui|celle|M\. |MM\. )[^,;:!?«»“”\".]{2,90}))(?=[,.!?»;]|\s?[»”\"])"
)
# verbs of incises whose forms are too often something else inside speech
_HOMOGRAPHS = frozenset(
    "attaquer charger couper lire finir tenter risquer commencer définir défendre présenter compter terminer achever entendre"
    " traduire préférer devoir publier poster siffler prolonger introduire démarrer débuter entamer chanter exiger"
    " réclamer proposer souhaiter espérer vanter moquer exprimer illustrer développer citer compléter".split()
)


def _reflexives(infinitive: str) -> tuple[lexicon.Verb | None, ...]:
    known = lexicon.verbs()
    return known.get(f"se {infinitive}"), known.get(f"s'{infinitive}")


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All reporting verbs' forms, and of those that stand in incises the finite forms and past participles."""
    every, finite, past = set(), set(), set()
    for form, readings in lexicon.verb_forms().items():
        every.add(form)
        for infinitive, shape in readings:
            known = any(
                "i" in v.frames for v in (lexicon.verbs().get(infinitive), *_reflexives(infinitive)) if v is not None
            )
            if infinitive in _HOMOGRAPHS or not known:
                continue
            if shape == "finite":
                finite.add(form)
            if shape == "past":
                past.add(form)
    return frozenset(every), frozenset(finite), frozenset(past)


def _source_like(tail: str) -> bool:
    """Does the phrase behind the verb name somebody: a capital, a function, *ce dernier*?"""
    words = re.findall(r"[\w-]+", tail)
    if any(w[0].isupper() for w in words[:6]):
        return True
    known = lexicon.sources()
    return any(
        w in known or w.rstrip("s") in known or w in ("dernier", "dernière", "celui-ci", "celle-ci") for w in words[:5]
    )


_APPOSITION = re.compile(
    rf", (?P<first>qui|dont|\d+ ans|(?:[A-ZÀ-Ý][\w'-]+ (?:{PARTICLE}\s?){{0,3}})*[A-ZÀ-Ý][\w'-]+(?=[.,])|(?:la |le |l'|un |une |ancien |ancienne |ex-)?(?P<role>[a-zà-ÿ-]+)\b)"
    r"[^.!?;:«»]{0,160}?(?=[.!?]\s+[A-ZÀ-Ý]|[.!?]?\s?$|,\s)"
)


def _with_apposition(view: str, end: int, limit: int) -> int:
    """*, se souvient Hyacinthe Roy, qui fut son élève à Plogoff. Elle …*: what the incise says of the speaker."""
    while True:
        match = _APPOSITION.match(view, end, limit)
        if not match:
            return end
        role = match.group("role")
        former = match.group("first").startswith("ancien")
        if role and role not in ("qui", "dont") and not former and not _describes(role):
            return end
        if match.group("first") in ("qui", "dont") and view[match.end() : match.end() + 1] == ",":
            return end
        end = match.end()


_PROFESSION = re.compile(
    r"(?:[a-zà-ÿ]+-)?[a-zà-ÿ]{2,}(?:ologue|iste|icien|icienne|naire|ateur|atrice|graphe|iatre|eur|euse)"
)


def _describes(role: str) -> bool:
    """*toxicologue*, *ancien de l'Agence*: may the word behind the name say who somebody is?"""
    return role in lexicon.roles() or role in ("ancien", "ancienne") or bool(_PROFESSION.fullmatch(role))


_AUXILIARIES = frozenset("a ont avait avaient aurait auraient est sont était étaient eut eurent fait font".split())


_SEVERAL = {
    "valoir": "fai",
    "savoir": "fai",
    "remarquer": "fai",
    "observer": "fai",
    "comprendre": "fai",
    "entendre": "fai",
}
_SEVERAL |= {"en garde": "me", "en avant": "me", "croire": "ve", "le clou": "enfonc", "part": "fai"}


def _whole(verb: str, rest: str | None) -> bool:
    """Is it a verb of several words: *fait valoir*, *met en garde*?"""
    return rest is not None and verb.startswith(_SEVERAL[rest.strip()])


def _ours(incise: str, verb: str) -> bool:
    """*nous rejetions les petits poissons*: a verb of which *nous* is the subject, and no incise."""
    return incise.startswith("nous ") and verb.endswith("ons")


def inner_incises(view: str, span: MarkedSpan) -> tuple[Span, ...]:
    """The incises inside a stretch, as code points, without the commas around them."""
    every, finite, past = _forms()
    found: list[Span] = []
    text = view[span.start : span.end]
    if not any(c in text for c in ",!?…"):
        return ()
    for match in _PRONOUN.finditer(view, span.start, span.end):
        words = re.findall(r"\w+", match.group("incise").lower())
        verb = match.group("verb").lower()
        if verb in every or (verb in _AUXILIARIES and any(w in every for w in words)):
            found.append(match.span("incise"))
    for match in _NOUN.finditer(view, span.start, span.end):
        verb = match.group("verb").lower()
        if not _source_like(match.group("tail")) or _ours(match.group("incise"), verb):
            continue
        whole = _whole(verb, match.group("rest"))
        modal = re.search(r"(?:tenu à|voulu|tient à|cru bon de) \w+$", view[match.start() : match.end("verb")])
        if whole or ((verb in every) if modal else (verb in past) if match.group("aux") else (verb in finite)):
            start, end = match.span("incise")
            if not any(a < end and start < b for a, b in found):
                found.append((start, _with_apposition(view, end, span.end)))
    return tuple(sorted(found))
