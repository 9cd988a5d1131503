"""Bytes → text: by a byte order mark, else as strict UTF-8, else as declared, else as reads most like French.

Detectors that count bytes fail on short French: « Je vous ai compris » in cp1252 passes for Japanese. There are only
four one-byte encodings that French was ever saved in, and what they make of French letters and marks tells them apart.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from quotes.articles.foreign import binary
from quotes.articles.limits import WHOLE, lines
from quotes.errors import ReadError

CANDIDATES = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_SAMPLE, _LEAST, _TELLING = 1 << 18, 1 << 12, 1 << 13

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The web has agreed to read these as cp1252 (WHATWG); pages that say ASCII or Latin-1 mean it.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}

# French letters by how often they are written; the rare ones are common in what a wrong encoding makes of the others.
_COMMON, _LESS, _RARE = "éèêç", "âîôûëïœ", "äöüÿæàù"
_LETTERS = _COMMON + _LESS + _RARE
_UPPER = _LETTERS.upper()
_RULES = (
    *(
        (re.compile(rf"(?<![^a-z{_LETTERS}\s'’«(-])[{letters}](?![^a-z{_LETTERS}\s'’»),.;:!?-])"), weight)
        for letters, weight in ((_COMMON, 4), (_LESS, 3), (_RARE, 1))
    ),
    (re.compile(rf"(?<![^a-z{_LETTERS}\s'’«(-])à(?![^\s'’»),.;:!?-])|(?<=[oO])ù\b"), 4),
    (re.compile(rf"(?<=[A-Z])[{_LETTERS}](?=[a-z])|(?<![^\s'’«(-])[ÀÂÎÔŒ](?=[a-z])"), 2),
    (re.compile(r"(?<![^\s'’«(-])É(?=[a-z])"), 5),
    (re.compile(r"(?<![^\s'’«(-])[ÊÇ](?=[a-z])"), 3),
    (re.compile(r"(?<![a-z])[ÉÈÀÊÇ](?=[A-Z\W])"), 4),
    (re.compile(rf"(?<![a-zA-Z])[{_LETTERS.replace('à', '')}{_UPPER}](?![a-zA-Z{_UPPER}])"), -4),
    # « and » want a blank or a line end on one side; ’ a letter on both
    (re.compile(r"(?<![^\s(’'])[«“](?=[\s\xa0\w])|(?<=[\s\xa0\w.!?…,])[»”](?![^\s.,;:!?)])"), 4),
    (re.compile(r"(?<=[A-Za-z])’(?=[\w«“])|(?<![^\s])[–—](?=\s)|(?<=\w)…(?!\w)|(?<=[\d\s])€"), 4),
    (re.compile(r"\xa0(?=[»:;!?€%])|(?<=«)\xa0|(?<=\d)\xa0(?=\d)"), 3),
    # what no French text has: a capital or a sign inside a word, controls
    (re.compile(rf"(?<=[a-zA-Z{_LETTERS}])[{_UPPER}](?=[a-z{_LETTERS}])|(?<=[a-z])[{_UPPER}]"), -4),
    (re.compile(rf"(?<=[a-zA-Z])[^\x00-\x7f{_LETTERS}{_UPPER}’‘\xad\xa0«»“”–—](?=[a-zA-Z])"), -5),
    (re.compile(r"[\x80-\x9f]"), -9),
)


class Decoded(NamedTuple):
    """A text and the encoding that it was in; ``\\n`` ends its lines."""

    text: str
    encoding: str


def decode(data: bytes, path: str, wanted: str | None = None, declared: str | None = None) -> Decoded:
    """The text of these bytes, without byte order mark, line ends as ``\\n``.

    ``wanted`` is the encoding that the user names for files without a mark, ``declared`` the one that a page or a
    server claims: it is believed where the bytes are not UTF-8. Bytes that are no text are a `ReadError` that says
    what they are.
    """
    text, encoding = _decoded(data, path, wanted, declared)
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def _decoded(data: bytes, path: str, wanted: str | None, declared: str | None) -> Decoded:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(_with(data[len(bom) :], name, path), name)
    if (what := binary(data)) is not None:
        raise ReadError(path, what, "format")
    if wanted is not None:
        return Decoded(_with(data, wanted, path), wanted)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if (mixed := _almost_utf8(data)) is not None:
        return Decoded(mixed, "utf-8 with cp1252")
    claim = known(declared)
    if claim is not None and claim != "utf-8":
        try:
            return Decoded(data.decode(claim), claim)
        except UnicodeDecodeError:
            pass
    name = guess(data)
    return Decoded(data.decode(name, "replace"), name)


def guess(data: bytes) -> str:
    """The one-byte encoding under which these bytes read most like French; the first of equals."""
    # lines of ASCII say nothing, and the head of a page is nothing else
    sample = b"\n".join(line for line in data[:_SAMPLE].splitlines() if not line.isascii())[:_TELLING]
    return max(CANDIDATES, key=lambda name: _score(sample.decode(name, "replace")))


def known(name: str | None) -> str | None:
    """The encoding of this name as Python calls it, None where there is none of that name."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
        b"".decode(found)  # some codecs are of no text
    except (LookupError, ValueError):
        return None
    return _MEANT.get(found, found)


