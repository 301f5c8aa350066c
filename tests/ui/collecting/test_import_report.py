"""An import is told in a sentence, and file by file in a table."""

from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.changes import Changes
from briefing.model.import_outcome import ImportOutcome, ImportReport, Outcome
from briefing.ui.collecting.import_flow import told_of
from briefing.ui.collecting.import_report import ImportReportDialog
from briefing.ui.theme import Theme

REPORT = ImportReport(
    outcomes=(
        ImportOutcome("/in/a.txt", Outcome.ADDED, "a2025", ""),
        ImportOutcome("/in/b, c.txt", Outcome.FAILED, "", "The file is empty."),
    ),
    changes=Changes(),
    cancelled=False,
)


def test_import_is_told_in_a_sentence() -> None:
    assert told_of(REPORT) == "1 added, 1 failed"
    assert told_of(ImportReport((), Changes(), cancelled=False)) == "No files found to import"


def test_failed_files_are_listed_first(qtbot: QtBot, theme: Theme) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = ImportReportDialog(theme, REPORT, told_of(REPORT), over)
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    texts = [(table.item(0, column) or table.itemPrototype()).text() for column in range(3)]
    assert texts == ["b, c.txt", "failed", "The file is empty."]
