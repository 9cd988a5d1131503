from __future__ import annotations
from quotes.ledger.record import LedgerQuote
def related(quotes, stories, index):
    return tuple(quotes)
