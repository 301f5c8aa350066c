"""The editor of an options grid or a hypotheses matrix.

What was changed goes into the memo however the sheet is closed; only “Discard” leaves the memo
as it was. In the memo it is one step that can be undone.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.model.grid import Grid, GridKind, GridRow
from briefing.services.grids import FactOffer, GridEvidence
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.memo.grid_draft import GridDraft
from briefing.ui.memo.grid_facts import GridFacts
from briefing.ui.memo.grid_fields import GridFields
from briefing.ui.memo.grid_quote import GridQuote
from briefing.ui.memo.grid_view import GridView
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_TITLES = {GridKind.OPTIONS: "Options grid", GridKind.HYPOTHESES: "Hypotheses matrix"}
_KEYS = (
    "C consistent · I inconsistent · N neutral · A not applicable · Enter note · F2 title · "
    "Alt+arrows move · Del row away · Shift+Del column away · Ctrl+F facts · Ctrl+Return source"
)
_EMPTY = "No evidence yet: choose a fact at the right and press Enter, or drag it in."


class GridDialog(Sheet):
    """The grid at the left; at the right what its row rests on, and facts to add."""

    facts_wanted = Signal(str)
    row_wanted = Signal(str, int)  # uid of a fact, row before which it goes
    evidence_wanted = Signal(object)  # keys
    source_requested = Signal(object)  # a GridEvidence
    grid_done = Signal(object)  # a Grid that was changed

    def __init__(self, theme: Theme, grid: Grid, parent: QWidget) -> None:
        super().__init__(theme, _TITLES[grid.kind], parent)
        self.draft = GridDraft(grid, self)
        self.view = GridView(theme, self.draft)
        self.fields = GridFields(theme, self.draft, self.view)
        self.facts = GridFacts(theme)
        self.quote = GridQuote(theme)
        self._evidence: Mapping[str, Sequence[GridEvidence]] = {}
        self._offers: Sequence[FactOffer] = ()
        self._empty = make_label(_EMPTY, "muted", is_wrapped=True)
        self._lay_out(grid.kind)
        self._connect()
        parent_size = parent.size()
        width = min(theme.px(1180), parent_size.width() - 48)
        self.resize(width, min(theme.px(720), parent_size.height() - 48))
        self.view.go_to(0, 0)
        self._on_draft_changed()
        self.view.setFocus()

    def add_row(self, row: GridRow, place: int) -> None:
        """Put a row in; it becomes the current one."""
        self.draft.put(self.draft.grid.with_row(row, place))
        self.view.go_to(place, max(self.view.column, 0))

    def show_offers(self, offers: Sequence[FactOffer]) -> None:
        """Show the facts that were found."""
        self._offers = offers
        self.facts.show_offers(offers, self._cited())

    def show_evidence(self, evidence: Mapping[str, Sequence[GridEvidence]]) -> None:
        """Show what rows cite, once it was looked up."""
        self._evidence = {**self._evidence, **evidence}
        self._show_row()

    def _lay_out(self, kind: GridKind) -> None:
        theme = self.theme
        add = TextButton(theme, f"Add {kind.one.lower()}", icon="plus")
        add.clicked.connect(self.view.add_column)
        blank = TextButton(theme, "Add words of your own", icon="pencil")
        blank.clicked.connect(self._on_blank_clicked)
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        for part in (add, blank):
            tools.addWidget(part)
        tools.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme.px(10))
        left.addLayout(tools)
        left.addWidget(self._empty)
        left.addWidget(self.view, 1)
        left.addWidget(self.fields)
        right.addWidget(self.quote)
        right.addWidget(self.facts, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(18))
        row.addLayout(left, 13)
        row.addLayout(right, 5)
        self.content.addLayout(row, 1)
        self.content.addWidget(make_label(_KEYS, "small", is_wrapped=True))
        discard = TextButton(theme, "Discard changes")
        discard.clicked.connect(self._on_discard_clicked)
        done = TextButton(theme, "Put into the memo", "accent", "check")
        done.clicked.connect(self.accept)
        self.add_buttons((discard, done))
        done.setDefault(False)  # Enter in a field ends the field

    def _connect(self) -> None:
        self.draft.changed.connect(self._on_draft_changed)
        self.view.place_changed.connect(self._show_row)
        self.view.source_requested.connect(self.quote.open_source)
        self.view.fact_dropped.connect(self.row_wanted)
        self.facts.fact_chosen.connect(self._on_fact_chosen)
        self.facts.facts_wanted.connect(self.facts_wanted)
        self.quote.source_requested.connect(self._on_source_requested)
        search = QShortcut(QKeySequence("Ctrl+F"), self)
        search.activated.connect(self.facts.take_focus)
        back = QShortcut(QKeySequence("Ctrl+G"), self)
        back.activated.connect(partial(self.view.setFocus, Qt.FocusReason.ShortcutFocusReason))

    def _cited(self) -> frozenset[str]:
        return frozenset(key for row in self.draft.grid.rows for key in row.keys)

    def _show_row(self) -> None:
        rows = self.draft.grid.rows
        is_row = self.view.row < len(rows)
        row = rows[self.view.row] if is_row else GridRow("")
        pieces = [piece for key in row.keys for piece in self._evidence.get(key, ())]
        self.quote.show_row(pieces, tells_apart=row.tells_apart, is_row=is_row)

    # what happened

    def _on_draft_changed(self) -> None:
        self._empty.setVisible(not self.draft.grid.rows)
        unknown = self._cited() - self._evidence.keys()
        if unknown:
            self.evidence_wanted.emit(unknown)
        self.facts.show_offers(self._offers, self._cited())
        self._show_row()

    def _on_fact_chosen(self, uid: str) -> None:
        """Add a row for a fact; one that has a row already is shown there."""
        key = next((f"fact:{one.key}" for one in self._offers if one.uid == uid), "")
        for number, row in enumerate(self.draft.grid.rows):
            if key in row.keys:
                self.view.go_to(number, self.view.column)
                return
        self.row_wanted.emit(uid, len(self.draft.grid.rows))

    def _on_blank_clicked(self) -> None:
        self.add_row(GridRow("Evidence in your own words"), len(self.draft.grid.rows))
        self.view.go_to(len(self.draft.grid.rows) - 1, -1)
        self.fields.edit_words()

    def _on_source_requested(self, piece: GridEvidence) -> None:
        self.accept()
        self.source_requested.emit(piece)

    def _on_discard_clicked(self) -> None:
        super().reject()

    # ---- what Qt calls ----

    def accept(self) -> None:
        self.fields.take()
        if self.draft.is_changed:
            self.grid_done.emit(self.draft.grid)
        super().accept()

    def reject(self) -> None:
        """Esc closes the sheet; what was changed is kept."""
        self.accept()
