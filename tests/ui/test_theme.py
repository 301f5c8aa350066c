"""The theme changes at once, everywhere, and draws sharply."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefing.ui.theme import TEXT_SIZES, Theme, ThemeMode
from briefing.ui.theme_fonts import FontRole


def test_mode_changes_palette_sheet_and_tells(theme: Theme, qtbot: QtBot) -> None:
    light = theme.hex("background")
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(ThemeMode.DARK)
    assert theme.scheme == "dark"
    assert theme.hex("background") != light
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert theme.hex("ink") in app.styleSheet()
    assert app.palette().windowText().color() == theme.color("ink")


def test_system_mode_follows_the_system(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - as Qt calls it
            return Qt.ColorScheme.Dark

    theme.set_mode(ThemeMode.SYSTEM)
    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert theme.scheme == "dark"
    theme.set_mode(ThemeMode.LIGHT)
    assert theme.scheme == "light"


def test_text_size_grows_fonts_and_lengths_and_stays_in_bounds(theme: Theme) -> None:
    before = theme.font(FontRole.UI).pixelSize()
    theme.set_text_size(150)
    assert theme.font(FontRole.UI).pixelSize() == round(before * 1.5)
    assert theme.px(10) == 15
    theme.set_text_size(900)
    assert theme.text_size == TEXT_SIZES[-1]


def test_text_size_steps_up_and_down(theme: Theme) -> None:
    theme.step_text_size(1)
    assert theme.text_size == 110
    theme.step_text_size(-2)
    assert theme.text_size == 90
    for _ in TEXT_SIZES:
        theme.step_text_size(-1)
    assert theme.text_size == TEXT_SIZES[0]


def test_shipped_typefaces_are_in_force(theme: Theme) -> None:
    assert QFontInfo(theme.font(FontRole.UI)).family() == "Inter"
    assert QFontInfo(theme.font(FontRole.READING)).family() == "Source Serif 4"


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_icons_are_drawn_for_the_screen_they_are_on(theme: Theme, ratio: float) -> None:
    pixmap = theme.pixmap("library", "accent", 20, ratio)
    assert pixmap.devicePixelRatio() == ratio
    assert pixmap.size() == QSize(round(20 * ratio), round(20 * ratio))


def test_icons_take_the_ink_of_their_token(theme: Theme) -> None:
    image = theme.icon("square-check", "bad", 16).pixmap(16, 16).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(16)
        for y in range(16)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {theme.hex("bad")}


def test_disabled_icons_are_drawn_paler(theme: Theme) -> None:
    icon = theme.icon("plus", "ink", 16)
    normal = icon.pixmap(QSize(16, 16), QIcon.Mode.Normal).toImage()
    disabled = icon.pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_an_icon_that_is_not_shipped_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_a_button_takes_its_looks_from_its_role(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Go")
    button.setProperty("role", "accent")
    qtbot.addWidget(button)
    button.show()
    middle = button.grab().toImage().pixelColor(8, button.height() // 2)
    assert middle.name() == theme.hex("accent")
