"""A text as the words that were said: what typography, case and elision cannot change.

`tokens` turns « L’an 2024 », *l'an 2024* and *L'AN 2024* into the same tuple. Numbers are one token each
(``75 000`` is ``75000``, ``1,5`` stays ``1.5``), an ellipsis or an editor's brackets inside the text are the
token ``…``, which stands for any words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from quotes.ledger.tables import words

GAP = "…"

# Chained `replace` is ten times as fast as `translate` where most texts hold none of these.
_SPELLED = (("œ", "oe"), ("æ", "ae"), ("’", "'"), ("ʼ", "'"), ("‘", "'"))
_GAPS = re.compile(r"\[[^\[\]]{0,120}\]|\(\s*(?:…|\.{2,})\s*\)|…|\.{2,}")
_TOKEN = re.compile(
    r"…|(?<!\d)\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?|[%€$£°]|[^\W\d_]+",
    re.UNICODE,
)
_MARKS = re.compile(r"[\u0300-\u036f]+")
_GROUPS = re.compile(r"[ .\u00a0\u2009\u202f](?=\d{3})")

# Words that hold sentences together. They are cheap to change and say nothing about what is said; those that
# can turn the meaning (ne, sans, contre …) are in `guards`.
FUNCTION = words("function")


def fold(text: str) -> str:
    """Small letters without accents, straight apostrophes: for comparing, never for showing."""
    text = text.casefold()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        for letter, spelled in _SPELLED:
            text = text.replace(letter, spelled)
    return text.replace("`", "'")


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in order, gaps as ``…`` (never first, last or twice in a row)."""
    text = fold(_GAPS.sub(" … ", text))
    # NFKD turns an ellipsis into three dots: a gap all the same.
    out: list[str] = []
    for token in _TOKEN.findall(text.replace("...", GAP)):
        if token == GAP:
            if out and out[-1] != GAP:
                out.append(GAP)
        elif token[0].isdigit():
            out.append(_number(token))
        else:
            out.append(token)
    if out and out[-1] == GAP:
        out.pop()
    return tuple(out)


def _number(token: str) -> str:
    if token.isdigit():
        return token.lstrip("0") or "0"
    if re.search(r"[ \u00a0\u2009\u202f]|[.]\d{3}(?!\d)", token):
        token = _GROUPS.sub("", token)
    return token.replace(",", ".")


_FOLDED_FUNCTION = frozenset(fold(word) for word in FUNCTION)


def is_content(token: str) -> bool:
    """Does the word carry what is said (nouns, verbs, numbers) rather than hold the sentence together?"""
    return token not in _FOLDED_FUNCTION and token != GAP and (len(token) > 1 or token.isdigit())


def content(words: tuple[str, ...]) -> tuple[str, ...]:
    """The content words, in order."""
    return tuple(word for word in words if is_content(word))


def digest(*parts: str, size: int = 8) -> str:
    """A short name for these strings, the same on every machine: ``size`` bytes in hexadecimal."""
    encoded = (part.encode("utf-8", "surrogatepass") for part in parts)
    spelled = b"".join(piece for data in encoded for piece in (len(data).to_bytes(8, "big"), data))
    return blake2b(spelled, digest_size=size).hexdigest()


# Endings in the order in which they are tried; the stem that is left must keep four letters.
_ENDINGS = sorted(words("ending"), key=lambda ending: (-len(ending), ending))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A rough stem of a folded French word: *regrettait*, *regrette* → *regrett*. Numbers stay."""
    if len(word) <= 4 or not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
