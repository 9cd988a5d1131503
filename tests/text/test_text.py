"""The text layer by example: view, layout, marks, incises, sentences, signatures, turns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from quotes.text.dialogue import as_spans, turns
from quotes.text.incises import inner_incises
from quotes.text.layout import layout
from quotes.text.pairing import pair
from quotes.text.sentences import sentences
from quotes.text.signatures import signed
from quotes.text.view import view
from quotes.types import MarkedSpan


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("«\u00a0Oui\u202f», dit\u2009l’élu", "« Oui », dit l'élu"),
        ("– oui ― non −", "— oui — non —"),
        ("arc‑en‐ciel", "arc-en-ciel"),
        ("„oui‟ ‹non›", "“oui“ «non»"),
        ("un\r\ndeux\rtrois\u2028quatre", "un \ndeux\ntrois\nquatre"),
        ("l`an, lʼan, l´an", "l'an, l'an, l'an"),
        ("ÉÇŒœé", "ÉÇŒœé"),
    ],
)
def test_look_alikes_are_folded(text: str, shown: str) -> None:
    assert view(text) == shown


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Un titre\n\nUne phrase.\n", [("heading", "Un titre"), ("paragraph", "Une phrase.")]),
        ("• un point\n• un autre", [("item", "un point"), ("item", "un autre")]),
        ("» LIRE AUSSI le dossier", [("item", "LIRE AUSSI le dossier")]),
        ("Une phrase coupée\npar une fin de ligne.", [("paragraph", "Une phrase coupée\npar une fin de ligne.")]),
        ("Une phrase\n\net une autre", [("heading", "Une phrase"), ("heading", "et une autre")]),
        ("  \n\t\n", []),
    ],
)
def test_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    shown = view(text)
    assert [(b.kind, shown[b.start : b.end]) for b in layout(shown)] == blocks


def _spans(text: str) -> tuple[MarkedSpan, ...]:
    shown = view(text)
    return pair(shown, layout(shown))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Il dit « oui ».", ["oui"]),
        ('Il dit "oui" et "non".', ["oui", "non"]),
        ("Il dit “oui” et « non ».", ["oui", "non"]),
        ("« Il dit « oui » et part »", ["Il dit « oui » et part", "oui"]),
        ('« Il dit "oui" et part »', ['Il dit "oui" et part', "oui"]),
        ("<< Oui >>", ["Oui"]),
        ("oui » sans début", []),
        ("« » et «» et « \u00a0 »", []),
        ("Il dit « oui\n\nPuis il part.", ["oui"]),
        ("Il dit « oui\n\nPuis « non » suit.", ["oui", "non"]),
        ("Il dit :\n« Un.\n« Deux. »", ["Un.", "Deux."]),
        ('« Il a dit "oui.\n\nNon" hier. »', ['Il a dit "oui.']),  # a straight mark pairs inside its paragraph
        ('"Le mot "urgence" suffit", dit-il.', ['Le mot "urgence" suffit', "urgence"]),
    ],
)
def test_marked_stretches(text: str, words: list[str]) -> None:
    assert [text[s.start : s.end] for s in _spans(text)] == words


def test_a_mark_that_never_closes_says_so() -> None:
    text = "Il dit « oui\n\nPuis il part."
    (span,) = _spans(text)
    assert not span.closed
    assert span.outer == (7, 12)


@pytest.mark.parametrize(
    ("text", "incises"),
    [
        ("« Nous irons, a-t-il dit, jusqu'au bout »", ["a-t-il dit"]),
        ("« Nous irons, dit-elle, jusqu'au bout »", ["dit-elle"]),
        ("« Nous irons, explique Agnès Dubreuil, jusqu'au bout »", ["explique Agnès Dubreuil"]),
        ("« Nous irons, souligne le maire, jusqu'au bout »", ["souligne le maire"]),
        ("« Nous irons, dans la joie, jusqu'au bout »", []),
        ("« Où irons-nous, et quand partirons-nous ? »", []),
        ("« Il est, paraît-il, malade »", []),
    ],
)
def test_incises_inside_marks(text: str, incises: list[str]) -> None:
    shown = view(text)
    span = _spans(text)[0]
    assert [shown[a:b] for a, b in inner_incises(shown, span)] == incises


@pytest.mark.parametrize(
    "text",
    [
        "« Nous irons, a promis Dubreuil, jusqu'au bout »",
        "« Nous irons, a dit Agnès Dubreuil, jusqu'au bout »",
        "« Nous irons, a expliqué M. Dubreuil, jusqu'au bout »",
        "« Nous irons, a précisé Mme Dubreuil, jusqu'au bout »",
        "« Nous irons, ont déclaré Agnès et Paul Dubreuil, jusqu'au bout »",
        "« Nous irons, avait prévenu le maire, jusqu'au bout »",
    ],
)
def test_incises_inside_marks_in_a_compound_tense(text: str) -> None:
    shown = view(text)
    span = _spans(text)[0]
    start, end = shown.index(", ") + 2, shown.rindex(",")
    assert inner_incises(shown, span) == ((start, end),)


def _sentences(text: str) -> list[str]:
    shown = view(text)
    blocks = layout(shown)
    return [shown[f.start : f.end] for f in sentences(shown, blocks, pair(shown, blocks), {})]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Il pleut. Il vente.", ["Il pleut.", "Il vente."]),
        ("M. Roux et Mme L. Pinel partent. Il pleut.", ["M. Roux et Mme L. Pinel partent.", "Il pleut."]),
        ("« Non. Jamais. », a dit le maire. Il part.", ["« Non. Jamais. », a dit le maire.", "Il part."]),
        ("« Non. » Il part.", ["« Non. »", "Il part."]),
        ("Il dit : « Non. Jamais. » Puis il part.", ["Il dit : « Non. Jamais. »", "Puis il part."]),
        ("Il coûte 3.5 euros. Il part.", ["Il coûte 3.5 euros.", "Il part."]),
        ("« Où ? » demande-t-elle. Il part.", ["« Où ? » demande-t-elle.", "Il part."]),
        ("Un titre\n\nIl part.", ["Un titre", "Il part."]),
    ],
)
def test_sentences_are_cut_with_their_quotations_whole(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


@pytest.mark.parametrize(
    "text",
    ["« Oui, a-t-il dit, a-t-elle ajouté, nous partons. »", "« Oui, a annoncé Agnès Dubreuil, présidente"],
    ids=["two share a comma", "one ends the page"],
)
def test_the_pieces_of_a_sentence_are_disjoint_and_inside_it(text: str) -> None:
    shown = view(text)
    blocks = layout(shown)
    spans = pair(shown, blocks)
    (sentence,) = sentences(shown, blocks, spans, {0: inner_incises(shown, spans[0])})
    assert all(a[1] <= b[0] for a, b in pairwise(sentence.pieces))
    assert sentence.start <= sentence.pieces[0][0] and sentence.pieces[-1][1] <= sentence.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Merci pour ces dix années de travail.\n\n- Agnès Dubreuil (@agnes) 3 mai 2020",
            [("Merci pour ces dix années de travail.", "Agnès Dubreuil")],
        ),
        (
            "Peu importe la pluie, nous partons – Agnès Dubreuil",
            [("Peu importe la pluie, nous partons", "Agnès Dubreuil")],
        ),
        ("Qui va payer ?\n\n- Agnès Dubreuil (@agnes) 3 mai 2020", [("Qui va payer ?", "Agnès Dubreuil")]),
        ("Qui va payer ?\n\n- Agnès Dubreuil, 3 mai 2020", []),
        ("Un deux – trois quatre.", []),
        ("« Merci à tous » – Agnès Dubreuil.", []),
        ("• un point\n- Agnès Dubreuil", []),
    ],
)
def test_signatures(text: str, found: list[tuple[str, str]]) -> None:
    shown = view(text)
    blocks = layout(shown)
    stretches = signed(shown, blocks, pair(shown, blocks))
    assert [(text[a:b], text[c:d]) for (a, b), (c, d) in stretches] == found


def _turns(text: str) -> list[str]:
    shown = view(text)
    blocks = layout(shown)
    return [text[t.start : t.end] for t in turns(shown, blocks, pair(shown, blocks))]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Un portrait\n\nOù allez-vous ?\n\nJe vais à Sète.\n\nEt après ?\n\nJe rentre.",
            ["Je vais à Sète.", "Je rentre."],
        ),
        ("Q : Où ?\nAgnès Dubreuil : À Sète.\nQ : Et ?\nAgnès Dubreuil : Je rentre.", ["À Sète.", "Je rentre."]),
        ("— Il pleut, dit-il.\n— Oui.", ["Il pleut, dit-il.", "Oui."]),
        (
            "Un portrait\n\nOù allez-vous ?\n\nJe n'en sais rien. Qui le sait ?\n\nEt après ?\n\nNous partirons, malgré tout…",
            ["Je n'en sais rien. Qui le sait ?", "Nous partirons, malgré tout…"],
        ),
        ("— Il pleut, dit-il.\n—\n—   Oui.\n— ", ["Il pleut, dit-il.", "Oui."]),
        ("— du pain\n— du lait\n— des œufs", []),
        ("- du pain\n- du lait", []),
        ("Où allez-vous ? La route est barrée.", []),
        ("Un titre : un sous-titre.\nUne phrase.\nUne autre.", []),
    ],
)
def test_turns(text: str, answers: list[str]) -> None:
    assert _turns(text) == answers


@pytest.mark.parametrize(
    "incise",
    ["a déclaré hier le maire", "a expliqué mardi Agnès Dubreuil", "a ajouté ensuite Mme Dubreuil"],
)
def test_an_incise_in_a_compound_tense_is_found_inside_marks(incise: str) -> None:
    text = f"« Nous irons, {incise}, jusqu'au bout »"
    (span,) = pair(text, layout(text))
    assert [text[a:b] for a, b in inner_incises(text, span)] == [incise]


def test_inches_are_no_marks() -> None:
    text = 'Une vis de 5" tient, dit "le manuel" du banc.'
    assert [text[s.start : s.end] for s in pair(text, layout(text))] == ["le manuel"]


def stretches(text: str) -> list[str]:
    shown = view(text)
    return [text[s.start : s.end] for s in pair(shown, layout(shown))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # misread by a scan
        ("Il a dit : « L'honneur est vengé. > Puis il sortit.", ["L'honneur est vengé."]),
        ("Il a dit : < La paix tiendra. » Puis il sortit.", ["La paix tiendra."]),
        ("Si a < b et b > c, alors a < c.", []),
        # an opening mark lost, a mark turned round
        ("Le patron reste confiant. Rien ne dit que nous partirons d'ici »", ["Rien ne dit que nous partirons d'ici"]),
        ("« Personne n'y gagne « , car « nous perdons », dit-il.", ["Personne n'y gagne", "nous perdons"]),
        # a paragraph that goes on opens with the closing mark
        (
            "«Le logiciel se trompe parfois.\n»Je ne dis pas qu'il faut l'arrêter.» Il sourit.",
            ["Le logiciel se trompe parfois.\n»Je ne dis pas qu'il faut l'arrêter."],
        ),
        # straight marks around two paragraphs
        ('Elle dit : "Le pont tient.\n\nIl tiendra encore." Puis rien.', ["Le pont tient.\n\nIl tiendra encore."]),
        ('Elle dit : "Le pont tient.\n\nIl tiendra encore."', ["Le pont tient.\n\nIl tiendra encore."]),
        ('Elle dit : "Le pont tient.\n\nIl y en a" deux "ou trois.', ["Le pont tient.", "deux"]),
        ('Elle dit : "Le pont tient.\n\n"Il tiendra."', ["Le pont tient.", "Il tiendra."]),
        (
            "« Le logiciel se trompe parfois.\n» Je ne dis pas qu'il faut l'arrêter. » Il sourit.",
            ["Le logiciel se trompe parfois.\n» Je ne dis pas qu'il faut l'arrêter."],
        ),
        (
            "« Le logiciel se trompe parfois.\n» Il sourit. « Parfois. »",
            ["Le logiciel se trompe parfois.", "Parfois."],
        ),
    ],
)
def test_marks_in_disorder(text: str, found: list[str]) -> None:
    assert stretches(text) == found


def test_a_citation_set_apart_is_signed_by_the_line_below() -> None:
    text = (
        "La salle fermera en mai.\n\nAilleurs, c'est celui qui construit qui doit insonoriser.\n\n"
        "Mathilde Grenier, directrice d'une salle\n\nLa Ville n'a pas répondu."
    )
    blocks = layout(text)
    ((words, name),) = signed(text, blocks, pair(text, blocks))
    assert text[slice(*words)] == "Ailleurs, c'est celui qui construit qui doit insonoriser."
    assert text[slice(*name)] == "Mathilde Grenier"


def test_items_of_news_are_no_dialogue() -> None:
    items = "\n".join(f"— Le conseil du district numéro {n} se réunira lundi pour voter le budget." for n in range(4))
    assert turns(items, layout(items), ()) == ()


def test_a_turn_that_marks_cut_is_none() -> None:
    shown = view("— Il pleut, dit-il.\n— Oui « peut-être.\n— Non » dit-elle.")
    blocks = layout(shown)
    marked = pair(shown, blocks)
    spans = as_spans(turns(shown, blocks, marked), marked)
    assert [shown[s.start : s.end] for s in spans] == ["Il pleut, dit-il.", "peut-être.\n— Non"]
