"""Reports whose cue is no active verb: *se dit prêt à céder*, *il a été dit par X que*, *la promesse de X que*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.cues.adverbials import skip_adverbials
from quotes.cues.agents import find_subject
from quotes.cues.animate import nameable
from quotes.cues.extent import clause_end, content_start, spans_inside
from quotes.cues.groups import VerbGroup
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.speaking import speaks
from quotes.cues.subjects import source_of
from quotes.cues.verbs import verb_groups
from quotes.cues.words import CLITICS, DETERMINERS, NEGATIONS, is_adverb, is_finite, low
from quotes.types import Cue

_OF_ONESELF = frozenset(("se dire", "se déclarer", "s'avouer", "se prétendre", "s'affirmer"))
_JUDGING = frozenset(("juger", "estimer"))
_VERDICTS = re.compile(
    r"(?:\w+(?:able|ible)s?|(?:in|im|il|ir|dis|dé)\w+(?:ante?|ente?|ée?|eux|euse|ive?|ifs?|ste)s?|nécessaires?|possibles?"
    r"|prématurée?s?|légitimes?|justes?|normal(?:e|es)?|urgente?s?|utiles?|inutiles?|excessi(?:f|fs|ve|ves)"
    r"|suffisante?s?|graves?|trop|contraires?|favorables?|clair(?:e|es|s)?|logiques?|absurdes?|scandaleu(?:x|se|ses))"
)
_NOUNS = frozenset(
    "promesse annonce affirmation déclaration assurance accusation argument thèse témoignage avertissement"
    " rappel garantie information informations rumeur rumeurs affirmations déclarations accusations promesses"
    " propos".split()
)
_GROUNDS = frozenset(("motif", "prétexte"))
_WHICH = frozenset("laquelle lequel lesquels lesquelles".split())
_CARRIERS = frozenset(
    "publier diffuser avancer relayer répéter rapporter donner livrer répandre défendre soutenir".split()
)


def nominal_clauses(reading: Reading, frame: int) -> Iterator[Hit]:
    """Adjectives with *se dire*, passives with an agent, and nouns of speech, each with its clause."""
    for group in verb_groups(reading, frame):
        hit = _of_oneself(reading, frame, group) or _judged(reading, frame, group) or _passive(reading, frame, group)
        if hit is not None:
            yield hit
    first, stop = reading.range(frame)
    for i in range(first, stop):
        if low(reading, i) in _GROUNDS and low(reading, i - 1) == "au" if i > first else False:
            hit = _grounds(reading, frame, i)
            if hit is not None:
                yield hit
        if low(reading, i) == "avis" and i > first + 1 and low(reading, i - 1) == "d'":
            hit = _opinion(reading, frame, i)
            if hit is not None:
                yield hit
        if low(reading, i) in _NOUNS and reading.tokens[i].upos == "NOUN":
            hit = _noun(reading, frame, i)
            if hit is not None:
                yield hit


def _of_oneself(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
    """*se dit inquiet pour la filière*: the adjective and what hangs on it; *se dit convaincu que …*: the clause."""
    if group.lemma not in _OF_ONESELF or group.negated or not speaks(reading, group):
        return None
    _, stop = reading.range(frame)
    i = skip_adverbials(reading, group.last, stop)
    if i >= stop or _opens_mark(reading, frame, group.last, i):
        return None
    token = reading.tokens[i]
    if not (token.upos == "ADJ" or token.upos == "NOUN" or "VerbForm=Part" in token.morph) or is_finite(reading, i):
        return None
    opener = _that(reading, i + 1, min(i + 5, stop))
    start = token.start if opener is None else content_start(reading, opener, opener + 1, frame)
    if opener is None and all(is_adverb(reading, j) for j in range(group.last, i)):
        start = reading.tokens[group.last].start
    end = clause_end(reading, frame, group, i if opener is None else opener + 1)
    source = find_subject(reading, group, i)
    if source is None or not nameable(reading, source) or end <= start:
        return None
    spans = spans_inside(reading, frame, start, end)
    return Hit("says of oneself", frame, group.cue(reading), source, spans, (start, end), 0.8)


def _judged(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
    """*juge le projet incompatible avec la loi*, *estime nécessaire de fermer*: a verdict on an object."""
    if group.lemma not in _JUDGING or group.negated or group.shape != "finite" or not speaks(reading, group):
        return None
    _, stop = reading.range(frame)
    i = skip_adverbials(reading, group.last, stop)
    if i >= stop or _opens_mark(reading, frame, group.last, i):
        return None
    verdict = i
    if not _is_verdict(reading, i, stop):
        thing = phrase_from(reading, i, stop) if low(reading, i) in DETERMINERS else None
        verdict = -1 if thing is None else _verdict_in(reading, i, reading.token_at(thing.end), stop)
    if verdict < 0 or _opens_mark(reading, frame, verdict, verdict):
        return None
    start, end = reading.tokens[i].start, clause_end(reading, frame, group, verdict)
    source = find_subject(reading, group, i)
    if source is None or not nameable(reading, source) or end <= start:
        return None
    spans = spans_inside(reading, frame, start, end)
    strength = 0.86 if verdict == i else 0.72  # *estime nécessaire de fermer* is more than *fermer*
    return Hit("verdict", frame, group.cue(reading), source, spans, (start, end), strength)


def _verdict_in(reading: Reading, first: int, last: int, stop: int) -> int:
    """The adjective behind the thing judged that says how it is found, -1 where none does."""
    for j in range(first + 2, min(last + 3, stop)):
        if _is_verdict(reading, j, stop):
            return j
    return -1


def _is_verdict(reading: Reading, index: int, stop: int) -> bool:
    """An adjective that judges: *incompatible avec*, *nécessaire de*, *insuffisante*."""
    token, word = reading.tokens[index], low(reading, index)
    if token.upos not in ("ADJ", "VERB", "ADV") or not _VERDICTS.fullmatch(word) or word.startswith("coupable"):
        return False
    follows = low(reading, index + 1) if index + 1 < stop else "."
    return follows in ("avec", "de", "d'", "pour", "que", "qu'", "à", "au", "aux", "et", ",", ".", "dans", "en")


def _opens_mark(reading: Reading, frame: int, last: int, index: int) -> bool:
    a, b = reading.tokens[last - 1].end, reading.tokens[index].start
    return any(a <= reading.spans[k].outer[0] <= b for k in reading.frames[frame].spans)


def _that(reading: Reading, first: int, stop: int) -> int | None:
    """The next *que* behind adverbs and short complements, before any verb or comma."""
    for j in range(first, stop):
        if low(reading, j) in ("que", "qu'"):
            return j if low(reading, j - 1) not in ("plus", "moins", "aussi", "ce", "autant") else None
        if reading.tokens[j].upos in ("VERB", "AUX") or reading.tokens[j].text in (",", ".", ":", ";", "("):
            return None
    return None


def _passive(reading: Reading, frame: int, group: VerbGroup) -> Hit | None:
    """*Il a été précisé par la mairie que …*: an impersonal passive whose agent is named."""
    if not group.passive or "q" not in group.frames:
        return None
    first, stop = reading.range(frame)
    j = group.first - 1
    while j > first and (low(reading, j) in CLITICS or low(reading, j) in NEGATIONS or is_adverb(reading, j)):
        j -= 1
    if j < first or low(reading, j) != "il" and low(reading, group.first) != "il":
        return None
    if group.last >= stop or low(reading, group.last) != "par":
        return None
    agent = phrase_from(reading, group.last + 1, stop)
    if agent is None or not nameable(reading, agent):
        return None
    return _clause(
        reading, frame, group, group.cue(reading), agent, reading.token_at(agent.end), "passive with an agent"
    )


def _noun(reading: Reading, frame: int, noun: int) -> Hit | None:
    """*La promesse de X que …*, *une information du journal X, selon laquelle …*."""
    _, stop = reading.range(frame)
    token = reading.tokens[noun]
    cue = Cue(token.start, token.end, token.text, low(reading, noun))
    group = VerbGroup(noun, noun + 1, noun, low(reading, noun), "q", "finite")
    i = noun + 1
    while i < stop and reading.tokens[i].upos == "ADJ":
        i += 1
    source: Source | None = None
    if i + 1 < stop and low(reading, i) in ("de", "d'", "du", "des", "par"):
        source = _phrase_behind(reading, i, stop)
        i = reading.token_at(source.end) if source is not None else i
    if i < stop and reading.tokens[i].text == ",":
        i += 1
    which = i + 1 < stop and low(reading, i) == "selon" and low(reading, i + 1) in _WHICH
    if which and source is None:
        source = _carrier(reading, frame, noun)
    if source is None or not nameable(reading, source):
        return None
    return _clause(reading, frame, group, cue, source, i + 1 if which else i, "noun of speech", which)


def _grounds(reading: Reading, frame: int, noun: int) -> Hit | None:
    """*a refusé, au motif que …*: the reason that the subject of the sentence gives."""
    first, stop = reading.range(frame)
    verb = next((j for j in range(noun - 1, first, -1) if is_finite(reading, j)), None)
    if verb is None:
        return None
    source = find_subject(reading, VerbGroup(verb, verb + 1, verb, reading.tokens[verb].lemma, "", "finite"), stop)
    if source is None or not nameable(reading, source):
        return None
    token = reading.tokens[noun]
    cue = Cue(
        reading.tokens[noun - 1].start, token.end, reading.view[reading.tokens[noun - 1].start : token.end], "motif"
    )
    group = VerbGroup(noun, noun + 1, noun, "motif", "q", "finite")
    return _clause(reading, frame, group, cue, source, noun + 1, "noun of speech")


def _opinion(reading: Reading, frame: int, noun: int) -> Hit | None:
    """*est d'avis que le pont doit fermer*, *était d'avis de le fermer*."""
    _, stop = reading.range(frame)
    be, i = noun - 2, noun + 1
    while be > reading.range(frame)[0] and is_adverb(reading, be) and low(reading, be) not in NEGATIONS:
        be -= 1
    group = VerbGroup(be, noun + 1, be, "être d'avis", "fq", "finite")
    if not is_finite(reading, be) or i + 1 >= stop or not speaks(reading, group):
        return None
    if low(reading, i) not in ("que", "qu'") and not (
        low(reading, i) in ("de", "d'") and any("VerbForm=Inf" in t.morph for t in reading.tokens[i + 1 : i + 4])
    ):
        return None
    source = find_subject(reading, group, noun)
    start, end = reading.tokens[i + 1].start, clause_end(reading, frame, group, i + 1)
    if source is None or not nameable(reading, source) or end <= start:
        return None
    cue = group.cue(reading)
    return Hit("opinion", frame, cue, source, spans_inside(reading, frame, start, end), (start, end), 0.8)


def _phrase_behind(reading: Reading, preposition: int, stop: int) -> Source | None:
    """The phrase behind *de*, *par*; behind *du* the determiner is in the preposition."""
    i = preposition + 1
    found = phrase_from(reading, i, stop)
    if found is None and low(reading, preposition) in ("du", "des") and reading.tokens[i].upos == "NOUN":
        found = source_of(reading, i)
        found = Source(reading.tokens[i].start, found.end, i)
    while found is not None and reading.token_at(found.end) < stop:
        name = reading.tokens[reading.token_at(found.end)]
        if not name.text[0].isupper():
            break
        found = Source(found.start, name.end, found.head)  # *le quotidien Público*: a name that the tagger mistook
    return found


def _carrier(reading: Reading, frame: int, noun: int) -> Source | None:
    """*X fait état d'informations selon lesquelles*: the subject of a verb that spreads them."""
    for group in verb_groups(reading, frame, noun - 6, noun):
        if group.shape == "finite" and not group.passive and group.lemma in _CARRIERS | {"faire état", "évoquer"}:
            return find_subject(reading, group, noun)
    return None


