"""From facts to a ledger: a pure function of the set of articles, whatever their order.

`build` reads extractions, `derive` does the rest; `merge` unites the facts of ledgers and derives again.
Ids are digests of content: an article's of its path and text, a speaker's of the name that makes them who
they are, an entry's of the words of its longest variant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotes.errors import LedgerError
from quotes.ledger.aliases import Aliases
from quotes.ledger.canon import digest
from quotes.ledger.facts import Facts, read
from quotes.ledger.identity import Resolved, resolve, speaker_id
from quotes.ledger.people import records
from quotes.ledger.record import (
    ArticleRecord,
    Generator,
    Ledger,
    LedgerQuote,
    LocalSpeaker,
    Occurrence,
    SpeakerRecord,
)
from quotes.ledger.related import related
from quotes.ledger.stories import Stories
from quotes.ledger.utterance import NOBODY, Said, cluster, distinctive, key
from quotes.types import Extraction


def build(extractions: Iterable[Extraction], generator: Generator, aliases: Aliases | None = None) -> Ledger:
    """The ledger of these extractions, read one at a time (their texts are not kept).

    An article that comes twice counts once. Raises `LedgerError` where one path comes with two texts.
    """
    return unite((read(extraction, generator) for extraction in extractions), generator, aliases)


def unite(facts_of_articles: Iterable[Facts], generator: Generator, aliases: Aliases | None = None) -> Ledger:
    """The ledger of facts that were read before, as `build` makes it."""
    found: dict[str, Facts] = {}
    for one in facts_of_articles:
        held = found.setdefault(one.article.id, one)
        if held != one:
            raise LedgerError(f"{place(one.article)}: comes twice with other quotes or dates; give each article once")
    check_places(found.values())
    facts = list(found.values())
    found.clear()
    return derive(facts, generator, aliases or Aliases())


def place(article: ArticleRecord) -> str:
    """Where an article is, as its user knows it: for errors."""
    return article.path or article.url or article.id


def check_places(found: Iterable[Facts]) -> None:
    """Raise `LedgerError` where one path (or URL, for articles without path) comes with two texts."""
    seen: dict[str, str] = {}
    for one in found:
        where = one.article.path or one.article.url
        if where is not None and seen.setdefault(where, one.article.id) != one.article.id:
            raise LedgerError(
                f"{where}: two texts stand under this path; extract the article again with --into, "
                "or merge with the newest of both"
            )


def derive(found: list[Facts], generator: Generator, aliases: Aliases) -> Ledger:
    """The ledger of these facts, which must not hold one article twice.

    The list is emptied, so that each fact can be let go once it has become a part of the ledger.
    """
    order = sorted(found, key=lambda one: (one.article.path or "", one.article.url or "", one.article.id))
    found.clear()
    articles, made = [one.article for one in order], [one.generator for one in order]
    occurrences = [o for one in order for o in one.occurrences]
    where = [at for at, one in enumerate(order) for _ in one.occurrences]
    del order
    stories = Stories(articles)
    resolved = resolve(articles, stories, aliases)
    speakers = _speakers(articles, resolved)
    ids = [[speaker_id(cls) for cls in row] for row in resolved.classes]
    del resolved
    articles = list(_derived(articles, made, ids, stories, generator))
    said = _said(occurrences, where, ids)
    quotes = _entries(cluster(said, stories), occurrences, where, said, ids, stories)
    del said, occurrences
    return Ledger(
        generator=generator,
        articles=tuple(articles),
        speakers=speakers,
        quotes=related(quotes, stories, {article.id: at for at, article in enumerate(articles)}),
        identities=aliases.identities,
    )


def _said(occurrences: Sequence[Occurrence], where: Sequence[int], ids: Sequence[Sequence[str]]) -> Said:
    numbers: dict[str, int] = {}
    speakers: list[int] = []
    for occurrence, article in zip(occurrences, where, strict=True):
        source = occurrence.source
        name = None if source is None else ids[article][source]
        speakers.append(NOBODY if name is None else numbers.setdefault(name, len(numbers)))
    texts = [occurrence.text for occurrence in occurrences]
    marked = [occurrence.type == "direct" for occurrence in occurrences]
    return Said(texts, [key(text) for text in texts], where, speakers, marked)


def _derived(
    articles: Sequence[ArticleRecord],
    made: Sequence[Generator],
    ids: Sequence[Sequence[str]],
    stories: Stories,
    generator: Generator,
) -> Iterable[ArticleRecord]:
    known: dict[LocalSpeaker, LocalSpeaker] = {}
    for at, article in enumerate(articles):
        root = stories.roots[at]
        named = [replace(s, speaker=name) for s, name in zip(article.speakers, ids[at], strict=True)]
        yield replace(
            article,
            speakers=tuple(known.setdefault(speaker, speaker) for speaker in named),
            copy_of=None if root == at else articles[root].id,
            generator=None if made[at] == generator else made[at],
        )


def _speakers(articles: Sequence[ArticleRecord], resolved: Resolved) -> tuple[SpeakerRecord, ...]:
    return records(
        (
            (cls, local)
            for article, row in zip(articles, resolved.classes, strict=True)
            for cls, local in zip(row, article.speakers, strict=True)
        ),
        resolved.given,
    )


def _entries(
    groups: Sequence[Sequence[int]],
    occurrences: list[Occurrence],
    where: Sequence[int],
    said: Said,
    ids: Sequence[Sequence[str]],
    stories: Stories,
) -> list[LedgerQuote]:
    """One entry for each group, in the order in which a reader of the articles meets them."""
    out: list[tuple[int, LedgerQuote]] = []
    for group in groups:
        members = sorted(group)  # occurrences are in reading order, article by article
        longest = max(members, key=lambda at: (said.keys[at].count(" "), len(said.texts[at]), said.texts[at]))
        out.append((members[0], _entry(members, longest, occurrences, where, said, ids, stories)))
    out.sort(key=lambda entry: entry[0])
    twice: Counter[str] = Counter()
    entries: list[LedgerQuote] = []
    for _, entry in out:
        # Two people said to have said one commonplace at one place: the second gets a name of its own.
        if twice[entry.id]:
            entries.append(replace(entry, id=f"q-{digest(entry.id, str(twice[entry.id]))}"))
        else:
            entries.append(entry)
        twice[entry.id] += 1
    return entries


def _entry(
    members: Sequence[int],
    longest: int,
    occurrences: list[Occurrence],
    where: Sequence[int],
    said: Said,
    ids: Sequence[Sequence[str]],
    stories: Stories,
) -> LedgerQuote:
    for at in members:
        occurrences[at] = _placed(occurrences[at], ids[where[at]])
    placed = [occurrences[at] for at in members]
    votes: Counter[str] = Counter()
    seen: set[tuple[str, int]] = set()
    for at, occurrence in zip(members, placed, strict=True):
        root = stories.roots[where[at]]
        if occurrence.speaker is not None and (occurrence.speaker, root) not in seen:
            seen.add((occurrence.speaker, root))  # the copies of a dispatch are one witness
            votes[occurrence.speaker] += 1
    speaker = min(votes, key=lambda name: (-votes[name], name), default=None)
    others = {name for o in placed if o.speaker == speaker for name in o.with_}
    text_key = said.keys[longest]
    # A commonplace is many utterances: its first place tells them apart.
    apart = () if distinctive(text_key.split()) else (min((o.article, str(o.start).zfill(9)) for o in placed))
    return LedgerQuote(
        id=f"q-{digest(text_key, *apart)}",
        text=occurrences[longest].text,
        type=occurrences[longest].type,
        speaker=speaker,
        with_=tuple(sorted(others - {speaker or ""})),
        disputed=tuple(sorted(votes)) if len(votes) > 1 else (),
        occurrences=tuple(placed),
    )


def _placed(occurrence: Occurrence, ids: Sequence[str]) -> Occurrence:
    """The occurrence with the ledger's ids of its speakers."""
    if occurrence.source is None and occurrence.relay_source is None and not occurrence.with_sources:
        return occurrence
    return replace(
        occurrence,
        speaker=None if occurrence.source is None else ids[occurrence.source],
        with_=tuple(ids[at] for at in occurrence.with_sources),
        relay=None if occurrence.relay_source is None else ids[occurrence.relay_source],
    )
