"""Which runs of a page are the article.

trafilatura knows best what is main text, but its output has lost what quotes need: ``<q>``, ``<cite>``, no-break
blanks. So it is only asked to choose: every run is marked with two letters of a script that no French page holds,
and the marks that come out again name the runs that it kept. The text is the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from quotes.articles.pages.runs import Run
from quotes.articles.pages.waste import aside, waste

_FIRST, _COUNT = 0xA000, 1165  # the syllables of Yi: letters to every program that looks at them
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _COUNT - 1)}]{{2}}")
_LEAD = re.compile(
    r"chap[oô]|standfirst|\blead\b|\blede\b|subtitle|sous-titre|article__?desc|article-intro|\bintro\b", re.I
)


def article_runs(
    tree: HtmlElement, found: Sequence[Run], title: str | None, *, fragment: bool = False
) -> tuple[list[Run], bool]:
    """The runs of the article, and whether trafilatura chose them; where it refuses the page, all but its furniture.

    It is not asked about a ``fragment``. The tree is used up: its text is marked.
    """
    kept = set() if fragment else _chosen(tree, found)
    if not kept:
        bare = [run for run in found if not (aside(run.block, strictly=True) or waste(run))]
        return bare or list(found), False
    kept |= _completed(found, kept, title)
    chosen = [run for at, run in enumerate(found) if at in kept and not waste(run)]
    bare = [run for run in chosen if not aside(run.block)]
    # some sites put the whole article in a box called paywall
    mostly = 2 * sum(len(run.text) for run in bare) > sum(len(run.text) for run in chosen)
    return _without_pull_quotes(bare if mostly else chosen), True


def _chosen(tree: HtmlElement, found: Sequence[Run]) -> set[int]:
    """The numbers of the runs that trafilatura keeps; none where it finds no main text."""
    from trafilatura import bare_extraction

    if any(_MARK.search(run.text) for run in found) or len(found) >= _COUNT**2:
        return set()
    for number, run in enumerate(found):
        mark = chr(_FIRST + number // _COUNT) + chr(_FIRST + number % _COUNT)
        for place, before in ((run.last, False), (run.first, True)):
            assert place is not None
            node, where = place
            setattr(node, where, _marked(getattr(node, where), mark, before))
    try:
        document = bare_extraction(tree, include_comments=False, include_formatting=True, with_metadata=False)
    except Exception:  # the web holds pages that no program foresees: one of them is no reason to end a run
        return set()
    if document is None or isinstance(document, dict) or document.body is None:
        return set()
    text = "".join(document.body.itertext())
    numbers = {(ord(m[0][0]) - _FIRST) * _COUNT + ord(m[0][1]) - _FIRST for m in _MARK.finditer(text)}
    return {number for number in numbers if number < len(found)}


def _marked(text: str, mark: str, before: bool) -> str:
    bare = text.strip()
    start = text.index(bare)
    at = start if before else start + len(bare)
    return text[:at] + mark + text[at:]


def _completed(found: Sequence[Run], kept: set[int], title: str | None) -> set[int]:
    """What belongs to kept runs: the rest of a block quote with its signature, captions, the headline, the lead."""
    first, last = min(kept), max(kept)
    quoting = {_quoting(found[at].block) for at in kept} - {None}
    more: set[int] = set()
    heading: int | None = None
    for at, run in enumerate(found):
        apart = run.kind in ("caption", "blockquote", "signature") and not aside(run.block, strictly=True)
        if _quoting(run.block) in quoting or (apart and first < at < last):
            more.add(at)
        elif at < first and _headline(run, title):
            heading = at
        elif heading is not None and heading < at < first and _LEAD.search(_names(run.block)):
            more.add(at)
    return more if heading is None else more | {heading}


def _headline(run: Run, title: str | None) -> bool:
    if run.kind != "heading":
        return False
    plain, headline = (" ".join(text.split()).casefold() for text in (run.text, title or ""))
    return run.block.tag == "h1" or (len(plain) > 8 and (plain in headline or headline in plain != ""))


def _quoting(node: HtmlElement) -> HtmlElement | None:
    """The block quote that an element stands in, with the figure that signs it."""
    found = node if node.tag == "blockquote" else next(node.iterancestors("blockquote"), None)
    figure = node if node.tag == "figure" else next(node.iterancestors("figure"), None)
    if figure is not None and figure.find("blockquote") is not None:
        return figure
    return found


def _names(node: HtmlElement) -> str:
    """Class, id and role of an element and of its parent."""
    parent = node.getparent()
    both = [node] if parent is None else [node, parent]
    return " ".join(value for one in both for key in ("class", "id", "itemprop") if (value := one.get(key)))


_PULLED = re.compile(r"exergue|pull-?quote|pullquote|citation-mise|highlight-quote|wp-block-pullquote", re.IGNORECASE)


def _without_pull_quotes(chosen: list[Run]) -> list[Run]:
    """Words that the page repeats in large letters are said once."""
    pulled = {run for run in chosen if _pulled(run.block)}
    if not pulled:
        return chosen
    others = " ".join(_bare(run.text) for run in chosen if run not in pulled)
    again = {run for run in pulled if run.kind == "signature" or _bare(run.text) in others}
    # a signature goes with the words that it signs
    kept = {_quoting(run.block) for run in pulled if run not in again} - {None}
    return [run for run in chosen if run not in again or (run.kind == "signature" and _quoting(run.block) in kept)]


def _pulled(node: HtmlElement) -> bool:
    return any(_PULLED.search(one.get("class") or "") for one in (node, *node.iterancestors()))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
