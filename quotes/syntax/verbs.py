"""Reporting verbs: every group of a sentence, with auxiliaries, clitics and negation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quotes import lexicon
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.conjuncts import goes_on
from quotes.syntax.groups import VerbGroup, inverted_pronoun, read_verb
from quotes.syntax.words import AUXILIARIES, CLITICS, NEGATIONS, is_adverb, is_finite, locution_to, low


def verb_groups(article: ParsedArticle, sentence: int, since: int = 0, until: int | None = None) -> Iterator[VerbGroup]:
    """All groups of reporting verbs of a sentence, or of some of its tokens, with their auxiliaries, in order."""
    first, stop = article.range(sentence)
    tokens = article.tokens
    held = [article.spans[k].outer for k in article.sentences[sentence].spans]
    inner = article.incised_in(article.sentences[sentence])
    reporting = article.reporting
    begin = bisect_left(reporting, max(first, since))
    end = bisect_left(reporting, stop if until is None else min(stop, until))
    for i in reporting[begin:end]:
        form = low(article, i)
        if any(a <= tokens[i].start < b for a, b in held) and not any(a <= tokens[i].start < b for a, b in inner):
            continue
        readings = lexicon.verb_forms()[form]
        if i > first and (
            tokens[i - 1].upos == "DET"
            and low(article, i - 1) not in ("l'", "le", "la", "les")
            or (form == "compris" and low(article, i - 1) == "y")
        ):
            continue
        if tokens[i].upos not in ("VERB", "AUX"):
            before = low(article, i - 1) if i > first else ""
            nominal = before in (
                "le",
                "la",
                "l'",
                "un",
                "une",
                "des",
                "les",
                "de",
                "du",
                "d'",
                "ce",
                "cette",
                "son",
                "sa",
                "au",
                "en",
                "par",
                "sans",
                "ces",
                "ses",
                "leur",
                "leurs",
                "à",
            )
            opens = i == first and tokens[i].upos == "ADJ" and any(shape == "past" for _, shape in readings)
            if opens and low(article, min(i + 1, stop - 1)) in ("de", "d'", "comme"):
                yield from _grow(article, first, stop, i)  # *Qualifié de « gâchis » par X*
                continue
            rare = tokens[i].upos == "PROPN" and tokens[i].dep == "ROOT"  # *Paul Roy brocarde* taken for three names
            if nominal or tokens[i].text[0].isupper() or tokens[i].upos in ("PROPN", "ADP", "DET", "PRON") and not rare:
                continue
            if not any(shape in ("finite", "past") for _, shape in readings):
                continue
        yield from _grow(article, first, stop, i)


def _grow(article: ParsedArticle, first: int, stop: int, head: int) -> Iterator[VerbGroup]:
    j = head - 1
    auxiliary = -1
    reflexive = negated = passive = False
    start = head
    while j >= first:
        word = low(article, j)
        if locution_to(article, j) != j:
            j = locution_to(article, j)  # before *lui* is read as a clitic: *a quant à lui indiqué*
            continue
        if word in CLITICS:
            reflexive = reflexive or word in ("se", "s'")
            negated = negated or word in ("ne", "n'")
            start = j
        elif word == "été":
            passive = True
        elif word in AUXILIARIES and auxiliary < 0:
            auxiliary = start = j
        elif word in NEGATIONS:
            negated = True
        elif word == "," and auxiliary < 0 and _insert_from(article, first, j) != j:
            j = _insert_from(article, first, j)
            continue
        elif not is_adverb(article, j) or word in ("plus",) and auxiliary < 0:
            break
        j -= 1
    shapes: tuple[str, ...]
    form = low(article, head)
    verb_readings = [shape for _, shape in lexicon.verb_forms()[form]]
    if auxiliary >= 0 and "past" in verb_readings:
        shapes = ("past",)
        be = low(article, auxiliary) in (
            "est",
            "sont",
            "était",
            "étaient",
            "sera",
            "fut",
            "furent",
            "être",
            "serait",
            "soit",
        )
        passive = passive or (be and not reflexive)
    elif "finite" in verb_readings and article.tokens[head].upos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        morph = article.tokens[head].morph
        participle = "VerbForm=Part" in morph and "past" in verb_readings and low(article, head - 1) not in ("se", "s'")
        shapes = ("past",) if participle and not _has_subject(article, head) else ("finite",)
    else:
        shapes = ("infinitive", "present", "past")
    if auxiliary < 0:
        start = head
        j = head - 1
        while j >= first and low(article, j) in CLITICS:
            start = j
            j -= 1
    found = read_verb(article, head, reflexive, shapes)
    if found is None and shapes == ("past",) and "finite" in verb_readings:
        found = read_verb(article, head, reflexive, ("finite",))
        shapes = ("finite",)
    if found is None:
        return
    lemma, frames, extra = found
    if "n" in frames and not negated:
        return
    if lemma.startswith("faire ") and auxiliary < 0 and low(article, head) == "fait":
        shapes = ("finite",)  # *la maison, qui emploie dix personnes, fait valoir que*: no participle
    passive = passive and not lemma.startswith(("revenir", "intervenir"))  # *est revenu* is no passive
    last = head + 1 + extra
    pronoun: Phrase | None = None
    for verb in (auxiliary, head):
        if verb >= 0:
            inverted = inverted_pronoun(article, verb)
            if inverted:
                pronoun = inverted[0]
                last = max(last, inverted[1])
    bare_participle = shapes == ("past",) and auxiliary < 0
    shape = (
        "past"
        if bare_participle
        else "finite"
        if auxiliary >= 0 or shapes == ("finite",)
        else (
            "present"
            if low(article, head).endswith("ant")
            else "infinitive"
            if low(article, head).endswith(("r", "re"))
            else "past"
        )
    )
    if auxiliary >= 0 and low(article, auxiliary) in ("ayant", "avoir", "étant", "être"):
        shape = "infinitive"
    if shape == "past" and goes_on(article, first, start):
        shape = "finite"
    yield VerbGroup(start, last, head, lemma, frames, shape, pronoun, negated, passive, reflexive)


def _insert_from(article: ParsedArticle, first: int, comma: int) -> int:
    """The auxiliary before what stands between commas (*a, quant à elle, souligné*), else the comma."""
    for j in range(comma - 1, max(first, comma - 12), -1):
        if is_finite(article, j) or article.tokens[j].text in (":", ";", "."):
            break
        if article.tokens[j].text == ",":
            return j - 1 if low(article, j - 1) in AUXILIARIES else comma
    return comma


def unasserted(article: ParsedArticle, group: VerbGroup) -> bool:
    """*il n'est pas sûr qu'un ouvrier ait dit*: a cue in the subjunctive, unless *bien que* grants it."""
    verb = next((j for j in range(group.first, group.head) if low(article, j) in ("ait", "aient")), None)
    if verb is None:
        return False
    first, _ = article.range(article.sentence_of_token[group.head])
    return not any(low(article, j) in ("bien", "quoique", "quoiqu'") for j in range(max(first, verb - 12), verb))


_NO_CONDITION = frozenset("même comme et demander savoir ignorer dire voir vérifier préciser mais".split())


def supposed(article: ParsedArticle, group: VerbGroup) -> bool:
    """*peut saisir la justice si elle estime que*: what would be said, if. Fronted or with *même*, *si* grants."""
    first, _ = article.range(article.sentence_of_token[group.head])
    before_verb = range(group.first - 1, max(first, group.first - 5), -1)
    at = next((j for j in before_verb if low(article, j) in ("si", "s'")), None)
    if at is None or any(is_finite(article, j) for j in range(at + 1, group.first)):
        return False
    before = article.tokens[at - 1]
    return before.text not in (",", "—", "(") and not {low(article, at - 1), before.lemma} & _NO_CONDITION


def _has_subject(article: ParsedArticle, head: int) -> bool:
    return any(article.tokens[c].dep.startswith("nsubj") for c in article.children[head])
