"""The command line: parse, call, print. Data goes to stdout, talk to stderr."""

from __future__ import annotations

import click

from quotes import __version__
from quotes.cli.config import adopt, config, configured, unknown_variables
from quotes.cli.count import count
from quotes.cli.export import export
from quotes.cli.extract import extract
from quotes.cli.group import EXIT_CODES, Commands, say
from quotes.cli.ledgers import merge, schema
from quotes.cli.report import report
from quotes.cli.settings import settings
from quotes.cli.show import show
from quotes.cli.speakers import speakers
from quotes.cli.verify import verify

__all__ = ["cli", "main"]


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES.items()),
)
@click.version_option(__version__, prog_name="quotes")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Who said what, in French text: finds direct, mixed and indirect speech with its speaker, and writes a
    ledger of every utterance once.

    \b
    quotes extract articles/ -o ledger.json    read a folder of pages, texts, tables, archives
    quotes show ledger.json                    read the result
    """
    for sentence in unknown_variables():
        say(f"quotes: {sentence}")
    ctx.default_map = configured(cli.commands, settings())


for _command in (extract, show, report, count, speakers, verify, merge, export, schema, config):
    adopt(_command)
    cli.add_command(_command)


def main() -> None:
    """The `quotes` command."""
    cli.main(prog_name="quotes")
