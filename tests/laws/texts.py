"""Texts that the laws are held against, from any code point there is to French that was torn."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from quotes.testing import articles

# any code point there is, lone surrogates and control characters included
ANY = st.text(st.characters(), max_size=200)

# nothing but what decides about marks: the marks themselves, blanks, line ends, dashes, a word
MARKS = st.text(st.sampled_from("«»“”„‟\"<>‹›＂″'’—–-•*: ,.!?…()\n\r\t\u00a0\u202f\u2009\u2028aÀ1"), max_size=120)

_SCRAPS = (
    "«", "»", "“", "”", '"', "« ", " »", "<<", ">>", "\n", "\n\n", "\r\n", "— ", "- ", "• ", "» ", " : ", ", ", ". ", " ? ",
    "(", ")", ", a-t-il dit,", "selon ", "D'après ", "Q : ", "M. ", "\u00a0", "\u202f", "\u2028", "\x00", "\ufeff",
    "\u200b", "\u00ad", "\u202e", "\ud800", "🙂", "e\u0301", "ﬁ", "A" * 50,
)  # fmt: skip


@st.composite
def torn(draw: st.DrawFn) -> str:
    """A generated article with a few scraps strewn in and a few stretches lost, so that its grammar breaks anywhere."""
    text = draw(articles()).text
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        lost = draw(st.integers(0, 12))
        text = text[:at] + draw(st.sampled_from(("", *_SCRAPS))) + text[at + lost :]
    return text


TEXTS = st.one_of(ANY, MARKS, torn())


def examples(count: int) -> settings:
    """So many examples in the profile `ci`, a hundred times as many in `night`."""
    scale = settings.default.max_examples / 100 if settings.default else 1
    return settings(max_examples=int(count * scale), suppress_health_check=list(HealthCheck))
