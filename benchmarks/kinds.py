"""Every error with a name: where the ledger and the gold differ, and of what kind the difference is.

The walk is that of score.py, with its own functions for spans and matching, so that the errors listed here
are the ones that its figures count. The kinds are simple guesses, made to sort a list for reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from gold import GoldSet, Json

_PRONOUN = re.compile(
    r"(?:-t-)?-?(?:je|j'|tu|il|elle|on|nous|vous|ils|elles|celui|celle|ceux|celles|lui|ce dernier"
    r"|cette dernière|ces derniers|qui|l'un|l'une|l'autre|le premier|le second|l'intéressée?)(?:-ci|-là)?",
    re.IGNORECASE,
)
_ROLE = re.compile(r"(?:le|la|l'|les|un|une|des|son|sa|ses|leur|leurs|ce|cet|cette|ces)\b\s*", re.IGNORECASE)
# Least overlap (IoU) at which two stretches are one that was cut in another place.
_TOUCH = 0.1


class Mistake(NamedTuple):
    """One difference between ledger and gold. All fields are text without tabs or line ends."""

    set: str
    article: str
    track: str
    what: str
    kind: str
    wanted: str
    got: str
    text: str

    def key(self) -> tuple[str, ...]:
        """What makes it the same mistake as before; the kind is a guess and the wrong name may change."""
        return (self.set, self.article, self.track, self.what, self.text)

    def line(self) -> str:
        who = f"{self.wanted} ← {self.got}: " if self.wanted or self.got else ""
        return f"[{self.kind}] {self.article[:28]} {self.track} {self.what}: {who}{self.text}"


def mistakes(gold: GoldSet, ledger: Json) -> list[Mistake]:
    """Every record missed, found in vain, or given to the wrong speaker."""
    predicted = _occurrences(ledger)
    return [
        mistake
        for article in gold.articles
        for mistake in _in_article(gold, article, predicted.get(article["article"], []))
    ]


def by_kind(found: list[Mistake]) -> list[tuple[str, list[Mistake]]]:
    """The most frequent kind first."""
    groups: dict[str, list[Mistake]] = defaultdict(list)
    for mistake in found:
        groups[mistake.kind].append(mistake)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def changes(old: list[Mistake], new: list[Mistake]) -> tuple[list[Mistake], list[Mistake]]:
    """Gains (mistakes that are gone) and losses (mistakes that are new)."""
    before, after = {m.key() for m in old}, {m.key() for m in new}
    return [m for m in old if m.key() not in after], [m for m in new if m.key() not in before]


def _occurrences(ledger: Json) -> dict[str, list[Json]]:
    speakers = {speaker["id"]: speaker for speaker in ledger["speakers"]}
    names = {article["id"]: Path(article["path"] or article["id"]).name for article in ledger["articles"]}
    found = defaultdict(list)
    for quote in ledger["quotes"]:
        for occurrence in quote["occurrences"]:
            speaker = occurrence["speaker"]
            name = None if speaker is None else speakers[speaker]["name"]
            found[names[occurrence["article"]]].append({**occurrence, "key": speaker, "name": name})
    return found


def _in_article(gold: GoldSet, article: Json, pred: list[Json]) -> Iterator[Mistake]:
    score: Any = gold.score
    name = article["article"]
    text = (gold.texts / name).read_text(encoding="utf-8")
    wanted = [dict(record, key=score.norm(record["speaker"])) for record in article["quotes"]]

    def mistake(track: str, what: str, kind: str, span: tuple[int, int], who: Any, got: Any) -> Mistake:
        cells = (gold.name, name, track, what, kind, who or "", got or "", text[slice(*span)][:120])
        return Mistake(*(" ".join(str(cell).split()) for cell in cells))

    for track, spans_of, threshold in (("verbatim", score.stretches, 0.8), ("content", score.clauses, 0.5)):
        g, p = spans_of(text, wanted), spans_of(text, pred)
        found = score.match(g, p, threshold)
        for a, (span, i) in enumerate(g):
            record = wanted[i]
            if record["optional"]:
                continue
            if a not in found:
                kind = _missed(score, track, span, record, pred)
                yield mistake(track, "missed", kind, span, record["speaker"], None)
                continue
            guess = pred[p[found[a]][1]]
            if not score.right(record, guess):
                kind = _wrong_speaker(score, text, record, guess)
                yield mistake(track, "wrong speaker", kind, span, record["speaker"], guess["name"])
            elif record["kind"] == "person" and score.norm(guess["name"]) != record["key"]:
                yield mistake(track, "not full", "name not full", span, record["speaker"], guess["name"])
        for b, (span, i) in enumerate(p):
            if b not in found.values():
                kind = _in_vain(score, track, span, wanted)
                yield mistake(track, "not a quote", kind, span, None, pred[i]["name"])


def _spans(record: Json) -> list[tuple[int, int]]:
    spans = [tuple(span) for span in record["verbatim"]]
    return [*spans, tuple(record["content"])] if record["content"] else spans


def _missed(score: Any, track: str, span: tuple[int, int], record: Json, pred: list[Json]) -> str:
    if any(score.iou(span, other) >= _TOUCH for guess in pred for other in _spans(guess)):
        return "boundary"
    if track == "content" or not record["cue"]:
        return "cue not seen" if record["cue"] else "missed without cue"
    return "missed mark"


def _in_vain(score: Any, track: str, span: tuple[int, int], wanted: list[Json]) -> str:
    if any(score.iou(span, other) >= _TOUCH for record in wanted for other in _spans(record)):
        return "boundary"
    return "scare quote reported" if track == "verbatim" else "clause not reported speech"


def _wrong_speaker(score: Any, text: str, record: Json, guess: Json) -> str:
    if record["speaker"] is None:
        return "speaker where none"
    mention = text[slice(*record["mention"])] if record["mention"] else ""
    if guess["name"] and _words(score, guess["name"]) < _words(score, record["speaker"]):
        return "name not full"
    if _PRONOUN.fullmatch(mention.strip()):
        return "pronoun"
    if record["kind"] in ("group", "unknown"):
        return "group"
    if record["kind"] == "person" and (_ROLE.match(mention) or mention[:1].islower()):
        return "role"
    return "wrong candidate" if guess["name"] else "no speaker found"


def _words(score: Any, name: str) -> set[str]:
    return set(str(score.norm(name)).split())
