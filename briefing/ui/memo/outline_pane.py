"""The left pane of a memo: outline, guidance of the section at the cursor, checks, fit."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.services.outlining import SectionState
from briefing.ui.memo.findings_list import FindingsList
from briefing.ui.memo.outline_rows import OutlineDelegate, OutlineModel
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_frame, make_label, set_state
from briefing.ui.widgets.section_header import SectionHeader

_SETTLED = 20  # ms after a finding was opened
_MOST_ROWS = 14  # of the outline before it scrolls by itself


class OutlinePane(QFrame):
    """Shows what it is handed; a press on a section wishes to go there."""

    section_requested = Signal(int)  # the number of a section
    list_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "panel")
        self._model = OutlineModel(self)
        self._list = QListView()
        self._fill_list()
        self._guidance_header = SectionHeader("Guidance")
        self._guidance = make_label("", "small", is_wrapped=True)
        self.findings = FindingsList(theme)
        self._fit_icon = IconLabel(theme, "check", "ok", 15)
        self._fit = make_label("", "small", is_wrapped=True)
        self._lay_out()
        self.set_guidance("")
        self.set_fit("", is_over=False)
        self._look = QTimer(self, singleShot=True, interval=_SETTLED)
        self._look.timeout.connect(self._on_look_due)
        self.findings.stepped.connect(self._look.start)
        theme.changed.connect(self._size_list)

    def set_sections(self, sections: Sequence[SectionState], remarks: Sequence[str] = ()) -> None:
        """Show other sections; a remark is told when the mouse rests on its section."""
        current = self._list.currentIndex().row()
        count = self._model.rowCount()
        self._model.set_sections(sections, remarks)
        if self._model.rowCount() != count:
            self._size_list()
            self.set_current(current)

    def set_warned(self, warned: frozenset[int]) -> None:
        """Mark the sections in which a check found something."""
        self._model.set_warned(warned)

    def set_current(self, number: int) -> None:
        """Show in which section the cursor is; -1: in none. Who goes through them is left there."""
        if self._list.hasFocus():
            return
        index = self._model.index(number, 0) if number >= 0 else QModelIndex()
        if index != self._list.currentIndex():
            self._list.setCurrentIndex(index)
        section = self._model.section(number)
        self.set_guidance(section.guidance if section else "")

    def take_focus(self) -> None:
        """Take the keyboard, at the section of the cursor."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_guidance(self, words: str) -> None:
        """Show what the template says of the section."""
        self._guidance.setText(words)
        self._guidance.setVisible(bool(words))
        self._guidance_header.setVisible(bool(words))

    def set_fit(self, words: str, *, is_over: bool) -> None:
        """Say how many pages the memo takes, of how many it may."""
        self._fit.setText(words)
        set_state(self._fit, "warn" if is_over else "ok")
        self._fit_icon.set_icon(
            "triangle-alert" if is_over else "check", "warn" if is_over else "ok"
        )
        for widget in (self._fit, self._fit_icon, self._fit_header):
            widget.setVisible(bool(words))

    def _fill_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(OutlineDelegate(self._theme, self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName("Outline")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.clicked.connect(self._on_list_activated)
        self._list.activated.connect(self._on_list_activated)

    def _lay_out(self) -> None:
        self._fit_header = SectionHeader("Fit")
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setMinimumWidth(1)  # a long word is cut off by itself, not all with it
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(6)
        column.addLayout(_indented(SectionHeader("Outline", "words / limit")))
        column.addWidget(self._list)
        column.addSpacing(8)
        column.addLayout(_indented(self._guidance_header))
        column.addLayout(_indented(self._guidance))
        column.addSpacing(8)
        column.addLayout(_indented(self.findings))
        column.addSpacing(8)
        column.addLayout(_indented(self._fit_header))
        fit = QHBoxLayout()
        fit.setContentsMargins(14, 0, 12, 0)
        fit.setSpacing(8)
        fit.addWidget(self._fit_icon)
        fit.addWidget(self._fit, 1)
        column.addLayout(fit)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._area = area
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(self._footer())

    def _footer(self) -> QFrame:
        """Return the way back to the list."""
        back = TextButton(self._theme, "All memos", "status", "arrow-left")
        back.clicked.connect(self.list_requested)
        strip = make_frame("strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(back)
        row.addStretch(1)
        return strip

    def _size_list(self) -> None:
        """Give the outline the room of its rows, up to a limit."""
        rows = min(max(self._model.rowCount(), 1), _MOST_ROWS)
        self._list.setFixedHeight(rows * self._theme.px(31) + 2)

    def _on_look_due(self) -> None:
        """Bring the open finding into view; its words have their room by now."""
        for row in self.findings.rows:
            if row.is_open:
                self._area.ensureWidgetVisible(row, 0, 12)

    def _on_list_activated(self, index: QModelIndex) -> None:
        self.section_requested.emit(index.row())


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(14, 0, 12, 0)
    row.addWidget(widget)
    return row
