"""Texts that no editor writes but a run over millions of pages meets: how CPU time grows where they double."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

from quotes.articles.pages import read_text
from quotes.pipeline import Extractor, Text
from quotes.types import Article
from timing import cpu

_SAID = "Nous n'avons plus de livres dans cette ville depuis hier soir"

TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "a mark opens every paragraph": (1600, lambda n: f"« {_SAID}.\n" * n),
    "dialogue dashes": (1600, lambda n: f"— {_SAID}, dit-il.\n— Oui, répond Anne Morel.\n" * (n // 2)),
    "mixed nested marks": (3200, lambda n: '« Il a dit “ nous " partirons " demain ” hier » ' * (n // 2)),
    "Il dit : on one line": (800, lambda n: "Il dit : " * n),
    "Il dit : « oui » on one line": (400, lambda n: "Il dit : « oui » " * n),
}


def doublings(extractor: Extractor, quick: bool) -> None:
    """Print by how much CPU time grows for each doubling of each of these texts."""
    times = 2 if quick else 3
    for what, (size, make) in TEXTS.items():
        _told(what, extractor.extract, (make(size << i) for i in range(times)))
    texts = ("« mot " * (500_000 << i) for i in range(times if quick else 5))
    _told("marks never closed, 3 MB and more (text layer)", lambda text: Text(Article(text)), texts)
    pages = (f"<p {' '.join(f'a{n}=1' for n in range(50_000 << i))}>{_SAID}.</p>" for i in range(times))
    _told("attributes of one element, 50,000 and more", lambda page: list(read_text(page, "a.html")), pages)


def _told(what: str, read: Callable[[str], object], texts: Iterable[str]) -> None:
    seconds = [cpu(partial(read, text)) for text in texts]
    growth = ", ".join(f"× {b / a:.2f}" for a, b in pairwise(seconds))
    print(f"  {what}: {growth} for each doubling (last {seconds[-1]:.2f} s CPU)")
