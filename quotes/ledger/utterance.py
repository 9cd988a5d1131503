"""One entry for the same words, wherever they are written.

Texts are compared as keys (`canon.tokens`). A text that says enough (`distinctive`: five content words, or
four in a whole sentence) is one utterance wherever it stands. From the longest text down, each joins the
longest one that it is a part or an edit of, and never merely one of its members' likeness: entries are stars
around their longest text, so that resemblance cannot chain from one statement to another. Shorter texts
(« Oui », « C'est faux ») are commonplaces: they are one utterance only for one speaker within one article, a
dispatch and its copies, or a few days.

The answer depends on the set of occurrences alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from quotes.ledger.canon import GAP, is_content, tokens
from quotes.ledger.compare import Words, compare, contained
from quotes.ledger.shingles import candidates
from quotes.ledger.stories import Stories

_LONG = 5  # content words from which the words alone make an utterance
_SENTENCE = 8  # words among which one content word less will do
_SURE = 8  # content words from which other speakers' parts and edits are believed
DAYS = 3  # how long a commonplace is one utterance

Speaker = int  # index of an identity, or NOBODY
NOBODY: Speaker = -1


@dataclass(frozen=True, slots=True)
class Said:
    """What clustering needs of the occurrences, as columns of one length.

    ``articles`` and ``speakers`` are indices; ``marked`` says whose words are all the speaker's own. Equal
    keys are made one string by `cluster`, so that a million of them need less memory.
    """

    texts: Sequence[str]
    keys: list[str]
    articles: Sequence[int]
    speakers: Sequence[Speaker]
    marked: Sequence[bool]


def key(text: str) -> str:
    """The key of a text; a question that is a commonplace keeps its mark."""
    words = tokens(text)
    if not distinctive(words) and text.rstrip(' \u00a0\u202f»”"').endswith("?"):
        return " ".join((*words, "?"))
    return " ".join(words)


def distinctive(words: Sequence[str]) -> bool:
    """Would nobody say this by chance? Else it is a commonplace."""
    weight = weight_of(words)
    return weight >= _LONG or (weight == _LONG - 1 and len(words) >= _SENTENCE)


def weight_of(words: Sequence[str]) -> int:
    """How many content words there are."""
    return sum(map(is_content, words))


@dataclass(slots=True)
class _Node:
    """Occurrences of one key that are one utterance before parts and edits are joined."""

    text: str
    key: str
    size: int
    weight: int
    members: tuple[int, ...]
    speakers: tuple[Speaker, ...]
    articles: tuple[int, ...]


def cluster(said: Said, stories: Stories) -> list[list[int]]:
    """Indices of occurrences, grouped into utterances (the groups in no order)."""
    long: list[_Node] = []
    short: list[_Node] = []
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    for text_key, group in groupby(sorted(range(len(said.keys)), key=said.keys.__getitem__), said.keys.__getitem__):
        members = list(group)
        for at in members:
            said.keys[at] = text_key
        words = text_key.split()
        weight = weight_of(words)
        if distinctive(words):
            long.append(_node(text_key, len(words), weight, members, said, stories, shared))
        else:
            for cell in _commonplaces(members, said, stories):
                short.append(_node(text_key, len(words), weight, cell, said, stories, shared))
    del shared
    long.sort(key=lambda node: (-node.size, node.key))
    roots = _attach(long)
    _attach_short(short, long, roots, said, stories)
    groups: dict[int, list[int]] = defaultdict(list)
    for at, node in enumerate(long + short):
        groups[roots[at]].extend(node.members)
    return list(groups.values())


def _node(
    text_key: str,
    size: int,
    weight: int,
    members: list[int],
    said: Said,
    stories: Stories,
    shared: dict[tuple[int, ...], tuple[int, ...]],
) -> _Node:
    # Most texts have one speaker, and most speakers many texts: their tuples are kept once.
    speakers = tuple({said.speakers[at] for at in members} - {NOBODY})
    text = max((said.texts[at] for at in members), key=lambda text: (len(text), text))
    return _Node(
        text,
        text_key,
        size,
        weight,
        tuple(members),
        shared.setdefault(speakers, speakers),
        tuple({stories.roots[said.articles[at]] for at in members}),
    )


def _attach(nodes: list[_Node]) -> list[int]:
    """For each node, longest first, the index of the node that its entry is built around."""
    roots: list[int] = []
    for at, found in enumerate(candidates([node.key for node in nodes])):
        best = at
        rank: tuple[bool, bool, int] | None = None
        node = nodes[at]
        for other in found:
            root = roots[other]
            if not _believable(node, nodes[other]) or not _same(node, nodes, other, root):
                continue
            hosts = nodes[other], nodes[root]
            quality = (
                not any(_meet(node.speakers, host.speakers) for host in hosts),
                not any(_meet(node.articles, host.articles) for host in hosts),
                root,
            )
            if rank is None or quality < rank:
                best, rank = root, quality
        roots.append(best)
    return roots


def _same(node: _Node, nodes: list[_Node], other: int, root: int) -> bool:
    """Is the node a part of the other, or an edit of a text that an entry is built around?"""
    one, two = Words(node.text, node.key), Words(nodes[other].text, nodes[other].key)
    return compare(one, two) is not None if other == root else contained(one, two)


def _believable(one: _Node, other: _Node) -> bool:
    """Other people are believed to be cited with the same words only where these are many."""
    if not one.speakers or not other.speakers or _meet(one.speakers, other.speakers):
        return True
    return one.weight >= _SURE


def _meet(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    return not set(one).isdisjoint(two)


def _commonplaces(members: list[int], said: Said, stories: Stories) -> list[list[int]]:
    """Occurrences of one short text: together for one speaker in one dispatch, or within days."""
    cells: dict[tuple[Speaker, int], list[int]] = defaultdict(list)
    for at in members:
        cells[said.speakers[at], stories.roots[said.articles[at]]].append(at)
    for speaker, root in [cell for cell in cells if cell[0] == NOBODY]:
        named = [cell for cell in cells if cell[1] == root and cell[0] != NOBODY] if len(cells) < 64 else []
        if len(named) == 1:  # nobody else says it in this article
            cells[named[0]].extend(cells.pop((speaker, root)))
    people: dict[Speaker, list[tuple[int, list[int]]]] = defaultdict(list)
    out: list[list[int]] = []
    for (speaker, _), group in cells.items():
        days = [day for at in group if (day := stories.days[said.articles[at]]) is not None]
        if speaker == NOBODY or not days:
            out.append(group)
        else:
            people[speaker].append((min(days), group))
    for dated in people.values():
        # A window opens at its first day: repeating « C'est faux » daily does not stretch it.
        opened, window = None, list[int]()
        for today, group in sorted(dated, key=lambda cell: cell[0]):
            if opened is None or today - opened > DAYS:
                opened, window = today, []
                out.append(window)
            window.extend(group)
    return out


def _attach_short(short: list[_Node], long: list[_Node], roots: list[int], said: Said, stories: Stories) -> None:
    """Append the roots of the short nodes: that speaker's longer text in that dispatch, or themselves."""
    wanted = {(article, said.speakers[at]) for node in short for at in node.members for article in node.articles}
    articles = {article for article, _ in wanted}
    short.sort(key=lambda node: (-node.size, node.key, min(node.articles)))
    nodes = long + short
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        if at >= len(long):
            roots.append(_host(at, nodes, roots, index, any(said.marked[m] for m in node.members)))
        for article in articles.intersection(node.articles):
            for word in {word for word in node.key.split() if word not in (GAP, "?")}:
                index[article, word].append(at)


def _host(at: int, nodes: list[_Node], roots: list[int], index: dict[tuple[int, str], list[int]], marked: bool) -> int:
    node = nodes[at]
    words = [word for word in node.key.split() if word != "?"]
    if node.weight < 1 or (node.weight < 2 and (len(words) < 3 or not marked)):
        return at
    bare = Words(node.text, " ".join(words))
    for article in sorted(node.articles):
        postings = [index.get((article, word), []) for word in words if word != GAP]
        hosts = []
        for other in min(postings, key=len):
            host = nodes[other]
            agree = not node.speakers or not host.speakers or _meet(node.speakers, host.speakers)
            if agree and other != at and contained(bare, Words(host.text, host.key)):
                hosts.append(other)
        if hosts and (node.speakers or len({roots[host] for host in hosts}) == 1):
            return roots[min(hosts, key=lambda host: (not _meet(node.speakers, nodes[host].speakers), host))]
    return at
