"""`quotes verify`: do the words still stand where the ledger says?"""

from __future__ import annotations

import click


@click.command()
def verify() -> None:
    """Check that a ledger's words stand in its articles."""
