"""The sheet that asks why a fact no longer stands as it did, and since when."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from briefing.model.partial_date import PartialDate
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class ReasonSheet(Sheet):
    """One question; Ctrl+Return answers it."""

    answered = Signal(str, object)  # the reason, a PartialDate or None

    def __init__(
        self,
        theme: Theme,
        title: str,
        told: str,
        button: str,
        parent: QWidget,
        *,
        is_needed: bool = True,
        has_date: bool = True,
    ) -> None:
        super().__init__(theme, title, parent)
        self._is_needed = is_needed
        self.content.addWidget(make_label(told, "muted", is_wrapped=True))
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName("Reason")
        self._reason.setPlaceholderText("Which source says otherwise, or what was found out")
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(theme.px(76))
        self.content.addWidget(make_label("Reason" if is_needed else "Reason (optional)", "small"))
        self.content.addWidget(self._reason)
        self._since = QLineEdit()
        self._since.setAccessibleName("As of")
        self._since.setPlaceholderText("2025, 2025-09 or 2025-09-03")
        if has_date:
            self.content.addWidget(make_label("As of (optional)", "small"))
            self.content.addWidget(self._since)
        self._problem = make_label("", "error", is_wrapped=True)
        self._problem.hide()
        self.content.addWidget(self._problem)
        leave = TextButton(theme, "Cancel")
        leave.clicked.connect(self.reject)
        keep = TextButton(theme, button, "accent")
        keep.clicked.connect(self._on_keep_clicked)
        self.add_buttons((leave, keep))
        self.setMinimumWidth(theme.px(460))
        self._reason.setFocus()

    def _on_keep_clicked(self) -> None:
        reason = " ".join(self._reason.toPlainText().split())
        if self._is_needed and not reason:
            self._say("Say why; those who read on need the reason.", self._reason)
            return
        try:
            since = read_date(self._since.text())
        except ValueError:
            self._say("Write the date as 2025, 2025-09 or 2025-09-03.", self._since)
            return
        self.answered.emit(reason, since)
        self.accept()

    def _say(self, problem: str, where: QWidget) -> None:
        self._problem.setText(problem)
        self._problem.show()
        where.setFocus()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_keep_clicked()
        else:
            super().keyPressEvent(event)


def read_date(text: str) -> PartialDate | None:
    """Return the date that was written, if any; ValueError where it is none."""
    return PartialDate.parse(text) if text.strip() else None
