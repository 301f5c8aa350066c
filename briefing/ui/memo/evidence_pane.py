"""The right pane of a memo: what the library holds for the paragraph, or for a line typed there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.ui.memo.evidence_card_view import EvidenceCardView
from briefing.ui.memo.evidence_groups import MATCHING, SEARCHED, CardGroup
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.search_field import SearchField
from briefing.ui.widgets.section_header import SectionHeader

_PAUSE = 150  # ms after a letter


class EvidencePane(QFrame):
    """A search field and cards under their captions: what contradicts, what is cited, the rest."""

    line_changed = Signal(str)
    insert_requested = Signal(object)  # an EvidenceCard
    open_requested = Signal(object)  # an EvidenceCard

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: tuple[CardGroup, ...] = ()
        self._views: list[EvidenceCardView] = []
        self.setProperty("role", "panel")
        self.search = SearchField(theme, "Facts and articles")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.search.textChanged.connect(self._on_search_changed)
        self._headers: list[SectionHeader] = []
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

    @property
    def groups(self) -> tuple[CardGroup, ...]:
        """Return what is shown, under its captions."""
        return self._groups

    def set_groups(self, groups: Sequence[CardGroup], nothing: str) -> None:
        """Show groups of cards, or the sentence `nothing` where there are none."""
        new = tuple(groups)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not new)
        if new == self._groups and self._headers:
            return
        had_focus = next((v.card.uid for v in self._views if v.hasFocus()), "")
        self._clear()
        self._groups = new
        for group in new:
            self._add_header(group.title, len(group.cards))
            self._add_cards(group)
        if not new:
            self._add_header(SEARCHED if self.line else MATCHING, 0)
        for view in self._views:
            if view.card.uid == had_focus:
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
        column.addLayout(self._column)
        column.addWidget(self._nothing)
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

    def _add_header(self, title: str, count: int) -> None:
        header = SectionHeader(title, str(count) if count else "")
        self._headers.append(header)
        self._column.addWidget(header)

    def _add_cards(self, group: CardGroup) -> None:
        for card in group.cards:
            view = EvidenceCardView(self._theme, card)
            view.insert_requested.connect(self.insert_requested)
            view.open_requested.connect(self.open_requested)
            self._views.append(view)
            self._column.addWidget(view)

    def _clear(self) -> None:
        for widget in (*self._views, *self._headers):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._views.clear()
        self._headers.clear()

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
