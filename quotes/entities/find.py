"""Mentions: every name that an article writes, with its kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from quotes import lexicon
from quotes.entities.edges import (
    bearer_of,
    before_given,
    before_sentence,
    dateline,
    firm,
    heading_noun,
    meeting,
    runs,
    with_adjective,
    wrapped,
)
from quotes.entities.names import PARTICLES, fold, is_given, words
from quotes.entities.patterns import (
    AGED,
    CALLED_BODY,
    INITIALED,
    SENTENCE_BODY,
    SPACED,
    TITLED,
    behind_verb,
    beside_body,
    capital_end,
    given_alone,
    given_pairs,
    of_body,
    of_organisation,
    placed_patterns,
)
from quotes.lexicon.trie import one_of
from quotes.syntax.article import ParsedArticle
from quotes.syntax.words import is_finite
from quotes.text.persons import STOPWORDS, given_pattern


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written. ``kind`` is person, organisation, place or unknown; ``sure`` where more than
    the tagger says so. ``quoted`` where it stands inside a quotation.
    """

    start: int
    end: int
    text: str
    kind: str
    sure: bool
    quoted: bool
    heading: bool


def names(article: ParsedArticle) -> tuple[Name, ...]:
    """The names of an article in article order, overlaps resolved in favour of the longer, surer one."""
    found: list[Name] = []
    view = article.view

    places = {view[e.start : e.end] for e in article.document.entities if e.label == "LOC"}

    def add(start: int, end: int, kind: str, sure: bool) -> None:
        if view[start] == "-" and view[start - 1 : start].isspace():
            start += 1  # *LOMÉ -Plusieurs*: the dash of a dateline
        while (
            start > 1 and view[start] == "-" or view[start - 1 : start] == "-" and view[start - 2 : start - 1].isalpha()
        ):
            start -= 1
        while start and view[start - 1].isalpha():
            start -= 1
        while end > start and view[end - 1] in " .,-'" and not re.search(r"\b[A-Z]\.$", view[start:end]):
            end -= 1
        if kind == "organisation" and re.search(r"^[A-ZÀ-Ý][\w-]+(?: [a-zà-ÿ]+)+$", view[start:end]):
            end = with_adjective(article, end)
        further = re.match(r" (?:al|el|ul|Al|El)-[A-Z][\w'-]+", view[end : end + 30]) if kind == "person" else None
        if further:
            end += further.end()
        first = view[start:end].split(" ")[0]
        if (
            kind == "person"
            and first in places
            and len(view[start:end].split()) > 2
            and view[:start].endswith((" de ", " d'", " à "))
        ):
            start += re.match(r"\S+\s+", view[start:end]).end()  # type: ignore[union-attr]
        double = SPACED.search(view, max(0, start - 30), start) if kind == "person" else None
        if double:
            start = double.start("name")
        text = " ".join(view[start:end].split())
        if len(text) < 2 or text in lexicon.titles() or text in STOPWORDS or text.count("(") != text.count(")"):
            return
        if kind != "person" and dateline(article, start):
            return
        if kind == "person" and firm(text):
            kind = "organisation"
        found.append(Name(start, end, text, kind, sure, _quoted(article, start), _heading(article, start)))

    for match in given_pattern().finditer(view):
        end = match.end()
        if "\n" in match.group() and not wrapped(view, match.start() + match.group().index("\n")):
            end = match.start() + match.group().index("\n")
        parts = view[match.start() : end].split()
        while len(parts) > 1 and (parts[-1] in STOPWORDS or parts[-1].rstrip("'") + "'" in STOPWORDS):
            parts = parts[:-1]
        if len(parts) < 2:
            continue
        add(match.start(), view.index(parts[-1], match.start() + len(parts[0])) + len(parts[-1]), "person", True)
    for match in TITLED.finditer(view):
        if "\n" not in match.group() and match.group(2) not in STOPWORDS:
            add(match.start(), match.end(), "person", True)
    for match in INITIALED.finditer(view):
        if (
            "\n" not in match.group()
            and match.group(2).split()[-1] not in STOPWORDS
            and not view[match.start() : match.end()].isupper()
        ):
            add(match.start(), match.end(), "person", True)
    sure_ends = {n.end: n.start for n in found if n.sure}
    for entity in article.document.entities:
        text = view[entity.start : entity.end]
        if "\n" in text or not any(c.isupper() for c in text):
            continue
        first = text.split()[0]
        if (
            text.endswith("'")
            and view[entity.end : entity.end + 1] == "s"
            and not view[entity.end + 1 : entity.end + 2].isalpha()
        ):
            add(entity.start, entity.end + 1, "organisation", False)
            continue
        if view[entity.end : entity.end + 2] == "'s":
            add(entity.start, entity.end + 2, "organisation", False)
            continue
        if entity.label == "PER":
            if " -" in text or text in STOPWORDS or not text[0].isupper() or re.match(r"[A-ZÀ-Ý] ", text):
                continue
            if heading_noun(article, entity.start, text):
                continue
            begins = sure_ends.get(entity.end, 0)
            known = fold(view[begins : entity.end].split()[0]) if entity.start < begins else ""
            if known and known not in PARTICLES and not _forename(view, entity.start, begins):
                continue  # *Jababeka David Quentin*: the given name says where the person begins; not so *Ben Salah*
            skip = len(first) + 1 if first in STOPWORDS and first not in ("Le", "La") and len(text.split()) > 1 else 0
            start = entity.start + skip
            end = capital_end(view, start, before_sentence(view, start, entity.end))
            if end - start < 2:
                continue
            kind = "organisation" if of_organisation(view, start) and not is_given(first) else "person"
            add(start, end, kind, len(words(view[start:end])) > 1)
        elif bearer := bearer_of(view, entity.start):
            add(bearer, entity.end, "organisation", False)
        elif re.match(r"(?:de|du|des|d')\b", text):
            before = re.search(r"([\w-]+) $", view[max(0, entity.start - 30) : entity.start])
            if before and before.group(1).lower() in lexicon.organisations():
                add(entity.start - len(before.group()), entity.end, "organisation", False)
        elif entity.label == "ORG":
            if len(first) > 1 and first.lower() not in lexicon.roles():
                subject = _SUBJECT_OF.match(text)
                add(entity.start, entity.start + subject.end() if subject else entity.end, "organisation", False)
        elif entity.label == "MISC" and re.fullmatch(r"[A-Z][A-Z0-9.&-]+(?:-[A-Z]+)?", text):
            add(entity.start, entity.end, "organisation", False)
        elif entity.label == "LOC":
            add(entity.start, entity.end, "place", False)
        elif entity.label == "MISC":
            add(entity.start, entity.end, "unknown", False)
    placed: set[int] = set()
    for number, match in ((n, m) for n, pattern in enumerate(placed_patterns()) for m in pattern.finditer(view)):
        text = match.group("name")
        if number == 0 and not behind_verb(view, match.start("name")):
            continue
        begin, end = match.span("name")
        near = article.entities_near(begin, end) if number > 1 else ()
        inside = any(e.label in ("ORG", "LOC") and e.start < end and begin < e.end for e in near)
        if "\n" not in text and not inside and not any(w in STOPWORDS for w in text.split()):
            start = match.start("name") + before_given(text)
            add(start, match.end("name"), "person", True)
            placed.update([start] if number == 1 else [])
    for match in of_body().finditer(view):
        if not _quoted(article, match.start("name")):
            end = match.end("name")
            add(match.start("name"), with_adjective(article, end) if match["about"] else end, "organisation", False)
    for match in CALLED_BODY.finditer(view):
        add(match.start("name"), match.end("name"), "organisation", False)
    for match in SENTENCE_BODY.finditer(view):
        verb, last = article.token_at(match.start("verb")), article.token_at(match.end("name")) - 1
        own = range(article.token_at(match.start("name")) + 1, verb)
        acts = is_finite(article, verb) and not any(is_finite(article, i) for i in own)
        if acts and article.tokens[last].upos == "NOUN":
            add(match.start("name"), match.end("name"), "organisation", False)
    for match in beside_body().finditer(view):
        first = match.group("name").split()[0]
        if not is_given(first) and first not in STOPWORDS and first not in lexicon.titles():
            add(match.start("name"), match.end("name"), "organisation", False)
    for match in given_alone(view):
        add(match.start("name"), match.end("name"), "person", True)
    for match in given_pairs(view):
        add(match.start("name"), match.end("name"), "person", True)
    for match in AGED.finditer(view):
        aside = view[: match.start()].endswith((", ", "\n"))
        if is_given(match.group("name").split()[0]) or aside and not match.group("name").isupper():
            add(match.start("name"), match.end("name"), "person", True)
    for start, end in runs(article):
        add(start, end, "person", False)
    organisations = {fold(n.text) for n in found if n.kind == "organisation"}
    found = [
        replace(n, kind="organisation")
        if n.kind == "person"
        and n.start not in placed
        and fold(n.text) in organisations
        and not is_given(n.text.split()[0])
        and not any(w in lexicon.titles() for w in n.text.split()[:1])
        and len(n.text.split()) > 1
        else n
        for n in found
    ]
    found = _firms(view, found)
    settled = _settle(found)
    return _surnames(article, settled)


