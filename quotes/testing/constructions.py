"""The constructions by name, each with the sources that can stand in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.testing import direct, pages, reported
from quotes.testing.draft import Passage
from quotes.testing.people import PERSONS, STYLES
from quotes.testing.scene import Scene


@dataclass(frozen=True, slots=True)
class Construction:
    """How to write a scene. ``styles`` are the sources that fit; ``alone``: the shape of the page says who speaks,
    so that the page holds nothing else.
    """

    write: Callable[[Scene], Passage]
    styles: tuple[str, ...] = STYLES
    alone: bool = False


_LIVING = tuple(style for style in STYLES if style != "document")
_NAMED = ("name",)
_PHRASES = tuple(style for style in _LIVING if style != "pronoun")

CONSTRUCTIONS: dict[str, Construction] = {
    # direct
    "« … », verb source": Construction(direct.quotation_verb),
    "« … », verb … source": Construction(direct.quotation_verb_far_subject, _LIVING),
    "« … », verb of manner source": Construction(direct.quotation_manner, _LIVING),
    "source verb : « … »": Construction(direct.verb_colon),
    "source verb of manner : « … »": Construction(direct.manner_colon, _LIVING),
    "source feels : « … »": Construction(direct.feeling_colon, _LIVING),
    "« …, verb source, … »": Construction(direct.incise_inside),
    "« … », verb source, « … »": Construction(direct.marks_reopen),
    "« … », verb source. « … »": Construction(direct.goes_on, _LIVING),
    "« … », verb source, avant d'ajouter : « … »": Construction(direct.two_verbs, _LIVING),
    "selon source, « … »": Construction(direct.according_quotation),
    "« … », selon source": Construction(direct.quotation_according),
    "« … “…” … »": Construction(direct.nested),
    "two voices in a paragraph": Construction(direct.two_voices, PERSONS),
    # mixed
    "source verb que … « … »": Construction(reported.that_marked_words),
    "source verb que « … »": Construction(reported.that_marked_clause),
    "source verb « … »": Construction(reported.object_marked, _LIVING),
    "source qualifie … de « … »": Construction(reported.qualify, _LIVING),
    "ce que source appelle « … »": Construction(reported.what_x_calls, _LIVING),
    "selon source, … « … »": Construction(reported.according_marked_words),
    # indirect
    "source verb que …": Construction(reported.that_clause),
    "source verb que … et que …": Construction(reported.that_and_that),
    "selon source, …": Construction(reported.according),
    "…, selon source": Construction(reported.according_behind),
    "d'après source, …": Construction(reported.after_x),
    "pour source, …": Construction(reported.for_x, PERSONS),
    "de l'aveu de source, …": Construction(reported.admission, _PHRASES),
    "…, verb source": Construction(reported.clause_verb),
    "source promet de …": Construction(reported.promise, _LIVING),
    "source dit vouloir …": Construction(reported.will, _LIVING),
    "selon relay, source verb que …": Construction(reported.relayed, _LIVING),
    # the page
    "verb : • « … »": Construction(pages.bullets),
    "« … ¶ … »": Construction(pages.paragraphs, _LIVING),
    "source ¶ « … », verb": Construction(pages.quotation_apart, _LIVING),
    "dialogue dashes": Construction(pages.dialogue, _NAMED, alone=True),
    "labels": Construction(pages.labels, _NAMED, alone=True),
    "interview": Construction(pages.interview, _NAMED, alone=True),
    "signed block": Construction(pages.signed_block, _NAMED),
    "signed line": Construction(pages.signed_line, _NAMED),
    "« … » (source)": Construction(pages.signed_marks, _NAMED),
}
