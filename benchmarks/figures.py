"""The figures that are watched, and how they are printed."""

from __future__ import annotations

from typing import Any

Figures = dict[str, dict[str, float]]

# Column → (figure of score.py, which of its numbers).
FIGURES: dict[str, tuple[str, str]] = {
    "verbatim": ("verbatim", "F1"),
    "verbatim+who": ("verbatim+who", "F1"),
    "content": ("content", "F1"),
    "content+who": ("content+who", "F1"),
    "who": ("who", "share"),
    "full name": ("full name", "share"),
    "same P": ("same", "P"),
    "same": ("same", "F1"),
    "related P": ("related", "P"),
    "related": ("related", "F1"),
    "speaker ids": ("speaker ids", "F1"),
}


def figures_of(result: dict[str, Any]) -> dict[str, float]:
    """The watched numbers of one result of score.py; what could not be measured is left out."""
    return {column: float(result[figure][number]) for column, (figure, number) in FIGURES.items() if result[figure]}


def table(figures: Figures) -> str:
    """Figures in rows, sets in columns, for a terminal."""
    lines = [f"{'':14}" + "".join(f"{name:>10}" for name in figures)]
    lines += [f"{column:14}" + "".join(f"{cell:>10}" for cell in _cells(figures, column)) for column in FIGURES]
    return "\n".join(lines)


def markdown(figures: Figures) -> str:
    """The same for the README."""
    lines = ["| figure | " + " | ".join(figures) + " |", "| --- |" + " ---: |" * len(figures)]
    lines += [f"| {column} | " + " | ".join(_cells(figures, column)) + " |" for column in FIGURES]
    return "\n".join(lines)


def _cells(figures: Figures, column: str) -> list[str]:
    return [f"{row[column]:.3f}" if column in row else "–" for row in figures.values()]
