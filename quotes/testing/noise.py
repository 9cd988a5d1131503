"""What the web does to an article: typography that says nothing, and paragraphs in which nobody speaks.

Noise changes the strings of a draft and never its answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quotes.testing.draft import Draft, Edge, mapped

_NB = "\u00a0"
_LONG = re.compile(r"\b([a-zà-ÿ]{4})([a-zà-ÿ]{4,})\b")


def _no_break(words: str) -> str:
    return re.sub(r" (?=[:;!?»])|(?<=«) ", _NB, words)


def _emoji(draft: Draft) -> Draft:
    """In the speaker's own words: *Nous 💪 irons*."""
    out: list[str | Edge] = []
    inside = False
    for item in draft:
        if isinstance(item, Edge):
            inside = item.opens if item.part == "verbatim" else inside
        elif inside and ". " in item:
            item = item.replace(". ", " 💪. ", 1)
        out.append(item)
    return tuple(out)


def _unclosed(draft: Draft) -> Draft:
    """The closing mark at the end of a paragraph is forgotten."""
    last = draft[-1]
    return draft[:-1] if isinstance(last, str) and last.strip() in ("»", "”", '"', ">>") else draft


# name → what it does to the draft of a paragraph
TYPOGRAPHY: dict[str, Callable[[Draft], Draft]] = {
    "curly apostrophes": lambda draft: mapped(draft, lambda words: words.replace("'", "’")),
    "no-break blanks": lambda draft: mapped(draft, _no_break),
    "double blanks": lambda draft: mapped(draft, lambda words: words.replace(". ", ".  ")),
    "Windows line ends": lambda draft: mapped(draft, lambda words: words.replace("\n", "\r\n")),
    "soft hyphens": lambda draft: mapped(draft, lambda words: _LONG.sub("\\1\u00ad\\2", words)),
    "hyphens of OCR": lambda draft: mapped(draft, lambda words: _LONG.sub("\\1-\n\\2", words, count=1)),
    "emoji": _emoji,
    "unclosed mark": _unclosed,
}

# name → a paragraph that says nothing
PARAGRAPHS: dict[str, str] = {
    "neutral": "Il pleut depuis ce matin sur la vallée, et la rivière monte encore.",
    "heading": "Un chantier très attendu",
    "bullet": "» LIRE AUSSI : la halle a cent ans",
    "list": "• trois bancs\n• deux lampes\n• un arbre",
    "title in marks": "La soirée a commencé par la projection du film « Le Grand Voyage » sur la place.",
    "irony": "Les « amis » du projet étaient absents, comme chaque année.",
    "name in marks": "L'opération « Villes propres » commence lundi sur les bords du canal.",
    "mark that never closes": "Le marché « de la place ouvre à huit heures, comme chaque semaine.",
    "mark that never opened": "La route départementale longe le canal » jusqu'au pont.",
    "inches": 'La vis de 5" se trouve dans les magasins de la vallée.',
    "caption": "La halle vue du pont, en mars. © Presse Océan",
    "line of emoji": "Bravo 👏 à toute l'équipe 👩‍👩‍👧 de la piscine 🎉",
}
