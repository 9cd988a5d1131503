"""Tables: each row an article, whatever the columns are called and whatever is broken."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import Options
from quotes.articles.dates import iso
from quotes.articles.options import PLAIN
from quotes.articles.tables import delimited, json_array, json_lines
from quotes.articles.tables.delimited import sniff
from quotes.errors import ReadError
from quotes.types import Article

from .conftest import Read

TEXT = "« Nous irons\u00a0», a dit la maire de Brest,\nNolwenn Le Goff ; elle l'a répété.\n"
ROW = {
    "id": "b-7",
    "titre": "Le budget",
    "texte": TEXT,
    "date": "14/11/2023",
    "url": "https://presse.example/b7",
    "journal": "Le Courrier",
    "auteur": "Lucie Bonnet",
}


def _jsonl(*rows: Any) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """`write(name, data)` → the path of a file with these bytes."""

    def file(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return file


def _is_row(article: Article, path: str) -> None:
    assert article.path == path
    assert article.text == TEXT
    assert article.title == "Le budget"
    assert article.date == "2023-11-14"
    assert article.url == "https://presse.example/b7"
    assert article.outlet == "Le Courrier"
    assert article.author == "Lucie Bonnet"


# ── the formats ─────────────────────────────────────────────────────────────────────────────────


def test_jsonl(read: Read, write: Callable[..., Path]) -> None:
    (article,), told = read(write("a.jsonl", _jsonl(ROW)))
    assert told == []
    _is_row(article, "a.jsonl#b-7")


@pytest.mark.parametrize("data", [[ROW, ROW | {"id": "c"}], ROW])
def test_json(read: Read, write: Callable[..., Path], data: Any) -> None:
    articles, told = read(write("a.json", json.dumps(data, ensure_ascii=False, indent=1).encode()))
    assert told == []
    _is_row(articles[0], "a.json#b-7")
    assert [article.path for article in articles[1:]] == (["a.json#c"] if isinstance(data, list) else [])


def test_json_is_read_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_array, "_CHUNK", 7)
    data = json.dumps([ROW | {"id": str(n)} for n in range(9)], ensure_ascii=False).encode()
    found = list(json_array.read(io.BytesIO(data), "a.json", PLAIN))
    assert [article.path for article in found if isinstance(article, Article)] == [f"a.json#{n}" for n in range(9)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_as_it_is_written_in_france(read: Read, write: Callable[..., Path], delimiter: str, encoding: str) -> None:
    cells = [f'"{value}"' for value in ROW.values()]
    data = f"{delimiter.join(ROW)}\r\n{delimiter.join(cells)}\r\n"
    (article,), told = read(write("a.csv", data.encode(encoding)))
    assert told == []
    _is_row(article, "a.csv#b-7")
    assert article.reader == {"cp1252": "cp1252", "utf-16": "utf-16-le"}.get(encoding)


def test_csv_with_excels_first_line(read: Read, write: Callable[..., Path]) -> None:
    (article,), _ = read(write("a.csv", b"sep=|\ntexte|titre\nOui, a-t-il dit.|A\n"))
    assert (article.text, article.title) == ("Oui, a-t-il dit.", "A")


def test_a_header_with_commas_in_a_semicolon_table() -> None:
    assert sniff("titre;texte, corrigé;date, heure, minute, lieu") == ";"


def test_parquet(read: Read, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [ROW | {"date": datetime(2023, 11, 14, 8, 30), "n": 1}, ROW | {"id": None, "date": None, "titre": None}]
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    (first, second), told = read(path)
    assert told == []
    assert (first.path, first.text, first.date) == ("a.parquet#b-7", TEXT, "2023-11-14T08:30:00")
    assert (second.path, second.title, second.date) == ("a.parquet#2", None, None)


# ── columns ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "names",
    [
        "text title date url",
        "texte titre date url",
        "Texte Titre DATE Lien",
        "maintext title date_publish url",
        "contenu headline pubDate link",
    ],
)
def test_usual_names(read: Read, write: Callable[..., Path], names: str) -> None:
    values = ["Oui, a-t-il dit.", "A", "2023-11-14", "https://a.example"]
    (article,), _ = read(write("a.jsonl", _jsonl(dict(zip(names.split(), values, strict=True)))))
    assert [article.text, article.title, article.date, article.url] == values


def test_a_column_by_option(read: Read, write: Callable[..., Path]) -> None:
    path = write("a.csv", b"Corps du message;objet;text\nOui, a-t-il dit.;A;non\n")
    (article,), _ = read(path, Options(columns={"text": "corps du message", "title": "objet"}))
    assert (article.text, article.title) == ("Oui, a-t-il dit.", "A")


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json"])
def test_a_table_without_text_is_told_once(read: Read, write: Callable[..., Path], name: str) -> None:
    rows = [{"stories_id": 1, "media_name": "A"}, {"stories_id": 2, "media_name": "B"}]
    data = {
        "a.csv": b"stories_id,media_name\n1,A\n2,B\n",
        "a.jsonl": _jsonl(*rows),
        "a.json": json.dumps(rows).encode(),
    }
    articles, (error,) = read(write(name, data[name]))
    assert articles == []
    assert str(error) == f"{name}: no column of text (it has media_name, stories_id); name it with --column text=NAME"


def test_a_column_that_is_not_there(read: Read, write: Callable[..., Path]) -> None:
    _, (error,) = read(write("a.csv", b"texte,titre\nOui,A\n"), Options(columns={"date": "jour"}))
    assert error.why == "no column 'jour' for its date (it has texte, titre)"


def test_rows_without_id_are_numbered_and_ids_are_used_once(read: Read, write: Callable[..., Path]) -> None:
    rows = [{"texte": f"Phrase {n}.", "id": name} for n, name in enumerate(["3", None, "x", "x", 3])]
    articles, told = read(write("a.jsonl", _jsonl(*rows)))
    assert told == []
    assert [article.path for article in articles] == [
        "a.jsonl#3",
        "a.jsonl#2",
        "a.jsonl#x",
        "a.jsonl#x~2",
        "a.jsonl#3~2",
    ]


def test_a_cell_of_html_is_read_as_a_page(read: Read, write: Callable[..., Path]) -> None:
    html = "<p>« Oui&nbsp;», a dit <b>Léa Roux</b>.</p><blockquote>Le pont ouvrira.<footer><cite>Léa Roux</cite></footer></blockquote>"
    (article,), _ = read(write("a.jsonl", _jsonl({"texte": html, "titre": "Pont"})))
    assert article.text == "« Oui\u00a0», a dit Léa Roux.\n\nLe pont ouvrira.\n\nLéa Roux"
    assert [(b.kind, b.source) for b in article.blocks][1:] == [("blockquote", "Léa Roux"), ("signature", "Léa Roux")]
    assert (article.title, article.path) == ("Pont", "a.jsonl#1")


def test_a_cell_of_prose_is_kept_as_it_is(read: Read, write: Callable[..., Path]) -> None:
    text = "Si a < b et b > c, « alors »\r\n a-t-elle dit\u00a0: <3 \x0b fin "
    (article,), _ = read(write("a.jsonl", _jsonl({"texte": text})))
    assert article.text == text
    assert article.blocks == ()


def test_rows_of_another_language(read: Read, write: Callable[..., Path]) -> None:
    rows = [{"texte": "Oui.", "lang": "fr-CA"}, {"texte": "Yes.", "lang": "en"}, {"texte": "Oui.", "lang": None}]
    path = write("a.jsonl", _jsonl(*rows))
    articles, (error,) = read(path)
    assert [article.path for article in articles] == ["a.jsonl#1", "a.jsonl#3"]
    assert (error.where, error.what) == ("a.jsonl#2", "language")
    assert len(read(path, Options(any_language=True))[0]) == 3


# ── bad rows ────────────────────────────────────────────────────────────────────────────────────


def test_a_line_that_is_not_json(read: Read, write: Callable[..., Path]) -> None:
    data = (
        _jsonl({"texte": "Un."})
        + b'{"texte": "Deu\n\n[1]\n'
        + _jsonl({"texte": "Cinq."}, {"texte": None}, {"texte": 7})
    )
    articles, told = read(write("a.jsonl", data))
    assert [article.path for article in articles] == ["a.jsonl#1", "a.jsonl#5"]
    assert [error.where for error in told] == ["a.jsonl#2", "a.jsonl#4", "a.jsonl#6", "a.jsonl#7"]
    assert told[0].why.startswith("line 2 is not JSON (")
    assert told[1].why == "line 4 is no object but a list"
    assert told[2].why == "a row without text"
    assert told[3].why == "its text is a number, not text; name another --column"


def test_a_csv_row_with_too_many_fields(read: Read, write: Callable[..., Path]) -> None:
    data = b"titre,texte\nA,Oui\nB,Non, dit-il\nC\n\nD,Si\n"
    articles, told = read(write("a.csv", data))
    assert [article.text for article in articles] == ["Oui", "Si"]
    assert [error.where for error in told] == ["a.csv#2", "a.csv#3"]
    assert told[0].why == "3 fields in line 3 where the header has 2; quote the text or mend the row"


def test_a_mark_that_is_never_closed_costs_one_line(read: Read, write: Callable[..., Path]) -> None:
    rows = "".join(f'{n};"Phrase {n}."\n' for n in range(3, 300))
    data = f'id;texte\n1;"Un."\n2;"Deux\n{rows}'.encode()
    # its mark pairs with the one that opens the next row's text
    articles, told = read(write("a.csv", data))
    assert [article.text for article in articles] == ["Un.", *(f"Phrase {n}." for n in range(3, 300))]
    assert [error.where for error in told] == ["a.csv#2"]
    data = b'id;texte\n1;"Un."\n2;"Deux\n3;Trois.\n4;Quatre.\n'
    articles, (error,) = read(write("b.csv", data))
    assert [article.text for article in articles] == ["Un.", "Trois.", "Quatre."]
    assert error.why == "a quotation mark of line 3 is not closed, or not doubled inside its field; mend the row"


def test_marks_that_are_not_doubled_cost_their_row(read: Read, write: Callable[..., Path]) -> None:
    data = b'id;texte\n1;"Il a dit "non" hier."\n2;"Il a dit ""oui"" hier."\n'
    articles, (error,) = read(write("a.csv", data))
    assert [article.text for article in articles] == ['Il a dit "oui" hier.']
    assert error.where == "a.csv#1"


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_json_that_is_cut_off(read: Read, write: Callable[..., Path], cut: int) -> None:
    data = json.dumps([ROW, ROW | {"id": "c"}]).encode()
    articles, (error,) = read(write("a.json", data[:-cut]))
    assert len(articles) == (2 if cut == 1 else 1)
    assert (error.where, error.what) == ("a.json", "cut off")


def test_a_ledger_is_no_table_of_articles(read: Read, write: Callable[..., Path]) -> None:
    _, (error,) = read(write("a.json", b'{"schema":"quotes-ledger/1","articles":[]}'))
    assert error.why == "a ledger, not articles; quotes show reads it"


def test_parquet_of_the_wrong_type_or_cut(read: Read, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": [1, 2]}), path)
    assert read(path)[1][0].why == "its column 'text' is int64, not text; name another with --column text=NAME"
    path.write_bytes(path.read_bytes()[:-20])
    assert read(path)[1][0].what == "cut off"


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.parquet"])
def test_an_empty_table(read: Read, write: Callable[..., Path], name: str) -> None:
    if name == "a.parquet":
        pytest.importorskip("pyarrow")
    articles, told = read(write(name, b""))
    assert articles == []
    assert len(told) == (0 if name == "a.jsonl" else 1)


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_told(data: bytes) -> None:
    for reader in (delimited.read, json_lines.read, json_array.read):
        try:
            for article in reader(io.BytesIO(b"text,id\n" + data), "a", PLAIN):
                assert isinstance(article, (Article, ReadError))
        except ReadError as error:
            assert str(error).startswith("a: ")  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-11-14", "2023-11-14"),
        ("2023-11-14 18:30:00", "2023-11-14T18:30:00"),
        ("2023-11-14T18:30:00Z", "2023-11-14T18:30:00+00:00"),
        ("14/11/2023", "2023-11-14"),
        ("20231114", "2023-11-14"),
        ("mardi 14 novembre 2023 à 18 h 30", "2023-11-14"),
        ("1er août 2021", "2021-08-01"),
        ("November 14, 2023", "2023-11-14"),
        ("Tue, 14 Nov 2023 18:30:00 +0100", "2023-11-14T18:30:00+01:00"),
        ("le lendemain", None),
        ("31/02/2023", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(written: str | None, day: str | None) -> None:
    assert iso(written) == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_as_french_people_write_it(day: date) -> None:
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    assert iso(f"{day.day} {months[day.month - 1]} {day.year}") == day.isoformat()
    assert iso(f"{day:%d/%m}/{day.year}") == day.isoformat()
