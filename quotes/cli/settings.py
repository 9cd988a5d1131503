"""Settings that hold until something says otherwise: ``quotes.toml``, then the environment, then flags."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quotes.articles.find import shown
from quotes.errors import InputError

FILE, PROJECT = "quotes.toml", "pyproject.toml"
ENVIRONMENT = "QUOTES"
# What one run writes is no setting of the next: it is given where it is meant.
OF_ONE_RUN = frozenset(("paths", "output", "into", "explained", "resume", "state", "errors"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file says, by the names of options (``any_language``), and which file that is."""

    values: Mapping[str, Any]
    file: str | None = None


def settings(folder: str | None = None) -> Settings:
    """The nearest ``quotes.toml``, or ``pyproject.toml`` with a table ``[tool.quotes]``, from this folder upwards.

    One that is no TOML is an `InputError`.
    """
    here = os.path.realpath(folder or os.getcwd())
    while True:
        for name in (FILE, PROJECT):
            path = os.path.join(here, name)
            if os.path.isfile(path) and (found := _read(path, name == PROJECT)) is not None:
                return Settings({key.replace("-", "_"): value for key, value in found.items()}, path)
        above = os.path.dirname(here)
        if above == here:
            return Settings({})
        here = above


def _read(path: str, project: bool) -> Mapping[str, Any] | None:
    try:
        with open(path, "rb") as file:
            found = tomllib.load(file)
    except (OSError, ValueError) as error:
        if project:
            return None  # somebody else's file, and somebody else's trouble
        raise InputError(f"{shown(path)}: no valid TOML ({str(error).lower()}); mend it") from error
    if project:
        table = found.get("tool", {}).get("quotes")
        return table if isinstance(table, dict) else None
    return found


def defaults(found: Settings, known: Mapping[str, bool]) -> dict[str, Any]:
    """The values as options take them; ``known`` are the settings there are, True for those that may be given often.

    A setting that does not exist is an `InputError`: a typing error would go unseen for ever.
    """
    out: dict[str, Any] = {}
    for name, value in found.values.items():
        where = shown(found.file or FILE)
        if name not in known:
            raise InputError(f"{where}: there is no setting {name!r}; there are {', '.join(sorted(known))}")
        if isinstance(value, dict):
            value = [f"{key}={held}" for key, held in value.items()]
        elif isinstance(value, list) and not known[name]:
            value = ",".join(map(str, value))
        if isinstance(value, list) and not known[name]:
            raise InputError(f"{where}: {name} is one value, not a table")
        out[name] = value
    return out
