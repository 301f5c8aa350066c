"""The sheet that changes several facts at once; what is left empty stays as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from briefing.model.fact import Confidence, FactKind
from briefing.model.fact_history import FactEdit
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.facts.reason_sheet import read_date
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label, set_state


class BulkSheet(Sheet):
    """Kind, confidence, date and tags of all facts that are selected."""

    answered = Signal(object)  # a FactEdit

    def __init__(self, theme: Theme, count: int, parent: QWidget) -> None:
        super().__init__(theme, f"Edit {count:,} fact{'' if count == 1 else 's'}", parent)
        told = "What you leave as it is stays different from fact to fact. One undo takes it back."
        self.content.addWidget(make_label(told, "muted", is_wrapped=True))
        self._kind = _choice("Kind", list(FactKind))
        self._confidence = _choice("Confidence", list(Confidence))
        self._as_of = _line("As of", "2025, 2025-09 or 2025-09-03")
        self._add = _line("Add tags", "region/mexico, topic/cartels")
        self._remove = _line("Remove tags", "topic/old")
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for field in (self._kind, self._confidence, self._as_of, self._add, self._remove):
            form.addRow(make_label(field.accessibleName(), "muted"), field)
        self.content.addLayout(form)
        self._problem = make_label("", "error", is_wrapped=True)
        self._problem.hide()
        self.content.addWidget(self._problem)
        leave = TextButton(theme, "Cancel")
        leave.clicked.connect(self.reject)
        keep = TextButton(theme, "Change", "accent")
        keep.clicked.connect(self._on_keep_clicked)
        self.add_buttons((leave, keep))
        self.setMinimumWidth(theme.px(460))
        self._kind.setFocus()

    def choose(self, kind: FactKind | None, confidence: Confidence | None) -> None:
        """Set what all of them are to be; None leaves it."""
        self._kind.setCurrentIndex(max(self._kind.findData(kind), 0))
        self._confidence.setCurrentIndex(max(self._confidence.findData(confidence), 0))

    def _on_keep_clicked(self) -> None:
        try:
            as_of = read_date(self._as_of.text())
        except ValueError:
            self._problem.setText("Write the date as 2025, 2025-09 or 2025-09-03.")
            self._problem.show()
            set_state(self._as_of, "bad")
            self._as_of.setFocus()
            return
        edit = FactEdit(
            kind=self._kind.currentData(),
            confidence=self._confidence.currentData(),
            tags_add=_tags(self._add.text()),
            tags_remove=_tags(self._remove.text()),
            as_of=as_of,
        )
        if edit != FactEdit():
            self.answered.emit(edit)
        self.accept()


def _tags(text: str) -> tuple[str, ...]:
    return tuple(tag.strip() for tag in text.split(",") if tag.strip())


def _choice(name: str, values: list[FactKind] | list[Confidence]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem("leave as it is", None)
    for value in values:
        box.addItem(value.value, value)
    return box


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    return line
