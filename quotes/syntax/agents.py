"""Agents: the subject of a reporting verb of any shape, before it, behind it or shared with another verb."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.syntax.adjuncts import skip_adverbials
from quotes.syntax.animate import BOTH, could_speak, nameable
from quotes.syntax.antecedents import antecedent, of_relative
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.conjuncts import rejoins_cue
from quotes.syntax.groups import VerbGroup, inverted_pronoun, read_verb
from quotes.syntax.impersonal import for_whom
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import phrase_before, subject_of
from quotes.syntax.verbs import verb_groups
from quotes.syntax.words import AUXILIARIES, CLITICS, DETERMINERS, is_adverb, low


def find_subject(article: ParsedArticle, group: VerbGroup, stop: int, colon: bool = False) -> Phrase | None:
    """The subject of a verb that reports, with the name that stands beside it between commas."""
    found = _both(article, group) or _subject(article, group, stop, colon)
    if found is not None and found.pronoun in ("elle", "lui", "eux", "elles"):
        found = _set_apart(article, found) or found
    verb = article.tokens[group.first].start
    if found is not None and found.start < verb < found.end and group.first:
        # the tagger took the verb for a noun or adjective of the phrase
        found = Phrase(found.start, article.tokens[group.first - 1].end, found.head, found.pronoun)
    if found is not None and found.pronoun == "on":
        return for_whom(article, group, found, stop)
    if found is None or found.pronoun is not None or found.end > article.tokens[group.first].start:
        return found
    j = article.token_at(found.end)
    if j >= group.first or article.tokens[j].text != ",":
        return found
    k = next((k for k in range(j + 1, group.first) if article.tokens[k].text == ","), group.first)
    name = article.tokens[j + 1]
    named = any(t.upos == "PROPN" and t.text[0].isupper() for t in article.tokens[j + 1 : k])
    if named and k - j <= 10 and (name.upos in ("PROPN", "DET") or name.text in lexicon.titles()):
        return Phrase(found.start, article.tokens[k - 1].end, found.head, None)
    return found


def _both(article: ParsedArticle, group: VerbGroup) -> Phrase | None:
    """*L'un et l'autre déplorent que …*, *Tous deux affirment que …*: a subject without a noun."""
    first, _ = article.range(article.sentence_of_token[group.head])
    for begin in range(group.first - 2, max(first, group.first - 6) - 1, -1):
        end = article.tokens[group.first - 1].end
        if BOTH.fullmatch(article.view, article.tokens[begin].start, end):
            return Phrase(article.tokens[begin].start, end, begin)
    return None


def _before_inset(article: ParsedArticle, first: int, group: VerbGroup) -> Phrase | None:
    """*La maison Roy, qui emploie dix personnes et vend du lait, affirme que*: what the clause between commas is of."""
    comma = group.first - 1
    if group.shape != "finite" or comma <= first or article.tokens[comma].text != ",":
        return None
    for j in range(comma - 1, first, -1):
        if article.tokens[j].text == ",":
            return None
        if low(article, j) == "qui" and article.tokens[j - 1].text == ",":
            found = antecedent(article, j)
            fits = found is not None and (nameable(article, found) or could_speak(article, found))
            return found if fits else None
    return None


def _set_apart(article: ParsedArticle, pronoun: Phrase) -> Phrase | None:
    """*l'accusation, elle, parle*: the phrase that a pronoun between commas takes up."""
    i = article.token_at(pronoun.start)
    if i < 2 or i + 1 >= len(article.tokens) or article.tokens[i - 1].text != "," or article.tokens[i + 1].text != ",":
        return None
    found = phrase_before(article, i - 1)
    return found if found is not None and found.pronoun is None and nameable(article, found) else None


def _subject(article: ParsedArticle, group: VerbGroup, stop: int, colon: bool) -> Phrase | None:
    """The subject of a verb that reports, of any shape.

    Before it as a rule; behind it where a colon ends the sentence (*a écrit X :*); of a participle or an
    infinitive the subject of the verb that governs it.
    """
    if group.pronoun is not None:
        full = subject_of(article, group.head)
        if full is not None and full.pronoun is None and full.end <= article.tokens[group.first].start:
            return full  # *le médecin évoque-t-il*
        return group.pronoun
    first, _ = article.range(article.sentence_of_token[group.head])
    cue = _taken_up(article, group, stop)
    if cue is not None:
        return _subject(article, cue, stop, False)
    relative = of_relative(article, group.first) or _before_inset(article, first, group)
    if relative is not None:
        return relative
    i = skip_adverbials(article, group.last, stop)
    behind = (
        phrase_from(article, i, stop) if i < stop and low(article, i) not in ("que", "qu'", "à", "de", "d'") else None
    )
    opens = (
        group.first == first
        or article.tokens[group.first - 1].text in (",", "—", ":", ")")
        or low(article, group.first - 1) in ("comme", "que", "qu'")
    )
    if colon and behind is not None and opens and group.shape == "finite" and article.token_at(behind.end) >= stop - 1:
        return behind
    if group.shape == "present" and "en" in (low(article, group.first), low(article, max(first, group.first - 1))):
        shared = _controller(article, group)
        if shared is not None:
            return shared  # *explique que …, tout en jugeant*
    subject = subject_of(article, group.head)
    if subject is not None and subject.start < article.tokens[group.first].start and nameable(article, subject):
        near = phrase_before(article, group.first) if group.shape == "finite" and group.first > first else None
        direct = near is not None and article.token_at(near.end) == group.first
        if (
            near is not None
            and direct
            and near.start > subject.end
            and subject.pronoun is None
            and nameable(article, near)
            and low(article, article.token_at(near.start) - 1) not in _GOVERNING
        ):
            return near  # *La Syrie n'ayant pas ratifié la convention, l'ONG a demandé*
        if near is not None and subject.pronoun is not None and _own_clause(article, near, subject):
            return near
        if near is not None and nameable(article, near) and _wider(article, near, subject):
            return near
        return subject
    if group.shape == "present":
        shared = _controller(article, group)
        if shared is not None:
            return shared
    aims = group.first > first and low(article, group.first - 1) in ("pour", "de", "d'", "sans", "à")
    if group.shape == "infinitive" and subject is not None and not nameable(article, subject) and not aims:
        return None
    if group.shape != "finite":
        return subject if subject is not None and nameable(article, subject) else _controller(article, group)
    before = phrase_before(article, group.first)
    if before is not None and nameable(article, before):
        return before
    if low(article, group.first - 1) in ("et", "mais", "puis", "ou") if group.first > first else False:
        shared = _controller(article, group)
        if shared is not None:
            return shared
    if behind is not None and opens and article.tokens[behind.head or 0].upos in ("PROPN", "NOUN", "PRON"):
        return behind
    return subject or before or (behind if colon else None)


