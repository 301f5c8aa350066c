"""A menu of the sources that one sentence rests on: which of them to open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from briefing.services.traced_sources import TracedSource

_LONGEST = 70  # characters of a quote


class SourcesMenu(QMenu):
    """One row a source, the keyboard reaches them; Enter opens."""

    source_chosen = Signal(object)  # a TracedSource

    def __init__(self, sources: Sequence[TracedSource], parent: QWidget) -> None:
        super().__init__(parent)
        self._sources = tuple(sources)
        for number, source in enumerate(sources):
            action = self.addAction(_words(source))
            action.setData(number)
        self.setActiveAction(self.actions()[0])
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def open_at_cursor(self, editor: QTextEdit) -> None:
        """Open it below the cursor of an editor."""
        self.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def _on_triggered(self, action: QAction) -> None:
        number: object = action.data()
        if isinstance(number, int):
            self.source_chosen.emit(self._sources[number])


def _words(source: TracedSource) -> str:
    quote = " ".join(source.quote.split())
    if len(quote) > _LONGEST:
        quote = quote[: _LONGEST - 1].rstrip() + "…"
    told = f"{source.citekey} – “{quote}”" if quote else f"{source.citekey} – {source.title}"
    return told.replace("&", "&&")
