"""Buttons follow their actions and the theme, and have names."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.ui.actions import ActionSet
from briefing.ui.theme import Theme, ThemeMode
from briefing.ui.widgets.buttons import ActionButton, IconButton, TextButton
from briefing.ui.widgets.chip_button import ChipButton
from briefing.ui.widgets.flow_layout import FlowLayout
from briefing.ui.widgets.search_field import SearchField


def test_an_action_button_follows_its_action(theme: Theme, qtbot: QtBot) -> None:
    actions = ActionSet(theme)
    button = ActionButton(theme, actions.action("library.import"), "download", "accent", "Import")
    box = QWidget()
    QVBoxLayout(box).addWidget(button)
    qtbot.addWidget(box)
    box.show()
    assert button.isHidden()
    done: list[str] = []
    actions.handle("library.import", lambda: done.append("import"))
    actions.set_context("library")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["import"]
    assert "Ctrl+I" in button.toolTip()
    actions.set_enabled("library.import", enabled=False)
    assert not button.isEnabled()


def test_an_icon_button_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "plus", "Add a tag")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Add a tag"


def test_icons_change_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = TextButton(theme, "Import", "plain", "download")
    qtbot.addWidget(button)
    light = button.icon().pixmap(16, 16).toImage()
    theme.set_mode(ThemeMode.DARK)
    assert button.icon().pixmap(16, 16).toImage() != light


def test_a_chip_wishes_itself_away(theme: Theme, qtbot: QtBot) -> None:
    chip = ChipButton(theme, "tag:region/mexico")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.removal_requested) as wish:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert wish.args == ["tag:region/mexico"]
    assert chip.accessibleName() == "Remove tag:region/mexico"


def test_a_flow_layout_wraps(theme: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    flow = FlowLayout(box, gap=4)
    for number in range(6):
        flow.addWidget(ChipButton(theme, f"topic/number-{number}"))
    qtbot.addWidget(box)
    box.resize(260, 300)
    box.show()
    tops = [flow.itemAt(n).geometry().top() for n in range(6)]  # type: ignore[union-attr]
    assert len(set(tops)) > 1
    assert flow.heightForWidth(200) > flow.heightForWidth(2000)
    flow.clear()
    assert flow.count() == 0


def test_a_search_field_offers_to_clear_what_is_there(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Facts and articles")
    qtbot.addWidget(field)
    clear = field.actions()[1]
    assert not clear.isVisible()
    field.setText("cartels")
    assert clear.isVisible()
    clear.trigger()
    assert field.text() == ""
