"""Extents: where a reported clause begins and ends in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right

from quotes import lexicon
from quotes.syntax.article import ParsedArticle
from quotes.syntax.conjuncts import rejoins_cue, without_subject
from quotes.syntax.groups import VerbGroup, read_verb
from quotes.syntax.words import AUXILIARIES, CLITICS, is_finite, low

# *dit-il*, *ajoute-t-elle*: the pronoun of an incise


def content_start(article: ParsedArticle, opener: int, content_token: int, sentence: int) -> int:
    after = article.tokens[opener].end if content_token != opener else article.tokens[opener].start
    end = article.sentences[sentence].end
    view = article.view
    while after < end and view[after] in " \n,":
        after += 1
    return after


def spans_inside(article: ParsedArticle, sentence: int, start: int, end: int) -> tuple[int, ...]:
    return tuple(i for i in article.sentences[sentence].spans if start <= article.spans[i].start < end)


def clause_end(article: ParsedArticle, sentence: int, group: VerbGroup, content_token: int) -> int:
    """Where the reported clause ends: the sentence's end, less what hangs on the reporting verb again."""
    _first, stop = article.range(sentence)
    tokens = article.tokens
    view = article.view
    held = [article.spans[i] for i in article.sentences[sentence].spans]
    frame_end = article.sentences[sentence].end
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
        if leaves_clause(article, group, content_token, i, stop):
            end = tokens[i].start
            break
    while end > tokens[group.head].end and view[end - 1] in " \n,;.!?…:—":
        if any(s.outer[1] == end or s.end == end for s in held):
            break
        end -= 1
    return end


def _says_on(article: ParsedArticle, colon: int, stop: int) -> bool:
    """Is what stands behind a colon said by words of its own: in marks, or with an incise? What only spells out is not.

    *précise que tout dépend de la météo : un minage est prévu mercredi*
    """
    tokens = article.tokens
    behind = tokens[colon].end
    held = (article.spans[k].outer[0] for k in article.sentences[article.sentence_of_token[colon]].spans)
    if colon + 1 == stop or any(at >= behind and not article.view[behind:at].strip() for at in held):
        return True
    after = bisect_right(article.inverted, colon)
    return after < len(article.inverted) and article.inverted[after] < stop


def leaves_clause(article: ParsedArticle, group: VerbGroup, content_token: int, i: int, stop: int) -> bool:
    """Does the sentence leave the reported clause at this token?"""
    tokens = article.tokens
    word = low(article, i)
    text = tokens[i].text
    if text == ";":
        return (
            i + 1 < stop
            and low(article, i + 1) not in ("que", "qu'")
            and not (i + 2 < stop and low(article, i + 2) in ("que", "qu'"))
        )
    if text == ":":
        return _says_on(article, i, stop)
    if text == ",":
        nxt = i + 1
        if nxt >= stop or low(article, nxt) == "et" and nxt + 1 < stop and low(article, nxt + 1) in ("ce", "cela"):
            return True
        if low(article, nxt) in ("mais", "et", "puis", "tandis", "alors"):
            return rejoins_cue(article, group, content_token, nxt + 1, stop) or _new_clause(article, nxt + 1, stop)
        if _back_to_main(article, group, content_token, nxt, stop):
            return True
        whole = is_finite(article, nxt) and any(is_finite(article, j) for j in range(content_token, i))
        if whole and rejoins_cue(article, group, content_token, nxt, stop):
            return True  # *dit qu'il n'a pas dormi, regarde par la vitre, soupire*
        if (
            _speaks_next(article, nxt, stop)
            or remarked(article, i, stop)
            or _silent(article, nxt, stop)
            or _passed_on(article, nxt, stop)
        ):
            return True
        if low(article, nxt) == "tout" and nxt + 1 < stop:
            nxt += 1
        if low(article, nxt) == "en" and nxt + 1 < stop:
            nxt += 1
        if low(article, nxt) == "avant":
            return _goes_on_speaking(article, nxt + 2, stop)
        form = low(article, nxt)
        return bool(form.endswith("ant") and any(shape == "present" for _, shape in lexicon.verb_forms().get(form, ())))
    form = word
    if (
        form.endswith("ant")
        and i > content_token + 1
        and low(article, i - 1) != "en"
        and any(
            shape == "present" and "q" in lexicon.verbs().get(lemma, _NO_VERB).frames
            for lemma, shape in lexicon.verb_forms().get(form, ())
        )
        and tokens[i].upos == "VERB"
        and any(
            s.outer[1] <= tokens[i].start <= s.outer[1] + 2
            for s in map(article.spans.__getitem__, article.sentences[article.sentence_of_token[i]].spans)
        )
    ):
        return True
    if word in ("et", "mais", "puis"):
        return rejoins_cue(article, group, content_token, i + 1, stop)
    if word == "avant":
        return _goes_on_speaking(article, i + 2, stop)
    if word == "en" and i + 1 < stop and low(article, i + 1).endswith("ant"):
        form = low(article, i + 1)
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