# *la Cour des comptes sur les piscines*: what a court or council speaks about is no part of its name
_SUBJECT_OF = re.compile(r"(?:Cour|Conseil|Tribunal|Chambre|Sénat|Parlement|Ministère)\b.*?(?= (?:sur|contre|pour) )")


_PLACED = ("de ", "d'", "à ", "en ")


def _forename(view: str, start: int, begins: int) -> bool:
    """*Recep Tayyip Erdogan*: a word that stands nowhere but before a given name is another one.

    Not so behind a preposition: *l'historien de Lormes Olaf Le Bihan*.
    """
    before = view[start:begins].strip()
    if " " in before or not before[:1].isupper() or before.isupper() or view[:start].endswith(_PLACED):
        return False
    alone = re.findall(rf"\b{re.escape(before)}\b", view)
    return len(alone) == len(re.findall(rf"\b{re.escape(before)} {re.escape(view[begins:].split()[0])}\b", view))


def _firms(view: str, found: list[Name]) -> list[Name]:
    """A name of one word that the article ties to a body once (*le groupe Kuusela*) is that body's everywhere."""
    firms = {fold(n.text) for n in found if n.kind == "organisation" and of_organisation(view, n.start)}
    firms -= {fold(words(n.text)[-1]) for n in found if n.kind == "person" and len(n.text.split()) > 1}
    return [replace(n, kind="organisation") if n.kind == "person" and fold(n.text) in firms else n for n in found]


