import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.ui.memo.page_canvas import PageCanvas
from briefing.ui.theme import Theme


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> PageCanvas:
    canvas = PageCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(400, 500)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def make_image() -> QImage:
    image = QImage(10, 14, QImage.Format.Format_RGBA8888)
    image.fill(0)
    return image


def test_only_visible_pages_are_asked_for(canvas: PageCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.pages_wanted) as wanted:
        canvas.set_pages(50)
    assert wanted.args is not None
    assert wanted.args[0] == (1,)
    with qtbot.waitSignal(canvas.pages_wanted) as wanted:
        canvas.show_place(20, 100)
    assert wanted.args is not None
    assert 20 in wanted.args[0]
    assert len(wanted.args[0]) <= 2


def test_new_print_keeps_place_and_old_pictures(canvas: PageCanvas) -> None:
    canvas.set_pages(10)
    canvas.set_image(1, make_image())
    canvas.show_place(5, 10)
    place = canvas.verticalScrollBar().value()
    canvas.set_pages(11)
    assert canvas.verticalScrollBar().value() == place
    assert canvas.drawn == (1,)
    canvas.set_pages(0)
    assert canvas.drawn == ()


def test_click_tells_page_and_height(canvas: PageCanvas, qtbot: QtBot) -> None:
    canvas.set_pages(2)
    with qtbot.waitSignal(canvas.place_clicked) as clicked:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 16 + 100))
    assert clicked.args is not None
    page, points = clicked.args
    scale = (400 - 12 - 32) / 595
    assert page == 1
    assert points == pytest.approx(100 / scale, abs=6)


def test_keys_zoom_and_zero_fits_the_width(canvas: PageCanvas) -> None:
    canvas.set_pages(3)
    assert canvas.horizontalScrollBar().maximum() == 0
    for _ in range(4):
        QTest.keyClicks(canvas, "+")
    assert canvas.zoom > 1.5
    assert canvas.horizontalScrollBar().maximum() > 0
    QTest.keyClicks(canvas, "-")
    assert canvas.zoom == pytest.approx(1.15**3)
    QTest.keyClicks(canvas, "0")
    assert canvas.zoom == 1.0
    assert canvas.horizontalScrollBar().maximum() == 0


def test_zoomed_pages_are_drawn_anew_and_clicked_where_they_are(
    canvas: PageCanvas, qtbot: QtBot
) -> None:
    canvas.set_pages(2)
    with qtbot.waitSignal(canvas.pages_wanted) as wanted:
        canvas.set_zoom(2.0)
    assert wanted.args is not None
    scale = wanted.args[1] / canvas.devicePixelRatioF()
    with qtbot.waitSignal(canvas.place_clicked) as clicked:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 16 + 200))
    assert clicked.args is not None
    assert clicked.args[1] == pytest.approx(200 / scale, abs=3)


def test_page_on_its_side_is_as_wide_as_the_others(canvas: PageCanvas, qtbot: QtBot) -> None:
    canvas.set_page_size(600, 800)
    canvas.set_pages(1)
    image = QImage(80, 60, QImage.Format.Format_RGBA8888)
    green = 0xFF00FF00  # opaque; the same in either order of the bytes
    image.fill(green)
    canvas.set_image(1, image)
    shown = canvas.viewport().grab().toImage()
    width = 400 - 12 - 32
    assert shown.pixelColor(200, 16 + round(width * 0.7)).rgb() == green
    assert shown.pixelColor(200, 16 + round(width * 0.8)).rgb() != green
    with qtbot.waitSignal(canvas.place_clicked) as clicked:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 16 + 100))
    assert clicked.args is not None
    assert clicked.args[1] == pytest.approx(100 / (width / 800), abs=10)