def _clause(
    reading: Reading,
    frame: int,
    group: VerbGroup,
    cue: Cue,
    source: Source,
    opener: int,
    rule: str,
    which: bool = False,
) -> Hit | None:
    _, stop = reading.range(frame)
    if opener + 1 >= stop or not which and low(reading, opener) not in ("que", "qu'"):
        return None
    if not any(is_finite(reading, j) for j in range(opener + 1, stop)):
        return None
    start = content_start(reading, opener, opener + 1, frame)
    end = clause_end(reading, frame, group, opener + 1)
    if cue.lemma in _NOUNS:
        end = min(end, _before_main_verb(reading, opener + 1, stop, end))
    if end <= start:
        return None
    return Hit(rule, frame, cue, source, spans_inside(reading, frame, start, end), (start, end), 0.75)


def _before_main_verb(reading: Reading, first: int, stop: int, end: int) -> int:
    """*La promesse de X que le phare serait sauvé n'a convaincu personne*: a later verb without a subject ends it."""
    verbs = [j for j in range(first, stop) if is_finite(reading, j)]
    for j in verbs[1:]:
        main = _head(reading, j)
        subject = any(reading.tokens[c].dep.startswith("nsubj") and verbs[0] < c < j for c in reading.children[main])
        if subject or reading.tokens[main].head != main and _head(reading, verbs[0]) == main:
            continue
        k = j
        while k > first and (low(reading, k - 1) in CLITICS or low(reading, k - 1) in NEGATIONS):
            k -= 1
        if low(reading, k - 1) not in ("et", "ou", "qui", "que", "qu'", ","):
            return min(end, reading.tokens[k - 1].end)
    return end


def _head(reading: Reading, index: int) -> int:
    token = reading.tokens[index]
    return token.head if token.dep.startswith(("aux", "cop")) else index
