"""The bar to find and replace in a memo; it counts, marks what it finds, and says what is wrong."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing.ui.editor.find_pattern import FindOptions, FindPattern, compile_pattern
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import IconButton, TextButton
from briefing.ui.widgets.labels import make_frame, make_label, set_state

_PAUSE = 120  # ms after a letter


class FindBar(QWidget):
    """Words, options and buttons; who owns the text does the finding."""

    pattern_changed = Signal(object)  # a FindPattern
    step_requested = Signal(int)  # 1 next, -1 previous
    replace_requested = Signal(str)
    replace_all_requested = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pattern = FindPattern(None)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._build()
        self.hide()

    @property
    def pattern(self) -> FindPattern:
        """Return what is looked for."""
        return self._pattern

    def open_bar(self, words: str, *, replaces: bool) -> None:
        """Come up with the selected words, ready to be typed over."""
        self.show()
        self._replace_row.setVisible(replaces)
        if words:
            with QSignalBlocker(self._words):
                self._words.setText(words)
        self._words.selectAll()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def close_bar(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def set_count(self, number: int, count: int) -> None:
        """Say which one of how many is shown; `number` is 0 for none."""
        self.complain("")
        if not self._words.text():
            self._count.setText("")
        elif count:
            self._count.setText(f"{number} of {count}" if number else f"{count} found")
        else:
            self._count.setText("Nothing found")
        for button in (self._next, self._previous, self._replace_one, self._replace_all):
            button.setEnabled(count > 0)

    def note(self, words: str) -> None:
        """Say what was done."""
        self._count.setText(words)

    def complain(self, words: str) -> None:
        """Say what is wrong with an expression."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        set_state(self._words, "bad" if words else "")

    def _build(self) -> None:
        frame = make_frame("strip")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 7, 10, 7)
        column.setSpacing(6)
        self._words = self._field("Find")
        self._words.textChanged.connect(self._on_words_changed)
        self._replacement = self._field("Replace with")
        self._count = make_label("", "small")
        self._count.setMinimumWidth(self._theme.px(84))
        self._options = [QCheckBox(name) for name in ("Match case", "Whole words", "Expression")]
        for box in self._options:
            box.toggled.connect(self._look)
        self._problem = make_label("", "error", is_wrapped=True)
        self._problem.hide()
        self._replace_row = QWidget()
        column.addLayout(self._find_row())
        options = QHBoxLayout()
        options.setSpacing(12)
        for box in self._options:
            options.addWidget(box)
        options.addStretch(1)
        column.addLayout(options)
        self._fill_replace_row()
        column.addWidget(self._replace_row)
        column.addWidget(self._problem)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setMinimumWidth(self._theme.px(120))
        return field

    def _find_row(self) -> QHBoxLayout:
        self._previous = IconButton(self._theme, "arrow-up", "Find previous (Shift+F3)")
        self._next = IconButton(self._theme, "arrow-down", "Find next (F3)")
        close = IconButton(self._theme, "x", "Close (Esc)")
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self._count)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(close)
        return row

    def _fill_replace_row(self) -> None:
        self._replace_one = TextButton(self._theme, "Replace")
        self._replace_all = TextButton(self._theme, "Replace all")
        self._replace_one.clicked.connect(
            lambda: self.replace_requested.emit(self._replacement.text())
        )
        self._replace_all.clicked.connect(
            lambda: self.replace_all_requested.emit(self._replacement.text())
        )
        column = QVBoxLayout(self._replace_row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._replacement, 1)
        row.addWidget(self._replace_one)
        row.addWidget(self._replace_all)
        column.addLayout(row)

    def _look(self) -> None:
        case, whole, regex = (box.isChecked() for box in self._options)
        options = FindOptions(match_case=case, whole_words=whole, is_regex=regex)
        self._pattern = compile_pattern(self._words.text(), options)
        self.pattern_changed.emit(self._pattern)

    def _on_words_changed(self) -> None:
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self._look()
            if self._replacement.hasFocus():
                self.replace_requested.emit(self._replacement.text())
            else:
                is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.step_requested.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)
