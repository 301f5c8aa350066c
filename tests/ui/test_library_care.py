"""A copy of the library, and a check with its repair."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing.model.finding import Finding
from briefing.ui.dialogs.findings_dialog import FindingsDialog
from briefing.ui.wiring import Front
from tests.ui.conftest import StandInDesk

FINDING = Finding("index", "Search index", "3 articles cannot be found.", "Repair builds it anew.")


class Keeper(SimpleNamespace):
    """A safekeeping that tells what it was asked for."""


@pytest.fixture
def keeper(desk: StandInDesk, monkeypatch: pytest.MonkeyPatch) -> Keeper:
    keeper = Keeper(copies=[], findings=(), left=())
    keeper.backup = keeper.copies.append
    keeper.integrity = lambda: keeper.findings
    keeper.repair = lambda: keeper.left
    monkeypatch.setattr(type(desk), "safekeeping", property(lambda _self: keeper))
    return keeper


def last_said(front: Front) -> str:
    return front.window.toasts.toasts[-1].message.text


def test_a_copy_is_saved(
    front: Front, keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Copy.briefing"
    assert front.shell.session is not None
    files = front.shell.session.context.files
    monkeypatch.setattr(files, "save_file", lambda _title, _name, _filters: target)
    front.actions.trigger("file.backup")
    front.tasks.wait_all()
    assert keeper.copies == [target]
    assert last_said(front) == "A copy was saved as Copy.briefing."


def test_a_sound_library_is_said_to_be_sound(front: Front, keeper: Keeper) -> None:
    del keeper
    front.actions.trigger("file.check")
    front.tasks.wait_all()
    assert last_said(front) == "The library is sound."


def test_findings_are_shown_and_repaired(front: Front, keeper: Keeper, qtbot: QtBot) -> None:
    keeper.findings = (FINDING,)
    front.actions.trigger("file.check")
    front.tasks.wait_all()
    dialog = front.window.findChild(FindingsDialog)
    assert isinstance(dialog, FindingsDialog)
    qtbot.waitExposed(dialog)
    (repair,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Repair"]
    repair.click()
    front.tasks.wait_all()
    assert last_said(front) == "The library was repaired."


def test_what_cannot_be_repaired_is_said(front: Front, keeper: Keeper) -> None:
    keeper.findings = keeper.left = (FINDING,)
    front.actions.trigger("file.check")
    front.tasks.wait_all()
    dialog = front.window.findChild(FindingsDialog)
    assert isinstance(dialog, FindingsDialog)
    dialog.repair_requested.emit()
    front.tasks.wait_all()
    assert FINDING.reason in last_said(front)
    dialog.reject()
