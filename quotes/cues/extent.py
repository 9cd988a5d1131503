"""Extents: where a reported clause begins and ends in its sentence."""

from __future__ import annotations

import re

from quotes import lexicon
from quotes.cues.conjuncts import rejoins_cue, without_subject
from quotes.cues.groups import VerbGroup, read_verb
from quotes.cues.reading import Reading
from quotes.cues.words import AUXILIARIES, CLITICS, is_finite, low

# *dit-il*, *ajoute-t-elle*: the pronoun of an incise
_INVERTED = ("il", "elle", "ils", "elles", "on")


def content_start(reading: Reading, opener: int, content_token: int, frame: int) -> int:
    after = reading.tokens[opener].end if content_token != opener else reading.tokens[opener].start
    end = reading.frames[frame].end
    view = reading.view
    while after < end and view[after] in " \n,":
        after += 1
    return after


def spans_inside(reading: Reading, frame: int, start: int, end: int) -> tuple[int, ...]:
    return tuple(i for i in reading.frames[frame].spans if start <= reading.spans[i].start < end)


def clause_end(reading: Reading, frame: int, group: VerbGroup, content_token: int) -> int:
    """Where the reported clause ends: the sentence's end, less what hangs on the reporting verb again."""
    _first, stop = reading.range(frame)
    tokens = reading.tokens
    view = reading.view
    held = [reading.spans[i] for i in reading.frames[frame].spans]
    frame_end = reading.frames[frame].end
    end = frame_end
    for span in held:
        # a clause that is marked from its first word ends with its mark, when a comma follows
        if (
            (
                content_token < stop
                and span.start == tokens[content_token].start
                and re.match(r"\s*[,;:.)]|\s*$", view[span.outer[1] : frame_end + 1])
            )
            and len(view[span.start : span.end].split()) >= 3
            and not view[span.outer[1] : frame_end].lstrip(" ,").startswith(("selon", "d'après", "et que", "et qu'"))
        ):
            return span.outer[1]
    for i in range(content_token + 1, stop):
        if any(s.outer[0] <= tokens[i].start < s.outer[1] for s in held):
            continue
        if leaves_clause(reading, group, content_token, i, stop):
            end = tokens[i].start
            break
    while end > tokens[group.head].end and view[end - 1] in " \n,;.!?…:—":
        if any(s.outer[1] == end or s.end == end for s in held):
            break
        end -= 1
    return end


def _says_on(reading: Reading, colon: int, stop: int) -> bool:
    """Is what stands behind a colon said by words of its own: in marks, or with an incise? What only spells out is not.

    *précise que tout dépend de la météo : un minage est prévu mercredi*
    """
    tokens = reading.tokens
    behind = tokens[colon].end
    held = (reading.spans[k].outer[0] for k in reading.frames[reading.frame_of_token[colon]].spans)
    if colon + 1 == stop or any(at >= behind and not reading.view[behind:at].strip() for at in held):
        return True
    return any(tokens[j].text[0] == "-" and tokens[j].text.endswith(_INVERTED) for j in range(colon + 1, stop))


