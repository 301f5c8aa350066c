"""The text of a template keeps the line in view that is being typed."""

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.services.template_editing import TemplateFault
from briefing.ui.templates.template_pane import TemplatePane
from briefing.ui.theme import Theme


def test_the_line_at_the_cursor_stays_in_view_when_faults_come(theme: Theme, qtbot: QtBot) -> None:
    pane = TemplatePane(theme)
    qtbot.addWidget(pane)
    pane.resize(600, 420)
    pane.show()
    pane.text.setPlainText("\n".join(f"line {number}" for number in range(200)))
    cursor = pane.text.cursorForPosition(pane.text.viewport().rect().bottomLeft())
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    pane.text.setTextCursor(cursor)
    QTest.keyClicks(pane.text, "x")
    pane.show_faults((TemplateFault(3, "it is wrong"), TemplateFault(9, "it is wrong too")))
    qtbot.wait(20)
    seen = pane.text.viewport().rect()
    assert seen.contains(pane.text.cursorRect())


def test_a_reader_who_scrolled_away_is_left_there(theme: Theme, qtbot: QtBot) -> None:
    pane = TemplatePane(theme)
    qtbot.addWidget(pane)
    pane.resize(600, 420)
    pane.show()
    pane.text.setPlainText("\n".join(f"line {number}" for number in range(200)))
    pane.text.verticalScrollBar().setValue(120)
    pane.show_faults((TemplateFault(3, "it is wrong"),))
    qtbot.wait(20)
    assert pane.text.verticalScrollBar().value() == 120
