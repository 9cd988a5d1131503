"""*selon X*, *d'après X*, *pour X*, *de l'aveu de X*, *aux yeux de X*: a source without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from quotes import lexicon
from quotes.speech.around import clause_around
from quotes.speech.candidate import Candidate
from quotes.speech.referring import POINTING, own_words, referring, relative
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.words import by_first, low
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


# what varies or is sorted *selon* something: a criterion follows, nobody who speaks
_SORTED = frozenset(
    "varier différer changer fluctuer évoluer classer trier répartir ranger ordonner grouper dépendre".split()
)

_NEAR = 6  # tokens


def criterion(article: ParsedArticle, index: int) -> bool:
    """*Le prix varie selon le vendeur*, *des messages classés selon la source*: does a criterion follow?"""
    if index == 0 or low(article, index) != "selon":
        return False
    first, _ = article.range(article.sentence_of_token[index - 1])
    for j in range(index - 1, max(first, index - _NEAR) - 1, -1):
        if article.tokens[j].lemma in _SORTED:
            return True
        if article.tokens[j].upos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def according(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """Sources named by a preposition, with the clause that they are the source of."""
    first, stop = article.range(sentence)
    i = first
    done: list[Span] = []
    while i < stop:
        if low(article, i) not in _OPENING:
            i += 1
            continue
        pointed = referring(article, sentence, i, stop) or relative(article, sentence, i, stop)
        if pointed is not None:
            yield pointed
            i += 3
            continue
        opened = _opener(article, first, i, stop)
        if opened is None or criterion(article, i):
            i += 1
            continue
        after, cue = opened
        own = own_words(article, sentence, cue, after, stop)
        if own is not None:
            yield own
            i = after
            continue
        source = phrase_from(article, after, stop)
        if cue.lemma != "pour" or source is not None and article.view[source.start].isupper():
            source = _own_phrase(article, source, stop)
        if source is None and after < stop and low(article, after) in ("lui", "elle", "eux"):
            token = article.tokens[after]
            source = Phrase(token.start, token.end, after, low(article, after))
        if source is None or not nameable(article, source) or _distributive(article, source):
            i = after
            continue
        if cue.lemma == "pour" and not _pour(article, first, i, source, stop):
            i = after
            continue
        if any(
            article.spans[k].outer[0] <= source.start < article.spans[k].outer[1]
            for k in article.sentences[sentence].spans
        ):
            i = after
            continue
        beside = _marked_beside(article, sentence, i, first, source)
        if beside is not None:
            yield Candidate(f"source by {cue.lemma}", sentence, cue, source, (beside,), None, 0.8)
            i = max(article.token_at(source.end), after)
            continue
        content = clause_around(article, sentence, cue, source)
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
                for k in article.sentences[sentence].spans
                if content[0] <= article.spans[k].outer[0] and article.spans[k].outer[1] <= content[1] + 2
            )
            strength = 0.8 if cue.lemma != "pour" else 0.78
            rule = f"source by {cue.lemma}"
            colon = next((k for k in spans if _announced(article, content[0], k)), None)
            if colon is not None:
                # *Pour X, la chose est claire : « … »*: the sentence announces what the marks hold
                before = tuple(k for k in spans if k < colon)
                if before:
                    end = article.spans[before[-1]].outer[1]
                    yield Candidate(rule, sentence, cue, source, before, (content[0], end), strength)
                told = tuple(k for k in spans if k >= colon)
                yield Candidate(f"{rule} before a colon", sentence, cue, source, told, None, strength)
            else:
                yield Candidate(rule, sentence, cue, source, spans, content, strength)
        i = max(article.token_at(source.end), after)


def _marked_beside(article: ParsedArticle, sentence: int, cue: int, first: int, source: Phrase) -> int | None:
    """*une baisse décidée selon eux « sans concertation »*: only the words right behind are the source's."""
    if cue == first or article.tokens[cue - 1].text in (",", ";", ":", "—", "(") or source.pronoun is None:
        return None
    held = article.sentences[sentence].spans
    return next((k for k in held if 0 <= article.spans[k].outer[0] - source.end <= 1), None)


def _announced(article: ParsedArticle, start: int, index: int) -> bool:
    """Does a colon stand before this quotation?"""
    return article.view[start : article.spans[index].outer[0]].rstrip().endswith(":")


