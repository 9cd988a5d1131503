"""What must not fall: figures only ratchet up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from figures import Figures
from kinds import Mistake

# Figures move a little with versions of libraries; less than this is not a fall.
TOLERANCE = 0.002

Floors = dict[str, dict[str, Any]]


def read_floors(path: Path) -> Floors:
    """Per set the gold's hash and the figures reached: ``{"wikinews": {"sha256": …, "figures": {…}}}``."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def below(floors: Floors, figures: Figures, hashes: dict[str, str]) -> list[str]:
    """One sentence for each figure under its floor, and for each set whose gold is not that of the floors."""
    lines = []
    for name, row in figures.items():
        floor = floors.get(name)
        if floor is None or floor["sha256"] != hashes[name]:
            why = "has no floors yet" if floor is None else "changed since its floors were set"
            lines.append(f"the gold of {name} {why}; read the figures above, then run with --update")
            continue
        for column, least in floor["figures"].items():
            # A figure that can no longer be measured (nothing was found) has fallen too.
            reached = row.get(column, 0.0)
            if reached < least - TOLERANCE:
                lines.append(f"{name}: {column} fell from {least:.4f} to {reached:.4f}")
    return lines


def update_floors(
    path: Path, floors: Floors, figures: Figures, hashes: dict[str, str], *, force: bool = False
) -> list[str]:
    """Write what was reached. Where that would lower a floor on the same gold, refuse and say which."""
    comparable = {name: row for name, row in figures.items() if floors.get(name, {}).get("sha256") == hashes[name]}
    refused = [] if force else below(floors, comparable, hashes)
    if refused:
        return refused
    new = {}
    for name, row in figures.items():
        old = floors[name]["figures"] if name in comparable and not force else {}
        new[name] = {
            "sha256": hashes[name],
            "figures": {column: max(value, old.get(column, 0.0)) for column, value in row.items()},
        }
    path.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return []


def read_state(path: Path) -> list[Mistake]:
    """The errors of the last commit; none where none were written."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Mistake(*line.split("\t")) for line in lines[1:]]


def write_state(path: Path, found: list[Mistake]) -> None:
    """The errors as they are now, one a line, sorted, so that a diff shows what changed."""
    head = "\t".join(Mistake._fields)
    lines = sorted("\t".join(mistake) for mistake in found)
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
