"""Reading the articles again, and the list of speakers that can be given back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import GENERATOR, Line, article, ledger, organisation, person, presses

from quotes.ledger import build, load_aliases, speakers, speakers_csv, verify, with_aliases
from quotes.ledger.cells import safe, unsafe
from quotes.types import Article, Extraction, Quote

WORDS = "Nous partirons demain matin pour Bruxelles"
ONE = article("a.txt", [Line(WORDS, person("Sam Altman")), Line("Nous verrons", person("Sam Altman"))])


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (ONE.article.text, ["ok", "ok"]),
        ("Un paragraphe neutre.\n\n" + ONE.article.text, ["moved", "moved"]),
        (ONE.article.text.replace("demain matin", "demain soir"), ["changed", "moved"]),
        (ONE.article.text.replace("Nous verrons", "Rien de tel ne sera dit"), ["ok", "gone"]),
        ("Tout autre chose.", ["gone", "gone"]),
        ("", ["gone", "gone"]),
        (None, ["gone", "gone"]),
    ],
)
def test_statuses(text: str | None, statuses: list[str]) -> None:
    checks = verify(ledger(ONE), lambda path: None if text is None else Article(text, path=path))
    assert [check.status for check in checks] == statuses
    for check, words in zip(checks, (WORDS, "Nous verrons"), strict=True):
        assert check.path == "a.txt"
        if check.status in ("ok", "moved"):
            assert [(text or "")[slice(*span)] for span in check.spans] == [words]
        assert (check.why == "") == (check.status == "ok")


def test_each_article_is_read_once() -> None:
    asked = []
    verify(ledger(ONE), lambda path: asked.append(path))
    assert asked == ["a.txt"]


def test_stretches_with_an_incise_between() -> None:
    text = "« Nous irons, a-t-il dit, jusqu'au bout » de cette affaire"
    quote = Quote("direct", "Nous irons jusqu'au bout", ((2, 12), (26, 39)))
    made = ledger(Extraction(Article(text, path="a.txt"), (quote,)))
    assert made.quotes[0].occurrences[0].exact == (text[2:12], text[26:39])
    assert verify(made, lambda _: Article(text))[0].status == "ok"
    (moved,) = verify(made, lambda _: Article("Hier. " + text))
    assert (moved.status, moved.spans) == ("moved", ((8, 18), (32, 45)))
    assert verify(made, lambda _: Article(text.replace("bout", "terme")))[0].status == "changed"


def test_the_nearest_of_several_places() -> None:
    made = ledger(ONE)
    text = "Nous verrons. " * 3 + ONE.article.text
    assert [text[slice(*c.spans[0])] for c in verify(made, lambda _: Article(text))] == [
        WORDS,
        "Nous verrons",
    ]
    assert verify(made, lambda _: Article(text))[1].spans[0][0] == text.rindex("Nous verrons")


@settings(max_examples=30)
@given(presses())
def test_what_was_just_read_stands_there(press: list[Extraction]) -> None:
    texts = {one.article.path: one.article for one in press}
    checks = verify(build(press, GENERATOR), texts.get)
    assert len(checks) == sum(len(set(one.quotes)) for one in press)
    assert {check.status for check in checks} <= {"ok"}


@settings(max_examples=30)
@given(presses())
def test_the_list_as_it_is_changes_nothing(tmp_path_factory: pytest.TempPathFactory, press: list[Extraction]) -> None:
    made = build(press, GENERATOR)
    path = tmp_path_factory.mktemp("list") / "speakers.csv"
    path.write_bytes(speakers_csv(made, ";"))
    again = with_aliases(made, load_aliases(path))
    assert {s.id for s in again.speakers} == {s.id for s in made.speakers}
    assert [q.id for q in again.quotes] == [q.id for q in made.quotes]


def test_an_edited_list_merges(tmp_path: Path) -> None:
    made = ledger(
        article("a.txt", [Line("Nous partirons demain matin", person("Claude Bartolone"))]),
        article("b.txt", [Line("Nous reviendrons jeudi soir", person("Claude Bertolone"))]),
    )
    listed = speakers(made)
    assert [len(row.review) for row in listed] == [1, 1]
    assert "Claude Bertolone" in listed[0].review[0]
    rows = speakers_csv(made).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("name,aliases,kind,role,valid_from,valid_to,gender,wikidata,id,use")
    edited = [rows[0], rows[1].replace("Claude Bartolone,,", "Claude Bartolone,Claude Bertolone,")]
    path = tmp_path / "s.csv"
    path.write_text("\n".join(edited), encoding="utf-8")
    (speaker,) = with_aliases(made, load_aliases(path)).speakers
    assert (speaker.name, speaker.aliases) == ("Claude Bartolone", ("Claude Bertolone",))


def test_merges_to_review() -> None:
    made = ledger(
        article("a.txt", [Line("Nous partirons demain matin", person("Sam Altman"))]),
        article("b.txt", [Line("Nous reviendrons jeudi soir", person("Altman"))]),
        article("c.txt", [Line("Nous resterons jusqu'à lundi", organisation("CGT"))]),
        article("d.txt", [Line("Personne ne nous a rien dit", organisation("Confédération générale du travail"))]),
        article("e.txt", [Line("Nous ne savons rien de cela", person("le maire"))]),
    )
    rows = {row.speaker.name: row for row in speakers(made)}
    assert "Altman" in rows["Sam Altman"].review[0]
    assert "CGT" in rows["Confédération générale du travail"].review[0]
    assert not rows["le maire"].nameable
    assert rows["Sam Altman"].nameable


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\u202e=1", " =1", "'=1", "''-2"])
def test_cells_that_a_spreadsheet_would_run(cell: str) -> None:
    assert safe(cell) == "'" + cell
    assert unsafe(safe(cell)) == cell


@given(st.text())
def test_cells_come_back(cell: str) -> None:
    assert unsafe(safe(cell)) == cell
    assert not safe(cell).startswith(("=", "+", "-", "@"))


def test_a_speaker_list_is_safe() -> None:
    made = ledger(article("a.txt", [Line("Oui", person("=HYPERLINK('x') Roux"))]))
    assert b"\n'=HYPERLINK" in speakers_csv(made)
    assert replace(made) == made
