import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.export.atomic_write import write_whole


def test_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["memo.docx"]


def test_rights_of_the_old_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "memo.md"
    target.write_text("old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_pipe_takes_what_it_gets_and_stays_a_pipe(tmp_path: Path) -> None:
    target = tmp_path / "pipe"
    os.mkfifo(target)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(target.read_bytes)
        write_whole(target, b"new")
        assert read.result(10) == b"new"
    assert target.is_fifo()


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        write_whole(tmp_path / "none" / "memo.md", b"")


def test_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "memo.md").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        write_whole(tmp_path / "memo.md", b"")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "may not write there"),
        (errno.EIO, "the system says"),
    ],
)
def test_fault_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    target = tmp_path / "memo.md"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    if number == errno.EACCES:
        target.unlink()
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match=sentence):
        write_whole(target, b"new")
    assert not target.exists() or target.read_bytes() == b"old"
    assert not list(tmp_path.glob(".briefing*"))


def test_file_open_elsewhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "memo.docx"
    target.write_bytes(b"old")

    def refuse(_: Path, __: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match="open in another program"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"


def test_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="too long"):
        write_whole(tmp_path / ("x" * 300 + ".md"), b"")
