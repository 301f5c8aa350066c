"""The card of a memo's front matter, above its text: each field is changed where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from briefing.model.template import FieldType, TemplateField
from briefing.ui.memo.field_cell import FieldCell
from briefing.ui.memo.field_values import is_at_right, is_wide
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

Fields = tuple[tuple[str, str], ...]
_LABELS = {"csl": "Citations"}  # of fields that no template names
_LABEL_WIDTH = 56  # px at 100 %


class FieldsCard(QFrame):
    """The template's fields in two columns; empty ones that may stay so wait in a row below."""

    fields_changed = Signal(object)  # Fields
    left = Signal()  # by the keyboard: the text is meant to have it

    def __init__(
        self, theme: Theme, markings: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markings = tuple(markings)
        self._persons: tuple[str, ...] = ()
        self._known: tuple[TemplateField, ...] = ()
        self._fields: Fields = ()
        self._asked: set[str] = set()  # empty fields that the user wants to fill
        self._cells: dict[str, FieldCell] = {}
        self._buttons: dict[str, TextButton] = {}  # of the empty fields, by their names
        self._body: QWidget | None = None
        self.setProperty("role", "card")
        self.setProperty("state", "quiet")
        self.setAccessibleName("Fields of the memo")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(14, 10, 14, 10)

    @property
    def fields(self) -> Fields:
        """Return the fields as they are shown."""
        return self._fields

    def set_memo(self, known: Sequence[TemplateField], fields: Fields) -> None:
        """Show the fields of a memo; those the template does not know stand last, as text."""
        names = {field.name for field in known}
        others = (name for name, _ in fields if name not in names and name != "template")
        extra = tuple(TemplateField(name, _label(name)) for name in others)
        new = (*known, *extra)
        is_same = new == self._known and self._shown(fields) == list(self._cells)
        self._known, self._fields = new, fields
        if is_same:
            values = dict(fields)
            for name, cell in self._cells.items():
                cell.set_value(values.get(name, ""))
        else:
            self._asked.clear()
            self._rebuild()

    def set_persons(self, persons: Sequence[str]) -> None:
        """Take whom the fields for a person offer."""
        self._persons = tuple(persons)
        for cell in self._cells.values():
            cell.persons = self._persons

    def edit_first(self) -> None:
        """Edit the first field."""
        first = next(iter(self._cells.values()), None)
        if first is not None:
            first.edit()

    def edit_field(self, name: str) -> None:
        """Edit a field, which is shown if it was not."""
        if name not in self._cells and name in {field.name for field in self._known}:
            self._asked.add(name)
            self._rebuild()
        if name in self._cells:
            self._cells[name].edit()

    def cell(self, name: str) -> FieldCell | None:
        """Return the cell of a field that is shown."""
        return self._cells.get(name)

    def _shown(self, fields: Fields) -> list[str]:
        values = dict(fields)
        return [
            field.name
            for field in self._known
            if field.required
            or values.get(field.name)
            or field.name in self._asked
            or field.type is FieldType.MARKING
        ]

    def _rebuild(self) -> None:
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        values = dict(self._fields)
        shown = set(self._shown(self._fields))
        self._cells = {
            field.name: self._make_cell(field, values.get(field.name, ""))
            for field in self._known
            if field.name in shown
        }
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._grid())
        self._buttons = {}
        waiting = [field for field in self._known if field.name not in shown]
        if waiting:
            column.addLayout(self._waiting_row(waiting))
        self._outer.addWidget(self._body)
        self.updateGeometry()

    def _make_cell(self, field: TemplateField, value: str) -> FieldCell:
        cell = FieldCell(self._theme, field, value, self._markings, persons=self._persons)
        cell.entered.connect(self._on_cell_entered)
        return cell

    def _grid(self) -> QGridLayout:
        """Lay cells out: persons and texts left, dates and choices right, the subject across."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        rows = [0, 0]
        wide: list[FieldCell] = []
        for cell in self._cells.values():
            if is_wide(cell.field):
                wide.append(cell)
                continue
            side = 1 if is_at_right(cell.field) else 0
            self._place(grid, cell, rows[side], 2 * side, 1)
            rows[side] += 1
        for row, cell in enumerate(wide, max(rows)):
            self._place(grid, cell, row, 0, 3)
        grid.setColumnMinimumWidth(0, self._theme.px(_LABEL_WIDTH))
        grid.setColumnMinimumWidth(2, self._theme.px(_LABEL_WIDTH))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        return grid

    def _place(self, grid: QGridLayout, cell: FieldCell, row: int, column: int, span: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        label = make_label(cell.field.label, "muted")
        label.setBuddy(cell)
        grid.addWidget(label, row, column, top)
        grid.addWidget(cell, row, column + 1, 1, span, top)

    def _waiting_row(self, waiting: Sequence[TemplateField]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for field in waiting:
            button = self._buttons[field.name] = TextButton(
                self._theme, field.label, "pill", "plus"
            )
            button.setAccessibleName(f"Add {field.label}")
            button.setObjectName(field.name)
            button.clicked.connect(self._on_waiting_clicked)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _go(self, by: int) -> None:
        """Go on to another field; what is being changed is entered, and the next one opened."""
        focused = self.window().focusWidget()
        names = [*self._cells, *self._buttons]
        widgets = [*self._cells.values(), *self._buttons.values()]
        at = next((n for n, one in enumerate(widgets) if _holds(one, focused)), -1)
        wanted = names[at + by] if 0 <= at + by < len(names) else ""
        is_editing = any(cell.editor for cell in self._cells.values())
        self.setFocus(Qt.FocusReason.TabFocusReason)  # what is entered may lay the card out anew
        cell = self._cells.get(wanted)
        target = cell or self._buttons.get(wanted)
        if target is None:
            self.left.emit()
        elif cell is not None and is_editing:
            cell.edit()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_waiting_clicked(self) -> None:
        self.edit_field(self.sender().objectName())

    def _on_cell_entered(self, name: str, value: str) -> None:
        """Put the value into the fields, in the place of the old one or at the end."""
        if name in dict(self._fields):
            self._fields = tuple((n, value if n == name else v) for n, v in self._fields)
        else:
            self._fields = (*self._fields, (name, value))
        self.fields_changed.emit(self._fields)

    # ---- what Qt calls ----

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Take Tab here: the editor round the card keeps it for its text."""
        self._go(1 if next else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _holds(widget: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (widget is focused or widget.isAncestorOf(focused))


def _label(name: str) -> str:
    return _LABELS.get(name, name.capitalize())
