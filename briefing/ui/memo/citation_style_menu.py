"""The menu of the styles in which a memo's citations can be worded."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from briefing.model.citation_style import CitationStyle

AS_TEMPLATE = "As the template has it"


class CitationStyleMenu(QMenu):
    """One style is chosen, or the template's; a CSL file can be taken in."""

    style_chosen = Signal(str)  # its name; nothing for the template's
    file_requested = Signal()

    def __init__(self, styles: Sequence[CitationStyle], current: str, parent: QWidget) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        group.addAction(self._add(AS_TEMPLATE, "", is_checked=not current))
        for style in styles:
            title = style.title.replace("&", "&&")
            group.addAction(self._add(title, style.name, is_checked=style.name == current))
        self.addSeparator()
        self.addAction("Add a CSL file…", self.file_requested.emit)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, label: str, name: str, *, is_checked: bool) -> QAction:
        action = self.addAction(label)
        action.setCheckable(True)
        action.setChecked(is_checked)
        action.setData(name)
        return action

    def _on_triggered(self, action: QAction) -> None:
        name: object = action.data()
        if isinstance(name, str):
            self.style_chosen.emit(name)
