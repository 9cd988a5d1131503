"""Text on its way out of Unicode's corners: what XML, UTF-8 and a reader's eye cannot take."""

from __future__ import annotations

import re

# Not allowed in XML 1.0, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_EMBEDS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"


def encodable(text: str) -> str:
    """The text with half characters (lone surrogates) replaced, so that it can be UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def xml(text: str) -> str:
    """The text escaped for XML, elements and quoted attributes alike."""
    text = _NOT_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;").replace("\r", "&#13;")


def closed(text: str) -> str:
    """The text with every change of direction that it opens closed: what follows reads as written."""
    open_: list[str] = []
    for character in text:
        if character in _EMBEDS:
            open_.append(_POP)
        elif character in _ISOLATES:
            open_.append(_POP_ISOLATE)
        elif character == _POP and open_ and open_[-1] == _POP:
            open_.pop()
        elif character == _POP_ISOLATE and _POP_ISOLATE in open_:
            while open_.pop() != _POP_ISOLATE:
                pass
    return text + "".join(reversed(open_))
