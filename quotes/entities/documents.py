"""Documents as sources: a text belongs to the author whom the article names, else it speaks for itself."""

from __future__ import annotations

import re
from dataclasses import replace

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Discourse, Link
from quotes.entities.wording import POSSESSIVES, Wording, own_words
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


class Documents(Discourse):
    """Reads the phrases that name a text."""

    def _document(
        self, source: Phrase, phrase: Wording, entities: list[Entity], sentence: int, plural: bool
    ) -> Link | None:
        text = phrase.text
        if entities:
            owner = entities[0]
            start = next(s for s, e in owner.mentions if source.start < e and s < source.end)
            if _BY.search(self._article.view[source.start : start].lower().rstrip()):
                return self._of(owner, "author of the text")
        made = _MADE.match(self._article.view, source.end)
        maker = self._figure_in(made.end(), made.end() + 1) if made else None
        if maker is not None:
            return self._of(maker, "author of the text")
        part = _PART.match(phrase.bare)
        if part:
            text = phrase.bare[part.end() :]
        owner_noun = _OWNER.search(text)
        if owner_noun:
            at = source.start + owner_noun.end()
            i = self._article.token_at(at)
            if i < len(self._article.tokens) and self._article.tokens[i].start < source.end:
                word = low(self._article, i)
                if word in lexicon.roles() or word in lexicon.organisations():
                    opener_at = (
                        source.start + owner_noun.start() + (2 if owner_noun.group().startswith(("d'", "de ")) else 0)
                    )
                    if owner_noun.group().startswith("de "):
                        opener_at += 1
                    start = opener_at if not owner_noun.group().startswith(("du", "des")) else at
                    return self._noun(Phrase(start, source.end, i), sentence)
        if phrase.opener in POSSESSIVES | {"ses", "leurs"}:  # *leur mot d'ordre*
            writer = self._salient(sentence, source.start, None, phrase.opener.startswith("leur"), "author of the text")
            if writer is not None:
                return writer
        author = self._author(source, phrase, sentence)
        if author is not None:
            return author
        last = self._article.token_at(source.end) - 1
        if last > 0 and "VerbForm=Part" in self._article.tokens[last].morph and text.count(" ") > 1:
            text = text.rsplit(" ", 1)[0]  # *une banderole accrochée (à la grille)*
        return Link(own_words(text), "document", None, phrase.gender(), plural, "document")

    def _author(self, source: Phrase, phrase: Wording, sentence: int) -> Link | None:
        """*Le document parle de …* after *dans un rapport, la vérificatrice notait que …*: who spoke in it."""
        if len(phrase.bare.split()) > 1 or phrase.opener not in ("le", "la", "l'", "ce", "cette"):
            return None
        noun = phrase.bare.lower()
        for before in range(sentence - 1, max(-1, sentence - 4), -1):
            whole = self._article.sentences[before]
            written = _WRITTEN.search(self._article.view, whole.start, whole.end)
            nouns = lexicon.documents() & {w.lower() for w in written.groups() if w} if written else frozenset()
            if not nouns or noun not in nouns | {"document", "texte"}:
                continue
            acting = [s.identity for s in self._seen if s.sentence == before and s.weight >= 1.9]
            author = next((i for i in acting if i.kind in ("person", "organisation")), None)
            return replace(author, via="author of the text") if author is not None else None
        return None
