"""A Word file is known as a memo of the library by the mark that its export left in it."""

import shutil
import zipfile
from pathlib import Path

import pytest

from briefing.services.came_back import came_back
from briefing.services.desk import Desk, open_desk
from briefing.store.library_file import Library


@pytest.fixture
def desk(sample_file: Path, tmp_path: Path) -> Desk:
    return open_desk(Path(shutil.copy(sample_file, tmp_path / "Desk.briefing")))


@pytest.fixture
def sent(desk: Desk, tmp_path: Path) -> Path:
    target = tmp_path / "memo.docx"
    desk.publishing.export(desk.drafting.memos()[0].uid, target)
    return target


def test_an_exported_memo_is_known(desk: Desk, sent: Path) -> None:
    assert came_back(desk.library, [sent])


def test_a_memo_of_another_library_is_not(sent: Path, tmp_path: Path) -> None:
    other = tmp_path / "Other.briefing"
    Library.create(other)
    assert not came_back(open_desk(other).library, [sent])


def test_what_is_no_memo_is_not(desk: Desk, sent: Path, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("words", encoding="utf-8")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK no package")
    empty = tmp_path / "empty.docx"
    with zipfile.ZipFile(empty, "w") as package:
        package.writestr("word/styles.xml", "<styles/>")
    for path in (text, broken, empty, tmp_path / "missing.docx"):
        assert not came_back(desk.library, [path])
        assert not came_back(desk.library, [sent, path])
    assert not came_back(desk.library, [])
