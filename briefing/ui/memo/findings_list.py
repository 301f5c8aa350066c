"""The findings of a memo's checks, one row each; one row is open at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model.finding import Finding, Severity
from briefing.ui.memo.finding_group import FindingGroup
from briefing.ui.memo.finding_row import FindingRow
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.section_header import SectionHeader

_MOST_SHOWN = 60


class FindingsList(QWidget):
    """`CHECKS · 4` and a group for each rule."""

    finding_opened = Signal(object)  # a Finding
    dismiss_requested = Signal(object)  # a Finding
    update_requested = Signal(object)  # a Finding
    stepped = Signal()  # the open row is to be seen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._groups: list[FindingGroup] = []
        self._is_stopped = False
        self._header = SectionHeader("Checks")
        self._nothing = make_label("", "small", is_wrapped=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(self._header)
        outer.addWidget(self._nothing)
        outer.addLayout(self._column)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what is shown."""
        return self._findings

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """Return the rows, in their order."""
        return tuple(row for group in self._groups for row in group.rows)

    @property
    def groups(self) -> tuple[FindingGroup, ...]:
        """Return the groups, in their order."""
        return tuple(self._groups)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; what was open stays so."""
        new = tuple(findings)
        if new == self._findings and self._nothing.text() and not self._is_stopped:
            return
        self._is_stopped = False
        open_rules = {group.findings[0].rule for group in self._groups if group.is_open}
        opened = next((row.finding for row in self.rows if row.is_open), None)
        self._clear()
        self._findings = new
        self._header.set_title(f"Checks · {len(new)}" if new else "Checks")
        # Remarks on style are many: they stand below what touches the evidence.
        shown = sorted(new, key=_is_note)[:_MOST_SHOWN]
        for rule in dict.fromkeys(finding.rule for finding in shown):
            group = FindingGroup(self._theme, [one for one in shown if one.rule == rule])
            group.set_open(is_open=rule in open_rules)
            group.row_opened.connect(self._on_row_opened)
            group.dismiss_requested.connect(self.dismiss_requested)
            group.update_requested.connect(self.update_requested)
            for row in group.rows:
                row.set_open(is_open=opened is not None and _is_same(opened, row.finding))
            self._groups.append(group)
            self._column.addWidget(group)
        hidden = len(new) - len(shown)
        self._nothing.setText(f"… and {hidden} more" if hidden > 0 else "Nothing to mend.")
        self._nothing.setVisible(not new or hidden > 0)

    def set_waiting(self) -> None:
        """Say that a memo has not been checked yet."""
        self._set_none("")

    def set_stopped(self, reason: str) -> None:
        """Say why the memo cannot be checked."""
        self._set_none(f"The checks cannot run. {reason}")
        self._is_stopped = True

    def _set_none(self, words: str) -> None:
        self._clear()
        self._findings = ()
        self._is_stopped = False
        self._header.set_title("Checks")
        self._nothing.setText(words)
        self._nothing.show()

    @property
    def opened(self) -> Finding | None:
        """Return the finding that is open, if it still holds."""
        return next((row.finding for row in self.rows if row.is_open), None)

    def step(self, by: int = 1) -> None:
        """Open the next finding, the first after the last; or the one before."""
        rows = self.rows
        if not rows:
            return
        start = -1 if by > 0 else 0
        current = next((n for n, row in enumerate(rows) if row.is_open), start)
        self._on_row_opened(rows[(current + by) % len(rows)])
        self.stepped.emit()

    def _clear(self) -> None:
        for group in self._groups:
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups.clear()

    def _on_row_opened(self, opened: FindingRow) -> None:
        for group in self._groups:
            for row in group.rows:
                row.set_open(is_open=row is opened)
            if opened in group.rows:
                group.set_open(is_open=True)
        self.finding_opened.emit(opened.finding)


def _is_note(finding: Finding) -> bool:
    return finding.severity is Severity.NOTE


def _is_same(one: Finding, other: Finding) -> bool:
    """Return whether two findings say the same, though the text moved in between."""
    return (one.rule, one.reason, one.place) == (other.rule, other.reason, other.place)
