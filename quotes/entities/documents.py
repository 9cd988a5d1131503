"""Documents as sources: a text belongs to the author whom the article names, else it speaks for itself."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.entities.context import mention_in
from quotes.entities.discourse import Link, linked
from quotes.entities.query import NounPhrase
from quotes.entities.salience import salient
from quotes.entities.via import Via
from quotes.entities.wording import POSSESSIVES, own_words
from quotes.syntax.article import Phrase
from quotes.syntax.words import low

_BY = re.compile(
    r"(?:\bde|\bd'|\bdu|\bdes|\bpar|\bde la|\bde l'|\bdu [\w' -]+|\bde la [\w' -]+|\bde l'[\w' -]+)$",
)
_PART = re.compile(r"(?:extraits?|passages?|contenu|texte|copie) (?:de la |de l'|du |d'une |d'un |des )", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:[Dd]ans une?|(?:[Dd]ans )?(?:son|sa|leur)) ([\w-]+)(?: ([\w-]+))?")
# *une étude, réalisée par le cabinet Xerfi,*
_MADE = re.compile(
    r",? (?:réalisé|mené|publié|signé|rédigé|établi|conduit)e?s? (?:\w+ )?par "
    r"(?:(?:le|la|l'|un|une) ?(?:[a-zà-ÿ-]+ )?)?(?=[A-ZÀ-Ý])"
)
_OWNER = re.compile(r"\b(?:de la|de l'|du|d'un|d'une|de son|de sa|des) ?(?=[\w-]+)")


def named_author(said: NounPhrase) -> Link | None:
    """Whom the phrase names as the author: *le rapport de Paul Roy*, *une étude, réalisée par Xerfi,*."""
    query = said.query
    if said.entities:
        start = mention_in(query.phrase, said.entities[0])[0]
        if _BY.search(query.view[query.phrase.start : start].lower().rstrip()):
            return linked(said.entities[0], Via.AUTHOR)
    made = _MADE.match(query.view, query.phrase.end)
    maker = query.context.entity_at(made.end(), made.end() + 1) if made else None
    return linked(maker, Via.AUTHOR) if maker is not None else None


def owner(said: NounPhrase) -> Phrase | None:
    """*le communiqué du ministre*: the phrase of whoever has a function or is a body and owns the text."""
    query, article = said.query, said.query.article
    found = _OWNER.search(_whole(said))
    if found is None:
        return None
    at = query.phrase.start + found.end()
    i = article.token_at(at)
    if i >= len(article.tokens) or article.tokens[i].start >= query.phrase.end:
        return None
    if low(article, i) not in lexicon.actors():
        return None
    opener = found.group()
    if opener.startswith(("du", "des")):
        return Phrase(at, query.phrase.end, i)
    start = (
        query.phrase.start + found.start() + (3 if opener.startswith("de ") else 2 if opener.startswith("d'") else 0)
    )
    return Phrase(start, query.phrase.end, i)


def document(said: NounPhrase) -> Link:
    """The author whom the discourse gives a text, else the text itself."""
    query, text = said.query, _whole(said)
    opener = said.wording.opener
    if opener in POSSESSIVES | {"ses", "leurs"}:  # *leur mot d'ordre*
        writer = salient(query, None, opener.startswith("leur"), Via.AUTHOR)
        if writer is not None:
            return writer
    author = _author(said)
    if author is not None:
        return author
    last = query.article.token_at(query.phrase.end) - 1
    if last > 0 and "VerbForm=Part" in query.article.tokens[last].morph and text.count(" ") > 1:
        text = text.rsplit(" ", 1)[0]  # *une banderole accrochée (à la grille)*
    return Link(own_words(text), "document", None, said.wording.gender(), said.plural, Via.DOCUMENT)


def _whole(said: NounPhrase) -> str:
    """The words of the text of which the phrase names a part: *extraits du rapport*."""
    part = _PART.match(said.wording.bare)
    return said.wording.bare[part.end() :] if part else said.wording.text


def _author(said: NounPhrase) -> Link | None:
    """*Le document parle de …* after *dans un rapport, la vérificatrice notait que …*: who spoke in it."""
    query, bare = said.query, said.wording.bare
    if len(bare.split()) > 1 or said.wording.opener not in ("le", "la", "l'", "ce", "cette"):
        return None
    noun = bare.lower()
    for before in range(query.sentence - 1, max(-1, query.sentence - 4), -1):
        whole = query.article.sentences[before]
        written = _WRITTEN.search(query.view, whole.start, whole.end)
        nouns = lexicon.documents() & {w.lower() for w in written.groups() if w} if written else frozenset()
        if not nouns or noun not in nouns | {"document", "texte"}:
            continue
        acting = [s.link for s in query.discourse.seen if s.sentence == before and s.subject]
        author = next((one for one in acting if one.kind in ("person", "organisation")), None)
        return author.by(Via.AUTHOR) if author is not None else None
    return None