def _own_phrase(article: ParsedArticle, source: Phrase | None, stop: int) -> Phrase | None:
    """*Selon Radio Quercy, Odile Roy a dit*: the name behind the comma is a subject, where no comma closes it."""
    if source is None or "," not in article.view[source.start : source.end]:
        return source
    after = article.token_at(source.end)
    if after < stop and article.tokens[after].text not in (",", ":", ".", ";"):
        comma = article.view.index(",", source.start)
        return Phrase(source.start, comma, source.head, source.pronoun)
    return source


def _opener(article: ParsedArticle, first: int, i: int, stop: int) -> tuple[int, Cue] | None:
    tokens, word = article.tokens, low(article, i)
    if word in ("selon", "suivant") and i + 1 < stop:
        if low(article, i + 1) in ("que", "qu'") or word == "suivant":
            return None
        return i + 1, Cue(tokens[i].start, tokens[i].end, tokens[i].text, "selon")
    if word == "d'après" and i + 1 < stop:
        return i + 1, Cue(tokens[i].start, tokens[i].end, tokens[i].text, "d'après")
    if word == "d'" and i + 2 < stop and low(article, i + 1) == "après":
        start, end = tokens[i].start, tokens[i + 1].end
        return i + 2, Cue(start, end, article.view[start:end], "d'après")
    if (
        word == "pour"
        and i + 1 < stop
        and (
            i == first
            or tokens[i - 1].text in (",", ":", "—", "-")
            or low(article, i - 1) in ("mais", "et", "or", "car")
        )
    ):
        return i + 1, Cue(tokens[i].start, tokens[i].end, tokens[i].text, "pour")
    for words in _BY_FIRST.get(word, ()):
        if tuple(article.lows[i : min(i + len(words), stop)]) == words:
            if words[-1] in ("entendre", "écouter") and i > first and tokens[i - 1].text != ",":
                continue  # *on s'attend à entendre le maire*
            last = i + len(words) - 1
            start, end = tokens[i].start, tokens[last].end
            return last + 1, Cue(start, end, article.view[start:end], " ".join(words))
    return None


_SIDES = frozenset("gauche droite opposition majorité patronat".split())


def _pour(article: ParsedArticle, first: int, i: int, source: Phrase, stop: int) -> bool:
    """*Pour le maire, c'est non*: *pour* names a source before a comma, when a clause follows."""
    after = article.token_at(source.end)
    held = [article.spans[k] for k in article.sentences[article.sentence_of_token[i]].spans]
    behind_marks = any(0 <= article.tokens[i].start - s.outer[1] <= 2 for s in held)
    if after < stop and article.tokens[after].upos == "VERB" and "VerbForm=Part" in article.tokens[after].morph:
        after = next((j for j in range(after, min(after + 12, stop)) if article.tokens[j].text == ","), after)
    if after >= stop or article.tokens[after].text not in ((",", ":", ";", ".") if behind_marks else (",", ":")):
        return False
    if source.pronoun in ("je", "nous", "vous", "on"):
        return False
    human = source.pronoun in ("lui", "elle", "eux", "celui-ci", "celle-ci")
    for entity in article.entities_near(source.start, source.end):
        if entity.label == "PER" and entity.start < source.end and source.start < entity.end:
            human = True
        if entity.label == "ORG" and entity.start < source.end and source.start < entity.end:
            human = True
    head = source.head
    if head is not None:
        word = low(article, head)
        known = lexicon.actors()
        human = human or word in known or word.rstrip("s") in known or word in _SIDES
        human = human or (article.tokens[head].text[0].isupper() and not _place(article, source))
    verbs = [
        j for j in range(after, stop) if article.tokens[j].upos in ("VERB", "AUX") and "Fin" in article.tokens[j].morph
    ]
    return human and (bool(verbs) or bool(held))


def _place(article: ParsedArticle, source: Phrase) -> bool:
    if article.view[source.start : source.end] in article.families:
        return False
    return any(
        e.label == "LOC" and e.start < source.end and source.start < e.end
        for e in article.entities_near(source.start, source.end)
    )


def _distributive(article: ParsedArticle, source: Phrase) -> bool:
    """*Selon les différentes académies*: a choice among cases, not a source."""
    words = article.view[source.start : source.end].lower().split()
    return any(w in ("différents", "différentes", "divers", "diverses", "chaque") for w in words)
