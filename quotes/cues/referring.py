"""Sources by reference: *à l'en croire*, *à ses yeux*, *selon lequel*, *selon ses propres termes*."""

from __future__ import annotations

from quotes.cues.animate import nameable
from quotes.cues.antecedents import antecedent
from quotes.cues.around import clause_around, whole_clause_end
from quotes.cues.reading import Hit, Reading, Source
from quotes.cues.words import by_first, is_finite, low
from quotes.types import Cue, Span

# whose source a possessive or a clitic names
_REFERRING = (
    ("à", "l'", "en", "croire"),
    ("à", "les", "en", "croire"),
    ("à", "l'", "entendre"),
    ("à", "les", "entendre"),
    ("à", "l'", "écouter"),
    ("à", "les", "écouter"),
    ("à", "ses", "yeux"),
    ("à", "son", "sens"),
    ("à", "son", "avis"),
    ("à", "leurs", "yeux"),
    ("à", "leur", "avis"),
    ("de", "son", "propre", "aveu"),
    ("de", "son", "aveu"),
    ("selon", "ses", "dires"),
)
POINTING = by_first(_REFERRING)


def referring(reading: Reading, frame: int, i: int, stop: int) -> Hit | None:
    """*À l'en croire, …*, *à ses yeux, …*: the source is whoever the pronoun stands for."""
    for words in POINTING.get(low(reading, i), ()):
        if tuple(reading.lows[i : min(i + len(words), stop)]) == words:
            last = i + len(words) - 1
            if words[-1] in ("entendre", "écouter") and not _set_off(reading, frame, i, last + 1):
                return None
            start, end = reading.tokens[i].start, reading.tokens[last].end
            cue = Cue(start, end, reading.view[start:end], " ".join(words))
            plural = words[1] in ("les", "leurs", "leur")
            source = Source(start, end, None, "leurs" if plural else "ses")
            content = clause_around(reading, frame, cue, source)
            return _hit(reading, frame, cue, source, content, "reference") if content is not None else None
    return None


def _set_off(reading: Reading, frame: int, first: int, after: int) -> bool:
    """*À l'entendre, …*, *…, à l'entendre, …*, not *on peine à l'entendre*: does it stand by itself?"""
    opens = first == reading.range(frame)[0] or reading.tokens[first - 1].text in (",", ":", ";")
    return opens and (after >= len(reading.tokens) or reading.tokens[after].text in (",", "."))


def relative(reading: Reading, frame: int, i: int, stop: int) -> Hit | None:
    """*un billet du site X, selon lequel …*: the antecedent is the source."""
    if low(reading, i) not in ("selon", "d'après", "pour") or i + 1 >= stop:
        return None
    if low(reading, i + 1) not in ("lequel", "laquelle", "lesquels", "lesquelles") and (
        low(reading, i),
        low(reading, i + 1),
    ) not in (("pour", "qui"), ("selon", "qui"), ("d'après", "qui")):
        return None
    start, end = reading.tokens[i].start, reading.tokens[i + 1].end
    source = antecedent(reading, i)
    if source is None or not nameable(reading, source):
        return None
    content_end = min(whole_clause_end(reading, frame, i + 2), _main_verb(reading, i + 2, stop))
    while content_end > end and reading.view[content_end - 1] in " \n.!?…;:,":
        content_end -= 1
    while end < content_end and reading.view[end] == " ":
        end += 1
    cue = Cue(start, reading.tokens[i + 1].end, reading.view[start : reading.tokens[i + 1].end], "selon")
    return _hit(reading, frame, cue, source, (end, content_end), "selon lequel")


def _main_verb(reading: Reading, first: int, stop: int) -> int:
    """*La rumeur, selon laquelle X part, a couru*: the comma before the verb that the antecedent is the subject of."""
    tokens = reading.tokens
    for j in range(first + 1, stop - 1):
        if tokens[j].text == "," and is_finite(reading, j + 1) and any(is_finite(reading, k) for k in range(first, j)):
            return tokens[j].start
    return tokens[stop - 1].end


def _hit(reading: Reading, frame: int, cue: Cue, source: Source, content: Span, name: str) -> Hit:
    spans = tuple(
        k
        for k in reading.frames[frame].spans
        if content[0] <= reading.spans[k].outer[0] and reading.spans[k].outer[1] <= content[1] + 2
    )
    return Hit(f"source by {name}", frame, cue, source, spans, content, 0.8)


_SAYINGS = frozenset(
    "termes mots expression dires propos formule aveu calculs estimations explications déclarations"
    " informations".split()
)


def own_words(reading: Reading, frame: int, cue: Cue, after: int, stop: int) -> Hit | None:
    """*« sculpteur à temps partiel » selon ses propres termes*: the source is whoever *ses* stands for."""
    if cue.lemma not in ("selon", "d'après") or after + 1 >= stop:
        return None
    if low(reading, after) not in ("ses", "son", "sa", "leurs", "leur"):
        return None
    if not any(low(reading, j) in _SAYINGS for j in range(after, min(after + 4, stop))):
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
        last = next(j for j in range(after, min(after + 4, stop)) if low(reading, j) in _SAYINGS)
        source = Source(token.start, reading.tokens[last].end, last, pronoun)
        content = clause_around(reading, frame, cue, source)
        return _hit(reading, frame, cue, source, content, "reference") if content is not None else None
    return Hit("in their own words", frame, cue, source, (near[0],), None, 0.85)
