"""One file → its articles."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from quotes.articles import STDIN, Source, find, read, read_all
from quotes.errors import ReadError
from quotes.types import Article

TEXT = "« Nous avons perdu », a reconnu l'élue de Brest.\n"


def _read(path: Path) -> list[Article]:
    found = list(read(Source(str(path), str(path))))
    assert all(isinstance(article, Article) for article in found)
    return found  # type: ignore[return-value]


def _file(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_plain_text_is_one_article(tmp_path: Path) -> None:
    path = _file(tmp_path / "a.txt", TEXT.encode())
    assert _read(path) == [Article(text=TEXT, path=str(path))]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert _read(_file(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode()))[0].text == TEXT


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_are_as_python_reads_them(tmp_path: Path, end: bytes) -> None:
    path = _file(tmp_path / "a.txt", end.join([b"un", "déjà".encode(), b""]))
    assert _read(path)[0].text == path.read_text(encoding="utf-8") == "un\ndéjà\n"


def test_control_characters_stay(tmp_path: Path) -> None:
    text = "\x00\x1b[31m« Oui »\x07\u202e\u2028 fin\x0c"
    assert _read(_file(tmp_path / "a.txt", text.encode()))[0].text == text


def test_a_file_without_extension_is_plain_text(tmp_path: Path) -> None:
    assert _read(_file(tmp_path / "note", TEXT.encode()))[0].text == TEXT


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", r": empty; put"),
        ("a.txt", b"\xef\xbb\xbf \r\n\t", r": empty; put"),
        ("a.docx", TEXT.encode(), r"an office document; save it as HTML or plain text"),
        ("a.pdf", b"%PDF-1.7", r"a PDF holds pages, not text; .*pdftotext"),
        ("a.txt", b"%PDF-1.7\n1 0 obj", r"a PDF holds pages, not text"),
        ("a.jpg", b"\xff\xd8\xff\xe0", r"an image; read its text off"),
        ("a.html", b"\x89PNG\r\n\x1a\n", r"an image; read its text off"),
        ("a.txt", bytes(range(32)) * 9, r"no text but the bytes of some program"),
        ("a.xyz", TEXT.encode(), r"no reader for \.xyz files; give text, HTML"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = _file(tmp_path / name, data)
    with pytest.raises(ReadError, match=message) as caught:
        _read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_broken_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere.txt")
    with pytest.raises(ReadError, match=r"cannot be read \(no such file or directory\)"):
        _read(tmp_path / "a.txt")


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    _file(tmp_path / "1.txt", TEXT.encode())
    _file(tmp_path / "2.txt", b"%PDF-1.7")
    _file(tmp_path / "3.txt", TEXT.encode())
    told: list[str] = []
    articles = list(read_all(find([str(tmp_path)]), lambda error: told.append(str(error))))
    assert [Path(article.path or "").name for article in articles] == ["1.txt", "3.txt"]
    assert len(told) == 1
    assert "2.txt" in told[0]


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert list(read(Source(STDIN, STDIN))) == [Article(text=TEXT, path="-")]


def test_closed_stdin_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ReadError, match="standard input is closed"):
        list(read(Source(STDIN, STDIN)))
