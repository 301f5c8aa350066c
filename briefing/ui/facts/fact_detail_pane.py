"""One fact: what it states, its quotes, what contradicts it, where it is used, its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from briefing.model.fact import FactDraft
from briefing.model.ids import Uid
from briefing.services.fact_reading import OpenedFact
from briefing.ui.actions import ActionSet
from briefing.ui.facts.evidence_box import EvidenceBox
from briefing.ui.facts.fact_columns import STATUS_STATES
from briefing.ui.facts.fact_sections import conflict_rows, history_rows, use_rows
from briefing.ui.facts.fact_words import described, standing_words
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton
from briefing.ui.widgets.capture_form import CaptureForm
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.flow_layout import FlowLayout
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.scrolled_page import ScrolledPage
from briefing.ui.widgets.section_header import SectionHeader

_NARROWEST = 320
_BUTTONS = (
    ("facts.edit", "pencil", "Edit"),
    ("facts.supersede", "replace", "Supersede"),
    ("facts.dispute", "scale", "Dispute"),
    ("facts.retract", "ban", "Retract"),
    ("facts.reinstate", "check", "Reinstate"),
    ("facts.quote", "corner-down-right", "Cite in memo"),
)


class FactDetailPane(QFrame):
    """Shows an opened fact; edits it in place, apart from its quotes."""

    edit_kept = Signal(str, object)  # uid, a FactDraft
    passage_requested = Signal(str, int, int)  # article, start, end
    passage_chosen = Signal(str, str, int, int)  # fact, evidence, start, end
    evidence_removal_requested = Signal(str, str)  # fact, evidence
    conflict_requested = Signal(str, str)  # the two facts
    memo_requested = Signal(str, int)  # uid, position

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setMinimumWidth(theme.px(_NARROWEST))
        self._theme = theme
        self._actions = actions
        self.opened: OpenedFact | None = None
        self._asked: Uid | None = None
        self._form = CaptureForm(theme)
        self._form.hide()
        self._form.kept.connect(self._on_form_kept)
        self._form.left.connect(self.close_form)
        self._buttons = self._make_buttons()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._buttons)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._form)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(theme, "quote", "No fact chosen", "Choose a fact to see what it rests on.")
        )
        self._stack.addWidget(whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _make_buttons(self) -> QWidget:
        bar, inner = QWidget(), QWidget()
        column = QVBoxLayout(bar)
        column.setContentsMargins(16, 12, 16, 8)
        column.addWidget(inner)
        flow = FlowLayout(inner, gap=6)
        for name, icon, text in _BUTTONS:
            button = ActionButton(self._theme, self._actions.action(name), icon, "pill", text)
            flow.addWidget(button)
        return bar

    # showing

    def show_fact(self, opened: OpenedFact | None) -> None:
        """Show a fact, or that none is chosen; a form in use stays while its fact does."""
        is_other = opened is None or opened.fact.uid != self._asked
        if is_other:
            self.close_form()
        had = self.opened
        self.opened = opened
        self._stack.setCurrentIndex(1 if opened else 0)
        if opened is None:
            return
        top = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(self._make_page(opened))
        is_same = had is not None and had.fact.uid == opened.fact.uid
        self._scroll.verticalScrollBar().setValue(top if is_same else 0)

    def _make_page(self, opened: OpenedFact) -> QWidget:
        page = ScrolledPage()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 16, 24)
        column.setSpacing(8)
        self._add_head(column, opened)
        if opened.conflicts:
            column.addWidget(SectionHeader("Conflicts", str(len(opened.conflicts))))
            for row in conflict_rows(self._theme, opened, self.conflict_requested.emit):
                column.addWidget(row)
        counted = opened.corroboration
        detail = "1 source" if counted.independent == 1 else f"{counted.independent} sources"
        column.addSpacing(6)
        column.addWidget(SectionHeader("Evidence", detail))
        column.addWidget(make_label(counted.reason, "small", is_wrapped=True))
        for told in opened.differences:
            column.addWidget(make_label(told, "warn", is_wrapped=True))
        for one in opened.evidence:
            box = EvidenceBox(self._theme, one, can_remove=len(opened.evidence) > 1)
            box.passage_requested.connect(self.passage_requested)
            box.passage_chosen.connect(self._on_passage_chosen)
            box.removal_requested.connect(self._on_removal_requested)
            column.addWidget(box)
        column.addSpacing(6)
        column.addWidget(SectionHeader("Used in", _sentences(len(opened.sentences))))
        for row in use_rows(self._theme, opened, self.memo_requested.emit):
            column.addWidget(row)
        column.addSpacing(6)
        column.addWidget(SectionHeader("History"))
        for row in history_rows(opened):
            column.addWidget(row)
        column.addStretch(1)
        return page

    def _add_head(self, column: QVBoxLayout, opened: OpenedFact) -> None:
        fact = opened.fact
        line = QHBoxLayout()
        line.setSpacing(8)
        state = STATUS_STATES[fact.status]
        line.addWidget(make_label(fact.status.value, "badge", state=state))
        line.addWidget(make_label(f"fact:{fact.key}", "small"))
        line.addStretch(1)
        column.addLayout(line)
        statement = make_label(fact.statement, "heading", is_wrapped=True)
        statement.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(statement)
        column.addWidget(make_label(described(fact), "muted", is_wrapped=True))
        standing = standing_words(opened)
        if standing:
            column.addWidget(make_label(standing, "small", is_wrapped=True, state=state))
        if fact.tags:
            column.addWidget(make_label("  ".join(fact.tags), "small", is_wrapped=True))

    # editing

    def ask_edit(self) -> None:
        """Ask for the fact's new wording; its quotes stay."""
        if self.opened is None:
            return
        fact = self.opened.fact
        self._asked = fact.uid
        quote = fact.evidence[0].anchor.quote if fact.evidence else ""
        self._form.show()
        self._form.ask("Edit fact", " ".join(quote.split()), fact.draft())

    def close_form(self) -> None:
        """Leave the form, whatever is written in it."""
        self._asked = None
        self._form.hide()

    def _on_form_kept(self, draft: FactDraft) -> None:
        asked = self._asked
        self.close_form()
        if asked is not None:
            self.edit_kept.emit(asked, draft)

    def _on_passage_chosen(self, evidence: str, start: int, end: int) -> None:
        if self.opened:
            self.passage_chosen.emit(self.opened.fact.uid, evidence, start, end)

    def _on_removal_requested(self, evidence: str) -> None:
        if self.opened:
            self.evidence_removal_requested.emit(self.opened.fact.uid, evidence)


def _sentences(count: int) -> str:
    return "no memo" if not count else f"{count} sentence{'s' if count > 1 else ''}"
