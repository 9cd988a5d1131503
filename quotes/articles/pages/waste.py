"""What stands in a page and is not the article: links to other articles, comments, the paywall's lines, furniture."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from quotes.articles.pages.runs import Run

_FURNITURE = frozenset(("nav", "header", "footer", "aside", "menu"))
# Names of one class or id, whole or with an addition; *tag-social* and the like say what an article is about.
_NAMES = re.compile(
    r"(?:[a-z]{1,3}-|article_*-?|post-|entry-|block-|js-)?(?:lire-?aussi|a-lire|read-?also|read-?more|related|recommended"
    r"|recommendations?|comments?|commentaires?|disqus|newsletter|paywall|subscribe|share|sharing|partage|social-?share|breadcrumbs?"
    r"|cookies?|consent|outbrain|taboola|advert(?:isement)?|publicite|sponsored|most-?read)"
    r"(?:[_-](?!open|closed|off|none).*)?",
    re.IGNORECASE,
)
# Openings of lines that lead elsewhere; they are links, or no sentences.
_SEE = re.compile(
    r"""[\W_]*(?:
      (?:à[ ])?(?:re)?(?:lire|voir|écouter|découvrir|consulter)(?:(?:,|[ ]et)[ ](?:re)?(?:lire|voir|écouter))?
          [ ](?:aussi|également|encore)\b
    | (?:lire|voir|écouter|retrouve[rz]|découvre[rz]|consulte[rz])[ ](?:aussi[ ])?(?:tou(?:te)?s[ ])?
          (?:nos|notre|l'article|la[ ]suite|le[ ]dossier|plus)\b
    | (?:à[ ]lire|sur[ ]le[ ]même[ ]sujet|dans[ ]la[ ]même[ ]rubrique|pour[ ]aller[ ]plus[ ]loin
          |les[ ]plus[ ](?:lus|partagés)|(?:nos|notre)[ ](?:articles?|dossiers?|sélection)|articles?[ ]liés?
          |en[ ]direct)\s*(?::|$)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What a site says to who has not paid, and its buttons.
_WALL = re.compile(
    r"""[\W_]*(?:
      (?:(?:cet|l')[ ]?)?(?:article|contenu)[ ](?:est[ ])?réservé[ ](?:aux|à[ ]nos)[ ]abonnés
    | (?:la[ ]|le[ ])?(?:suite|reste)[ ](?:de[ ](?:cet[ ]|l')article[ ])?est[ ]réservée?
    | il[ ]vous[ ]reste[ ][\d.,]+\s?%[ ]de[ ]cet[ ]article | pour[ ]lire[ ]la[ ]suite,
    | déjà[ ]abonnée?\s?\? | (?:ré)?abonnez-vous\b | inscrivez-vous[ ](?:à|pour[ ]recevoir)\b | je[ ]m'abonne\b
    | recevez[ ](?:chaque|tous|la|nos|notre)\b | (?:offrir|partager)[ ](?:cet[ ]|l')article
    | la[ ]suite[ ]après[ ](?:cette|la)[ ]publicité
    | (?:publicité|imprimer|newsletter|s'abonner|temps[ ]de[ ]lecture.{0,20}|lecture[ ]\d+[ ]min\w*\.?)\s*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SHORT = 240
_ENDS = ".!?…»”"


def waste(run: Run) -> bool:
    """Is this run a line of links, a line to another article, or one of the paywall's? What somebody says is none."""
    if len(run.text) > _SHORT or run.kind in ("blockquote", "signature"):
        return False
    sentence = run.text[-1] in _ENDS
    if run.kind != "heading" and run.linked > 0.8 * len(run.text) and not sentence:
        return True
    text = " ".join(run.text.replace("’", "'").split())
    if _WALL.match(text):
        return True
    see = _SEE.match(text)
    return (
        see is not None
        and not text.startswith("«")
        and (run.linked > 0 or not sentence or ":" in text[: see.end() + 2])
    )


def aside(node: HtmlElement, strictly: bool = False) -> bool:
    """Does an element stand in a part of the page that its name calls something else than the article?

    ``strictly`` also leaves out navigation, page headers and footers, where no other program did.
    """
    for one in (node, *node.iterancestors()):
        if one.tag in ("body", "html", "article", "main"):
            return False
        if any(_NAMES.fullmatch(name) for name in f"{one.get('class') or ''} {one.get('id') or ''}".split()):
            return True
        if (
            strictly
            and one.tag in _FURNITURE
            and next(one.iterancestors("blockquote", "article", "main"), None) is None
        ):
            return True
    return False
