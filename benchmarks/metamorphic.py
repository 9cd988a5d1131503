#!/usr/bin/env python3
"""Laws 4 and 5 on real news: what may change when an article is changed, and how often more changes than may.

python benchmarks/metamorphic.py              the table: for each change, the share of records that stay
python benchmarks/metamorphic.py --show LAW   every record that a change lost or made
python benchmarks/metamorphic.py --texts DIR  other articles than the seeds, the gold and the corpus
python benchmarks/metamorphic.py --update     raise the floors in `metamorphic.json` to what was reached

Nothing here knows the right answer: the parser is held against itself. A record stays when its type, its words and
its speaker are those of the article as it was, up to the change itself.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# This clone is measured, not a version of the package that happens to be installed.
sys.path.insert(0, str(ROOT))

from quotes.entities.names import given_gender, is_given, words
from quotes.pipeline import Extractor
from quotes.testing.french import elides
from quotes.types import Extraction, Quote

FLOORS = Path(__file__).resolve().parent / "metamorphic.json"
SHARED = ROOT.parent / "shared"
# the parser's model changes with its versions: less than this is not a fall
TOLERANCE = 0.01

Said = tuple[str, str, str | None]

NEUTRAL = "Le marché ouvre à huit heures sur la place, comme chaque semaine depuis un siècle."
OTHER = (
    "La piscine de Lormes rouvre jeudi.\n\n« Nous avons tout repeint », a déclaré Ysabelle Quévremont, "
    "directrice du bassin. Selon elle, l'eau est à vingt-huit degrés."
)
# bearers of names that no article holds
SPARE = {"f": ("Claire", "Vuillermoz"), "m": ("Bruno", "Vuillermoz")}


@dataclass(frozen=True, slots=True)
class Change:
    """An article changed: its text, and what a record of the old one should look like in it.

    ``added`` is how many records the change itself brings.
    """

    text: str
    expect: Callable[[Said], Said] = lambda said: said
    added: tuple[Said, ...] = ()


def in_front(text: str, _: Extraction) -> Iterator[Change]:
    """A neutral paragraph in front: every record only moves."""
    yield Change(f"{NEUTRAL}\n\n{text}")


def between(text: str, _: Extraction) -> Iterator[Change]:
    """A neutral paragraph at the middle paragraph's end: who is *il* may change there, in principle; words may not."""
    ends = [m.start() for m in re.finditer(r"\n\s*\n", text)]
    if ends:
        at = ends[len(ends) // 2]
        yield Change(f"{text[:at]}\n\n{NEUTRAL}{text[at:]}")


def behind(text: str, _: Extraction) -> Iterator[Change]:
    """Another article appended: its two records come, and nothing that stood before moves."""
    added = (
        ("direct", "nous avons tout repeint", "Ysabelle Quévremont"),
        ("indirect", "l'eau est à vingt-huit degrés", "Ysabelle Quévremont"),
    )
    yield Change(f"{text.rstrip()}\n\n{OTHER}", added=added)


def apostrophes(text: str, _: Extraction) -> Iterator[Change]:
    """Curly apostrophes where straight ones stood, or the other way round."""
    yield Change(text.replace("'", "’") if "'" in text else text.replace("’", "'"))


def guillemets(text: str, _: Extraction) -> Iterator[Change]:
    """Other blanks inside « ». A page with blanks outside its marks (« oui» non) has lost its own, and is left out."""
    if "«" in text:
        plain = re.sub(r"«[ \u00a0\u202f\u2009]?", "«\u202f", text)
        yield Change(re.sub(r"[ \u00a0\u202f\u2009]?»", "\u202f»", plain))


def curly(text: str, _: Extraction) -> Iterator[Change]:
    """“ ” for « », where each opens and closes in turn and the page has no other marks."""
    marks = re.findall(r"[«»“”\"]", text)
    if marks and marks == ["«", "»"] * (len(marks) // 2):
        yield Change(re.sub(r" ?»", "”", re.sub(r"« ?", "“", re.sub("[\u00a0\u202f\u2009]", " ", text))))


def windows(text: str, _: Extraction) -> Iterator[Change]:
    """Windows line ends."""
    yield Change(text.replace("\r\n", "\n").replace("\n", "\r\n"))


def lines(text: str, _: Extraction) -> Iterator[Change]:
    """The lines of each paragraph broken at eighty characters, as mail and print do."""
    broken = []
    for paragraph in re.split(r"(\n+)", text):
        out, width = [], 0
        for word in paragraph.split(" "):
            if width and width + len(word) > 80:
                out.append("\n" + word)
                width = len(word)
            else:
                out.append(word if not out else " " + word)
                width += len(word) + 1
        broken.append("".join(out))
    yield Change("".join(broken))


def renamed(text: str, read: Extraction) -> Iterator[Change]:
    """The first person who speaks and is named in full bears another name: so do the records, and nobody else's."""
    for quote in read.quotes:
        name = quote.speaker.name if quote.speaker and quote.speaker.kind == "person" else ""
        parts = words(name)
        gender = given_gender(name)
        if len(parts) != 2 or not is_given(parts[0]) or gender is None or not all(p.isalpha() for p in parts):
            continue
        new = SPARE[gender]
        if elides(parts[0]) or elides(parts[1]) or any(re.search(rf"\b{part}\b", text) for part in new):
            continue
        # another member of the family, or somebody with the given name, would be renamed too
        if re.search(rf"\b{parts[0]} (?!{parts[1]}\b)[A-Z]|\b[A-ZÉ][\w-]+ (?<!{parts[0]} ){parts[1]}\b", text):
            continue

        def rename(words: str, old: tuple[str, ...] = parts, new: tuple[str, str] = new) -> str:
            for before, after in zip(old, new, strict=True):
                words = re.sub(rf"\b{before}\b", after, words, flags=re.IGNORECASE)
            return words

        def expect(said: Said, rename: Callable[[str], str] = rename) -> Said:
            return said[0], rename(said[1]).casefold(), said[2] and rename(said[2])

        yield Change(rename(text), expect)
        return


LAWS: dict[str, Callable[[str, Extraction], Iterator[Change]]] = {
    "a neutral paragraph in front": in_front,
    "a neutral paragraph between": between,
    "another article behind": behind,
    "other apostrophes": apostrophes,
    "other blanks in « »": guillemets,
    "“ ” for « »": curly,
    "Windows line ends": windows,
    "lines broken": lines,
    "a speaker renamed": renamed,
}


def said(quotes: tuple[Quote, ...]) -> list[Said]:
    """The records in one typography."""
    return [(q.type, _plain(q.text).casefold(), _plain(q.speaker.name) if q.speaker else None) for q in quotes]


def _plain(text: str) -> str:
    text = re.sub('[«»“”"]', " ", text.replace("’", "'"))
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change did to one article: records that stayed, and those that went and came."""

    article: str
    stayed: int
    lost: tuple[Said, ...]
    come: tuple[Said, ...]


def outcomes(extractor: Extractor, before: dict[str, Extraction], law: str) -> list[Outcome]:
    """One for each article to which the change applies. ``before`` is what was read of the articles as they are."""
    found = []
    changes = [(name, change) for name, read in before.items() for change in LAWS[law](read.article.text, read)]
    for (name, change), after in zip(changes, extractor.pipe(change.text for _, change in changes), strict=True):
        wanted = Counter(map(change.expect, said(before[name].quotes)))
        got = Counter(said(after.quotes))
        # the appended article may merge with what is the same in the old one
        new = Counter({one: count for one, count in (got - wanted).items() if one not in change.added})
        lost = wanted - got
        found.append(Outcome(name, sum((wanted & got).values()), tuple(lost.elements()), tuple(new.elements())))
    return found


def share(found: list[Outcome]) -> float:
    """Of all records before and after, those that are in both."""
    stayed = sum(o.stayed for o in found)
    return stayed / max(1, stayed + sum(max(len(o.lost), len(o.come)) for o in found))


def real_texts(folder: Path | None = None) -> dict[str, str]:
    """The seeds, and the gold and the corpus where they lie beside the clone; or the .txt files of a folder."""
    if folder is not None:
        paths = sorted(folder.rglob("*.txt"))
    else:
        gold = SHARED / "gold"
        paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(gold.glob("*/*.txt"))]
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    corpus = SHARED / "corpus" / "news.jsonl"
    if folder is None and corpus.exists():
        rows = (json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines())
        texts.update((row["id"], row["text"]) for row in rows)
    return texts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, metavar="DIR", help="a folder of .txt files")
    parser.add_argument("--show", metavar="LAW", choices=LAWS, help="what this change lost and made")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    args = parser.parse_args()
    texts, extractor = real_texts(args.texts), Extractor()
    before = dict(zip(texts, extractor.pipe(texts.values()), strict=True))
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    wrong = []
    print(
        f"{len(texts)} articles\n\n| change | articles | untouched | records that stay |\n| --- | ---: | ---: | ---: |"
    )
    for law in [args.show] if args.show else LAWS:
        found = outcomes(extractor, before, law)
        untouched = sum(not o.lost and not o.come for o in found)
        print(f"| {law} | {len(found)} | {untouched} | {share(found):.3f} |")
        if args.show:
            for outcome in found:
                for sign, records in (("-", outcome.lost), ("+", outcome.come)):
                    for kind, text, who in records:
                        print(f"  {outcome.article[:40]} {sign} {kind} {who}: {text[:110]}")
        if share(found) < floors.get(law, 0.0) - TOLERANCE:
            wrong.append(f"{law}: fell from {floors[law]:.3f} to {share(found):.3f}")
        floors[law] = max(floors.get(law, 0.0), round(share(found), 4))
    if args.update and not args.texts:
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    if args.texts or args.show:
        return 0
    for line in wrong:
        print(f"metamorphic: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
