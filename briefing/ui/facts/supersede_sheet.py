"""The sheet that asks which fact takes the place of one, and shows what that touches."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from briefing.model.fact import Fact
from briefing.model.ripple import TouchedSentence
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.facts.reason_sheet import read_date
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.fact_chooser import FactChooser
from briefing.ui.widgets.labels import make_label


class SupersedeSheet(Sheet):
    """Asks for the newer fact (unless it is given), the reason, and since when."""

    answered = Signal(str, str, object)  # the newer fact, the reason, a PartialDate or None

    def __init__(self, theme: Theme, older: Fact, newer: Fact | None, parent: QWidget) -> None:
        super().__init__(theme, "Supersede the fact", parent)
        self._newer = newer
        self.content.addWidget(make_label("No longer to be used:", "small"))
        self.content.addWidget(make_label(f"“{older.statement}”", is_wrapped=True))
        self.content.addWidget(make_label("In its place:", "small"))
        self.chooser = FactChooser("Search the newer fact by its words")
        self.chooser.leave_out((older.uid,))
        self.chooser.fact_taken.connect(self._on_keep_clicked)
        self.chooser.current_changed.connect(self._on_current_changed)
        if newer is None:
            self.content.addWidget(self.chooser, 2)
        else:
            self.content.addWidget(make_label(f"“{newer.statement}”", "strong", is_wrapped=True))
        self._reason = _line("Reason (optional)", "A later count, a correction, a new decision")
        self._since = _line(
            "As of (optional)", "Else the newer fact's date: 2025, 2025-09 or 2025-09-03"
        )
        for line in (self._reason, self._since):
            self.content.addWidget(make_label(line.accessibleName(), "small"))
            self.content.addWidget(line)
        self._touched = make_label("", "small", is_wrapped=True)
        self._sentences = self._make_sentences()
        self._problem = make_label("", "error", is_wrapped=True)
        self._problem.hide()
        for widget in (self._touched, self._sentences, self._problem):
            self.content.addWidget(widget)
        self._add_buttons(can_keep=newer is not None)
        self.resize(theme.px(640), theme.px(600 if newer is None else 420))
        (self.chooser if newer is None else self._reason).setFocus()

    def _make_sentences(self) -> QListWidget:
        sentences = QListWidget()
        sentences.setAccessibleName("Sentences that cite it")
        sentences.setWordWrap(True)
        sentences.setSpacing(3)
        sentences.setMaximumHeight(self.theme.px(110))
        sentences.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sentences.hide()
        return sentences

    def _add_buttons(self, *, can_keep: bool) -> None:
        leave = TextButton(self.theme, "Cancel")
        leave.clicked.connect(self.reject)
        self._keep = TextButton(self.theme, "Supersede", "accent")
        self._keep.setEnabled(can_keep)
        self._keep.clicked.connect(self._on_keep_clicked)
        self.add_buttons((leave, self._keep))

    def show_touched(self, touched: Sequence[TouchedSentence]) -> None:
        """List the sentences that cite the older fact."""
        memos = len({one.memo_uid for one in touched})
        self._touched.setText(
            f"It stands in {len(touched):,} sentence{'s' if len(touched) > 1 else ''} of {memos:,}"
            f" memo{'s' if memos > 1 else ''}. You can bring them up to date next:"
            if touched
            else "No memo cites it."
        )
        self._sentences.addItems([f"{one.title}: {' '.join(one.text.split())}" for one in touched])
        self._sentences.setVisible(bool(touched))

    def _on_current_changed(self, uid: str) -> None:
        self._keep.setEnabled(self._newer is not None or bool(uid))

    def _on_keep_clicked(self) -> None:
        newer = self._newer.uid if self._newer else self.chooser.current()
        if newer is None:
            return
        try:
            since = read_date(self._since.text())
        except ValueError:
            self._problem.setText("Write the date as 2025, 2025-09 or 2025-09-03.")
            self._problem.show()
            self._since.setFocus()
            return
        self.answered.emit(newer, " ".join(self._reason.text().split()), since)
        self.accept()


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    return line
