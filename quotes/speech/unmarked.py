"""Incises without marks: *Le pont fermera, a annoncé X.*, *La farine, explique X, a doublé.*"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quotes import lexicon
from quotes.speech.behind import plain_order
from quotes.speech.candidate import Candidate
from quotes.speech.incise import incise_source
from quotes.syntax.adjuncts import skip_adverbials
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup, group_at
from quotes.syntax.words import RELATIVES, low

_NOBODY = frozenset("je nous vous tu on".split())
# *…, comme l'a rappelé X*, *…, ce que souligne Y*: the clause before the comma was said
_OPENERS = ("comme ", "ce que ", "ce qu'")
# what goes on with the incise and not with the clause: *…, a dit X, qui préside le club, avant de partir*
_TAIL = frozenset("qui que qu' dont où lors dans à en devant avant alors cité citée au sur".split())
_POINTER = re.compile(r"C'est (?:du moins |en tout cas )?ce (?:que |qu')")


def without_marks(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """An incise in a sentence without marks, or before marks that open behind it: the clause around it is reported."""
    first, stop = article.range(sentence)
    tokens = article.tokens
    outers = [article.spans[k].outer for k in article.sentences[sentence].spans]
    found: Candidate | None = None
    for comma in range(first, stop - 1):
        if tokens[comma].text not in (",", "—"):
            continue
        if any(end <= tokens[comma].start <= end + 2 for _, end in outers):
            continue  # an incise behind a mark is `after_quotation`'s
        read = _incise(article, first, comma, stop)
        if read is None:
            continue
        group, source, tail = read
        if found is not None:
            # *…, a dit X, rapporte Y*: who passes it on
            found = found if found.relay is not None else replace(found, spans=(), relay=source)
            continue
        found = _reported(article, sentence, comma, group, source, tail)
    if found is not None:
        yield found


def _incise(article: ParsedArticle, first: int, comma: int, stop: int) -> tuple[VerbGroup, Phrase, int] | None:
    """The incise behind a comma: its verb, its source, and the token behind it; None where none stands there."""
    tokens = article.tokens
    opener = next((words for words in _OPENERS if article.view.startswith(words, tokens[comma + 1].start)), "")
    compared = bool(opener)
    group = group_at(article, comma + 1 + len(opener.replace("'", "' ").split()), stop)
    if group is None or "i" not in group.frames:
        held = article.sentences[article.sentence_of_token[comma]].spans
        told = plain_order(article, comma, stop)
        finite = any("VerbForm=Fin" in tokens[j].morph for j in range(first, comma))
        later = any(start > tokens[comma].start for start, _ in (article.spans[k].outer for k in held))
        if told is None or not finite or later:
            return None
        return told[0], told[1], stop
    inverted = group.pronoun is not None or compared
    bare = not inverted and group.first == group.head
    before_phrase = group.last < stop and tokens[group.last].upos in ("DET", "PROPN")
    if tokens[group.head].upos not in ("VERB", "AUX") and bare and not before_phrase:
        return None
    source = incise_source(article, group, stop)
    if (
        source is None
        or source.pronoun in _NOBODY
        and not (source.pronoun == "on" and low(article, group.first) in _ASKERS)
        or _object(article, group, source)
        or not nameable(article, source)
        or _disagrees(article, group, source)
    ):
        return None
    behind = article.token_at(source.end)
    closes = behind >= stop - 1
    verbs = [j for j in range(first, comma) if tokens[j].upos in ("VERB", "AUX")]
    finite = any("VerbForm=Fin" in tokens[j].morph for j in verbs)
    halts = behind < stop and tokens[behind].text == ","
    split = halts and not _marked(article, behind + 1) and _goes_on_with_verb(article, behind + 1, stop)
    led = halts and not verbs and not _marked(article, behind + 1) and _connective(article, first, comma, behind, stop)
    turned = halts and group.pronoun is not None  # *la voiture, tranche-t-elle, « … »*
    if "q" not in group.frames and not closes and not split and not led and not turned:
        return None
    if not inverted:
        alone = closes and all(tokens[j].text != "," for j in range(first, comma))
        if not (finite or split or led or alone or (halts and verbs)):
            return None
        if not closes and not split and not led and _has_subject_before(article, group, comma):
            return None
    tail = max(behind, group.last)
    while tail < stop and tokens[tail].text not in (",", ".", ":", ";", "?", "!", "…"):
        if tokens[tail].upos in ("VERB", "AUX") and "VerbForm=Fin" in tokens[tail].morph:
            return None
        tail += 1
    return group, source, tail


# whom somebody answers: *nous a-t-on répondu*
_ASKERS = frozenset("nous lui leur m'".split())
_WRITING = frozenset("lire écrire publier poster présenter défendre citer résumer".split())


def _object(article: ParsedArticle, group: VerbGroup, source: Phrase) -> bool:
    """*le directeur, venu d'Oslo, a lu un texte*: behind a verb of writing a text is what is read."""
    head = source.head
    return group.lemma in _WRITING and head is not None and low(article, head) in lexicon.documents()