_INSET = re.compile(r"\s*,\s*(?:que|qu'|qui|dont|où|auxquel\w*|auquel|à laquelle|dans le\w+)\s")


def _own_clause(article: ParsedArticle, near: Phrase, subject: Phrase) -> bool:
    """*Il est tard et une voix demande*: does a clause with a subject of its own start between pronoun and verb?"""
    i = article.token_at(near.start)
    opens = near.pronoun is None and low(article, i) in DETERMINERS and nameable(article, near)
    return opens and near.start > subject.end and low(article, i - 1) in ("et", "mais")


def _wider(article: ParsedArticle, near: Phrase, subject: Phrase) -> bool:
    """Is the phrase before the verb the whole of which the tree took a part, or what a relative clause hangs on?"""
    whole = near.start < subject.start and near.end == subject.end
    between = article.view[near.end : subject.start] if near.end < subject.start else ""
    return whole or bool(_INSET.match(between))


_FAR = 60
# before a phrase these make it a complement: *les économistes interrogés par Reuters prévoient*
_GOVERNING = frozenset("par de d' du à pour sur avec chez dans en contre selon".split())


def _taken_up(article: ParsedArticle, group: VerbGroup, stop: int) -> VerbGroup | None:
    """*dit que l'eau monte et refuse …*: the reporting verb before the clause, whose subject goes on behind it."""
    i = group.first - 1
    sentence = article.sentence_of_token[group.head]
    first, _ = article.range(sentence)
    while i > first and is_adverb(article, i):
        i -= 1
    if group.shape != "finite" or i <= first or low(article, i) not in ("et", "mais", "puis"):
        return None
    for cue in reversed(list(verb_groups(article, sentence, i - _FAR, i))):
        reports = any(
            low(article, j) in ("que", "qu'") or "VerbForm=Inf" in article.tokens[j].morph
            for j in range(cue.last, min(cue.last + 4, i))
        )
        if cue.shape == "finite" and not cue.passive and reports:
            return cue if rejoins_cue(article, cue, cue.last, i + 1, stop) else None
    return None


def _controller(article: ParsedArticle, group: VerbGroup) -> Phrase | None:
    """The subject of the sentence that a participle or infinitive belongs to."""
    first, stop = article.range(article.sentence_of_token[group.head])
    tokens = article.tokens
    # behind an incise: *tonne-t-il, avant d'ajouter que …*
    for j in range(group.first - 1, max(first, group.first - _FAR) - 1, -1):
        inverted = inverted_pronoun(article, j) if tokens[j].upos in ("VERB", "AUX") else None
        if inverted is not None:
            return inverted[0]
    # a gerund goes on with whoever spoke before: *Le Figaro annonce que …, en évoquant …*
    for j in range(first, group.first):
        spoken = read_verb(article, j, False, ("finite", "past")) if tokens[j].upos in ("VERB", "AUX") else None
        if (
            spoken is not None
            and "q" in spoken[1]
            and any(low(article, k) in ("que", "qu'") for k in range(j + 1, min(j + 4, stop)))
        ):
            opens = j
            while opens > first and (low(article, opens - 1) in AUXILIARIES | CLITICS or is_adverb(article, opens - 1)):
                opens -= 1
            found = of_relative(article, opens) or subject_of(article, j)
            if found is not None and nameable(article, found) and found.end <= tokens[j].start:
                return found
    mains = [
        j
        for j in range(first, stop)
        if tokens[j].upos in ("VERB", "AUX") and "VerbForm=Fin" in tokens[j].morph and tokens[j].dep != "acl:relcl"
    ]
    for j in sorted(mains, key=lambda j: (j > group.head, abs(j - group.head))):
        full = tokens[j].head if tokens[j].dep.startswith(("aux", "cop")) else j
        found = subject_of(article, full)
        if found is None or not nameable(article, found):
            found = phrase_before(article, j)
        if found is not None and nameable(article, found) and not found.start <= tokens[group.head].start < found.end:
            return found
    return None
