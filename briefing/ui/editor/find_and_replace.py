"""Finding and replacing in the editor: marks the places, steps through them, replaces them."""

from bisect import bisect_left

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from briefing.ui.editor.find_bar import FindBar
from briefing.ui.editor.find_pattern import FindPattern
from briefing.ui.editor.memo_editor import MemoEditor

_MOST_MARKED = 500


class FindAndReplace(QObject):
    """Joins the bar to one editor."""

    def __init__(self, editor: MemoEditor, bar: FindBar) -> None:
        super().__init__(editor)
        self._editor = editor
        self.bar = bar
        self._spans: tuple[tuple[int, int], ...] = ()
        bar.pattern_changed.connect(self._on_bar_pattern_changed)
        bar.step_requested.connect(self.step)
        bar.replace_requested.connect(self.replace)
        bar.replace_all_requested.connect(self.replace_all)
        bar.closed.connect(self._on_bar_closed)
        editor.edited.connect(self._on_editor_edited)

    def open(self, *, replaces: bool = False) -> None:
        """Show the bar with what is selected."""
        start, end = self._editor.selected_span()
        words = self._editor.text()[start:end]
        self.bar.open_bar("" if "\n" in words else words, replaces=replaces)

    def step(self, direction: int) -> None:
        """Select the next place, or the one before; from the last on to the first."""
        if self.bar.isHidden():
            self.open()
            return
        if not self._spans:
            return
        start, end = self._editor.selected_span()
        starts = [span[0] for span in self._spans]
        if direction > 0:
            index = bisect_left(starts, max(start, end))
        else:
            index = bisect_left(starts, start) - 1
        self._select(index % len(self._spans))

    def replace(self, template: str) -> None:
        """Replace the selected place and go to the next; the first press only selects."""
        if not self._is_sound(template):
            return
        start, end = self._editor.selected_span()
        if (start, end) not in self._spans:
            self.step(1)
            return
        found = self.bar.pattern.replacements(self._editor.text(), template)
        text = next((text for a, b, text in found if (a, b) == (start, end)), None)
        if text is not None:
            self._editor.replace_spans(((start, end, text),))
            self._editor.set_position(start + len(text))
            self.step(1)

    def replace_all(self, template: str) -> None:
        """Replace every place, as one step that can be undone."""
        if not self._is_sound(template):
            return
        changes = self.bar.pattern.replacements(self._editor.text(), template)
        if changes:
            self._editor.replace_spans(changes)
            self.bar.note("1 replaced" if len(changes) == 1 else f"{len(changes)} replaced")

    def _is_sound(self, template: str) -> bool:
        problem = self.bar.pattern.problem_with(template)
        if problem:
            self.bar.complain(problem)
        return not problem

    def _select(self, index: int) -> None:
        start, end = self._spans[index]
        self._editor.select_span(start, end)
        self.bar.set_count(index + 1, len(self._spans))

    def _look(self) -> None:
        self._spans = self.bar.pattern.spans(self._editor.text())
        self._mark()

    def _mark(self) -> None:
        made = QTextCharFormat()
        made.setBackground(self._editor.theme.color("highlight"))
        marks: list[QTextEdit.ExtraSelection] = []
        for start, end in self._spans[:_MOST_MARKED]:
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(self._editor.table.position_at(start))
            cursor.setPosition(self._editor.table.position_at(end), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, made  # type: ignore[attr-defined]
            marks.append(mark)
        self._editor.setExtraSelections(marks)

    def _on_bar_pattern_changed(self, pattern: FindPattern) -> None:
        self._look()
        self.bar.set_count(0, len(self._spans))
        if pattern.problem:
            self.bar.complain(pattern.problem)
        elif self._spans:
            start, _ = self._editor.selected_span()
            index = bisect_left([span[0] for span in self._spans], start)
            self._select(index % len(self._spans))

    def _on_editor_edited(self) -> None:
        if self.bar.isVisible():
            self._look()
            self.bar.set_count(0, len(self._spans))

    def _on_bar_closed(self) -> None:
        self._spans = ()
        self._editor.setExtraSelections([])
        self._editor.setFocus()
