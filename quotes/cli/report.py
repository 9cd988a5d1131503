"""`quotes report`: a ledger as one page."""

from __future__ import annotations

import click

from quotes.articles import Options
from quotes.cli.given import read_ledger
from quotes.cli.group import say
from quotes.cli.output import STDOUT, check_output, write
from quotes.cli.reading import reading_options
from quotes.cli.reread import rereader


@click.command()
@click.argument("path", metavar="LEDGER")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "-o", "--output", metavar="FILE", default="report.html", show_default=True, help="The page; - for stdout."
)
@click.option("--articles", "with_texts", is_flag=True, help="Show the articles' texts, read again.")
@click.option("--force", is_flag=True, help="Write over a file that is no output of quotes.")
@click.option("--lang", type=click.Choice(("fr", "en")), default="fr", show_default=True, help="The page's language.")
@reading_options
def report(
    path: str, paths: tuple[str, ...], output: str, with_texts: bool, force: bool, lang: str, reading: Options
) -> None:
    """Write a ledger as one page that any browser opens from disk.

    Who speaks and how much, every quote with its wordings, places and reasons, filters whose state the address keeps.
    The page asks the network for nothing. With --articles, or PATH..., it shows the articles with what is said in
    them marked; they are read again from where the ledger says, or from PATH....

    \b
    quotes report ledger.json -o report.html
    quotes report ledger.json --articles --lang en
    """
    from quotes.report import page

    check_output(output, force, [path, *paths])
    ledger = read_ledger(path)
    texts: dict[str, str] = {}
    if with_texts or paths:
        find = rereader(paths, reading)
        for article in ledger.articles:
            found = find(article.path) if article.path else None
            if found is not None:
                texts[article.id] = found.text
        missing = len(ledger.articles) - len(texts)
        if missing:
            say(f"{missing} of {len(ledger.articles)} articles are not there; give their place behind the ledger")
    write(None if output == STDOUT else output, [page(ledger, texts, lang).encode("utf-8")])
