"""The menu of the languages that spelling knows, and the switch that turns it off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

# The dictionaries that ship, with the tag that a memo's field gets.
_LANGUAGES = {
    "en_US": ("English (United States)", "en-US"),
    "en_GB": ("English (United Kingdom)", "en-GB"),
    "es": ("Spanish", "es"),
    "fr": ("French", "fr"),
}


class LanguageMenu(QMenu):
    """One language is chosen, or none."""

    language_chosen = Signal(str)  # a BCP 47 tag
    switched = Signal(bool)
    words_requested = Signal()

    def __init__(
        self, dictionaries: Sequence[str], current: str, parent: QWidget, *, is_on: bool
    ) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        for name in sorted(dictionaries, key=_order):
            label, tag = _LANGUAGES.get(name, (name, name.replace("_", "-")))
            action = self._add(label, tag, is_checked=is_on and name == current)
            group.addAction(action)
        group.addAction(self._add("Do not check spelling", "", is_checked=not is_on))
        self.addSeparator()
        self.addAction("This library's words…", self.words_requested.emit)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, label: str, tag: str, *, is_checked: bool) -> QAction:
        action = self.addAction(label)
        action.setCheckable(True)
        action.setChecked(is_checked)
        action.setData(tag)
        return action

    def _on_triggered(self, action: QAction) -> None:
        data: object = action.data()
        if isinstance(data, str):
            self.switched.emit(bool(data))
            if data:
                self.language_chosen.emit(data)


def _order(name: str) -> tuple[int, str]:
    """Order the languages as they are listed above, others behind them."""
    names = list(_LANGUAGES)
    return (names.index(name) if name in names else len(names), name)
