"""*selon X*, *d'après X*, *pour X*, *de l'aveu de X*, *aux yeux de X*: a source without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from quotes import lexicon
from quotes.cues.animate import nameable
from quotes.cues.phrases import phrase_from
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.words import low
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
    ("si", "l'", "on", "en", "croit"),
)
_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(words for words in _LOCUTIONS if words[0] == first) for first in {words[0] for words in _LOCUTIONS}
}
# whose source a possessive or a clitic names
_REFERRING = (
    ("à", "l'", "en", "croire"),
    ("à", "les", "en", "croire"),
    ("à", "ses", "yeux"),
    ("à", "son", "sens"),
    ("à", "son", "avis"),
    ("à", "leurs", "yeux"),
    ("à", "leur", "avis"),
    ("de", "son", "propre", "aveu"),
    ("de", "son", "aveu"),
    ("selon", "ses", "dires"),
)


def according(reading: Reading, frame: int) -> Iterator[Hit]:
    """Sources named by a preposition, with the clause that they are the source of."""
    first, stop = reading.range(frame)
    i = first
    done: list[Span] = []
    while i < stop:
        referring = _referring(reading, frame, i, stop) or _relative(reading, frame, i, stop)
        if referring is not None:
            yield referring
            i += 3
            continue
        opened = _opener(reading, first, i, stop)
        if opened is None:
            i += 1
            continue
        after, cue = opened
        own = _own_words(reading, frame, cue, after, stop)
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
        content = _content(reading, frame, cue, source)
        if (
            content is not None
            and source.pronoun is not None
            and any(a <= content[0] and content[1] <= b for a, b in done)
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
            yield Hit(f"source by {cue.lemma}", frame, cue, source, spans, content, strength)
        i = max(reading.token_at(source.end), after)


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
        if tuple(low(reading, j) for j in range(i, min(i + len(words), stop))) == words:
            last = i + len(words) - 1
            start, end = tokens[i].start, tokens[last].end
            return last + 1, Cue(start, end, reading.view[start:end], " ".join(words))
    return None


def _referring(reading: Reading, frame: int, i: int, stop: int) -> Hit | None:
    """*À l'en croire, …*, *à ses yeux, …*: the source is whoever the pronoun stands for."""
    for words in _REFERRING:
        if tuple(low(reading, j) for j in range(i, min(i + len(words), stop))) == words:
            last = i + len(words) - 1
            start, end = reading.tokens[i].start, reading.tokens[last].end
            cue = Cue(start, end, reading.view[start:end], " ".join(words))
            plural = words[1] in ("les", "leurs", "leur")
            source = Source(start, end, None, "leurs" if plural else "ses")
            content = _content(reading, frame, cue, source)
            return _hit(reading, frame, cue, source, content, "reference") if content is not None else None
    return None


def _relative(reading: Reading, frame: int, i: int, stop: int) -> Hit | None:
    """*un billet du site X, selon lequel …*: the antecedent is the source."""
    if low(reading, i) not in ("selon", "d'après", "pour") or i + 1 >= stop:
        return None
    if low(reading, i + 1) not in ("lequel", "laquelle", "lesquels", "lesquelles") and (
        low(reading, i),
        low(reading, i + 1),
    ) != ("pour", "qui"):
        return None
    first, _ = reading.range(frame)
    start, end = reading.tokens[i].start, reading.tokens[i + 1].end
    j = i - 1
    if j >= first and reading.tokens[j].text == ",":
        j -= 1
    k = j
    while k > first and (
        reading.tokens[k - 1].upos in ("NOUN", "PROPN", "ADJ", "DET", "NUM")
        or low(reading, k - 1) in ("de", "du", "des", "d'", "à", "au")
    ):
        k -= 1
    while k < j and reading.tokens[k].upos == "ADP":
        k += 1
    source = phrase_from(reading, k, j + 1)
    if source is None or not nameable(reading, source):
        return None
    content_end = reading.frames[frame].end
    while content_end > end and reading.view[content_end - 1] in " \n.!?…;:,":
        content_end -= 1
    while end < content_end and reading.view[end] == " ":
        end += 1
    cue = Cue(start, reading.tokens[i + 1].end, reading.view[start : reading.tokens[i + 1].end], "selon")
    return _hit(reading, frame, cue, source, (end, content_end), "selon lequel")


def _hit(reading: Reading, frame: int, cue: Cue, source: Source, content: Span, name: str) -> Hit:
    spans = tuple(
        k
        for k in reading.frames[frame].spans
        if content[0] <= reading.spans[k].outer[0] and reading.spans[k].outer[1] <= content[1] + 2
    )
    return Hit(f"source by {name}", frame, cue, source, spans, content, 0.8)


