"""Laws 5 and 7 of the design, on whole ledgers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import GENERATOR, PEOPLE, Line, article, ledger, person, presses, valid

from quotes.ledger import Generator, Ledger, build, dumps, grow, loads, merge
from quotes.ledger.canon import digest, tokens
from quotes.types import Extraction, Speaker


@settings(max_examples=60)
@given(presses(), st.randoms(use_true_random=False))
def test_a_ledger_depends_on_the_set_of_articles_alone(press: list[Extraction], random) -> None:  # type: ignore[no-untyped-def]
    made = build(press, GENERATOR)
    valid(made)
    shuffled = press * 2
    random.shuffle(shuffled)
    assert dumps(build(shuffled, GENERATOR)) == dumps(made)


@settings(max_examples=60)
@given(presses(), st.data())
def test_merging_in_any_order_or_grouping_gives_one_ledger(press: list[Extraction], data: st.DataObject) -> None:
    def part() -> Ledger:
        chosen = data.draw(st.lists(st.sampled_from(press), unique_by=id) if press else st.just([]))
        return build(chosen, GENERATOR)

    a, b, c = part(), part(), part()
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)
    assert merge(a) == merge(a, a) == a
    assert dumps(merge(a, loads(dumps(b)))) == dumps(merge(b, a))


@settings(max_examples=40)
@given(presses())
def test_merging_parts_is_building_the_whole(press: list[Extraction]) -> None:
    parts = [build([one], GENERATOR) for one in press]
    assert merge(build([], GENERATOR), *parts) == build(press, GENERATOR)
    grown = build([], GENERATOR)
    for part in parts:
        grown = grow(grown, part)
    assert grown == build(press, GENERATOR)


@settings(max_examples=40)
@given(presses(3), presses(3), st.sampled_from(["0.1.0", "0.2.0"]), st.sampled_from(["0.1.0", "0.10.0"]))
def test_the_newest_wins_in_any_order(one: list[Extraction], two: list[Extraction], version: str, other: str) -> None:
    # The same paths with other texts, read by several versions.
    a, b = build(one, Generator("quotes", version)), build(two, Generator("quotes", other))
    c = build(one[:1], Generator("quotes", "0.3.0"))
    assert merge(a, b, conflict="newest") == merge(b, a, conflict="newest")
    left = merge(merge(a, b, conflict="newest"), c, conflict="newest")
    assert left == merge(a, merge(b, c, conflict="newest"), conflict="newest")
    assert merge(left, left, conflict="newest") == left
    valid(left)


def _renamed(extraction: Extraction, old: str, new: str) -> Extraction:
    def speaker(one: Speaker | None) -> Speaker | None:
        return replace(one, name=new) if one is not None and one.name == old else one

    lines = [
        Line(q.text, speaker(q.speaker), q.type, tuple(map(speaker, q.others)), speaker(q.relay))  # type: ignore[arg-type]
        for q in extraction.quotes
    ]
    about = extraction.article.text.split("\n\n", 1)[0]
    made = extraction.article.text.startswith("«")
    return article(extraction.article.path or "", lines, date=extraction.article.date, about="" if made else about)


@settings(max_examples=60)
@given(presses(), st.data())
def test_renaming_a_speaker_renames_only_that_one(press: list[Extraction], data: st.DataObject) -> None:
    # Somebody whom no rule ties to the others of these worlds.
    line = Line(
        data.draw(st.sampled_from(["C'est faux", "Nous verrons bien demain matin ce que dira le conseil"])),
        person("Anne Hidalgo"),
    )
    press = [*press, article("presse/z.txt", [line], date="2023-11-20")]
    before = build(press, GENERATOR)
    after = build([_renamed(one, "Anne Hidalgo", "Brune Zidrol") for one in press], GENERATOR)

    def shape(made: Ledger) -> object:
        names = {s.id: s.name.replace("Brune Zidrol", "Anne Hidalgo") for s in made.speakers}
        return [
            (q.text, names.get(q.speaker or ""), sorted(names[s] for s in q.disputed), [
                (o.text, names.get(o.speaker or ""), [names[s] for s in o.with_]) for o in q.occurrences
            ])
            for q in made.quotes
        ]  # fmt: skip

    # An article's id holds its text, so the order of articles is compared through paths only.
    assert shape(before) == shape(after)
    assert {s.id for s in before.speakers if _global(s.name)} - {s.id for s in after.speakers} == {
        s.id for s in before.speakers if s.name == "Anne Hidalgo"
    }


def _global(name: str) -> bool:
    return name in {"Sam Altman", "Marine Le Pen", "Jean-Marie Le Pen", "Anne Hidalgo"}


@settings(max_examples=40)
@given(presses())
def test_an_article_that_has_nothing_to_do_with_them_moves_nothing(press: list[Extraction]) -> None:
    before = build(press, GENERATOR)
    alien = article(
        "presse/0-autre.txt",
        [Line("La mairie rénovera douze écoles et leurs gymnases pendant l'été", person("Julie Morel"))],
    )
    after = build([*press, alien], GENERATOR)
    assert [q for q in after.quotes if q in before.quotes] == list(before.quotes)
    assert set(before.speakers) <= set(after.speakers)
    assert set(before.articles) <= set(after.articles)


def test_an_article_replaces_itself() -> None:
    old = ledger(article("a.txt", [Line("Nous partirons demain matin", person("Anne Hidalgo"))]))
    rest = ledger(article("b.txt", [Line("Nous resterons ici", person("Paul Martin"))]))
    new = ledger(article("a.txt", [Line("Nous partirons ce soir même", person("Anne Hidalgo"))]))
    grown = grow(merge(old, rest), new)
    assert grown == merge(new, rest)
    assert grow(grown, new) == grown


def test_by_url_where_there_is_no_path() -> None:
    one = article("", [Line("Nous partirons demain matin", PEOPLE[1])], url="https://x.fr/1")
    two = article("", [Line("Nous partirons ce soir", PEOPLE[1])], url="https://x.fr/1")
    one, two = (replace(e, article=replace(e.article, path=None)) for e in (one, two))
    grown = grow(ledger(one), ledger(two))
    assert [a.url for a in grown.articles] == ["https://x.fr/1"]
    with pytest.raises(Exception, match=r"https://x\.fr/1"):
        merge(ledger(one), ledger(two))


def test_an_id_tells_where_one_part_ends_and_the_next_begins() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")


def test_decimals_are_a_part_of_their_number() -> None:
    assert tokens("1,5 million") == ("1.5", "million") != tokens("1 million")
