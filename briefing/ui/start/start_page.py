"""The first start: open the sample, begin an empty library, or open one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.start.choice_card import ChoiceCard
from briefing.ui.start.recent_list import RecentList
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_label

_WIDTH = 720
_CHOICES = (
    (
        "file.sample",
        "book-open",
        "Open the sample library",
        "The US–Mexico dossier: articles, facts and a memo, ready to look around in.",
    ),
    (
        "file.new",
        "file-plus",
        "Start an empty library",
        "One file of your own, wherever you like. Import articles and begin.",
    ),
    (
        "file.open",
        "folder-open",
        "Open a library",
        "A .briefing file that you or a colleague made. It opens where it was left.",
    ),
)


class StartPage(QFrame):
    """Three choices in the middle, the libraries opened last below."""

    recent_requested = Signal(object)  # a Path

    def __init__(
        self, theme: Theme, actions: ActionSet, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self._actions = actions
        self.setProperty("role", "background")
        self._recent = RecentList(theme)
        self._recent.open_requested.connect(self.recent_requested)
        self._recent.removal_requested.connect(self._on_removal_requested)
        self._busy = make_label("", "muted")
        self.cards = [self._make_card(*choice) for choice in _CHOICES]
        self.setFocusProxy(self.cards[0])
        self._middle = QWidget()
        self._fill_middle()
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.addStretch(1)
        row.addWidget(self._middle, 20)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def refresh(self) -> None:
        """Show the libraries as the settings know them now."""
        self._recent.set_paths(self._settings.recent_libraries)

    def set_busy(self, text: str) -> None:
        """Say that a library is being opened; no second one can be chosen meanwhile."""
        self._busy.setText(f"{text}…" if text else "")
        for widget in (*self.cards, self._recent):
            widget.setEnabled(not text)

    def _fill_middle(self) -> None:
        column = QVBoxLayout(self._middle)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(make_label("Briefing", "hero"))
        slogan = "From the articles on your disk to a memo in Word, each sentence with its source."
        column.addWidget(make_label(slogan, "muted", is_wrapped=True))
        column.addSpacing(14)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in self.cards:
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addWidget(self._busy)
        column.addSpacing(8)
        column.addWidget(self._recent)
        column.addStretch(3)
        hint = make_label("A .briefing file can also be dropped here.", "small")
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)

    def _make_card(self, action: str, icon: str, title: str, text: str) -> ChoiceCard:
        card = ChoiceCard(self._theme, icon, title, text)
        card.clicked.connect(self._actions.action(action).trigger)
        return card

    def _on_removal_requested(self, path: Path) -> None:
        self._settings.remove_recent_library(path)
        self.refresh()

    def _on_theme_changed(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(_WIDTH))
