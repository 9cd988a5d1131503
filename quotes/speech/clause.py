"""Reported clauses: *affirme que …*, *promet de …*, *demande si …*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.speech.acts import speaks
from quotes.speech.candidate import Candidate
from quotes.speech.extent import clause_end, content_start, spans_inside
from quotes.speech.incise import incise_source
from quotes.speech.infinitive import reported_infinitive
from quotes.syntax.adjuncts import skip_adverbials
from quotes.syntax.agents import find_subject
from quotes.syntax.animate import could_speak, nameable
from quotes.syntax.antecedents import relative_que
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.groups import VerbGroup, read_verb
from quotes.syntax.verbs import verb_groups
from quotes.syntax.words import AUXILIARIES, CLITICS, is_adverb, is_finite, low

_QUESTION = frozenset("si s' comment pourquoi combien où quand quel quelle quels quelles".split())


_ASKING = frozenset(
    "demander se demander ignorer préciser expliquer rappeler raconter dire s'interroger indiquer révéler"
    " savoir détailler".split()
)


_STRONG = frozenset(
    "dire déclarer affirmer estimer assurer expliquer préciser ajouter raconter juger répondre confier"
    " rétorquer répliquer prétendre jurer promettre annoncer insister regretter déplorer avouer"
    " reconnaître".split()
) | {"faire valoir", "faire savoir", "faire remarquer", "faire observer"}


def reported_clauses(article: ParsedArticle, sentence: int) -> Iterator[Candidate]:
    """*que* clauses, indirect questions and infinitives under a reporting verb."""
    groups = list(verb_groups(article, sentence))
    covered = -1
    for group in groups:
        if article.tokens[group.head].start < covered:
            continue
        source_ok = speaks(article, group)
        if not source_ok:
            continue
        told = reported_infinitive(article, sentence, group)
        candidate = (
            told if told is not None and _begins(article, group, told) else _that(article, sentence, group) or told
        )
        if candidate is None or candidate.content is None:
            continue
        covered = candidate.content[1]
        yield candidate


def _begins(article: ParsedArticle, group: VerbGroup, told: Candidate) -> bool:
    """*affirme avoir reçu la mère et proposé un changement qu'elle a refusé*: does the infinitive follow the verb?"""
    if told.content is None:
        return False
    between = article.view[article.tokens[group.last - 1].end : told.content[0]].split()
    return not between


def _that(article: ParsedArticle, sentence: int, group: VerbGroup) -> Candidate | None:
    _, stop = article.range(sentence)
    opener = _complementizer(article, group, stop)
    if opener is None or not set(group.frames) & set("qw") and low(article, opener - 1) != "ce":
        return None
    content_token = opener + 1 if low(article, opener) in ("que", "qu'") else opener
    if content_token >= stop and not article.sentences[sentence].spans:
        return None
    start = content_start(article, opener, content_token, sentence)
    end = clause_end(article, sentence, group, content_token)
    if end <= start or article.view[start:end].lower() in ("oui", "non", "si"):
        return None
    source = find_subject(article, group, opener)
    if (
        source is not None
        and start <= source.start < end
        or source is None
        and _fragment(article, sentence, group, end)
    ):
        # *Avant de concéder que le texte est perfectible.*: whoever spoke before
        cue = group.cue(article)
        source = Phrase(cue.start, cue.end, None, "ses")
    if (
        source is None
        or not nameable(article, source)
        and not (group.lemma in _STRONG and could_speak(article, source))
    ):
        return None
    marked_only = "q" not in group.frames and low(article, opener - 1) != "ce"
    rule = "reported clause" if group.shape == "finite" else "reported clause after a participle or infinitive"
    return Candidate(
        rule,
        sentence,
        group.cue(article),
        source,
        spans_inside(article, sentence, start, end),
        (start, end),
        0.85,
        marked_only,
    )


def _fragment(article: ParsedArticle, sentence: int, group: VerbGroup, end: int) -> bool:
    """Is the infinitive with its clause the whole sentence (*Avant d'admettre que le mur est fissuré.*)?"""
    first, _ = article.range(sentence)
    opens = low(article, first) in ("avant", "quitte", "sans", "façon", "histoire")
    return (
        group.shape == "infinitive"
        and opens
        and group.first <= first + 3
        and end >= article.sentences[sentence].end - 2
    )


