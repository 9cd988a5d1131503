"""Where the time of an extraction goes: the same stages as `Extractor.pipe`, one after the other over all texts."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence

from quotes import Article, Extractor
from quotes.parsers.spacy import SpacyParser, _groups
from quotes.pipeline import Text, read, together


def stages(extractor: Extractor, texts: Sequence[str]) -> dict[str, float]:
    """CPU seconds by stage."""
    parser = extractor.parser
    assert isinstance(parser, SpacyParser)
    spent: defaultdict[str, float] = defaultdict(float)
    clock = time.process_time()

    def lap(stage: str) -> None:
        nonlocal clock
        now = time.process_time()
        spent[stage] += now - clock
        clock = now

    for batch in together(Article(text) for text in texts):
        read_off = [Text(article) for article in batch]
        regions = [text.regions() for text in read_off]
        lap("text: marks, layout, sentences")
        sheets = [parser._sheets(text.view, asked) for text, asked in zip(read_off, regions, strict=True)]
        lap("words")
        for group in _groups(sheet.doc for row in sheets for sheet in row if len(sheet.doc)):
            for name, pipe in parser._nlp.pipeline:
                stream = getattr(pipe, "pipe", None)
                for _ in stream(group, batch_size=4 * len(group)) if stream else map(pipe, group):
                    pass
                lap(f"spaCy: {name}")
        documents = [parser._document(row) for row in sheets]
        lap("values of the parse")
        for text, document in zip(read_off, documents, strict=True):
            read(text, document)
        lap("rules: names, candidates, speakers")
    return spent