def _own_words(reading: Reading, frame: int, cue: Cue, after: int, stop: int) -> Hit | None:
    """*« sculpteur à temps partiel » selon ses propres termes*: the source is whoever *ses* stands for."""
    if cue.lemma not in ("selon", "d'après") or after + 1 >= stop:
        return None
    if low(reading, after) not in ("ses", "son", "sa", "leurs", "leur"):
        return None
    if not any(
        low(reading, j) in ("termes", "mots", "expression", "dires", "propos", "formule", "aveu")
        for j in range(after, min(after + 4, stop))
    ):
        return None
    token = reading.tokens[after]
    near = [
        k
        for k in reading.frames[frame].spans
        if abs(reading.spans[k].outer[1] - cue.start) <= 3 or 0 <= reading.spans[k].outer[0] - cue.end <= 40
    ]
    pronoun = "leurs" if low(reading, after).startswith("leur") else "ses"
    source = Source(token.start, token.end, after, pronoun)
    if not near:
        return None
    return Hit("in their own words", frame, cue, source, (near[0],), None, 0.85)


def _pour(reading: Reading, first: int, i: int, source: Source, stop: int) -> bool:
    """*Pour le maire, c'est non*: *pour* names a source before a comma, when a clause follows."""
    after = reading.token_at(source.end)
    if after < stop and reading.tokens[after].upos == "VERB" and "VerbForm=Part" in reading.tokens[after].morph:
        after = next((j for j in range(after, min(after + 12, stop)) if reading.tokens[j].text == ","), after)
    if after >= stop or reading.tokens[after].text not in (",", ":"):
        return False
    if source.pronoun in ("je", "nous", "vous", "on"):
        return False
    human = source.pronoun in ("lui", "elle", "eux", "celui-ci", "celle-ci")
    for entity in reading.document.entities:
        if entity.label == "PER" and entity.start < source.end and source.start < entity.end:
            human = True
        if entity.label == "ORG" and entity.start < source.end and source.start < entity.end:
            human = True
    head = source.head
    if head is not None:
        word = low(reading, head)
        known = lexicon.roles().keys() | lexicon.organisations()
        human = human or word in known or word.rstrip("s") in known
        human = human or (reading.tokens[head].text[0].isupper() and not _place(reading, source))
    verbs = [
        j for j in range(after, stop) if reading.tokens[j].upos in ("VERB", "AUX") and "Fin" in reading.tokens[j].morph
    ]
    quoted = bool(reading.frames[reading.frame_of_token[i]].spans)
    return human and (bool(verbs) or quoted)


def _place(reading: Reading, source: Source) -> bool:
    if reading.view[source.start : source.end] in reading.families:
        return False
    return any(e.label == "LOC" and e.start < source.end and source.start < e.end for e in reading.document.entities)


def _distributive(reading: Reading, source: Source) -> bool:
    """*Selon les différentes académies*: a choice among cases, not a source."""
    words = reading.view[source.start : source.end].lower().split()
    return any(w in ("différents", "différentes", "divers", "diverses", "chaque") for w in words)


def _content(reading: Reading, frame: int, cue: Cue, source: Source) -> Span | None:
    """The clause that a source by preposition stands for: the rest of its sentence."""
    view, whole = reading.view, reading.frames[frame]
    head = view[whole.start : cue.start].strip(" \n,—-•")
    tail_start = source.end
    after = reading.token_at(source.end)
    if cue.lemma == "pour" and after < len(reading.tokens) and reading.tokens[after].upos == "VERB":
        comma = view.find(",", source.end, whole.end)
        tail_start = comma if comma > 0 else tail_start
    while tail_start < whole.end and view[tail_start] in " ,:\n)":
        tail_start += 1
    end = whole.end
    while end > tail_start and view[end - 1] in " \n.!?…;:,":
        end -= 1
    tail = view[tail_start:end].strip()
    if head.endswith((" que", " qu'", "que,", ":", ";")) or len(head.split()) <= 2:
        return (tail_start, end) if len(tail.split()) >= 2 else None
    if len(tail.split()) <= 2 or not _clausal(reading, reading.token_at(tail_start), reading.token_at(end)):
        stop = cue.start
        while stop > whole.start and view[stop - 1] in " ,\n(—":
            stop -= 1
        return whole.start, stop
    return whole.start, end


def _clausal(reading: Reading, first: int, last: int) -> bool:
    return any(reading.tokens[j].upos in ("VERB", "AUX") for j in range(first, min(last, len(reading.tokens))))
