"""What can be done about a misspelt word: another spelling, a word of one's own, leave it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


class SpellingMenu(QObject):
    """Puts its rows at the top of a menu; the spellings come when they are found."""

    replaced = Signal(str)
    learnt = Signal()
    ignored = Signal()

    def __init__(self, menu: QMenu, word: str) -> None:
        super().__init__(menu)
        self._menu = menu
        rest = menu.actions()
        self._before: QAction | None = rest[0] if rest else None
        self._waiting = self._add("Looking for spellings…")
        self._waiting.setEnabled(False)
        if self._before is None:
            menu.addSeparator()
        else:
            menu.insertSeparator(self._before)
        shown = word.replace("&", "&&")
        self._add(f"Add “{shown}” to this library's words").triggered.connect(self._on_learnt)
        self._add("Ignore in this memo").triggered.connect(self._on_ignored)
        if self._before is not None:
            menu.insertSeparator(self._before)

    def show_spellings(self, spellings: Sequence[str]) -> None:
        """Offer what may have been meant, the likeliest under the keyboard."""
        if not spellings:
            self._waiting.setText("No other spelling is known")
            return
        made: list[QAction] = []
        for spelling in spellings:
            action = QAction(spelling.replace("&", "&&"), self._menu)
            action.triggered.connect(partial(self._replace, spelling))
            self._menu.insertAction(self._waiting, action)
            made.append(action)
        self._menu.removeAction(self._waiting)
        self._menu.setActiveAction(made[0])

    def _add(self, text: str) -> QAction:
        action = QAction(text, self._menu)
        if self._before is None:
            self._menu.addAction(action)
        else:
            self._menu.insertAction(self._before, action)
        return action

    def _replace(self, spelling: str, *_checked: bool) -> None:
        self.replaced.emit(spelling)

    def _on_learnt(self) -> None:
        self.learnt.emit()

    def _on_ignored(self) -> None:
        self.ignored.emit()
