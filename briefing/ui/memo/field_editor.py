"""An editor for one front matter field: a line, a line with a calendar, or a list of choices."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.model.partial_date import PartialDate
from briefing.model.template import FieldType, TemplateField
from briefing.ui.memo.calendar_popup import CalendarPopup
from briefing.ui.memo.field_values import kept_value, problem_with, shown_value
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import IconButton
from briefing.ui.widgets.labels import make_label, set_state

_LEAST_WIDTH = 168  # px at 100 %: a date in words and the calendar's button
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class FieldEditor(QWidget):
    """Says what was entered when the focus leaves or Enter is pressed; Esc takes it back."""

    entered = Signal(str)  # the value as it is kept
    left = Signal()  # Enter, Esc, or the focus went elsewhere
    confirmed = Signal()  # Enter, and the value is none that is wrong
    cancelled = Signal()  # Esc

    def __init__(
        self,
        theme: Theme,
        field: TemplateField,
        value: str,
        markings: Sequence[str],
        parent: QWidget | None = None,
        *,
        persons: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = field
        self._first = value
        self._is_done = False
        self._persons = tuple(persons)
        self._line: QLineEdit | None = None
        self._combo: QComboBox | None = None
        self._problem = make_label("", "error", is_wrapped=True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._fill(row, markings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._problem)

    @property
    def value(self) -> str:
        """Return what stands there, as it is kept."""
        if self._combo is not None and not self._combo.isEditable():
            return self._combo.currentText()
        return kept_value(self._field, self._line.text() if self._line is not None else "")

    def take_focus(self) -> None:
        """Take the keyboard, with the old value selected."""
        if self._line is not None:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.selectAll()
        elif self._combo is not None:
            self._combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, row: QHBoxLayout, markings: Sequence[str]) -> None:
        field = self._field
        if field.type is FieldType.CHOICE and field.choices:
            self._combo = self._make_combo(("", *field.choices), is_free=False)
        elif field.type is FieldType.MARKING:
            choices = field.choices or tuple(markings)
            self._combo = self._make_combo(("", *choices), is_free=True)
            self._line = self._combo.lineEdit()
        else:
            self._line = QLineEdit(shown_value(field, self._first))
        if field.type is FieldType.PERSON and self._line is not None:
            self._line.setCompleter(self._completer())
        focused: QWidget = self._line or self._combo or self
        focused.installEventFilter(self)
        for named in {focused, self._combo or focused}:  # an editable list has the focus itself
            named.setAccessibleName(field.label)
        row.addWidget(self._combo or focused, 1)
        if field.type is FieldType.DATE:
            row.addWidget(self._calendar_button())
        if field.type in (FieldType.DATE, FieldType.MARKING):
            self.setMinimumWidth(self._theme.px(_LEAST_WIDTH))
        self.setFocusProxy(focused)

    def _make_combo(self, choices: Sequence[str], *, is_free: bool) -> QComboBox:
        combo = QComboBox()
        combo.addItems([self._first, *choices] if self._first not in choices else list(choices))
        combo.setEditable(is_free)
        combo.setCurrentText(self._first)
        combo.activated.connect(self._on_combo_activated)
        return combo

    def _completer(self) -> QCompleter:
        """Return what offers the persons of earlier memos by any part of their names."""
        completer = QCompleter(self._persons, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def _calendar_button(self) -> IconButton:
        button = IconButton(self._theme, "calendar", "Pick a day", size=15)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_calendar_clicked)
        return button

    def _on_calendar_clicked(self) -> None:
        try:
            day = PartialDate.parse(self.value).first_day()
        except ValueError:
            day = None  # today is shown then
        popup = CalendarPopup(self._theme, day, self)
        popup.picked.connect(self._on_day_picked)
        popup.open_below(self)

    def _on_day_picked(self, day: date) -> None:
        if self._line is not None:
            self._line.setText(PartialDate.from_date(day).human())
            self._finish()

    def _on_combo_activated(self) -> None:
        self._finish()

    def _finish(self) -> None:
        """Hand the value over, unless it is wrong; then say so and stay."""
        if not self._is_done and self._show_problem():
            if self.value != self._first:
                self.entered.emit(self.value)
            self._leave()

    def _show_problem(self) -> bool:
        """Say what is wrong with the value; return whether nothing is."""
        problem = problem_with(self._field, self.value)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if self._line is not None:
            set_state(self._line, "bad" if problem else "")
        return not problem

    def _leave(self) -> None:
        """Have done: the focus that goes away with the widget means nothing any more."""
        if not self._is_done:
            self._is_done = True
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish()
                if self._show_problem():
                    self.confirmed.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                self.cancelled.emit()
                return True
        is_left = event.type() is QEvent.Type.FocusOut
        if is_left and isinstance(event, QFocusEvent) and event.reason() not in _PASSING:
            self._finish()
        return super().eventFilter(watched, event)
