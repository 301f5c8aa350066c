"""The rating popup: source reliability and information credibility, asked apart (AJP-2.1)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from briefing.model.ids import Uid
from briefing.services.rating_scale import Grade, read_scale
from briefing.ui.library.pane_popup import PanePopup
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_UNRATED = "Not rated"


class RatingPopup(PanePopup):
    """Two questions, never averaged."""

    chosen = Signal(object, str, object)  # uids, A–F or "", 1–6 or None

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, spacing=6)
        self._uids: tuple[Uid, ...] = ()
        self._reliability = QComboBox()
        self._credibility = QComboBox()
        self._reliability.addItem(_UNRATED, "")
        self._credibility.addItem(_UNRATED, None)
        scale = read_scale()
        for grade in scale.reliability:
            _add(self._reliability, grade, grade.sign)
        for grade in scale.credibility:
            _add(self._credibility, grade, int(grade.sign))
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


def _add(box: QComboBox, grade: Grade, value: str | int) -> None:
    box.addItem(f"{grade.sign} · {grade.label}", value)
    box.setItemData(box.count() - 1, grade.meaning, Qt.ItemDataRole.ToolTipRole)
