"""One field of the memo's card: its value as text; a press, Enter or F2 makes it an editor."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing.model.template import TemplateField
from briefing.ui.memo.field_editor import FieldEditor
from briefing.ui.memo.field_values import shown_value
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import set_state


class ValueLabel(QLabel):
    """The value, which the keyboard reaches."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setProperty("role", "plain")
        self.setProperty("state", "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
        if event.key() in keys or (event.text().isprintable() and event.text()):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._underline(is_on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._underline(is_on=False)

    def _underline(self, *, is_on: bool) -> None:
        font = self.font()
        font.setUnderline(is_on)
        self.setFont(font)


class FieldCell(QWidget):
    """Shows a value and lets it be changed in place."""

    entered = Signal(str, str)  # name, value

    def __init__(
        self,
        theme: Theme,
        field: TemplateField,
        value: str,
        markings: Sequence[str],
        parent: QWidget | None = None,
        *,
        persons: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = field
        self._value = value
        self._markings = markings
        self.persons = persons  # of earlier memos
        self._editor: FieldEditor | None = None
        self._label = ValueLabel()
        self._label.pressed.connect(self.edit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self.setFocusProxy(self._label)
        self._show()

    @property
    def value(self) -> str:
        """Return the value as it is kept."""
        return self._value

    @property
    def editor(self) -> FieldEditor | None:
        """Return the editor while the field is being changed."""
        return self._editor

    def set_value(self, value: str) -> None:
        """Show another value, unless it is being changed."""
        if value != self._value and self._editor is None:
            self._value = value
            self._show()

    def edit(self) -> None:
        """Make the value an editor."""
        if self._editor is None:
            editor = FieldEditor(
                self._theme, self.field, self._value, self._markings, persons=self.persons
            )
            editor.entered.connect(self._on_editor_entered)
            editor.left.connect(self._on_editor_left)
            self._editor = editor
            self._label.hide()
            self._column.addWidget(editor)
            editor.show()
        self._editor.take_focus()

    def _show(self) -> None:
        words = shown_value(self.field, self._value)
        is_missing = not words and self.field.required
        self._label.setText(words or "Add…")
        self._label.setProperty("role", "plain" if words else "muted")
        if is_missing:
            self._label.setProperty("role", "warn")
            self._label.setText("Add, it is required…")
        set_state(self._label, "bad" if is_missing else "muted" if not words else "")
        self._label.setAccessibleName(f"{self.field.label}: {words or 'empty'}")

    def _on_editor_entered(self, value: str) -> None:
        self._value = value
        self.entered.emit(self.field.name, value)

    def _on_editor_left(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        had_focus = editor.isAncestorOf(self.window().focusWidget() or self)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._label.show()
        self._show()
        if had_focus:
            self._label.setFocus(Qt.FocusReason.OtherFocusReason)
