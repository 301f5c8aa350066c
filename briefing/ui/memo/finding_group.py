"""Findings of one rule: one line that counts them, opened the findings themselves."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model.finding import Finding, Severity
from briefing.ui.memo.finding_row import FINDING_LOOKS, FindingRow
from briefing.ui.memo.press_row import PressRow
from briefing.ui.theme import Theme

# What a rule finds, one of it and several.
_COUNTED = {
    "unsourced-sentence": ("sentence without a source", "sentences without a source"),
    "unknown-citation": ("citation of nothing here", "citations of nothing here"),
    "changed-evidence": ("cited fact to look at", "cited facts to look at"),
    "figures-against-quote": ("difference from its quote", "differences from their quotes"),
    "weak-source": ("key statement on weak sources", "key statements on weak sources"),
    "stale-source": ("sentence on an old source", "sentences on old sources"),
    "single-source": ("key statement on one source", "key statements on one source"),
    "missing-fields": ("field to fill in", "fields to fill in"),
    "required-sections": ("section still to write", "sections still to write"),
    "bottom-line-first": ("bottom line to put first", "bottom lines to put first"),
    "decision-deadline": ("deadline to give", "deadlines to give"),
    "page-limit": ("page limit passed", "page limits passed"),
    "word-limit": ("part over its length", "parts over their length"),
    "portion-marks": ("mark to look at", "marks to look at"),
    "options-weighed": ("option to weigh", "options to weigh"),
    "contradicting-figures": ("contradiction within the memo", "contradictions within the memo"),
    "likelihood-words": ("word off the scale", "words off the scale"),
    "mixed-scales": ("term of another scale or row", "terms of another scale or row"),
    "likelihood-with-confidence": ("sentence of two measures", "sentences of two measures"),
    "acronyms": ("acronym to look at", "acronyms to look at"),
    "long-sentence": ("long sentence", "long sentences"),
    "passive-voice": ("sentence in the passive", "sentences in the passive"),
    "nominal-style": ("verb hidden in a noun", "verbs hidden in nouns"),
    "alt-text": ("picture without words", "pictures without words"),
    "table-header": ("table without headers", "tables without headers"),
    "heading-order": ("heading out of order", "headings out of order"),
    "link-text": ("link that tells nothing", "links that tell nothing"),
}


class FindingGroup(QWidget):
    """A rule's findings; one alone stands without a heading."""

    row_opened = Signal(object)  # a FindingRow
    dismiss_requested = Signal(object)  # a Finding
    update_requested = Signal(object)  # a Finding

    def __init__(
        self, theme: Theme, findings: Sequence[Finding], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.findings = tuple(findings)
        self.rows = tuple(FindingRow(theme, finding) for finding in findings)
        for row in self.rows:
            row.opened.connect(self.row_opened)
            row.dismiss_requested.connect(self.dismiss_requested)
            row.update_requested.connect(self.update_requested)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0 if self.is_single else theme.px(12), 0, 0, 0)
        inside.setSpacing(2)
        for row in self.rows:
            inside.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._heading = None if self.is_single else self._make_heading(theme)
        if self._heading is not None:
            column.addWidget(self._heading)
        column.addWidget(self._inside)
        self.set_open(is_open=self.is_single)

    @property
    def is_single(self) -> bool:
        """Return whether there is but one finding."""
        return len(self.findings) == 1

    @property
    def is_open(self) -> bool:
        """Return whether the findings are seen."""
        return not self._inside.isHidden()

    @property
    def words(self) -> str:
        """Return what the heading says."""
        return self._heading.words if self._heading is not None else self.findings[0].reason

    def set_open(self, *, is_open: bool) -> None:
        """Show the findings, or the heading alone."""
        self._inside.setVisible(is_open or self.is_single)

    def _make_heading(self, theme: Theme) -> PressRow:
        worst = min(self.findings, key=lambda finding: list(Severity).index(finding.severity))
        heading = PressRow(theme, counted(self.findings), *FINDING_LOOKS[worst.severity])
        heading.setToolTip("Show them, or F8 to go from one to the next")
        heading.pressed.connect(self._on_heading_pressed)
        return heading

    def _on_heading_pressed(self) -> None:
        self.set_open(is_open=not self.is_open)


def counted(findings: Sequence[Finding]) -> str:
    """Return how many findings of a rule there are, in words."""
    count, rule = len(findings), findings[0].rule
    one, several = _COUNTED.get(rule, (rule.replace("-", " "), rule.replace("-", " ")))
    return f"{count} {one if count == 1 else several}"
