"""One small article for each construction: the words found, and who said them."""

from __future__ import annotations

import pytest

from quotes import Extractor

CASES = {
    "incise after guillemets": (
        "« Le pont fermera lundi », a déclaré Odile Kerbrat.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "straight marks": ('"Le pont fermera lundi", explique Odile Kerbrat.', "Le pont fermera lundi", "Odile Kerbrat"),
    "curly marks": ("“Le pont fermera lundi”, précise Odile Kerbrat.", "Le pont fermera lundi", "Odile Kerbrat"),
    "something between verb and subject": (
        "« Le pont fermera lundi », a déclaré mardi à la presse le ministre italien Bruno Sarti.",
        "Le pont fermera lundi",
        "Bruno Sarti",
    ),
    "incise inside the marks": (
        "« Le pont, a expliqué Odile Kerbrat, fermera lundi. »",
        "Le pont fermera lundi.",
        "Odile Kerbrat",
    ),
    "colon": ("Odile Kerbrat a prévenu : « Le pont fermera lundi. »", "Le pont fermera lundi.", "Odile Kerbrat"),
    "colon on the line above": (
        "Odile Kerbrat a écrit :\n\n• « Le pont fermera lundi pour de longs mois.",
        "Le pont fermera lundi pour de longs mois.",
        "Odile Kerbrat",
    ),
    "never closed": ("Odile Kerbrat a dit : « Le pont fermera lundi.", "Le pont fermera lundi.", "Odile Kerbrat"),
    "que clause": ("Odile Kerbrat affirme que le pont fermera lundi.", "le pont fermera lundi", "Odile Kerbrat"),
    "infinitive": ("Odile Kerbrat a promis de fermer le pont lundi.", "fermer le pont lundi", "Odile Kerbrat"),
    "incise without marks": (
        "Le pont fermera lundi, a annoncé Odile Kerbrat.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "selon": ("Selon Odile Kerbrat, le pont fermera lundi.", "le pont fermera lundi", "Odile Kerbrat"),
    "d'après": ("D'après Odile Kerbrat, le pont fermera lundi.", "le pont fermera lundi", "Odile Kerbrat"),
    "pour": ("Pour Odile Kerbrat, le pont est condamné.", "le pont est condamné", "Odile Kerbrat"),
    "de l'aveu de": ("De l'aveu d'Odile Kerbrat, le pont est condamné.", "le pont est condamné", "Odile Kerbrat"),
    "participle": (
        "Odile Kerbrat a quitté la salle, affirmant que le pont fermera lundi.",
        "le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "pour dire que": (
        "Odile Kerbrat s'est exprimée hier pour dire que le pont fermera lundi.",
        "le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "marked object": ("Odile Kerbrat a dénoncé « une honte ».", "une honte", "Odile Kerbrat"),
    "passive with an agent": ("Un chantier qualifié de « désastre » par Odile Kerbrat.", "désastre", "Odile Kerbrat"),
    "signed block": (
        "Je regrette d'avoir fermé ce pont sans prévenir les riverains.\n- Odile Kerbrat (@okerbrat) 3 mai 2021\n"
        "Odile Kerbrat dirige la ville.",
        "Je regrette d'avoir fermé ce pont sans prévenir les riverains.",
        "Odile Kerbrat",
    ),
    "surname": (
        "Odile Kerbrat dirige la ville. « Le pont fermera lundi », a dit Kerbrat.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "title": (
        "Odile Kerbrat dirige la ville. « Le pont fermera lundi », a dit Mme Kerbrat.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "role": (
        "La maire de Brest, Odile Kerbrat, est venue. « Le pont fermera lundi », a dit la maire.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "pronoun": (
        "Odile Kerbrat est venue au conseil. « Le pont fermera lundi », a-t-elle ajouté.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "full name later": (
        "« Le pont fermera lundi », a dit Mme Kerbrat. Odile Kerbrat dirige la ville depuis dix ans.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
    "group": (
        "Plusieurs riverains affirment que le pont fermera lundi.",
        "le pont fermera lundi",
        "Plusieurs riverains",
    ),
    "typographic apostrophes": ("« J’ai dit non », a confié Odile Kerbrat.", "J’ai dit non", "Odile Kerbrat"),
    "no-break spaces": (
        "«\u00a0Le pont fermera lundi\u00a0», a dit Odile Kerbrat.",
        "Le pont fermera lundi",
        "Odile Kerbrat",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_words_and_who_said_them(name: str, extractor: Extractor) -> None:
    text, words, speaker = CASES[name]
    found = {(q.text, q.speaker.name if q.speaker else None) for q in extractor.extract(text).quotes}
    assert (words, speaker) in found, found


@pytest.mark.parametrize(
    "text",
    [
        "Ses « collègues » l'ont rejoint sur le quai.",
        "Elle a lu « Les Misérables » pendant tout le voyage.",
        "L'opération « Mains propres » a repris lundi à Milan.",
        "Le marché est calme et la ville dort.",
    ],
)
def test_titles_names_and_irony_are_no_quotations(text: str, extractor: Extractor) -> None:
    assert extractor.extract(text).quotes == ()


def test_who_passes_it_on(extractor: Extractor) -> None:
    (quote,) = extractor.extract("Selon Le Quotidien, Odile Kerbrat a déclaré que le pont fermera lundi.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Odile Kerbrat"
    assert quote.relay is not None
    assert "Quotidien" in quote.relay.name


def test_two_quotations_under_one_cue(extractor: Extractor) -> None:
    text = "Odile Kerbrat a répondu en ces termes : « Le pont fermera lundi » et « Les bus passeront ailleurs »."
    assert [q.speaker.name if q.speaker else None for q in extractor.extract(text).quotes] == ["Odile Kerbrat"] * 2
