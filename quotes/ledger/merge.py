"""Uniting ledgers: the facts of all of them, derived again.

Because a ledger is a pure function of a set of facts, `merge` is associative, commutative and idempotent by
construction, errors included: two ledgers that contradict each other do so in any order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from quotes.errors import AliasError, LedgerError
from quotes.ledger.aliases import Aliases, check
from quotes.ledger.build import check_places, derive, place
from quotes.ledger.canon import digest
from quotes.ledger.facts import Facts, facts
from quotes.ledger.record import Generator, Ledger

Conflict = Literal["error", "newest"]


def merge(*ledgers: Ledger, conflict: Conflict = "error") -> Ledger:
    """One ledger of all articles, each once.

    Two ledgers that hold one path with different texts, or different quotes for one text, raise `LedgerError`
    naming the article; with ``conflict="newest"`` the later date wins, then the later version of the
    generator, then (so that the order of ledgers cannot matter) the greater digest. Aliases that contradict
    each other raise `AliasError`.
    """
    if not ledgers:
        raise LedgerError("there is no ledger to merge; give one at least")
    generator = max((ledger.generator for ledger in ledgers), key=_age)
    identities = check((one for ledger in ledgers for one in ledger.identities), "the ledgers' aliases")
    kept: dict[str, Facts] = {}
    for ledger in ledgers:
        for one in facts(ledger):
            held = kept.setdefault(one.article.id, one)
            if held is not one and held != one:
                if conflict == "error":
                    raise LedgerError(
                        f"{place(one.article)}: different quotes of one text ({_by(held)} and "
                        f"{_by(one)}); extract the article again with --into, or merge with the newest"
                    )
                kept[one.article.id] = max(held, one, key=_newest)
    if conflict == "newest":
        kept = _newest_places(kept)
    check_places(kept.values())
    united = list(kept.values())
    kept.clear()
    return derive(united, generator, identities)


def grow(older: Ledger, newer: Ledger) -> Ledger:
    """The older ledger with the articles of the newer one added; those that both hold are the newer's.

    An article is the same where its path is, or its URL where it has no path. This is ``extract --into``.
    """
    new = list(facts(newer))
    taken = {key for one in new for key in _keys(one)}
    old = [one for one in facts(older) if not taken.intersection(_keys(one))]
    identities = newer.identities + tuple(
        one for one in older.identities if one.name not in {other.name for other in newer.identities}
    )
    try:
        aliases = check(identities, "the ledger's aliases and the new ones")
    except AliasError as error:
        raise AliasError(f"{error} (the ledger keeps the aliases that it was made with)") from None
    return derive(old + new, max(older.generator, newer.generator, key=_age), aliases)


def with_aliases(ledger: Ledger, aliases: Aliases) -> Ledger:
    """The same articles under other aliases, which replace those that the ledger was made with."""
    return derive(list(facts(ledger)), ledger.generator, aliases)


def _newest_places(kept: dict[str, Facts]) -> dict[str, Facts]:
    best: dict[str, Facts] = {}
    for one in kept.values():
        where = one.article.path or one.article.url or one.article.id
        held = best.get(where)
        best[where] = one if held is None else max(held, one, key=_newest)
    return {one.article.id: one for one in best.values()}


def _keys(one: Facts) -> Iterable[str]:
    yield one.article.id
    if (where := one.article.path or one.article.url) is not None:
        yield f"={where}"


def _newest(one: Facts) -> tuple[str, tuple[object, ...], str]:
    article = replace(one.article, speakers=())
    return one.article.date or "", _age(one.generator), digest(repr(article), repr(one))


def _age(one: Generator) -> tuple[object, ...]:
    """Generators from old to new: versions by their numbers, then the rest by spelling."""
    numbers = tuple(int(part) if part.isdigit() else -1 for part in one.version.split("."))
    return numbers, one.version, one.name, one.parser or "", one.model or ""


def _by(one: Facts) -> str:
    return f"{one.generator.name} {one.generator.version} with {one.generator.model or 'no model'}"
