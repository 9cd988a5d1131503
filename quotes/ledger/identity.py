"""One identity for each speaker across articles.

Every speaker that an article names gets a *class*, a tuple that says who they are: a full name is one person
everywhere, a proper organisation likewise; a bare surname joins the one full name of its article or story,
else it stays with the bare namesakes of its story; roles, groups and unnamed sources belong to their
article. Equal classes are one speaker, and ids are digests of classes: nothing depends on the order of
articles. An alias that was given beats all rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quotes.ledger.aliases import Aliases
from quotes.ledger.aliases import find as find_aliases
from quotes.ledger.canon import digest, fold
from quotes.ledger.names import (
    Name,
    acronym_of,
    fits,
    parse,
    proper_document,
    proper_organisation,
    thing_key,
    undetermined,
)
from quotes.ledger.record import ArticleRecord, Identity, LocalSpeaker
from quotes.ledger.stories import Company, Stories

if TYPE_CHECKING:
    from quotes.types import Gender

# kind or rule, then what makes the speaker one of theirs
Class = tuple[str, ...]


@dataclass(slots=True)
class _Local:
    """A speaker of one article on the way to a class."""

    article: int
    speaker: LocalSpeaker
    name: Name
    gender: Gender | None
    cls: Class | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """Class of each article's speakers, and the identity that was given for a class."""

    classes: tuple[tuple[Class, ...], ...]
    given: dict[Class, Identity]


def resolve(articles: Sequence[ArticleRecord], stories: Stories, aliases: Aliases) -> Resolved:
    """The class of every speaker of every article."""
    rows = [[_local(at, speaker) for speaker in article.speakers] for at, article in enumerate(articles)]
    everyone = [local for row in rows for local in row]
    given = _pin(everyone, articles, aliases)
    for local in everyone:
        if local.cls is None:
            local.cls = _plain_class(local, articles[local.article].id)
    _middle_names(everyone, stories)
    _bare_names([x for x in everyone if x.cls is None], everyone, stories, articles)
    _acronyms(everyone, stories, articles)
    return Resolved(tuple(tuple(x.cls or () for x in row) for row in rows), given)


@lru_cache(maxsize=1 << 15)
def speaker_id(cls: Class) -> str:
    """The id of a class."""
    return f"s-{digest(*cls)}"


def _local(article: int, speaker: LocalSpeaker) -> _Local:
    name = parse(speaker.name)
    gender = speaker.gender or name.gender or next((g for a in speaker.aliases if (g := parse(a).gender)), None)
    return _Local(article, speaker, name, gender)


def _pin(everyone: list[_Local], articles: Sequence[ArticleRecord], aliases: Aliases) -> dict[Class, Identity]:
    """Give a class to everybody whom the aliases name."""
    table = find_aliases(aliases)
    twice = _names_twice(aliases)
    given: dict[Class, Identity] = {}
    for local in everyone:
        keys = (fold(local.speaker.name), thing_key(local.speaker.name))
        found = {
            one for key in keys for one in table.get(key, ()) if _means(one, local.speaker, articles[local.article])
        }
        if len(found) == 1:
            one = found.pop()
            local.cls = _identity_class(one, local, fold(one.name) in twice)
            given[local.cls] = one
    return given


def idle(articles: Sequence[ArticleRecord], aliases: Aliases) -> tuple[Identity, ...]:
    """The identities that name nobody who speaks in these articles."""
    table = find_aliases(aliases)
    named = {
        one
        for article in articles
        for speaker in article.speakers
        for key in (fold(speaker.name), thing_key(speaker.name))
        for one in table.get(key, ())
        if _means(one, speaker, article)
    }
    return tuple(one for one in aliases.identities if one not in named)


def _means(one: Identity, speaker: LocalSpeaker, article: ArticleRecord) -> bool:
    if one.kind is not None and speaker.kind not in (one.kind, "unknown"):
        return False
    if one.valid_from is None and one.valid_to is None:
        return True
    day = (article.date or "")[:10]
    return bool(day) and (one.valid_from or "") <= day <= (one.valid_to or "9999")


