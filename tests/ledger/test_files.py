"""Ledgers as files: what breaks them, what is said about it, and what older ones look like."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from worlds import GENERATOR, PEOPLE, Line, article, ledger, organisation, person

from quotes.errors import AliasError, LedgerError
from quotes.ledger import (
    Aliases,
    Identity,
    build,
    dump,
    dumps,
    iter_quotes,
    lines,
    load,
    load_aliases,
    loads,
    merge,
    schema,
    with_aliases,
)

WORLD = [
    article(
        "a.txt",
        [
            Line(
                "Nous partirons demain matin pour Bruxelles avec le ministre",
                PEOPLE[1],
                "mixed",
                (PEOPLE[10],),
            ),  # type: ignore[arg-type]
            Line("C'est faux", None),
            Line("Nous partirions demain pour Bruxelles", PEOPLE[1], "indirect", relay=organisation("Reuters")),
        ],
        date="2023-11-20",
    ),
    article("b.txt", [Line("Nous partirons demain matin pour Bruxelles", person("Altman"))], date="2023-11-20"),
]


@pytest.fixture
def row() -> dict[str, Any]:
    return json.loads(dumps(ledger(*WORLD)))  # type: ignore[no-any-return]


def test_one_record_a_line() -> None:
    data = dumps(ledger(*WORLD))
    rows = data.decode().splitlines()
    assert data == b"".join(lines(ledger(*WORLD)))
    assert sum(row.startswith('{"id":"a-') for row in rows) == 2
    assert data.endswith(b"]}\n")


def test_streams(tmp_path: Path) -> None:
    made = ledger(*WORLD)
    path = tmp_path / "ledger.json"
    with open(path, "wb") as stream:
        dump(made, stream)
    assert load(path) == made
    assert tuple(iter_quotes(path)) == made.quotes
    path.write_bytes(dumps(made, indent=True))
    assert load(path) == made
    assert tuple(iter_quotes(path)) == made.quotes


def test_an_empty_ledger() -> None:
    made = ledger()
    assert loads(dumps(made)) == made == merge(made, made)


def test_half_characters_survive() -> None:
    made = build([article("a\udcff.txt", [Line("Nous \ud83d partirons", person("Zo\udce9 Martin"))])], GENERATOR)
    assert loads(dumps(made)) == made


def test_the_contract_says_where_and_what() -> None:
    made = json.loads(dumps(ledger(*WORLD)))
    assert made["schema"] == "quotes-ledger/1"
    assert made["offsets"] == "unicode code points"
    assert schema()["$schema"].endswith("2020-12/schema")
    one = made["articles"][0]
    text = WORLD[0].article.text
    assert one["chars"] == len(text)
    places = [o for q in made["quotes"] for o in q["occurrences"] if o["article"] == one["id"]]
    assert len(places) == 3
    for place in places:
        for start, end in [*place["verbatim"], *([place["content"]] if place["content"] else [])]:
            assert text[start:end] == place["text"]
        assert text[place["cue"]["start"] : place["cue"]["end"]] == place["cue"]["text"]
        assert place["prefix"].endswith("« ")
        assert place["suffix"].startswith(" »")


@pytest.mark.parametrize("cut", [1, 40, 200, 700, -1, -2, -3, -4, -5, -80])
def test_cut_off(cut: int) -> None:
    data = dumps(ledger(*WORLD))[:cut]
    if cut == -1:  # only the last line's end is missing
        assert loads(data)
        return
    with pytest.raises(LedgerError, match=r"^l\.json: (cut off|no valid JSON|empty)"):
        loads(data, "l.json")


def test_a_head_that_is_no_json_names_its_line() -> None:
    data = dumps(ledger(*WORLD)).replace(b"quotes-ledger", b"quotes-le\xe4ger", 1)
    with pytest.raises(LedgerError, match=r"^l\.json, line 1: no valid JSON"):
        loads(data, "l.json")


def _edited(row: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> bytes:
    change(row)
    return json.dumps(row).encode()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: r.update(schema="quotes-ledger/2"), "newer version"),
        (lambda r: r.update(schema="other"), "no ledger of quotes"),
        (lambda r: r.pop("schema"), "no ledger of quotes"),
        (lambda r: r.pop("generator"), "generator must be an object"),
        (lambda r: r.pop("speakers"), "speakers must be a list"),
        (lambda r: r.update(quotes={}), "quotes must be a list, not an object"),
        (lambda r: r.update(speakers=None), "speakers must be a list, not null"),
        (lambda r: r.update(generator=None), "generator must be an object, not null"),
        (lambda r: r["articles"].append(3.5), r"articles\[2\]: an article must be an object, not a number"),
        (lambda r: r["articles"].append(r["articles"][0]), r"articles\[2\] \(a-.*twice"),
        (lambda r: r["speakers"].append(r["speakers"][0]), r"speakers\[\d\] \(s-.*twice"),
        (lambda r: r["quotes"].append(r["quotes"][0]), r"quotes\[\d\] \(q-.*twice"),
        (lambda r: r["articles"].pop(0), "is not in the ledger"),
        (lambda r: r["speakers"].pop(0), "is not in the ledger"),
        (lambda r: r["quotes"][0].update(speaker="s-nobody"), r"quotes\[0\].*s-nobody is not in the ledger"),
        (
            lambda r: r["quotes"][0].update(related=[{"quote": "q-x", "relation": "report", "score": 1}]),
            "q-x is not",
        ),
        (lambda r: r["articles"][0].update(copy_of="a-x"), "copy_of a-x is not"),
        (lambda r: r["articles"][0].update(date="2024-02-30"), r"articles\[0\].*date '2024-02-30' is no day"),
        (lambda r: r["articles"][0].update(date="2024-13-01T10:00:00"), "is no day of the calendar"),
        (lambda r: r["articles"][0]["speakers"][0].update(name=" "), r"articles\[0\].*name is empty"),
        (lambda r: r["speakers"][0].update(name=""), r"speakers\[0\].*name is empty"),
        (lambda r: r.update(identities=[{"name": ""}]), "name is empty"),
        (lambda r: r.update(identities=[{"name": "A", "valid_to": "2023-02-29"}]), "valid_to '2023-02-29' is no day"),
        (lambda r: r["articles"][0].update(chars=2**70), "chars must be a number"),
        (lambda r: r["articles"][0].update(copy_of="a\n\x1b[2J"), r"copy_of a\\n\\x1b\[2J is not in the ledger$"),
        (lambda r: r["articles"][0].update(chars=20), r"occurrences\[0\].*beyond the 20 characters"),
        (lambda r: r["quotes"][0]["occurrences"][0].update(verbatim=[[3, 99999]]), "beyond the"),
        (lambda r: r["quotes"][0]["occurrences"][0].update(verbatim=[[9, 3]]), "not a stretch"),
        (lambda r: r["quotes"][0]["occurrences"][0].update(verbatim=[[-1, 3]]), "not a stretch"),
        (
            lambda r: r["quotes"][0]["occurrences"][0].update(verbatim=[["1", 3]]),
            r"verbatim must be \[start, end\]",
        ),
        (
            lambda r: r["quotes"][0]["occurrences"][0].update(article="a-x"),
            "article a-x is not in the ledger",
        ),
        (
            lambda r: r["quotes"][0]["occurrences"][0].update(text=3),
            r"quotes\[0\] \(q-.*occurrences\[0\]: text must be",
        ),
        (lambda r: r["quotes"][0]["occurrences"][0].update(confidence="high"), "confidence must be a number"),
        (lambda r: r["quotes"][0]["occurrences"][0].update(source=99), "beyond the speakers"),
        (lambda r: r["quotes"][0]["occurrences"][0].update(speaker=None), "change who is who with --aliases"),
        (lambda r: r["quotes"][0].update(occurrences=[]), "at least one"),
        (lambda r: r["quotes"][0].pop("text"), "text is missing"),
        (lambda r: r["speakers"][0].update(kind="robot"), r"speakers\[0\] \(s-.*kind must be one of"),
        (lambda r: r["quotes"].insert(0, 7), r"quotes\[0\]: a quote must be an object"),
    ],
)
def test_edited_by_hand_into_nonsense(
    row: dict[str, Any], change: Callable[[dict[str, Any]], object], message: str
) -> None:
    with pytest.raises(LedgerError, match=message) as raised:
        loads(_edited(row, change), "l.json")
    assert str(raised.value).startswith("l.json: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("spread", [False, True])
def test_a_key_that_stands_twice(spread: bool) -> None:
    data = dumps(ledger(*WORLD), indent=spread)
    key = b'"medium": null' if spread else b'"medium":null'
    assert key in data
    with pytest.raises(LedgerError, match=r"^l\.json.*'medium' stands twice in one object"):
        loads(data.replace(key, key + b',"medium":"radio"', 1), "l.json")
    assert loads(data, "l.json") == ledger(*WORLD)


def test_a_day_that_is_none_never_enters_a_ledger() -> None:
    assert [one.date for one in ledger(article("a.txt", [], date="2024-02-30")).articles] == [None]
    assert [one.date for one in ledger(article("a.txt", [], date="mars 2024")).articles] == ["mars 2024"]


@pytest.mark.parametrize("data", [b"", b"  \n", b"[]", b"{}", b"null", b"\xff\xfe", b"PK\x03\x04", b'{"schema":1}'])
def test_no_ledger_at_all(data: bytes) -> None:
    with pytest.raises(LedgerError, match=r"^x\.json: "):
        loads(data, "x.json")


def test_something_after_the_end() -> None:
    with pytest.raises(LedgerError, match="after the end"):
        loads(dumps(ledger(*WORLD)) + b'{"more":1}\n')


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be read"):
        load(tmp_path / "none.json")


def test_the_first_draft_of_version_1_is_read(row: dict[str, Any]) -> None:
    """Without the fields that came later: local speakers, sources, disputed, offsets."""
    row.pop("offsets")
    for one in row["articles"]:
        for field in ("speakers", "terms", "sketch", "copy_of", "author"):
            one.pop(field)
    for one in row["speakers"]:
        one.pop("gender")
    for quote in row["quotes"]:
        quote.pop("disputed")
        for place in quote["occurrences"]:
            for field in ("source", "with_sources", "relay_source", "exact"):
                place.pop(field, None)
    made = loads(json.dumps(row).encode())
    assert loads(dumps(made)) == made
    again = merge(made)
    assert merge(again) == again
    assert {s.name for s in again.speakers} == {s["name"] for s in row["speakers"]}
    assert [q.text for q in again.quotes] == [q["text"] for q in row["quotes"]]


def test_two_ledgers_with_one_path_but_other_text() -> None:
    one = ledger(article("a.txt", [Line("Nous partirons demain", PEOPLE[1])]))
    two = ledger(article("a.txt", [Line("Nous resterons ici", PEOPLE[1])]))
    for pair in ((one, two), (two, one)):
        with pytest.raises(LedgerError, match=r"^a\.txt: two texts stand under this path"):
            merge(*pair)


def test_two_ledgers_with_other_quotes_of_one_text() -> None:
    one = ledger(article("a.txt", [Line("Nous partirons demain", PEOPLE[1])]))
    row = json.loads(dumps(one))
    row["quotes"][0]["occurrences"][0]["confidence"] = 0.1
    with pytest.raises(LedgerError, match=r"^a\.txt: different quotes of one text"):
        merge(one, loads(json.dumps(row).encode()))


def test_one_article_given_twice_with_two_texts() -> None:
    with pytest.raises(LedgerError, match=r"^a\.txt: two texts"):
        build([article("a.txt", [Line("Oui")]), article("a.txt", [Line("Non")])], GENERATOR)


# ── aliases ─────────────────────────────────────────────────────────────────────────────────────


def _aliases(tmp_path: Path, name: str, text: str) -> Aliases:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return load_aliases(path)


def test_toml_and_csv_say_the_same(tmp_path: Path) -> None:
    toml = _aliases(
        tmp_path,
        "s.toml",
        '[[speaker]]\nname = "Emmanuel Macron"\naliases = ["Jupiter", "le chef de l\'État"]\nkind = "person"\n'
        'role = "président de la République"\nvalid_from = 2017-05-14\ngender = "male"\nwikidata = "Q3052772"\n',
    )
    csv = _aliases(
        tmp_path,
        "s.csv",
        "\ufeffname;aliases;kind;role;valid_from;gender;wikidata\r\n"
        "Emmanuel Macron;Jupiter|le chef de l'État;person;président de la République;2017-05-14;m;Q3052772\r\n",
    )
    assert toml == csv
    assert toml.identities == (
        Identity(
            "Emmanuel Macron",
            ("Jupiter", "le chef de l'État"),
            "person",
            "président de la République",
            "2017-05-14",
            None,
            "male",
            "Q3052772",
        ),
    )


def test_aliases_override(tmp_path: Path) -> None:
    known = _aliases(
        tmp_path,
        "s.toml",
        '[[speaker]]\nname = "Emmanuel Macron"\naliases = ["le chef de l\'État"]\nvalid_from = 2017-05-14\n'
        'gender = "male"\nwikidata = "Q3052772"\n'
        '[[speaker]]\nname = "François Hollande"\naliases = ["le chef de l\'État"]\nvalid_to = 2017-05-13\n',
    )
    press = [
        article("a.txt", [Line("Nous réformerons ce pays avec courage", person("le chef de l'État"))], date="2018-01-01"),
        article("b.txt", [Line("Mon ennemi, c'est la finance", person("le chef de l'État"))], date="2013-01-01"),
        article("c.txt", [Line("Je ne dirai rien de cela", person("le chef de l'État"))]),
        article("d.txt", [Line("Je suis venu vous parler d'Europe", person("Macron"))], date="2018-01-02"),
        article("e.txt", [Line("Il faut bâtir une défense commune", person("Emmanuel Macron"))], date="2018-01-02"),
    ]  # fmt: skip
    made = build(press, GENERATOR, known)
    assert loads(dumps(made)) == made == merge(made)
    names = {s.id: s for s in made.speakers}
    paths = {a.id: a.path for a in made.articles}
    who = {paths[o.article]: names[o.speaker or ""].name for q in made.quotes for o in q.occurrences}
    assert who["a.txt"] == who["e.txt"] == "Emmanuel Macron"
    assert who["b.txt"] == "François Hollande"
    assert who["c.txt"] == "le chef de l'État"
    macron = next(s for s in made.speakers if s.name == "Emmanuel Macron")
    assert (macron.wikidata, macron.gender) == ("Q3052772", "male")
    # A part of the press, merged later, is the same ledger: the aliases travel with it.
    assert merge(build(press[:2], GENERATOR, known), build(press[2:], GENERATOR)) == made
    assert with_aliases(build(press, GENERATOR), known) == made


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("s.csv", "nom,alias\nA,B\n", "first line must name the columns"),
        ("s.csv", "name,party\nA,B\n", "line 2: no column is called 'party'"),
        ("s.csv", "name,name\nA,B\n", "twice"),
        ("s.csv", "name,aliases\nA,B,C\n", "line 2: 3 cells under 2 columns"),
        ("s.csv", "name,kind\nA,robot\n", "line 2: 'robot' is no kind"),
        ("s.csv", "name,gender\nA,x\n", "no gender"),
        ("s.csv", "name,valid_from\nA,5/14/2017\n", "no date; write 2017-05-14"),
        ("s.csv", "name,valid_from,valid_to\nA,2018-01-01,2017-01-01\n", "is after valid_to"),
        ("s.csv", "name,aliases\n,B\n", "line 2: the name is missing"),
        ("s.csv", 'name,aliases\n"A,B\n', "no valid CSV"),
        ("s.csv", "name,aliases\nA,B\nB,A\n", "circle: A → B → A"),
        ("s.csv", "name,aliases\nA,B\nB,C\nC,A\n", "circle: A → B → C → A"),
        (
            "s.csv",
            "name,aliases\nAnne Roux,Jo\nPaul Roux,Jo\n",
            "'jo' means both 'Anne Roux' and 'Paul Roux'",
        ),
        ("s.csv", "name,role\nA,x\nA,y\n", "line 3 and .*line 2: 'A' has two values of role"),
        ("s.csv", "name,kind,was\nA,person,A\nA,group,B\n", "line 3 and .*line 2: 'A' is group here and person there"),
        ("s.toml", "[[speaker]]\nname = 3\n", "speaker 1: name must be text"),
        ("s.toml", '[[speaker]]\nname = "A"\naliases = "B"\nparty = "C"\n', "no column is called 'party'"),
        ("s.toml", '[[speaker]]\nname = "A"\naliases = 7\n', "aliases must be a list"),
        ("s.toml", "[[speaker]\n", "no valid TOML"),
        ("s.toml", "[speakers]\n", "one .*speaker.* table"),
    ],
)
def test_bad_aliases(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(AliasError, match=message) as raised:
        _aliases(tmp_path, name, text)
    assert name in str(raised.value)


def test_aliases_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_bytes(b"name\nZo\xe9\n")
    with pytest.raises(AliasError, match="not UTF-8 at byte 7"):
        load_aliases(tmp_path / "s.csv")
    with pytest.raises(AliasError, match="cannot be read"):
        load_aliases(tmp_path / "none.csv")


def test_ledgers_whose_aliases_contradict_each_other() -> None:
    one = build([], GENERATOR, Aliases((Identity("Anne Roux", ("Jo",)),)))
    two = build([], GENERATOR, Aliases((Identity("Paul Roux", ("Jo",)),)))
    with pytest.raises(AliasError, match="means both"):
        merge(one, two)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("text", "", "text holds no word"),
        ("text", "« … »", "text holds no word"),
        ("confidence", 1.5, "confidence must lie between 0 and 1"),
        ("confidence", -0.1, "confidence must lie between 0 and 1"),
    ],
)
def test_an_occurrence_without_words_or_with_impossible_confidence_is_refused(
    field: str, value: object, told: str
) -> None:
    row = json.loads(dumps(ledger(article("a.txt", [Line("Il pleut")]))))
    row["quotes"][0]["occurrences"][0][field] = value
    with pytest.raises(LedgerError, match=told):
        loads(json.dumps(row).encode())
