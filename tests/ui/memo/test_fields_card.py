from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from briefing.model.template import FieldType, TemplateField
from briefing.ui.memo.fields_card import FieldsCard
from briefing.ui.theme import Theme

FIELDS = (
    TemplateField("to", "To", FieldType.PERSON, required=True),
    TemplateField("through", "Through", FieldType.PERSON),
    TemplateField("date", "Date", FieldType.DATE, required=True),
    TemplateField("subject", "Subject", required=True),
    TemplateField("marking", "Marking", FieldType.MARKING),
)
VALUES = (("to", "Ann"), ("date", "2025-09-05"), ("subject", "Cartels"), ("marking", ""))


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> FieldsCard:
    card = FieldsCard(theme, ("TLP:AMBER", "TLP:GREEN"))
    qtbot.addWidget(card)
    card.set_memo(FIELDS, VALUES)
    card.resize(400, 200)
    card.show()
    card.activateWindow()
    return card


def args(signal: SignalBlocker) -> list[Any]:
    assert signal.args is not None
    return signal.args


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def edit(card: FieldsCard, name: str, keys: str) -> None:
    card.edit_field(name)
    QTest.keyClicks(focused(), keys)


def labels(card: FieldsCard) -> Sequence[str]:
    return [b.text() for b in card.findChildren(QPushButton)]


def test_value_is_changed_where_it_stands(card: FieldsCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.fields_changed) as changed:
        edit(card, "to", "Bob")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert dict(args(changed)[0]) == {**dict(VALUES), "to": "Bob"}
    assert [name for name, _ in args(changed)[0]] == [name for name, _ in VALUES]


def test_escape_takes_it_back(card: FieldsCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.fields_changed):
        edit(card, "to", "Bob")
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    cell = card.cell("to")
    assert cell is not None
    assert (cell.value, cell.editor) == ("Ann", None)


def test_wrong_date_stays_open_and_says_so(card: FieldsCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.fields_changed):
        edit(card, "date", "soon")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    cell = card.cell("date")
    assert cell is not None
    assert cell.editor is not None


def test_date_is_kept_in_figures(card: FieldsCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.fields_changed) as changed:
        edit(card, "date", "12 October 2025")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert dict(args(changed)[0])["date"] == "2025-10-12"


def test_empty_field_waits_below_and_comes_when_asked(card: FieldsCard, qtbot: QtBot) -> None:
    assert labels(card) == ["Through"]
    card.findChildren(QPushButton)[0].click()
    with qtbot.waitSignal(card.fields_changed) as changed:
        QTest.keyClicks(focused(), "Carl")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert args(changed)[0][-1] == ("through", "Carl")


def test_marking_offers_the_schemes(card: FieldsCard) -> None:
    card.edit_field("marking")
    combo = card.findChildren(QComboBox)[-1]
    assert [combo.itemText(n) for n in range(combo.count())] == ["", "TLP:AMBER", "TLP:GREEN"]


def test_field_that_the_template_does_not_know_is_shown(card: FieldsCard) -> None:
    card.set_memo(FIELDS, (*VALUES, ("cc", "Dora")))
    assert card.cell("cc") is not None


def test_persons_of_earlier_memos_are_offered(card: FieldsCard) -> None:
    field = TemplateField("to", "To", FieldType.PERSON, required=True)
    card.set_memo((field,), (("to", ""),))
    card.set_persons(("Assistant Secretary Ramos", "The Minister"))
    card.edit_field("to")
    (line,) = card.findChildren(QLineEdit)
    completer = line.completer()
    completer.setCompletionPrefix("ramos")
    assert completer.currentCompletion() == "Assistant Secretary Ramos"


def test_tab_enters_a_field_and_opens_the_next(card: FieldsCard, qtbot: QtBot) -> None:
    edit(card, "to", "Bob")
    with qtbot.waitSignal(card.fields_changed) as changed:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert dict(args(changed)[0])["to"] == "Bob"
    assert focused().accessibleName() == "Date"
    assert isinstance(focused(), QLineEdit)
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused().accessibleName() == "To"


def test_tab_finds_the_next_field_though_the_card_was_laid_out_anew(card: FieldsCard) -> None:
    card.set_memo(FIELDS, (*VALUES, ("through", "Ann")))
    card.fields_changed.connect(lambda fields: card.set_memo(FIELDS, fields))
    card.edit_field("through")
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)  # the field goes away with its value
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Date"
    assert "Through" in labels(card)


def test_tab_leads_through_the_empty_fields_and_out_to_the_text(
    card: FieldsCard, qtbot: QtBot
) -> None:
    card.edit_field("subject")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Marking"
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Add Through"
    with qtbot.waitSignal(card.left):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)


def test_escape_gives_a_field_up_and_then_leaves_the_card(card: FieldsCard, qtbot: QtBot) -> None:
    edit(card, "to", "Bob")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused().accessibleName() == "To: Ann"
    with qtbot.waitSignal(card.left):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
