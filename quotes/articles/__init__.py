"""From paths to articles: the only room that opens files of articles.

`find` turns what the user typed into sources, before any work is done; `read` turns one source into its
articles; `read_all` goes on past what cannot be read. One file here reads one format: plain text here, HTML in
`pages`, rows in `tables`, files in files in `archives`.
"""

from __future__ import annotations

from quotes.articles.find import STDIN, Source, find, survey
from quotes.articles.options import FIELDS, PLAIN, Options
from quotes.articles.read import Moved, read, read_all
from quotes.articles.readers import FORMATS, known, missing

__all__ = [
    "FIELDS",
    "FORMATS",
    "PLAIN",
    "STDIN",
    "Moved",
    "Options",
    "Source",
    "find",
    "known",
    "missing",
    "read",
    "read_all",
    "survey",
]
