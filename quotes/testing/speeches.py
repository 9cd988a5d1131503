"""What is said, and the marks around it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from quotes.testing import words
from quotes.testing.draft import Draft, line
from quotes.testing.french import agree, capital

_NB, _THIN, _NARROW = "\u00a0", "\u2009", "\u202f"


@dataclass(frozen=True, slots=True)
class Marks:
    """A pair of quotation marks with its blanks, and the pair that stands inside it."""

    opening: str
    closing: str
    inner: tuple[str, str]

    def around(self, *items: str | Draft) -> Draft:
        """The words between the marks."""
        return line(self.opening, *items, self.closing)


# as French news writes them (DESIGN.md), the commonest first
MARKS = (
    Marks("« ", " »", ("“", "”")),
    Marks("«", "»", ("“", "”")),
    Marks('"', '"', ("« ", " »")),
    Marks(f"«{_NB}", f"{_NB}»", ("“", "”")),
    Marks(f"«{_THIN}", f"{_THIN}»", ("“", "”")),
    Marks("“", "”", ("« ", " »")),
    Marks(f"«{_NARROW}", f"{_NARROW}»", (f"‹{_NARROW}", f"{_NARROW}›")),
    Marks("„", "”", ("« ", " »")),
    Marks("<<", ">>", ("“", "”")),
    Marks("<< ", " >>", ("“", "”")),
)


def marks() -> st.SearchStrategy[Marks]:
    """The pairs of marks of French news with their blanks, the commonest first."""
    return st.sampled_from(MARKS)


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says, in the shapes that a sentence may need of it.

    ``first`` and ``more`` are what stands between marks, in the speaker's first person or not, ``end`` the final
    point. ``clause`` is what follows *que*. ``start`` and ``quality`` are a clause whose
    last words alone are marked (*la gare est* « indispensable »), ``action`` an infinitive, ``phrase`` a noun
    phrase, ``rest`` what goes on after an incise.
    """

    first: str
    more: str
    end: str
    clause: str
    start: str
    quality: str
    action: str
    phrase: str
    rest: str

    @property
    def sentence(self) -> str:
        """The words without their final point."""
        return self.first + self.more

    @property
    def whole(self) -> str:
        """The sentence with its final point."""
        return self.sentence + self.end

    @property
    def before_comma(self) -> str:
        """The sentence as it stands before the comma of an incise: its full stop is left out."""
        return self.sentence + ("" if self.end == "." else self.end)


@st.composite
def speeches(draw: st.DrawFn) -> Speech:
    """Things to say about towns, works and money, in good French, each in every shape a sentence may need."""
    clause = draw(_clauses())
    other = draw(_clauses())
    own = draw(st.one_of(st.just(clause), st.sampled_from(words.OWN), st.sampled_from(words.QUESTIONS)))
    asked = own in words.QUESTIONS
    more = (
        "" if asked else draw(st.sampled_from(("", "", f". {capital(other)}", f", {draw(st.sampled_from(words.BUT))}")))
    )
    thing, _, plural = draw(st.sampled_from(words.THINGS))
    quality = draw(st.sampled_from(words.QUALITIES))
    return Speech(
        first=capital(own),
        more=more,
        end=" ?" if asked else draw(st.sampled_from((".", ".", " !", "…"))),
        clause=clause,
        start=f"{thing} {'sont' if plural else 'est'}",
        quality=_plural(quality) if plural else quality,
        action=draw(st.sampled_from(words.ACTIONS)),
        phrase=draw(st.sampled_from(words.DENYING)),
        rest=draw(st.sampled_from(words.BUT)),
    )


@st.composite
def _clauses(draw: st.DrawFn) -> str:
    thing, gender, plural = draw(st.sampled_from(words.THINGS))
    forms, when = draw(st.sampled_from(((words.COMING, words.COMING_WHEN), (words.GONE, words.GONE_WHEN))))
    verb = draw(st.sampled_from(forms))[plural]
    return f"{thing} {agree(verb, gender, plural)} {draw(st.sampled_from(when))}".strip()


def _plural(quality: str) -> str:
    first, _, rest = quality.partition(" ")
    return f"{first}s {rest}".strip()
