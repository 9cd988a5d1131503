"""One file → its articles."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import STDIN, Source, find, read, read_all
from quotes.articles.text import decode
from quotes.errors import ReadError
from quotes.types import Article

TEXT = "« Nous avons perdu », a reconnu l'élue de Brest.\n"


def _read(path: Path) -> list[Article]:
    return list(read(Source(str(path), str(path))))


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
        ("a.txt", "déjà".encode("cp1252"), r"not UTF-8 \(byte 0xE9 at 1\).*iconv -f WINDOWS-1252"),
        ("a.txt", b"\xef\xbb\xbfab\xff", r"not UTF-8 \(byte 0xFF at 5\)"),
        ("a.txt", "déjà".encode("utf-16"), r"UTF-16, not UTF-8; try iconv -f UTF-16"),
        ("a.txt", b"", r": empty; put"),
        ("a.txt", b"\xef\xbb\xbf \r\n\t", r": empty; put"),
        ("a.docx", TEXT.encode(), r"no reader for \.docx files; save it as one of \.txt"),
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
    _file(tmp_path / "2.txt", b"\xff")
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


@given(st.binary())
def test_any_bytes_are_text_or_a_read_error(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except ReadError as error:
        assert str(error).startswith("a.txt: ")  # noqa: PT017 - either outcome is right
    else:
        assert "\r" not in text
        text.encode("utf-8")
