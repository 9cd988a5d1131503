"""The phrase that is the source, where it does not stand right before its verb."""

from __future__ import annotations

import pytest
from saying import Said, check

from quotes.pipeline import Extractor

CASES: list[tuple[str, list[Said]]] = [
    # adjuncts, dates and addressees between the verb and its subject
    (
        "« La digue tiendra », a confié à l'AFP Yvonne Castel, 72 ans.",
        [("La digue tiendra", "Yvonne Castel")],
    ),
    (
        "« La digue tiendra », résume, sourire aux lèvres, un pompier du village.",
        [("La digue tiendra", "un pompier du village")],
    ),
    (
        "« La digue, a expliqué hier sur Twitter le préfet Yvon Castel, tiendra. »",
        [("La digue | tiendra.", "Yvon Castel")],
    ),
    ("« La digue tiendra », a t-elle promis. Yvonne Castel est préfète.", [("La digue tiendra", None)]),
    # on, and for whom it speaks
    ("« La digue tiendra », fait-on valoir au syndicat des eaux.", [("La digue tiendra", "syndicat des eaux")]),
    ("À la préfecture, on assure que la digue tiendra.", [("la digue tiendra", "la préfecture")]),
    ("La digue tiendra, a-t-on appris auprès de la gendarmerie.", [("La digue tiendra", "la gendarmerie")]),
    ("Sur une pancarte, on pouvait lire : « Sauvez la digue. »", [("Sauvez la digue.", "une pancarte")]),
    # where and how somebody speaks is no part of who it is
    (
        "La ministre Yvonne Castel est venue. « La digue tiendra », a lancé la ministre en séance plénière.",
        [("La digue tiendra", "Yvonne Castel")],
    ),
    (
        "La ministre Yvonne Castel est venue. « La digue tiendra », jure la ministre au téléphone.",
        [("La digue tiendra", "Yvonne Castel")],
    ),
    (
        "« La digue tiendra », promet un pompier du village d'une voix lasse.",
        [("La digue tiendra", "un pompier du village")],
    ),
    (
        "« La digue tiendra », dit une infirmière employée depuis dix ans au port.",
        [("La digue tiendra", "une infirmière")],
    ),
    ("« La digue tiendra », dit le lieutenant en chef.", [("La digue tiendra", "le lieutenant en chef")]),
    ("« La digue tiendra », dit une employée du port.", [("La digue tiendra", "une employée du port")]),
    (
        "Trois des cinq riveraines rencontrées ont dit avoir peur.",
        [("avoir peur", "Trois des cinq riveraines rencontrées")],
    ),
    # the whole phrase, whatever part of it the parser takes for the subject
    (
        "D'après le registre du port, la sœur d'une victime y dénonce « un oubli ».",
        [("un oubli", "la sœur d'une victime")],
    ),
    ("« La digue tiendra », assure la préfecture de la Creuse.", [("La digue tiendra", "la préfecture de la Creuse")]),
    (
        "Le Centre d'études sur les crues des fleuves l'a vue. Il estime que la digue tiendra.",
        [("la digue tiendra", "Centre d'études sur les crues des fleuves")],
    ),
    # relative words
    (
        "Une source proche du chantier, qui ajoute que la digue tiendra, a fourni le plan.",
        [("la digue tiendra", "une source proche du chantier")],
    ),
    (
        "Le village, dont le maire, Yvon Castel, a prévenu que la digue céderait, attend la crue.",
        [("la digue céderait", "Yvon Castel")],
    ),
    (
        "Le chantier irrite Yvonne Castel, selon qui la digue « ne tiendra pas ».",
        [("la digue « ne tiendra pas »", "Yvonne Castel")],
    ),
    # behind the quotation
    ("« La digue tiendra » : le préfet Yvon Castel s'est voulu rassurant.", [("La digue tiendra", "Yvon Castel")]),
    ("« La digue tiendra » (Yvon Castel).", [("La digue tiendra", "Yvon Castel")]),
    ("« La digue tiendra », la préfecture a confirmé mercredi.", [("La digue tiendra", "la préfecture")]),
    # what describes the source is no part of the clause
    (
        "Selon Yvonne Castel, qui dirige les travaux, la digue tiendra.",
        [("la digue tiendra", "Yvonne Castel")],
    ),
    ("La digue tiendra, selon Yvonne Castel, qui dirige les travaux.", [("La digue tiendra", "Yvonne Castel")]),
    ("Les maires s'inquiètent. D'après leurs calculs, la digue cédera.", [("la digue cédera", "Les maires")]),
    # who stands in the reported clause does not report it
    (
        "« C'est solide », a dit Yvon Castel. Avant d'admettre que le mur est « fissuré ».",
        [("C'est solide", "Yvon Castel"), ("le mur est « fissuré »", "Yvon Castel")],
    ),
    (
        "« Le pain », explique Rosine Tavernier, « augmentera de dix centimes. »",
        [("Le pain | augmentera de dix centimes.", "Rosine Tavernier")],
    ),
    (
        "Viviane Maurel vit à Albi. « Il faudra », dit-elle en montrant le mur, « tout reconstruire. »",
        [("Il faudra | tout reconstruire.", "Viviane Maurel")],
    ),
    (
        "« La ville dort », écrit Viviane Maurel dans son journal, « et personne ne la réveille. »",
        [("La ville dort | et personne ne la réveille.", "Viviane Maurel")],
    ),
    (
        "« Il faudra tout reconstruire », a déclaré jeudi, lors d'une conférence de presse à Albi, la sénatrice Viviane Maurel.",
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
    (
        "« Nous tiendrons », a dit à Viviane Maurel le chef de bord Étienne Royer.",
        [("Nous tiendrons", "Étienne Royer")],
    ),
    (
        "Selon Viviane Maurel, qui préside l'association, les murs étaient fissurés.",
        [("les murs étaient fissurés", "Viviane Maurel")],
    ),
    ("« La farine a doublé » : Rosine Tavernier a prévenu ses clients.", [("La farine a doublé", "Rosine Tavernier")]),
    (
        "« Il faudra tout reconstruire » : la sénatrice Viviane Maurel n'a pas mâché ses mots.",
        [("Il faudra tout reconstruire", "Viviane Maurel")],
    ),
    (
        "« Scandaleux », « indigne », « honteux » : les riverains ne décolèrent pas.",
        [("Scandaleux", "les riverains"), ("indigne", "les riverains"), ("honteux", "les riverains")],
    ),
    ("« Il faudra tout reconstruire » (Viviane Maurel).", [("Il faudra tout reconstruire", "Viviane Maurel")]),
    ("« Il faudra tout reconstruire », dixit Viviane Maurel.", [("Il faudra tout reconstruire", "Viviane Maurel")]),
    (
        "Les murs, a-t-on appris de source policière, étaient fissurés depuis un an.",
        [("Les murs, a-t-on appris de source policière, étaient fissurés depuis un an", "source policière")],
    ),
    (
        "Il faudra tout reconstruire, a-t-on appris auprès de la préfecture.",
        [("Il faudra tout reconstruire", "la préfecture")],
    ),
    (
        "On peut lire dans la pétition : « La plage doit rester libre. »",
        [("La plage doit rester libre.", "la pétition")],
    ),
    ("Sur la banderole, on pouvait lire : « Sauvez la piscine. »", [("Sauvez la piscine.", "la banderole")]),
    (
        "Pour Firmin Lascaux, la décision est prise : « Le four s'éteindra en juin. »",
        [("Le four s'éteindra en juin.", "Firmin Lascaux")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[Said], extractor: Extractor) -> None:
    check(extractor, text, *expected)


@pytest.mark.parametrize("source", ["une passante", "une vendeuse", "un proche de Lefort"])
def test_an_unnamed_person_is_a_person(source: str, extractor: Extractor) -> None:
    (quote,) = extractor.extract(f"« La halle brûle », a dit {source}.").quotes
    assert quote.speaker is not None
    assert quote.speaker.kind == "person"
