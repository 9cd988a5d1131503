"""What the user typed → the files to read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotes.articles import STDIN, Source, find, read_all, survey
from quotes.articles.readers import format_of
from quotes.errors import InputError


def _write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("« Oui », a dit le maire.", encoding="utf-8")
    return path


def test_a_folder_is_read_whole_and_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y/x.TXT", "a.txt"):
        _write(tmp_path / name)
    names = [Path(source.path).relative_to(tmp_path).as_posix() for source in find([str(tmp_path)])]
    assert names == ["a/y/x.TXT", "a/z.txt", "a.txt", "b.txt"]


def test_hidden_and_foreign_files_of_a_folder_are_left_out(tmp_path: Path) -> None:
    for name in (".venv/LICENSE.txt", ".note.txt", "photo.jpg", "Makefile", "article.txt"):
        _write(tmp_path / name)
    assert [Path(source.path).name for source in find([str(tmp_path)])] == ["article.txt"]


def test_a_pipe_in_a_folder_is_left_out(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(tmp_path / "pipe.txt")
    _write(tmp_path / "article.txt")
    assert [Path(source.path).name for source in find([str(tmp_path)])] == ["article.txt"]


def test_a_broken_link_in_a_folder_is_kept_to_be_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert [Path(source.path).name for source in find([str(tmp_path)])] == ["gone.txt"]


def test_a_file_reached_twice_is_read_once_under_its_first_name(tmp_path: Path) -> None:
    article = _write(tmp_path / "article.txt")
    assert [source.path for source in find([str(article), str(tmp_path), str(article)])] == [str(article)]


def test_stdin_is_read_once() -> None:
    assert find([STDIN, STDIN]) == (Source(STDIN, STDIN),)


def test_paths_stay_as_the_user_gave_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "folder" / "article.txt")
    monkeypatch.chdir(tmp_path)
    assert [source.path for source in find(["folder"])] == ["folder/article.txt"]
    assert [source.path for source in find(["./folder/"])] == ["./folder/article.txt"]


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_not_utf8_is_readable_text(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(raw)).write_text("Bonjour.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (source,) = find([str(tmp_path)])
    assert source.path.endswith("/caf\ufffd.txt")
    source.path.encode("utf-8")


def test_a_missing_path_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt: no such file or folder"):
        find([str(tmp_path / "nowhere.txt")])


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    _write(tmp_path / "style.css")
    with pytest.raises(InputError, match=r"no article in this folder; give one that holds text, HTML, "):
        find([str(tmp_path)])


def test_a_folder_of_scans_says_what_to_do(tmp_path: Path) -> None:
    _write(tmp_path / "page1.jpg")
    with pytest.raises(
        InputError, match=r"no article in this folder \(1 \.jpg: an image; read its text off with an OCR"
    ):
        find([str(tmp_path)])


def test_a_document_in_a_folder_is_kept_to_be_named(tmp_path: Path) -> None:
    for name in ("rapport.pdf", "note.DOCX", "article.txt", "photo.jpg"):
        _write(tmp_path / name)
    found = survey([str(tmp_path)])
    assert sorted(Path(source.path).name for source in found.sources) == ["article.txt", "note.DOCX", "rapport.pdf"]
    assert found.left_out == {".jpg": 1}


def test_folders_behind_links_are_read_and_a_loop_of_links_ends(tmp_path: Path) -> None:
    _write(tmp_path / "press" / "a.txt")
    _write(tmp_path / "elsewhere" / "b.txt")
    (tmp_path / "press" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "press" / "again").symlink_to(tmp_path / "press", target_is_directory=True)
    (tmp_path / "elsewhere" / "back").symlink_to(tmp_path / "press", target_is_directory=True)
    names = [Path(source.path).name for source in find([str(tmp_path / "press")])]
    assert names == ["a.txt", "b.txt"]


def test_links_that_lead_to_each_other_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    _write(tmp_path / "c.txt")
    told: list[str] = []
    articles = list(read_all(find([str(tmp_path)]), lambda error: told.append(error.why)))
    assert len(articles) == 1
    assert len(told) == 2
    assert all("too many levels of symbolic links" in why for why in told)


def test_what_the_run_writes_is_no_article(tmp_path: Path) -> None:
    article, ledger = _write(tmp_path / "a.txt"), _write(tmp_path / "ledger.json")
    assert [source.file for source in find([str(tmp_path)], but=[str(ledger)])] == [str(article)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "html"),
        ("A.HTM", "html"),
        ("a.jsonl.gz", "gzip"),
        ("a.jpg.gz", None),
        ("a.zip.gz", None),
        ("a.warc.gz", "warc"),
        ("a.tar.gz", "tar"),
        ("a.tgz", "tar"),
        ("v1.2.csv", "csv"),
        ("Makefile", None),
    ],
)
def test_the_format_of_a_name(name: str, kind: str | None) -> None:
    assert format_of(name) == kind


def test_a_package_that_is_missing_is_told_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "a.parquet")
    monkeypatch.setattr("quotes.articles.readers.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"parquet files need pyarrow; pip install 'french-quotes\[parquet\]'"):
        find([str(tmp_path)])


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = _write(tmp_path / "closed" / "a.txt").parent
    _write(tmp_path / "open" / "b.txt")
    real = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = survey([str(tmp_path)])
    assert [Path(source.path).name for source in found.sources] == ["b.txt"]
    assert [(error.where, error.what) for error in found.unlisted] == [(closed.as_posix(), "folder")]
    with pytest.raises(InputError, match="closed: this folder cannot be listed \\(permission denied\\)"):
        survey([str(closed)])
