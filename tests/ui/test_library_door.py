"""Libraries are opened, made and built off the window's thread, and remembered."""

from pathlib import Path

import pytest

from briefing.settings import Settings
from briefing.ui.wiring import Front


def opened_name(front: Front) -> str:
    assert front.shell.session is not None
    return front.shell.session.context.desk.library.path.name


def test_opening_is_remembered(front: Front, tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "A.briefing"
    path.touch()
    front.door.open_path(path)
    front.tasks.wait_all()
    assert opened_name(front) == "A.briefing"
    assert settings.recent_libraries == (path,)
    assert settings.last_library == path


def test_the_open_library_is_not_opened_twice(front: Front, tmp_path: Path) -> None:
    path = tmp_path / "A.briefing"
    front.door.open_path(path)
    front.tasks.wait_all()
    session = front.shell.session
    front.door.open_path(path)
    front.tasks.wait_all()
    assert front.shell.session is session


def test_the_sample_is_built_once(front: Front, tmp_path: Path) -> None:
    front.actions.trigger("file.sample")
    front.tasks.wait_all()
    assert opened_name(front) == "Sample.briefing"
    front.actions.trigger("file.close")
    (tmp_path / "Sample.briefing").write_text("mine")
    front.actions.trigger("file.sample")
    front.tasks.wait_all()
    assert (tmp_path / "Sample.briefing").read_text() == "mine"


@pytest.mark.parametrize("action", ["file.new", "file.open"])
def test_thinking_better_of_it_changes_nothing(
    front: Front, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front.door._files, "open_file", lambda *_: None)
    monkeypatch.setattr(front.door._files, "save_file", lambda *_: None)
    front.actions.trigger(action)
    assert not front.tasks.is_busy
    assert front.shell.session is None


def test_a_new_library_stands_where_it_was_asked_for(
    front: Front, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Mine.briefing"
    monkeypatch.setattr(front.door._files, "save_file", lambda *_: target)
    front.actions.trigger("file.new")
    assert not front.shell.start_page.cards[0].isEnabled()
    front.tasks.wait_all()
    assert opened_name(front) == "Mine.briefing"
