"""Pictures put into a memo: from a file or the clipboard, described, shown small, converted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog

from briefing.errors import InputError
from briefing.ui.memo.picture_dialog import PictureDialog
from briefing.ui.memo.picture_reading import read_picture
from tests.ui.memo.conftest import Room

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<rect width="40" height="20" fill="red"/></svg>'
)


def make_file(path: Path, width: int = 80, height: int = 60) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


def describe(room: Room, words: str, width: str = "") -> None:
    room.settle()
    dialog = room.panes.window().findChild(PictureDialog)
    assert isinstance(dialog, PictureDialog)
    dialog.line.setText(words)
    if width:
        dialog.width_box.setCurrentText(width)
    dialog.insert.click()
    room.settle()


def test_picture_is_inserted_from_a_file_and_shown_small(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(tmp_path / "Border map.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    room.open_memo()
    room.editor.replace_text("Before.")
    room.context.actions.trigger("memo.picture")
    describe(room, "The [old] border", "Half")
    assert room.editor.text() == ("Before.\n\n![The \\[old\\] border](picture:border-map?width=50)")
    assert room.desk.pictures.find(("border-map",))[0].data == path.read_bytes()
    room.editor.set_position(0)
    room.settle()
    laid = room.editor.page.laid(2)
    assert laid
    assert laid.picture
    assert (laid.picture.width, laid.picture.height) == (80, 60)
    assert laid.height > 60
    room.editor.grab()
    room.editor.undo()
    assert room.editor.text() == "Before."


def test_pictures_that_are_dropped_or_pasted_are_taken_one_by_one(
    room: Room, tmp_path: Path
) -> None:
    room.open_memo()
    room.editor.replace_text("")
    files = QMimeData()
    paths = [make_file(tmp_path / "a.png"), make_file(tmp_path / "b.bmp", 30, 20)]
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    room.editor.insertFromMimeData(files)
    describe(room, "first")
    describe(room, "")
    copied = QMimeData()
    copied.setImageData(QImage(str(make_file(tmp_path / "c.png", 9, 9))))
    room.editor.insertFromMimeData(copied)
    describe(room, "copied")
    assert room.editor.text().split("\n\n") == [
        "![first](picture:a)",
        "![](picture:b)",
        "![copied](picture:picture)",
    ]
    assert room.desk.pictures.find(("b",))[0].media_type == "image/png"


def test_drawing_becomes_a_picture_that_word_takes(tmp_path: Path) -> None:
    path = tmp_path / "plan.svg"
    path.write_text(SVG, encoding="utf-8")
    read = read_picture(path)
    assert (read.name, read.media_type, read.size) == ("plan.png", "image/png", (2000, 1000))


def test_file_that_is_no_picture_is_told(tmp_path: Path) -> None:
    path = tmp_path / "words.png"
    path.write_text("words", encoding="utf-8")
    with pytest.raises(InputError, match="no picture"):
        read_picture(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_picture(tmp_path / "missing.png")
