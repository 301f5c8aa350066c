"""Labels by role; the stylesheet gives each role its looks."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

LabelRole = Literal[
    "plain",
    "muted",
    "small",
    "caption",
    "title",
    "strong",
    "error",
    "warn",
    "ok",
    "accent",
    "hero",
    "reading_title",
    "heading",
    "key",
    "badge",
]
State = Literal["", "ok", "warn", "bad", "muted", "current"]
FrameRole = Literal[
    "panel",
    "background",
    "paper",
    "canvas",
    "card",
    "line",
    "vline",
    "topbar",
    "rail",
    "statusbar",
    "strip",
    "popover",
    "palette",
]


def make_label(
    text: str = "", role: LabelRole = "plain", *, is_wrapped: bool = False, state: State = ""
) -> QLabel:
    """Return a label of plain text; a caption is set in capitals."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setProperty("state", state)
    label.setWordWrap(is_wrapped)
    label.setText(text.upper() if role == "caption" else text)
    if role in {"key", "badge"}:
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


def make_frame(role: FrameRole, parent: QWidget | None = None) -> QFrame:
    """Return a frame that carries a surface of the stylesheet."""
    frame = QFrame(parent)
    frame.setProperty("role", role)
    return frame


def set_state(widget: QWidget, state: State) -> None:
    """Change a widget's state (`warn`, `bad`, `current` …) and its looks with it."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
