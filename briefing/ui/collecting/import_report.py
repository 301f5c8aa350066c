"""What became of each file of an import, with the reason where one was not taken."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.model.import_outcome import ImportOutcome, ImportReport, Outcome
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_HEADS = ("File", "Outcome", "Reason or citekey")
_MOST_ROWS = 2_000


class ImportReportDialog(QDialog):
    """Lists failed files first; the whole can be saved as CSV."""

    save_requested = Signal(object)  # an ImportReport

    def __init__(self, theme: Theme, report: ImportReport, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.report = report
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Import report")
        self.resize(theme.px(760), theme.px(420))
        save = TextButton(theme, "Save the report…", icon="save")
        save.clicked.connect(self._on_save_clicked)
        close = TextButton(theme, "Close", "accent")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(make_label(told, "title", is_wrapped=True))
        layout.addWidget(self._make_table())
        layout.addLayout(buttons)

    def _make_table(self) -> QTableWidget:
        failed = [one for one in self.report.outcomes if one.outcome is Outcome.FAILED]
        others = [one for one in self.report.outcomes if one.outcome is not Outcome.FAILED]
        shown = [*failed, *others][:_MOST_ROWS]
        table = QTableWidget(len(shown), len(_HEADS))
        table.setHorizontalHeaderLabels(_HEADS)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        for row, outcome in enumerate(shown):
            for column, text in enumerate(_cells(outcome)):
                item = QTableWidgetItem(text)
                item.setToolTip(outcome.path if column == 0 else text)
                table.setItem(row, column, item)
        table.resizeColumnToContents(1)
        table.setColumnWidth(0, 240)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self.report)


def _cells(outcome: ImportOutcome) -> tuple[str, str, str]:
    name = Path(outcome.path).name
    return (name, outcome.outcome.value, outcome.reason or outcome.citekey)
