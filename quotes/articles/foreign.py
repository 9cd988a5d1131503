"""Files that are no articles yet, and how to make articles of them."""

from __future__ import annotations

_PDF = "a PDF holds pages, not text; make text of it first, for example with pdftotext -layout"
_IMAGE = "an image; read its text off with an OCR program first, for example tesseract -l fra"
_OFFICE = "an office document; save it as HTML or plain text (UTF-8) first"
_MAIL = "a saved web archive of one program; save the page as HTML only"
_SHEET = "a spreadsheet; save it as CSV (UTF-8) first"
_PACKED = "an archive of this kind is not read; unpack it first, or pack it as .zip or .tar.gz"

# Documents that a person takes for articles: named where they are found, not passed over.
DOCUMENTS = {
    ".pdf": _PDF,
    ".doc": _OFFICE,
    ".docx": _OFFICE,
    ".odt": _OFFICE,
    ".rtf": _OFFICE,
    ".epub": _OFFICE,
    ".mht": _MAIL,
    ".mhtml": _MAIL,
    ".webarchive": _MAIL,
    ".xls": _SHEET,
    ".xlsx": _SHEET,
    ".ods": _SHEET,
    ".7z": _PACKED,
    ".rar": _PACKED,
    ".bz2": _PACKED,
    ".xz": _PACKED,
    ".zst": _PACKED,
}
IMAGES = dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp"), _IMAGE)

_SIGNATURES = (
    (b"%PDF-", _PDF),
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"{\\rtf", _OFFICE),
    (b"PK\x03\x04", "an archive or office document under another name; give it its own extension"),
    (b"\x1f\x8b\x08", "a gzip archive under another name; give it its own extension"),
    (b"PAR1", "a Parquet file under another name; give it the extension .parquet"),
)
_TEXTUAL = bytes(sorted({*range(0x20, 0x100), 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B}))


def binary(data: bytes) -> str | None:
    """What these bytes are and what to do with them, None where they may be text."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    head = data[:4096]
    # A stray control character is no reason to refuse a text; many of them are what a program wrote for itself.
    if len(head.translate(None, _TEXTUAL)) * 10 > len(head):
        return "no text but the bytes of some program; export it as text, HTML or CSV"
    return None


def advice(extension: str) -> str | None:
    """What to do with a file of this extension (lower case), None where nothing is known of it."""
    return DOCUMENTS.get(extension) or IMAGES.get(extension)
