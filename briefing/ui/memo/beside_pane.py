"""A second view beside the text: another place of the memo, or another memo, to read and copy."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing.model.ids import Uid
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import IconButton, TextButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.labels import make_frame

_WRITING = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab}
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BesidePane(QFrame):
    """An editor that cannot be typed into; Enter or the button wishes to write at its place."""

    memo_requested = Signal(str)  # uid
    write_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self._theme = theme
        self.editor = MemoEditor(theme)
        self.editor.setObjectName("beside_editor")
        self.editor.setAccessibleName("Second view")
        self.editor.setReadOnly(True)
        self.editor.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.editor.key_pressed.connect(self._on_editor_key_pressed)
        self._menu = QMenu(self)
        self._name = ElidedLabel("", "title")
        self._choose_button = IconButton(theme, "chevron-down", "Show another open memo here")
        self._choose_button.setMenu(self._menu)
        self._choose_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()

    def set_memos(self, memos: Sequence[tuple[Uid, str]], current: Uid) -> None:
        """Name the memo that is shown, and offer the open ones."""
        self._menu.clear()
        for uid, title in memos:
            action = self._menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(uid == current)
            action.triggered.connect(partial(self._choose, uid))
        title = next((title for uid, title in memos if uid == current), "")
        self._name.setText(title)

    def _lay_out(self) -> None:
        write = TextButton(self._theme, "Write here", "status", "pencil")
        write.setToolTip("Write here, and read there what you write now (F6)")
        write.clicked.connect(self.write_requested)
        close = IconButton(self._theme, "x", "Close the second view")
        close.clicked.connect(self.close_requested)
        strip = make_frame("panel")
        row = QHBoxLayout(strip)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._name, 1)
        row.addWidget(self._choose_button)
        row.addWidget(write)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(make_frame("line"))
        column.addWidget(self.editor, 1)

    def _choose(self, uid: Uid, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.memo_requested.emit(uid)

    def _on_editor_key_pressed(self, event: QKeyEvent) -> None:
        """Let no key write; Enter wishes to."""
        is_letter = bool(event.text()) and not event.modifiers() & _COMMAND
        if event.key() in _WRITING or is_letter:
            event.accept()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.write_requested.emit()
