#!/usr/bin/env python3
"""Strings drawn from fragments of French: nothing raises, and no record is without words or out of bounds.

python benchmarks/fragments.py [--number 100000] [--seed 0]

Prints how many strings and records there were; each fault with its string, and exit code 1 where there was one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quotes import Article, Extractor
from quotes.types import Extraction

FRAGMENTS = (
    "« |»|“|”|\"|'|’|— |– |- |: |; |, |. |… |! |? |(|)|\n|\n\n|\u00a0| |[|]|« NON »|« … »|« Libération »|« »|"
    "Il affirme que |dit-il|a-t-elle déclaré|a-t-il ainsi écrit|selon |Selon le maire, |d'après |estime |assure que |"
    "Paul Morvan|Anne Morel|M. Roy|la ministre|le préfet du Nord|la CGT|Le Monde|l'AFP|elle |il |ils |on |je |nous |"
    "qui |que |dont |où |et |mais |car |si |ne |pas |n'|qu'|l'|d'|s'|est |a |ont |sera |fermera |nous partirons |"
    "la ligne |en mars |de la ville |deux millions d'euros |à Brest |mardi |2024 |3,5 % |:\n|• |Q : |R : |— Oui, |Non|"
    "ainsi |notamment |dans un communiqué |sur Twitter |a annoncé |annoncent |interrogé |demande |« Nous irons |"
    "demain |»."
).split("|")


def main() -> int:
    """Draw, extract, judge."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--number", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    faults: list[str] = []
    records = 0
    drawn = _drawn(Random(given.seed), given.number)
    for one in Extractor().pipe(drawn, on_error=lambda article, error: faults.append(f"{error!r}: {article.text!r}")):
        records += len(one.quotes)
        faults.extend(_faults(one))
    for fault in faults:
        print(fault)
    print(f"{given.number} strings, {records} records, {len(faults)} faults")
    return 1 if faults else 0


def _drawn(random: Random, number: int) -> Iterator[Article]:
    for _ in range(number):
        yield Article("".join(random.choices(FRAGMENTS, k=random.randint(1, 24))))


def _faults(one: Extraction) -> Iterator[str]:
    text = one.article.text
    for quote in one.quotes:
        spans = [*quote.verbatim, *([quote.content] if quote.content else [])]
        if not any(character.isalnum() for character in quote.text) or not spans:
            yield f"no word: {text!r}"
        if not all(0 <= start < end <= len(text) for start, end in spans):
            yield f"out of bounds: {text!r}"


if __name__ == "__main__":
    sys.exit(main())
