"""Focus on the text: its key and Esc, and the switch that shows whether it is on."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from briefing.ui.actions import ActionSet
from briefing.ui.memo.memo_room import MemoRoom

_SETTLED = 150  # ms until the panes have their places and the lines are broken anew


class FocusFlow(QObject):
    """Puts the panes away and brings them back."""

    def __init__(self, actions: ActionSet, room: MemoRoom) -> None:
        super().__init__(room)
        self._actions = actions
        self._room = room
        self._look = QTimer(self, singleShot=True, interval=_SETTLED)
        self._look.timeout.connect(room.editor.ensureCursorVisible)
        room.editor.verticalScrollBar().rangeChanged.connect(self._on_lines_broken)
        actions.handle("memo.focus", self.toggle)
        room.panes_changed.connect(self._on_panes_changed)
        room.editor.key_pressed.connect(self._on_editor_key_pressed)

    def toggle(self) -> None:
        """Focus on the text, or show the panes again."""
        self._room.set_focused(is_on=not self._room.is_focused)
        self._room.editor.setFocus()
        self._look.start()

    def _on_lines_broken(self) -> None:
        """Look a pause after the last line has its height, not after the first."""
        if self._look.isActive():
            self._look.start()

    def _on_panes_changed(self) -> None:
        self._actions.set_checked("memo.focus", checked=self._room.is_focused)

    def _on_editor_key_pressed(self, event: QKeyEvent) -> None:
        """Leave with Esc, unless something else takes it first."""
        is_free = not event.isAccepted() and not self._room.find_bar.isVisible()
        if event.key() == Qt.Key.Key_Escape and self._room.is_focused and is_free:
            self.toggle()
            event.accept()
