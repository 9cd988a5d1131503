"""A parse of whole sentences, fitted to the sentences that the text layer asks for."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from laws import check

from quotes.parsers.surface import fit, rejoin
from quotes.types import Document, NamedSpan, Region, Span, Token


def parse(text: str, tree: str) -> list[Token]:
    """Words from *form/UPOS/head/dep*, heads counted from 1; a word with + in front shares the extent before it."""
    words: list[Token] = []
    end = 0
    rows = [row.rsplit("/", 3) for row in tree.split()]
    for i, (form, upos, head, dep) in enumerate(rows):
        if form.startswith("+"):
            start, end = words[-1].start, words[-1].end
        else:
            start = text.index(form, end)
            end = start + len(form)
        lemma = form.lstrip("+").lower()
        words.append(Token(start, end, text[start:end], lemma, upos, "", int(head) - 1 if head != "0" else i, dep))
    return words


def region(text: str, *sentences: tuple[str, ...]) -> Region:
    """One region of sentences, each of pieces that are found in the text in order."""
    out: list[tuple[Span, ...]] = []
    at = 0
    for pieces in sentences:
        spans = []
        for piece in pieces:
            start = text.index(piece, at)
            at = start + len(piece)
            spans.append((start, at))
        out.append(tuple(spans))
    return Region(tuple(out))


def fitted(text: str, tree: str, *sentences: tuple[str, ...], entities: list[NamedSpan] | None = None) -> Document:
    regions = [region(text, *sentences)]
    document = fit(parse(text, tree), entities, text, regions)
    check(text, regions, document)
    return document


def arcs(document: Document) -> list[str]:
    return [f"{t.text}<{t.dep}-{document.tokens[t.head].text}" for t in document.tokens]


def test_a_cue_under_a_quoted_verb_becomes_the_root_of_its_own_sentence() -> None:
    text = "« Nous irons », a dit le maire."
    tree = (
        "«/PUNCT/3/punct Nous/PRON/3/nsubj irons/VERB/0/ROOT »/PUNCT/3/punct ,/PUNCT/3/punct a/AUX/7/aux:tense"
        " dit/VERB/3/parataxis le/DET/9/det maire/NOUN/7/nsubj ./PUNCT/3/punct"
    )
    document = fitted(text, tree, (", a dit le maire.",))
    assert arcs(document) == [
        ",<punct-dit", "a<aux:tense-dit", "dit<ROOT-dit", "le<det-maire", "maire<nsubj-dit", ".<punct-dit",
    ]  # fmt: skip


def test_a_word_under_a_quotation_inside_its_sentence_hangs_on_the_nearest_ancestor_that_is_left() -> None:
    """*hier* was read as part of the quotation, which hangs on *dit*."""
    text = "Le maire a dit « nous irons » hier"
    tree = (
        "Le/DET/2/det maire/NOUN/4/nsubj a/AUX/4/aux:tense dit/VERB/0/ROOT «/PUNCT/7/punct nous/PRON/7/nsubj"
        " irons/VERB/4/ccomp »/PUNCT/7/punct hier/ADV/7/advmod"
    )
    assert arcs(fitted(text, tree, ("Le maire a dit ", " hier")))[-1] == "hier<advmod-dit"


def test_two_sentences_of_the_parser_in_one_of_ours_keep_the_verb_as_root() -> None:
    text = "Paris, mardi. A dit Paul"
    tree = "Paris/PROPN/0/ROOT ,/PUNCT/1/punct mardi/NOUN/1/nmod ./PUNCT/1/punct A/AUX/6/aux dit/VERB/0/ROOT Paul/PROPN/6/nsubj"
    document = fitted(text, tree, (text,))
    assert arcs(document)[0] == "Paris<parataxis-dit"
    assert [t.text for t in document.tokens if t.dep == "ROOT"] == ["dit"]


def test_one_sentence_of_the_parser_over_two_of_ours_gets_a_root_in_each() -> None:
    text = "Il a dit oui. Elle part"
    tree = (
        "Il/PRON/3/nsubj a/AUX/3/aux dit/VERB/0/ROOT oui/INTJ/3/obj ./PUNCT/3/punct Elle/PRON/7/nsubj part/VERB/3/conj"
    )
    document = fitted(text, tree, ("Il a dit oui.",), ("Elle part",))
    assert arcs(document)[-2:] == ["Elle<nsubj-part", "part<ROOT-part"]


def test_a_multiword_token_has_the_features_of_the_word_whose_head_lies_outside() -> None:
    text = "Donne du pain dès lors"
    tree = "Donne/VERB/0/ROOT du/ADP/4/case +le/DET/4/det pain/NOUN/1/obj dès/ADP/1/advmod lors/ADV/5/fixed"
    document = fitted(text, tree, (text,))
    assert arcs(document)[1] == "du<case-pain"
    # and where the first word hangs inside: *lequel* in *auquel* is the one that hangs outside
    document = fitted(
        "auquel il pense",
        "auquel/ADP/2/case +lequel/PRON/4/obl il/PRON/4/nsubj pense/VERB/0/ROOT",
        ("auquel il pense",),
    )
    assert arcs(document)[0] == "auquel<obl-pense"


def test_a_word_over_the_edge_of_a_piece_is_cut_there() -> None:
    text = "un l'«accord» tacite"
    tree = "un/DET/2/det l'«accord»/NOUN/0/ROOT tacite/ADJ/2/amod"
    document = fitted(text, tree, ("un l'", "accord", " tacite"))
    assert arcs(document) == ["un<det-l'", "l'<ROOT-l'", "accord<goeswith-l'", "tacite<amod-l'"]
    assert [t.lemma for t in document.tokens] == ["un", "l'", "accord", "tacite"]


def test_blanks_that_the_parser_takes_for_words_are_none() -> None:
    text = "Oui \n non"
    words = [
        Token(0, 3, "Oui", "oui", "INTJ", "", 1, "dep"),
        Token(3, 6, " \n ", " \n ", "SPACE", "", 2, "dep"),
        Token(6, 9, "non", "non", "INTJ", "", 2, "ROOT"),
    ]
    document = fit(words, [], text, [Region((((0, 9),),))])
    assert arcs(document) == ["Oui<dep-non", "non<ROOT-non"]


def test_entities_move_onto_tokens_and_end_with_their_sentence() -> None:
    text = "Jean Roy. Paul part"
    tree = "Jean/PROPN/0/ROOT Roy/PROPN/1/flat ./PUNCT/1/punct Paul/PROPN/5/nsubj part/VERB/0/ROOT"
    document = fitted(
        text, tree, ("Jean Roy.",), ("Paul part",), entities=[NamedSpan(1, 12, "PER"), NamedSpan(13, 14, "LOC")]
    )
    assert document.entities == (NamedSpan(0, 9, "PER"), NamedSpan(10, 14, "LOC"))
    assert fitted(text, tree, ("Paul part",), entities=[NamedSpan(0, 8, "PER")]).entities == ()


def test_without_entities_names_are_read_off_tags_and_capitals() -> None:
    text = "Anne de Villiers et Lyon ont dit oui à Le Goff"
    tree = (
        "Anne/PROPN/7/nsubj de/ADP/3/case Villiers/PROPN/1/nmod et/CCONJ/5/cc Lyon/PROPN/1/conj ont/AUX/7/aux"
        " dit/VERB/0/ROOT oui/INTJ/7/obj à/ADP/10/case Le/PROPN/7/obl Goff/PROPN/10/flat"
    )
    document = fitted(text, tree, (text,))
    assert [(text[e.start : e.end], e.label) for e in document.entities] == [
        ("Anne de Villiers", "PER"),
        ("Lyon", "MISC"),
        ("Le Goff", "PER"),
    ]


def test_what_tokenizers_split_is_one_word_again() -> None:
    def joined(*words: str) -> list[str]:
        at, texts = 0, []
        for word in words:
            texts.append((word, at))
            at += len(word)
        return [text for text, _ in rejoin(texts)]

    assert joined("Aït", "-", "Ouarab") == ["Aït-Ouarab"]
    assert joined("N'", "Guessan") == ["N'Guessan"]
    assert joined("qu", "'") == ["qu'"]
    assert joined("dit", "-", "il") == ["dit", "-", "il"]


@st.composite
def parses(draw: st.DrawFn) -> tuple[str, list[Token], list[Region]]:
    """Any text, any words over it (multiword ones too), any forest over them, any pieces."""
    text = draw(st.text("ab -'\n«»Aé😀", max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)))) | {0, len(text)})
    extents = [span for span in pairwise(cuts) for _ in range(draw(st.integers(1, 2)))]
    order = draw(st.permutations(range(len(extents))))
    words = []
    for i, (start, end) in enumerate(extents):
        above = [j for j in range(len(extents)) if order[j] < order[i]]
        head = draw(st.sampled_from([i, *above]))
        upos = draw(st.sampled_from(["NOUN", "VERB", "PUNCT", "PROPN"]))
        words.append(Token(start, end, text[start:end], "x", upos, "", head, "ROOT" if head == i else "dep"))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    pieces = [span for span in pairwise(edges) if draw(st.booleans())]
    groups: list[list[Span]] = [[]]
    for piece in pieces:
        groups[-1].append(piece)
        if draw(st.booleans()):
            groups.append([])
    return text, words, [Region(tuple(tuple(group) for group in groups))]


@given(parses(), st.booleans())
def test_the_laws_hold_for_any_forest_and_any_pieces(drawn: tuple[str, list[Token], list[Region]], named: bool) -> None:
    text, words, regions = drawn
    entities = [NamedSpan(w.start, w.end, "PER") for w in words[::3]] if named else None
    check(text, regions, fit(words, entities, text, regions))
