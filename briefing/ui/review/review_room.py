"""The panes of a review side by side: its places, the text, the cards."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from briefing.ui.actions import ActionSet
from briefing.ui.review.card_list import CardList
from briefing.ui.review.review_places_pane import ReviewPlacesPane
from briefing.ui.review.review_start import ReviewStart
from briefing.ui.review.review_text import ReviewText
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.pane_splitter import PaneSplitter

_LEFT, _RIGHT = 268, 330  # px of the outer panes
_NARROW = 1100  # px of a room that has to share
_MEASURE = 700  # px: a line of reading text is no longer than this at 100 %
_WORD = (".docx", ".docm", ".dotx", ".dotm")


class ReviewRoom(QStackedWidget):
    """The start, or an open review; a Word file that is dropped on either is to be reviewed."""

    files_dropped = Signal(list)  # of local paths

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.start = ReviewStart(theme, actions)
        self.places = ReviewPlacesPane(theme)
        self.text = ReviewText(theme)
        self.cards = CardList(theme)
        self.remark = make_label("", "warn", is_wrapped=True)
        self.panes = PaneSplitter()
        self.panes.add_pane("left", self.places, _LEFT)
        self.panes.add_pane("text", self._make_sheet(), 785, stretch=1)
        self.panes.add_pane("right", self._make_side(), _RIGHT)
        self._is_fitted = False
        self.addWidget(self.start)
        self.addWidget(self.panes)
        self.setAcceptDrops(True)
        theme.changed.connect(self._on_theme_changed)

    def show_review(self, *, is_open: bool) -> None:
        """Show a review, or where one begins."""
        self.setCurrentWidget(self.panes if is_open else self.start)

    def say(self, words: str) -> None:
        """Say what could not be read, over the text."""
        self.remark.setText(words)
        self.remark.setVisible(bool(words))

    def say_nothing(self, words: str) -> None:
        """Say why no card is shown, or with nothing that some are."""
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

    def _make_sheet(self) -> QFrame:
        self._column = QWidget()
        self._column.setMaximumWidth(self._theme.px(_MEASURE))
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, self._theme.px(26), 0, 0)
        column.setSpacing(12)
        column.addWidget(self.remark)
        column.addWidget(self.text, 1)
        self.remark.hide()
        sheet = QFrame()
        sheet.setProperty("role", "paper")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(self._theme.px(40), 0, self._theme.px(16), 0)
        row.addWidget(self._column)
        return sheet

    def _make_side(self) -> QFrame:
        side = QFrame()
        side.setProperty("role", "background")
        side.setMinimumWidth(self._theme.px(250))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, self._theme.px(8), 0, 0)
        self._nothing = make_label("", "muted", is_wrapped=True)
        self._nothing.setContentsMargins(16, 12, 16, 12)
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addWidget(self.cards, 1)
        return side

    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._theme.px(_MEASURE))

    def restore_panes(self, state: Mapping[str, Any]) -> None:
        """Bring the panes back as they were left."""
        self._is_fitted = True
        self.panes.restore(state)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the text more of a narrow window, until the user says otherwise."""
        super().resizeEvent(event)
        width = event.size().width()
        if not self._is_fitted and width < self._theme.px(_NARROW):
            left, right = round(_LEFT * 0.84), round(_RIGHT * 0.86)
            self.panes.setSizes([left, width - left - right, right])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_fitted = True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_word_files(event):
            event.acceptProposedAction()
        else:
            event.ignore()  # other files are the library's matter

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_word_files(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
        else:
            event.ignore()


def dropped_word_files(event: QDropEvent) -> list[str]:
    """Return the paths that are dragged, if all of them are Word files here."""
    urls = event.mimeData().urls()
    paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
    are_all = len(paths) == len(urls) and all(path.lower().endswith(_WORD) for path in paths)
    return paths if are_all else []
