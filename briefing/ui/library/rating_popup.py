"""The rating popup: source reliability and information credibility, asked apart (AJP-2.1)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from briefing.model.ids import Uid
from briefing.ui.library.pane_popup import PanePopup
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_RELIABILITY = (
    ("", "Not rated"),
    ("A", "A · completely reliable"),
    ("B", "B · usually reliable"),
    ("C", "C · fairly reliable"),
    ("D", "D · not usually reliable"),
    ("E", "E · unreliable"),
    ("F", "F · reliability cannot be judged"),
)
_CREDIBILITY = (
    (None, "Not rated"),
    (1, "1 · confirmed by other sources"),
    (2, "2 · probably true"),
    (3, "3 · possibly true"),
    (4, "4 · doubtful"),
    (5, "5 · improbable"),
    (6, "6 · truth cannot be judged"),
)


class RatingPopup(PanePopup):
    """Two questions, never averaged."""

    chosen = Signal(object, str, object)  # uids, A–F or "", 1–6 or None

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, spacing=6)
        self._uids: tuple[Uid, ...] = ()
        self._reliability = QComboBox()
        self._credibility = QComboBox()
        for value, text in _RELIABILITY:
            self._reliability.addItem(text, value)
        for number, text in _CREDIBILITY:
            self._credibility.addItem(text, number)
        self._reliability.setAccessibleName("Source reliability")
        self._credibility.setAccessibleName("Information credibility")
        keep = TextButton(theme, "Rate", "accent")
        keep.clicked.connect(self._on_keep_clicked)
        for box in (self._reliability, self._credibility):
            self.column.addWidget(make_label(box.accessibleName(), "small"))
            self.column.addWidget(box)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(keep)
        self.column.addLayout(line)

    def ask(self, uids: tuple[Uid, ...], rating: str) -> None:
        """Ask for the rating of some articles; `rating` is shown first."""
        self._uids = uids
        letter = rating[:1] if rating[:1].isalpha() else ""
        digit = rating[-1:]
        self._reliability.setCurrentIndex(max(self._reliability.findData(letter), 0))
        self._credibility.setCurrentIndex(int(digit) if digit.isdigit() else 0)
        self.open_at(self._reliability)

    def _on_keep_clicked(self) -> None:
        self.hide()
        self.chosen.emit(
            self._uids, self._reliability.currentData(), self._credibility.currentData()
        )
