"""One entry for the same words, two for others: real French for each rule."""

from __future__ import annotations

import pytest
from worlds import Line, article, entries, ledger, person, together

from quotes.ledger.guards import inflected, opposed, synonyms
from quotes.ledger.tables import rows

NADELLA = person("Satya Nadella")
MACRON = person("Emmanuel Macron")
LE_PEN = person("Marine Le Pen")

SAME = [
    # typography, case, numbers
    ("Nous n'irons pas à Paris ce soir avec l'équipe", "NOUS N’IRONS PAS À PARIS CE SOIR AVEC L’ÉQUIPE !"),
    ("Le plan coûtera 75 000 euros aux communes du département", "Le plan coûtera 75.000 euros aux communes du département"),
    # truncation at either end
    ("La réforme des retraites sera votée avant la fin du mois de juin", "sera votée avant la fin du mois de juin"),
    (
        "La réforme des retraites sera votée mardi par l'Assemblée, puis le Sénat en discutera en mars",
        "La réforme des retraites sera votée mardi par l'Assemblée",
    ),
    # ellipsis
    (
        "Nous voulons que chaque élève, où qu'il vive, trouve un professeur à la rentrée",
        "Nous voulons que chaque élève […] trouve un professeur à la rentrée",
    ),
    (
        "Nous voulons que chaque élève, où qu'il vive, trouve un professeur à la rentrée",
        "Nous voulons que chaque élève (…) trouve un professeur à la rentrée",
    ),
    # an editor's words in brackets
    (
        "Il a tout fait pour sauver les emplois de l'usine de Florange",
        "[Le maire] a tout fait pour sauver les emplois de l'usine de Florange",
    ),
    # each begins where the other ends
    (
        "Je le dis avec gravité : notre système de santé est au bord de la rupture et personne ne bouge",
        "notre système de santé est au bord de la rupture et personne ne bouge depuis des années dans ce ministère",
    ),
    # after que: another tense, another person
    (
        "Le gouvernement présentera un projet de réforme des retraites en conseil des ministres",
        "le gouvernement présenterait un projet de réforme des retraites en conseil des ministres",
    ),
    # light edits of a long text
    (
        "Microsoft nous a assuré qu'il y avait des postes pour tous les employés d'OpenAI dans cette nouvelle filiale "
        "si nous décidions de la rejoindre. Nous prendrons cette mesure immédiatement.",
        "Microsoft nous a assuré qu’il y aurait des postes pour tous les employés d’OpenAI dans cette nouvelle "
        "filiale si nous choisissions de la rejoindre.",
    ),
    # a slip of the pen
    (
        "Le développement de la recherche française dépend de ses laboratoires publics",
        "Le dévelopement de la recherche française dépend de ses laboratoires publics",
    ),
]  # fmt: skip

