"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from quotes.cli import output
from quotes.cli.output import check_output, write
from quotes.cli.plain import cut, plain
from quotes.errors import InputError


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    path, plain_file = tmp_path / "ledger.json", tmp_path / "other"
    plain_file.touch()
    write(str(path), [b"{}"])
    assert path.read_bytes() == b"{}"
    assert path.stat().st_mode == plain_file.stat().st_mode
    assert sorted(file.name for file in tmp_path.iterdir()) == ["ledger.json", "other"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(str(path), [b"new"])
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write(str(link), [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.json"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(str(path), [b"new"])
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no devices here")
def test_a_device_is_written_to_not_replaced() -> None:
    check_output("/dev/null")
    write("/dev/null", [b"{}"])
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_where_nothing_can_be_written_is_told_before_work(tmp_path: Path) -> None:
    check_output(None)
    check_output("-")
    check_output(str(tmp_path / "ledger.json"))
    with pytest.raises(InputError, match="this is a folder"):
        check_output(str(tmp_path))
    with pytest.raises(InputError, match="its folder does not exist"):
        check_output(str(tmp_path / "nowhere" / "ledger.json"))


def test_articles_cannot_drive_the_terminal() -> None:
    assert plain("« Non \x1b[31m»\n\ta dit\u00a0\u202felle\u202e.\ud800") == "« Non \ufffd[31m» a dit elle\ufffd.\ufffd"
    assert plain("👩\u200d🔬 l'œuvre") == "👩\u200d🔬 l'œuvre"


def test_cut_text_says_so() -> None:
    assert cut("« Nous irons »", 20) == "« Nous irons »"
    assert cut("Nous irons jusqu'au bout", 11) == "Nous irons…"