def _names_twice(aliases: Aliases) -> set[str]:
    names = [fold(one.name) for one in aliases.identities]
    return {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()


def _identity_class(one: Identity, local: _Local, twice: bool) -> Class:
    kind = one.kind or local.speaker.kind
    key = parse(one.name).key if kind == "person" and parse(one.name).form != "none" else thing_key(one.name)
    # The class of the name itself, so that aliases add to what the rules find; more only where two share it.
    return (kind, key, one.valid_from or "", one.wikidata or "", one.role or "") if twice else (kind, key)


def _plain_class(local: _Local, article: str) -> Class | None:
    """The class that the name alone gives; None where a person's name is not full."""
    kind, name = local.speaker.kind, local.speaker.name
    if kind == "person":
        if local.name.form == "full":
            return ("person", local.name.key)
        if local.name.form != "none":
            return None
    elif (kind == "organisation" and proper_organisation(name)) or (kind == "document" and proper_document(name)):
        return (kind, thing_key(name))
    return ("local", article, kind, fold(undetermined(name)))


def _full(everyone: list[_Local]) -> Iterator[_Local]:
    return (x for x in everyone if x.cls is not None and x.cls[0] == "person" and x.name.form == "full")


def _middle_names(everyone: list[_Local], stories: Stories) -> None:
    """*Barack Hussein Obama* is *Barack Obama* where one story says both; so is *John F. Kennedy*."""
    ends: dict[tuple[str, tuple[str, ...]], dict[Class, list[_Local]]] = defaultdict(lambda: defaultdict(list))
    for local in _full(everyone):
        assert local.cls is not None
        ends[local.name.given[0], local.name.family][local.cls].append(local)
    for group in ends.values():
        if len(group) < 2:
            continue
        short = min(group, key=lambda cls: (len(cls[1].split()), cls))
        if "-" in group[short][0].speaker.name.split()[0]:
            continue
        longer = [cls for cls in group if set(short[1].split()) < set(cls[1].split())]
        if len(longer) != 1:
            continue
        extra = set(longer[0][1].split()) - set(short[1].split())
        compound = any("-" in x.speaker.name.split()[0] for x in group[longer[0]])
        together = Company(stories, (x.article for x in group[short]), frozenset(short[1].split()))
        if compound or not (all(len(w) == 1 for w in extra) or any(x.article in together for x in group[longer[0]])):
            continue
        for local in group[longer[0]]:
            local.cls = short


def _bare_names(
    bare: list[_Local], everyone: list[_Local], stories: Stories, articles: Sequence[ArticleRecord]
) -> None:
    """Join surnames and initials to the one full name of their article, else of their story."""
    families = {local.name.family for local in bare}
    holders: dict[tuple[str, ...], dict[Class, list[_Local]]] = defaultdict(lambda: defaultdict(list))
    for local in _full(everyone):
        assert local.cls is not None
        for at in range(1, len(local.name.words)):
            if (tail := local.name.words[at:]) in families:
                holders[tail][local.cls].append(local)
    companies: dict[tuple[tuple[str, ...], Class], Company] = {}
    lonely: dict[tuple[str, ...], list[_Local]] = defaultdict(list)
    for local in bare:
        family = local.name.family
        fit = [cls for cls, them in sorted(holders[family].items()) if _fit(local, them)]
        here = [cls for cls in fit if any(x.article == local.article for x in holders[family][cls])]
        if not here:
            for cls in fit:
                if (family, cls) not in companies:
                    them = (x.article for x in holders[family][cls])
                    companies[family, cls] = Company(stories, them, frozenset((*cls[1].split(), *family)))
            here = [cls for cls in fit if local.article in companies[family, cls]]
        if len(here) == 1:
            local.cls = here[0]
        elif here:
            local.cls = ("local", articles[local.article].id, "person", " ".join(local.name.words))
        else:
            lonely[local.name.words].append(local)
    for words, group in lonely.items():
        _namesakes(words, group, stories, articles)


def _fit(local: _Local, them: list[_Local]) -> bool:
    """Can the bare name or initial be these people, by gender and letters?"""
    genders = {x.gender for x in them if x.gender}
    if local.gender and len(genders) == 1 and local.gender not in genders:
        return False
    return local.name.form != "initial" or any(fits(local.name, x.name) for x in them)


def _namesakes(
    words: tuple[str, ...], group: list[_Local], stories: Stories, articles: Sequence[ArticleRecord]
) -> None:
    """Bare names without a full one are one person within a story (and of one gender)."""
    parents = {local.article: local.article for local in group}

    def find(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    company = Company(stories, parents, frozenset(words))
    genders: dict[int, set[str]] = defaultdict(set)
    for local in group:
        if local.gender:
            genders[local.article].add(local.gender)
    for article in sorted(parents, key=lambda at: articles[at].id) if len(parents) > 1 else ():
        for other in company.of(article):
            a, b = find(article), find(other)
            if a != b and len(genders[a] | genders[b]) < 2:
                parents[a] = b
                genders[b] |= genders[a]
    first: dict[int, str] = {}
    for article in parents:
        root = find(article)
        first[root] = min(first.get(root, "~"), articles[article].id)
    for local in group:
        local.cls = ("bare", *words, first[find(local.article)])


def _acronyms(everyone: list[_Local], stories: Stories, articles: Sequence[ArticleRecord]) -> None:
    """*CGT* is the *Confédération générale du travail* where an article says so and none says another."""
    said: dict[Class, dict[Class, set[int]]] = defaultdict(lambda: defaultdict(set))
    organisations = [x for x in everyone if x.cls is not None and x.cls[0] == "organisation"]
    for local in organisations:
        assert local.cls is not None
        for alias in local.speaker.aliases:
            other: Class = ("organisation", thing_key(alias))
            if acronym_of(alias, local.speaker.name):
                said[other][local.cls].add(local.article)
            elif acronym_of(local.speaker.name, alias):
                said[local.cls][other].add(local.article)
    for local in organisations:
        assert local.cls is not None
        full = {cls: where for cls, where in said.get(local.cls, {}).items() if cls != local.cls}
        if len(full) > 1:
            full = {cls: where for cls, where in full.items() if local.article in where} or {
                cls: where
                for cls, where in full.items()
                if any(stories.alike(local.article, at, frozenset(local.cls[1:2])) for at in sorted(where))
            }
        if len(full) == 1:
            local.cls = next(iter(full))
