"""`python -m quotes`."""

from __future__ import annotations

from quotes.cli import main

if __name__ == "__main__":
    main()
