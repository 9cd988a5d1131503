"""Pages of the web: what is article, what it says of itself, and that no evidence of quotation is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles.options import PLAIN
from quotes.articles.pages import read_bytes
from quotes.errors import ReadError
from quotes.types import Article, Block

from .conftest import Read, lines

Page = Callable[..., Article]
NBSP, NNBSP = "\u00a0", "\u202f"


def _long(paragraph: str) -> str:
    """A page that is long enough for trafilatura to take it for one."""
    filler = "<p>La séance a duré trois heures devant un public nombreux et les débats ont été suivis de près.</p>" * 4
    return f"<html lang='fr'><body><article><h1>Séance</h1>{filler}{paragraph}{filler}</article></body></html>"


# ── what the page holds ─────────────────────────────────────────────────────────────────────────


def test_metadata(page: Page) -> None:
    article = page("marche.html")
    assert article.title == "Le marché couvert de Sainte-Aube rouvrira en mars"
    assert article.date == "2023-11-14T18:30:00+01:00"
    assert article.url == "https://www.courrier-aube.example/societe/marche-couvert"
    assert article.outlet == "Le Courrier de l'Aube"
    assert article.author == "La rédaction locale"
    assert article.reader is not None
    assert article.reader.startswith("trafilatura 2.")


def test_every_block_is_a_stretch_of_the_text_in_order(page: Page) -> None:
    for name in ("marche.html", "entretien.html", "greve.html", "wayback.html"):
        article = page(name)
        at = 0
        for block in article.blocks:
            assert at <= block.start < block.end <= len(article.text)
            text = article.text[block.start : block.end]
            assert text == text.strip(" \n")
            at = block.end


def test_headline_and_lead_are_the_first_blocks(page: Page) -> None:
    first, second, *_ = lines(page("marche.html"))
    assert first == ("heading", "Le marché couvert de Sainte-Aube rouvrira en mars")
    assert second[1].startswith("Fermé depuis l'incendie de 2021")


def test_no_break_blanks_stay(page: Page) -> None:
    text = page("marche.html").text
    assert f"«{NBSP}Nous avons tenu le calendrier et le budget{NBSP}»" in text
    assert f"«{NNBSP}Une prouesse{NNBSP}»" in text


def test_q_becomes_marks_and_breaks_no_line(page: Page) -> None:
    assert (
        f"«{NBSP}L'assureur a mis deux ans à nous répondre{NBSP}», a rappelé Karim Benali" in page("marche.html").text
    )


def test_q_in_q_gets_other_marks(source: Page) -> None:
    text = source(_long("<p><q>Il m'a dit <q>jamais</q> deux fois</q>, a-t-elle conté.</p>")).text
    assert f"«{NBSP}Il m'a dit “jamais” deux fois{NBSP}», a-t-elle conté." in text


def test_q_whose_author_wrote_marks_gets_no_second_ones(source: Page) -> None:
    assert "\n«Jamais», a-t-elle dit." in source(_long("<p><q>«Jamais»</q>, a-t-elle dit.</p>")).text


def test_a_block_quote_is_one_with_its_source(page: Page) -> None:
    article = page("marche.html")
    quoted = [b for b in article.blocks if b.kind == "blockquote"]
    assert [b.source for b in quoted] == ["Hélène Caradec", "Hélène Caradec", "Marc Tanguy"]
    signed = [article.text[b.start : b.end] for b in article.blocks if b.kind == "signature"]
    assert signed == [
        "Hélène Caradec, présidente de l'association des halles",
        "Marc Tanguy (@marctanguy) 14 novembre 2023",
    ]


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>{0}</p><footer>— <cite>Léa Roux</cite>, maire</footer></blockquote>",
        "<blockquote><p>{0}</p><p>— Léa Roux, maire</p></blockquote>",
        "<blockquote><p>{0}</p><cite>Léa Roux</cite></blockquote>",
        "<blockquote>{0}<br><cite>Léa Roux</cite></blockquote>",
        "<figure><blockquote><p>{0}</p></blockquote><figcaption>Léa Roux, maire</figcaption></figure>",
        "<blockquote class='twitter-tweet'><p>{0}</p>&mdash; Léa Roux (@lea) <a href='#'>3 mai 2022</a></blockquote>",
    ],
)
def test_the_ways_to_sign_a_block_quote(source: Page, quote: str) -> None:
    words = "Le pont sera ouvert avant la fin du mois de juin."
    article = source(_long(quote.format(words)))
    blocks = [(b.kind, b.source) for b in article.blocks if article.text[b.start : b.end].startswith(words)]
    assert blocks == [("blockquote", "Léa Roux")]


def test_a_work_that_a_block_quote_cites_does_not_sign_it(source: Page) -> None:
    article = source(
        _long("<blockquote><p>J'ai lu <cite>Le Monde</cite> tous les matins pendant dix ans.</p></blockquote>")
    )
    assert ("blockquote", "J'ai lu Le Monde tous les matins pendant dix ans.") in lines(article)
    assert all(block.source is None for block in article.blocks)


def test_lists_headings_captions_dialogue(page: Page) -> None:
    found = lines(page("marche.html"))
    assert ("heading", "Des loyers en question") in found
    assert [kind for kind, _ in found].count("item") == 2
    assert [text[:21] for kind, text in found if kind == "caption"] == ["La charpente a été li"]
    assert (
        "paragraph",
        "— Ce sera plus cher qu'avant, dit le premier.\n— Mais au moins nous serons au chaud, répond le second.",
    ) in found


# ── what is no article ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words",
    [
        "Accueil",
        "Partager",
        "Par la rédaction",
        "Lire aussi",
        "Jamais nous ne céderons",
        "À lire également",
        "réservée aux abonnés",
        "commentaire",
        "N'importe quoi",
        "Tous droits réservés",
        "Ne pas lire",
    ],
)
def test_what_is_no_article_is_out(page: Page, words: str) -> None:
    assert words not in page("marche.html").text


def test_a_pull_quote_is_said_once(page: Page) -> None:
    assert page("marche.html").text.count("Nous avons tenu le calendrier et le budget") == 1


def test_a_pull_quote_that_stands_nowhere_else_stays(source: Page) -> None:
    pulled = "<blockquote class='exergue'><p>Personne ne nous a consultés avant le vote.</p></blockquote>"
    assert ("blockquote", "Personne ne nous a consultés avant le vote.") in lines(source(_long(pulled)))


def test_a_speaker_who_says_lire_stays(source: Page) -> None:
    for words in (
        "« Lire aussi souvent que possible », conseille-t-elle aux élèves.",
        "Lire est un droit, a-t-il dit.",
        "Voir plus de femmes élues serait « une victoire », selon la maire.",
        "Publicité mensongère : le tribunal a condamné l'opérateur.",
    ):
        assert words in source(_long(f"<p>{words}</p>")).text


@pytest.mark.parametrize(
    "line",
    [
        "<p>Lire aussi : Le maire « renonce »</p>",
        "<p><b>À lire aussi</b> <a href='#'>Le maire renonce à son projet.</a></p>",
        "<p>Relire également : le dossier.</p>",
        "<p>Retrouvez tous nos articles sur la ville</p>",
        "<p>Cet article est réservé aux abonnés.</p>",
        "<p>Article réservé à nos abonnés</p>",
        "<p>Déjà abonné ? Connectez-vous.</p>",
        "<p>La suite est réservée aux abonnés</p>",
        "<p>Temps de lecture : 3 min</p>",
        "<p>Publicité</p>",
    ],
)
def test_lines_that_lead_elsewhere_are_out(source: Page, line: str) -> None:
    assert source(_long(line)).text == source(_long("")).text


@pytest.mark.parametrize(
    "box", ["<div class='paywall'>{}</div>", "<form action='#'>{}</form>", "<div id='comments'>{}</div>"]
)
def test_an_article_in_a_box_of_another_name_is_read(source: Page, box: str) -> None:
    words = "« Le pont ouvrira en juin », a promis Léa Roux aux commerçants de la place."
    whole = "".join(
        f"<p>{words} C'est la {n}e promesse de la maire depuis le début de l'année.</p>" for n in range(2, 9)
    )
    assert source(f"<html><body>{box.format(whole)}</body></html>").text.count(words) == 7


def test_hidden_text_is_out_and_what_follows_it_stays(source: Page) -> None:
    text = source(
        _long(
            "<p>Le maire <span class='sr-only'>Image</span>a <!-- note -->dit<script>1</script> « non<b hidden>x</b> ».</p>"
        )
    ).text
    assert "Le maire a dit « non »." in text


# ── pages of all kinds ──────────────────────────────────────────────────────────────────────────


def test_an_old_page_in_cp1252_that_says_latin_1(page: Page) -> None:
    article = page("greve.html")
    assert article.reader is not None
    assert article.reader.endswith(", cp1252")
    assert [kind for kind, _ in lines(article)] == ["heading", "paragraph", "paragraph", "paragraph"]
    assert f"«{NBSP}C’est une victoire de la base{NBSP}»" in article.text
    assert "le cœur du problème" in article.text


def test_a_page_of_the_wayback_machine(page: Page) -> None:
    article = page("wayback.html")
    assert article.url == "https://www.gazette-lassigny.example/pont"
    assert article.date == "2019-04-11T16:00:00+02:00"
    assert "Wayback" not in article.text
    assert "donate" not in article.text


def test_europresse(read: Read) -> None:
    (dam, fibre), (empty,) = read("europresse.html")
    assert dam.path == "europresse.html#news·20230504·CA·0117"
    assert (dam.title, dam.date, dam.outlet) == (
        "Le barrage de Vauclair sera vidé",
        "2023-05-04",
        "Le Courrier de l'Aube",
    )
    assert dam.author == "Lucie Bonnet"
    assert "a déclaré la préfète Odile Grandin." in dam.text
    assert "Tous droits réservés" not in dam.text
    assert (fibre.title, fibre.date) == ("« La fibre arrivera », promet le maire", "2023-05-09")
    assert fibre.url == "https://www.gazette-lassigny.example/fibre"
    assert "Cet article est paru" not in fibre.text
    assert fibre.text.startswith("« La fibre arrivera », promet le maire\n\n« La fibre arrivera dans")
    assert empty.where == "europresse.html#news·20230505·CA·0003"
    assert "export it with its text" in empty.why


def test_factiva_in_both_forms(read: Read) -> None:
    (plant, school), told = read("factiva.html")
    assert told == []
    assert plant.path == "factiva.html#ECHVOS0020240112ek1c0003x"
    assert (plant.title, plant.date) == ("L'usine de Montreval supprime 120 postes", "2024-01-12")
    assert (plant.outlet, plant.author) == ("L'Écho des Vosges", "Sophie Delmas")
    assert "déléguée du personnel de l'usine de Montreval." in plant.text
    assert plant.text.endswith("Pierre Weiss, a assuré qu'aucun départ ne serait contraint.")
    assert (school.title, school.date, school.outlet) == (
        "Le lycée de Montreval rouvre",
        "2024-01-15",
        "L'Écho des Vosges",
    )
    assert [kind for kind, _ in lines(school)] == ["heading", "paragraph", "paragraph"]


def test_a_fragment_is_read_without_trafilatura(source: Page) -> None:
    article = source("<p>« Bonjour », dit-il.</p><nav>Suite</nav><p>Elle sourit.</p>")
    assert article.text == "« Bonjour », dit-il.\n\nElle sourit."
    assert article.reader is not None
    assert article.reader.startswith("lxml ")


def test_a_page_that_trafilatura_refuses(source: Page) -> None:
    article = source("<html><body><nav><a href='#'>Une</a></nav><p>« Non », dit-il.</p></body></html>")
    assert article.text == "« Non », dit-il."


@pytest.mark.parametrize(
    "html", ["", "  \n", "<html><body></body></html>", "<html><body><img src='a.png'></body></html>"]
)
def test_a_page_without_text_is_told(read: Read, tmp_path: Path, html: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(html, encoding="utf-8")
    articles, (error,) = read(path)
    assert articles == []
    assert error.what == "empty"


def test_a_page_in_english_is_told_and_passed_over(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    words = "The mayor of the town said that she had not been told of the plan, which was made by the council in May. "
    path.write_text(f"<html><body><p>{words * 5}</p></body></html>", encoding="utf-8")
    articles, (error,) = read(path)
    assert articles == []
    assert (error.what, error.why) == ("language", "English, not French; --any-language reads it all the same")


def test_two_readings_are_the_same(read: Read) -> None:
    assert read("marche.html") == read("marche.html")


def test_deep_nesting_is_read_and_nesting_without_end_is_told(source: Page, read: Read, tmp_path: Path) -> None:
    assert "assez" in source("<div>" * 1500 + "<p>C'est assez, a-t-il dit.</p>" + "</div>" * 1500).text
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 9000 + "<p>C'est assez, a-t-il dit.</p>", encoding="utf-8")
    assert [error.what for error in read(path)[1]] == ["too large"]


_TAGS = st.sampled_from(
    "<p> </p> <div> </div> <q> </q> <blockquote> </blockquote> <cite> </cite> <footer> <br> <li> <ul> </ul> <figure>"
    " <figcaption> <table> <td> <script> </script> <!-- --> <h1> </h1> <b> </b> &nbsp; &#0; <a> </a> <pre> <nav>".split()
)
_WORDS = st.sampled_from(
    ["« Oui »", " a dit ", "Léa Roux", "— ", ".", "\n", NBSP, "é", "\ua000", "\x00", "😀", "“", "<", ">"]
)


@given(st.lists(st.one_of(_TAGS, _WORDS), max_size=40).map("".join))
def test_any_soup_is_an_article_or_told(soup: str) -> None:
    try:
        found = list(read_bytes(soup.encode(), "a.html", PLAIN))
    except ReadError as error:
        assert str(error).startswith("a.html: ")  # noqa: PT017 - either outcome is right
        return
    for article in found:
        assert isinstance(article, Article)
        assert article.text.strip()
        at = 0
        for block in article.blocks:
            assert isinstance(block, Block)
            assert at <= block.start < block.end <= len(article.text)
            at = block.end