def remarked(article: ParsedArticle, comma: int, stop: int) -> bool:
    """*…, ce que Paris conteste*, *…, ce à quoi une voix réplique que*: what somebody else says of the clause."""
    start = comma + 1
    if article.tokens[comma].text != "," or start >= stop or low(article, start) != "ce":
        return False
    words = next((w for w in _REMARKS if tuple(article.lows[start + 1 : start + 1 + len(w)]) == w), None)
    if words is None:
        return False
    for j in range(start + 1 + len(words), stop):
        verb = article.tokens[j].upos in ("VERB", "AUX")
        if verb and article.tokens[j].lemma in _JUDGING:
            return True
        found = read_verb(article, j, False, ("finite", "past"))
        if found is not None and (verb or found[0] in _JUDGING):
            return found[0] not in _RULING
        if is_finite(article, j) and low(article, j) not in AUXILIARIES:
            return False
    return False


def _speaks_next(article: ParsedArticle, start: int, stop: int) -> bool:
    """*…, qui affirme que*, *…, laquelle a nié avoir*: who is named in the clause says something too."""
    if low(article, start) not in ("qui", "lequel", "laquelle"):
        return False
    last = without_subject(article, start + 1, stop)
    if last == start + 1:
        return False
    found = read_verb(article, last - 1, False, ("finite", "past"))
    return (
        found is not None
        and bool(set(found[1]) & set("qf"))
        and last < stop
        and (low(article, last) in ("que", "qu'") or "VerbForm=Inf" in article.tokens[last].morph)
    )


_WITHHOLDING = frozenset("préciser donner dire citer nommer fournir indiquer détailler mentionner évoquer".split())


def _silent(article: ParsedArticle, start: int, stop: int) -> bool:
    """*…, sans donner de date*: what the source did not say."""
    if start + 1 >= stop or low(article, start) != "sans":
        return False
    return any(article.tokens[j].text.lower() in _WITHHOLDING for j in range(start + 1, min(start + 4, stop)))


def _passed_on(article: ParsedArticle, start: int, stop: int) -> bool:
    """*…, selon un sondage.*: at the end of the sentence who passes it on."""
    if low(article, start) not in ("selon", "d'après"):
        return False
    return not any(is_finite(article, j) or article.tokens[j].text == "," for j in range(start + 1, stop))


def _goes_on_speaking(article: ParsedArticle, index: int, stop: int) -> bool:
    """*avant de préciser que …*, *avant de glisser : « … »*: an infinitive that reports more."""
    while index < stop and low(article, index) in CLITICS:
        index += 1
    found = read_verb(article, index, False, ("infinitive",)) if index < stop else None
    if found is None:
        return False
    last = index + 1 + found[2]
    held = article.sentences[article.sentence_of_token[index]].spans
    marked = any(0 <= article.spans[k].outer[0] - article.tokens[last - 1].end <= 12 for k in held)
    return marked or any(low(article, j) in ("que", "qu'", ":") for j in range(last, min(last + 4, stop)))


_SUBORDINATORS = frozenset("alors tandis quand lorsque lorsqu' si bien quoique comme puisque après depuis dès".split())


def _in_relative(article: ParsedArticle, first: int, verb: int) -> bool:
    """Does *qui* stand before the verb, or *dont* with its subject (*dont le maire a dit que*)?"""
    if verb > first and low(article, verb - 1) in ("qui", "lequel", "laquelle"):
        return True
    for j in range(verb - 1, max(first, verb - 12), -1):
        if low(article, j) == "dont":
            return True
        if is_finite(article, j):
            return False
    return False


def _back_to_main(article: ParsedArticle, group: VerbGroup, content_token: int, start: int, stop: int) -> bool:
    """Behind a comma the main clause that a participle, a relative or *quand* put off: *Estimant que …, X a …*."""
    first, _ = article.range(article.sentence_of_token[group.head])
    if _in_relative(article, first, group.first):
        infinitive = "VerbForm=Inf" in article.tokens[content_token].morph
        said = infinitive or any(is_finite(article, j) for j in range(content_token, start))
        return said and any(is_finite(article, j) for j in range(start, without_subject(article, start, stop)))
    conceded = group.first > first and low(article, group.first - 1) == "beau"
    fronted = low(article, first) in _SUBORDINATORS
    opens = (group.shape == "present" or conceded or fronted) and not any(
        is_finite(article, j) for j in range(first, group.first - 2 * conceded)
    )
    if not opens or not any(is_finite(article, j) for j in range(content_token, start)):
        return False
    token = article.tokens[start]
    if token.upos not in ("DET", "PROPN", "NUM") and low(article, start) not in ("il", "elle", "ils", "elles", "on"):
        return False
    for j in range(start + 1, min(start + 16, stop)):
        if is_finite(article, j):
            return True
        if low(article, j) in ("que", "qu'", "qui", "dont"):
            return False
    return False


def _new_clause(article: ParsedArticle, start: int, stop: int) -> bool:
    """*…, mais il a …*: behind a comma a subject and its verb without *que* leave the reported clause."""
    if start >= stop or low(article, start - 1) != "mais":
        return False
    if low(article, start) not in ("il", "elle", "ils", "elles") and article.tokens[start].upos not in (
        "DET",
        "PROPN",
    ):
        return False
    return any("VerbForm=Fin" in article.tokens[j].morph for j in range(start, min(start + 8, stop)))


_NO_VERB = lexicon.Verb("", "", False)
