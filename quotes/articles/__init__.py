"""From paths to articles: the only room that opens files of articles.

`find` turns what the user typed into sources, before any work is done; `read` turns one source into its
articles; `read_all` goes on past the sources that cannot be read. One file here reads one format.
"""

from __future__ import annotations

from quotes.articles.find import STDIN, Source, find
from quotes.articles.read import read, read_all
from quotes.articles.readers import READERS, reader

__all__ = ["READERS", "STDIN", "Source", "find", "read", "read_all", "reader"]
