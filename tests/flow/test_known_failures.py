"""What the flow does not do yet. Each case is held strictly: it fails the build when it starts to pass,
and then it belongs into the table of its family.
"""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor
from quotes.text.incises import inner_incises
from quotes.text.layout import layout
from quotes.text.pairing import pair
from quotes.text.signatures import signed

# the missing rule, with its cases
FAILURES: dict[str, list[tuple[str, list[Said]]]] = {
    "an incise without marks inside a sentence in the present (La farine, explique X, a doublé)": [
        (
            "La farine, explique Rosine Tavernier, a doublé en un an.",
            [("La farine, explique Rosine Tavernier, a doublé en un an", "Rosine Tavernier")],
        ),
    ],
    "the subject stands behind a date, a place or an adjunct between commas": [
        (
            "« Il faudra tout reconstruire », a déclaré jeudi, lors d'une conférence de presse "
            "à Albi, la sénatrice Viviane Maurel.",
            [("Il faudra tout reconstruire", "Viviane Maurel")],
        ),
        (
            "« Il faudra tout reconstruire », a déclaré dans un entretien au quotidien L'Étape la sénatrice du Tarn.",
            [("Il faudra tout reconstruire", "la sénatrice du Tarn")],
        ),
        (
            "« La ville dort », a déclaré vendredi 3 mars, au micro de Radio Tarn, Viviane Maurel.",
            [("La ville dort", "Viviane Maurel")],
        ),
        (
            "« La ville dort », a déclaré le 3 mars 2019 devant le Sénat Viviane Maurel, alors maire d'Albi.",
            [("La ville dort", "Viviane Maurel")],
        ),
    ],
    "*à X* behind the verb is its addressee, the subject comes after": [
        (
            "« Nous tiendrons », a dit à Viviane Maurel le chef de bord Étienne Royer.",
            [("Nous tiendrons", "Étienne Royer")],
        ),
    ],
    "*selon X, qui …,*: the relative clause belongs to the source": [
        (
            "Selon Viviane Maurel, qui préside l'association, les murs étaient fissurés.",
            [("les murs étaient fissurés", "Viviane Maurel")],
        ),
    ],
    "a quotation, a colon, and the sentence that says who spoke": [
        (
            "« La farine a doublé » : Rosine Tavernier a prévenu ses clients.",
            [("La farine a doublé", "Rosine Tavernier")],
        ),
        (
            "« Il faudra tout reconstruire » : la sénatrice Viviane Maurel n'a pas mâché ses mots.",
            [("Il faudra tout reconstruire", "Viviane Maurel")],
        ),
        (
            "« Scandaleux », « indigne », « honteux » : les riverains ne décolèrent pas.",
            [("Scandaleux", "les riverains"), ("indigne", "les riverains"), ("honteux", "les riverains")],
        ),
    ],
    "a name alone in brackets or before a dash signs the quotation next to it": [
        (
            "« Il faudra tout reconstruire » (Viviane Maurel).",
            [("Il faudra tout reconstruire", "Viviane Maurel")],
        ),
        (
            "Viviane Maurel – « Les murs étaient fissurés. »",
            [("Les murs étaient fissurés.", "Viviane Maurel")],
        ),
    ],
    "a quotation taken up by a pronoun before the verb (X l'a répété)": [
        (
            "« La farine a doublé », Rosine Tavernier l'a répété toute la journée.",
            [("La farine a doublé", "Rosine Tavernier")],
        ),
    ],
    "*dixit* is no form of the verb table": [
        (
            "« Il faudra tout reconstruire », dixit Viviane Maurel.",
            [("Il faudra tout reconstruire", "Viviane Maurel")],
        ),
    ],
    "*a-t-on appris auprès de X, de source X*: the source is the complement": [
        (
            "Les murs, a-t-on appris de source policière, étaient fissurés depuis un an.",
            [("Les murs, a-t-on appris de source policière, étaient fissurés depuis un an", "source policière")],
        ),
        (
            "Il faudra tout reconstruire, a-t-on appris auprès de la préfecture.",
            [("Il faudra tout reconstruire", "la préfecture")],
        ),
    ],
    "*on peut lire dans X :* names the document, not *on*": [
        (
            "On peut lire dans la pétition : « La plage doit rester libre. »",
            [("La plage doit rester libre.", "la pétition")],
        ),
        (
            "Sur la banderole, on pouvait lire : « Sauvez la piscine. »",
            [("Sauvez la piscine.", "la banderole")],
        ),
    ],
    "the article *La* is stripped from within a name that begins with it (Laforge)": [
        (
            "Un porte-parole de Laforge a indiqué que l'usine rouvrirait.",
            [("l'usine rouvrirait", "un porte-parole de Laforge")],
        ),
    ],
    "a noun of speech before the name (Réaction de X :) is no part of the name": [
        (
            "Réaction de Firmin Lascaux : « Le four s'éteindra en juin. »",
            [("Le four s'éteindra en juin.", "Firmin Lascaux")],
        ),
    ],
    "*Pour X, …: « »*: the quotation after the colon is direct speech of X": [
        (
            "Pour Firmin Lascaux, la décision est prise : « Le four s'éteindra en juin. »",
            [("Le four s'éteindra en juin.", "Firmin Lascaux")],
        ),
    ],
    "labels of an interview in capitals: without the full stop, as the article's name": [
        (
            "LE COURRIER. – Pourquoi quittez-vous l'école ?\nRÉGINE BASTIDE. – Je veux voir "
            "mes petits-enfants.\nLE COURRIER. – Que ferez-vous ?\nRÉGINE BASTIDE. – Je "
            "marcherai dans les Vosges.",
            [
                ("Je veux voir mes petits-enfants.", "Régine Bastide"),
                ("Je marcherai dans les Vosges.", "Régine Bastide"),
            ],
        ),
        (
            "L'ÉTAPE. Pourquoi ce livre ?\nVIVIANE MAUREL. J'avais besoin de silence.\n"
            "L'ÉTAPE. Et maintenant ?\nVIVIANE MAUREL. Je marche.",
            [("J'avais besoin de silence.", "VIVIANE MAUREL"), ("Je marche.", "VIVIANE MAUREL")],
        ),
    ],
    "a clause ends at a comma where another subject with its cue begins": [
        (
            "Régine Bastide s'oppose à Pascal Humbert. La première dit que l'école ferme, le "
            "second affirme qu'elle rouvrira.",
            [("l'école ferme", "Régine Bastide"), ("elle rouvrira", "Pascal Humbert")],
        ),
    ],
    "*pour* before a feast or a beneficiary names no source": [
        (
            "Pour Noël, la ville installe un sapin.",
            [],
        ),
        (
            "Pour les élèves, la rentrée aura lieu lundi.",
            [],
        ),
    ],
    "a function by *être* (X est ministre) ties the role to the name": [
        (
            "Le ministre a déclaré que l'hôpital tiendrait. Étienne Royer est ministre de la Santé.",
            [("l'hôpital tiendrait", "Étienne Royer")],
        ),
    ],
    "*fit X* reports inside dialogue, and two voices take turns": [
        (
            "— Il pleut, dit Colette.\n— Je sais, fit Bernard.\n— Rentrons.",
            [("Il pleut", "Colette"), ("Je sais", "Bernard"), ("Rentrons.", "Colette")],
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, marks=pytest.mark.xfail(strict=True, reason=reason), id=text[:60])
        for reason, cases in FAILURES.items()
        for text, expected in cases
    ],
)
def test_not_yet(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)


