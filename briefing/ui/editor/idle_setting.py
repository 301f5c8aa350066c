"""Lays out the lines that nobody has looked at yet, a few at a time, while nothing else happens."""

import time

from PySide6.QtCore import QObject, QTimer

from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit

_SLICE = 0.004  # seconds at a time
_PAUSE = 1  # ms between two slices: keys and paints come first


class IdleSetting(QObject):
    """Turns estimated heights into true ones; what is in the window stays where it is."""

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._next = 0
        self._owed = 0.0  # fractions of a pixel that the window did not move yet
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin at the first line."""
        self._next = 0
        self._owed = 0.0
        self._timer.start()

    def lay_window(self) -> None:
        """Lay out what the window shows, and a little beyond."""
        editor = self._editor
        top = editor.verticalScrollBar().value()
        height = editor.viewport().height()
        if editor.page.lay_between(top, top + 1.2 * height):
            editor.page.announce()

    def _on_timer_timeout(self) -> None:
        page, bar = self._editor.page, self._editor.verticalScrollBar()
        count = len(self._editor.table.entries)
        anchor = page.line_at(bar.value())
        before = page.top_of(anchor)
        is_changed = False
        end = time.perf_counter() + _SLICE
        while self._next < count and time.perf_counter() < end:
            is_changed |= page.lay_line(self._next)
            self._next += 1
        if is_changed:
            page.announce()
            self._owed += page.top_of(anchor) - before
            shift = round(self._owed)
            if shift:
                self._owed -= shift
                bar.setValue(bar.value() + shift)
        if self._next < count:
            self._timer.start()
