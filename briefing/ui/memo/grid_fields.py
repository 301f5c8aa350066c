"""The fields under a grid: the title of the current column, the note or words of its cell."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from briefing.model.grid import GridCell
from briefing.text.grid_text import keys_in
from briefing.ui.memo.grid_draft import GridDraft
from briefing.ui.memo.grid_view import GridView
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_label


class GridFields(QWidget):
    """Two lines that belong to the cell at hand; Enter and Esc go back to the grid."""

    def __init__(self, theme: Theme, draft: GridDraft, view: GridView) -> None:
        super().__init__()
        self._draft = draft
        self._view = view
        self._place = (0, -1)
        self.title = QLineEdit()
        self.note = QLineEdit()
        self._title_label = make_label(draft.grid.kind.one, "muted")
        self._note_label = make_label("Note", "muted")
        self._title_label.setBuddy(self.title)
        self._note_label.setBuddy(self.note)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(theme.px(6))
        form.addRow(self._title_label, self.title)
        form.addRow(self._note_label, self.note)
        for line in (self.title, self.note):
            line.editingFinished.connect(self.take)
        view.place_changed.connect(self.show_place)
        view.note_requested.connect(self.edit_note)
        view.title_requested.connect(self.edit_title)
        draft.changed.connect(self.show_place)

    def show_place(self) -> None:
        """Show the current cell's title and note."""
        self.take()
        grid, row, column = self._draft.grid, self._view.row, self._view.column
        self._place = (row, column)
        is_row = row < len(grid.rows)
        has_title = 0 <= column < len(grid.columns)
        self.title.setText(grid.columns[column] if has_title else grid.corner)
        self._title_label.setText(grid.kind.one if has_title else "First column")
        self._note_label.setText("Note" if has_title else "Evidence")
        self.note.setEnabled(is_row)
        words = ""
        if is_row:
            words = grid.rows[row].cells[column].note if has_title else grid.rows[row].words
        self.note.setText(words)
        for line in (self.title, self.note):
            line.setModified(False)
        self.title.setAccessibleName(self._title_label.text())
        self.note.setAccessibleName(self._note_label.text())

    def edit_note(self) -> None:
        """Write the note of the current cell, or the words of its row."""
        if self.note.isEnabled():
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_words(self) -> None:
        """Write the words of the current row in the place of those there are."""
        self.edit_note()
        self.note.selectAll()

    def edit_title(self) -> None:
        """Write the title of the current column."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def take(self) -> None:
        """Put what was typed into the grid."""
        row, column = self._place
        if self.title.isModified():
            self.title.setModified(False)
            self._take_title(column, " ".join(self.title.text().split()))
        if self.note.isModified():
            self.note.setModified(False)
            self._take_note(row, column, " ".join(self.note.text().split()))

    def _take_title(self, column: int, words: str) -> None:
        grid = self._draft.grid
        if words and column < 0:
            self._draft.put(replace(grid, corner=words))
        elif words and column < len(grid.columns):
            self._draft.put(grid.with_title(column, words))

    def _take_note(self, row: int, column: int, words: str) -> None:
        grid = self._draft.grid
        if row >= len(grid.rows) or column >= len(grid.columns):
            return
        if column >= 0:
            mark = grid.rows[row].cells[column].mark
            self._draft.put(grid.with_cell(row, column, GridCell(mark, words)))
        elif words:
            changed = replace(grid.rows[row], words=words, keys=keys_in(words))
            self._draft.put(grid.without_row(row).with_row(changed, row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end a field; Up and Down do so too."""
        ends = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if event.key() in (*ends, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
