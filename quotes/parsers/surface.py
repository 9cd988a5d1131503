"""Surface tokens: what any parser read, cut and joined to the sentences that the text layer asks for.

A parser that reads a text in its own way has its own words (*du* is two of them), its own sentences,
and heads that cross the edges of ours. Here its words become one `Document`. Pure functions of values:
no parser is known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.parsers.names import names_of
from quotes.types import Document, NamedSpan, Region, Span, Token


@dataclass(frozen=True, slots=True)
class _Part:
    """A surface token before its head is known: its extent, and the parser's words that stand in it."""

    start: int
    end: int
    words: tuple[int, ...]


def fit(words: Sequence[Token], entities: Iterable[NamedSpan] | None, view: str, regions: Iterable[Region]) -> Document:
    """The document of the sentences in ``regions``, from the words of a parse of the same text.

    ``words`` are in order and hang on each other in trees (``head`` is an index among them); words of
    one extent, as *de* and *le* in *du*, are one multiword token. It becomes one surface token with the
    features of the word whose head lies outside (of two, the first). What lies in no sentence is left
    out. A word that hangs on what was left out, or on another sentence, hangs on the nearest of its
    ancestors that is still there; where there is none it is a root, and a sentence of several roots
    keeps one, its first verb where it has one, on which the others hang. ``entities`` is None where the
    parser has none: names are then read off tags and capitals.
    """
    depths = _depths(words)
    ends = _running_ends(words)
    tokens: list[Token] = []
    sentences: list[Span] = []
    near = 0
    for region in regions:
        for pieces in region.sentences:
            parts: list[_Part] = []
            for start, end in pieces:
                while near < len(words) and ends[near] <= start:
                    near += 1
                parts.extend(_cut(words, near, view, (start, end)))
            first = len(tokens)
            tokens.extend(_tree(words, depths, parts, view, first))
            sentences.append((first, len(tokens)))
    document = Document(tuple(tokens), tuple(sentences), ())
    found = names_of(document) if entities is None else _on_edges(tokens, sentences, entities)
    return replace(document, entities=tuple(found))


def rejoin(texts: Sequence[tuple[str, int]], whole: bool = True) -> list[tuple[str, int]]:
    """What tokenizers split and the rules read as one: words of one piece with their offsets.

    Names with a hyphen or apostrophe (*Aït | - | Ouarab*, *N' | Guessan*), and an elision right before a
    mark (*qu'« … »*), which ends its piece: not where the piece goes on behind these words (``whole``).
    """
    texts = list(texts)
    if whole and len(texts) > 1 and texts[-1][0] == "'" and texts[-2][1] + len(texts[-2][0]) == texts[-1][1]:
        texts[-2:] = [(texts[-2][0] + "'", texts[-2][1])]
    out: list[tuple[str, int]] = []
    i = 0
    while i < len(texts):
        text, at = texts[i]
        if text in _ELIDED and i + 1 < len(texts) and texts[i + 1][1] == at + 2 and texts[i + 1][0][0].isupper():
            texts[i + 1] = (text + texts[i + 1][0], at)  # *N'Guessan*, *D'Angelo*
            i += 1
            continue
        if (
            text == "-"
            and out
            and i + 1 < len(texts)
            and out[-1][1] + len(out[-1][0]) == at
            and texts[i + 1][1] == at + 1
            and out[-1][0][-1].isalpha()
            and texts[i + 1][0][0].isalpha()
            and texts[i + 1][0].lower() not in _CLITICS
        ):
            out[-1] = (out[-1][0] + "-" + texts[i + 1][0], out[-1][1])
            i += 2
            continue
        out.append((text, at))
        i += 1
    return out


_ELIDED = ("N'", "M'", "O'", "D'")
_CLITICS = frozenset("il elle on ils elles t je tu nous vous ce le la les lui leur y en moi toi".split())


def _depths(words: Sequence[Token]) -> list[int]:
    """How far each word is from its root. A word that reaches none (a cycle) counts as one itself."""
    depths = [-1] * len(words)
    for i in range(len(words)):
        path: list[int] = []
        at = i
        while depths[at] < 0:
            depths[at] = 0  # seen on this path
            path.append(at)
            at = words[at].head
        below = depths[at] + 1 if at not in path else 0
        for word in reversed(path):
            depths[word] = below
            below += 1
    return depths


