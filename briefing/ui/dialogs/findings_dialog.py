"""What the check of a library found, with the offer to repair it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from briefing.model.finding import Finding
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class FindingsDialog(Sheet):
    """One paragraph a finding: the place, the reason, what would mend it."""

    repair_requested = Signal()

    def __init__(self, theme: Theme, findings: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(theme, "The library needs care", parent)
        self.resize(theme.px(560), theme.px(420))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(4)
        for finding in findings:
            column.addWidget(make_label(finding.place, "strong", is_wrapped=True))
            column.addWidget(
                make_label(f"{finding.reason} {finding.mend}".strip(), is_wrapped=True)
            )
            column.addSpacing(6)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.content.addWidget(area)
        repair = TextButton(theme, "Repair", "accent")
        repair.clicked.connect(self._on_repair_clicked)
        close = TextButton(theme, "Not now")
        close.clicked.connect(self.reject)
        self.add_buttons((close, repair))

    def _on_repair_clicked(self) -> None:
        self.repair_requested.emit()
        self.accept()
