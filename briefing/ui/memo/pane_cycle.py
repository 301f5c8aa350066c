"""One key leads from the text to the panes beside it and back, another straight back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from briefing.ui.memo.memo_room import EVIDENCE, OUTLINE, PAGES, MemoRoom

_ORDER = (EVIDENCE, OUTLINE, PAGES)  # from the text, what is written with first


class PaneCycle(QObject):
    """Gives the keyboard to the next pane that is seen; Esc in a pane gives it to the text."""

    def __init__(self, room: MemoRoom) -> None:
        super().__init__(room)
        self._room = room
        self._panes: dict[str, QWidget] = {
            EVIDENCE: room.evidence,
            OUTLINE: room.outline,
            PAGES: room.pages,
        }
        for pane in self._panes.values():
            pane.installEventFilter(self)

    def go_on(self) -> None:
        """Go to the first pane, from a pane to the next, and from the last to the text."""
        seen = [name for name in _ORDER if self._room.is_shown(name)]
        focused: QWidget | None = self._room.window().focusWidget()
        here = next((name for name in seen if _is_in(self._panes[name], focused)), "")
        later = seen[seen.index(here) + 1 :] if here else seen
        if later and (here or self._room.editor.hasFocus()):
            self._enter(later[0])
        else:
            self._room.editor.setFocus()

    def _enter(self, name: str) -> None:
        if name == EVIDENCE:
            self._room.evidence.take_focus()
        elif name == OUTLINE:
            self._room.outline.take_focus()
        else:
            self._room.pages.canvas.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys that nothing within a pane took."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and not self._takes_escape(watched)
        ):
            self._room.editor.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _takes_escape(self, pane: QObject) -> bool:
        return pane is self._room.evidence and bool(self._room.evidence.line)


def _is_in(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and pane.isAncestorOf(focused)
