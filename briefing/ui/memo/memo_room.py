"""The room of one memo: outline | text with its fields | pages | evidence, side by side."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing.ui.editor.completing import Completing
from briefing.ui.editor.editor_commands import EditorCommands
from briefing.ui.editor.find_and_replace import FindAndReplace
from briefing.ui.editor.find_bar import FindBar
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.snippet_typing import SnippetTyping
from briefing.ui.editor.spotlight import Spotlight
from briefing.ui.editor.table_typing import TableTyping
from briefing.ui.memo.beside_pane import BesidePane
from briefing.ui.memo.evidence_pane import EvidencePane
from briefing.ui.memo.fields_card import FieldsCard
from briefing.ui.memo.memo_tab_bar import MemoTabBar
from briefing.ui.memo.outline_pane import OutlinePane
from briefing.ui.memo.pages_pane import PagesPane
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_frame
from briefing.ui.widgets.pane_splitter import PaneSplitter

OUTLINE, TEXT, BESIDE, PAGES = "outline", "text", "beside", "pages"
EVIDENCE = "evidence"
# A pane makes way when the room is narrower than this (px at 100 %): the preview goes first.
_LEAST_ROOM = {PAGES: 1100, EVIDENCE: 800, OUTLINE: 640, BESIDE: 560}
_BESIDE_TAKES = 420  # px more that the others need while a second view is wanted


class MemoRoom(QFrame):
    """Builds the panes and decides which of those that are wanted have room."""

    panes_changed = Signal()

    def __init__(
        self, theme: Theme, markings: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = {OUTLINE: True, PAGES: True, EVIDENCE: True, BESIDE: False}
        self._is_focused = False
        self.tabs = MemoTabBar(theme)
        self.outline = OutlinePane(theme)
        self.editor = MemoEditor(theme)
        self.commands = EditorCommands(self.editor)
        self.completing = Completing(self.editor)
        self.snippets = SnippetTyping(self.editor)
        self.tables = TableTyping(self.editor)  # hears the keys that those two leave
        self.find_bar = FindBar(theme)
        self.finding = FindAndReplace(self.editor, self.find_bar)
        self.card = FieldsCard(theme, markings)
        self.editor.set_header(self.card)
        self.card.left.connect(self.editor.setFocus)
        self.spotlight = Spotlight(self.editor)
        self.beside = BesidePane(theme)
        self.pages = PagesPane(theme)
        self.evidence = EvidencePane(theme)
        self._panes = PaneSplitter()
        self._panes.add_pane(OUTLINE, self.outline, 216)
        self._text = self._text_column()
        self._panes.add_pane(TEXT, self._text, 463, stretch=3)
        self._panes.add_pane(BESIDE, self.beside, 420, stretch=2)
        self._panes.show_pane(BESIDE, shown=False)
        self._panes.add_pane(PAGES, self.pages, 404, stretch=2)
        self._panes.add_pane(EVIDENCE, self.evidence, 301)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._panes, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def is_shown(self, name: str) -> bool:
        """Return whether a pane is seen."""
        return self._panes.is_pane_shown(name)

    @property
    def is_focused(self) -> bool:
        """Return whether nothing but the text is seen."""
        return self._is_focused

    def set_focused(self, *, is_on: bool) -> None:
        """Leave nothing but the text, its paragraph at the cursor clear; or bring all back."""
        self._is_focused = is_on
        self.spotlight.set_on(is_on=is_on)
        self._fit()
        self.panes_changed.emit()

    def toggle(self, name: str) -> None:
        """Hide a pane that is seen, or show it: the user's word goes before the room there is."""
        if self._is_focused:
            self.set_focused(is_on=False)
            if self.is_shown(name):  # it was there, only out of sight
                return
        shown = not self.is_shown(name)
        self._wanted[name] = shown
        self._panes.show_pane(name, shown=shown)
        if name == BESIDE:
            self._fit()
        self.panes_changed.emit()

    def edit_fields(self, name: str = "") -> None:
        """Edit a field of the memo's card, or the first one, where it can be seen."""
        self.editor.verticalScrollBar().setValue(0)
        if name:
            self.card.edit_field(name)
        else:
            self.card.edit_first()

    def state(self) -> dict[str, object]:
        """Return sizes and wishes, as JSON keeps them."""
        return {"panes": self._panes.state(), "wanted": dict(self._wanted)}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back as `state` told."""
        panes, wanted = state.get("panes"), state.get("wanted")
        if isinstance(panes, Mapping):
            self._panes.restore(cast("Mapping[str, object]", panes))
        if isinstance(wanted, Mapping):
            told = cast("Mapping[str, object]", wanted)
            self._wanted |= {
                name: bool(told.get(name, wish)) for name, wish in self._wanted.items()
            }
        self._fit()

    def _text_column(self) -> QWidget:
        frame = make_frame("paper")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor, 1)
        column.addWidget(self.find_bar)
        return frame

    def _on_theme_changed(self) -> None:
        """Let no pane be narrower than its words can bear."""
        widths = {
            self.outline: 190,
            self.pages: 200,
            self.evidence: 230,
            self._text: 300,
            self.beside: 240,
        }
        for pane, least in widths.items():
            pane.setMinimumWidth(self._theme.px(least))
        self._fit()

    def _fit(self) -> None:
        """Show the panes that are wanted and have room."""
        is_changed = False
        for name, least in _LEAST_ROOM.items():
            takes = _BESIDE_TAKES if self._wanted[BESIDE] and name != BESIDE else 0
            shown = self._wanted[name] and self.width() >= self._theme.px(least + takes)
            shown = shown and not self._is_focused
            if shown != self.is_shown(name):
                self._panes.show_pane(name, shown=shown)
                is_changed = True
        if is_changed:
            self.panes_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