# with *que* another conjunction: *plus que*, *ainsi que*, *vu que*
_JOINS_QUE = frozenset(
    "ne autre ce et ou plus moins tandis alors ainsi bien pour afin avant après dès lors parce sans tel vu"
    " attendu pourvu hormis sauf depuis donné telle".split()
)


def _complementizer(article: ParsedArticle, group: VerbGroup, stop: int) -> int | None:
    """The *que* (or question word) that opens the clause of a verb."""
    tokens = article.tokens
    i = group.last
    gap = 0
    asks = group.lemma in _ASKING
    while i < stop and gap < 30:
        word = low(article, i)
        if word in ("que", "qu'"):
            if i > group.last + 1 and low(article, i - 1) == "ce" and low(article, i - 2) == "à":
                return i if "f" in group.frames else None  # *s'engage à ce que*
            if i > group.last and (_reports_that(article, group.last, i - 1) or relative_que(article, i, stop)):
                return None
            if i > group.last + 1 and tokens[i - 1].text == "," and _behind_subject(article, group, i - 1):
                return None
            if i > group.last and low(article, i - 1) == "même" and low(article, i - 3) != "tout":
                return None
            if (
                i > group.last
                and tokens[i].upos == "PRON"
                and tokens[i - 1].upos in ("NOUN", "PROPN")
                and not _parsed_as_clause(article, group, i)
                and skip_adverbials(article, group.last, stop) != i
            ):
                return None
            if i > group.last and low(article, i - 1) in _JOINS_QUE:
                return None
            return i
        if group.lemma == "demander" and word in ("si", "s'") and i > group.last and low(article, i - 1) != ",":
            return i
        if (
            asks
            and i == group.last
            and (
                word in _QUESTION
                or (
                    word in ("de", "à", "dans")
                    and i + 1 < stop
                    and low(article, i + 1) in ("quelle", "quel", "quels", "quelles")
                )
            )
        ):
            if word in ("si", "s'") and group.lemma not in (
                "demander",
                "se demander",
                "s'interroger",
                "ignorer",
                "savoir",
            ):
                return None
            return i
        if tokens[i].text in (".", ";", ":", "?", "!", "(", ")", "—"):
            return None
        if i > group.last and is_finite(article, i):
            return None
        i += 1
        gap += 1
    return None


def _reports_that(article: ParsedArticle, first: int, index: int) -> bool:
    """*a reconnu avoir affirmé que*, *a nié, et assuré que*: the *que* is of the nearer verb."""
    while index > first and is_adverb(article, index):
        index -= 1
    if index < first:
        return False
    found = read_verb(article, index, False, ("finite", "past", "infinitive")) if _is_verb(article, index) else None
    return found is not None and "q" in found[1]


_CAUSING = frozenset("fait font faisait firent laisse laissent laissé".split())


def _behind_subject(article: ParsedArticle, group: VerbGroup, comma: int) -> bool:
    """*…, a ironisé Roy, que ses amis …*: does the subject of an incise stand before the comma?"""
    first, _ = article.range(article.sentence_of_token[group.head])
    begin = group.first
    while begin > first and low(article, begin - 1) in _CAUSING | CLITICS | AUXILIARIES:
        begin -= 1  # *lui a fait remarquer Roy*
    if begin > first and article.tokens[begin - 1].text not in (",", "—"):
        opening = article.tokens[begin].start
        held = article.sentences[article.sentence_of_token[group.head]].spans
        if not any(0 <= opening - article.spans[k].outer[1] <= 2 for k in held):
            return False
    source = incise_source(article, group, comma + 1) if "i" in group.frames else None
    return source is not None and article.token_at(source.end) == comma and nameable(article, source)


def _is_verb(article: ParsedArticle, index: int) -> bool:
    return article.tokens[index].upos in ("VERB", "AUX")


def _parsed_as_clause(article: ParsedArticle, group: VerbGroup, que: int) -> bool:
    clause = article.tokens[que].head
    return article.tokens[clause].head == group.head and article.tokens[clause].dep in (
        "ccomp",
        "xcomp",
        "obj",
        "advcl",
    )
