"""Our own bugs are logged, shown once, and the text is saved first."""

import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.ui.faults import FaultDesk
from briefing.ui.messages import Message, MessageKind, Messages


class Witness:
    def __init__(self, log: Path) -> None:
        self.messages = Messages()
        self.faults = FaultDesk(log, self.messages)
        self.story: list[str] = []
        self.faults.save_requested.connect(lambda: self.story.append("saved"))
        self.messages.posted.connect(self._on_posted)

    def _on_posted(self, message: Message) -> None:
        assert message.kind is MessageKind.ERROR
        self.story.append(message.text)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "state" / "briefing.log"


@pytest.fixture
def witness(qtbot: QtBot, log: Path) -> Witness:
    del qtbot
    return Witness(log)


def bug(number: int = 1) -> ZeroDivisionError:
    try:
        _ = number / 0
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_a_bug_is_saved_first_then_logged_and_shown(witness: Witness, log: Path) -> None:
    witness.faults.take(bug())
    assert witness.story[0] == "saved"
    assert str(log) in witness.story[1]
    assert "ZeroDivisionError" in log.read_text()
    assert "test_faults.py" in log.read_text()


def test_the_same_bug_is_shown_once_and_logged_each_time(witness: Witness, log: Path) -> None:
    for _ in range(3):
        witness.faults.take(bug())
    assert len(witness.story) == 2
    assert log.read_text().count("Traceback") == 3


def test_a_fault_of_the_world_is_its_sentence(witness: Witness, log: Path) -> None:
    witness.faults.take(LibraryError("The disk is full; make room and try again."))
    assert witness.story == ["The disk is full; make room and try again."]
    assert not log.exists()


def test_a_save_that_fails_does_not_go_round(witness: Witness) -> None:
    witness.faults.save_requested.connect(lambda: witness.faults.take(bug(2)))
    witness.faults.take(ValueError("first"))
    assert witness.story.count("saved") == 1


def test_a_large_log_begins_anew_and_one_older_is_kept(witness: Witness, log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * 1_000_001)
    witness.faults.take(bug())
    assert log.stat().st_size < 10_000
    assert log.with_suffix(".old.log").stat().st_size > 1_000_000


def test_a_log_that_cannot_be_written_goes_to_standard_error(
    witness: Witness, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log.parent.write_text("a file where the folder should be")
    witness.faults.take(bug())
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_hooks_catch_slots_and_threads(
    witness: Witness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    witness.faults.install()
    error = bug()
    sys.excepthook(type(error), error, error.__traceback__)
    threading.excepthook(threading.ExceptHookArgs((KeyError, KeyError("k"), None, None)))
    qtbot.waitUntil(lambda: witness.story.count("saved") == 2)
