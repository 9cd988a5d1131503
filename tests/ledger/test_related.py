"""The same statement in other words is linked, never merged; figures on the gold sets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from gold_records import extractions
from worlds import GENERATOR, Line, article, ledger, organisation, person

from quotes.ledger import Ledger, LedgerQuote, build, dumps

SUTSKEVER = person("Ilya Sutskever")
DIRECT = "Je regrette profondément d'avoir participé aux actions du conseil. Je n'ai jamais voulu nuire à OpenAI."
REPORT = "il regrettait profondément la décision du conseil"


def linked(made: Ledger) -> list[tuple[str, str, str]]:
    texts = {quote.id: quote.text for quote in made.quotes}
    return [(quote.text, link.relation, texts[link.quote]) for quote in made.quotes for link in quote.related]


def test_an_indirect_report() -> None:
    made = ledger(article("a.txt", [Line(REPORT, SUTSKEVER, "indirect"), Line(DIRECT, SUTSKEVER)]))
    assert linked(made) == [(REPORT, "report", DIRECT), (DIRECT, "report", REPORT)]
    scores = {link.score for quote in made.quotes for link in quote.related}
    assert len(scores) == 1
    assert 0 < scores.pop() <= 1


def test_a_second_translation() -> None:
    one = "La réunification de l'entreprise demandera toute mon énergie et celle de mes collègues"
    two = "Je mettrai toute mon énergie dans la réunification de cette entreprise avec mes collègues"
    made = ledger(article("a.txt", [Line(one, SUTSKEVER), Line(two, SUTSKEVER)]))
    assert [relation for _, relation, _ in linked(made)] == ["variant", "variant"]


def test_others_do_not_say_it() -> None:
    made = ledger(article("a.txt", [Line(REPORT, person("Greg Brockman"), "indirect"), Line(DIRECT, SUTSKEVER)]))
    assert linked(made) == []


def test_names_alone_do_not_link() -> None:
    one = "Sam Altman et Greg Brockman dirigeront une équipe chez Microsoft"
    two = "Microsoft tient beaucoup à Sam Altman, et Greg Brockman le sait"
    assert linked(ledger(article("a.txt", [Line(one, SUTSKEVER), Line(two, SUTSKEVER)]))) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Les impôts des classes moyennes vont augmenter",
            "les impôts des classes moyennes allaient diminuer",
        ),
        ("Nous créerons 300 postes à Florange", "il créerait 500 postes à Florange"),
        ("Nous voterons cette loi sur les retraites", "Nous ne voterons pas cette loi sur les retraites"),
    ],
)
def test_opposites_are_not_the_same_statement(one: str, two: str) -> None:
    made = ledger(article("a.txt", [Line(one, SUTSKEVER), Line(two, SUTSKEVER, "indirect")]))
    assert linked(made) == []


def test_another_story_years_later() -> None:
    made = ledger(
        article("a.txt", [Line(REPORT, SUTSKEVER, "indirect")], date="2023-11-20"),
        article("b.txt", [Line(DIRECT, SUTSKEVER)], date="2025-11-20"),
    )
    assert linked(made) == []


def test_every_link_has_two_ends_that_exist() -> None:
    made = ledger(
        article("a.txt", [Line(f"Le budget {n} de la ville financera les écoles", organisation("Ville de Nancy")) for n in "abcdefghijklm"])
    )  # fmt: skip
    ids = {quote.id: quote for quote in made.quotes}
    for quote in made.quotes:
        assert isinstance(quote, LedgerQuote)
        assert all(link.quote in ids and link.quote != quote.id for link in quote.related)
        assert len(quote.related) <= 8


GOLD = Path(os.environ.get("GOLD", Path(__file__).parents[3] / "shared" / "gold"))


@pytest.mark.skipif(not (GOLD / "score.py").exists(), reason="the gold standard is not here")
@pytest.mark.parametrize(
    ("name", "articles", "same", "related"),
    [("seeds", "../seeds", (1.0, 0.2), (1.0, 0.94)), ("wikinews", "wikinews", (1.0, 0.8), (0.6, 0.71)),
     ("estrep", "estrep", (1.0, 0.7), (1.0, 0.7))],
)  # fmt: skip
def test_floors(
    name: str, articles: str, same: tuple[float, float], related: tuple[float, float], tmp_path: Path
) -> None:
    """Precision and F1 that may only rise."""
    path = tmp_path / "ledger.json"
    path.write_bytes(dumps(build(extractions(GOLD / f"{name}.gold.jsonl", GOLD / articles), GENERATOR)))
    command = [
        sys.executable,
        GOLD / "score.py",
        GOLD / f"{name}.gold.jsonl",
        path,
        GOLD / articles,
        "--json",
    ]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for key, floor in (("same", same), ("related", related)):
        assert (figures[key]["P"], figures[key]["F1"]) >= floor
        assert figures[key]["F1"] >= floor[1]
    assert figures["speaker ids"]["F1"] == 1.0
