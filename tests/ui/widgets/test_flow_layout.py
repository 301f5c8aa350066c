"""Widgets in lines: of their own widths, or in two even columns."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing.ui.widgets.flow_layout import FlowLayout


class _Sized(QWidget):
    def __init__(self, width: int) -> None:
        super().__init__()
        self._wide = width

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        return QSize(self._wide, 20)


@pytest.mark.parametrize(
    ("width", "is_even", "spots"),
    [
        (206, True, [(0, 0, 100), (106, 0, 100), (0, 26, 100)]),
        (206, False, [(0, 0, 60), (66, 0, 90), (162, 0, 40)]),
        (150, True, [(0, 0, 72), (0, 26, 150), (0, 52, 72)]),  # the widest has a line of its own
    ],
)
def test_widgets_stand_in_lines(
    qtbot: QtBot, width: int, *, is_even: bool, spots: list[tuple[int, int, int]]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, gap=6, is_even=is_even)
    shown = [_Sized(wide) for wide in (60, 90, 40)]
    for one in shown:
        flow.addWidget(one)
        one.show()
    flow.setGeometry(QRect(0, 0, width, 100))
    assert [(one.x(), one.y(), one.width()) for one in shown] == spots
