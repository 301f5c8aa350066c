from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from briefing.paths import resources_dir, user_templates_dir
from briefing.services.portion_marking import marking_labels
from briefing.services.template_shelf import TemplateShelf
from briefing.ui.memo.new_memo_dialog import NewMemoDialog
from briefing.ui.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[NewMemoDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    shelf = TemplateShelf([resources_dir() / "templates", user_templates_dir()])
    markings = marking_labels()
    yield NewMemoDialog(theme, shelf.every(), markings, parent)
    parent.close()  # until here it keeps the dialog alive


def line_of(dialog: NewMemoDialog, name: str) -> QLineEdit:
    return dialog.editors[name].findChildren(QLineEdit)[0]


def test_templates_tell_what_they_are_for(dialog: NewMemoDialog) -> None:
    titles = [card.template.title for card in dialog.cards]
    assert "Decision memo" in titles
    assert "Situation report" in titles
    decision = next(card for card in dialog.cards if card.template.name == "decision-memo")
    assert "2 pages · 750 words · endnotes" in decision.accessibleName()


def test_choice_and_fields_make_a_memo(dialog: NewMemoDialog, qtbot: QtBot) -> None:
    card = next(card for card in dialog.cards if card.template.name == "decision-memo")
    card.chosen.emit(card)
    line_of(dialog, "to").setText("Assistant Secretary")
    line_of(dialog, "subject").setText("US–Mexico")
    with qtbot.waitSignal(dialog.create_requested) as asked:
        card.taken.emit()
    assert asked.args is not None
    name, fields = asked.args
    assert name == "decision-memo"
    assert fields["to"] == "Assistant Secretary"
    assert fields["subject"] == "US–Mexico"
    assert len(fields["date"]) == 10


def test_what_was_typed_goes_along_to_another_template(dialog: NewMemoDialog) -> None:
    line_of(dialog, "subject").setText("US–Mexico")
    other = dialog.cards[1]
    other.chosen.emit(other)
    assert line_of(dialog, "subject").text() == "US–Mexico"


@pytest.mark.parametrize("name", ["to", "subject", "date", "marking"])
def test_return_in_a_field_creates(dialog: NewMemoDialog, qtbot: QtBot, name: str) -> None:
    dialog.open_over_window()
    field = dialog.editors[name].focusProxy()
    assert field is not None
    field.setFocus()
    asked: list[str] = []
    dialog.create_requested.connect(lambda template, _: asked.append(template))
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(asked) == 1


@pytest.mark.parametrize("name", ["to", "subject", "date", "marking"])
def test_escape_in_a_field_cancels(dialog: NewMemoDialog, qtbot: QtBot, name: str) -> None:
    dialog.open_over_window()
    field = dialog.editors[name].focusProxy()
    assert field is not None
    field.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_return_on_a_wrong_date_creates_nothing(dialog: NewMemoDialog) -> None:
    dialog.open_over_window()
    line_of(dialog, "date").setText("one day")
    for _ in range(2):
        QTest.keyClick(line_of(dialog, "date"), Qt.Key.Key_Return)
        assert dialog.isVisible()


def test_tab_goes_from_the_chosen_template_through_its_fields_to_the_button(
    dialog: NewMemoDialog, qtbot: QtBot
) -> None:
    dialog.open_over_window()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.cards[0].hasFocus)
    QTest.keyClick(dialog.cards[0], Qt.Key.Key_Down)
    chosen = dialog.cards[1]
    assert chosen.hasFocus()
    seen: list[str] = []
    for _ in range(30):
        at = dialog.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = dialog.focusWidget()
        if at is chosen or at is None:
            break
        seen.append(at.accessibleName() or at.property("text"))
    labels = [field.label for field in chosen.template.fields]
    assert [name for name in seen if name in labels] == labels
    assert seen[-2:] == ["Cancel", "Create memo"]
    assert chosen.property("state") == "current"


def test_up_and_down_stay_among_the_templates(dialog: NewMemoDialog, qtbot: QtBot) -> None:
    dialog.open_over_window()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.cards[0].hasFocus)
    QTest.keyClick(dialog.cards[0], Qt.Key.Key_Up)
    assert dialog.cards[0].hasFocus()
    for card in dialog.cards:
        QTest.keyClick(card, Qt.Key.Key_Down)
    assert dialog.cards[-1].hasFocus()
