"""*selon X*, *d'après X*, *pour X*, *de l'aveu de X*, *aux yeux de X*: a source without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from quotes import lexicon
from quotes.cues.animate import nameable
from quotes.cues.around import clause_around
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.referring import POINTING, own_words, referring, relative
from quotes.cues.words import by_first, low
from quotes.types import Cue, Span

_OF = tuple(
    tuple(words.split())
    for words in (
        "de l' aveu",
        "de l' aveu même",
        "aux yeux",
        "aux dires",
        "au dire",
        "de l' avis",
        "de l' opinion",
        "dans l' esprit",
        "du point de vue",
        "de l' avis même",
        "à l' avis",
    )
)
_LOCUTIONS = (
    *((*words, of) for words in _OF for of in ("de", "d'", "du", "des")),
    ("à", "en", "croire"),
    ("à", "entendre"),
    ("à", "écouter"),
    ("si", "l'", "on", "en", "croit"),
)
_BY_FIRST = by_first(_LOCUTIONS)
# the first words of all that is looked for here: of the others nothing need be asked
_OPENING = frozenset(["selon", "suivant", "d'après", "d'", "pour", *_BY_FIRST, *POINTING])


def according(reading: Reading, frame: int) -> Iterator[Hit]:
    """Sources named by a preposition, with the clause that they are the source of."""
    first, stop = reading.range(frame)
    i = first
    done: list[Span] = []
    while i < stop:
        if low(reading, i) not in _OPENING:
            i += 1
            continue
        pointed = referring(reading, frame, i, stop) or relative(reading, frame, i, stop)
        if pointed is not None:
            yield pointed
            i += 3
            continue
        opened = _opener(reading, first, i, stop)
        if opened is None:
            i += 1
            continue
        after, cue = opened
        own = own_words(reading, frame, cue, after, stop)
        if own is not None:
            yield own
            i = after
            continue
        source = phrase_from(reading, after, stop)
        if cue.lemma != "pour" or source is not None and reading.view[source.start].isupper():
            source = _own_phrase(reading, source, stop)
        if source is None and after < stop and low(reading, after) in ("lui", "elle", "eux"):
            token = reading.tokens[after]
            source = Source(token.start, token.end, after, low(reading, after))
        if source is None or not nameable(reading, source) or _distributive(reading, source):
            i = after
            continue
        if cue.lemma == "pour" and not _pour(reading, first, i, source, stop):
            i = after
            continue
        if any(
            reading.spans[k].outer[0] <= source.start < reading.spans[k].outer[1] for k in reading.frames[frame].spans
        ):
            i = after
            continue
        beside = _marked_beside(reading, frame, i, first, source)
        if beside is not None:
            yield Hit(f"source by {cue.lemma}", frame, cue, source, (beside,), None, 0.8)
            i = max(reading.token_at(source.end), after)
            continue
        content = clause_around(reading, frame, cue, source)
        if (
            content is not None
            and source.pronoun is not None
            and any(a < content[1] and content[0] < b for a, b in done)
        ):
            content = None  # *Pour le maire, …, selon lui, …*: once is enough
        if content is not None:
            done.append(content)
            spans = tuple(
                k
                for k in reading.frames[frame].spans
                if content[0] <= reading.spans[k].outer[0] and reading.spans[k].outer[1] <= content[1] + 2
            )
            strength = 0.8 if cue.lemma != "pour" else 0.78
            rule = f"source by {cue.lemma}"
            colon = next((k for k in spans if _announced(reading, content[0], k)), None)
            if colon is not None:
                # *Pour X, la chose est claire : « … »*: the sentence announces what the marks hold
                before = tuple(k for k in spans if k < colon)
                if before:
                    end = reading.spans[before[-1]].outer[1]
                    yield Hit(rule, frame, cue, source, before, (content[0], end), strength)
                told = tuple(k for k in spans if k >= colon)
                yield Hit(f"{rule} before a colon", frame, cue, source, told, None, strength)
            else:
                yield Hit(rule, frame, cue, source, spans, content, strength)
        i = max(reading.token_at(source.end), after)


def _marked_beside(reading: Reading, frame: int, cue: int, first: int, source: Source) -> int | None:
    """*une baisse décidée selon eux « sans concertation »*: only the words right behind are the source's."""
    if cue == first or reading.tokens[cue - 1].text in (",", ";", ":", "—", "(") or source.pronoun is None:
        return None
    held = reading.frames[frame].spans
    return next((k for k in held if 0 <= reading.spans[k].outer[0] - source.end <= 1), None)


