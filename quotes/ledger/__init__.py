"""The ledger: each utterance once, each speaker once, and every place where it is written.

`build` makes one of extractions, `merge` and `grow` unite them, `dumps` and `loads` write and read them,
`verify` reads the articles again, `speakers` lists who speaks, `schema` is the contract of the JSON.
"""

from __future__ import annotations

from quotes.ledger.aliases import Aliases
from quotes.ledger.aliases import load as load_aliases
from quotes.ledger.build import build, unite
from quotes.ledger.identity import idle
from quotes.ledger.json import dump, dumps, lines, load, loads
from quotes.ledger.json import quotes as iter_quotes
from quotes.ledger.listing import Listed, speakers, speakers_csv
from quotes.ledger.merge import grow, merge, with_aliases
from quotes.ledger.record import (
    SCHEMA,
    ArticleRecord,
    Generator,
    Identity,
    Ledger,
    LedgerQuote,
    Link,
    LocalSpeaker,
    Occurrence,
    SpeakerRecord,
)
from quotes.ledger.schema import schema
from quotes.ledger.verify import Check, verify

__all__ = [
    "SCHEMA",
    "Aliases",
    "ArticleRecord",
    "Check",
    "Generator",
    "Identity",
    "Ledger",
    "LedgerQuote",
    "Link",
    "Listed",
    "LocalSpeaker",
    "Occurrence",
    "SpeakerRecord",
    "build",
    "dump",
    "dumps",
    "grow",
    "idle",
    "iter_quotes",
    "lines",
    "load",
    "load_aliases",
    "loads",
    "merge",
    "schema",
    "speakers",
    "speakers_csv",
    "unite",
    "verify",
    "with_aliases",
]
