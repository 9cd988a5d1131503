#!/usr/bin/env python3
"""Look for bytes that break the text layer or the ledger reader, guided by coverage (atheris).

python tests/laws/fuzz.py text --seconds 1200      law 2 and 3 of the text layer, on any text
python tests/laws/fuzz.py ledger --seconds 1200    law 7 of the reader: a ledger, or one `LedgerError`
python tests/laws/fuzz.py edits --seconds 1200     the same on valid JSON: the bytes say what to change in a good ledger

atheris is no dependency (`pip install atheris`, Linux). It starts from `corpus/TARGET` and keeps what reaches new code in
the folder given with ``--keep``; what breaks a law is written there as `crash-…`. The seeds are run by the tests too
(`test_corpus.py`), and a crash that was mended belongs among them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"


def text(data: bytes) -> None:
    """Laws 1 to 3 of the text layer; bytes that are no UTF-8 become lone surrogates."""
    from layers import Layer, lawful

    lawful(Layer(data.decode("utf-8", "surrogateescape")))


def ledger(data: bytes) -> None:
    """Bytes are a ledger that is written and read back as itself, or no ledger, with `LedgerError`."""
    from quotes.errors import LedgerError
    from quotes.ledger import dumps, loads

    try:
        read = loads(data)
    except LedgerError as error:
        message = str(error)
    else:
        message = ""
        assert loads(dumps(read)) == read
    assert not set(message) & set("\n\r\x1b"), "an error that steers a terminal"


def edits(data: bytes) -> None:
    """A good ledger with some values changed or gone, as a program that writes ledgers might err."""
    document = json.loads((CORPUS / "ledger" / "good.json").read_bytes())
    at = iter(data)
    for depth in at:
        _edit(document, 1 + depth % 7, at)
    ledger(json.dumps(document).encode("ascii"))


def _edit(node: Any, depth: int, at: Iterator[int]) -> None:
    """Go down ``depth`` steps by the bytes and change what is there."""
    while node:
        keys: list[Any] = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = keys[next(at, 0) % len(keys)]
        depth -= 1
        if depth and isinstance(node[key], dict | list) and node[key]:
            node = node[key]
            continue
        value = _VALUES[next(at, 0) % len(_VALUES)]
        if value:
            node[key] = json.loads(value)
        else:
            del node[key]
        return


# as JSON; nothing stands for a value that is left out
_VALUES = (
    "", "null", "0", "-1", "1", "7", str(2**70), "0.5", "1e300", "true", '""', '"a"', '"s-0"', '"q-0"', '"direct"', '"indirect"',
    '"\\ud800"', "[]", "{}", "[[0, 1]]", "[[1, 0]]", "[3, 9]", "[[0, 1], [0, 2]]", '{"id": "q-0"}',
    '{"start": 5, "end": 2, "text": "", "lemma": ""}',
)  # fmt: skip

TARGETS: dict[str, Callable[[bytes], None]] = {"text": text, "ledger": ledger, "edits": edits}
_WORDS = {
    "text": ("« ", " »", "“", "”", "<<", ">>", "— ", "• ", "\n\n", ", a-t-il dit,", ", dit-elle", " : ", "Q : ",
             "M. ", "- Ève Roy (@eve)", " ?\n", "Je ", "\u00a0", "\u202f", "\r\n", "\u2028", "\xad"),
    "ledger": ('"schema":"quotes-ledger/1"', '"articles":[\n', '],"speakers":[', '],"quotes":[', "]}\n", "null",
               '"occurrences":[', '"verbatim":[[0,1]]', '"speaker":null', "\\ud83d", "1e999", "-1", "[[", "{}"),
    "edits": ("\0",),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=1200, help="how long (default: 20 minutes)")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="folder for what reaches new code")
    args = parser.parse_args()
    try:
        import atheris
    except ModuleNotFoundError:
        raise SystemExit("fuzz: atheris is not installed; run `pip install atheris`") from None

    sys.path.insert(0, str(HERE))
    with atheris.instrument_imports(include=["quotes.text", "quotes.ledger", "quotes.lexicon"]):
        import layers  # noqa: F401

        import quotes.ledger  # noqa: F401

    keep = args.keep / args.target
    keep.mkdir(parents=True, exist_ok=True)
    words = args.keep / f"{args.target}.dict"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in _WORDS[args.target]), encoding="ascii")
    options = (f"-max_total_time={args.seconds}", f"-dict={words}", f"-artifact_prefix={keep}/", "-max_len=4096")
    atheris.Setup([sys.argv[0], *options, "-timeout=10", str(keep), str(CORPUS / args.target)], TARGETS[args.target])
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8"))


if __name__ == "__main__":
    main()
