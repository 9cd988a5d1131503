"""Who is one and who are two, across articles."""

from __future__ import annotations

import pytest
from worlds import Line, article, ledger, one_speaker, organisation, person

from quotes.ledger import Ledger
from quotes.ledger.names import acronym_of, parse, proper_organisation, thing_key
from quotes.types import Extraction, Speaker

STORY = "Hier, Greg Brockman et Ilya Sutskever ont rencontré Microsoft à Redmond, selon Reuters."
OTHER = "Le boulanger de Nancy et celui de Metz se disputent depuis Pâques la recette du baba de Stanislas."


def pair(one: Speaker, two: Speaker, about: tuple[str, str] = (STORY, STORY)) -> list[Extraction]:
    return [
        article("a.txt", [Line("Nous verrons bien ce que le conseil décidera demain", one)], about=about[0]),
        article("b.txt", [Line("Personne ne quittera cette entreprise avant Noël prochain", two)], about=about[1]),
    ]


def names(made: Ledger) -> list[str]:
    return [speaker.name for speaker in made.speakers]


@pytest.mark.parametrize(
    "other",
    [
        "Altman",
        "M. Altman",
        "S. Altman",
        "ALTMAN",
        "SAM ALTMAN",
        "Altman Sam",
        "ALTMAN Sam",
        "Altman, Sam",
        "Sàm Altman",
    ],
)
def test_one_person_in_one_story(other: str) -> None:
    made = ledger(*pair(person("Sam Altman"), person(other)))
    assert len(made.speakers) == 1
    assert made.speakers[0].name in ("Sam Altman", "Sàm Altman")
    assert len(ledger(*pair(person(other), person("Sam Altman"))).speakers) == 1


@pytest.mark.parametrize("other", ["SAM ALTMAN", "ALTMAN Sam", "Altman, Sam"])
def test_a_full_name_is_one_person_everywhere(other: str) -> None:
    assert one_speaker(*pair(person("Sam Altman"), person(other), (STORY, OTHER)))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Jean-Luc Mélenchon", "Jean Luc Melenchon"),
        ("Marine Le Pen", "LE PEN Marine"),
        ("Dominique de Villepin", "Dominique De Villepin"),
        ("Barack Obama", "Barack H. Obama"),
    ],
)
def test_spellings(one: str, two: str) -> None:
    assert one_speaker(*pair(person(one), person(two), (STORY, OTHER)))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Jean-Marie Le Pen", "J.-M. Le Pen"),
        ("Marine Le Pen", "Le Pen"),
        ("Marine Le Pen", "Mme Le Pen"),
        ("Dominique de Villepin", "Villepin"),
        ("Dominique de Villepin", "de Villepin"),
        ("Nathalie Kosciusko-Morizet", "Kosciusko-Morizet"),
        ("Barack Obama", "Barack Hussein Obama"),
    ],
)
def test_parts_of_a_name_in_one_story(one: str, two: str) -> None:
    made = ledger(*pair(person(one), person(two)))
    assert len(made.speakers) == 1
    assert len(ledger(*pair(person(one), person(two), (STORY, OTHER))).speakers) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sam Altman", "Jack Altman"),
        ("Sam Altman", "J. Altman"),
        ("Jean-Marie Le Pen", "Marine Le Pen"),
        ("George W. Bush", "George H. Bush"),
        ("Jean-Pierre Martin", "Jean Martin"),
    ],
)
def test_two_people_of_one_surname_stay_two(one: str, two: str) -> None:
    assert not one_speaker(*pair(person(one), person(two)))


def test_a_surname_that_two_bear_joins_neither() -> None:
    made = ledger(
        *pair(person("Marine Le Pen"), person("Jean-Marie Le Pen")),
        article(
            "c.txt",
            [Line("Je ne dirai rien de plus avant le congrès du parti", person("Le Pen"))],
            about=STORY,
        ),
    )
    assert names(made) == ["Jean-Marie Le Pen", "Le Pen", "Marine Le Pen"]


def test_a_title_tells_which_of_two() -> None:
    made = ledger(
        *pair(person("Marine Le Pen", gender="female"), person("Jean-Marie Le Pen", gender="male")),
        article("c.txt", [Line("Je ne dirai rien de plus avant le congrès", person("Mme Le Pen"))], about=STORY),
    )
    marine = next(s for s in made.speakers if s.name == "Marine Le Pen")
    assert len(made.speakers) == 2
    assert "Mme Le Pen" in marine.aliases


def test_a_surname_alone_is_one_within_its_story() -> None:
    assert one_speaker(*pair(person("Dupont"), person("M. Dupont")))
    assert not one_speaker(*pair(person("Dupont"), person("Dupont"), (STORY, OTHER)))