def leaves_clause(reading: Reading, group: VerbGroup, content_token: int, i: int, stop: int) -> bool:
    """Does the sentence leave the reported clause at this token?"""
    tokens = reading.tokens
    word = low(reading, i)
    text = tokens[i].text
    if text == ";":
        return (
            i + 1 < stop
            and low(reading, i + 1) not in ("que", "qu'")
            and not (i + 2 < stop and low(reading, i + 2) in ("que", "qu'"))
        )
    if text == ":":
        return _says_on(reading, i, stop)
    if text == ",":
        nxt = i + 1
        if nxt >= stop or low(reading, nxt) == "et" and nxt + 1 < stop and low(reading, nxt + 1) in ("ce", "cela"):
            return True
        if low(reading, nxt) in ("mais", "et", "puis", "tandis", "alors"):
            return rejoins_cue(reading, group, content_token, nxt + 1, stop) or _new_clause(reading, nxt + 1, stop)
        if _back_to_main(reading, group, content_token, nxt, stop):
            return True
        whole = is_finite(reading, nxt) and any(is_finite(reading, j) for j in range(content_token, i))
        if whole and rejoins_cue(reading, group, content_token, nxt, stop):
            return True  # *dit qu'il n'a pas dormi, regarde par la vitre, soupire*
        if (
            _speaks_next(reading, nxt, stop)
            or remarked(reading, i, stop)
            or _silent(reading, nxt, stop)
            or _passed_on(reading, nxt, stop)
        ):
            return True
        if low(reading, nxt) == "tout" and nxt + 1 < stop:
            nxt += 1
        if low(reading, nxt) == "en" and nxt + 1 < stop:
            nxt += 1
        if low(reading, nxt) == "avant":
            return _goes_on_speaking(reading, nxt + 2, stop)
        form = low(reading, nxt)
        return bool(form.endswith("ant") and any(shape == "present" for _, shape in lexicon.verb_forms().get(form, ())))
    form = word
    if (
        form.endswith("ant")
        and i > content_token + 1
        and low(reading, i - 1) != "en"
        and any(
            shape == "present" and "q" in lexicon.verbs().get(lemma, _NO_VERB).frames
            for lemma, shape in lexicon.verb_forms().get(form, ())
        )
        and tokens[i].upos == "VERB"
        and any(
            s.outer[1] <= tokens[i].start <= s.outer[1] + 2
            for s in map(reading.spans.__getitem__, reading.frames[reading.frame_of_token[i]].spans)
        )
    ):
        return True
    if word in ("et", "mais", "puis"):
        return rejoins_cue(reading, group, content_token, i + 1, stop)
    if word == "avant":
        return _goes_on_speaking(reading, i + 2, stop)
    if word == "en" and i + 1 < stop and low(reading, i + 1).endswith("ant"):
        form = low(reading, i + 1)
        return any(shape == "present" for _, shape in lexicon.verb_forms().get(form, ()))
    return False


# what somebody does to a statement besides saying something of it
_JUDGING = frozenset(
    "contester démentir nier réfuter récuser confirmer écarter rejeter refuser infirmer valider dédire qualifier"
    " appeler dénoncer déplorer regretter saluer".split()
)
# what a rule does: *ce que la loi exige* is as often part of what is said
_RULING = frozenset("prévoir exiger imposer demander réclamer recommander".split())
_REMARKS = (("que",), ("qu'",), ("à", "quoi"), ("dont",), ("contre", "quoi"))


def remarked(reading: Reading, comma: int, stop: int) -> bool:
    """*…, ce que Paris conteste*, *…, ce à quoi une voix réplique que*: what somebody else says of the clause."""
    start = comma + 1
    if reading.tokens[comma].text != "," or start >= stop or low(reading, start) != "ce":
        return False
    words = next((w for w in _REMARKS if tuple(reading.lows[start + 1 : start + 1 + len(w)]) == w), None)
    if words is None:
        return False
    for j in range(start + 1 + len(words), stop):
        verb = reading.tokens[j].upos in ("VERB", "AUX")
        if verb and reading.tokens[j].lemma in _JUDGING:
            return True
        found = read_verb(reading, j, False, ("finite", "past"))
        if found is not None and (verb or found[0] in _JUDGING):
            return found[0] not in _RULING
        if is_finite(reading, j) and low(reading, j) not in AUXILIARIES:
            return False
    return False


def _speaks_next(reading: Reading, start: int, stop: int) -> bool:
    """*…, qui affirme que*, *…, laquelle a nié avoir*: who is named in the clause says something too."""
    if low(reading, start) not in ("qui", "lequel", "laquelle"):
        return False
    last = without_subject(reading, start + 1, stop)
    if last == start + 1:
        return False
    found = read_verb(reading, last - 1, False, ("finite", "past"))
    return (
        found is not None
        and bool(set(found[1]) & set("qf"))
        and last < stop
        and (low(reading, last) in ("que", "qu'") or "VerbForm=Inf" in reading.tokens[last].morph)
    )


