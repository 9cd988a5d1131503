"""Titles: is a marked stretch a name (title, nickname, term, brand) rather than words that were said?"""

from __future__ import annotations

import re
from functools import cache

from quotes import lexicon
from quotes.syntax.article import ParsedArticle
from quotes.syntax.groups import VerbGroup, group_at
from quotes.syntax.words import CLITICS, is_finite, low

# words that open a phrase and no name: *voit dans ce projet « un cadeau »*
_PHRASE = re.compile(r"(?:une?|des|du|de la|de l'|trop|très|si|tout) ")
_CLAUSE = re.compile(r"\b(?:je|j'|nous|vous|on|c'est|il|elle|ils|elles|est|sont|pas)\b", re.IGNORECASE)
# what names without a noun: *le barrage dit « des Anglais »*, but not *il se dit « fier »*, *il l'a appelé « … »*
_NAMED = re.compile(
    r"\b(?:dits?|dites?|intitulée?s?|rebaptisée?s?|titrée?s?|dénommée?s?"
    r"|(?<!\ba )(?<!\bai )(?<!ont )(?<!avait )(?<!avaient )(?:appelée?s?|surnommée?s?|nommée?s?|baptisée?s?))\s*$",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"\b(?:se|s'(?:est|était|étaient)|se sont) (?:[\w'’]+ ){0,2}(?:dits?|dites?)\s*$", re.IGNORECASE
)
_WORK = re.compile(r"(?:L[ae]s? |L'|Une? |Des |Au |Aux )[A-ZÀ-Ý]\w+")
_AUTHOR = re.compile(r"\s*(?:\(\d{4}\)|(?:de |d')[A-ZÀ-Ý][\w.-]+ [A-ZÀ-Ý])")
_NUMBERED = re.compile(r"[A-ZÀ-Ý][\w.]*[ -]?\d[\w.]*")  # *un « Faucon-2 »*
_OPEN_ENDED = ("que", "qu'", "de", "d'", "comme", "un", "une")
# verbs whose object in marks is a work, not what is said: *reprend « Ne me quitte pas »*
_STAGING = frozenset("publier reprendre présenter traduire interpréter illustrer introduire".split())
_WORKS = frozenset("chanter lire écrire citer".split())


def names_work(article: ParsedArticle, sentence: int, group: VerbGroup, index: int) -> bool:
    """Is the marked object of a verb a work (a song, a book) rather than speech?"""
    return group.lemma in _STAGING or group.lemma in _WORKS and title_like(article, sentence, index)


def title_like(article: ParsedArticle, sentence: int, index: int) -> bool:
    """Is a marked stretch rather a name than words that were said?

    Evidence for a name: a noun or participle right before it that bears names (*le film « … »*, *dit « … »*),
    an author behind it, a capital inside the sentence, *« Les Noces »* with two. Against: a full stop in it, a
    verb of its own, many words, an agent behind it (*surnommé « … » par X*).
    """
    span = article.spans[index]
    text = article.view[span.start : span.end]
    before = article.view[article.sentences[sentence].start : span.outer[0]]
    behind = article.view[span.outer[1] : span.outer[1] + 40]
    words = text.split()
    if _acts(article, sentence, index) and text[0].isupper() and len(words) <= 6 and not _CLAUSE.search(text):
        return True
    if text[-1] in ".!?…" and len(words) > 2 or len(words) > 8 or before.rstrip().endswith(":"):
        return False
    if text[0].isupper() and before.strip() and _AUTHOR.match(behind):
        return True
    if text[0].islower() and len(words) >= 5 or _CLAUSE.search(text):
        return False
    if _NUMBERED.fullmatch(text):
        return True
    by = behind.lstrip(" ,").startswith("par ")
    if _bears(before) and not _PHRASE.match(text):
        return not by
    if by:
        return False
    if text.lower() in ("oui", "non") and re.search(r"\b(?:le|un|du|au|ce)\s*$", before):
        return True
    if not text[0].isupper() or len(words) > 6:
        return False
    if not before.strip(" \n—-•"):
        return bool(_WORK.match(text))
    return not before.rstrip().lower().endswith(_OPEN_ENDED)


def _acts(article: ParsedArticle, sentence: int, index: int) -> bool:
    """*« Les Noces » se passe à Longwy*: are the marks the subject of the verb right behind, which reports nothing?"""
    span = article.spans[index]
    if article.view[span.end - 1] in ".!?…":
        return False
    _, stop = article.range(sentence)
    i = article.token_at(span.outer[1])
    while i < stop and low(article, i) in CLITICS and article.tokens[i].upos == "PRON":
        i += 1
    return i < stop and is_finite(article, i) and group_at(article, i, stop, any_verb=True) is None


def _bears(before: str) -> bool:
    """Does what stands before the marks bear a name: *le film*, *l'opération*, *le livre de*, *intitulé*?"""
    named = _NAMED.search(before[-24:]) and not _OF_ONESELF.search(before[-48:])
    return bool(named or _bearers().search(before[-48:]))


@cache
def _bearers() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(lexicon.name_bearers(), key=lambda noun: (-len(noun), noun)))
    return re.compile(rf"\b(?:{nouns})(?: de| du| d'| le| la| l'| les)?\s*$", re.IGNORECASE)