@pytest.mark.xfail(
    strict=True, reason="*un* or *une* with a noun that the lexicon of roles lacks is a person all the same"
)
@pytest.mark.parametrize("source", ["une passante", "une vendeuse", "un proche de Lefort"])
def test_an_unnamed_person_is_a_person(source: str, extractor: Extractor) -> None:
    (quote,) = extractor.extract(f"« La halle brûle », a dit {source}.").quotes
    assert quote.speaker is not None
    assert quote.speaker.kind == "person"


@pytest.mark.xfail(
    strict=True, reason="a date or an adverb may stand between the verb of an inner incise and its subject"
)
@pytest.mark.parametrize(
    "incise",
    ["a déclaré hier le maire", "a expliqué mardi Agnès Dubreuil", "a ajouté ensuite Mme Dubreuil"],
)
def test_an_incise_in_a_compound_tense_is_found_inside_marks(incise: str) -> None:
    text = f"« Nous irons, {incise}, jusqu'au bout »"
    (span,) = pair(text, layout(text))
    assert [text[a:b] for a, b in inner_incises(text, span)] == [incise]


@pytest.mark.xfail(strict=True, reason="the full stop behind a signature belongs to no name")
def test_a_signature_ends_before_its_full_stop() -> None:
    text = "Peu importe la pluie, nous partons — Agnès Dubreuil."
    blocks = layout(text)
    ((_, name),) = signed(text, blocks, pair(text, blocks))
    assert text[name[0] : name[1]] == "Agnès Dubreuil"


@pytest.mark.xfail(strict=True, reason="a straight mark right behind a digit measures inches and opens nothing")
def test_inches_are_no_marks() -> None:
    text = 'Une vis de 5" tient, dit "le manuel" du banc.'
    assert [text[s.start : s.end] for s in pair(text, layout(text))] == ["le manuel"]
