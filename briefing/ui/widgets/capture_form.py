"""The form in which a passage becomes a fact: what it states, of what kind, as of when."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.model.fact import Confidence, FactDraft, FactKind, FactStatus
from briefing.model.partial_date import PartialDate
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label, set_state

_NO_CONFIDENCE = "not stated"


class CaptureForm(QFrame):
    """Asks for a fact's parts; Ctrl+Return keeps it, Escape leaves it."""

    kept = Signal(object)  # a FactDraft
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._title = make_label("Capture fact", "strong")
        self._quote = make_label("", "muted", is_wrapped=True)
        self._statement = QPlainTextEdit()
        self._statement.setAccessibleName("Statement")
        self._statement.setTabChangesFocus(True)
        self._statement.setFixedHeight(theme.px(58))
        self._kind = _choice("Kind", [kind.value for kind in FactKind])
        self._status = _choice("Status", [status.value for status in FactStatus])
        self._confidence = _choice("Confidence", [_NO_CONFIDENCE, *Confidence])
        self._value = _line("Value", "59")
        self._unit = _line("Unit", "people, US dollars, %")
        self._as_of = _line("As of", "2025, 2025-09 or 2025-09-03")
        self._tags = _line("Tags", "region/mexico, topic/cartels")
        self._problem = make_label("", "error", is_wrapped=True)
        self._problem.hide()
        self._keep = TextButton(theme, "Keep fact", "accent", "check")
        self._keep.setToolTip("Ctrl+Return")
        self._keep.clicked.connect(self._on_keep_clicked)
        self._leave = TextButton(theme, "Cancel")
        self._leave.clicked.connect(self.left)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(44, 12, 44, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._quote)
        layout.addWidget(self._statement)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        parts = (
            (self._kind, self._value, self._unit, self._as_of),
            (self._confidence, self._status, self._tags),
        )
        for row, widgets in enumerate(parts):
            for column, widget in enumerate(widgets):
                is_last = column == len(widgets) - 1
                span = 4 - column if is_last else 1
                grid.addWidget(_titled(widget), row, column, 1, span)
        layout.addLayout(grid)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._keep)
        layout.addLayout(buttons)

    def ask(self, title: str, quote: str, draft: FactDraft) -> None:
        """Show a draft to be completed."""
        self._title.setText(title)
        self._quote.setText(f"“{quote}”" if quote else "")
        self._quote.setVisible(bool(quote))
        self._statement.setPlainText(draft.statement)
        self._kind.setCurrentText(draft.kind.value)
        self._status.setCurrentText(draft.status.value)
        self._confidence.setCurrentText(draft.confidence or _NO_CONFIDENCE)
        self._value.setText("" if draft.value is None else f"{draft.value:f}")
        self._unit.setText(draft.unit)
        self._as_of.setText(str(draft.as_of or ""))
        self._tags.setText(", ".join(draft.tags))
        self._show_problem("", None)
        self._statement.setFocus()
        self._statement.selectAll()

    def _on_keep_clicked(self) -> None:
        draft = self._read()
        if draft is not None:
            self.kept.emit(draft)

    def _read(self) -> FactDraft | None:
        statement = " ".join(self._statement.toPlainText().split())
        if not statement:
            return self._show_problem("Say what the fact states.", self._statement)
        try:
            value = _number(self._value.text())
        except ValueError:
            return self._show_problem("The value is a number, such as 59 or 3.2.", self._value)
        try:
            as_of = _date(self._as_of.text())
        except ValueError:
            return self._show_problem("Write the date as 2025, 2025-09 or 2025-09-03.", self._as_of)
        confidence = self._confidence.currentText()
        return FactDraft(
            statement=statement,
            kind=FactKind(self._kind.currentText()),
            value=value,
            unit=self._unit.text().strip(),
            as_of=as_of,
            confidence=None if confidence == _NO_CONFIDENCE else Confidence(confidence),
            tags=tuple(tag.strip() for tag in self._tags.text().split(",") if tag.strip()),
            status=FactStatus(self._status.currentText()),
        )

    def _show_problem(self, text: str, where: QWidget | None) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        for field in (self._value, self._as_of):
            set_state(field, "bad" if field is where else "")
        if where is not None:
            where.setFocus()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_return and (has_control or isinstance(self.focusWidget(), QLineEdit)):
            self._on_keep_clicked()
        else:
            super().keyPressEvent(event)


def _number(text: str) -> Decimal | None:
    """Return what a figure says, commas between its thousands or not; ValueError if it is none."""
    digits = text.replace(",", "").strip()
    if not digits:
        return None
    try:
        value = Decimal(digits)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not value.is_finite():
        raise ValueError(text)
    return value


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text.strip() else None


def _choice(name: str, values: list[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(values)
    box.setAccessibleName(name)
    return box


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    return line


def _titled(widget: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(make_label(widget.accessibleName(), "small"))
    column.addWidget(widget)
    return box
