"""Block quotes: a page sets words apart, and who signs them says them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.articles import find, read_all
from quotes.pipeline import Extractor
from quotes.types import Article, Block

from saying import Said, said  # isort: skip

Quoted = Callable[[str], list[Said]]


@pytest.fixture
def quoted(extractor: Extractor, tmp_path: Path) -> Quoted:
    """`quoted(html)` → what is said in a piece of a page, and by whom."""

    def found(html: str) -> list[Said]:
        path = tmp_path / "a.html"
        path.write_text(html, encoding="utf-8")
        (article,) = read_all(find([str(path)]), lambda error: pytest.fail(str(error)))
        return said(extractor.extract(article))

    return found


def test_a_block_quote_is_said_by_who_signs_it(quoted: Quoted) -> None:
    html = """<p>Le maire de Brest, Paul Morvan, a réuni les commerçants.</p>
    <blockquote><p>Nos familles ont vécu deux hivers sous des tentes.</p><p>Nous demandons des loyers stables.</p>
    <footer>— <cite>Hélène Caradec</cite>, présidente des halles</footer></blockquote>"""
    words = "Nos familles ont vécu deux hivers sous des tentes. Nous demandons des loyers stables."
    assert quoted(html) == [(words, "Hélène Caradec")]


def test_who_signs_counts_more_than_who_is_named_before(quoted: Quoted) -> None:
    html = """<p>Paul Morvan a fait circuler ce témoignage&nbsp;:</p>
    <blockquote>Nous avons tout perdu dans la nuit.<footer>Hélène Caradec</footer></blockquote>"""
    assert quoted(html) == [("Nous avons tout perdu dans la nuit.", "Hélène Caradec")]


def test_a_surname_that_signs_is_the_person_of_the_article(quoted: Quoted) -> None:
    html = """<p>La présidente des halles, Hélène Caradec, a été reçue par le préfet mardi.</p>
    <blockquote>Nous avons été entendus.<footer>Mme Caradec</footer></blockquote>"""
    assert quoted(html) == [("Nous avons été entendus.", "Hélène Caradec")]


def test_marks_around_a_signed_block_quote_are_not_doubled(quoted: Quoted) -> None:
    html = """<p>La réunion a duré trois heures.</p>
    <blockquote>«&nbsp;Nous avons été entendus.&nbsp;»<footer>Hélène Caradec</footer></blockquote>"""
    assert quoted(html) == [("Nous avons été entendus.", "Hélène Caradec")]


def test_marks_inside_a_signed_block_quote_are_speech_in_speech(quoted: Quoted) -> None:
    html = """<p>La réunion a duré trois heures.</p>
    <blockquote>Le préfet nous a dit&nbsp;: «&nbsp;vous serez relogés&nbsp;», et nous l'avons cru.<footer>Hélène Caradec</footer></blockquote>"""
    ((words, who),) = quoted(html)
    assert words.startswith("Le préfet nous a dit")
    assert who == "Hélène Caradec"


def test_a_block_quote_behind_a_colon_belongs_to_its_verb(quoted: Quoted) -> None:
    html = """<p>Dans une lettre aux élus, Hélène Caradec a écrit&nbsp;:</p>
    <blockquote>Nous ne paierons pas la reconstruction de ce marché.</blockquote><p>Le conseil se réunira lundi.</p>"""
    assert quoted(html) == [("Nous ne paierons pas la reconstruction de ce marché.", "Hélène Caradec")]


def test_a_tweet(quoted: Quoted) -> None:
    html = """<p>Le président de la région s'est réjoui de la nouvelle.</p><blockquote class="twitter-tweet"><p>Le marché
    rouvre enfin, bravo aux artisans.</p>&mdash; Marc Tanguy (@mtanguy) <a href="#">14 novembre 2023</a></blockquote>"""
    assert quoted(html) == [("Le marché rouvre enfin, bravo aux artisans.", "Marc Tanguy")]


def test_a_report_in_a_block_quote_is_read_as_a_report(quoted: Quoted) -> None:
    html = """<p>Le Courrier écrivait ce matin&nbsp;:</p>
    <blockquote>«&nbsp;Nous tiendrons&nbsp;», a promis Paul Morvan aux commerçants.</blockquote>"""
    assert ("Nous tiendrons", "Paul Morvan") in quoted(html)


def test_a_dialogue_in_one_paragraph_has_a_line_for_each_voice(extractor: Extractor) -> None:
    text = "— Ce sera plus cher, dit Paul Morvan.\n— Nous aurons chaud, répond Hélène Caradec en riant."
    plain = said(extractor.extract(text))
    assert said(extractor.extract(Article(text, blocks=(Block(0, len(text), "paragraph"),)))) == plain
    assert len(plain) == 2
