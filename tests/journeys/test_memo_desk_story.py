"""An analyst works on several memos at once: tabs, two views, finding, versions, a restart."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QListWidget

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.find_all_pane import FindAllPane
from briefing.ui.memo.memo_room import BESIDE, EVIDENCE, OUTLINE, MemoRoom
from briefing.ui.memo.memo_tab_bar import MemoTabBar
from briefing.ui.memo.new_memo_dialog import NewMemoDialog
from briefing.ui.memo.version_changes import VersionChanges
from briefing.ui.memo.version_words_dialog import VersionWordsDialog
from briefing.ui.memo.versions_dialog import VersionsDialog
from tests.journeys.story import Start, Story


def editor_of(story: Story) -> MemoEditor:
    return story.find(MemoRoom).editor


def begin_memo(story: Story, template: str) -> None:
    story.do("memo.new")
    dialog = story.find(NewMemoDialog)
    card = next(card for card in dialog.cards if card.template.name == template)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Return)
    story.come_back()


def open_first_memo(story: Story) -> None:
    story.do("view.memos")
    story.press("Return")
    assert editor_of(story).text()


def test_two_memos_side_by_side_with_their_own_undo_and_back_after_a_restart(
    start: Start, library: Path
) -> None:
    with start(library) as story:
        open_first_memo(story)
        first = editor_of(story).text()
        begin_memo(story, "talking-points")
        story.write("Say this first. ")
        bar = story.find(MemoTabBar)
        assert bar.count() == 2
        story.press("Ctrl+Tab")
        assert editor_of(story).text() == first
        story.press("Ctrl+Alt+B")
        room = story.find(MemoRoom)
        assert room.is_shown(BESIDE)
        story.press("Ctrl+PgDown")
        assert room.beside.editor.text() == first
        assert "Say this first. " in editor_of(story).text()
        story.press("Ctrl+Z")
        assert "Say this first. " not in editor_of(story).text()
        story.press("F6")
        assert editor_of(story).text() == first
        assert "Say this first. " not in room.beside.editor.text()
    with start(library) as story:
        story.settle()
        assert story.find(MemoTabBar).count() == 2
        assert editor_of(story).text() == first
        story.press("Ctrl+W")
        story.press("Ctrl+W")
        assert story.find(MemoTabBar).count() == 0


def test_words_are_found_in_all_memos_and_the_text_is_focused_on(
    start: Start, library: Path
) -> None:
    with start(library) as story:
        open_first_memo(story)
        begin_memo(story, "talking-points")
        story.write("The quokka comes first. ")
        story.press("Ctrl+Shift+M")
        story.press("Ctrl+Shift+F")
        story.write("quokka comes")
        story.settle()
        found = story.find(FindAllPane).findChild(QListView)
        assert isinstance(found, QListView)
        assert found.model().rowCount() == 2
        story.press("Return")
        editor = editor_of(story)
        start_at, end = editor.selected_span()
        assert editor.text()[start_at:end] == "quokka comes"
        editor.setFocus()
        story.press("Shift+F11")
        room = story.find(MemoRoom)
        assert not room.is_shown(OUTLINE)
        assert not room.is_shown(EVIDENCE)
        story.press("Esc")
        assert room.is_shown(EVIDENCE)


def test_memo_is_sent_changed_compared_and_told_of(start: Start, library: Path) -> None:
    with start(library) as story:
        open_first_memo(story)
        story.do("memo.mark_sent")
        asked = story.find(VersionWordsDialog)
        asked.line.setText("The Minister")
        QTest.keyClick(asked.line, Qt.Key.Key_Return)
        story.come_back()
        editor = editor_of(story)
        before = editor.text()
        place = before.index("Mexico transferred")
        editor.select_span(place, place + len("Mexico"))
        story.write("The government")
        story.do("memo.history")
        dialog = story.find(VersionsDialog)
        shown = dialog.findChild(VersionChanges)
        versions = dialog.findChild(QListWidget)
        assert isinstance(shown, VersionChanges)
        assert isinstance(versions, QListWidget)
        assert "Sent to The Minister" in versions.item(0).text()
        assert "MexicoThe government transferred" in shown.toPlainText()
        shown.anchorClicked.emit(QUrl("change:0"))
        story.settle()
        assert editor.text() == before
        dialog.reject()
        story.come_back()
        editor.setFocus()
        story.press("Ctrl+Z")
        assert "The government transferred" in editor.text()
        story.do("memo.since_sent")
        told = "sent to The Minister on "
        assert told in editor.text()
        assert "now reads “The government transferred" in editor.text()
        memo = story.desk.drafting.memos()[0]
        story.settle()
        story.do("memo.list")
        assert told in story.desk.drafting.memo(memo.uid).body