_WITHHOLDING = frozenset("préciser donner dire citer nommer fournir indiquer détailler mentionner évoquer".split())


def _silent(reading: Reading, start: int, stop: int) -> bool:
    """*…, sans donner de date*: what the source did not say."""
    if start + 1 >= stop or low(reading, start) != "sans":
        return False
    return any(reading.tokens[j].text.lower() in _WITHHOLDING for j in range(start + 1, min(start + 4, stop)))


def _passed_on(reading: Reading, start: int, stop: int) -> bool:
    """*…, selon un sondage.*: at the end of the sentence who passes it on."""
    if low(reading, start) not in ("selon", "d'après"):
        return False
    return not any(is_finite(reading, j) or reading.tokens[j].text == "," for j in range(start + 1, stop))


def _goes_on_speaking(reading: Reading, index: int, stop: int) -> bool:
    """*avant de préciser que …*, *avant de glisser : « … »*: an infinitive that reports more."""
    while index < stop and low(reading, index) in CLITICS:
        index += 1
    found = read_verb(reading, index, False, ("infinitive",)) if index < stop else None
    if found is None:
        return False
    last = index + 1 + found[2]
    held = reading.frames[reading.frame_of_token[index]].spans
    marked = any(0 <= reading.spans[k].outer[0] - reading.tokens[last - 1].end <= 12 for k in held)
    return marked or any(low(reading, j) in ("que", "qu'", ":") for j in range(last, min(last + 4, stop)))


_SUBORDINATORS = frozenset("alors tandis quand lorsque lorsqu' si bien quoique comme puisque après depuis dès".split())


def _in_relative(reading: Reading, first: int, verb: int) -> bool:
    """Does *qui* stand before the verb, or *dont* with its subject (*dont le maire a dit que*)?"""
    if verb > first and low(reading, verb - 1) in ("qui", "lequel", "laquelle"):
        return True
    for j in range(verb - 1, max(first, verb - 12), -1):
        if low(reading, j) == "dont":
            return True
        if is_finite(reading, j):
            return False
    return False


def _back_to_main(reading: Reading, group: VerbGroup, content_token: int, start: int, stop: int) -> bool:
    """Behind a comma the main clause that a participle, a relative or *quand* put off: *Estimant que …, X a …*."""
    first, _ = reading.range(reading.frame_of_token[group.head])
    if _in_relative(reading, first, group.first):
        said = any(is_finite(reading, j) for j in range(content_token, start))
        return said and any(is_finite(reading, j) for j in range(start, without_subject(reading, start, stop)))
    conceded = group.first > first and low(reading, group.first - 1) == "beau"
    fronted = low(reading, first) in _SUBORDINATORS
    opens = (group.shape == "present" or conceded or fronted) and not any(
        is_finite(reading, j) for j in range(first, group.first - 2 * conceded)
    )
    if not opens or not any(is_finite(reading, j) for j in range(content_token, start)):
        return False
    token = reading.tokens[start]
    if token.upos not in ("DET", "PROPN", "NUM") and low(reading, start) not in ("il", "elle", "ils", "elles", "on"):
        return False
    for j in range(start + 1, min(start + 16, stop)):
        if is_finite(reading, j):
            return True
        if low(reading, j) in ("que", "qu'", "qui", "dont"):
            return False
    return False


def _new_clause(reading: Reading, start: int, stop: int) -> bool:
    """*…, mais il a …*: behind a comma a subject and its verb without *que* leave the reported clause."""
    if start >= stop or low(reading, start - 1) != "mais":
        return False
    if low(reading, start) not in ("il", "elle", "ils", "elles") and reading.tokens[start].upos not in (
        "DET",
        "PROPN",
    ):
        return False
    return any("VerbForm=Fin" in reading.tokens[j].morph for j in range(start, min(start + 8, stop)))


_NO_VERB = lexicon.Verb("", "", False)
