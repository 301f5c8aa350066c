"""The first start, and every start after it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.start.choice_card import ChoiceCard
from tests.journeys.story import Start, Story


def status_texts(story: Story) -> set[str]:
    labels = story.window.status_line.findChildren(QLabel)
    return {label.text() for label in labels if label.isVisible()}


def card(story: Story, title: str) -> ChoiceCard:
    cards = story.front.shell.start_page.cards
    return next(card for card in cards if card.accessibleName() == title)


def test_from_the_first_start_to_the_sample_and_back_where_it_was_left(
    start: Start, home: Path
) -> None:
    with start() as story:
        assert story.front.shell.session is None
        card(story, "Open the sample library").setFocus()
        story.press("Return")
        assert story.window.windowTitle() == "US–Mexico dossier.briefing – Briefing"
        assert "21 articles · 18 facts · 1 memo" in status_texts(story)
        story.do("view.memos")
        story.press("Ctrl++")

    assert (home / "libraries" / "US–Mexico dossier.briefing").is_file()
    with start() as story:  # it opens at once, in the room that was left, at the size chosen
        assert story.room == "memos"
        assert story.front.theme.text_size == 110
        story.do("file.close")
        assert story.front.shell.session is None

    with start() as story:  # closed by choice: the three choices again, and the list below them
        page = story.front.shell.start_page
        assert story.window.pages.currentWidget() is page
        names = {button.text() for button in page.findChildren(QPushButton)}
        assert "US–Mexico dossier" in names


def test_an_empty_library_of_ones_own(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Caribbean desk.briefing"
    with start() as story:
        monkeypatch.setattr(FileChoices, "save_file", lambda *_: target)
        card(story, "Start an empty library").click()
        story.settle()
        assert target.is_file()
        assert "0 articles · 0 facts · 0 memos" in status_texts(story)


def test_a_file_that_is_no_library_is_one_sentence(start: Start, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.briefing"
    wrong.write_text("These are my notes.")
    with start(wrong) as story:
        (toast,) = story.window.toasts.toasts
        assert "notes.briefing" in toast.message.text
        assert story.window.pages.currentWidget() is story.front.shell.start_page
    assert wrong.read_text() == "These are my notes."


def test_the_palette_finds_records_and_commands(start: Start) -> None:
    with start() as story:
        story.do("file.sample")
        story.press("Ctrl+K")
        story.write("59 high")
        entry = story.front.shell.palette.popup.selected_entry()
        assert entry is not None
        assert entry.kind == "fact"
        story.press("Return")
        assert story.room == "library"
        story.press("Ctrl+K")
        story.write(">dark theme")
        story.press("Return")
        assert story.front.theme.scheme == "dark"
