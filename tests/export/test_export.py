"""Every form of export: what it is opened with, and what must not hurt."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from worlds import ALTMAN, GENERATOR, Line, article, ledger, organisation, person, presses

from quotes.errors import InputError
from quotes.export import FORMS, export
from quotes.export.flat import COLUMNS, NAMES
from quotes.export.label_studio import labelling
from quotes.export.plain import closed
from quotes.ledger import Ledger, build
from quotes.ledger.cells import unsafe
from quotes.types import Article, Extraction, Quote, Speaker

EVIL = "\u202e=HYPERLINK(\"http://x\")<b>&'Zoé'"
PRESS = [
    article(
        "dépêches/1 #é.txt",
        [
            Line(
                "Nous ne céderons pas à la pression de la rue, 😀 jamais",
                person("Anne Hidalgo", gender="female"),
            ),
            Line(ALTMAN, person("Sam Altman"), others=(person("Greg Brockman"),)),
            Line("=1+1 </said>", Speaker(EVIL, "unknown"), relay=organisation("Reuters")),
            Line("C'est faux", None, "indirect"),
        ],
        date="2023-11-20",
    ),
    article("z.txt", [Line(ALTMAN.lower(), person("Sam Altman")), Line("Oui", Speaker("certains", "group"))]),
]
TEXTS = {one.article.path: one.article for one in PRESS}


@pytest.fixture(scope="module")
def made() -> Ledger:
    return ledger(*PRESS)


def written(made: Ledger, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    export(made, stream, form, **options)
    return stream.getvalue()


def _rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


def test_jsonl(made: Ledger) -> None:
    rows = _rows(written(made, "jsonl"))
    assert len(rows) == 6
    assert all(tuple(row) == NAMES for row in rows)
    assert not any(isinstance(cell, (list, dict)) for row in rows for cell in row.values())
    first = rows[0]
    assert first["speaker_name"] == "Anne Hidalgo"
    assert first["speaker_gender"] == "female"
    assert first["article_date"] == "2023-11-20"
    text = PRESS[0].article.text
    assert text[first["start"] : first["end"]] == first["text"] == first["quote_text"]
    both = [row for row in rows if row["quote_occurrences"] == 2]
    assert [row["occurrence"] for row in both] == [0, 1]
    assert both[0]["with_names"] == "Greg Brockman"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(made: Ledger, delimiter: str) -> None:
    data = written(made, "csv", delimiter=delimiter)
    assert data.startswith(b"\xef\xbb\xbfquote_id")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    flat = _rows(written(made, "jsonl"))
    assert len(rows) == len(flat)
    for row, one in zip(rows, flat, strict=True):
        assert unsafe(row["text"]) == one["text"]
        assert int(row["start"]) == one["start"]
    evil = next(row for row in rows if row["text"].endswith("</said>"))
    assert evil["text"] == "'=1+1 </said>"
    assert evil["speaker_name"].startswith("'\u202e=")
    assert evil["speaker_name"].endswith("\u202c")
    assert {row["disputed"] for row in rows} == {"false"}


def test_csv_that_cannot_be(made: Ledger) -> None:
    for delimiter in ("", ";;", '"', "\n"):
        with pytest.raises(InputError, match="cannot separate"):
            written(made, "csv", delimiter=delimiter)


def test_parquet(made: Ledger, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(made, tmp_path / "l.parquet", "parquet")
    table = parquet.read_table(tmp_path / "l.parquet")
    assert tuple(table.column_names) == NAMES
    assert table.to_pylist() == _rows(written(made, "jsonl"))
    kinds = {str: "string", int: "int64", float: "double", bool: "bool"}
    assert [str(field.type) for field in table.schema] == [kinds[kind] for _, kind in COLUMNS]


def test_parquet_without_pyarrow(made: Ledger, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install 'french-quotes\[parquet\]'"):
        export(made, tmp_path / "l.parquet", "parquet")
    assert list(tmp_path.iterdir()) == []


class TestSqlite:
    @pytest.fixture
    def base(self, made: Ledger, tmp_path: Path) -> sqlite3.Connection:
        export(made, tmp_path / "l.db", "sqlite")
        return sqlite3.connect(tmp_path / "l.db")

    def test_foreign_keys(self, base: sqlite3.Connection) -> None:
        with closing(base):
            assert base.execute("PRAGMA foreign_key_check").fetchall() == []
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            keys = base.execute("PRAGMA foreign_key_list(occurrences)").fetchall()
            assert {key[2] for key in keys} == {"articles", "quotes", "speakers"}

    def test_full_text_without_accents(self, base: sqlite3.Connection) -> None:
        query = "SELECT q.text FROM quotes_fts f JOIN quotes q ON q.rowid = f.rowid WHERE quotes_fts MATCH ?"
        with closing(base):
            for word in ("cederons", "céderons", "CEDERONS"):
                assert [row[0][:16] for row in base.execute(query, (word,))] == ["Nous ne céderons"]
            assert base.execute(query, ("hidalgo",)).fetchall()

    def test_what_datasette_expects(self, base: sqlite3.Connection) -> None:
        """A full-text table is found by its ``content=``, rows by their primary key, labels by foreign keys."""
        with closing(base):
            sql = base.execute("SELECT sql FROM sqlite_master WHERE name = 'quotes_fts'").fetchone()[0]
            assert 'content="quotes"' in sql
            for (table,) in base.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '%_fts%'"
            ).fetchall():
                assert any(column[5] for column in base.execute(f"PRAGMA table_info([{table}])")), table
            facets = base.execute("SELECT speaker, count(*) FROM flat GROUP BY 1 ORDER BY 2 DESC, 1").fetchall()
            assert ("Sam Altman", 2) in facets

    def test_all_is_there(self, base: sqlite3.Connection, made: Ledger) -> None:
        with closing(base):
            count = {
                t: base.execute(f"SELECT count(*) FROM {t}").fetchone()[0]
                for t in ("quotes", "occurrences", "flat", "spans", "others")
            }
        assert count == {"quotes": len(made.quotes), "occurrences": 6, "flat": 6, "spans": 6, "others": 1}


def test_web_annotation(made: Ledger) -> None:
    page = json.loads(written(made, "webannotation"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == 6
    assert len({one["id"] for one in page["items"]}) == 6
    for one in page["items"]:
        assert one["type"] == "Annotation"
        for target in one["target"]:
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            path = "dépêches/1 #é.txt" if "%23" in target["source"] or "#" in target["source"] else "z.txt"
            text = TEXTS[path].text
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert " " not in target["source"]
    names = [body.get("value") for one in page["items"] for body in one["body"]]
    assert "Anne Hidalgo" in names


def test_web_annotation_of_stretches() -> None:
    text = "« Nous irons, a-t-il dit, jusqu'au bout » de cette affaire"
    quote = Quote("direct", "Nous irons jusqu'au bout", ((2, 12), (26, 39)))
    page = json.loads(written(ledger(Extraction(Article(text, path="a.txt"), (quote,))), "webannotation"))
    targets = page["items"][0]["target"]
    assert [target["selector"][0]["exact"] for target in targets] == ["Nous irons", "jusqu'au bout"]
    assert [target["selector"][0]["prefix"] for target in targets] == ["« ", ""]


TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
# What TEI P5 lets stand in what, for the elements that the export writes.
CONTENT = {
    "TEI": {"teiHeader", "text"}, "teiHeader": {"fileDesc", "profileDesc"},
    "fileDesc": {"titleStmt", "publicationStmt", "sourceDesc"}, "titleStmt": {"title"},
    "publicationStmt": {"p"}, "sourceDesc": {"listBibl", "p"}, "listBibl": {"bibl"},
    "bibl": {"title", "author", "publisher", "date", "idno", "ref", "biblScope"},
    "profileDesc": {"particDesc"}, "particDesc": {"listPerson", "listOrg"},
    "listPerson": {"person", "personGrp"}, "listOrg": {"org"},
    "person": {"persName", "occupation", "idno"}, "personGrp": {"persName", "occupation", "idno"},
    "org": {"orgName", "idno"}, "text": {"body"}, "body": {"div", "p"}, "div": {"cit", "ab"},
    "cit": {"said", "bibl"}, "ab": {"ref"},
}  # fmt: skip
REQUIRED = {
    "fileDesc": ["titleStmt", "publicationStmt", "sourceDesc"],
    "TEI": ["teiHeader", "text"],
    "text": ["body"],
}


def check_tei(data: bytes) -> ElementTree.Element:
    root = ElementTree.fromstring(data)
    assert root.tag == TEI + "TEI"
    names = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(names) == len(set(names))
    for element in root.iter():
        name = element.tag.removeprefix(TEI)
        children = [child.tag.removeprefix(TEI) for child in element]
        assert set(children) <= CONTENT.get(name, set()), name
        if name in REQUIRED:
            assert children == REQUIRED[name]
        if name in ("listPerson", "listOrg", "listBibl", "cit", "body", "sourceDesc"):
            assert children
        for reference in ("who", "target"):
            for pointer in (element.get(reference) or "").split():
                assert pointer.startswith("#")
                assert pointer[1:] in names
    return root


def test_tei(made: Ledger) -> None:
    root = check_tei(written(made, "tei"))
    said = root.findall(f".//{TEI}said")
    assert len(said) == 6
    people = {one.get(ID): one.findtext(f"{TEI}persName") for one in root.iter(TEI + "person")}
    assert people[said[0].get("who", "")[1:]] == "Anne Hidalgo"
    assert [one.get("direct") for one in said].count("false") == 1
    assert "=1+1 </said>" in [one.text for one in said]
    assert closed(EVIL) in people.values()
    assert [one.get("sex") for one in root.iter(TEI + "person")].count("F") == 1


def test_label_studio(made: Ledger) -> None:
    tasks = json.loads(written(made, "label-studio", read=TEXTS.get))
    assert len(tasks) == 2
    labels = set()
    for task in tasks:
        text = task["data"]["text"]
        (prediction,) = task["predictions"]
        assert 0 <= prediction["score"] <= 1
        regions = {one["id"]: one for one in prediction["result"] if one["type"] == "labels"}
        relations = [one for one in prediction["result"] if one["type"] == "relation"]
        assert len(regions) + len(relations) == len(prediction["result"])
        for region in regions.values():
            value = region["value"]
            assert text[value["start"] : value["end"]] == value["text"]
            assert (region["from_name"], region["to_name"]) == ("label", "text")
            labels.update(value["labels"])
        for relation in relations:
            assert {relation["from_id"], relation["to_id"]} <= set(regions)
    config = ElementTree.fromstring(labelling())
    assert labels <= {one.get("value") for one in config.iter("Label")}


def test_label_studio_needs_the_articles(made: Ledger) -> None:
    with pytest.raises(InputError, match="give the articles too"):
        written(made, "label-studio")
    with pytest.raises(InputError, match=r"txt: the article cannot be found"):
        written(made, "label-studio", read=lambda _: None)
    with pytest.raises(InputError, match=r"txt: the article has changed"):
        written(made, "label-studio", read=lambda path: Article("x", path=path))


@pytest.mark.parametrize("form", FORMS)
def test_twice_the_same_bytes(made: Ledger, form: str) -> None:
    options = {"read": TEXTS.get} if form == "label-studio" else {}
    assert written(made, form, **options) == written(made, form, **options)


def test_unknown_forms_and_options(made: Ledger) -> None:
    with pytest.raises(InputError, match=r"'pdf' is no form of export; use one of jsonl, csv"):
        export(made, io.BytesIO(), "pdf")
    with pytest.raises(InputError, match="tei has no option 'delimiter'"):
        export(made, io.BytesIO(), "tei", delimiter=";")


def test_a_file_is_written_whole_or_not_at_all(made: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(InputError):
        export(made, path, "label-studio", read=lambda _: None)
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["tasks.json"]
    export(made, path, "jsonl")
    assert path.read_bytes() == written(made, "jsonl")


def _opens(form: str) -> Callable[[bytes], object]:
    return {
        "jsonl": _rows,
        "csv": lambda data: list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))),
        "sqlite": lambda data: data.startswith(b"SQLite format 3"),
        "webannotation": json.loads,
        "tei": check_tei,
        "label-studio": json.loads,
        "parquet": lambda data: data.startswith(b"PAR1"),
    }[form]


@settings(max_examples=15)
@given(presses(3))
def test_any_ledger_in_every_form(press: list[Extraction]) -> None:
    made = build(press, GENERATOR)
    texts = {one.article.path: one.article for one in press}
    for form in FORMS:
        options = {"read": texts.get} if form == "label-studio" else {}
        _opens(form)(written(made, form, **options))


def test_half_characters_and_controls_in_every_form() -> None:
    strange = article("z\udcff.txt", [Line("Nous \ud83d partirons \x00\x0b demain", person("Zo\udce9 \x01Martin"))])
    made = build([strange], GENERATOR)
    for form in FORMS:
        options = {"read": lambda _: strange.article} if form == "label-studio" else {}
        assert _opens(form)(written(made, form, **options))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc", "abc"),
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u2067a\u202eb", "\u2067a\u202eb\u202c\u2069"),
        ("\u202ea\u202cb", "\u202ea\u202cb"),
        ("\u2067a\u202eb\u2069", "\u2067a\u202eb\u2069"),
        ("\u202c\u2069", "\u202c\u2069"),
    ],
)
def test_directions_are_closed(text: str, shown: str) -> None:
    assert closed(text) == shown
