"""The bar on stderr: how many articles, how fast, how long to go."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from quotes.articles import STDIN, Moved, Source
from quotes.cli.group import say


@dataclass(frozen=True, slots=True)
class Followed:
    """How a run tells where it is: ``moved`` after each article, a line to ``tell`` above the bar."""

    moved: Moved
    tell: Callable[[str], None]


@contextmanager
def progress(sources: tuple[Source, ...], quiet: bool) -> Iterator[Followed]:
    """A bar that follows these sources by their bytes, on a terminal and unless ``quiet``.

    Nobody knows how many articles an archive holds before it is read; how many bytes it has is known.
    """
    if quiet or not sys.stderr.isatty():
        yield Followed(lambda source, at: None, say)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Articles a second since the start."""

        def render(self, task: Task) -> Text:
            seconds = task.elapsed or 0
            return Text(f"{task.fields['articles'] / seconds:.1f}/s" if seconds else "", style="progress.data.speed")

    console = Console(stderr=True)
    sizes = {source.path: _size(source) for source in sources}
    columns = (
        TextColumn("reading"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[articles]} articles"),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=sum(sizes.values()) or None, articles=0)
        articles, before, current = 0, 0, ""

        def moved(source: Source, at: int) -> None:
            nonlocal articles, before, current
            if source.path != current:
                before += sizes.get(current, 0)
                current = source.path
            articles += 1
            bar.update(task, completed=before + min(at, sizes[source.path]), articles=articles)

        yield Followed(moved, lambda line: console.print(Text(line), soft_wrap=True))


def _size(source: Source) -> int:
    """Its bytes, and one so that empty files count."""
    try:
        return 0 if source.file == STDIN else os.path.getsize(source.file) + 1
    except OSError:
        return 1
