"""How articles are to be read: what the command line says, for every reader alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# What a column of a table can hold.
FIELDS = ("text", "title", "date", "url", "outlet", "author", "id", "language")


@dataclass(frozen=True, slots=True)
class Options:
    """``columns`` names the column of a field where it is not a usual one, ``encoding`` the encoding of files that are
    no Unicode, ``format`` the format where no extension tells it. ``repair`` mends mojibake; ``any_language`` keeps
    articles that are not French.
    """

    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    encoding: str | None = None
    format: str | None = None
    repair: bool = False
    any_language: bool = False


PLAIN = Options()
