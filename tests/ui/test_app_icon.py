"""The program's icon is there at every size."""

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from briefing.paths import resources_dir
from briefing.ui.app_icon import make_app_icon


def test_it_is_drawn_at_every_size(qtbot: QtBot) -> None:
    del qtbot
    icon = make_app_icon(resources_dir())
    assert QSize(16, 16) in icon.availableSizes()
    image = icon.pixmap(QSize(64, 64), 1.0).toImage()
    assert image.pixelColor(8, 32).name() == "#1f4e79"
    assert image.pixelColor(0, 0).alpha() == 0
    colors = {image.pixelColor(x, y).name() for x in range(64) for y in range(64)}
    assert "#ffffff" in colors
