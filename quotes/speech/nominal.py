"""Reports whose cue is no active verb: *se dit prêt à céder*, *il a été dit par X que*, *la promesse de X que*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.speech.acts import speaks
from quotes.speech.candidate import Candidate
from quotes.speech.extent import clause_end, content_start, spans_inside
from quotes.syntax.adjuncts import skip_adverbials
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import source_of
from quotes.syntax.verbs import verb_groups
from quotes.syntax.words import CLITICS, DETERMINERS, NEGATIONS, is_adverb, is_finite, low
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


def nominal_clauses(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """Adjectives with *se dire*, passives with an agent, and nouns of speech, each with its clause."""
    for group in verb_groups(article, sentence):
        candidate = (
            _of_oneself(article, sentence, group)
            or _judged(article, sentence, group)
            or _passive(article, sentence, group)
        )
        if candidate is not None:
            yield candidate
    first, stop = article.range(sentence)
    for i in range(first, stop):
        if low(article, i) in _GROUNDS and low(article, i - 1) == "au" if i > first else False:
            candidate = _grounds(article, sentence, i)
            if candidate is not None:
                yield candidate
        if low(article, i) == "avis" and i > first + 1 and low(article, i - 1) == "d'":
            candidate = _opinion(article, sentence, i)
            if candidate is not None:
                yield candidate
        if low(article, i) in _NOUNS and article.tokens[i].upos == "NOUN":
            candidate = _noun(article, sentence, i)
            if candidate is not None:
                yield candidate


def _of_oneself(article: ParsedArticle, sentence: int, group: VerbGroup) -> Candidate | None:
    """*se dit inquiet pour la filière*: the adjective and what hangs on it; *se dit convaincu que …*: the clause."""
    if group.lemma not in _OF_ONESELF or group.negated or not speaks(article, group):
        return None
    _, stop = article.range(sentence)
    i = skip_adverbials(article, group.last, stop)
    if i >= stop or _opens_mark(article, sentence, group.last, i):
        return None
    token = article.tokens[i]
    if not (token.upos == "ADJ" or token.upos == "NOUN" or "VerbForm=Part" in token.morph) or is_finite(article, i):
        return None
    opener = _that(article, i + 1, min(i + 5, stop))
    start = token.start if opener is None else content_start(article, opener, opener + 1, sentence)
    if opener is None and all(is_adverb(article, j) for j in range(group.last, i)):
        start = article.tokens[group.last].start
    end = clause_end(article, sentence, group, i if opener is None else opener + 1)
    source = find_subject(article, group, i)
    if source is None or not nameable(article, source) or end <= start:
        return None
    spans = spans_inside(article, sentence, start, end)
    return Candidate("says of oneself", sentence, group.cue(article), source, spans, (start, end), 0.8)


def _judged(article: ParsedArticle, sentence: int, group: VerbGroup) -> Candidate | None:
    """*juge le projet incompatible avec la loi*, *estime nécessaire de fermer*: a verdict on an object."""
    if group.lemma not in _JUDGING or group.negated or group.shape != "finite" or not speaks(article, group):
        return None
    _, stop = article.range(sentence)
    i = skip_adverbials(article, group.last, stop)
    if i >= stop or _opens_mark(article, sentence, group.last, i):
        return None
    verdict = i
    if not _is_verdict(article, i, stop):
        thing = phrase_from(article, i, stop) if low(article, i) in DETERMINERS else None
        verdict = -1 if thing is None else _verdict_in(article, i, article.token_at(thing.end), stop)
    if verdict < 0 or _opens_mark(article, sentence, verdict, verdict):
        return None
    start, end = article.tokens[i].start, clause_end(article, sentence, group, verdict)
    source = find_subject(article, group, i)
    if source is None or not nameable(article, source) or end <= start:
        return None
    spans = spans_inside(article, sentence, start, end)
    strength = 0.86 if verdict == i else 0.72  # *estime nécessaire de fermer* is more than *fermer*
    return Candidate("verdict", sentence, group.cue(article), source, spans, (start, end), strength)


def _verdict_in(article: ParsedArticle, first: int, last: int, stop: int) -> int:
    """The adjective behind the thing judged that says how it is found, -1 where none does."""
    for j in range(first + 2, min(last + 3, stop)):
        if _is_verdict(article, j, stop):
            return j
    return -1


def _is_verdict(article: ParsedArticle, index: int, stop: int) -> bool:
    """An adjective that judges: *incompatible avec*, *nécessaire de*, *insuffisante*."""
    token, word = article.tokens[index], low(article, index)
    if token.upos not in ("ADJ", "VERB", "ADV") or not _VERDICTS.fullmatch(word) or word.startswith("coupable"):
        return False
    follows = low(article, index + 1) if index + 1 < stop else "."
    return follows in ("avec", "de", "d'", "pour", "que", "qu'", "à", "au", "aux", "et", ",", ".", "dans", "en")


def _opens_mark(article: ParsedArticle, sentence: int, last: int, index: int) -> bool:
    a, b = article.tokens[last - 1].end, article.tokens[index].start
    return any(a <= article.spans[k].outer[0] <= b for k in article.sentences[sentence].spans)


def _that(article: ParsedArticle, first: int, stop: int) -> int | None:
    """The next *que* behind adverbs and short complements, before any verb or comma."""
    for j in range(first, stop):
        if low(article, j) in ("que", "qu'"):
            return j if low(article, j - 1) not in ("plus", "moins", "aussi", "ce", "autant") else None
        if article.tokens[j].upos in ("VERB", "AUX") or article.tokens[j].text in (",", ".", ":", ";", "("):
            return None
    return None


def _passive(article: ParsedArticle, sentence: int, group: VerbGroup) -> Candidate | None:
    """*Il a été précisé par la mairie que …*: an impersonal passive whose agent is named."""
    if not group.passive or "q" not in group.frames:
        return None
    first, stop = article.range(sentence)
    j = group.first - 1
    while j > first and (low(article, j) in CLITICS or low(article, j) in NEGATIONS or is_adverb(article, j)):
        j -= 1
    if j < first or low(article, j) != "il" and low(article, group.first) != "il":
        return None
    if group.last >= stop or low(article, group.last) != "par":
        return None
    agent = phrase_from(article, group.last + 1, stop)
    if agent is None or not nameable(article, agent):
        return None
    return _clause(
        article, sentence, group, group.cue(article), agent, article.token_at(agent.end), "passive with an agent"
    )


def _noun(article: ParsedArticle, sentence: int, noun: int) -> Candidate | None:
    """*La promesse de X que …*, *une information du journal X, selon laquelle …*."""
    _, stop = article.range(sentence)
    token = article.tokens[noun]
    cue = Cue(token.start, token.end, token.text, low(article, noun))
    group = VerbGroup(noun, noun + 1, noun, low(article, noun), "q", "finite")
    i = noun + 1
    while i < stop and article.tokens[i].upos == "ADJ":
        i += 1
    source: Phrase | None = None
    if i + 1 < stop and low(article, i) in ("de", "d'", "du", "des", "par"):
        source = _phrase_behind(article, i, stop)
        i = article.token_at(source.end) if source is not None else i
    if i < stop and article.tokens[i].text == ",":
        i += 1
    which = i + 1 < stop and low(article, i) == "selon" and low(article, i + 1) in _WHICH
    if which and source is None:
        source = _carrier(article, sentence, noun)
    if source is None or not nameable(article, source):
        return None
    return _clause(article, sentence, group, cue, source, i + 1 if which else i, "noun of speech", which)


def _grounds(article: ParsedArticle, sentence: int, noun: int) -> Candidate | None:
    """*a refusé, au motif que …*: the reason that the subject of the sentence gives."""
    first, stop = article.range(sentence)
    verb = next((j for j in range(noun - 1, first, -1) if is_finite(article, j)), None)
    if verb is None:
        return None
    source = find_subject(article, VerbGroup(verb, verb + 1, verb, article.tokens[verb].lemma, "", "finite"), stop)
    if source is None or not nameable(article, source):
        return None
    token = article.tokens[noun]
    cue = Cue(
        article.tokens[noun - 1].start, token.end, article.view[article.tokens[noun - 1].start : token.end], "motif"
    )
    group = VerbGroup(noun, noun + 1, noun, "motif", "q", "finite")
    return _clause(article, sentence, group, cue, source, noun + 1, "noun of speech")


def _opinion(article: ParsedArticle, sentence: int, noun: int) -> Candidate | None:
    """*est d'avis que le pont doit fermer*, *était d'avis de le fermer*."""
    _, stop = article.range(sentence)
    be, i = noun - 2, noun + 1
    while be > article.range(sentence)[0] and is_adverb(article, be) and low(article, be) not in NEGATIONS:
        be -= 1
    group = VerbGroup(be, noun + 1, be, "être d'avis", "fq", "finite")
    if not is_finite(article, be) or i + 1 >= stop or not speaks(article, group):
        return None
    if low(article, i) not in ("que", "qu'") and not (
        low(article, i) in ("de", "d'") and any("VerbForm=Inf" in t.morph for t in article.tokens[i + 1 : i + 4])
    ):
        return None
    source = find_subject(article, group, noun)
    start, end = article.tokens[i + 1].start, clause_end(article, sentence, group, i + 1)
    if source is None or not nameable(article, source) or end <= start:
        return None
    cue = group.cue(article)
    return Candidate("opinion", sentence, cue, source, spans_inside(article, sentence, start, end), (start, end), 0.8)


def _phrase_behind(article: ParsedArticle, preposition: int, stop: int) -> Phrase | None:
    """The phrase behind *de*, *par*; behind *du* the determiner is in the preposition."""
    i = preposition + 1
    found = phrase_from(article, i, stop)
    if found is None and low(article, preposition) in ("du", "des") and article.tokens[i].upos == "NOUN":
        found = source_of(article, i)
        found = Phrase(article.tokens[i].start, found.end, i)
    while found is not None and article.token_at(found.end) < stop:
        name = article.tokens[article.token_at(found.end)]
        if not name.text[0].isupper():
            break
        found = Phrase(found.start, name.end, found.head)  # *le quotidien Público*: a name that the tagger mistook
    return found


def _carrier(article: ParsedArticle, sentence: int, noun: int) -> Phrase | None:
    """*X fait état d'informations selon lesquelles*: the subject of a verb that spreads them."""
    for group in verb_groups(article, sentence, noun - 6, noun):
        if group.shape == "finite" and not group.passive and group.lemma in _CARRIERS | {"faire état", "évoquer"}:
            return find_subject(article, group, noun)
    return None


