"""One of many words as a regular expression: the same words as a plain alternation, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicon
from quotes.lexicon.trie import one_of

WORDS = st.lists(st.text("aàb' -.", min_size=1, max_size=5), min_size=1, max_size=12)


@given(WORDS, st.text("aàb' -.", max_size=30))
def test_it_finds_what_a_plain_alternation_finds(words: list[str], text: str) -> None:
    plain = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    assert re.findall(one_of(words), text) == plain.findall(text)


def test_it_holds_every_verb_form_and_nothing_longer() -> None:
    forms = lexicon.verb_forms()
    pattern = re.compile(one_of(forms))
    assert all(pattern.fullmatch(form) for form in forms)
    assert not pattern.fullmatch("déclaraient-ils")
