"""How articles are read: the options that `extract` and the commands that read articles again share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from quotes.articles import FIELDS, FORMATS, Options, missing


def _columns(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    out: dict[str, str] = {}
    for given in value:
        field, equals, name = given.partition("=")
        if not equals or field not in FIELDS or not name:
            raise click.BadParameter(f"{given!r} is no FIELD=NAME; FIELD is one of {', '.join(FIELDS)}", ctx, param)
        out[field] = name
    return out


def _encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from quotes.articles.encoding import known

    name = known(value)
    if name is None:
        raise click.BadParameter(f"{value!r} is no encoding; try utf-8, cp1252, iso-8859-15, mac-roman", ctx, param)
    return name


def _format(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    lacking = None if value is None else missing(value)
    if lacking is not None:
        raise click.BadParameter(lacking, ctx, param)
    return value


_OPTIONS = (
    click.option(
        "--column",
        "columns",
        multiple=True,
        callback=_columns,
        metavar="FIELD=NAME",
        help=f"Tables: the column of a field, if not a usual name. Fields: {', '.join(FIELDS)}.",
    ),
    click.option(
        "--format",
        "form",
        type=click.Choice(tuple(FORMATS)),
        metavar="NAME",
        callback=_format,
        help=f"Read every file as this, whatever its extension: {', '.join(FORMATS)}.",
    ),
    click.option(
        "--encoding",
        callback=_encoding,
        metavar="NAME",
        help="Encoding of files that are no Unicode (default: what they declare, else the likeliest).",
    ),
    click.option("--repair", is_flag=True, help="Mend text that was decoded wrongly once (dÃ©jÃ\xa0), with ftfy."),
    click.option("--any-language", is_flag=True, help="Read articles that are not French, too."),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of reading; it gets them as ``reading``, an `Options`."""
    from functools import wraps

    @wraps(command)
    def with_options(
        *args: Any,
        columns: dict[str, str],
        form: str | None,
        encoding: str | None,
        repair: bool,
        any_language: bool,
        **options: Any,
    ) -> Any:
        if repair:
            _check_ftfy()
        reading = Options(columns, encoding, form, repair, any_language)
        return command(*args, reading=reading, **options)

    for option in reversed(_OPTIONS):
        option(with_options)
    return with_options


def _check_ftfy() -> None:
    from importlib.util import find_spec

    if find_spec("ftfy") is None:
        raise click.UsageError("--repair needs ftfy; pip install 'french-quotes[repair]'")