def _clause(
    article: ParsedArticle,
    sentence: int,
    group: VerbGroup,
    cue: Cue,
    source: Phrase,
    opener: int,
    construction: str,
    which: bool = False,
) -> Candidate | None:
    _, stop = article.range(sentence)
    if opener + 1 >= stop or not which and low(article, opener) not in ("que", "qu'"):
        return None
    if not any(is_finite(article, j) for j in range(opener + 1, stop)):
        return None
    start = content_start(article, opener, opener + 1, sentence)
    end = clause_end(article, sentence, group, opener + 1)
    if cue.lemma in _NOUNS:
        end = min(end, _before_main_verb(article, opener + 1, stop, end))
    if end <= start:
        return None
    return Candidate(
        construction, sentence, cue, source, spans_inside(article, sentence, start, end), (start, end), 0.75
    )


def _before_main_verb(article: ParsedArticle, first: int, stop: int, end: int) -> int:
    """*La promesse de X que le phare serait sauvé n'a convaincu personne*: a later verb without a subject ends it."""
    verbs = [j for j in range(first, stop) if is_finite(article, j)]
    for j in verbs[1:]:
        main = _head(article, j)
        subject = any(article.tokens[c].dep.startswith("nsubj") and verbs[0] < c < j for c in article.children[main])
        if subject or article.tokens[main].head != main and _head(article, verbs[0]) == main:
            continue
        k = j
        while k > first and (low(article, k - 1) in CLITICS or low(article, k - 1) in NEGATIONS):
            k -= 1
        if low(article, k - 1) not in ("et", "ou", "qui", "que", "qu'", ","):
            return min(end, article.tokens[k - 1].end)
    return end


def _head(article: ParsedArticle, index: int) -> int:
    token = article.tokens[index]
    return token.head if token.dep.startswith(("aux", "cop")) else index