APART = [
    # negation
    (
        "La loi sera votée par les députés de la majorité mardi prochain",
        "La loi ne sera pas votée par les députés de la majorité mardi prochain",
    ),
    ("La loi sera votée mardi à l'Assemblée nationale", "La loi ne sera jamais votée mardi à l'Assemblée nationale"),
    # a part that a negation governs
    (
        "Il ne faut pas augmenter les impôts des classes moyennes",
        "augmenter les impôts des classes moyennes",
    ),
    # number
    (
        "Le groupe va créer 10 000 postes en France avant la fin de l'année",
        "Le groupe va créer 12 000 postes en France avant la fin de l'année",
    ),
    (
        "Il faudra 10 millions pour rénover les écoles de la ville",
        "Il faudra 10 milliards pour rénover les écoles de la ville",
    ),
    (
        "La croissance atteindra 1,5 % selon nos prévisions de printemps",
        "La croissance atteindra 15 % selon nos prévisions de printemps",
    ),
    # antonym, also in a very long text
    (
        "Le groupe va créer 10 000 postes en France avant la fin de l'année",
        "Le groupe va supprimer 10 000 postes en France avant la fin de l'année",
    ),
    (
        "Je suis inquiet pour l'avenir de notre pays et de ses institutions",
        "Je suis confiant pour l'avenir de notre pays et de ses institutions",
    ),
    (
        "Après des mois de discussions avec les syndicats, les élus locaux, la région et l'État, le groupe va ouvrir "
        "une usine de batteries près de Dunkerque, sur un terrain que la commune réserve depuis des années à ce projet",
        "Après des mois de discussions avec les syndicats, les élus locaux, la région et l'État, le groupe va fermer "
        "une usine de batteries près de Dunkerque, sur un terrain que la commune réserve depuis des années à ce projet",
    ),
    # modal, condition
    (
        "Nous devons quitter cette organisation avant la fin du mois de mars",
        "Nous pouvons quitter cette organisation avant la fin du mois de mars",
    ),
    # prefix
    (
        "Ce chantier est possible dans les délais que la ville a fixés hier",
        "Ce chantier est impossible dans les délais que la ville a fixés hier",
    ),
    # another name
    (
        "Nous ouvrirons une deuxième usine de batteries à Lyon pour nos clients",
        "Nous ouvrirons une deuxième usine de batteries à Lille pour nos clients",
    ),
    # the same statement in other words
    (
        "Je regrette profondément d'avoir participé aux actions du conseil",
        "il regrettait profondément la décision de retirer Sam Altman",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SAME)
def test_same_words_are_one_entry(one: str, two: str) -> None:
    made = ledger(article("a.txt", [Line(one, NADELLA)]), article("b.txt", [Line(two, NADELLA)]))
    assert together(made, one, two)
    assert len(made.quotes) == 1
    assert made.quotes[0].text in (one, two)
    swapped = ledger(article("a.txt", [Line(two, NADELLA)]), article("b.txt", [Line(one, NADELLA)]))
    assert together(swapped, one, two)


@pytest.mark.parametrize(("one", "two"), APART)
def test_what_turns_the_meaning_makes_two(one: str, two: str) -> None:
    made = ledger(article("a.txt", [Line(one, NADELLA)]), article("b.txt", [Line(two, NADELLA)]))
    assert len(made.quotes) == 2
    swapped = ledger(article("a.txt", [Line(two, NADELLA)]), article("b.txt", [Line(one, NADELLA)]))
    assert len(swapped.quotes) == 2


def test_a_negation_in_another_sentence_does_not_count() -> None:
    whole = "Ce n'est pas vrai. Nous irons à Paris demain matin avec les syndicats."
    part = "Nous irons à Paris demain matin avec les syndicats"
    made = ledger(article("a.txt", [Line(whole, NADELLA)]), article("b.txt", [Line(part, NADELLA)]))
    assert together(made, whole, part)


def test_words_that_two_long_texts_share_do_not_join_them() -> None:
    shared = "nous ne céderons jamais à la pression de la rue"
    one = f"Sur les retraites, {shared}, je le dis aux syndicats de ce pays"
    two = f"Quant aux écoles, {shared}, et les parents d'élèves le savent bien"
    made = ledger(
        article("a.txt", [Line(one, MACRON)]),
        article("b.txt", [Line(two, MACRON)]),
        article("c.txt", [Line(shared, MACRON)]),
    )
    assert len(made.quotes) == 2
    assert sorted(map(len, entries(made))) == [1, 2]


def test_different_speakers_of_the_same_words_are_disputed() -> None:
    words = "La France ne cédera rien sur la pêche dans ces négociations"
    made = ledger(
        article("a.txt", [Line(words, MACRON)]),
        article("b.txt", [Line(words, LE_PEN)]),
        article("c.txt", [Line(words, MACRON)], about="La pêche."),
    )
    (quote,) = made.quotes
    names = {s.id: s.name for s in made.speakers}
    assert names[quote.speaker or ""] == "Emmanuel Macron"
    assert {names[s] for s in quote.disputed} == {"Emmanuel Macron", "Marine Le Pen"}
    assert [names[o.speaker or ""] for o in quote.occurrences] == [
        "Emmanuel Macron",
        "Marine Le Pen",
        "Emmanuel Macron",
    ]


class TestCommonplaces:
    def test_one_speaker_one_article(self) -> None:
        made = ledger(article("a.txt", [Line("C'est faux", MACRON), Line("C’est faux !", MACRON)]))
        assert len(made.quotes) == 1

    def test_two_speakers(self) -> None:
        made = ledger(article("a.txt", [Line("C'est faux", MACRON), Line("C'est faux", LE_PEN)]))
        assert len(made.quotes) == 2
        assert not any(quote.disputed for quote in made.quotes)

    @pytest.mark.parametrize(("day", "count"), [("2023-11-22", 1), ("2023-11-29", 2), (None, 2)])
    def test_within_days(self, day: str | None, count: int) -> None:
        made = ledger(
            article("a.txt", [Line("C'est faux", MACRON)], date="2023-11-20"),
            article("b.txt", [Line("C'est faux", MACRON)], date=day, about="Plus tard."),
        )
        assert len(made.quotes) == count

    def test_days_do_not_chain(self) -> None:
        daily = [
            article(f"{day}.txt", [Line("C'est faux", MACRON)], date=f"2023-11-{day:02}", about=f"Le {day}.")
            for day in range(1, 13)
        ]
        assert len(ledger(*daily).quotes) == 3

    def test_part_of_a_longer_quotation_of_the_article(self) -> None:
        long = "Je suis un homme du peuple. Ma fille est une petite-bourgeoise et le restera"
        made = ledger(article("a.txt", [Line("petite bourgeoise", LE_PEN, "mixed"), Line(long, LE_PEN)]))
        assert len(made.quotes) == 1

    def test_not_under_a_negation(self) -> None:
        made = ledger(
            article("a.txt", [Line("un bon accord", MACRON), Line("Ce n'est pas un bon accord, voyons", MACRON)])
        )
        assert len(made.quotes) == 2

    def test_a_question_is_no_answer(self) -> None:
        assert len(ledger(article("a.txt", [Line("Oui ?", MACRON), Line("Oui.", MACRON)])).quotes) == 2

    def test_nobody_and_somebody(self) -> None:
        made = ledger(article("a.txt", [Line("Tout a bougé"), Line("Tout a bougé chez moi", MACRON)]))
        assert len(made.quotes) == 1


def test_copies_of_a_dispatch_are_one_witness() -> None:
    dispatch = (
        "Le ministre a présenté mardi son plan pour les hôpitaux de la région. Les syndicats demandent des lits et "
        "des infirmières depuis des mois. Une manifestation est prévue jeudi devant la préfecture de Nancy."
    )
    words = "Nous ouvrirons deux cents lits dans les hôpitaux de la région"
    made = ledger(
        article("figaro.txt", [Line(words, MACRON)], about=dispatch, date="2023-01-02"),
        article("monde.txt", [Line(words, MACRON)], about=dispatch, date="2023-01-01"),
        article("croix.txt", [Line(words, LE_PEN)], about="Un autre article, écrit par une autre rédaction."),
    )
    by_path = {a.path: a for a in made.articles}
    assert by_path["figaro.txt"].copy_of == by_path["monde.txt"].id
    assert by_path["monde.txt"].copy_of is None
    assert by_path["croix.txt"].copy_of is None


def test_identical_text_under_two_paths_is_a_copy() -> None:
    line = Line("Nous irons à Paris demain matin avec les syndicats", MACRON)
    made = ledger(article("a.txt", [line]), article("b.txt", [line]))
    assert len({a.id for a in made.articles}) == 2
    assert sum(a.copy_of is not None for a in made.articles) == 1


# ── the tables ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("row", rows("opposites"), ids=lambda row: f"{row[0]}-{row[1]}")
def test_opposites(row: tuple[str, ...]) -> None:
    from quotes.ledger.canon import fold, tokens

    assert all(opposed([fold(a)], [fold(b)]) for a in row[0].split("/") for b in row[1].split("/"))
    said = tokens(row[2])
    assert opposed(said, [fold(row[1].split("/")[0])]) or opposed(said, [fold(row[0].split("/")[0])]), row


@pytest.mark.parametrize("row", rows("synonyms"), ids=lambda row: row[0])
def test_synonyms(row: tuple[str, ...]) -> None:
    from quotes.ledger.canon import fold, tokens

    words = [fold(word) for word in row[0].split()]
    assert all(synonyms(words[0], word) for word in words[1:])
    assert any(synonyms(words[0], said) for said in tokens(row[1])), row
    assert not any(opposed([one], [two]) for one in words for two in words)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("decidions", "decidons", True),
        ("choisissions", "choisirions", True),
        ("votee", "votees", True),
        ("employeur", "employes", False),
        ("possible", "impossible", False),
        ("normal", "anormal", False),
        ("national", "nationaux", True),
    ],
)
def test_inflected(one: str, two: str, same: bool) -> None:
    assert inflected(one, two) is same is inflected(two, one)