def test_dates_bound_a_story() -> None:
    one, two = pair(person("Sam Altman"), person("Altman"))
    dated = [
        article("a.txt", [Line("Nous verrons ce que le conseil dira", person("Sam Altman"))], about=STORY, date="2023-11-20"),
        article("b.txt", [Line("Personne ne quittera cette maison", person("Altman"))], about=STORY, date="2024-11-20"),
    ]  # fmt: skip
    assert one_speaker(one, two)
    assert not one_speaker(*dated)


def test_a_person_and_a_company_of_one_name_stay_two() -> None:
    made = ledger(*pair(person("Louis Vuitton"), organisation("Louis Vuitton")))
    assert sorted(s.kind for s in made.speakers) == ["organisation", "person"]


def test_an_acronym_is_its_full_form_where_an_article_says_so() -> None:
    full = organisation("Confédération générale du travail", "CGT")
    made = ledger(*pair(full, organisation("la CGT"), (STORY, OTHER)))
    assert names(made) == ["Confédération générale du travail"]
    plain = organisation("Confédération générale du travail")
    assert len(ledger(*pair(plain, organisation("CGT"))).speakers) == 2


def test_an_acronym_of_two_organisations_joins_neither_elsewhere() -> None:
    made = ledger(
        *pair(
            organisation("Caisse des dépôts et consignations", "CDC"),
            organisation("Centers for Disease Control", "CDC"),
            (STORY, STORY),
        ),
        article("c.txt", [Line("Nous publierons nos chiffres demain matin", organisation("CDC"))], about=OTHER),
    )
    assert len(made.speakers) == 3


@pytest.mark.parametrize(
    "speaker",
    [
        Speaker("certains", "group"),
        Speaker("près de 500 employés", "group"),
        person("le maire"),
        person("l'expert"),
        organisation("le syndicat"),
        organisation("conseil d'administration"),
        Speaker("la lettre", "document"),
        Speaker("un utilisateur de X", "unknown"),
    ],
    ids=lambda s: s.name,
)
def test_who_has_no_name_belongs_to_the_article(speaker: Speaker) -> None:
    assert not one_speaker(*pair(speaker, speaker))
    lines = [Line("Nous verrons bien demain", speaker), Line("Personne ne partira avant Noël", speaker)]
    assert one_speaker(article("a.txt", lines))


@pytest.mark.parametrize("name", ["Microsoft", "parquet de Paris", "armée serbe", "La Poste", "l'OTAN"])
def test_organisations_with_a_name_are_one_everywhere(name: str) -> None:
    assert one_speaker(*pair(organisation(name), organisation(name), (STORY, OTHER)))


def test_the_fullest_name_and_all_others() -> None:
    (speaker,) = ledger(*pair(person("ALTMAN", "M. Altman"), person("Sam Altman", "Altman"))).speakers
    assert speaker.name == "Sam Altman"
    assert speaker.aliases == ("ALTMAN", "Altman", "M. Altman")
    assert speaker.gender == "male"


@pytest.mark.parametrize(
    ("name", "form", "given", "family"),
    [
        ("Sam Altman", "full", ("sam",), ("altman",)),
        ("Altman", "bare", (), ("altman",)),
        ("S. Altman", "initial", ("s",), ("altman",)),
        ("J.-M. Le Pen", "initial", ("j", "m"), ("le", "pen")),
        ("Le Pen", "bare", (), ("le", "pen")),
        ("LE PEN Marine", "full", ("marine",), ("le", "pen")),
        ("Ursula von der Leyen", "full", ("ursula",), ("von", "der", "leyen")),
        ("Zine el-Abidine Ben Ali", "full", ("zine", "el", "abidine"), ("ben", "ali")),
        ("\u202eSam Altman", "full", ("sam",), ("altman",)),
        ("le maire", "none", (), ()),
        ("on", "none", (), ()),
        ("", "none", (), ()),
        ("M.", "bare", (), ("m",)),
        ("=1+1", "none", (), ()),
    ],
)
def test_parse(name: str, form: str, given: tuple[str, ...], family: tuple[str, ...]) -> None:
    parsed = parse(name)
    assert (parsed.form, parsed.given, parsed.family) == (form, given, family)


def test_things() -> None:
    assert thing_key("l'OTAN") == thing_key("OTAN") == thing_key("Otan")
    assert acronym_of("CGT", "Confédération générale du travail")
    assert acronym_of("Otan", "Organisation du traité de l'Atlantique Nord")
    assert not acronym_of("Alliance", "Organisation du traité de l'Atlantique Nord")
    assert not proper_organisation("un important groupe canadien")