def decoded_lines(file: BinaryIO, path: str, wanted: str | None = None) -> tuple[Iterator[str], str]:
    """The lines of a table, decoded one by one, in memory that does not grow with it, and their encoding.

    The beginning says which encoding it is; a line of a UTF-8 table that is no UTF-8 is read on its own.
    """
    head = _head(file)
    for bom, name in _BOMS[1:]:
        if head.startswith(bom):
            return _wide_lines(head[len(bom) :], file, path, name), name
    head = head.removeprefix(codecs.BOM_UTF8)
    if (what := binary(head)) is not None:
        raise ReadError(path, what, "format")
    encoding = wanted or sniffed(head)
    return _narrow_lines(cast("BinaryIO", _Again(head, file)), path, encoding), encoding


def _narrow_lines(file: BinaryIO, path: str, encoding: str) -> Iterator[str]:
    """The lines of a file in which a line end is one byte."""
    for line in lines(file, path):
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError:
            yield line.decode("cp1252" if encoding == "utf-8" else encoding, "replace")


def _wide_lines(data: bytes, file: BinaryIO, path: str, encoding: str) -> Iterator[str]:
    """The lines of a file in UTF-16 or UTF-32, where a line end is no byte of its own."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    rest = ""
    while data:
        *whole, rest = (rest + decoder.decode(data)).split("\n")
        yield from (f"{line}\n" for line in whole)
        if len(rest) > WHOLE:
            raise ReadError(path, f"a line of more than {WHOLE >> 20} MB; split it into articles", "too large")
        data = file.read(_SAMPLE)
    if rest:
        yield rest


def _head(file: BinaryIO) -> bytes:
    """The beginning of a file, as much as comes at once: what stands before the cut of an archive is not lost."""
    read = getattr(file, "read1", file.read)
    head = b""
    while len(head) < _LEAST and (more := read(_SAMPLE)):
        head += more
    return head


def sniffed(head: bytes) -> str:
    """UTF-8 if the beginning of a file may be that, else the best guess."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "utf-8" if _almost_utf8(head) is not None else guess(head)
    return "utf-8"


def _with(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise ReadError(
            path, f"not {encoding} (byte 0x{byte:02X} at {error.start}); give its own --encoding", "encoding"
        ) from None


def _almost_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes of another encoding in it (a template's ’, a pasted line), these read as cp1252."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= char <= "\udcff" for char in text)
    sound = sum(char > "\x7f" for char in text) - stray
    if sound < 4 * stray:
        return None
    return re.sub("[\udc80-\udcff]", lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _score(text: str) -> int:
    return sum(weight * len(pattern.findall(text)) for pattern, weight in _RULES) - 9 * text.count("\ufffd")


class _Again:
    """A file whose beginning has been read, from the beginning."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head, self._file = head, file

    def readline(self, size: int = -1) -> bytes:
        if not self._head:
            return self._file.readline(size)
        end = self._head.find(b"\n") + 1 or len(self._head)
        line, self._head = self._head[:end], self._head[end:]
        return line if line.endswith(b"\n") else line + self._file.readline(size)
