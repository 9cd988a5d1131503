"""`quotes speakers`: who speaks in a ledger, as a file that can be edited and used as --aliases."""

from __future__ import annotations

import click

from quotes.cli.given import read_ledger, summary
from quotes.cli.group import say
from quotes.cli.output import check_output, write


@click.command()
@click.argument("path", metavar="LEDGER")
@click.option("-o", "--output", metavar="FILE", help="Write the list here, whole or not at all.")
@click.option("--delimiter", default=",", show_default=True, help="Between cells; ; for a French spreadsheet.")
@click.option("-q", "--quiet", is_flag=True, help="No closing line.")
def speakers(path: str, output: str | None, delimiter: str, quiet: bool) -> None:
    """List who speaks in a ledger.

    The list is CSV, who speaks most first: name, other names, roles, how many quotes in how many articles,
    and in the column review who may be the same person. Correct it and give it to extract or merge as
    --aliases: a new name in the column name renames, two rows with one name become one speaker. A row whose
    column use is "no" is skipped there; the column why says why it was set so.
    """
    from quotes.ledger import speakers_csv

    check_output(output)
    if len(delimiter) != 1:
        raise click.BadParameter("give one character", param_hint="'--delimiter'")
    ledger = read_ledger(path)
    write(output, [speakers_csv(ledger, delimiter)])
    if not quiet:
        say(summary(ledger))
