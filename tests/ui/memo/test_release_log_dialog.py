"""The release log of the open memo: shown, a file told, a release written again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget

from briefing.model.export_options import ExportOptions, Waiver
from briefing.ui.memo.release_log_dialog import ReleaseLogDialog
from briefing.ui.widgets.buttons import TextButton
from tests.ui.memo.conftest import Room


def opened(room: Room) -> ReleaseLogDialog:
    room.context.actions.trigger("memo.releases")
    room.quick()
    found = room.workspace.widget.window().findChildren(ReleaseLogDialog)[-1]
    assert isinstance(found, ReleaseLogDialog)
    return found


def words(dialog: ReleaseLogDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def press(room: Room, dialog: ReleaseLogDialog, text: str) -> None:
    next(one for one in dialog.findChildren(TextButton) if one.text() == text).click()
    room.quick()


def release(room: Room, target: Path) -> None:
    checks = room.desk.releasing.open_checks(room.memo.uid)
    waivers = tuple(Waiver(check.rule, "as agreed") for check in checks)
    options = ExportOptions(is_final=True, recipients="The Minister", waivers=waivers)
    room.desk.releasing.export(room.memo.uid, target, options)


def test_empty_log_says_what_it_is_for(room: Room) -> None:
    room.open_memo()
    dialog = opened(room)
    assert "Nothing was released yet." in words(dialog)
    dialog.reject()


def test_release_is_shown_found_and_written_again(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.open_memo()
    release(room, tmp_path / "memo.md")
    dialog = opened(room)
    shown = dialog.findChild(QListWidget)
    assert isinstance(shown, QListWidget)
    entry = shown.item(0).text()
    assert "Version 1 to The Minister" in entry
    assert "memo.md · SHA-256" in entry
    assert ": as agreed" in entry
    press(room, dialog, "Can it be written again?")
    assert "byte for byte" in words(dialog)
    path = str(tmp_path / "memo.md")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    press(room, dialog, "Which is this file?…")
    assert "is the release of version 1, unchanged" in words(dialog)
    (tmp_path / "memo.md").write_text("Changed.", encoding="utf-8")
    press(room, dialog, "Which is this file?…")
    assert "none of these releases" in words(dialog)
    dialog.reject()
