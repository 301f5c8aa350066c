"""Asks why a finding is dismissed: the reason is kept with the memo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.model.finding import Finding
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class DismissDialog(Sheet):
    """The finding, and a line for the reason."""

    reason_given = Signal(str)

    def __init__(self, theme: Theme, finding: Finding, parent: QWidget) -> None:
        super().__init__(theme, "Dismiss this remark", parent)
        self.content.addWidget(make_label(finding.reason, is_wrapped=True))
        if finding.place:
            self.content.addWidget(make_label(finding.place, "small", is_wrapped=True))
        self.line = QLineEdit()
        self.line.setPlaceholderText("Why it does not apply here")
        self.line.setAccessibleName("Reason")
        self.content.addWidget(self.line)
        self.content.addStretch(1)
        cancel = TextButton(theme, "Cancel")
        cancel.clicked.connect(self.reject)
        self._dismiss = TextButton(theme, "Dismiss", "accent")
        self._dismiss.setEnabled(False)
        self._dismiss.clicked.connect(self._on_dismiss_clicked)
        self.line.textChanged.connect(self._on_text_changed)
        self.add_buttons((cancel, self._dismiss))
        self.setMinimumWidth(theme.px(420))
        self.line.setFocus()

    def _on_text_changed(self, text: str) -> None:
        self._dismiss.setEnabled(bool(text.strip()))

    def _on_dismiss_clicked(self) -> None:
        self.reason_given.emit(self.line.text().strip())
        self.accept()
