"""Observe: whom a sentence names, and how far in front he stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes import lexicon
from quotes.entities.bodies import body_behind
from quotes.entities.context import STAMP, Context
from quotes.entities.discourse import Discourse, Link, Seen, Standing, linked, seen
from quotes.entities.index import unsure
from quotes.entities.nouns import CROWDS, noun
from quotes.entities.openings import inside, opening
from quotes.entities.pronouns import pronoun
from quotes.entities.query import Query
from quotes.entities.reach import is_about, trimmed
from quotes.entities.salience import ranked
from quotes.entities.via import Via
from quotes.entities.wording import wording
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import source_of
from quotes.syntax.words import is_finite, low
from quotes.types import Span

# who wrote or drew the page says nothing in it
_BYLINE = re.compile(
    r"(?:Par|Propos recueillis|Photos?|Texte|Dessin|De notre|De nos)\b(?: [^.:!?]*)?(?:[A-ZÀ-Ý][\w'-]+)[^.!?:]*$"
)
# a subject that goes on with whoever was spoken of; *il* is too often impersonal
_GOING_ON = frozenset("il elle ils elles".split())
# verbs whose *il* is nobody, where the tagger does not know
_IMPERSONAL = frozenset(
    "falloir être avoir agir suffire sembler paraître rester convenir exister arriver manquer importer valoir faire"
    " aller avérer pleuvoir neiger résulter ressortir apparaître venir advenir incomber revenir tarder"
    " pouvoir devoir".split()
)
# whom the subject acts on stands behind it, yet is there
_OBJECTS = frozenset(("obj", "iobj", "obl:arg", "obl:agent"))
_ARTICLES = frozenset("le la l' un une".split())
# *Lui, aujourd'hui retraité, en rit*
_STRESSED = frozenset("lui elle eux elles".split())

# *Chez X, on justifie la décision*: it is X that does so
_VOICED = re.compile(r"(?:Chez|Du côté d[eu']|Au sein d[eu'])[^.;:«]{2,50}, (?:on|l'on) ")
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_IN_NAMES = frozenset(("flat:name", "flat", "appos", "det"))

# what is left of a weight in a heading, where only the tagger takes the name for a person's, in a reported clause
_HEADING, _UNSURE, _REPORTED, _REPORTED_STRANGER = 0.6, 0.5, 0.7, 0.3


def observe(context: Context, discourse: Discourse, sentence: int, reported: Sequence[Span] = ()) -> Discourse:
    """The discourse after a sentence: those whom it names, by name, function or pronoun, are seen.

    ``reported`` are the clauses that somebody reports in it: who is named there stands behind. Sentences come in order.
    """
    article = context.article
    lo, hi = article.range(sentence)
    whole = article.sentences[sentence]
    if _BYLINE.match(article.view, whole.start, min(whole.end, whole.start + 120)) and hi - lo < 25:
        return discourse
    if STAMP.match(article.view, whole.start) and article.blocks[whole.block].start == whole.start:
        discourse = replace(discourse, seen=(), last_speaker=None)  # each entry of a live page starts anew
    discourse = replace(discourse, reported=(sentence, tuple(reported)))
    opens = _opening(context, discourse, sentence)
    for start in context.names_in(whole.start, whole.end):
        if start not in context.quoted:
            discourse = discourse.with_seen(_named(context, sentence, start, opens, reported))
    for i in range(lo, hi):
        new = _pronoun_at(context, discourse, sentence, i, opens)
        discourse = discourse if new is None else discourse.with_seen(new)
        token = article.tokens[i]
        if token.upos == "NOUN" and context.entity_at(token.start, token.end) is None:
            new = _function_at(context, discourse, sentence, i, any(a <= token.start < b for a, b in reported))
            discourse = discourse if new is None else discourse.with_seen(new)
    if opens is not None and not any(
        s.sentence == sentence and opens.start <= s.at < opens.end for s in discourse.seen
    ):
        new = _by_function(Query(context, discourse, opens, sentence))
        discourse = discourse if new is None else discourse.with_seen(new)
    return discourse.shortened()


def _opening(context: Context, discourse: Discourse, sentence: int) -> Phrase | None:
    """The phrase that opens the sentence, with the name of a body that a comma adds to it."""
    opens = opening(context, sentence)
    body = body_behind(Query(context, discourse, opens, sentence)) if opens is not None else None
    if opens is None or body is None:
        return opens
    return replace(opens, end=next(e for s, e in body.mentions if s >= opens.end))


def _named(context: Context, sentence: int, start: int, opens: Phrase | None, reported: Sequence[Span]) -> Seen:
    """Somebody whose name begins at an offset."""
    article = context.article
    entity, end = context.mentions[start]
    lo, hi = article.range(sentence)
    first = article.token_at(start)
    link, standing = linked(entity, Via.NAMED), Standing.NAMED
    if first < hi and article.tokens[first].start < end:
        standing = _grammar(article, first, end, lo)
    if opens is not None and opens.start < end and start < opens.end and is_about(context, opens, entity):
        standing = max(standing, Standing.SUBJECT)
        if entity.kind == "organisation":  # *la société éditrice, Verrac,* is *elle*
            link = replace(link, gender=wording(article.view[opens.start : opens.end]).gender())
    whole = article.sentences[sentence]
    voiced = _VOICED.match(article.view, whole.start, whole.end)
    if voiced is not None and start < voiced.end():
        standing = max(standing, Standing.VOICED)
    shades = [_HEADING] if sentence in context.headings else []
    if unsure(entity):
        shades.append(_UNSURE)
    if any(a <= start < b for a, b in reported):
        shades.append(_REPORTED)
    return seen(link, start, sentence, standing, shades)


def _grammar(article: ParsedArticle, token: int, end: int, lo: int) -> Standing:
    """How the tokens of a name stand in their sentence."""
    climb = token
    for _ in range(5):
        if article.tokens[climb].dep in _SUBJECTS:
            return Standing.SUBJECT
        if article.tokens[climb].dep not in _IN_NAMES or article.tokens[climb].head == climb:
            break
        climb = article.tokens[climb].head
    for i in range(token, article.token_at(end)):
        dep = article.tokens[i].dep
        if dep in _SUBJECTS:
            return Standing.SUBJECT
        if dep == "ROOT":
            return Standing.ROOT
        if dep == "appos":
            subject = article.tokens[article.tokens[i].head].dep.startswith("nsubj")
            return Standing.APPOSED if subject else Standing.FIRST
        if dep in ("nmod", "obl:agent"):
            return Standing.COMPLEMENT if dep == "nmod" else Standing.NAMED
    return Standing.FIRST if token == lo else Standing.NAMED


def _pronoun_at(context: Context, discourse: Discourse, sentence: int, i: int, opens: Phrase | None) -> Seen | None:
    """Whom a pronoun takes up that is a subject, or opens the sentence: *celui-ci*, *Lui, …*, *Lui refuse*."""
    article = context.article
    lo, hi = article.range(sentence)
    word = low(article, i)
    if i != lo and word not in _GOING_ON:
        return None
    token = article.tokens[i]
    query = Query(context, discourse, Phrase(token.start, token.end, i, word), sentence)
    meant, standing = None, Standing.PRONOUN
    if _goes_on(article, i, lo) and not inside(article, sentence, token.start):
        meant = _named_behind(context, i, opens) or pronoun(query)
    elif i != lo:
        return None
    elif word.startswith(("celui", "celle", "ceux")):
        whole = phrase_from(article, i, hi)
        if whole is not None and whole.pronoun is not None:
            meant = pronoun(query.about(whole))
    elif word in _STRESSED and i + 1 < hi and article.tokens[i + 1].text == ",":
        meant, standing = pronoun(query), Standing.SUBJECT
    elif word in ("lui", "eux") and i + 1 < hi and is_finite(article, i + 1):
        meant, standing = _contrasted(query, word == "eux"), Standing.SUBJECT
    return None if meant is None else seen(meant, token.start, sentence, standing)


def _function_at(context: Context, discourse: Discourse, sentence: int, i: int, reported: bool) -> Seen | None:
    """Whom a noun names that is a subject, or whom the subject acts on."""
    article = context.article
    lo, hi = article.range(sentence)
    token = article.tokens[i]
    behind = reported or token.dep == "nsubj" and article.tokens[token.head].dep == "ccomp"
    if token.dep == "nsubj":
        return _by_function(Query(context, discourse, source_of(article, i), sentence), behind)
    if token.dep not in _OBJECTS or behind:
        return None
    first = i - 2 if i - 1 > lo and article.tokens[i - 1].upos == "ADJ" else i - 1
    articled = first >= lo and low(article, first) in _ARTICLES
    found = phrase_from(article, first, hi) if articled else None
    if found is None or inside(article, sentence, token.start):
        return None
    return _by_function(Query(context, discourse, found, sentence), standing=Standing.COMPLEMENT)


def _goes_on(article: ParsedArticle, index: int, first: int) -> bool:
    """Is this *il* or *elle* a subject that stands for somebody?"""
    token = article.tokens[index]
    personal = index == first and article.tokens[token.head].lemma not in _IMPERSONAL
    said_of = token.dep == "nsubj" or token.dep == "expl:subj" and personal
    return said_of and low(article, index) in _GOING_ON


def _contrasted(query: Query, plural: bool) -> Link | None:
    """*Lui appelle cela …* behind what a body says: the person spoken of beside whoever spoke last."""
    last = query.discourse.last_speaker
    name = last[0].name if last is not None else ""
    found = ranked(query, "m", plural, people=True)
    return next((link for _, link in found if link.name != name and link.entity is not None), None)


def _named_behind(context: Context, index: int, opens: Phrase | None) -> Link | None:
    """*Joint à Lille, où il vit, Paul Roy dément*: the name that an adverbial's pronoun runs ahead of."""
    word = low(context.article, index)
    if opens is None or context.article.tokens[index].start > opens.start or word not in ("il", "elle"):
        return None
    entity = context.entity_at(opens.start, opens.end)
    if entity is None or entity.kind != "person" or not is_about(context, opens, entity):
        return None
    return linked(entity, Via.NAMED_BEHIND) if entity.gender == ("f" if word == "elle" else "m") else None


def _by_function(query: Query, reported: bool = False, standing: Standing = Standing.FUNCTION) -> Seen | None:
    """Whom a noun phrase means, if it can mean anybody."""
    query = query.about(trimmed(query.context, query.phrase))
    head = query.phrase.head
    if head is None or not _may_mean_somebody(query, head):
        return None
    link = noun(query)
    if link is None:
        return None
    standing = min(standing, Standing.NAMED) if link.kind == "document" else standing
    shades = [_REPORTED_STRANGER if link.via == Via.UNNAMED else _REPORTED] if reported else []
    return seen(link, query.article.tokens[head].start, query.sentence, standing, shades)


def _may_mean_somebody(query: Query, head: int) -> bool:
    """Does the phrase name a function, a body or a crowd, or does its noun stand where people do?"""
    article = query.article
    word, bare = low(article, head), wording(query.text).bare.lower()
    if bare in lexicon.roles() or _is_known(bare.split(" ")[0]):
        return True
    if article.tokens[head].upos != "NOUN":
        return False
    return _is_known(word) or _is_known(word.rstrip("s")) or nameable(article, query.phrase)


def _is_known(noun: str) -> bool:
    return noun in CROWDS or noun in lexicon.nouns()
