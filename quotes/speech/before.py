"""Cues before the mark: a colon, a verb right before it, *dans un communiqué :* on the line above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes import lexicon
from quotes.speech.candidate import Candidate
from quotes.speech.incise import incise_source
from quotes.speech.titles import names_work
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import nameable
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import phrase_before, subject_of
from quotes.syntax.verbs import verb_groups
from quotes.syntax.words import low
from quotes.types import Cue


def before_quotation(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """Cues in the words before a quotation of a sentence, or at the end of the sentence before it."""
    held = article.sentences[sentence].spans
    first, _stop = article.range(sentence)
    carried: Candidate | None = None
    for n, index in enumerate(held):
        span = article.spans[index]
        if span.mark == "-":
            continue  # a turn of a dialogue has its voice from elsewhere
        left = article.sentences[sentence].start if n == 0 else article.spans[held[n - 1]].outer[1]
        text = article.view[left : span.outer[0]].strip(" \n—-•*")
        lo, hi = max(first, article.token_at(left)), article.token_at(span.outer[0])
        if (
            text in ("et", "ou", "puis", ",", ", puis", "puis,", "et,", "; et", ";", "/", "…", "...")
            and carried is not None
        ):
            carried = Candidate(
                carried.construction, sentence, carried.cue, carried.source, (index,), None, carried.strength - 0.02
            )
            yield carried
            continue
        candidate: Candidate | None = None
        if text.endswith(":"):
            candidate = _colon(article, sentence, lo, hi, index)
        elif not text and n + 1 < len(held) and _caption(article, index, held[n + 1]):
            following = article.spans[held[n + 1]]
            candidate = _verbless(
                article, sentence, article.token_at(span.outer[1]), article.token_at(following.outer[0]), index
            )
        elif not text and n == 0:
            above = _line_above(article, sentence)
            if above is not None:
                lo_, hi_ = article.range(above)
                candidate = _colon(article, above, lo_, hi_, index)
        elif text and article.tokens and lo < hi:
            candidate = _verb_right_before(article, sentence, lo, hi, index)
        if candidate is not None:
            carried = candidate
            yield candidate


def _caption(article: ParsedArticle, index: int, following: int) -> bool:
    """*« Tout a bougé » Benoit Gaillot : « … »*: a title in marks before the name of who speaks."""
    between = article.view[article.spans[index].outer[1] : article.spans[following].outer[0]].strip()
    return between.endswith(":") and 1 <= len(between[:-1].split()) <= 8 and between[0].isupper()


def _line_above(article: ParsedArticle, sentence: int) -> int | None:
    """The sentence above whose colon announces this one; items of one list share it."""
    if sentence == 0 or article.sentences[sentence - 1].block == article.sentences[sentence].block:
        return None
    return article.announced[sentence - 1]


def _colon(article: ParsedArticle, sentence: int, lo: int, hi: int, index: int) -> Candidate | None:
    groups = [g for g in verb_groups(article, sentence) if lo <= g.head < hi]
    according = _according_before(article, lo, hi)
    if according is not None:
        cue, source = according
        return Candidate("according before a colon", sentence, cue, source, (index,), None, 0.9)
    candidates = [g for g in groups if not g.passive and g.shape != "past" and set(g.frames) & set("iqo")]
    if not candidates:
        # *Nadella posté sur X :* where the auxiliary is lost
        candidates = [
            g
            for g in groups
            if g.shape == "past" and not g.passive and g.first > lo and article.tokens[g.first - 1].upos == "PROPN"
        ]
    free = [g for g in candidates if not _reported(article, candidates, g, hi)]
    for group in [*reversed(free), *(g for g in reversed(candidates) if g not in free)]:
        found = (
            find_subject(article, group, hi, colon=True)
            if group.shape != "past"
            else phrase_before(article, group.first)
        )
        if found is not None and nameable(article, found):
            return Candidate("verb before a colon", sentence, group.cue(article), found, (index,), None, 0.9)
    if candidates:
        return Candidate("verb before a colon", sentence, candidates[-1].cue(article), None, (index,), None, 0.6)
    if lo == hi:
        return Candidate(
            "colon", sentence, None, None, (index,), None, 0.45
        )  # all before it stands in marks that never close
    return _verbless(article, sentence, lo, hi, index) or _any_verb(article, sentence, lo, hi, index)


def _reported(article: ParsedArticle, candidates: Sequence[VerbGroup], group: VerbGroup, hi: int) -> bool:
    """*a demandé que la Confédération continue …:* the verb inside what another one reports comes last."""
    if group.last >= hi - 1:
        return False
    return any(
        other.first < group.first and any(low(article, j) in ("que", "qu'") for j in range(other.last, group.first))
        for other in candidates
    )


def _according_before(article: ParsedArticle, lo: int, hi: int) -> tuple[Cue, Phrase] | None:
    for i in range(lo, hi):
        if low(article, i) in ("selon", "d'après") or (low(article, i) == "pour" and i <= lo + 1):
            source = phrase_from(article, i + 1, hi)
            if source is not None and nameable(article, source):
                token = article.tokens[i]
                rest = article.token_at(source.end)
                if any(
                    article.tokens[j].upos in ("VERB", "AUX") and "Fin" in article.tokens[j].morph
                    for j in range(rest, hi)
                ):
                    return None
                return Cue(token.start, token.end, token.text, low(article, i)), source
    return None


def _verbless(article: ParsedArticle, sentence: int, lo: int, hi: int, index: int) -> Candidate | None:
    """*Roxane Herbrecht et Nicolas Burcey : « … »*, *Extrait de la lettre :*, *Le maire : « … »*."""
    if any(
        article.tokens[j].upos in ("VERB", "AUX")
        and "Fin" in article.tokens[j].morph
        and low(article, j) not in lexicon.documents()
        for j in range(lo, hi)
    ):
        return None
    i = lo
    while i < hi and article.tokens[i].upos == "PUNCT":
        i += 1
    if i + 2 < hi and low(article, i) == "et" and low(article, i + 1) in ("de", "d'", "du"):
        i += 2 if low(article, i + 1) != "du" else 1  # *Et de la présidente Roy : « … »*: de X, who adds
    source = phrase_from(article, i, hi)
    if source is None or not nameable(article, source):
        return None
    if any(
        e.label == "LOC" and e.start <= source.start and source.end <= e.end
        for e in article.entities_near(source.start, source.end)
    ):
        return None  # *Saint-Denis : « … »* is a place line
    return Candidate("name before a colon", sentence, None, source, (index,), None, 0.85)


def _any_verb(article: ParsedArticle, sentence: int, lo: int, hi: int, index: int) -> Candidate | None:
    """*Jean-Louis Fretti lève les yeux au ciel : « … »*: the subject of any verb before the colon."""
    verbs = [j for j in range(lo, hi) if article.tokens[j].upos in ("VERB", "AUX") and "Fin" in article.tokens[j].morph]
    roots = [j for j in range(lo, hi) if article.tokens[j].dep == "ROOT"] + verbs
    for j in roots:
        source = subject_of(article, j)
        several = source is not None and article.view[source.start : source.end].lower() in _SEVERAL
        if source is not None and source.end <= article.tokens[hi - 1].end and (several or nameable(article, source)):
            if source.head is not None and not _person_like(article, source):
                continue
            return Candidate("subject before a colon", sentence, None, source, (index,), None, 0.6)
    entities = [
        e
        for e in article.entities_near(article.tokens[lo].start, article.tokens[hi - 1].end)
        if e.label == "PER" and article.tokens[lo].start <= e.start < article.tokens[hi - 1].end
    ]
    if entities:
        last = entities[-1]
        near = Phrase(last.start, last.end, article.token_at(last.start))
        return Candidate("person named before a colon", sentence, None, near, (index,), None, 0.5)
    return Candidate("colon", sentence, None, None, (index,), None, 0.45)


_SEVERAL = frozenset("tous toutes certains certaines beaucoup plusieurs aucun aucune chacun chacune d'autres".split())


def _person_like(article: ParsedArticle, source: Phrase) -> bool:
    if source.pronoun is not None or article.view[source.start : source.end].lower() in _SEVERAL:
        return True
    for entity in article.entities_near(source.start, source.end):
        if entity.label in ("PER", "ORG") and entity.start < source.end and source.start < entity.end:
            return True
    words = [low(article, i) for i in range(article.token_at(source.start), article.token_at(source.end))]
    known = lexicon.nouns()
    return any(w in known or w.rstrip("s") in known for w in words)


def _verb_right_before(article: ParsedArticle, sentence: int, lo: int, hi: int, index: int) -> Candidate | None:
    """*avant de poursuivre « … »*, *lance-t-il « … »*, *en ces termes « … »*."""
    span = article.spans[index]
    speech = len(article.view[span.start : span.end].split()) >= 3 or article.view[span.end - 1] in ".!?…"
    for group in verb_groups(article, sentence):
        if not (lo <= group.head < hi) or group.passive:
            continue
        if group.first > lo and low(article, group.first - 1) == "comme" and article.tokens[hi - 1].text == ",":
            source = incise_source(article, group, hi)  # *comme le rappelle HRW, « … »*
            if source is not None and nameable(article, source) and article.token_at(source.end) >= hi - 1:
                return Candidate(
                    "incise with comme before the mark",
                    sentence,
                    group.cue(article),
                    source,
                    (index,),
                    None,
                    0.9,
                )
        works = names_work(article, sentence, group, index)
        if group.last == hi and "i" in group.frames and speech and article.view[span.start].isupper() and not works:
            source = _subject(article, group, hi)
            if source is not None and nameable(article, source):
                return Candidate("verb before the mark", sentence, group.cue(article), source, (index,), None, 0.85)
    return None


def _subject(article: ParsedArticle, group: VerbGroup, stop: int) -> Phrase | None:
    return find_subject(article, group, stop)
