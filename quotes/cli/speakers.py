"""`quotes speakers`: who speaks in a ledger, as a file that can be edited and used as --aliases."""

from __future__ import annotations

import click


@click.command()
def speakers() -> None:
    """List who speaks."""
