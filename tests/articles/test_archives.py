"""Files in files: the same articles, and no archive can do harm."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from quotes.articles import limits

from .conftest import FILES, Read

TEXT = "« Nous irons », a dit la maire de Brest, Nolwenn Le Goff."
PAGE = (FILES / "wayback.html").read_bytes()
ROWS = "".join(json.dumps({"texte": f"{TEXT} {n}"}) + "\n" for n in range(3)).encode()
MEMBERS = {"a.txt": TEXT.encode(), "pages/b.html": PAGE, "c.jsonl": ROWS, "d.txt.gz": gzip.compress(TEXT.encode())}
PATHS = ["a.txt", "pages/b.html", "c.jsonl#1", "c.jsonl#2", "c.jsonl#3", "d.txt.gz"]


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def _tar(path: Path, members: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz" if path.suffix in (".gz", ".tgz") else "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def _packed(path: Path, members: dict[str, bytes]) -> Path:
    return _zip(path, members) if path.suffix == ".zip" else _tar(path, members)


ARCHIVES = pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz"])


@ARCHIVES
def test_all_files_of_an_archive(read: Read, tmp_path: Path, name: str) -> None:
    articles, told = read(_packed(tmp_path / name, MEMBERS))
    assert told == []
    assert [article.path for article in articles] == [f"{name}#{path}" for path in PATHS]
    assert articles[0].text == TEXT
    assert articles[1].url == "https://www.gazette-lassigny.example/pont"


@ARCHIVES
def test_what_an_archive_holds_beside_articles(read: Read, tmp_path: Path, name: str) -> None:
    members = {
        "__MACOSX/a.txt": b"x",
        ".git/b.txt": b"x",
        "style.css": b"x",
        "Makefile": b"x",
        "vide.txt": b"",
        "scan.pdf": b"%PDF-1.7",
        "inner.zip": b"PK",
        "a.txt": TEXT.encode(),
    }
    articles, told = read(_packed(tmp_path / name, members))
    assert [article.path for article in articles] == [f"{name}#a.txt"]
    assert [(error.where, error.what) for error in told] == [
        (f"{name}#vide.txt", "empty"),
        (f"{name}#scan.pdf", "format"),
        (f"{name}#inner.zip", "format"),
    ]


@ARCHIVES
@pytest.mark.parametrize("path", ["../../escape.txt", "/etc/escape.txt", "a/../../escape.txt", "C:\\escape.txt"])
def test_a_name_that_leads_out_is_refused(read: Read, tmp_path: Path, name: str, path: str) -> None:
    folder = tmp_path / "in" / "here"
    folder.mkdir(parents=True)
    articles, (error,) = read(_packed(folder / name, {path: TEXT.encode(), "b.txt": TEXT.encode()}))
    assert [article.path for article in articles] == [f"{name}#b.txt"]
    assert error.what == "path"
    assert not list(tmp_path.rglob("escape*"))


def test_links_and_devices_of_a_tar_are_not_followed(read: Read, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("« Secret », a-t-il dit.", encoding="utf-8")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE), ("c.txt", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, str(secret)
            archive.addfile(info)
    assert read(tmp_path / "a.tar") == ([], [])


@ARCHIVES
def test_an_archive_that_is_cut_off(read: Read, tmp_path: Path, name: str) -> None:
    noise = {f"{n}.txt": f"{TEXT} {n * 7919 % 1009} {n * 104729 % 9973}".encode() for n in range(400)}
    path = _packed(tmp_path / name, noise)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 100])
    articles, told = read(path)
    assert len(told) == 1
    assert (told[0].where, told[0].what) == (name, "cut off")
    assert told[0].why.endswith("; get it again")
    # a ZIP has its table of contents at the end; a tar is read up to the cut
    assert len(articles) == 0 if name == "a.zip" else 100 < len(articles) < 400


def test_a_gzip_that_is_cut_off_gives_what_stands_before_the_cut(read: Read, tmp_path: Path) -> None:
    rows = "".join(json.dumps({"texte": f"Phrase {n * 7919 % 100003}."}) + "\n" for n in range(5000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows.encode())[:-5000])
    articles, (error,) = read(path)
    assert 1000 < len(articles) < 5000
    assert error.what == "cut off"


def test_a_gzip_that_is_none(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(TEXT.encode())
    assert [error.what for error in read(tmp_path / "a.txt.gz")[1]] == ["cut off"]


def test_a_damaged_file_of_a_zip_stops_no_other(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in ("a.txt", "b.txt", "c.txt"):
            archive.writestr(name, f"{TEXT} {name}")
    path.write_bytes(path.read_bytes().replace(b"Goff. b.txt", b"Goff. B.txt"))
    articles, (error,) = read(path)
    assert [article.path for article in articles] == ["a.zip#a.txt", "a.zip#c.txt"]
    assert (error.where, error.what) == ("a.zip#b.txt", "cut off")


def test_a_locked_zip(read: Read, tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.txt": TEXT.encode()})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flags of the file, and those in the table of contents
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert [error.why for error in read(path)[1]] == ["locked with a password; unpack it first"]


# ── bombs ───────────────────────────────────────────────────────────────────────────────────────


def _bomb(path: Path, megabytes: int) -> Path:
    zeros = b"0" * (1 << 20)
    if path.suffix == ".zip":
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open("a.txt", "w", force_zip64=True) as file,
        ):
            for _ in range(megabytes):
                file.write(zeros)
    else:
        with gzip.open(path, "wb") as file:
            for _ in range(megabytes):
                file.write(zeros)
    return path


@pytest.mark.parametrize("name", ["a.zip", "a.txt.gz", "a.jsonl.gz", "a.tar.gz"])
def test_a_bomb_is_put_out(read: Read, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a.tar.gz":
        with tarfile.open(path, "w:gz") as archive:
            info = tarfile.TarInfo("a.txt")
            info.size = 40 << 20
            archive.addfile(info, io.BytesIO(bytes(40 << 20)))
    else:
        _bomb(path, 40)
    articles, told = read(path)
    assert articles == []
    assert [error.what for error in told] == ["too large"]
    assert "unpacks to more than 200 times its size" in told[0].why


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory as Linux counts them")
def test_a_bomb_fills_no_memory(tmp_path: Path) -> None:
    bomb = _bomb(tmp_path / "a.zip", 400)
    code = (
        "from quotes.articles import find, read_all\n"
        "told = []\n"
        f"list(read_all(find([{str(bomb)!r}]), told.append))\n"
        "assert [error.what for error in told] == ['too large'], told\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert int(done.stdout) < 200_000, f"{done.stdout.decode()} kB"


def test_a_text_larger_than_any_article(read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WHOLE", 1 << 20)
    monkeypatch.setattr(limits.whole, "__defaults__", (1 << 20,))
    path = tmp_path / "a.txt"
    path.write_bytes(b"a " * (1 << 20))
    assert [error.what for error in read(path)[1]] == ["too large"]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"texte": "' + b"a" * (2 << 20) + b'"}\n')
    assert [error.what for error in read(path)[1]] == ["too large"]


# ── WARC ────────────────────────────────────────────────────────────────────────────────────────


def _record(
    kind: str, block: bytes, url: str, number: int, content: str = "application/http; msgtype=response"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Date: 2021-03-0{number % 9 + 1}T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _response(body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _page(words: str, charset: str = "utf-8") -> bytes:
    filler = "<p>La séance du conseil a duré trois heures devant un public nombreux et très attentif.</p>" * 9
    return f"<html><body><article>{filler}<p>{words}</p>{filler}</article></body></html>".encode(charset)


def _crawl() -> list[bytes]:
    site = "https://presse.example"
    return [
        _record("warcinfo", b"software: test\r\n", site, 0, "application/warc-fields"),
        _record("request", b"GET / HTTP/1.1\r\nHost: presse.example\r\n\r\n", f"{site}/a", 1),
        _record("response", _response(_page("« Déjà », a dit Léa Roux."), "text/html; charset=UTF-8"), f"{site}/a", 2),
        _record(
            "response",
            _response(_page("« L’œuvre », a dit Léa Roux.", "cp1252"), "text/html; charset=ISO-8859-1"),
            f"{site}/b",
            3,
        ),
        _record("response", _response(_page("Perdu"), status="404 Not Found"), f"{site}/c", 4),
        _record("response", _response(b"\xff\xd8" * 900, "image/jpeg"), f"{site}/d.jpg", 5),
        _record(
            "response",
            _response(gzip.compress(_page("« Zippé », a dit Léa Roux.")), more="Content-Encoding: gzip\r\n"),
            f"{site}/e",
            6,
        ),
        _record("response", _response(PAGE), f"{site}/f", 7),
        _record("response", _response(b"<html><body>" + b" " * 2000 + b"</body></html>"), f"{site}/g", 8),
    ]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.zip"])
def test_the_pages_of_a_crawl(read: Read, tmp_path: Path, name: str) -> None:
    pytest.importorskip("fastwarc")
    path = tmp_path / name
    if name == "a.warc.gz":
        path.write_bytes(b"".join(map(gzip.compress, _crawl())))  # a member a record, as crawlers write it
    elif name == "a.zip":
        _zip(path, {"a.warc": b"".join(_crawl())})
    else:
        path.write_bytes(b"".join(_crawl()))
    inside = "a.zip#a.warc" if name == "a.zip" else name
    articles, (empty,) = read(path)
    assert [article.path for article in articles] == [
        f"{inside}#urn:uuid:00000000-0000-4000-8000-{n:012d}" for n in (2, 3, 6, 7)
    ]
    assert [article.url for article in articles] == [f"https://presse.example/{page}" for page in "abef"]
    assert [article.date for article in articles] == [
        "2021-03-03",
        "2021-03-04",
        "2021-03-07",
        "2019-04-11T16:00:00+02:00",
    ]
    for article, word in zip(articles, ("« Déjà »", "« L’œuvre »", "« Zippé »", "« Un câble"), strict=True):
        assert word in article.text
    assert empty.what == "empty"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_crawl_that_is_cut_in_the_middle(read: Read, tmp_path: Path, name: str) -> None:
    pytest.importorskip("fastwarc")
    path = tmp_path / name
    records = _crawl() if name == "a.warc" else list(map(gzip.compress, _crawl()))
    path.write_bytes(b"".join(records[:4])[:-200])
    articles, told = read(path)
    assert articles[0].url == "https://presse.example/a"
    assert [error.what for error in told] == ["cut off"]


def test_a_warc_that_is_none(read: Read, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    (tmp_path / "a.warc").write_bytes(b"<html>non</html>" * 200)
    articles, told = read(tmp_path / "a.warc")
    assert articles == []
    assert [error.what for error in told] == ["cut off"]
