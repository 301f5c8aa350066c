"""The right pane of a memo: what the library holds for the paragraph, or for a line typed there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.ui.memo.evidence_card_view import EvidenceCardView
from briefing.ui.memo.evidence_cards import EvidenceCard
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.search_field import SearchField
from briefing.ui.widgets.section_header import SectionHeader

_PAUSE = 150  # ms after a letter
_FOR_PARAGRAPH = "For this paragraph"
_FOUND = "Facts and articles"


class EvidencePane(QFrame):
    """A search field and cards; facts first."""

    line_changed = Signal(str)
    insert_requested = Signal(object)  # an EvidenceCard
    open_requested = Signal(object)  # an EvidenceCard

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: tuple[EvidenceCard, ...] = ()
        self._views: list[EvidenceCardView] = []
        self.setProperty("role", "panel")
        self.search = SearchField(theme, "Facts and articles")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.search.textChanged.connect(self._on_search_changed)
        self._header = SectionHeader(_FOR_PARAGRAPH)
        self._nothing = make_label("", "muted", is_wrapped=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        self._lay_out()

    @property
    def line(self) -> str:
        """Return what is searched for; nothing where the paragraph asks."""
        return self.search.text().strip()

    @property
    def views(self) -> tuple[EvidenceCardView, ...]:
        """Return the cards as they are shown."""
        return tuple(self._views)

    def set_cards(self, cards: Sequence[EvidenceCard], nothing: str) -> None:
        """Show cards, or the sentence `nothing` where there are none."""
        new = tuple(cards)
        self._header.set_title(_FOUND if self.line else _FOR_PARAGRAPH)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not new)
        if new == self._cards:
            return
        had_focus = next((v.card.uid for v in self._views if v.hasFocus()), "")
        self._clear()
        self._cards = new
        for card in new:
            view = EvidenceCardView(self._theme, card)
            view.insert_requested.connect(self.insert_requested)
            view.open_requested.connect(self.open_requested)
            self._views.append(view)
            self._column.addWidget(view)
            if card.uid == had_focus:
                view.setFocus()
        self._area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Take the keyboard, in the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        px = self._theme.px
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(13), px(4), px(13), px(14))
        column.setSpacing(px(8))
        column.addWidget(self._header)
        column.addWidget(self._nothing)
        column.addLayout(self._column)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        head = QVBoxLayout()
        head.setContentsMargins(px(12), px(12), px(12), px(8))
        head.addWidget(self.search)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._area, 1)

    def _clear(self) -> None:
        for view in self._views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views.clear()

    def _on_search_changed(self) -> None:
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        self.line_changed.emit(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from card to card, Esc empties the search."""
        focused = next((n for n, view in enumerate(self._views) if view.hasFocus()), -1)
        if event.key() == Qt.Key.Key_Down and focused + 1 < len(self._views):
            self._focus_card(focused + 1)
        elif event.key() == Qt.Key.Key_Up and focused > 0:
            self._focus_card(focused - 1)
        elif event.key() == Qt.Key.Key_Up and focused == 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.line:
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _focus_card(self, number: int) -> None:
        view = self._views[number]
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(view)
