"""`quotes config`: which settings hold, and who set them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import click
from click.core import ParameterSource

from quotes.articles.find import shown
from quotes.cli.extract import extract
from quotes.cli.settings import ENVIRONMENT, FILE, OF_ONE_RUN, Settings, defaults, settings


def adopt(command: click.Command) -> None:
    """Let the environment set the options of a command: ``QUOTES_ANY_LANGUAGE`` is ``--any-language``."""
    known = _settable(extract)
    for name, param in _settable(command).items():
        if name not in known:
            continue
        param.envvar = f"{ENVIRONMENT}_{name.upper()}"


def configured(commands: Mapping[str, click.Command], found: Settings) -> dict[str, dict[str, Any]]:
    """What a file of settings gives to the options of each command (click's ``default_map``)."""
    options = _settable(extract)
    values = defaults(found, {name: param.multiple for name, param in options.items()})
    return {
        command: {
            str(param.name): values[name]
            for name, param in _settable(one).items()
            if name in values and name in options
        }
        for command, one in commands.items()
    }


def unknown_variables() -> Iterator[str]:
    """The variables of the environment that look like settings and are none, each as a sentence."""
    known = {f"{ENVIRONMENT}_{name.upper()}" for name in _settable(extract)}
    for name in sorted(os.environ):
        if name.startswith(f"{ENVIRONMENT}_") and name not in known:
            near = get_close_matches(name, sorted(known), 1)
            meant = f" ({near[0]}?)" if near else ""
            yield f"{name}: there is no setting of this name{meant}; the variable has no effect"


@click.command()
@click.pass_context
def config(ctx: click.Context) -> None:
    """Show which settings hold, and from where.

    A setting is an option of quotes extract without its dashes. It is looked for in the nearest quotes.toml (or
    [tool.quotes] of pyproject.toml) from the current folder upwards; the environment (QUOTES_MODEL) counts
    more, and a flag most.

    \b
    model = "fr_core_news_sm"
    any-language = true
    [column]
    text = "contenu"
    """
    found = settings()
    with extract.make_context("extract", ["-"], parent=ctx.parent) as held:
        rows = [(name, _shown(held.params, param), _origin(held, param, found)) for name, param in _listed(held)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, origin in rows:
        click.echo(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")


def _settable(command: click.Command) -> dict[str, click.Option]:
    """The options that can be set, by their flag without dashes (``any_language``)."""
    return {
        max(param.opts, key=len).lstrip("-").replace("-", "_"): param
        for param in command.params
        if isinstance(param, click.Option) and param.name not in OF_ONE_RUN
    }


def _listed(ctx: click.Context) -> list[tuple[str, click.Option]]:
    return sorted((name.replace("_", "-"), param) for name, param in _settable(ctx.command).items())


def _shown(values: Mapping[str, Any], param: click.Option) -> str:
    value = values.get(str(param.name))
    if isinstance(value, dict):
        return " ".join(f"{field}={name}" for field, name in value.items()) or "–"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ",".join(map(str, value)) or "–"
    return "–" if value is None else str(value)


def _origin(ctx: click.Context, param: click.Option, found: Settings) -> str:
    source = ctx.get_parameter_source(str(param.name))
    if source is ParameterSource.ENVIRONMENT:
        return f"environment ({param.envvar})"
    if source is ParameterSource.DEFAULT_MAP:
        return shown(found.file or FILE)
    return "default"
