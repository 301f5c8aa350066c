"""The ground of a row in a list: chosen, under the pointer or plain, and the line below it."""

from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from briefing.ui.theme import Theme


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Return whether the row is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def paint_ground(theme: Theme, painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Fill a row that is chosen or under the pointer; a plain one shows the list's own ground."""
    if is_chosen(option):
        painter.fillRect(option.rect, theme.color("accent_soft"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.color("hover"))


def paint_line_below(theme: Theme, painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw the line that parts a row from the next."""
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
