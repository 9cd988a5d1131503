"""Cues: the words that report, one family a file. They read a `Reading` and know nothing of names."""
