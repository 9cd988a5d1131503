"""Law 5: renaming a speaker everywhere renames that speaker and nobody else."""

from __future__ import annotations

import re

from hypothesis import assume, given
from layers import consistent
from texts import examples

from quotes.entities.names import is_given
from quotes.pipeline import Extractor
from quotes.testing import STYLES, Drawn, Name, articles, names
from quotes.testing.french import elides

Said = tuple[str, str, str | None]


def rename(text: str, old: Name, new: Name) -> str:
    """Another name for somebody, wherever given name or family name stand."""
    text = re.sub(rf"\b{old.given}\b", new.given, text)
    return re.sub(rf"(?<!\w){re.escape(old.surname)}(?!\w)", new.surname, text)


def answers(extractor: Extractor, text: str) -> list[Said]:
    extraction = extractor.extract(text)
    consistent(extraction)
    return [(q.type, q.text, q.speaker.name if q.speaker else None) for q in extraction.quotes]


@examples(60)
@given(drawn=articles(noise=(), styles=[s for s in STYLES if s not in ("group", "document")]), new=names())
def test_renaming_one_renames_only_that_one(extractor: Extractor, drawn: Drawn, new: Name) -> None:
    persons = [q.speaker for q in drawn.quotes if q.speaker and q.speaker.kind == "person"]
    assume(persons)
    given_name, family = persons[0].name.split(" ", 1)
    old = Name(given_name, family, "f" if persons[0].gender == "female" else "m")
    # Both given names stand in the lexicon: it is evidence, and a name that it does not know may be no person's
    # (*le club Maëlys Le Goff*). The new one is of the same gender, elides where the old one does, and shares no word
    # with the article.
    assume(is_given(old.given) and is_given(new.given))
    assume(new.gender == old.gender and elides(new.given) == elides(old.given))
    assume(old.surname == old.family and new.surname == new.family and elides(new.family) == elides(old.family))
    assume(not set(str(new).split()) & set(re.findall(r"[\w'-]+", drawn.text)))
    before = answers(extractor, drawn.text)
    after = answers(extractor, rename(drawn.text, old, new))
    assert after == [(kind, rename(text, old, new), name and rename(name, old, new)) for kind, text, name in before]
