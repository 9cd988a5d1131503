"""The ledger as a table in memory: each library gets the rows and columns of the flat exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotes.export.flat import NAMES, rows
from quotes.ledger import Generator, Ledger, build
from quotes.pipeline import Extractor

TEXT = "« L'eau monte », a déclaré Anne Morel.\nSelon la police, l'homme aurait pris la fuite.\nPuis : « On verra bien lundi. »\n"


@pytest.fixture(scope="module")
def small(extractor: Extractor) -> Ledger:
    return build([extractor.extract(TEXT)], Generator())


@pytest.mark.parametrize("library", ["pandas", "polars", "arrow"])
def test_rows_and_columns_are_those_of_the_exports(small: Ledger, library: str) -> None:
    pytest.importorskip({"arrow": "pyarrow"}.get(library, library))
    frame = getattr(small, f"to_{library}")()
    columns: dict[str, list[Any]] = {
        name: frame[name].to_pylist() if library == "arrow" else list(frame[name]) for name in NAMES
    }
    held = list(rows(small))
    assert held
    for name in NAMES:
        assert [None if str(cell) == "<NA>" else cell for cell in columns[name]] == [row[name] for row in held], name


def test_an_empty_ledger_has_the_columns(extractor: Extractor) -> None:
    pytest.importorskip("polars")
    empty = build([extractor.extract("Le marché ouvre à huit heures.")], Generator())
    assert tuple(empty.to_polars().columns) == NAMES


def test_nothing_of_an_article_is_markup_in_a_notebook(extractor: Extractor, seeds: Path) -> None:
    import xml.etree.ElementTree as ElementTree

    found = extractor.extract(TEXT.replace("L'eau", "L'eau <script>alert(1)</script> & l'air"))
    assert found.quotes
    for shown in (found, found.quotes[0], build([found], Generator())):
        page = shown._repr_html_()  # type: ignore[attr-defined]
        assert "<script" not in page
        ElementTree.fromstring(f"<div>{page}</div>")
    text = "".join(ElementTree.fromstring(found._repr_html_()).itertext())
    assert text == found.article.text
