"""Snippets as they are typed: offered after `;`, put in by Space, Tab or Enter."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from briefing.services.citing import Completion
from briefing.ui.editor.completion_popup import CompletionPopup
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.memo_editor import MemoEditor

_BEGUN = re.compile(r"(?<![\w;&]);(\w[\w-]{0,39})?$")
_NOT_IN = frozenset({LineKind.CODE, LineKind.FENCE, LineKind.DIV_OPEN})
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CHOICES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SHOWN = 60  # characters of a snippet in the list


class SnippetTyping(QObject):
    """Watches what is typed; asks `words` for the snippets of the moment."""

    def __init__(self, editor: MemoEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.words: Callable[[], Mapping[str, str]] = dict  # set by who knows the snippets
        self.popup = CompletionPopup(editor.theme, editor)
        self.popup.chosen.connect(self._on_popup_chosen)
        editor.key_pressed.connect(self._on_key_pressed)
        editor.typed.connect(self._on_typed)
        editor.cursorPositionChanged.connect(self._on_cursor_position_changed)
        editor.verticalScrollBar().valueChanged.connect(self.popup.hide)
        editor.text_replaced.connect(self.popup.hide)

    def _typed_name(self) -> str | None:
        """Return what was typed after `;` before the cursor, or nothing."""
        editor = self._editor
        number, column = editor.cursor_place()
        entry = editor.table.entries[number]
        if editor.textCursor().hasSelection() or entry.kind in _NOT_IN:
            return None
        before = entry.text[:column]
        found = _BEGUN.search(before)
        if found is None or before.count("`") % 2:
            return None
        return (found[1] or "").casefold()

    def _on_typed(self) -> None:
        name = self._typed_name()
        if not name:  # a bare `;` is punctuation far more often
            self.popup.hide()
            return
        offers = [
            Completion(f";{known}", _one_line(text), "", "snippet")
            for known, text in self.words().items()
            if known.startswith(name)
        ]
        if offers:
            box = self._editor.cursorRect().translated(self._editor.viewport().pos())
            self.popup.show_offers(offers, box)
        else:
            self.popup.hide()

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        if event.isAccepted() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        key = Qt.Key(event.key())
        if self.popup.isVisible() and key is Qt.Key.Key_Escape:
            self.popup.hide()
            event.accept()
        elif self.popup.isVisible() and key in _STEPS:
            self.popup.step(_STEPS[key])
            event.accept()
        elif key is Qt.Key.Key_Space or key in _CHOICES:
            self._finish(event, key)

    def _finish(self, event: QKeyEvent, key: Qt.Key) -> None:
        """Put the snippet in: the one that is named, or the one chosen in the list."""
        name = self._typed_name()
        if not name:
            return
        is_chosen = self.popup.isVisible() and key is not Qt.Key.Key_Space
        if is_chosen and self.popup.choose():
            event.accept()
            return
        text = self.words().get(name) if key in {Qt.Key.Key_Space, Qt.Key.Key_Tab} else None
        if text is not None:
            self._put(text + (" " if key is Qt.Key.Key_Space else ""))
            event.accept()

    def _on_popup_chosen(self, offer: Completion) -> None:
        text = self.words().get(offer.insert.removeprefix(";"))
        if text is not None:
            self._put(text)

    def _put(self, text: str) -> None:
        """Put words in the place of what was typed, as one step."""
        editor = self._editor
        self.popup.hide()
        typed = self._typed_name()
        if typed is None:
            return
        end = editor.position()
        start = end - len(typed) - 1
        editor.replace_spans(((start, end, text),))
        editor.set_position(start + len(text))
        editor.typed.emit()

    def _on_cursor_position_changed(self) -> None:
        if self.popup.isVisible() and not self._typed_name():
            self.popup.hide()


def _one_line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
