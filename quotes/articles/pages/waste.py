"""What stands in a page and is not the article: links to other articles, comments, the paywall's lines, furniture."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from quotes.articles.pages.runs import Run

_FURNITURE = frozenset(("nav", "header", "footer", "aside", "form", "menu"))
# Names of one class or id, whole or with an addition; *tag-social* and the like say what an article is about.
_NAMES = re.compile(
    r"(?:[a-z]{1,3}-|article_*-?|post-|entry-|block-|js-)?(?:lire-?aussi|a-lire|read-?also|read-?more|related|recommended"
    r"|recommendations?|comments?|commentaires?|disqus|newsletter|paywall|subscribe|share|sharing|partage|social-?share|breadcrumbs?"
    r"|cookies?|consent|outbrain|taboola|advert(?:isement)?|publicite|sponsored|most-?read)"
    r"(?:[_-](?!open|closed|off|none).*)?",
    re.IGNORECASE,
)
_SEE = re.compile(
    r"[\W_]*(?:(?:à |a )?(?:re)?(?:lire|voir|écouter|découvrir|consulter)(?:,| et)?(?: (?:re)?(?:lire|voir|écouter))?"
    r" (?:aussi|également|encore|notamment)\b"
    r"|(?:lire|voir|écouter|retrouve[rz]|découvre[rz]|consulte[rz])\s(?:aussi\s)?(?:(?:tous?|toutes?)\s)?(?:nos|notre|l'article|l’article|la suite|le dossier|plus)\b"
    r"|(?:sur le même sujet|dans la même rubrique|pour aller plus loin|nos articles|notre dossier|notre sélection|articles? liés?"
    r"|à lire|a lire|les plus lus|les plus partagés|en direct)\s*(?::|$))",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"[\W_]*(?:(?:cet |l')?article(?: est)? réservé (?:aux|à nos) abonnés|(?:la |le )?(?:suite|reste)(?: de (?:cet|l')\s?article)? est réservée?"
    r"|il vous reste [\d.,]+\s?% de cet article|pour lire la suite|déjà abonnée? ?\?|abonnez-vous|inscrivez-vous|je m'abonne|s'abonner"
    r"|contenu réservé|offrir (?:cet|l')\s?article|recevez (?:chaque|tous|la|nos|notre)|newsletter|ajouter à (?:vos|mes) favoris"
    r"|partager (?:sur|cet|l')|imprimer\b|temps de lecture|publicité\b|la suite après (?:cette|la) publicité|lecture \d+ min)",
    re.IGNORECASE,
)
_SHORT = 240


def waste(run: Run) -> bool:
    """Is this run a line of links, a line to another article, or one of the paywall's? What somebody says is none."""
    if len(run.text) > _SHORT or run.kind in ("blockquote", "signature"):
        return False
    if run.kind != "heading" and run.linked > 0.8 * len(run.text) and run.text[-1] not in ".!?…»":
        return True
    text = run.text.replace("’", "'")
    if _SEE.match(text) or _WALL.match(text):
        return "«" not in text[:2]
    return False


def aside(node: HtmlElement, strictly: bool = False) -> bool:
    """Does an element stand in a part of the page that its name calls something else than the article?

    ``strictly`` also leaves out navigation, page headers and footers, where no other program did.
    """
    for one in (node, *node.iterancestors()):
        if one.tag in ("body", "html", "article", "main"):
            return False
        if any(_NAMES.fullmatch(name) for name in f"{one.get('class') or ''} {one.get('id') or ''}".split()):
            return True
        if strictly and one.tag in _FURNITURE and next(one.iterancestors("blockquote", "article", "main"), None) is None:
            return True
    return False
