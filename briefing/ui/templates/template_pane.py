"""The text of one template: changed, checked as it is typed, its sections added and moved."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from briefing.model.house_style import StyleRoles
from briefing.services.template_editing import Origin, ShelvedTemplate, TemplateFault
from briefing.text.template_edits import Change, with_field, with_section, with_section_moved
from briefing.text.template_style import with_house_style
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.utf16 import code_point_offset, utf16_offset
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label, set_state

_PAUSE = 250  # ms after a key, before the text is checked
_FIXED = "It comes with the program and stays as it is. Copy it to change it."


class TemplatePane(QWidget):
    """Shows a template; `text_changed` comes at a pause of the typing."""

    text_changed = Signal(str)
    style_requested = Signal(str)  # the text as it stands

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._kept = ""
        self._faults: tuple[TemplateFault, ...] = ()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Text of the template")
        self.text.setFont(theme.font(FontRole.MONO))
        self.text.setTabChangesFocus(True)
        self.told = make_label("", "muted", is_wrapped=True)
        self.faults = QListWidget()
        self.faults.setAccessibleName("Faults of the template")
        self.faults.setWordWrap(True)
        self.faults.itemActivated.connect(self._on_fault_activated)
        self.faults.itemClicked.connect(self._on_fault_activated)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.text.textChanged.connect(self._timer.start)
        self._tools = self._make_tools()
        self._lay_out()

    @property
    def is_changed(self) -> bool:
        """Return whether something was typed that is not kept yet."""
        return not self.text.isReadOnly() and self.text.toPlainText() != self._kept

    def show_template(self, shown: ShelvedTemplate) -> None:
        """Show a template from its beginning."""
        is_fixed = shown.origin is Origin.PROGRAM
        self._kept = shown.text
        self.text.setPlainText(shown.text)
        self._timer.stop()
        self.text.setReadOnly(is_fixed)
        for tool in self._tools:
            tool.setEnabled(not is_fixed)
        self.show_faults(shown.faults, _summary(shown) if not is_fixed else _FIXED)

    def use_style(self, style: str, roles: StyleRoles) -> None:
        """Name a house style in the text, and the styles of its roles."""
        self._change(lambda text, point: (with_house_style(text, style, roles), point))

    def note_kept(self) -> None:
        """Hear that the text was kept as it stands."""
        self._kept = self.text.toPlainText()

    def show_faults(self, faults: Sequence[TemplateFault], told: str = "") -> None:
        """Show what is wrong; a press goes to the line."""
        self._faults = tuple(faults)
        is_cursor_seen = self.text.viewport().rect().contains(self.text.cursorRect())
        self.faults.clear()
        self.faults.addItems([f"Line {fault.line}: {fault.reason}." for fault in self._faults])
        self.faults.setVisible(bool(self._faults))
        sound = told or "Nothing is wrong with this template."
        self.told.setText("New memos cannot begin from it yet:" if self._faults else sound)
        set_state(self.told, "warn" if self._faults else "")
        if is_cursor_seen:  # the list takes its room from the text
            self._column.activate()
            self.text.ensureCursorVisible()

    def go_to_line(self, line: int) -> None:
        """Put the cursor at a line, counted from 1."""
        block = self.text.document().findBlockByNumber(max(line - 1, 0))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.setFocus()

    def _make_tools(self) -> tuple[TextButton, ...]:
        rows: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            ("Add section", "plus", "", partial(self._change, with_section)),
            ("Add field", "plus", "", self._add_field),
            ("Section up", "arrow-up", "Alt+Up", partial(self._move, -1)),
            ("Section down", "arrow-down", "Alt+Down", partial(self._move, 1)),
            ("House style…", "file-type", "", self._on_style_clicked),
        )
        tools: list[TextButton] = []
        for text, icon, key, work in rows:
            button = TextButton(self._theme, text, "pill", icon)
            button.clicked.connect(work)
            if key:
                button.setToolTip(f"{text} ({key})")
                QShortcut(QKeySequence(key), self.text, work)
            tools.append(button)
        return tuple(tools)

    def _lay_out(self) -> None:
        px = self._theme.px
        row = QHBoxLayout()
        row.setSpacing(px(4))
        for tool in self._tools:
            row.addWidget(tool)
        row.addStretch(1)
        self.faults.setMaximumHeight(px(110))
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(self.told)
        column.addWidget(self.faults)

    def _on_style_clicked(self) -> None:
        self.style_requested.emit(self.text.toPlainText())

    def _add_field(self) -> None:
        self._change(lambda text, _: with_field(text))

    def _move(self, by: int) -> None:
        self._change(lambda text, point: with_section_moved(text, point, by))

    def _change(self, work: Callable[[str, int], Change]) -> None:
        """Change the text in one step that can be undone."""
        if self.text.isReadOnly():
            return
        old = self.text.toPlainText()
        new, point = work(old, code_point_offset(old, self.text.textCursor().position()))
        if new != old:
            cursor = self.text.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(new)
        cursor = self.text.textCursor()
        cursor.setPosition(utf16_offset(new, point))
        self.text.setTextCursor(cursor)
        self.text.setFocus()

    def _on_timer_timeout(self) -> None:
        if self.is_changed:
            self.text_changed.emit(self.text.toPlainText())

    def _on_fault_activated(self) -> None:
        row = self.faults.currentRow()
        if 0 <= row < len(self._faults):
            self.go_to_line(self._faults[row].line)


def _summary(shown: ShelvedTemplate) -> str:
    template = shown.template
    if template is None:
        return ""
    parts = [f"{len(template.fields)} fields", f"{len(template.sections)} sections"]
    parts += [f"{template.pages} pages"] if template.pages else []
    parts += [f"{template.words:,} words"] if template.words else []
    return f"Nothing is wrong with this template: {', '.join(parts)}."
