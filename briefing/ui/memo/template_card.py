"""A template to choose: its name, what it is for, its limits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing.model.template import Template
from briefing.ui.widgets.labels import make_label, set_state


class TemplateCard(QFrame):
    """Chosen by a press or by the focus coming to it; Tab finds the chosen one alone."""

    chosen = Signal(object)  # itself
    left = Signal(object, int)  # itself, and 1 for the next one, -1 for the one before
    taken = Signal()  # Enter or a double press: this one, now

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        self.setProperty("role", "card")
        self.setProperty("state", "")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{template.title}. {template.description} {limits_of(template)}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(3)
        column.addWidget(make_label(template.title, "strong"))
        column.addWidget(make_label(template.description, "small", is_wrapped=True))
        limits = limits_of(template)
        if limits:
            column.addWidget(make_label(limits, "small"))

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show whether it is the chosen one."""
        set_state(self, "current" if is_chosen else "")
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if is_chosen else policy.ClickFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.taken.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit(self, 1)
        elif event.key() == Qt.Key.Key_Up:
            self.left.emit(self, -1)
        else:
            super().keyPressEvent(event)


def limits_of(template: Template) -> str:
    """Return a template's limits in words: `2 pages · 750 words · endnotes`."""
    parts: list[str] = []
    if template.pages:
        parts.append("1 page" if template.pages == 1 else f"{template.pages} pages")
    if template.words:
        parts.append(f"{template.words:,} words")
    parts.append(str(template.notes))
    return " · ".join(parts)