def _disagrees(article: ParsedArticle, group: VerbGroup, source: Phrase) -> bool:
    """*…, ont soutenu le texte*: a plural verb whose phrase behind it is one thing has its subject elsewhere."""
    if group.pronoun is not None:
        return False
    number = article.tokens[group.first].morph
    words = article.view[source.start : source.end].lower()
    if "Number=Sing" in number and words.startswith(("des ", "quelques ")):
        return True
    plural = "Number=Plur" in number
    return (
        plural and words.startswith(("le ", "la ", "l'", "un ", "ce ", "cette ", "son ", "sa ")) and " et " not in words
    )


def _marked(article: ParsedArticle, index: int) -> bool:
    """Is the token inside marks?"""
    start = article.tokens[index].start if index < len(article.tokens) else -1
    held = article.sentences[article.sentence_of_token[index - 1]].spans
    return any(article.spans[k].outer[0] <= start < article.spans[k].outer[1] for k in held)


def _goes_on_with_verb(article: ParsedArticle, index: int, stop: int) -> bool:
    """*La farine, explique X, a doublé*: is the clause's verb the next word of weight behind the incise?"""
    for j in range(index, min(index + 5, stop)):
        if article.tokens[j].upos in ("VERB", "AUX"):
            return "VerbForm=Fin" in article.tokens[j].morph
        if article.tokens[j].upos not in ("PRON", "ADV", "PART"):
            return False
    return False


def _connective(article: ParsedArticle, first: int, comma: int, behind: int, stop: int) -> bool:
    """*Par ailleurs, poursuit X, une langue meurt*: an adverbial leads, and the clause comes behind the incise."""
    if skip_adverbials(article, first, comma) < comma and comma - first > 3:
        return False
    return any("VerbForm=Fin" in article.tokens[j].morph for j in range(behind + 1, stop))


def _reported(
    article: ParsedArticle, sentence: int, comma: int, group: VerbGroup, source: Phrase, tail: int
) -> Candidate | None:
    """The clause around an incise, up to the incise or beyond it where the sentence goes on."""
    view, tokens = article.view, article.tokens
    _, stop = article.range(sentence)
    held = article.sentences[sentence].spans
    whole, end = article.sentences[sentence].start, tokens[comma].start
    cut = max(view.rfind(": ", whole, end), view.rfind("; ", whole, end))
    start = cut + 2 if cut >= 0 and len(view[cut + 2 : end].split()) >= 2 else whole
    if tail < stop and tokens[tail].text == "," and _continues(article, sentence, group, tail, stop):
        end = max([_clause_end(article, stop)] + [article.spans[k].outer[1] for k in held])
    if len(view[start:end].split()) < 2:
        return None
    inside = tuple(k for k in held if start <= article.spans[k].outer[0] < end)
    # speech that the clause itself reports is the speaker's telling
    strength = 0.87 if end == tokens[comma].start and not inside else 0.8 if inside else 0.7
    return Candidate("incise without marks", sentence, group.cue(article), source, inside, (start, end), strength)


