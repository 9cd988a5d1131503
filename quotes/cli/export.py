"""`quotes export`: a ledger in the form that other tools read."""

from __future__ import annotations

import click


@click.command()
def export() -> None:
    """Write LEDGER in another form."""
