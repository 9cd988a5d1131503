"""Words and locutions that the cue families share, as sets and lookups on tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.syntax.article import ParsedArticle

CLITICS = frozenset(
    "se s' me m' te t' nous vous lui leur l' le la les y en ne n' -t-il -il -elle -ils -elles -on -t".split()
)


AUXILIARIES = frozenset(
    "a ont avait avaient aura auront aurait auraient eut eurent ait aient ayant avoir ai avons est sont était"
    " étaient sera seront serait seraient fut furent soit soient étant être suis sommes vient viennent venait"
    " va vont".split()
)


NEGATIONS = frozenset("pas jamais rien guère aucun aucune nullement".split())


ADVERBS = frozenset(
    "notamment également aussi encore ensuite alors déjà toutefois cependant ainsi même simplement"
    " immédiatement récemment hier aujourd'hui finalement enfin souvent toujours clairement sobrement"
    " précisément donc ailleurs néanmoins aussitôt tout bien plus très quant tantôt puis auparavant mieux"
    " régulièrement publiquement solennellement fermement vivement pourtant plutôt surtout unanimement"
    " ironiquement laconiquement longuement brièvement rapidement non sans seulement justement juste d'abord"
    " d'ailleurs longtemps presque quasi ouvertement franchement".split()
)


TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir midi après-midi"
    " nuit janvier février mars avril mai juin juillet août septembre octobre novembre décembre semaine jour"
    " journée mois an année dernier dernière lendemain veille ce cet cette".split()
)


STOPS = frozenset('. ! ? … ; : , — ( ) [ ] « » “ ” " -'.split())


DETERMINERS = frozenset(
    "le la l' les un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre plusieurs"
    " certains certaines quelques deux trois quatre cinq six dix chaque d'autres autres tous toutes chacun".split()
)


RELATIVES = frozenset(
    "qui que qu' dont où lequel laquelle lorsque lorsqu' quand alors pendant avant après dans sur lors par"
    " avec devant depuis auprès via contre face suite sous comme pour interrogé interrogée cité citée selon"
    " tandis mais car afin sans entre vers malgré durant parmi hors".split()
)


_LOCUTION = re.compile(
    r"(?:pour (?:sa|leur) part|de (?:son|leur) côté|quant à (?:lui|elle|eux|elles)|par ailleurs|en effet|à (?:plusieurs|maintes)"
    r" reprises|dans la foulée|(?:lui|elle|eux|elles)(?:-mêmes?)? aussi|tout de même|à (?:son|leur) tour|(?:à|de) nouveau"
    r"|une (?:nouvelle|dernière|première) fois|en revanche|au contraire|en outre|d'ailleurs|d'abord|ce (?:matin|soir)|hier soir"
    r"|tout d'abord|d'emblée|sans détour|sans ambages|avec force|à juste titre|en substance|dans la matinée|en personne|du moins"
    r"|d'ores et déjà|jusqu'(?:ici|alors|à présent|à maintenant)|jusqu'à (?:présent|maintenant)|(?:lui|elle|eux)-mêmes?|(?<=[ao] )(?:lui|elle))\b",
    re.IGNORECASE,
)


def locution_from(article: ParsedArticle, index: int) -> int:
    """The token behind an adverbial of several words (*pour sa part*) that starts here, else ``index``."""
    if index >= len(article.tokens):
        return index
    match = _LOCUTION.match(article.view, article.tokens[index].start)
    return article.token_at(match.end()) if match else index


def locution_to(article: ParsedArticle, index: int) -> int:
    """The token before an adverbial of several words that ends with this one, else ``index``."""
    end = article.tokens[index].end
    for length in range(1, 4):
        j = index - length
        if j < 0:
            break
        match = _LOCUTION.match(article.view, article.tokens[j].start)
        if match and match.end() == end:
            return j - 1
    return index


def by_first(locutions: Sequence[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Locutions by their first word."""
    firsts = {words[0] for words in locutions}
    return {first: tuple(words for words in locutions if words[0] == first) for first in firsts}


def low(article: ParsedArticle, index: int) -> str:
    return article.lows[index]


def is_adverb(article: ParsedArticle, index: int) -> bool:
    token = article.tokens[index]
    word = low(article, index)
    if word == "même" and index and low(article, index - 1) in ("le", "la"):
        return False  # *le même assure*
    return token.upos == "ADV" or word in ADVERBS


def is_finite(article: ParsedArticle, index: int) -> bool:
    """Is a token a finite verb?"""
    return article.finite[index]
