"""``--repair``: text that was decoded wrongly once before it reached us, mended with ftfy."""

from __future__ import annotations

from quotes.articles.options import Options


def mended(text: str, options: Options) -> tuple[str, str | None]:
    """The text, and ftfy with its version where ``options.repair`` is set and it changed something.

    Only the encoding is mended (*dÃ©jÃ* → *déjà*); ftfy's other habits would straighten quotation marks.
    """
    if not options.repair:
        return text, None
    import ftfy

    sound = ftfy.fix_encoding(text)
    return sound, None if sound == text else f"ftfy {ftfy.__version__}"
