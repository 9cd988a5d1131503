"""The options that say which entries of a ledger a command is about."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

import click

from quotes.types import QUOTE_TYPES, QuoteType

_Command = TypeVar("_Command", bound=Callable[..., Any])
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date; write 2024, 2024-03 or 2024-03-15", ctx, param)
    return value


_OPTIONS = (
    click.option("--speaker", metavar="NAME", help="Only who has this in a name or role."),
    click.option(
        "--type", "types", type=click.Choice(QUOTE_TYPES), multiple=True, help="Only this type; may be repeated."
    ),
    click.option("--outlet", metavar="NAME", help="Only articles of this outlet."),
    click.option("--since", metavar="DATE", callback=_date, help="From this day, month or year on (2024-03)."),
    click.option("--until", metavar="DATE", callback=_date, help="Up to this day, month or year, inclusive."),
    click.option("--search", metavar="WORDS", help="Only quotes with these words."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Only what is at least so sure."),
    click.option("--unattributed", is_flag=True, help="Only quotes for which no speaker was found."),
)
_FIELDS = ("speaker", "outlet", "since", "until", "search", "min_confidence", "unattributed")


def filtering(command: _Command) -> _Command:
    """Give a command these options; it gets them as one `Selection`, by the name ``asked``."""

    @functools.wraps(command)
    def with_selection(*args: Any, types: tuple[str, ...], **options: Any) -> Any:
        from quotes.ledger.select import Selection

        fields = {name: options.pop(name) for name in _FIELDS}
        asked = Selection(types=cast("tuple[QuoteType, ...]", types), **fields)
        return command(*args, asked=asked, **options)

    for option in reversed(_OPTIONS):
        with_selection = option(with_selection)
    return cast("_Command", with_selection)
