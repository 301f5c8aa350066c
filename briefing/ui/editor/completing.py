"""Completion of citations: watches what is typed, asks for offers, puts the chosen key in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from briefing.services.citing import Completion
from briefing.ui.editor.completion_popup import CompletionPopup
from briefing.ui.editor.completion_trigger import Trigger, completed, find_trigger
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.memo_editor import MemoEditor

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
_CHOICES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_NO_CITATIONS = (LineKind.CODE, LineKind.FENCE, LineKind.DIV_OPEN)


class Completing(QObject):
    """Offers articles and facts after `@`; Enter or Tab takes one, Esc sends the list away."""

    offers_wanted = Signal(str)  # what was typed after `@`; answer with `show_offers`

    def __init__(self, editor: MemoEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.popup = CompletionPopup(editor.theme, editor)
        self._trigger: Trigger | None = None
        self._refused: tuple[int, int] | None = None  # line and column that Esc was pressed at
        editor.typed.connect(self._on_editor_typed)
        editor.key_pressed.connect(self._on_editor_key_pressed)
        editor.cursorPositionChanged.connect(self._on_cursor_position_changed)
        editor.verticalScrollBar().valueChanged.connect(self.close)
        editor.text_replaced.connect(self.close)
        self.popup.chosen.connect(self._on_popup_chosen)

    def begin(self) -> None:
        """Write `@` at the cursor and offer everything, as if it had been typed."""
        place = self._editor.cursor_place()
        before = self._editor.table.entries[place[0]].text[: place[1]]
        sign = "@" if not before or before[-1] in " \t[(;-" else " @"
        self._editor.textCursor().insertText(sign)
        self._editor.setFocus()
        self._look()

    def show_offers(self, typed: str, offers: Sequence[Completion]) -> None:
        """Show what can be cited for what was typed, unless something else stands there now."""
        trigger = self._find()
        is_typing = self._editor.window().focusWidget() is self._editor
        if trigger is None or trigger.typed != typed or not is_typing:
            return
        if not offers and typed and self.popup.isHidden():
            return  # an address or a name after `@` that means nothing here
        self._trigger = trigger
        self.popup.show_offers(offers, self._cursor_box())

    def close(self) -> None:
        """Send the list away."""
        self._trigger = None
        self.popup.hide()

    def _find(self) -> Trigger | None:
        editor = self._editor
        number, column = editor.cursor_place()
        entry = editor.table.entries[number]
        if editor.textCursor().hasSelection() or entry.kind in _NO_CITATIONS:
            return None
        trigger = find_trigger(entry.text, column)
        if trigger is not None and self._refused == (number, trigger.start):
            return None
        return trigger

    def _look(self) -> None:
        trigger = self._find()
        if trigger is None:
            self.close()
        else:
            self.offers_wanted.emit(trigger.typed)

    def _cursor_box(self) -> QRect:
        box = self._editor.cursorRect()
        return box.translated(self._editor.viewport().pos())

    def _on_editor_typed(self) -> None:
        self._look()

    def _on_cursor_position_changed(self) -> None:
        if self.popup.isVisible() and self._find() is None:
            self.close()

    def _on_editor_key_pressed(self, event: QKeyEvent) -> None:
        if not self.popup.isVisible():
            return
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            if self._trigger is not None:
                self._refused = (self._editor.cursor_place()[0], self._trigger.start)
            self.close()
            event.accept()
        elif key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.popup.step(_STEPS[key])
            event.accept()
        elif key in _CHOICES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.popup.choose():
                event.accept()
            else:
                self.close()

    def _on_popup_chosen(self, offer: Completion) -> None:
        trigger = self._find()
        self.close()
        if trigger is None:
            return
        editor = self._editor
        number, column = editor.cursor_place()
        line = editor.table.entries[number].text
        text, cursor = completed(trigger, offer.insert, line[column:])
        start = editor.table.start_of(number) + trigger.start
        editor.replace_spans(((start, start + column - trigger.start, text),))
        editor.set_position(start + cursor)
        editor.setFocus()
