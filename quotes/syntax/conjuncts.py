"""Conjuncts: is what follows *et*, *mais* inside a reported clause said too, or done by who reports?

*a assuré que l'usine tournait et appelé au calme*: the bare participle needs the auxiliary of the cue.
*dit que l'eau monte et refuse de partir*: number and tense agree with the one verb or the other.
"""

from __future__ import annotations

from quotes import lexicon
from quotes.syntax.article import ParsedArticle
from quotes.syntax.groups import VerbGroup
from quotes.syntax.words import AUXILIARIES, CLITICS, NEGATIONS, is_adverb, is_finite, locution_from, low

_BE = frozenset("est sont était étaient sera seront serait seraient fut furent soit soient être été".split())
_HAVE = frozenset("a ont avait avaient aura auront aurait auraient ait aient avoir eut eurent".split())


def rejoins_cue(article: ParsedArticle, group: VerbGroup, content_token: int, start: int, stop: int) -> bool:
    """Does the conjunct that starts at a token hang on the reporting verb, and not on the clause it reports?"""
    if start >= stop or low(article, start) in ("que", "qu'"):
        return False
    head, auxiliary, negated = _verb_at(article, start, stop)
    if head is None:
        return False
    inner = _finite(article, content_token, start)
    if auxiliary is None and _is_participle(article, head):
        return not negated and _shares_auxiliary(article, group, inner, head, start)
    finite = head if auxiliary is None else auxiliary
    if not is_finite(article, finite) and not _noun_like_verb(article, finite):
        return False
    if group.shape != "finite":
        return False
    if not inner:
        return True  # *reconnaît avoir bu et regrette*: an infinitive has no subject to share
    return _agrees(article, group, inner, finite, head, auxiliary is not None)


def goes_on(article: ParsedArticle, first: int, participle: int) -> bool:
    """*a dénoncé un complot et assuré que …*: does a bare participle share the auxiliary of one before it?"""
    i = participle - 1
    while i > first and (is_adverb(article, i) or low(article, i) in CLITICS):
        i -= 1
    if i <= first or low(article, i) not in ("et", "mais", "puis"):
        return False
    for j in range(i - 1, first - 1, -1):
        if low(article, j) not in _HAVE:
            continue
        head, auxiliary, _ = _verb_at(article, j, i)
        if head is not None and auxiliary == j:
            return True
    return False


def without_subject(article: ParsedArticle, start: int, stop: int) -> int:
    """The token behind the verb that starts here without a subject of its own, else ``start``."""
    head, _, _ = _verb_at(article, start, stop)
    return start if head is None else head + 1


def _verb_at(article: ParsedArticle, start: int, stop: int) -> tuple[int | None, int | None, bool]:
    """Main verb and auxiliary of a verb group without a subject that starts at a token."""
    i, auxiliary, negated = start, None, False
    while i < stop:
        word = low(article, i)
        negated = negated or word in NEGATIONS or word in ("ne", "n'")
        if auxiliary is None and word in AUXILIARIES and article.tokens[i].upos in ("AUX", "VERB"):
            auxiliary = i
        elif locution_from(article, i) != i:
            i = locution_from(article, i)
            continue
        elif word in CLITICS and article.tokens[i].upos != "DET" or is_adverb(article, i) or word in NEGATIONS:
            pass
        else:
            break
        i += 1
    if i < stop and (article.tokens[i].upos in ("VERB", "AUX") or _reports(article, i) or _noun_like_verb(article, i)):
        return i, auxiliary, negated
    return (auxiliary, None, negated) if auxiliary is not None else (None, None, negated)


def _noun_like_verb(article: ParsedArticle, index: int) -> bool:
    """*et menace de*, *et demande que*: a verb that the tagger took for a noun, by what stands behind it."""
    follows = low(article, index + 1) if index + 1 < len(article.tokens) else ""
    return (
        article.tokens[index].upos in ("NOUN", "ADJ")
        and follows in ("de", "d'", "que", "qu'", "à", "le", "la", "l'")
        and _reports(article, index, ("finite",))
    )


def _finite(article: ParsedArticle, first: int, last: int) -> list[int]:
    return [j for j in range(first, last) if is_finite(article, j)]


def _is_participle(article: ParsedArticle, index: int) -> bool:
    morph = article.tokens[index].morph
    if is_finite(article, index) or "VerbForm=Inf" in morph or low(article, index).endswith("ant"):
        return False
    return "VerbForm=Part" in morph or _reports(article, index)


def _reports(article: ParsedArticle, index: int, shapes: tuple[str, ...] = ("past",)) -> bool:
    known = lexicon.verbs()
    return any(
        shape in shapes and lemma in known and set(known[lemma].frames) & set("qfo")
        for lemma, shape in lexicon.verb_forms().get(low(article, index), ())
    )


def _shares_auxiliary(article: ParsedArticle, group: VerbGroup, inner: list[int], head: int, start: int) -> bool:
    """A bare participle: the auxiliary of the cue, unless the reported clause has one that fits."""
    if not any(low(article, j) in _HAVE | _BE for j in range(group.first, group.head)):
        return False
    if low(article, head).endswith(("ées", "és", "ée")):
        return False
    if _reports(article, head):
        return True
    last = [j for j in range(group.last, start) if low(article, j) in _HAVE | _BE]
    if not last:
        return True
    theirs, _, _ = _verb_at(article, last[-1], start)
    if low(article, last[-1]) in _HAVE or theirs is None:
        return False
    # *seraient chauffées et signé*: under *être* two participles would agree
    return _ending(article, theirs) != _ending(article, head)


def _ending(article: ParsedArticle, index: int) -> str:
    """The gender and number that a participle shows."""
    word = low(article, index)
    return word[len(word.rstrip("es")) :] if word.endswith(("e", "s")) else ""


def _agrees(article: ParsedArticle, group: VerbGroup, inner: list[int], finite: int, head: int, compound: bool) -> bool:
    """Number, tense and mood of a finite verb: those of the cue, not those of the clause."""
    cue = next((j for j in range(group.first, group.last) if "VerbForm=Fin" in article.tokens[j].morph), group.head)
    mine, ours = _features(article, finite, compound), _features(article, cue, cue != group.head)
    theirs = [_features(article, j, _verb_at(article, j, finite)[1] == j) for j in inner]
    if mine[0] != ours[0]:
        return False
    if _noun_like_verb(article, finite):
        return True
    if all(mine[0] != other[0] for other in theirs):
        return True
    if mine != ours:
        return False
    return mine not in theirs or _reports(article, head, ("past",) if compound else ("finite",))


def _features(article: ParsedArticle, index: int, compound: bool) -> tuple[str, str, str, bool]:
    """Number, tense, mood of a finite verb, and whether it is the auxiliary of a participle."""
    pairs = dict(pair.split("=") for pair in article.tokens[index].morph.split("|") if "=" in pair)
    return pairs.get("Number", ""), pairs.get("Tense", ""), pairs.get("Mood", ""), compound
