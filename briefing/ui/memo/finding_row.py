"""One finding in the side pane: what was found; opened, what mends it and a way to dismiss it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model.finding import Finding, Severity
from briefing.ui.memo.press_row import PressRow
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import LabelRole, make_label

FINDING_LOOKS: dict[Severity, tuple[str, Token, LabelRole]] = {
    Severity.ERROR: ("circle-alert", "bad", "error"),
    Severity.WARNING: ("triangle-alert", "warn", "warn"),
    Severity.NOTE: ("info", "accent", "accent"),
}


class FindingRow(PressRow):
    """A press or Enter goes to the place and opens the row."""

    opened = Signal(object)  # itself
    dismiss_requested = Signal(object)  # the Finding
    update_requested = Signal(object)  # the Finding

    def __init__(self, theme: Theme, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(theme, finding.reason, *FINDING_LOOKS[finding.severity], parent)
        self.finding = finding
        self.setAccessibleName(f"{finding.severity}: {finding.reason}")
        self.setToolTip(finding.place)
        self._more = QWidget()
        self._fill_more(theme)
        self._more.hide()
        self.below.addWidget(self._more)
        self.pressed.connect(self._on_pressed)

    @property
    def is_open(self) -> bool:
        """Return whether the row shows what mends it."""
        return not self._more.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Show what mends it, or the finding alone."""
        self._more.setVisible(is_open)

    def _fill_more(self, theme: Theme) -> None:
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(3)
        for text in (self.finding.place, self.finding.mend, self.finding.standard):
            if text:
                column.addWidget(make_label(text, "small", is_wrapped=True))
        if is_updatable(self.finding):
            update = TextButton(theme, "Update or keep…", "link")
            update.setToolTip("Update the sentence, or keep it as it is with a reason (U)")
            update.clicked.connect(self._on_update_clicked)
            column.addWidget(update, 0, Qt.AlignmentFlag.AlignLeft)
        dismiss = TextButton(theme, "Dismiss…", "link")
        dismiss.setToolTip("Say why it does not apply (Del)")
        dismiss.clicked.connect(self._on_dismiss_clicked)
        column.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_pressed(self) -> None:
        self.opened.emit(self)

    def _on_dismiss_clicked(self) -> None:
        self.dismiss_requested.emit(self.finding)

    def _on_update_clicked(self) -> None:
        self.update_requested.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.dismiss_requested.emit(self.finding)
        elif event.key() == Qt.Key.Key_U and is_updatable(self.finding):
            self.update_requested.emit(self.finding)
        else:
            super().keyPressEvent(event)


def is_updatable(finding: Finding) -> bool:
    """Tell whether a finding is on a sentence whose fact no longer stands."""
    return finding.rule == "changed-evidence" and any(
        f" {status}" in finding.subject for status in ("superseded", "disputed", "retracted")
    )
