"""A search line: words as typed, and a chip for each field of the query.

The query stays one line of text, `line()`: the filters, then the words. A finished filter
(`tag:region/mexico `) becomes a chip; pressing a chip takes it away; Backspace before the first
letter brings the last one back as text. A blank at the end says that the last word is whole.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from briefing.text.query_chips import query_chips, without
from briefing.text.query_tokens import tokens
from briefing.ui.theme import Theme
from briefing.ui.widgets.chip_button import ChipButton
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import set_state

_PAUSE = 60  # ms after a key; searching does not wait for the end of typing


class SearchLine(QFrame):
    """Emits `line_changed` shortly after each change, never twice for one that is the same."""

    line_changed = Signal(str)
    left_downwards = Signal()  # the Down key or Return: to the list

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "Search title, text, publisher and tags",
        name: str = "Search the articles",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[ChipButton] = []
        self._told = ("", False)
        self.setProperty("role", "field")
        self._edit = QLineEdit()
        self._edit.setProperty("role", "bare")
        self._edit.setPlaceholderText(placeholder)
        self._edit.setAccessibleName(name)
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.installEventFilter(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(9, 4, 5, 4)
        self._layout.setSpacing(5)
        self._layout.addWidget(IconLabel(theme, "search", "ink", 15))
        self._layout.addWidget(self._edit, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._edit.textEdited.connect(self._on_edit_text_edited)
        self._edit.returnPressed.connect(self._on_edit_return_pressed)
        self.setFocusProxy(self._edit)

    def line(self) -> str:
        """Return the query as one line of text."""
        parts = [*(chip.text() for chip in self._chips), self._edit.text().strip()]
        return " ".join(part for part in parts if part)

    @property
    def is_ended(self) -> bool:
        """Return whether the last word is whole, and does not go on."""
        return self._edit.text().endswith(" ")

    def set_line(self, line: str) -> None:
        """Show another query and tell of it at once; a blank at its end ends it."""
        self._show(line)
        self._tell()

    def take_focus(self) -> None:
        """Put the cursor in the line, with its words selected."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def _show(self, line: str) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips.clear()
        words = line
        chips = () if _is_structured(line) else query_chips(line)
        for found in reversed(chips):
            words = without(words, found)
        for found in chips:
            self._add_chip(found.text)
        end = " " if line.endswith(" ") and words.strip() else ""
        self._edit.setText(" ".join(words.split()) + end)

    def _take_chips(self) -> None:
        """Make chips of what was finished, and leave room for the next word."""
        self._show(f"{self.line()} ")

    def _add_chip(self, text: str) -> None:
        chip = ChipButton(self._theme, text)
        chip.setMaximumWidth(self._theme.px(180))
        chip.removal_requested.connect(self._on_chip_removal_requested)
        self._chips.append(chip)
        self._layout.addWidget(chip)
        chip.show()

    def _tell(self) -> None:
        self._pause.stop()
        told = self.line(), self.is_ended
        if told != self._told:
            self._told = told
            self.line_changed.emit(told[0])

    def _on_edit_text_edited(self, text: str) -> None:
        at_end = self._edit.cursorPosition() == len(text)
        is_finished = text.endswith(" ") and at_end and not _is_quoting(text)
        if is_finished and not _is_structured(self.line()) and query_chips(text):
            self._take_chips()
        self._pause.start()

    def _on_edit_return_pressed(self) -> None:
        self._show(self.line() + " " * self.is_ended)
        self._tell()
        self.left_downwards.emit()

    def _on_chip_removal_requested(self, text: str) -> None:
        chip = next(chip for chip in self._chips if chip.text() == text)
        self._drop(chip)
        self._tell()
        self._edit.setFocus()

    def _drop(self, chip: ChipButton) -> None:
        self._chips.remove(chip)
        self._layout.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_state(self, "current" if event.type() is QEvent.Type.FocusIn else "")
        if (
            watched is self._edit
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            if self.line():
                self.set_line("")
            else:
                self.left_downwards.emit()
            return True
        if event.matches(QKeySequence.StandardKey.Copy) and self._is_all_selected():
            QGuiApplication.clipboard().setText(self.line())
            return True
        at_start = not self._edit.hasSelectedText() and self._edit.cursorPosition() == 0
        if event.key() == Qt.Key.Key_Backspace and at_start and self._chips:
            text = self._chips[-1].text()
            self._drop(self._chips[-1])
            self._edit.setText(f"{self._edit.text()} {text}".strip())
            self._pause.start()
            return True
        return False

    def _is_all_selected(self) -> bool:
        return bool(self._chips) and self._edit.selectedText() == self._edit.text()


def _is_structured(line: str) -> bool:
    """Return whether fields hang together with words, so that taking them out changes the sense."""
    return "(" in line or not {"OR", "NOT", "NEAR"}.isdisjoint(line.split())


def _is_quoting(text: str) -> bool:
    """Return whether a quotation is still open, in which a blank ends nothing."""
    return any(not one.is_shut for one in tokens(text))
