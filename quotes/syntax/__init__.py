"""Cues: the words that report, one family a file. They read a `ParsedArticle` and know nothing of names."""
