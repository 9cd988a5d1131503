#!/usr/bin/env python3
"""How the ledger grows: time, memory, recall and precision at 10^4, 10^5 and 10^6 occurrences.

usage: ledger_scale.py [SIZE …] [--seed N] [--naive]

A seeded generator draws utterances and writes them into articles: word for word in other typography, cut at
either end or in the middle, and turned into their opposites (a negation, another number, an antonym, another
verb), which must stay apart. Each size runs in a process of its own, so that peaks do not add up. Printed as
JSON, a line for each size, then the exponents: time ~ occurrences ^ exponent.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from math import comb, log
from pathlib import Path
from time import perf_counter

from quotes.ledger import Generator, Ledger, build, dump, load
from quotes.ledger.canon import tokens
from quotes.ledger.compare import Words, compare
from quotes.types import Article, Cue, Extraction, Mention, Quote, Speaker

SIZES = (10_000, 100_000, 1_000_000)
_PER_ARTICLE = 5
_LIMIT_MB = 2_500

_SYLLABLES = "ba bre cla con cor da dis fer for gan gra lan len lo man mar men mo na nor pa per pla por ra ren sa sol ta tem tor va ver vi".split()
_ENDINGS = "age tion ment eur ance ade ique elle ette ie ard able oire".split()
_SMALL = "le la les des de du un une et à pour que nous en sur dans ce cette nos avec qui par".split()
_STOCK = (
    "je crois que",
    "il faut que nous",
    "dans les prochains jours",
    "comme je l'ai toujours dit",
    "pour les Français",
    "c'est pourquoi",
    "au service de tous",
)
_TURNS = (("créer", "supprimer"), ("augmenter", "diminuer"), ("ouvrir", "fermer"), ("accepter", "refuser"))
_FIRST = "Anne Paul Marie Jean Lucie Marc Nadia Hugo Claire Omar Sonia Luc Emma Karim Julie Yves".split()


class _Drawn:
    """The words and people of one generated press."""

    def __init__(self, size: int, seed: int) -> None:
        self.random = random.Random(f"{size}/{seed}")
        self.words = sorted({self._word() for _ in range(6_000)})
        people = max(50, size // 40)
        self.people = [f"{self.random.choice(_FIRST)} {self._word().capitalize()}{n}x" for n in range(people)]
        self.people = [name.rstrip("x0123456789") + _letters(n) for n, name in enumerate(self.people)]

    def _word(self) -> str:
        middle = "".join(self.random.choices(_SYLLABLES, k=self.random.randint(1, 2)))
        return middle + self.random.choice(_ENDINGS)

    def utterance(self) -> list[str]:
        """Words of a new utterance: six to fourteen content words, a verb that can be turned, a number."""
        draw = self.random
        out: list[str] = []
        for at in range(draw.randint(6, 14)):
            out.append(draw.choice(_SMALL))
            # Zipf-like: some words come back all the time.
            out.append(self.words[int(len(self.words) * draw.random() ** 2.5)])
            if at == 2:
                out.extend(("nous", "allons", draw.choice(draw.choice(_TURNS)), str(draw.randint(2, 999))))
            if draw.random() < 0.08:
                out.extend(draw.choice(_STOCK).split())
        return out


def _letters(number: int) -> str:
    out = ""
    while number:
        number, digit = divmod(number, 20)
        out += "aeioubcdfglmnprstvxz"[digit]
    return out


def extractions(size: int, seed: int = 0) -> Iterator[Extraction]:
    """Articles with ``size`` occurrences in all; ``why`` of each quote is its utterance and its form."""
    drawn = _Drawn(size, seed)
    occurrences = islice(_occurrences(drawn), size)
    number = 0
    while batch := list(islice(occurrences, _PER_ARTICLE)):
        number += 1
        yield _article(number, batch, drawn)


def _occurrences(drawn: _Drawn) -> Iterator[tuple[str, str, str, str]]:
    """Endless (text, speaker, utterance, form), variants spread over neighbouring articles."""
    draw = drawn.random
    number = 0
    pool: list[tuple[str, str, str, str]] = []
    while True:
        while len(pool) < 400:
            number += 1
            words, speaker = drawn.utterance(), draw.choice(drawn.people)
            pool.append((_typed(words, draw), speaker, f"u{number}", "whole"))
            for _ in range(min(4, int(draw.expovariate(0.7)))):
                pool.append((*_variant(words, draw, speaker), f"u{number}", "whole"))
            for form in ("cut", "gap"):
                if draw.random() < (0.5 if form == "cut" else 0.15):
                    pool.append((_shortened(words, draw, form), speaker, f"u{number}", form))
            if draw.random() < 0.3:
                # An opponent says it: where a truncation lost the turning word, only the speaker tells.
                number += 1
                opponent = draw.choice(drawn.people)
                pool.append((_typed(_turned(words, draw, drawn), draw), opponent, f"u{number}", "opposite"))
        at = draw.randrange(len(pool))
        pool[at], pool[-1] = pool[-1], pool[at]
        yield pool.pop()


def _variant(words: list[str], draw: random.Random, speaker: str) -> tuple[str, str]:
    return _typed(words, draw), speaker


def _typed(words: list[str], draw: random.Random) -> str:
    text = " ".join(words)
    text = text[0].upper() + text[1:]
    if draw.random() < 0.3:
        text = text.replace("'", "’")
    if draw.random() < 0.2:
        text = text.replace(" et ", ", et ")
    return text + draw.choice((".", "", " !", "…"))


def _shortened(words: list[str], draw: random.Random, form: str) -> str:
    if form == "gap":
        at = draw.randint(len(words) // 3, len(words) // 2)
        return _typed([*words[:at], "[…]", *words[at + draw.randint(2, 5) :]], draw)
    size = draw.randint(max(12, len(words) // 2), len(words) - 1)
    start = draw.choice((0, len(words) - size, draw.randint(0, len(words) - size)))
    return _typed(words[start : start + size], draw)


def _turned(words: list[str], draw: random.Random, drawn: _Drawn) -> list[str]:
    """The opposite in the same words: a negation, an antonym, another number, another content word."""
    out = list(words)
    at = out.index("allons")
    sort = draw.randrange(4)
    if sort == 0:
        out[at : at + 1] = ["n'allons", "pas"]
    elif sort == 1:
        other = {word: twin for pair in _TURNS for word, twin in (pair, pair[::-1])}
        out[at + 1] = other[out[at + 1]]
    elif sort == 2:
        out[at + 2] = str(int(out[at + 2]) + draw.randint(1, 500))
    else:
        out[at + 1] = draw.choice([w for w in drawn.words if w != out[at + 1]])
    return out


def _article(number: int, batch: list[tuple[str, str, str, str]], drawn: _Drawn) -> Extraction:
    parts: list[str] = []
    quotes: list[Quote] = []
    length = 0
    for text, name, utterance, form in batch:
        lead = f"Voici la nouvelle du jour numéro {number}. « "
        tail = f" », a déclaré {name}.\n\n"
        start = length + len(lead)
        end = start + len(text)
        cue = Cue(end + 4, end + 13, "a déclaré", "déclarer")
        mention = Mention(end + 14, end + 14 + len(name), name)
        speaker = Speaker(name, "person", (name.split()[-1],))
        why = (utterance, form)
        quotes.append(Quote("direct", text, ((start, end),), None, cue, mention, speaker, confidence=0.9, why=why))
        parts.append(lead + text + tail)
        length += len(parts[-1])
    day = f"20{10 + number % 14:02}-{1 + number % 12:02}-{1 + number % 28:02}"
    return Extraction(Article("".join(parts), path=f"press/{number:07}.txt", date=day), tuple(quotes))


def measure(size: int, seed: int) -> dict[str, float]:
    """Build, write and judge one ledger; ``read_s`` is measured in a process of its own."""
    start = perf_counter()
    drawn = sum(len(extraction.quotes) for extraction in extractions(size, seed))
    drawing = perf_counter() - start
    start = perf_counter()
    ledger = build(extractions(size, seed), Generator("quotes", "benchmark"))
    built = perf_counter() - start - drawing
    recall, precision, apart = judge(ledger)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.json"
        start = perf_counter()
        with open(path, "wb") as stream:
            dump(ledger, stream)
        written = perf_counter() - start
        peak = _peak()
        megabytes = path.stat().st_size / 1e6
        entries = len(ledger.quotes)
        speakers = len(ledger.speakers)
        del ledger
        read = json.loads(_child("--read", str(path)))
    return {
        "occurrences": drawn,
        "entries": entries,
        "speakers": speakers,
        "build_s": round(built, 1),
        "write_s": round(written, 1),
        **read,
        "json_mb": round(megabytes, 1),
        "peak_mb": round(peak),
        "truncations_found": round(recall, 5),
        "precision": round(precision, 5),
        "opposites_apart": round(apart, 5),
    }


def judge(ledger: Ledger) -> tuple[float, float, float]:
    """Recall of cut texts, pairwise precision of entries, share of opposites that stand apart."""
    homes: dict[str, Counter[str]] = {}
    together = right = 0
    for quote in ledger.quotes:
        truth = Counter(one.why[0] for one in quote.occurrences)
        together += comb(len(quote.occurrences), 2)
        right += sum(comb(count, 2) for count in truth.values())
        for one in quote.occurrences:
            if one.why[1] in ("whole", "opposite"):
                homes.setdefault(one.why[0], Counter())[quote.id] += 1
    cut = found = turned = alone = 0
    for quote in ledger.quotes:
        for one in quote.occurrences:
            if one.why[1] in ("cut", "gap") and one.why[0] in homes:
                cut += 1
                found += homes[one.why[0]][quote.id] > 0
            elif one.why[1] == "opposite":
                turned += 1
                alone += all(other.why[0] == one.why[0] for other in quote.occurrences)
    return found / max(1, cut), right / max(1, together), alone / max(1, turned)


def naive(size: int, seed: int) -> dict[str, float]:
    """Seconds of comparing all pairs of texts, and of building, for as many occurrences."""
    texts = [quote.text for extraction in extractions(size, seed) for quote in extraction.quotes]
    words = [Words(text, " ".join(tokens(text))) for text in sorted(texts, key=len, reverse=True)]
    start = perf_counter()
    for at, one in enumerate(words):
        for other in words[:at]:
            compare(one, other)
    pairwise = perf_counter() - start
    start = perf_counter()
    build(extractions(size, seed), Generator("quotes", "benchmark"))
    return {
        "occurrences": size,
        "pairwise_s": round(pairwise, 2),
        "build_s": round(perf_counter() - start, 2),
    }


def _peak() -> float:
    """The most memory that this process has held, in MB (`getrusage` would count its parent's too)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _child(*arguments: str) -> str:
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _read(path: str) -> dict[str, float]:
    start = perf_counter()
    load(path)
    peak = _peak()
    return {"read_s": round(perf_counter() - start, 1), "read_peak_mb": round(peak)}


def main(arguments: list[str]) -> None:
    """Parse arguments, run each size in its own process, print."""
    seed = int(arguments[arguments.index("--seed") + 1]) if "--seed" in arguments else 0
    if "--read" in arguments:
        print(json.dumps(_read(arguments[1])))
        return
    if "--one" in arguments:
        print(json.dumps(measure(int(arguments[1]), seed)))
        return
    given = [int(a) for at, a in enumerate(arguments) if a.isdigit() and arguments[at - 1] != "--seed"]
    sizes = given or list(SIZES)
    rows = []
    for size in sizes:
        rows.append(json.loads(_child("--one", str(size), "--seed", str(seed))))
        print(json.dumps(rows[-1]), flush=True)
    for small, large in pairwise(rows):
        ratio = log(large["build_s"] / max(small["build_s"], 0.05)) / log(large["occurrences"] / small["occurrences"])
        print(f"exponent {small['occurrences']:.0f} → {large['occurrences']:.0f}: {ratio:.3f}")
    if rows[-1]["peak_mb"] > _LIMIT_MB:
        print(f"peak memory is above {_LIMIT_MB} MB")
    if "--naive" in arguments:
        print(json.dumps(naive(200, seed)))
        print(json.dumps(naive(400, seed)))


if __name__ == "__main__":
    main(sys.argv[1:])
