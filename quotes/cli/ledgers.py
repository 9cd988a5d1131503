"""`quotes schema` and `merge`: commands that read ledgers and no article."""

from __future__ import annotations

import click

from quotes.cli.given import read_aliases, read_ledger, summary, tell_aliases
from quotes.cli.group import say
from quotes.cli.output import check_output, write


@click.command()
def schema() -> None:
    """Print the JSON Schema of the ledger."""
    import json

    from quotes import ledger

    click.echo(json.dumps(ledger.schema(), ensure_ascii=False, indent=2))


@click.command()
@click.argument("ledgers", nargs=-1, required=True, metavar="LEDGER...")
@click.option("-o", "--output", metavar="LEDGER", help="Write the result here, whole or not at all.")
@click.option("--aliases", metavar="FILE", help="Names that belong to one speaker, in place of the ledgers'.")
@click.option("--newest", is_flag=True, help="Where they hold two versions of an article, keep the newest.")
@click.option("-q", "--quiet", is_flag=True, help="No closing line.")
def merge(ledgers: tuple[str, ...], output: str | None, aliases: str | None, newest: bool, quiet: bool) -> None:
    """Make one ledger of several.

    They may come in any order or grouping, or twice: the result is the same. It goes to stdout or to -o.
    """
    from quotes import ledger

    check_output(output)
    names = read_aliases(aliases)
    merged = ledger.merge(*map(read_ledger, ledgers), conflict="newest" if newest else "error")
    if names is not None:
        merged = ledger.with_aliases(merged, names)
    write(output, ledger.lines(merged))
    if not quiet:
        for told in tell_aliases(aliases, names, merged):
            say(f"quotes: {told}")
        say(summary(merged))
