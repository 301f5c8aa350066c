"""The export dialog over the sample memo: chosen, written, remembered, released."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit

from briefing.model.export_options import CommentsKept
from briefing.ui.memo.choice_box import ChoiceBox
from briefing.ui.memo.export_dialog import ExportDialog
from briefing.ui.memo.release_box import ReleaseBox
from briefing.ui.widgets.buttons import TextButton
from tests.ui.memo.conftest import Room


@pytest.fixture
def folder(room: Room, tmp_path: Path) -> Path:
    """An open memo, and an empty folder to write to."""
    folder = tmp_path / "out"
    folder.mkdir()
    room.context.settings.default_folder = folder
    room.open_memo()
    return folder


def opened(room: Room, action: str = "memo.export") -> ExportDialog:
    room.context.actions.trigger(action)
    room.quick()
    room.quick()
    found = room.workspace.widget.window().findChildren(ExportDialog)[-1]
    assert isinstance(found, ExportDialog)
    return found


def field(dialog: ExportDialog, name: str) -> QComboBox:
    return next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)


def line(dialog: ExportDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def button(dialog: ExportDialog, *texts: str) -> TextButton:
    return next(one for one in dialog.findChildren(TextButton) if one.text() in texts)


def warned(dialog: ExportDialog) -> str:
    return dialog._problem.text()  # pyright: ignore[reportPrivateUsage]


def test_enter_exports_and_the_next_time_begins_there(room: Room, folder: Path) -> None:
    dialog = opened(room)
    field(dialog, "Kind of file").setCurrentIndex(field(dialog, "Kind of file").findData(".pdf"))
    line(dialog, "Name").setText("for the minister")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    room.settle()
    assert (folder / "for the minister.pdf").read_bytes().startswith(b"%PDF")
    again = opened(room)
    assert again.target == folder / "for the minister.pdf"
    assert not warned(again)
    again.reject()


def test_what_an_export_would_replace_is_said(room: Room, folder: Path) -> None:
    (folder / "other.docx").write_bytes(b"old")
    dialog = opened(room)
    line(dialog, "Name").setText("other")
    assert warned(dialog) == "other.docx is there already; exporting replaces it."
    line(dialog, "Name").setText("a/b")
    assert "none of the signs" in warned(dialog)
    assert not button(dialog, "Export").isEnabled()
    line(dialog, "Name").setText("")
    assert warned(dialog) == "Give the file a name."
    dialog.reject()


def test_what_only_word_can_hold_is_asked_of_word_only(room: Room, folder: Path) -> None:
    del folder
    dialog = opened(room)
    comments = field(dialog, "Comments")
    comments.setCurrentIndex(comments.findData(CommentsKept.FINDINGS))
    assert comments.isVisible()
    assert dialog.options.comments is CommentsKept.FINDINGS
    dialog.set_kind(".html")
    assert not comments.isVisible()
    assert dialog.options.comments is CommentsKept.NONE
    dialog.reject()


def test_style_file_is_asked_for(room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    style = folder / "house.dotx"
    style.write_bytes(b"")
    dialog = opened(room)
    box = field(dialog, "House style")
    assert isinstance(box, ChoiceBox)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    box.activated.emit(box.count() - 1)
    assert dialog.options.style is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(style), ""))
    box.activated.emit(box.count() - 1)
    assert dialog.options.style == style
    assert box.currentText() == "house.dotx"
    dialog.reject()


def test_release_asks_a_reason_for_each_open_check(room: Room, folder: Path) -> None:
    dialog = opened(room, "memo.release")
    room.settle()
    box = dialog.findChild(ReleaseBox)
    assert isinstance(box, ReleaseBox)
    assert box.isVisible()
    assert not button(dialog, "Release").isEnabled()
    reasons = [one for one in box.findChildren(QLineEdit) if one is not box.recipients]
    assert reasons
    for reason in reasons:
        reason.setText("cleared by the desk")
    box.recipients.setText("The Minister")
    assert button(dialog, "Release").isEnabled()
    button(dialog, "Release").click()
    room.settle()
    (release,) = room.desk.releasing.releases(room.memo.uid)
    assert (folder / release.file_name).is_file()
    assert release.recipients == "The Minister"
    assert {one.reason for one in release.waivers} == {"cleared by the desk"}
    assert any(said.text.startswith("Released ") for said in room.said)
    again = opened(room)
    final = next(one for one in again.findChildren(QCheckBox) if "final" in one.text())
    assert not final.isChecked()
    again.reject()


def test_final_memo_has_neither_comments_nor_tracked_changes(room: Room, folder: Path) -> None:
    del folder
    dialog = opened(room)
    comments = field(dialog, "Comments")
    comments.setCurrentIndex(comments.findData(CommentsKept.FINDINGS))
    dialog.set_final()
    room.settle()
    assert not comments.isEnabled()
    assert dialog.options.comments is CommentsKept.NONE
    dialog.reject()


def test_open_check_leads_to_its_place(room: Room, folder: Path) -> None:
    del folder
    room.editor.insert_paragraph("Something nobody knows [@nobody2020].")
    room.settle()
    dialog = opened(room, "memo.release")
    room.settle()
    button(dialog, "1 citation of nothing here").click()
    room.quick()
    start, end = room.editor.selected_span()
    assert "nobody2020" in room.editor.text()[start:end]
