"""French is kept wherever there is a doubt; what is surely another language is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.articles.language import other_language

OTHERS = {
    "English": "The mayor of the town said on Monday that she had not been told of the plan, which was made by the council.",
    "Spanish": "La alcaldesa de la ciudad dijo el lunes que no había sido informada del plan, que fue hecho por el consejo.",
    "Italian": "Il sindaco della città ha detto lunedì che non è stato informato del piano, che è stato fatto dal consiglio.",
    "German": "Die Bürgermeisterin der Stadt sagte am Montag, dass sie nicht über den Plan informiert wurde, der von dem Rat ist.",
    "Portuguese": "A presidente da câmara disse na segunda-feira que não foi informada do plano, que é do conselho e da cidade.",
    "Dutch": "De burgemeester van de stad zei maandag dat zij niet op de hoogte was van het plan, dat door de raad is gemaakt.",
    "another script": "Мэр города заявила в понедельник, что её не предупредили о плане, который был составлен советом.",
    "another language": (
        "Borgmästaren sade på måndagen att hon inte hade fått veta något om planen, som hade gjorts upp av rådet. "
        "Invånarna är oroliga och vill veta mer om vad som ska hända med torget, kyrkan och skolan under nästa år. "
        "Kommunen svarar att alla ska få information innan arbetet börjar, och att ingen ska behöva flytta härifrån. "
        "Mötet fortsätter på torsdag klockan sju i skolans matsal, och alla som vill får komma dit och ställa frågor."
    ),
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_told(language: str) -> None:
    assert other_language(f"{OTHERS[language]} " * 2) == language  # of one sentence it would not be sure


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Oui.",
        "1 2 3",
        "Breaking news",
        "Anne Hidalgo, Emmanuel Macron, Joe Biden, Angela Merkel, Boris Johnson",
        "La maire a cité Churchill en anglais : « We shall fight on the beaches, we shall never surrender. » Elle a été "
        "applaudie par les élus, qui ont voté le budget de la ville dans la soirée.",
        "ELECTIONS : LA PARTICIPATION EN HAUSSE DANS LES VILLES",
    ],
)
def test_french_and_what_is_too_short_to_tell_are_kept(text: str) -> None:
    assert other_language(text) is None


def test_no_french_article_is_refused(seeds: Path, root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in seeds.glob("*.txt")]
    corpus = root.parent / "shared" / "corpus" / "news.jsonl"
    if corpus.is_file():  # also a century of newspapers that a machine has read badly
        texts += [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]
    pieces = [text[at : at + 400] for text in texts for at in range(0, len(text), 400)]
    assert len(pieces) > 20
    assert [piece for piece in (*texts, *pieces) if other_language(piece)] == []
