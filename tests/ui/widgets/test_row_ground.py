"""A row's ground tells whether it is chosen, under the pointer or neither."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.row_ground import is_chosen, paint_ground, paint_line_below

_State = QStyle.StateFlag


@pytest.mark.parametrize(
    ("state", "token"),
    [
        (_State.State_Enabled, None),
        (_State.State_MouseOver, "hover"),
        (_State.State_Selected, "accent_soft"),
        (_State.State_Selected | _State.State_MouseOver, "accent_soft"),
    ],
)
def test_ground_tells_the_state_of_a_row(
    theme: Theme, state: QStyle.StateFlag, token: Token | None
) -> None:
    option = QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 0, 20, 10), state  # type: ignore[misc]
    image = QImage(20, 12, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    paint_ground(theme, painter, option)
    paint_line_below(theme, painter, option)
    painter.end()
    assert image.pixelColor(5, 5) == (theme.color(token) if token else QColor("black"))
    assert image.pixelColor(5, 9) == theme.color("line")
    assert image.pixelColor(5, 11) == QColor("black")
    assert is_chosen(option) == bool(state & _State.State_Selected)
