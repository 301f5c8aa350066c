"""What became of each file of an import, with the reason where one was not taken."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.model.import_outcome import ImportOutcome, ImportReport, Outcome
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_HEADS = ("File", "Outcome", "Article", "Reason")
_PART = " › "  # between a file and what stood in it
_MOST_ROWS = 2_000
_FILE_WIDTH, _KEY_WIDTH = 260, 150


class ImportReportDialog(QDialog):
    """Lists failed files first; the whole can be saved, and each article opened."""

    save_requested = Signal(object)  # an ImportReport
    article_requested = Signal(str)  # a citekey
    matching_requested = Signal()

    def __init__(
        self, theme: Theme, report: ImportReport, told: str, tables: int, parent: QWidget
    ) -> None:
        """Show a report; so many `tables` in it have columns that nobody has matched yet."""
        super().__init__(parent)
        self.report = report
        self._shown = _failed_first(report)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Import report")
        self.resize(theme.px(860), theme.px(440))
        self._table = self._make_table(theme)
        self._open = TextButton(theme, "Open the article", icon="book-open")
        self._open.clicked.connect(self._on_open_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(make_label(told, "title", is_wrapped=True))
        layout.addWidget(self._table)
        layout.addLayout(self._make_buttons(theme, tables))
        self._table.itemSelectionChanged.connect(self._judge)
        self._judge()

    def _make_buttons(self, theme: Theme, tables: int) -> QHBoxLayout:
        save = TextButton(theme, "Save the report…", icon="save")
        save.clicked.connect(self._on_save_clicked)
        match = TextButton(theme, "Match the columns of the table…", icon="table")
        if tables > 1:
            match.setText(f"Match the columns of {tables:,} tables…")
        match.setVisible(tables > 0)
        match.clicked.connect(self._on_match_clicked)
        close = TextButton(theme, "Close", "accent")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        for button in (save, self._open, match):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        return buttons

    def _make_table(self, theme: Theme) -> QTableWidget:
        table = QTableWidget(len(self._shown), len(_HEADS))
        table.setHorizontalHeaderLabels(_HEADS)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.setItemDelegateForColumn(0, _EndsDelegate(table))
        names = told_places([one.path for one in self._shown])
        for row, (name, outcome) in enumerate(zip(names, self._shown, strict=True)):
            for column, text in enumerate(_cells(name, outcome)):
                item = QTableWidgetItem(text)
                item.setToolTip(outcome.path if column == 0 else text)
                table.setItem(row, column, item)
        table.resizeColumnToContents(1)
        table.setColumnWidth(0, theme.px(_FILE_WIDTH))
        table.setColumnWidth(2, theme.px(_KEY_WIDTH))
        header = table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.itemActivated.connect(self._on_open_clicked)
        return table

    def _citekey(self) -> str:
        rows = self._table.selectionModel().selectedRows()
        return self._shown[rows[0].row()].citekey if rows else ""

    def _judge(self) -> None:
        self._open.setEnabled(bool(self._citekey()))

    def _on_open_clicked(self) -> None:
        citekey = self._citekey()
        if citekey:
            self.article_requested.emit(citekey)
            self.accept()

    def _on_match_clicked(self) -> None:
        self.accept()
        self.matching_requested.emit()

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self.report)


class _EndsDelegate(QStyledItemDelegate):
    """Cuts a long path at its beginning: its end tells files apart."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


def told_places(paths: Sequence[str]) -> list[str]:
    """Return each path without the folder that all of them stand in, `mail.eml › chart.png`."""
    files = [path.partition(_PART)[0] for path in paths]
    folders = {str(Path(file).parent) for file in files if Path(file).is_absolute()}
    try:
        common = os.path.commonpath(folders) if folders else ""
    except ValueError:  # on several drives
        common = ""
    return [path.removeprefix(common).lstrip("/\\") if common else path for path in paths]


def _failed_first(report: ImportReport) -> list[ImportOutcome]:
    failed = [one for one in report.outcomes if one.outcome is Outcome.FAILED]
    others = [one for one in report.outcomes if one.outcome is not Outcome.FAILED]
    return [*failed, *others][:_MOST_ROWS]


def _cells(name: str, outcome: ImportOutcome) -> tuple[str, str, str, str]:
    return (name, outcome.outcome.value, outcome.citekey, outcome.reason)