def _surnames(article: ParsedArticle, settled: tuple[Name, ...]) -> tuple[Name, ...]:
    """Later surnames of persons named in full that the tagger overlooked or took for a place."""
    people = {n.text for n in settled if n.kind == "person" and len(words(n.text)) > 1 and not n.text.isupper()}
    families: set[str] = set()
    places = {article.view[e.start : e.end] for e in article.document.entities if e.label == "LOC"}
    for text in people:
        parts = words(text)
        if parts[-1] in places and not is_given(parts[0]):
            continue  # *Revenu Québec* gives *Québec* no bearer
        cut = 1
        while cut < len(parts) - 1 and (is_given(parts[cut]) and parts[cut] not in ("Le", "La", "De")):
            cut += 1
        family = " ".join(parts[cut:]).removeprefix("de ").removeprefix("d'")
        if len(family) >= 4 and family[0].isupper() and family not in lexicon.first_names():
            families.add(family)
    if not families:
        return settled
    pattern = re.compile(rf"(?<![\w'-]){one_of(families)}(?![\w-])")
    taken = sorted((n.start, n.end) for n in settled if n.kind == "person")
    extra: list[Name] = []
    for match in pattern.finditer(article.view):
        start, end = match.span()
        if not meeting(taken, start, end):
            quoted, heading = _quoted(article, start), _heading(article, start)
            extra.append(Name(start, end, match.group(), "person", False, quoted, heading))
    if not extra:
        return settled
    longer = [(e.start, e.end) for e in extra]
    kept = [
        n
        for n in settled
        if n.kind == "person" or all(b - a < n.end - n.start for a, b in meeting(longer, n.start, n.end))
    ]
    return tuple(sorted([*kept, *extra], key=lambda n: n.start))


def _settle(found: list[Name]) -> tuple[Name, ...]:
    """Longest first; a sure person beats what the tagger says of the same place."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(
        found,
        key=lambda n: (-(n.kind == "person" and n.sure), -(n.end - n.start), n.kind in ("unknown", "place"), n.start),
    ):
        if name.start in taken or name.end - 1 in taken:
            continue
        kept.append(name)
        taken.update(range(name.start, name.end))
    return tuple(sorted(kept, key=lambda n: n.start))


def _quoted(article: ParsedArticle, at: int) -> bool:
    tops = article.tops
    k = bisect_right(tops, (at, at))
    return k > 0 and tops[k - 1][0] <= at < tops[k - 1][1]


def _heading(article: ParsedArticle, at: int) -> bool:
    block = article.block_at(at)
    return block is not None and block.kind == "heading"
