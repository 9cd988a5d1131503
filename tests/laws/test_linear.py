"""Law 8: time grows with the text and not with its square, also where no mark ever closes."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from layers import Layer, well_nested

from quotes.articles.pages import read_text
from quotes.pipeline import Extractor
from quotes.types import Article

# four times the text may take so many times as long: a square would take sixteen times
TOLERANCE = 9.0
# below this a clock tells nothing
FLOOR = 0.004

Make = Callable[[int], str]

LAYERS: dict[str, Make] = {
    "unclosed on one line": lambda n: "« mot " * n,
    "unclosed on many lines": lambda n: "« mot\n" * n,
    "unclosed without a blank": lambda n: "«" * n,
    "curly unclosed": lambda n: "“ mot " * n,
    "straight on one line": lambda n: '" mot ' * n,
    "straight on many lines": lambda n: '"mot\n' * n,
    "closing only": lambda n: "mot » " * n,
    "marks of all kinds": lambda n: '« mot " “ ”\n' * n,
    "deep nesting": lambda n: "« mot " * n + "mot »" * n,
    "nesting of two kinds": lambda n: "« mot “ " * n + " ” mot »" * n,
    "closed pairs": lambda n: "« mot », " * n,
    "lines of closed pairs": lambda n: "« Un mot. »\n" * (n // 2),
    "one long line": lambda n: "des mots " * n,
    "one long word": lambda n: "A" * n,
    "capitals": lambda n: "Mot Mot " * n,
    "full stops": lambda n: "Mot. " * n,
    "initials": lambda n: "M. A. " * n,
    "blanks": lambda n: " " * n + "« mot »" + "\n" * n,
    "commas inside a quotation": lambda n: "« Oui" + ", oui" * n + " »",
    "a long word behind a comma": lambda n: "« Oui, " + "a" * n + " »",
    "incises inside a quotation": lambda n: "« Oui" + ", oui, a-t-il dit" * n + " »",
    "dialogue dashes": lambda n: "— Mot, dit-il. — Mot\n" * (n // 2),
    "labels": lambda n: "Jean Petit : oui je dis.\nQ : non ?\n" * (n // 3),
    "labels that differ": lambda n: "".join(f"Jean P{i} : oui.\nJean P{i} : non.\n" for i in range(n // 4)),
    "dashes on one line": lambda n: "— mot " * n,
    "broken lines": lambda n: "des mots qui vont et viennent sur une\n" * (n // 2),
}


def _seconds(work: Callable[[str], object], text: str, runs: int = 3) -> float:
    best = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        work(text)
        best = min(best, time.perf_counter() - started)
    return best


def _grows_with(work: Callable[[str], object], make: Make, size: int, runs: int = 3, attempts: int = 3) -> None:
    for _ in range(attempts):  # the machine is shared: one quiet moment of three is enough
        small, large = (_seconds(work, make(n), runs) for n in (size, 4 * size))
        if large < TOLERANCE * max(small, FLOOR):
            return
    raise AssertionError(f"{size} took {small:.3f} s, {4 * size} took {large:.3f} s")


@pytest.mark.slow
@pytest.mark.parametrize("name", LAYERS)
def test_the_text_layer_is_linear(name: str) -> None:
    _grows_with(Layer, LAYERS[name], 2500)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["unclosed on one line", "unclosed without a blank", "deep nesting"])
def test_ten_thousand_marks_that_never_close_are_read_at_once(name: str) -> None:
    text = LAYERS[name](10_000)
    started = time.perf_counter()
    layer = Layer(text)
    assert time.perf_counter() - started < 5
    well_nested(layer.marked, len(text))


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", ["des mots ", "« Nous partons », a dit Ève Roy. ", "« mot mot mot mot "], ids=str.strip
)
def test_one_line_of_ten_megabytes_is_read(words: str) -> None:
    text = words * (10_000_000 // len(words))
    layer = Layer(text)
    assert len(layer.view) == len(text)
    assert layer.blocks[0].end == len(text.rstrip())
    assert all(a.end <= b.start for a, b in pairwise(layer.sentences))


FLOWS: dict[str, Make] = {
    "news": lambda n: (
        "Les agents ont fermé les portes. « Nous n'avons plus de livres », a déclaré Hélène Castaing.\n" * (n // 8)
    ),
    "news on one line": lambda n: (
        "Les agents ont fermé les portes. « Nous n'avons plus de livres », a déclaré Hélène Castaing. " * (n // 8)
    ),
    "pronouns": lambda n: "Il a dit : « Nous irons là-bas demain. »\n" * (n // 5),
    "no cue": lambda n: "« Nous irons là-bas demain matin. »\n" * (n // 5),
    "deep nesting": lambda n: "« mot " * (n // 4) + "mot »" * (n // 4),
    "unclosed on one line": lambda n: "« mot " * n,
}

_SAID = "Nous n'avons plus de livres dans cette ville depuis hier soir"
HOSTILE: dict[str, tuple[int, Make]] = {
    "a mark opens every paragraph": (1600, lambda n: f"« {_SAID}.\n" * n),
    "dialogue dashes": (800, lambda n: f"— {_SAID}, dit-il.\n— Oui, répond Anne Morel.\n" * (n // 2)),
    "mixed nested marks": (800, lambda n: '« Il a dit “ nous " partirons " demain ” hier » ' * (n // 2)),
    "a cue and a colon again and again": (600, lambda n: "Il dit : " * n),
    "a cue and marked words again and again": (150, lambda n: "Il dit : « oui » " * n),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_the_flow_is_linear_in_hostile_texts(name: str, extractor: Extractor) -> None:
    extractor.extract("« Oui », a-t-il dit.")
    size, make = HOSTILE[name]
    _grows_with(extractor.extract, make, size, runs=1)


@pytest.mark.slow
def test_megabytes_of_marks_that_never_close_are_linear() -> None:
    _grows_with(Layer, lambda n: "« mot " * n, 100_000, runs=1)


@pytest.mark.slow
def test_an_element_with_two_hundred_thousand_attributes_is_read_at_once() -> None:
    def source(n: int) -> str:
        attributes = " ".join(f"a{i}='é" for i in range(n))
        return f"<html><body><p {attributes}>{_SAID}.</p><p>{_SAID}, dit-elle.</p></body></html>"

    def texts(text: str) -> list[str]:
        return [one.text for one in read_text(text, "a.html") if isinstance(one, Article)]

    texts(source(1))
    started = time.process_time()
    (text,) = texts(source(200_000))
    assert text.count(_SAID) == 2
    assert time.process_time() - started < 5


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOWS)
def test_the_flow_is_linear(name: str, extractor: Extractor) -> None:
    _grows_with(extractor.extract, FLOWS[name], 150, runs=1)


@pytest.mark.slow
def test_the_flow_is_linear_in_quotations_of_one_sentence(extractor: Extractor) -> None:
    extractor.extract("« Oui », a-t-il dit.")  # the lexicons are read once
    _grows_with(extractor.extract, lambda n: '" mot ' * n, 120, 1, 1)
