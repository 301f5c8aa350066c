"""The search line keeps one line of text, however much of it is shown as chips."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from briefing.ui.theme import Theme
from briefing.ui.widgets.chip_button import ChipButton
from briefing.ui.widgets.search_line import SearchLine


def make_line(qtbot: QtBot, theme: Theme) -> tuple[SearchLine, QLineEdit]:
    line = SearchLine(theme)
    qtbot.addWidget(line)
    line.show()
    edit = line.findChild(QLineEdit)
    assert edit is not None
    return line, edit


def chips(line: SearchLine) -> list[str]:
    return [chip.text() for chip in line.findChildren(ChipButton) if not chip.isHidden()]


def test_finished_filter_becomes_a_chip(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    with qtbot.waitSignal(line.line_changed):
        qtbot.keyClicks(edit, "cartel tag:region/mexico ")
    assert chips(line) == ["tag:region/mexico"]
    assert edit.text() == "cartel "
    assert line.line() == "tag:region/mexico cartel"


def test_pressed_chip_goes(qtbot: QtBot, theme: Theme) -> None:
    line, _ = make_line(qtbot, theme)
    line.set_line("cartel usage:candidate after:2025-08")
    assert chips(line) == ["usage:candidate", "after:2025-08"]
    with qtbot.waitSignal(line.line_changed) as told:
        line.findChildren(ChipButton)[0].click()
    assert told.args == ["after:2025-08 cartel"]


def test_backspace_at_the_start_turns_the_last_chip_into_text(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    line.set_line("usage:candidate")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert chips(line) == []
    assert edit.text() == "usage:candidate"


def test_line_with_or_stays_text(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    line.set_line("(tag:a OR tag:b) word")
    assert chips(line) == []
    assert edit.text() == "(tag:a OR tag:b) word"


def test_escape_empties_the_line(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    line.set_line("cartel usage:used")
    with qtbot.waitSignal(line.line_changed) as told:
        qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_words_typed_round_filters_stay_apart(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    qtbot.keyClicks(edit, "cartels tag:region/mexico rubio after:2025-08 sheinbaum")
    assert line.line() == "tag:region/mexico after:2025-08 cartels rubio sheinbaum"


def test_a_blank_ends_the_last_word(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    with qtbot.waitSignal(line.line_changed):
        qtbot.keyClicks(edit, "import")
    assert not line.is_ended
    with qtbot.waitSignal(line.line_changed) as told:
        qtbot.keyClicks(edit, " ")
    assert told.args == ["import"]
    assert line.is_ended
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (line.line(), line.is_ended) == ("import", True)
    line.set_line("usage:used import")
    assert not line.is_ended
    line.set_line("usage:used import ")
    assert (line.line(), line.is_ended) == ("usage:used import", True)
    line.set_line("usage:used ")
    assert edit.text() == ""


def test_all_that_is_selected_is_copied_with_its_chips(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    line.set_line("cartel usage:candidate")
    qtbot.keySequence(edit, "Ctrl+A")
    qtbot.keySequence(edit, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "usage:candidate cartel"
    edit.setSelection(0, 4)
    qtbot.keySequence(edit, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "cart"


def test_a_blank_in_a_quoted_value_ends_nothing(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    qtbot.keyClicks(edit, 'cartel tag:"region/latin america" after:2025 ')
    assert chips(line) == ['tag:"region/latin america"', "after:2025"]
    assert edit.text() == "cartel "


def test_the_mark_of_a_hebrew_abbreviation_opens_no_quotation(qtbot: QtBot, theme: Theme) -> None:
    line, edit = make_line(qtbot, theme)
    edit.setText('צה"ל')  # QTest types Latin letters alone
    qtbot.keyClicks(edit, " usage:used ")
    assert chips(line) == ["usage:used"]
    assert edit.text() == 'צה"ל '
