"""The part of the export dialog that releases: to whom, and why open checks may stay open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing.model.export_options import Waiver
from briefing.model.memo_release import OpenCheck
from briefing.ui.memo.finding_group import counted
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class ReleaseBox(QWidget):
    """Lists the checks that are open, each with a line for the reason to waive it."""

    changed = Signal()
    finding_opened = Signal(object)  # a Finding

    def __init__(self, theme: Theme, recipients: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reasons: dict[str, QLineEdit] = {}
        self._is_examined = False
        self.recipients = QLineEdit(recipients)
        self.recipients.setAccessibleName("Recipients")
        self.recipients.setPlaceholderText("Who gets it")
        self._told = make_label("Looking at the required checks…", "muted", is_wrapped=True)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        to = QFormLayout()
        to.setHorizontalSpacing(12)
        label = QLabel("To")
        label.setProperty("role", "muted")
        label.setBuddy(self.recipients)
        to.addRow(label, self.recipients)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 0, 0, 0)  # under its check box
        column.setSpacing(8)
        column.addLayout(to)
        column.addWidget(self._told)
        column.addLayout(self._form)

    @property
    def is_ready(self) -> bool:
        """Return whether nothing required is open without a reason."""
        return self._is_examined and all(line.text().strip() for line in self._reasons.values())

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """Return the reasons that were given."""
        return tuple(
            Waiver(rule, line.text().strip())
            for rule, line in self._reasons.items()
            if line.text().strip()
        )

    def take_focus(self) -> None:
        """Go to the first reason that is to be given, else to the recipients."""
        empty = [line for line in self._reasons.values() if not line.text()]
        (empty[0] if empty else self.recipients).setFocus()

    def set_checks(self, checks: Sequence[OpenCheck]) -> None:
        """Show what is open; reasons that were typed stay."""
        typed = {rule: line.text() for rule, line in self._reasons.items()}
        while self._form.rowCount():
            self._form.removeRow(0)
        self._reasons = {}
        for check in checks:
            self._add(check, typed.get(check.rule, ""))
        self._is_examined = True
        self._told.setText(_told(len(checks)))
        self.changed.emit()

    def _add(self, check: OpenCheck, reason: str) -> None:
        button = TextButton(self._theme, counted(check.findings), "link")
        button.setToolTip(_tip(check))
        button.clicked.connect(lambda: self.finding_opened.emit(check.findings[0]))
        line = QLineEdit(reason)
        line.setPlaceholderText("Why it may stay open")
        line.setAccessibleName(f"Reason to waive {button.text()}")
        line.textChanged.connect(self.changed)
        self._reasons[check.rule] = line
        self._form.addRow(button, line)


def _told(count: int) -> str:
    if not count:
        return "Every required check is met."
    checks = "One required check is" if count == 1 else f"{count} required checks are"
    return f"{checks} open. Mend what was found, or say why it may stay as it is."


def _tip(check: OpenCheck) -> str:
    reasons = dict.fromkeys(finding.reason for finding in check.findings[:3])
    return "\n".join((*reasons, "Click to go there."))
