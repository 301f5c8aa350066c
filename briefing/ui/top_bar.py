"""The top bar: what is open, the way to anything, and what the workspace mainly does."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from briefing.ui.actions import ActionSet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton, IconButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.search_button import SearchButton
from briefing.ui.widgets.split_button import SplitButton
from briefing.ui.workspace import Heading

_SEARCH_WIDTH = 440
_SEARCH_NARROWEST = 140
_DETAIL_WIDTH = 90  # shown whole up to here: `v14 · saved`
_MARGINS = 60  # px round and between the three parts


class TopBar(QFrame):
    """Icon with the menu, heading | search field | the workspace's buttons, the last one filled."""

    palette_requested = Signal()

    def __init__(
        self, theme: Theme, actions: ActionSet, menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._names: tuple[str, ...] = ()
        self._buttons: list[QWidget] = []
        self._detail_room = 0  # px; of its longest text under one title, so that nothing jumps
        self.setProperty("role", "topbar")
        self._left = QWidget()
        self._right = QWidget()
        self._search = self._make_search()
        self._fill_left(menu)
        self._right_row = QHBoxLayout(self._right)
        self._right_row.setContentsMargins(0, 0, 0, 0)
        self._right_row.setSpacing(8)
        self._right_row.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 0, 14, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._search)
        self._row.addWidget(self._right, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def heading(self) -> Heading:
        """Return what it says is open."""
        return Heading(self._title.text(), self._badge.text(), self._detail.text())

    def set_heading(self, heading: Heading) -> None:
        """Say what is open."""
        if heading.title != self._title.text():
            self._detail_room = 0
        self._title.setText(heading.title)
        self._badge.setText(heading.badge)
        self._badge.setVisible(bool(heading.badge))
        self._detail.setText(heading.detail)
        self._detail_room = max(self._detail_room, self._detail.sizeHint().width())
        self._detail.setMinimumWidth(min(self._detail_room, self._theme.px(_DETAIL_WIDTH)))
        self._fit_search()

    def set_primary_actions(self, names: Sequence[str]) -> None:
        """Show buttons for the actions; the last one is the accent one."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        for button in self._buttons:
            self._right_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [
            self._make_button(name, is_main=number == len(names) - 1)
            for number, name in enumerate(names)
        ]
        for name, button in zip(names, self._buttons, strict=True):
            self._right_row.addWidget(button)
            button.setVisible(self._actions.action(name).isVisible())  # now, to be measured
        self._fit_search()

    def set_search_shown(self, *, shown: bool) -> None:
        """Show the way to anything, when there is anything."""
        self._search.setVisible(shown)

    def _make_button(self, name: str, *, is_main: bool) -> QWidget:
        spec = self._actions.spec(name)
        text = spec.short or (spec.text.removesuffix("…") if spec.text.endswith("…") else "")
        role = "accent" if is_main else "plain"
        button = ActionButton(self._theme, self._actions.action(name), spec.icon, role, text)
        if not spec.beside:
            return button
        beside = [self._actions.action(other) for other in spec.beside]
        return SplitButton(self._theme, button, beside, role)

    def _make_search(self) -> SearchButton:
        text = self._actions.spec("view.palette").text
        search = SearchButton(self._theme, text, self._actions.key_text("view.palette"))
        search.clicked.connect(self.palette_requested)
        return search

    def _fill_left(self, menu: QMenu) -> None:
        self._menu_button = IconButton(self._theme, "book-marked", "Menu", ink="ink", size=18)
        self._menu_button.setMenu(menu)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._title = ElidedLabel(role="title")
        self._badge = make_label(role="badge")
        self._badge.hide()
        self._detail = ElidedLabel(role="muted")
        row = QHBoxLayout(self._left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._menu_button)
        row.addWidget(self._title)
        row.addWidget(self._badge)
        row.addWidget(self._detail, 1)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(44))
        self._fit_search()

    def _fit_search(self) -> None:
        """Give the search field the room that the heading and the buttons leave.

        It stands in the middle where both sides fit beside it, else nearer to the buttons.
        """
        counted = max(self._detail.sizeHint().width(), self._detail.minimumWidth())
        longest = self._detail_room - counted
        sides = (self._left.sizeHint().width() + longest, self._right.sizeHint().width())
        left_over = self.width() - sum(sides) - _MARGINS
        wanted = min(self._theme.px(_SEARCH_WIDTH), left_over, self.width() // 3)
        width = max(self._theme.px(_SEARCH_NARROWEST), wanted)
        self._search.setFixedWidth(width)
        is_centred = 2 * max(sides) + width + _MARGINS <= self.width()
        self._row.setStretch(2, 1 if is_centred else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions."""
        super().resizeEvent(event)
        self._fit_search()