def _running_ends(words: Sequence[Token]) -> list[int]:
    """The furthest end of the words up to each: words of one multiword token end together."""
    out: list[int] = []
    furthest = 0
    for word in words:
        furthest = max(furthest, word.end)
        out.append(furthest)
    return out


def _cut(words: Sequence[Token], at: int, view: str, piece: Span) -> list[_Part]:
    """The surface tokens of a piece. A word that crosses its edge is cut there; blanks are no tokens."""
    parts: list[_Part] = []
    while at < len(words) and words[at].start < piece[1]:
        start, end = max(words[at].start, piece[0]), min(words[at].end, piece[1])
        text = view[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        if start < end:
            if parts and start < parts[-1].end:
                last = parts.pop()
                parts.append(_Part(last.start, max(end, last.end), (*last.words, at)))
            else:
                parts.append(_Part(start, end, (at,)))
        at += 1
    return _rejoined(parts, view)


def _rejoined(parts: list[_Part], view: str) -> list[_Part]:
    joined = rejoin([(view[part.start : part.end], part.start) for part in parts])
    if len(joined) == len(parts):
        return parts
    out: list[_Part] = []
    rest = iter(parts)
    for text, start in joined:
        end = start + len(text)
        held: list[int] = []
        for part in rest:
            held.extend(part.words)
            if part.end == end:
                break
        out.append(_Part(start, end, tuple(held)))
    return out


def _tree(words: Sequence[Token], depths: Sequence[int], parts: Sequence[_Part], view: str, base: int) -> list[Token]:
    """The tokens of one sentence, the first of them with the index ``base``, as one tree."""
    place: dict[int, int] = {}
    for i, part in enumerate(parts):
        for word in part.words:
            place.setdefault(word, i)
    tokens: list[Token] = []
    roots: list[int] = []
    for i, part in enumerate(parts):
        # The word whose head lies outside is the one nearest to the root of the tree: no cycle can come of it.
        word = min(part.words, key=lambda w: depths[w])
        cut_off = place[word] != i  # the end of a word whose beginning stands in another piece
        head = place[word] if cut_off else _ancestor(words, depths, word, place, i)
        if head is None:
            roots.append(i)
        read = words[word]
        whole = (part.start, part.end) == (read.start, read.end)
        text = view[part.start : part.end]
        tokens.append(
            replace(
                read,
                start=part.start,
                end=part.end,
                text=text,
                lemma=read.lemma if whole and read.lemma else text,
                head=base + (i if head is None else head),
                dep="goeswith" if cut_off else read.dep,
            )
        )
    if roots:
        kept = min(roots, key=lambda i: (_RANK.get(tokens[i].upos, 1), i))
        for i in roots:
            loose = "parataxis" if tokens[i].dep.upper() == ROOT else tokens[i].dep
            tokens[i] = replace(tokens[i], head=base + kept, dep=ROOT if i == kept else loose)
    return tokens


ROOT = "ROOT"
_RANK = {"VERB": 0, "AUX": 0, "PUNCT": 2}


def _ancestor(words: Sequence[Token], depths: Sequence[int], word: int, place: dict[int, int], own: int) -> int | None:
    """The nearest part of the sentence above a word that is not its own; None where there is none."""
    while depths[word]:
        word = words[word].head
        if word in place and place[word] != own:
            return place[word]
    return None


def _on_edges(tokens: Sequence[Token], sentences: Sequence[Span], entities: Iterable[NamedSpan]) -> Iterator[NamedSpan]:
    """The entities on the edges of the tokens that they touch; what touches none is left out.

    An entity that runs over the end of a sentence ends there.
    """
    ends = [last for first, last in sentences if first < last]
    first = 0
    for entity in sorted(entities, key=lambda e: (e.start, e.end)):
        while first < len(tokens) and tokens[first].end <= entity.start:
            first += 1
        stop = ends[bisect_right(ends, first)] if first < len(tokens) else first
        last = first
        while last < stop and tokens[last].start < entity.end:
            last += 1
        if first < last:
            yield NamedSpan(tokens[first].start, tokens[last - 1].end, entity.label)
            first = last
