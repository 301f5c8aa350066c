"""An import is told in a sentence, and file by file in a table."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.changes import Changes
from briefing.model.import_outcome import ImportOutcome, ImportReport, Outcome
from briefing.ui.collecting.import_flow import told_of
from briefing.ui.collecting.import_report import ImportReportDialog, told_places
from briefing.ui.theme import Theme

REPORT = ImportReport(
    outcomes=(
        ImportOutcome("/in/a.txt", Outcome.ADDED, "a2025", ""),
        ImportOutcome("/in/b, c.txt", Outcome.FAILED, "", "The file is empty."),
    ),
    changes=Changes(),
    cancelled=False,
)


def make_dialog(theme: Theme, over: QWidget, tables: int = 0) -> ImportReportDialog:
    return ImportReportDialog(theme, REPORT, told_of(REPORT), tables, over)


def table_of(dialog: ImportReportDialog) -> QTableWidget:
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    return table


def button(dialog: ImportReportDialog, words: str) -> QPushButton:
    (found,) = [one for one in dialog.findChildren(QPushButton) if words in one.text()]
    return found


def test_import_is_told_in_a_sentence() -> None:
    assert told_of(REPORT) == "1 added, 1 failed"
    assert told_of(ImportReport((), Changes(), cancelled=False)) == "No files found to import"


def test_what_was_cancelled_says_how_to_go_on() -> None:
    told = told_of(replace(REPORT, cancelled=True))
    assert told == "Cancelled: 1 added, 1 failed. Import the same again to go on."


def test_failed_files_are_listed_first(theme: Theme, over: QWidget) -> None:
    table = table_of(make_dialog(theme, over))
    texts = [(table.item(0, column) or table.itemPrototype()).text() for column in range(4)]
    assert texts == ["b, c.txt", "failed", "", "The file is empty."]


def test_an_article_is_opened_from_its_row(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    dialog = make_dialog(theme, over)
    table_of(dialog).selectRow(0)
    assert not button(dialog, "Open the article").isEnabled()  # it became none
    table_of(dialog).selectRow(1)
    with qtbot.waitSignal(dialog.article_requested) as opened:
        button(dialog, "Open the article").click()
    assert opened.args == ["a2025"]


@pytest.mark.parametrize("tables", [0, 1, 3])
def test_tables_that_failed_can_be_matched(
    qtbot: QtBot, theme: Theme, over: QWidget, tables: int
) -> None:
    dialog = make_dialog(theme, over, tables)
    match = button(dialog, "Match the columns of")
    assert match.isHidden() is (tables == 0)
    assert ("3 tables" in match.text()) is (tables == 3)
    with qtbot.waitSignal(dialog.matching_requested):
        match.click()


def test_files_of_one_name_are_told_apart() -> None:
    paths = ["/in/mail/a.eml › attachment/chart.png", "/in/web/chart.png", "pasted text"]
    assert told_places(paths) == [
        "mail/a.eml › attachment/chart.png",
        "web/chart.png",
        "pasted text",
    ]
    assert told_places(["/in/web/a.html"]) == ["a.html"]
    assert told_places(["pasted text"]) == ["pasted text"]
    assert told_places([]) == []
