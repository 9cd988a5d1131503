"""What the user typed → the files to read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotes.articles import STDIN, Source, find
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
    _write(tmp_path / "photo.jpg")
    with pytest.raises(InputError, match=r"no article in this folder; give one that holds \.txt files"):
        find([str(tmp_path)])
