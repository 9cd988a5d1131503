"""Articles with their answer: who says what is drawn first, and French is written for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from quotes.testing import words
from quotes.testing.constructions import CONSTRUCTIONS
from quotes.testing.draft import Draft, Passage, joined, line, written
from quotes.testing.french import Verb
from quotes.testing.noise import PARAGRAPHS, TYPOGRAPHY
from quotes.testing.people import STYLES, Person, casts, subjects
from quotes.testing.scene import Scene
from quotes.testing.speeches import Marks, marks, speeches
from quotes.types import Quote

NOISES = (*TYPOGRAPHY, *PARAGRAPHS)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A generated article and its gold.

    ``quotes`` are the values that a perfect reader would return, in order; the only reason in ``why`` is the
    construction. ``styles`` says for each passage how its source is named, ``noise`` what was done to the
    text. ``str()`` shows the text with its gold in place.
    """

    text: str
    quotes: tuple[Quote, ...]
    constructions: tuple[str, ...]
    styles: tuple[str, ...]
    noise: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "".join(_marked_up(self))

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:  # what hypothesis prints of a failing example
        printer.text(f"article:\n{self}\n{self.text!r}")  # type: ignore[attr-defined]


def _marked_up(drawn: Drawn) -> Iterator[str]:
    """*« <v1>La gare restera ouverte</v1> », <cue1>a déclaré</cue1> <m1>Anne Morel</m1>*; then the answers."""
    edges: list[tuple[int, int, int, str]] = []
    for number, quote in enumerate(drawn.quotes, 1):
        named = [("cue", quote.cue), ("m", quote.mention)]
        spans = [(f"{tag}{number}", (found.start, found.end)) for tag, found in named if found]
        spans += [(f"v{number}", span) for span in quote.verbatim]
        spans += [(f"c{number}", quote.content)] if quote.content else []
        for tag, (start, end) in spans:
            edges.append((start, 1, -end, f"<{tag}>"))
            edges.append((end, 0, -start, f"</{tag}>"))
    at = 0
    for place, _, _, tag in sorted(edges):
        yield drawn.text[at:place]
        yield tag
        at = place
    yield drawn.text[at:]
    for number, quote in enumerate(drawn.quotes, 1):
        who = ", ".join(s.name for s in (quote.speaker, *quote.others) if s)
        relay = f" (relay: {quote.relay.name})" if quote.relay else ""
        yield f"\n{number}. {quote.type}, {quote.why[0]}: {who}{relay}"
    if drawn.noise:
        yield f"\nnoise: {', '.join(drawn.noise)}"


@st.composite
def articles(
    draw: st.DrawFn,
    *,
    constructions: Collection[str] = tuple(CONSTRUCTIONS),
    styles: Collection[str] = STYLES,
    noise: Collection[str] = NOISES,
    max_passages: int = 3,
) -> Drawn:
    """French news articles, each with the quotes that are in it.

    The answer is drawn first: who says what, by which of ``constructions``, named in which of ``styles``, between
    which marks, under which ``noise`` (``()`` for none). Then the text is written, so nothing is searched for in it.
    The names of all constructions, styles and noises are in `CONSTRUCTIONS`, `STYLES` and `NOISES`. An article
    shrinks to one short sentence: *« La gare sera terminée », déclare Anne Morel.*

    Raises `ValueError` for an unknown name, or where none of ``styles`` fits one of ``constructions``.
    """
    _known(constructions, CONSTRUCTIONS, "construction")
    _known(styles, STYLES, "style")
    _known(noise, NOISES, "noise")
    names = draw(st.lists(st.sampled_from(list(constructions)), min_size=1, max_size=max_passages))
    alone = [name for name in names if CONSTRUCTIONS[name].alone]
    names = alone[:1] or names
    people = draw(casts(2 * len(names)))
    pair = draw(marks())
    strange = tuple(name for name in TYPOGRAPHY if name in noise)
    typography = draw(st.lists(st.sampled_from(strange), max_size=2, unique=True)) if strange else []
    passages: list[Passage] = []
    chosen: list[str] = []
    for number, name in enumerate(names):
        fitting = [style for style in CONSTRUCTIONS[name].styles if style in styles]
        if not fitting:
            raise ValueError(f"{name!r} fits none of these styles; it takes {', '.join(CONSTRUCTIONS[name].styles)}")
        style = draw(st.sampled_from(fitting))
        scene = draw(_scenes(name, style, people[2 * number : 2 * number + 2], pair))
        passages.append(_noisy(CONSTRUCTIONS[name].write(scene), typography))
        chosen.append(style)
    quiet = tuple(name for name in PARAGRAPHS if name in noise)
    silent = draw(st.lists(st.sampled_from(quiet), max_size=2)) if quiet and not alone else []
    for name in silent:
        passage = _noisy(Passage(line(PARAGRAPHS[name])), [t for t in typography if t != "unclosed mark"])
        passages.insert(draw(st.integers(0, len(passages))), passage)
    between = "\r\n\r\n" if "Windows line ends" in typography else draw(st.sampled_from(("\n\n", "\n")))
    text, quotes = written(joined(passages, between))
    return Drawn(text, quotes, tuple(names), tuple(chosen), (*typography, *silent))


def _known(given: Collection[str], names: Collection[str], what: str) -> None:
    for name in given:
        if name not in names:
            raise ValueError(f"no {what} is called {name!r}; there are: {', '.join(names)}")


def _noisy(passage: Passage, typography: list[str]) -> Passage:
    draft: Draft = passage.draft
    for name in typography:
        draft = TYPOGRAPHY[name](draft)
    return replace(passage, draft=draft)


@st.composite
def _scenes(draw: st.DrawFn, name: str, style: str, people: tuple[Person, ...], pair: Marks) -> Scene:
    person, other = people
    papery = style == "document"
    clause_verbs: tuple[Verb, ...] = words.CLAUSE_VERBS if not papery else words.DOCUMENT_VERBS
    return Scene(
        construction=name,
        subject=draw(subjects(style, person, other)),
        person=person,
        other=other,
        speech=draw(speeches()),
        reply=draw(speeches()),
        marks=pair,
        clause_verb=draw(st.sampled_from(clause_verbs)),
        speech_verb=draw(st.sampled_from((*words.SPEECH_VERBS, *words.CLAUSE_VERBS))),
        object_verb=draw(st.sampled_from(words.OBJECT_VERBS)),
        past=draw(st.booleans()),
        between=draw(st.sampled_from(words.BETWEEN)),
        paper=draw(st.sampled_from(words.PAPERS)),
    )