def _announced(reading: Reading, start: int, index: int) -> bool:
    """Does a colon stand before this quotation?"""
    return reading.view[start : reading.spans[index].outer[0]].rstrip().endswith(":")


def _own_phrase(reading: Reading, source: Source | None, stop: int) -> Source | None:
    """*Selon Radio Quercy, Odile Roy a dit*: the name behind the comma is a subject, where no comma closes it."""
    if source is None or "," not in reading.view[source.start : source.end]:
        return source
    after = reading.token_at(source.end)
    if after < stop and reading.tokens[after].text not in (",", ":", ".", ";"):
        comma = reading.view.index(",", source.start)
        return Source(source.start, comma, source.head, source.pronoun)
    return source


def _opener(reading: Reading, first: int, i: int, stop: int) -> tuple[int, Cue] | None:
    tokens, word = reading.tokens, low(reading, i)
    if word in ("selon", "suivant") and i + 1 < stop:
        if low(reading, i + 1) in ("que", "qu'") or word == "suivant":
            return None
        return i + 1, Cue(tokens[i].start, tokens[i].end, tokens[i].text, "selon")
    if word == "d'après" and i + 1 < stop:
        return i + 1, Cue(tokens[i].start, tokens[i].end, tokens[i].text, "d'après")
    if word == "d'" and i + 2 < stop and low(reading, i + 1) == "après":
        start, end = tokens[i].start, tokens[i + 1].end
        return i + 2, Cue(start, end, reading.view[start:end], "d'après")
    if (
        word == "pour"
        and i + 1 < stop
        and (
            i == first
            or tokens[i - 1].text in (",", ":", "—", "-")
            or low(reading, i - 1) in ("mais", "et", "or", "car")
        )
    ):
        return i + 1, Cue(tokens[i].start, tokens[i].end, tokens[i].text, "pour")
    for words in _BY_FIRST.get(word, ()):
        if tuple(reading.lows[i : min(i + len(words), stop)]) == words:
            if words[-1] in ("entendre", "écouter") and i > first and tokens[i - 1].text != ",":
                continue  # *on s'attend à entendre le maire*
            last = i + len(words) - 1
            start, end = tokens[i].start, tokens[last].end
            return last + 1, Cue(start, end, reading.view[start:end], " ".join(words))
    return None


_SIDES = frozenset("gauche droite opposition majorité patronat".split())


def _pour(reading: Reading, first: int, i: int, source: Source, stop: int) -> bool:
    """*Pour le maire, c'est non*: *pour* names a source before a comma, when a clause follows."""
    after = reading.token_at(source.end)
    held = [reading.spans[k] for k in reading.frames[reading.frame_of_token[i]].spans]
    behind_marks = any(0 <= reading.tokens[i].start - s.outer[1] <= 2 for s in held)
    if after < stop and reading.tokens[after].upos == "VERB" and "VerbForm=Part" in reading.tokens[after].morph:
        after = next((j for j in range(after, min(after + 12, stop)) if reading.tokens[j].text == ","), after)
    if after >= stop or reading.tokens[after].text not in ((",", ":", ";", ".") if behind_marks else (",", ":")):
        return False
    if source.pronoun in ("je", "nous", "vous", "on"):
        return False
    human = source.pronoun in ("lui", "elle", "eux", "celui-ci", "celle-ci")
    for entity in reading.entities_near(source.start, source.end):
        if entity.label == "PER" and entity.start < source.end and source.start < entity.end:
            human = True
        if entity.label == "ORG" and entity.start < source.end and source.start < entity.end:
            human = True
    head = source.head
    if head is not None:
        word = low(reading, head)
        known = lexicon.actors()
        human = human or word in known or word.rstrip("s") in known or word in _SIDES
        human = human or (reading.tokens[head].text[0].isupper() and not _place(reading, source))
    verbs = [
        j for j in range(after, stop) if reading.tokens[j].upos in ("VERB", "AUX") and "Fin" in reading.tokens[j].morph
    ]
    return human and (bool(verbs) or bool(held))


def _place(reading: Reading, source: Source) -> bool:
    if reading.view[source.start : source.end] in reading.families:
        return False
    return any(
        e.label == "LOC" and e.start < source.end and source.start < e.end
        for e in reading.entities_near(source.start, source.end)
    )


def _distributive(reading: Reading, source: Source) -> bool:
    """*Selon les différentes académies*: a choice among cases, not a source."""
    words = reading.view[source.start : source.end].lower().split()
    return any(w in ("différents", "différentes", "divers", "diverses", "chaque") for w in words)
