"""A small field for words in a card: other words for a change, an answer, a task."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.flow_layout import FlowLayout

_LINES = 4
_ABOVE, _BETWEEN = 4, 6  # px
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN = _ENTER | {Qt.Key.Key_Escape}


class _Field(QPlainTextEdit):
    """Enter keeps the words, Shift+Enter begins a line, Escape leaves."""

    kept = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() in _OWN
        ):
            event.accept()  # Ctrl+Enter would apply the whole review
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not is_shift:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WordsBox(QFrame):
    """Asks for words; tells what was written."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = _Field()
        self._field.setTabChangesFocus(True)
        self._field.kept.connect(self._on_kept)
        self._field.left.connect(self.left)
        self._keep = TextButton(theme, "Keep", "accent")
        self._keep.clicked.connect(self._on_kept)
        leave = TextButton(theme, "Leave")
        leave.clicked.connect(self.left)
        self._keep.setToolTip("Return; Shift+Return begins a line")
        leave.setToolTip("Esc")
        row = QWidget()
        self._buttons = FlowLayout(row, gap=6)
        self._buttons.addWidget(self._keep)
        self._buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addWidget(self._field)
        column.addWidget(row)

    def ask(self, name: str, words: str, keep: str) -> None:
        """Ask for words, with some to begin from; `keep` is what the button says."""
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(name)
        self._field.setPlainText(words)
        self._field.selectAll()
        self._field.setFixedHeight(self._field.fontMetrics().lineSpacing() * _LINES + 12)
        self._keep.setText(keep)
        self._keep.setAccessibleName(keep)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_at(self, width: int) -> int:
        """Return the height that field and buttons take at a width."""
        return self._field.height() + self._buttons.heightForWidth(width) + _ABOVE + _BETWEEN

    @property
    def words(self) -> str:
        """Return what is written."""
        return self._field.toPlainText()

    def _on_kept(self) -> None:
        self.kept.emit(self.words)
