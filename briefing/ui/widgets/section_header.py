"""The heading of a section in a side pane: a caption, a detail at the right, perhaps a button."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing.ui.widgets.buttons import IconButton
from briefing.ui.widgets.labels import make_label


class SectionHeader(QWidget):
    """`TRIAGE`, `OUTLINE … words / limit`, `SAVED SEARCHES … +`."""

    def __init__(
        self,
        title: str,
        detail: str = "",
        button: IconButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = make_label(title, "caption")
        self._detail = make_label(detail, "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addWidget(self._detail)
        if button is not None:
            layout.addWidget(button)

    def set_title(self, title: str) -> None:
        """Change the caption."""
        self._title.setText(title.upper())

    def set_detail(self, detail: str) -> None:
        """Change what stands at the right."""
        self._detail.setText(detail)
