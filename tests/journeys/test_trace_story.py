"""An analyst rewrites a long memo by hand; every sentence still opens at its source."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.services.desk import open_desk
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.sentence_marks import SentenceMarks, SentenceState
from tests.journeys.story import Start, Story
from tests.services.drafted_text import DraftedText, opening_text
from tests.services.test_trace_endurance import EDITS, LINKED, begun, capture_quotes, look_up


class EditorSurface:
    """The real editor: keys, the clipboard, its own undo."""

    def __init__(self, editor: MemoEditor) -> None:
        self._editor = editor

    def text(self) -> str:
        """Return the text."""
        return self._editor.text()

    def type_at(self, at: int, words: str) -> None:
        """Press the keys of some words."""
        self._editor.set_position(at)
        QTest.keyClicks(self._editor, words)

    def paste_at(self, at: int, words: str) -> None:
        """Paste from the clipboard."""
        QApplication.clipboard().setText(words)
        self._editor.set_position(at)
        QTest.keyClick(self._editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def cut(self, start: int, end: int) -> None:
        """Cut to the clipboard."""
        self._editor.select_span(start, end)
        QTest.keyClick(self._editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)

    def undo(self) -> None:
        """Take the last step back."""
        QTest.keyClick(self._editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def go_to_memo(story: Story) -> MemoEditor:
    return story.open_memo(story.desk.drafting.memo_by_slug("endurance").uid)


def marks_of(editor: MemoEditor) -> SentenceMarks:
    found = editor.findChild(SentenceMarks)
    assert isinstance(found, SentenceMarks)
    return found


def test_sentences_open_at_their_sources_after_two_hundred_edits(
    start: Start, library: Path
) -> None:
    with open_desk(library) as desk:
        quotes = capture_quotes(desk, LINKED)
        written = begun(list(quotes))
        memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Endurance"})
        desk.drafting.save(memo.uid, memo.fields, opening_text(written))

    with start(library) as story:
        editor = go_to_memo(story)
        draft = DraftedText(EditorSurface(editor), written, seed=7)
        for _ in range(EDITS):
            draft.edit()
        typed = editor.text()
        story.bot.wait(1_500)
        story.settle()

    with start(library) as story:
        editor = go_to_memo(story)
        assert editor.text() == typed
        shown = look_up(story.desk, memo.uid, draft.sentences, quotes)
        story.bot.wait(900)
        story.settle()
        marks = marks_of(editor).shown()
        assert [one.state is SentenceState.UNSOURCED for one in marks] == [
            not one.key for one in shown
        ]
        number = next(n for n, one in enumerate(shown) if one.key)
        editor.set_position(editor.table.point_at(marks[number].start) + 3)
        story.do("memo.follow")
        assert story.room == "library"