def _continues(article: ParsedArticle, sentence: int, group: VerbGroup, tail: int, stop: int) -> bool:
    """Does the reported clause go on behind the comma that closes the incise?"""
    subject = tail + 1 < stop and low(article, tail + 1) in ("nous", "vous")
    second = group_at(article, tail + 1, stop) if tail + 1 < stop and not subject else None
    if second is not None and "i" in second.frames and incise_source(article, second, stop) is not None:
        return False
    if tail + 2 < stop and low(article, tail + 2) in ("qui", "lequel", "laquelle"):
        return False  # *…, tranche la maire, pour qui « … »*
    held = article.sentences[sentence].spans
    if any(article.spans[k].outer[0] > article.tokens[tail].start for k in held):
        return True
    if second is not None and "i" in second.frames:
        return group.pronoun is not None
    if low(article, tail + 1) in ("mais", "ou", "ni") if tail + 1 < stop else False:
        return True
    if group.pronoun is not None:
        return stop - tail > 2
    verbs = any(t.upos in ("VERB", "AUX") for t in article.tokens[tail:stop])
    return verbs and not _tail_of_incise(article, tail, stop)


def _has_subject_before(article: ParsedArticle, group: VerbGroup, comma: int) -> bool:
    """*Le maire, dit la ville, est parti* is an incise; *Le maire, arrivé hier, dit…* is none."""
    first, _ = article.range(article.sentence_of_token[comma])
    opens = next((j for j in range(comma - 1, first - 1, -1) if article.tokens[j].text == ","), first - 1) + 1
    whole = any("VerbForm=Fin" in article.tokens[j].morph for j in range(opens, comma))
    if whole and low(article, opens) not in RELATIVES:
        return False  # a clause of its own stands before the comma
    children = [c for c in article.children[group.head] if c < comma and article.tokens[c].dep.startswith("nsubj")]
    after = [c for c in article.children[group.head] if c > group.head and article.tokens[c].dep.startswith("nsubj")]
    return bool(children) and not after


def _tail_of_incise(article: ParsedArticle, tail: int, stop: int) -> bool:
    nxt = tail + 1
    if nxt >= stop or low(article, nxt) in _TAIL:
        return True
    role = any(low(article, j) in lexicon.roles() for j in range(nxt, min(nxt + 4, stop)))
    return role and not any(
        article.tokens[j].upos in ("VERB", "AUX") and "VerbForm=Fin" in article.tokens[j].morph
        for j in range(nxt, stop)
    )


def _clause_end(article: ParsedArticle, stop: int) -> int:
    end = article.tokens[stop - 1].end
    if article.tokens[stop - 1].text in (".", "!", "?", "…", "..."):
        end = article.tokens[stop - 2].end if stop >= 2 else end
    return end


def pointing_back(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """*… C'est ce qu'a annoncé jeudi la mairie.*: the sentence before is what was said."""
    if sentence == 0:
        return
    whole, before = article.sentences[sentence], article.sentences[sentence - 1]
    match = _POINTER.match(article.view, whole.start)
    if not match or before.spans or before.block not in (whole.block, whole.block - 1):
        return
    _first, stop = article.range(sentence)
    i = article.token_at(match.end())
    group = group_at(article, i, stop)
    source = incise_source(article, group, stop) if group is not None else None
    if group is None or source is None or "q" not in group.frames or not nameable(article, source):
        return
    end = before.end
    while end > before.start and article.view[end - 1] in " .!?…":
        end -= 1
    yield Candidate("pointed back to", sentence, group.cue(article), source, (), (before.start, end), 0.7)
