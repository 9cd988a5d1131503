"""`quotes export`: a ledger in the form that other tools read."""

from __future__ import annotations

import sys
from typing import Any

import click

from quotes.articles import Options
from quotes.cli.given import read_ledger
from quotes.cli.output import STDOUT, check_output, naming
from quotes.cli.reading import reading_options
from quotes.cli.reread import rereader
from quotes.errors import InputError

# Forms that are no text: a terminal would be garbled by them.
_BINARY = frozenset({"parquet", "sqlite"})


def _labelling(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        from quotes.export.label_studio import labelling

        click.echo(labelling())
        ctx.exit()


@click.command()
@click.argument("path", metavar="LEDGER")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--to",
    required=True,
    metavar="FORM",
    help="jsonl, csv, parquet, sqlite, webannotation, tei or label-studio.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the result here, whole or not at all.")
@click.option("--delimiter", help="csv: between cells (default a comma; a semicolon for French spreadsheets).")
@click.option(
    "--labelling",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_labelling,
    help="Print the labelling configuration that a project of Label Studio needs, and leave.",
)
@reading_options
def export(
    path: str, paths: tuple[str, ...], to: str, output: str | None, delimiter: str | None, reading: Options
) -> None:
    """Write a ledger in another form.

    jsonl, csv and parquet are flat, one row for each occurrence. label-studio needs the articles: they are
    read again from where the ledger says, or from PATH....
    """
    from quotes.export import export as write_form

    check_output(output, inputs=[path, *paths])
    if output in (None, STDOUT):
        output = None
        if to in _BINARY and sys.stdout.isatty():
            raise InputError(f"{to} is not for a screen; name a file with -o")
    options: dict[str, Any] = {} if delimiter is None else {"delimiter": delimiter}
    if to == "label-studio":
        options["read"] = rereader(paths, reading)
    ledger = read_ledger(path)
    sys.stdout.flush()
    with naming(output):
        write_form(ledger, sys.stdout.buffer if output is None else output, to, **options)
